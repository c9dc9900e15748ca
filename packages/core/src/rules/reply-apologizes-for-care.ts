import { rule } from '../rule.js';
import {
  complaintReply,
  offerEveryone,
  policyReply,
  praiseReply,
  regretOnly,
  removeSentence,
  thankForWords,
} from '../shared-fixes.js';

export default rule({
  id: 'reply-apologizes-for-care',
  title: 'The reply apologizes for an event of care',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'An apology for a visit, a wait or a result confirms that there was one. Regret that would fit anybody does not.',
  severity: { 'review-reply': 'error', 'social-post': 'error', 'internal-draft': 'warning' },
  when: [
    { within: 'sentence', all: ['care-apology'], mark: 'care-apology' },
    {
      within: 'sentence',
      all: ['learned-apology'],
      mark: 'learned-apology',
      atMost: 'warning',
      message:
        'A reader may take this to mean that something went wrong with somebody’s care here.',
    },
  ],
  message: 'Readers learn that the reviewer was treated here and that something went wrong.',
  fixes: [
    complaintReply,
    regretOnly,
    offerEveryone,
    thankForWords,
    removeSentence,
    praiseReply,
    policyReply,
  ],
  examples: {
    violating: [
      'We «apologize that you were unhappy with your results».',
      "I'm «sorry you felt rushed during your consultation» with Dr. Smith.",
      '«Sorry about your experience at» our Plano office, «we let you down».',
      'We hate that «we missed the mark» with you last week.',
    ],
    clean: [
      "We're sorry to hear this.",
      'We never want anyone to feel unheard. Please call (555) 010-0142.',
      "We're sorry our online booking page was down on Tuesday.",
      'We apologize for any confusion about our posted hours.',
      { channel: 'social-post', text: "Sorry, y'all, the giveaway link was broken. Fixed now!" },
      'Timeliness matters to us, and our policy is to start within 15 minutes of the scheduled time.',
    ],
  },
});
