import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'incentivized-review',
  title: 'A reward is offered for a review',
  law: ['ftc-incentives', 'google-reviews', 'ftc-endorsements'],
  why: 'A reward that asks for praise, in words or by implication, breaks the review rule, and platforms bar any reward. Honest feedback needs none.',
  severity: {
    'review-reply': 'warning',
    'social-post': 'warning',
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  lenient: {
    'review-reply': 'off',
    'social-post': 'off',
    'direct-message': 'off',
    newsletter: 'off',
    'web-page': 'off',
    'internal-draft': 'off',
  },
  when: {
    within: 'passage',
    all: ['review-reward'],
    mark: 'review-reward',
    escalate: { any: ['praise-asked'], to: 'error' },
  },
  message: 'Readers would see reviews that were paid for.',
  fixes: [
    {
      title: 'Ask without a reward',
      replace: 'sentence',
      with: "We'd be grateful for your honest feedback.",
    },
    removeSentence,
  ],
  examples: {
    violating: [
      { channel: 'newsletter', text: '«Leave a 5-star review and get $25 off» your next Botox.' },
      { channel: 'social-post', text: '«Review us on Google for a chance» to win a HydraFacial!' },
      { channel: 'direct-message', text: '«Free unit of tox for every review» you post.' },
      { channel: 'web-page', text: '«Earn 50 points when you review» us.' },
      {
        channel: 'newsletter',
        text: '«Post a positive review and show it at check-in for a gift».',
      },
      'Update this to five stars and your «next facial is free».',
    ],
    clean: [
      { channel: 'newsletter', text: "We'd be grateful for your honest feedback." },
      { channel: 'social-post', text: 'Win a skincare basket: follow and tag a friend by Friday.' },
      { channel: 'newsletter', text: 'Earn points on every retail purchase.' },
      { channel: 'web-page', text: 'Refer a friend and you both get $20 off retail.' },
      { channel: 'newsletter', text: 'Anonymous survey: tell us about our new hours.' },
      { channel: 'social-post', text: '15% off sunscreen this week.' },
    ],
  },
});
