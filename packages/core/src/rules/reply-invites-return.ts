import { rule } from '../rule.js';
import { complaintReply, praiseReply, removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'reply-invites-return',
  title: 'The reply refers to a next or an earlier appointment',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'Past, present and future care are protected alike. "See you again" tells readers that the person has been here before.',
  severity: { 'review-reply': 'error', 'social-post': 'error', 'internal-draft': 'warning' },
  when: [
    { within: 'sentence', all: ['invites-return'], mark: 'invites-return' },
    {
      within: 'sentence',
      all: ['learned-return'],
      mark: 'learned-return',
      atMost: 'warning',
      message: 'A reader may take this to mean that somebody has been here or is coming.',
    },
  ],
  message: 'Readers learn that the reviewer has been here, or has an appointment.',
  fixes: [
    {
      title: 'Remove the sentence',
      replace: 'sentence',
      where: [
        '^ ({we} (will|hope to|can not wait to))? see you (again|back)? (soon|next time|again) (soon)? <name>? $',
        '^ ({we} (look|are looking))? (looking)? forward to seeing you (again|back)? (soon|next time|again)? <name>? $',
        '^ welcome back <name>? $',
        '^ until next time <name>? $',
      ],
      with: '',
      safe: true,
    },
    removeSentence,
    {
      title: 'Invite a call instead',
      replace: 'sentence',
      with: "We'd be glad to hear from anyone who calls[ at {phone}].",
    },
    praiseReply,
    complaintReply,
  ],
  examples: {
    violating: [
      '«See you in two weeks for your» touch-up!',
      "We can't wait to «have you back».",
      '«Come back» and see us and we will make it right.',
      '«Welcome back»! It had been too long.',
    ],
    clean: [
      'We look forward to hearing from you.',
      'Our office manager is available weekdays at (555) 010-0142.',
      { channel: 'social-post', text: 'See you at our open house on May 3! Everyone is welcome.' },
      { channel: 'social-post', text: 'Come back tomorrow for part two of our sunscreen series.' },
      { channel: 'newsletter', text: "We'd love to see you at our spring event." },
      { channel: 'web-page', text: 'Returning guests can book online in two taps.' },
    ],
  },
});
