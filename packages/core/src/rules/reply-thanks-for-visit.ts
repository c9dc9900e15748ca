import { rule } from '../rule.js';
import {
  complaintReply,
  offlineReply,
  praiseReply,
  removeSentence,
  thankForFeedback,
  thankForWords,
} from '../shared-fixes.js';

export default rule({
  id: 'reply-thanks-for-visit',
  title: 'The reply thanks the reviewer for coming, choosing or trusting the practice',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'Thanking a reviewer for a visit tells every reader that they were treated here. A kind tone does not change that, and neither does what the reviewer has already said.',
  severity: { 'review-reply': 'error', 'social-post': 'error', 'internal-draft': 'warning' },
  when: [
    { within: 'sentence', all: ['thanks-for-visit'], mark: 'thanks-for-visit' },
    {
      within: 'sentence',
      all: ['learned-visit'],
      mark: 'learned-visit',
      atMost: 'warning',
      message: 'A reader may take this to mean that somebody was treated here.',
    },
  ],
  message: 'Readers learn that the reviewer was treated here.',
  fixes: [
    thankForWords,
    thankForFeedback,
    {
      title: 'Thank them for the review instead',
      replace: 'words',
      where: [
        '{thanking} for «{come} {us}? (to (see|visit) {us})? (today|yesterday|again|this week|last week)?» <name>? $',
        '{thanking} for «(visiting|choosing|trusting|picking|selecting) {us} (again|today)? ((for|with) your (care|skin|skincare|needs|smile|face|<treatment>|<body>) needs?)?» <name>? $',
        '{thanking} for? «your (recent|continued)? (visit|business|trust|loyalty|patronage|confidence) ((in|to|with) {us})? (today|yesterday|this week|last week)?» <name>? $',
        '{thanking} for «(letting|allowing) {us} to? {care} (for|of)? you (today|again)?» <name>? $',
      ],
      with: 'your review',
      channels: ['review-reply'],
      safe: true,
    },
    removeSentence,
    praiseReply,
    complaintReply,
    offlineReply,
  ],
  examples: {
    violating: [
      'Thank you so much for «coming in» to see us!',
      'Thanks for «trusting us» with your skin.',
      'It was so great «meeting you», and we hope you enjoy the rest of your week.',
      'We appreciate «your business» and your glowing review.',
      '«Thank you for choosing Luma Aesthetics»!',
      'Glad we could «squeeze» you in before the holidays.',
      'Loved «having you», see our page for more!',
    ],
    clean: [
      'Thank you for the review!',
      'Thanks for taking the time to share your thoughts.',
      'Thank you for visiting our page and for the kind words.',
      'We appreciate the shout-out to Nurse Kelly and will pass it on.',
      'Your kind words made our day.',
      { channel: 'social-post', text: 'Thank you for 10,000 followers!' },
      {
        channel: 'web-page',
        text: 'Thank you for choosing Luma Aesthetics. Here is how to find us.',
      },
    ],
  },
});
