import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'review-suppression',
  title: 'Terms or copy stop, hide or buy away negative reviews',
  law: ['crfa', 'ftc-suppression', 'case-allure'],
  why: 'Contracts may not forbid honest reviews, and hiding them misstates what patients think. Washington won five million dollars over such terms in 2024.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'error',
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
  when: { within: 'passage', all: ['review-hush'], mark: 'review-hush' },
  message: 'Readers are kept from writing or seeing honest reviews.',
  fixes: [
    {
      title: 'Say that posting is free',
      replace: 'sentence',
      with: "You are always free to post honest feedback. If something isn't right, we'd like to help.",
    },
    removeSentence,
  ],
  examples: {
    violating: [
      { channel: 'web-page', text: 'Clients «agree not to post negative reviews» about Luma.' },
      { channel: 'web-page', text: 'A «$500 fee applies for reviews under four stars».' },
      { channel: 'web-page', text: 'You «must contact us before posting any review».' },
      {
        channel: 'internal-draft',
        text: '«Hide the bad comments and show only the 5-star» ones on the site.',
      },
      { channel: 'web-page', text: 'By signing, you «assign copyright in future reviews» to us.' },
      {
        channel: 'internal-draft',
        text: 'Offer her a «refund if she signs the NDA about the review».',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'You are always free to post honest feedback.' },
      { channel: 'web-page', text: 'We remove spam and profanity, whatever the rating.' },
      { channel: 'web-page', text: 'Showing all 312 Google reviews, newest first.' },
      { channel: 'newsletter', text: "Something not right? We'd like to help: (555) 010-0142." },
      { channel: 'web-page', text: 'Refunds follow our posted policy.' },
      { channel: 'internal-draft', text: 'Publish the widget unfiltered.' },
    ],
  },
});
