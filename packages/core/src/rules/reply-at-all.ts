import { rule } from '../rule.js';

export default rule({
  id: 'reply-at-all',
  title: 'The practice answers a review or a comment in public',
  law: ['hipaa-disclosure', 'counsel-ignore'],
  why: 'The strictest counsel advises not to answer reviews at all: the same silence for everyone tells nothing about anyone. If your counsel permits template replies, choose the level standard.',
  severity: { 'review-reply': 'warning', 'social-post': 'warning', 'internal-draft': 'info' },
  strictness: 'strict',
  when: { within: 'passage', all: ['answer'], mark: 'answer' },
  message: 'Any public answer invites readers to ask whether the reviewer is a patient here.',
  fixes: [
    {
      title: 'Use a short reply that reads the same for everyone',
      replace: 'reply',
      with: 'Thank you for taking the time to share your feedback.',
    },
    {
      title: 'Use a reply that takes the talk offline',
      replace: 'reply',
      with: "Thank you for the feedback. Because privacy matters to everyone who contacts us, we don't discuss individual experiences online. Our practice manager is glad to talk[ at {phone}].",
    },
  ],
  examples: {
    violating: [
      '«Thank you for the kind words!» Comments like this mean a lot to our team.',
      '«We take all feedback seriously.» Please call our office manager at (555) 010-0142.',
      '«Privacy rules mean we cannot discuss individual experiences online.»',
      '«We aim to give every person who walks in honest advice and attentive care.»',
      { channel: 'social-post', text: '«Aww, thank you! 💛 (our comment under a post)»' },
    ],
    clean: [
      {
        channel: 'web-page',
        text: 'We read every review and share the themes with our team each month.',
      },
      {
        channel: 'internal-draft',
        text: 'Policy: staff do not reply to reviews. Send screenshots to the practice manager.',
      },
      {
        channel: 'internal-draft',
        text: 'Flag to Google: this review names an employee and uses profanity.',
      },
      {
        channel: 'social-post',
        text: 'New on the blog: how long does a chemical peel take to settle?',
      },
      { channel: 'newsletter', text: 'Honest feedback is welcome anywhere you like to leave it.' },
      { channel: 'web-page', text: 'Have a concern? Call our patient advocate at (555) 010-0142.' },
    ],
  },
});
