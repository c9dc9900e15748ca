import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'waiver-by-posting',
  title: 'The copy claims that posting, tagging, reviewing or visiting waives privacy',
  law: ['hipaa-authorization', 'case-allure', 'crfa'],
  why: 'Nobody gives up privacy by posting or by walking in. An authorization is written and signed, and a clause in fine print is none.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['waiver'], mark: 'waiver' },
  message: 'Readers are told that they lose their privacy by posting, tagging or coming in.',
  fixes: [
    {
      title: 'Say that you ask first',
      replace: 'sentence',
      with: 'We always ask in writing before we share any photo or story.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: '«Tag us with #LumaGlow and you agree» that we can share your results!',
      },
      {
        channel: 'web-page',
        text: 'By «leaving a review you waive your HIPAA rights» so that we may respond.',
      },
      { channel: 'web-page', text: '«Entering our treatment rooms is consent» to be filmed.' },
      { channel: 'newsletter', text: '«Reviews you post may be used» with your name in our ads.' },
      'You «posted this publicly, so privacy law no longer applies» to your care.',
      {
        channel: 'web-page',
        text: '«Use of our hashtag gives permission» to repost your before and after photos.',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'Tagging us does not give us permission to share your story.' },
      { channel: 'web-page', text: 'We always ask in writing before sharing any photo.' },
      { channel: 'web-page', text: 'Event photos of the crowd may be taken at the street fair.' },
      { channel: 'newsletter', text: 'Post honest reviews anywhere you like.' },
      { channel: 'web-page', text: 'You keep all rights to content you post on your own page.' },
      { channel: 'social-post', text: 'Use #PlanoSkinWeek to join the conversation.' },
    ],
  },
});
