import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'reply-threatens-reviewer',
  title: 'The reply threatens, demands removal, or offers something for it',
  law: ['crfa', 'ftc-suppression'],
  why: 'Federal law protects honest reviews: terms that forbid them are void, and threats or payment for removal are unfair practices. Most such replies also confirm that the person was a patient.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'error',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'passage', all: ['threatens-reviewer'], mark: 'threatens-reviewer' },
    { within: 'sentence', all: ['no-review-clause'], mark: 'no-review-clause' },
  ],
  message: 'Readers learn that the practice presses somebody over a review.',
  fixes: [
    {
      title: 'Replace it with an invitation to talk',
      replace: 'reply',
      with: "We'd welcome a call[ at {phone}].",
    },
    {
      title: 'Invite a call instead',
      replace: 'passage',
      with: "We'd welcome a call[ at {phone}].",
    },
    removeSentence,
  ],
  examples: {
    violating: [
      '«Remove this review or» you will hear from our «attorney».',
      'You signed an agreement «not to post» negative comments about us.',
      {
        channel: 'direct-message',
        text: "We'll refund the session once «your review is deleted».",
      },
      'This is «defamation», and we have already contacted a «lawyer».',
      {
        channel: 'direct-message',
        text: '«Change it to five stars» «and your» next facial is on us.',
      },
    ],
    clean: [
      {
        channel: 'internal-draft',
        text: 'Report the review to Google under the harassment policy.',
      },
      "We'd welcome a call at (555) 010-0142.",
      { channel: 'web-page', text: 'You are free to post honest feedback about us anywhere.' },
      {
        channel: 'web-page',
        text: 'Terms of use: do not copy our photographs without permission.',
      },
      { channel: 'internal-draft', text: 'Ask counsel whether to send anything at all.' },
      { channel: 'newsletter', text: 'Tell us what you think, good or bad.' },
    ],
  },
});
