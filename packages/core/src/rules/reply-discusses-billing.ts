import { rule } from '../rule.js';
import { complaintReply, removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'reply-discusses-billing',
  title: 'The reply discusses a payment, a quote, a refund or insurance',
  law: ['hipaa-definition', 'hipaa-disclosure', 'case-elite'],
  why: 'Payment for care is health information like the care itself. A refund, a fee or an insurer named in public tells readers that there was something to pay for.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['discusses-billing'], mark: 'discusses-billing' },
    {
      within: 'sentence',
      all: ['learned-billing'],
      mark: 'learned-billing',
      atMost: 'warning',
      message: 'A reader may take this to mean that somebody paid, or owes, for care here.',
    },
  ],
  message: 'Readers learn that this person paid, or owes, for care here.',
  fixes: [
    {
      title: 'Point to the posted policy',
      replace: 'sentence',
      with: 'Our prices and policies are posted, and our office is happy to explain them to anyone who calls[ at {phone}].',
    },
    complaintReply,
    removeSentence,
  ],
  examples: {
    violating: [
      'We «refunded your deposit on the» spot.',
      '«Your insurance» «did not» approve the procedure, which is out of our hands.',
      'The fee «was for your» missed appointment, as stated in our policy.',
      '«Your account» was sent «to collections» after three reminders.',
    ],
    clean: [
      "Deposits are refundable with 24 hours' notice, and the policy is posted online.",
      "We can't discuss billing online. Our office manager is happy to talk at (555) 010-0142.",
      { channel: 'web-page', text: 'We accept CareCredit, Cherry and all major cards.' },
      { channel: 'newsletter', text: 'Save 15% on packages through Sunday.' },
      { channel: 'web-page', text: 'A $50 deposit holds your time and goes toward your visit.' },
      'Prices are listed on our site and given in writing before any service.',
    ],
  },
});
