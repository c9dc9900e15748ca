import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'staff-day-story',
  title: "A staff member tells of today's patient",
  law: ['hipaa-disclosure', 'hipaa-safeguards', 'hipaa-training'],
  why: 'The person in the story recognizes it, and so do those who knew of the appointment. The lesson works just as well as a general question.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    { within: 'passage', all: ['day-tale'], mark: 'day-tale' },
    {
      within: 'sentence',
      all: ['learned-day'],
      mark: 'learned-day',
      atMost: 'warning',
      message: 'A reader may take this to tell who was in for care.',
    },
  ],
  message: 'Readers learn about a patient of the day.',
  fixes: [
    {
      title: 'Turn it into a question you often hear',
      replace: 'sentence',
      with: 'A question we often hear: what should I know before I book?',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: '«Just had a patient» faint before I even opened the Botox 😂',
      },
      {
        channel: 'social-post',
        text: "«Craziest consult today»: she wanted lips like her ex's new girlfriend.",
      },
      {
        channel: 'social-post',
        text: "«My 3 o'clock cried happy tears over her nose», I love my job.",
      },
      { channel: 'social-post', text: "You «won't believe what this guy asked me to inject»." },
      {
        channel: 'newsletter',
        text: 'One of our injectors fixed a botched filler job this morning, and the «poor thing» was mortified.',
      },
      {
        channel: 'social-post',
        text: "«Fixing someone else's» bad work again today. Girl, never go to a hotel for fillers.",
      },
    ],
    clean: [
      { channel: 'social-post', text: 'A question we hear a lot: does filler hurt?' },
      {
        channel: 'social-post',
        text: 'Things I explain every day: sunscreen, sunscreen, sunscreen.',
      },
      { channel: 'social-post', text: 'POV: the coffee machine dies at 8 a.m.' },
      { channel: 'social-post', text: 'Why I became an injector, by Nurse Kelly.' },
      { channel: 'newsletter', text: 'Three myths our team would love to retire.' },
      {
        channel: 'social-post',
        text: 'I started getting Botox at 30. Ask me anything. Nurse Kelly',
      },
    ],
  },
});
