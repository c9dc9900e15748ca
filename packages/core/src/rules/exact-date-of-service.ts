import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

const month =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)';

export default rule({
  id: 'exact-date-of-service',
  title: 'A date or a day is tied to the care of one person',
  law: ['safe-harbor', 'hipaa-disclosure'],
  why: 'Every element of a date but the year counts as an identifier when it belongs to a person. Who was away on that day is easy to find out.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    {
      within: 'sentence',
      all: ['day-given', 'visit-told'],
      any: ['individual', 'she-or-he', 'person-name'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'day-given',
    },
    {
      within: 'sentence',
      all: ['full-date', 'visit-told'],
      any: ['individual', 'she-or-he', 'person-name'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'full-date',
    },
    {
      within: 'sentence',
      all: ['day-given', 'care-cue', 'individual'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'day-given',
    },
    { within: 'sentence', all: ['full-date', 'case-cue'], mark: 'full-date' },
  ],
  message: 'Readers learn on which day this person was here.',
  fixes: [
    {
      title: 'Say only the year',
      replace: 'words',
      where: [`«on ${month} <number> <number>»`, '«on <number> <number> <number>»'],
      with: 'in {year}',
      safe: true,
    },
    {
      title: 'Keep only the year',
      replace: 'words',
      where: [
        `!on|by|until|from «${month} <number> <number>»`,
        `^ «${month} <number> <number>»`,
        '!on|by|until|from «<number> <number> <number>»',
        '^ «<number> <number> <number>»',
      ],
      with: '{year}',
      safe: true,
    },
    {
      title: 'Say only that it was recent',
      replace: 'words',
      where: [
        '«just? (yesterday|last (week|monday|tuesday|wednesday|thursday|friday|saturday|sunday))» (for|and|with|to|at|$)',
      ],
      with: 'recently',
      safe: true,
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: 'She came in on «March 14» for her second IPL and left smiling.',
      },
      { channel: 'review-reply', text: 'You were seen on Tuesday the 9th at 3 p.m.' },
      {
        channel: 'web-page',
        text: 'Case 7: 41-year-old, abdominoplasty «06/12/2025», photos «09/20/2025».',
      },
      {
        channel: 'newsletter',
        text: 'A longtime client stopped by «last Thursday» for her touch-up.',
      },
      {
        channel: 'social-post',
        text: "«Yesterday»'s patient drove four hours for her tear trough filler.",
      },
      { channel: 'web-page', text: 'Patient born «4/2/1979» treated for melasma.' },
    ],
    clean: [
      { channel: 'web-page', text: 'Open Monday to Saturday, 9 to 6.' },
      { channel: 'newsletter', text: 'Botox event on March 14. RSVP online.' },
      {
        channel: 'web-page',
        text: 'Swelling usually peaks on day two and settles within two weeks.',
      },
      {
        channel: 'web-page',
        languageId: 'markdown',
        text: 'Photos taken in 2025. <!-- chaperone: authorized id=A-1042 channels=web expires=2027-05-01 -->',
      },
      { channel: 'social-post', text: "Today we're talking about sunscreen." },
      { channel: 'web-page', text: 'Posted June 12, 2025 by Dr. Smith.' },
    ],
  },
});
