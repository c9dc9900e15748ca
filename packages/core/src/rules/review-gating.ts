import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'review-gating',
  title: 'Happy people are asked for reviews and unhappy ones are led elsewhere',
  law: ['ftc-endorsements', 'ftc-suppression', 'google-reviews'],
  why: 'Asking only happy people distorts what readers see, and platforms forbid it. Ask everyone, in the same words.',
  severity: {
    'social-post': 'info',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  lenient: {
    'social-post': 'off',
    'direct-message': 'off',
    newsletter: 'off',
    'web-page': 'off',
    'internal-draft': 'off',
  },
  when: { within: 'passage', all: ['review-gate'], mark: 'review-gate' },
  message: 'Readers would see only the reviews of people who are happy.',
  fixes: [
    {
      title: 'Ask everyone alike',
      replace: 'sentence',
      with: 'Share your honest feedback here, or contact us any time.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'newsletter',
        text: 'Loved it? Review us on Google! «Not happy»? Email us instead.',
      },
      {
        channel: 'web-page',
        text: 'Rate us: «4-5 stars goes to Google, 1-3 stars goes to» our inbox.',
      },
      {
        channel: 'internal-draft',
        text: '«Only send the review text to clients who seemed happy».',
      },
      '«Leave us a 5-star review»!',
      {
        channel: 'newsletter',
        text: 'If your experience was «anything less than five stars, tell us first».',
      },
      { channel: 'internal-draft', text: '«Filter unhappy» clients to the private form.' },
    ],
    clean: [
      { channel: 'newsletter', text: 'We welcome honest feedback, good or bad.' },
      { channel: 'web-page', text: 'Share your thoughts on Google. Questions? Call us any time.' },
      { channel: 'internal-draft', text: 'Send the same request to every client after a visit.' },
      { channel: 'web-page', text: 'Read our reviews, all of them.' },
      'We read every review.',
      { channel: 'newsletter', text: "Tell us how we're doing." },
    ],
  },
});
