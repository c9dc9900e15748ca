import { rule } from '../rule.js';
import { complaintReply } from '../shared-fixes.js';

export default rule({
  id: 'reply-privacy-but',
  title: 'A privacy disclaimer is followed by details',
  law: ['hipaa-disclosure'],
  why: 'A sentence about privacy does not cover what comes after it, and "we cannot discuss your care" already says that there was care.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['privacy-but'], mark: 'privacy-but' },
  message: 'Readers learn what the privacy sentence was meant to protect.',
  fixes: [
    {
      title: 'Keep the privacy sentence, leave out the rest',
      replace: 'reply',
      with: "Thank you for the feedback. Because privacy matters to everyone who contacts us, we don't discuss individual experiences online. Our practice manager is glad to talk[ at {phone}].",
    },
    complaintReply,
  ],
  examples: {
    violating: [
      '«HIPAA prevents» us from going into detail, but your chart tells a different story.',
      "While we can't discuss «your treatment» because of privacy laws, please know that we followed protocol.",
      "«For privacy» reasons we can't comment, however you were offered a refund.",
      'We «respect privacy». That said, this individual cancelled twice.',
      'We are not allowed to discuss «your case» here due to HIPAA.',
      '«Without getting into specifics, the swelling was» from not icing.',
    ],
    clean: [
      "Because of privacy laws we don't discuss individual experiences online, but we'd welcome a call at (555) 010-0142.",
      'Privacy rules limit what any medical office can say in public.',
      "Out of respect for everyone's privacy, we keep conversations offline.",
      { channel: 'web-page', text: 'HIPAA gives you the right to see your records.' },
      "We can't respond to specifics online. Our office manager can help by phone.",
      'That said, all feedback is shared with our whole team.',
    ],
  },
});
