import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'case-story-identifiable',
  title: 'An anonymous story has details that single a person out',
  law: ['safe-harbor', 'hipaa-actual-knowledge', 'hipaa-authorization', 'case-cadia'],
  why: 'A job, a town, a day and a family detail together tell friends and coworkers who is meant, even without a name. The writer knows who it is, and that knowledge counts.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    { within: 'passage', all: ['case-story'], mark: 'case-story' },
    {
      within: 'sentence',
      all: ['learned-story'],
      mark: 'learned-story',
      atMost: 'warning',
      message: 'A reader may take this to mean somebody in particular.',
    },
  ],
  message: 'The details together tell readers who this patient is.',
  fixes: [
    {
      title: 'Turn the story into a common question',
      replace: 'sentence',
      with: 'People often ask us about {treatment|this}.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: '«A 52-year-old kindergarten teacher from Frisco came in yesterday» for her first lip filler.',
      },
      {
        channel: 'web-page',
        text: '«One of our clients, a local firefighter and father of twins, chose a hair transplant after his divorce».',
      },
      {
        channel: 'social-post',
        text: "«This morning's bride had never had Botox before, and her wedding at the Arboretum is Saturday»!",
      },
      {
        channel: 'newsletter',
        text: '«A retired Navy pilot, 71, flew in from Amarillo» for his eyelid surgery.',
      },
      {
        channel: 'social-post',
        text: '«She ran the Dallas Marathon and walked in Monday for Kybella with her medal» on.',
      },
      {
        channel: 'web-page',
        text: '«A 34-year-old nurse at Presbyterian came to us after a filler complication elsewhere in June».',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'A typical candidate is between 35 and 60 and in good health.' },
      {
        channel: 'web-page',
        text: 'Imagine a teacher with two small children and no time for downtime.',
      },
      { channel: 'social-post', text: 'Many brides start planning six months out.' },
      { channel: 'newsletter', text: 'People in their fifties often ask us about eyelid surgery.' },
      {
        channel: 'web-page',
        text: 'In a 2021 published trial, 80 participants received three sessions.',
      },
      {
        channel: 'web-page',
        text: 'Runners ask us about Kybella more often than you would think.',
      },
      {
        channel: 'social-post',
        text: 'Dr. Smith, a mother of twins, talks about her own skin routine.',
      },
    ],
  },
});
