import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'live-or-behind-the-scenes',
  title: 'Live or behind-the-scenes content shows a current patient',
  law: ['hipaa-safeguards', 'hipaa-authorization', 'case-grawe'],
  why: 'A live picture cannot be taken back, and people in the room, screens and schedules come with it. Film staff or a paid model instead.',
  severity: {
    'social-post': 'warning',
    newsletter: 'info',
    'web-page': 'info',
    'internal-draft': 'info',
  },
  when: { within: 'passage', all: ['live-care'], mark: 'live-care' },
  message: 'Readers learn that a patient is in the room, or see who it is.',
  fixes: [
    {
      title: 'Invite questions instead',
      replace: 'sentence',
      with: 'Ask us anything about {treatment|this treatment}.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      "«We're LIVE in the OR with a mommy makeover», ask us anything!",
      '«In the chair right now»: lip flip plus filler for this cutie 👀',
      '«Come with us while Dr. Smith does» her 2 p.m. facelift.',
      '«Story takeover»! «Watch our client get» Morpheus8 today.',
      '«Full waiting room today, say hi everybody» 📸',
      "POV: you're «our last patient of the day» and you cried happy tears.",
    ],
    clean: [
      'Join Dr. Smith for a live Q&A on sunscreen at noon.',
      'Behind the scenes: how we clean and store our handpieces.',
      'Watch Nurse Kelly demo SkinPen on a paid model.',
      'A quick tour of our new treatment room.',
      { channel: 'newsletter', text: 'Webinar: what to know before a facelift.' },
      "Live from AmSpa's conference in Dallas!",
    ],
  },
});
