import { rule } from '../rule.js';
import { insteadOfKindness, regretOnly } from '../shared-fixes.js';

export default rule({
  id: 'reply-confirms-patient',
  title: 'The reply says or implies that the reviewer is, was or will be a patient',
  law: ['hipaa-disclosure', 'hipaa-definition', 'case-nvd'],
  why: 'That somebody is a patient is itself protected, whatever they wrote themselves. A reply should read the same to a stranger who has never been in.',
  severity: { 'review-reply': 'error', 'social-post': 'error', 'internal-draft': 'warning' },
  when: [
    { within: 'sentence', all: ['named-as-patient'], mark: 'named-as-patient' },
    { within: 'sentence', all: ['greets-family'], mark: 'greets-family' },
    { within: 'sentence', all: ['addresses-reviewer'], mark: 'addresses-reviewer' },
    {
      within: 'sentence',
      all: ['learned-patient'],
      mark: 'learned-patient',
      atMost: 'warning',
      message: 'A reader may take this to mean that somebody is a patient here.',
    },
  ],
  message: 'Readers learn that the reviewer is a patient here.',
  fixes: [
    {
      title: 'Say it to everyone who writes',
      replace: 'words',
      where: [
        '(value|appreciate|love|adore|cherish|treasure) «our? (valued|loyal|wonderful|amazing|great|lovely|awesome|dear)? (patients|clients|guests|customers|members) like you» $',
      ],
      with: 'everyone who contacts us',
      safe: true,
    },
    {
      title: 'Say it of everyone',
      replace: 'words',
      where: [
        '(not|unable|never) ..3 (discuss|comment on|address|speak about|talk about|respond to|share) «((any|the)? (details|specifics) (of|about))? your (care|case|treatment|visit|experience|appointment|situation|health|health information|medical information)» (online|here|publicly|on|in|due|because|for|and|without|at|$)',
      ],
      with: 'individual experiences',
      safe: true,
    },
    regretOnly,
    ...insteadOfKindness,
  ],
  examples: {
    violating: [
      'It has been a joy having «you as a patient», and we will pass this on.',
      'Valued «clients like you» are the reason we open the doors each day.',
      'You «have been with us» since 2019, so this really stings to read.',
      'Thank you, Dana! «You are one of our favorite patients».',
      'We appreciate «your membership» and your honest thoughts.',
      '«She is a patient of Dr. Smith» and was treated with respect.',
    ],
    clean: [
      "Privacy rules mean we can't confirm whether anyone is or isn't a patient here.",
      'All patients receive written aftercare and a number to call.',
      'If you are a patient of Luma Aesthetics, please call us at (555) 010-0142.',
      'Thank you for being patient while we looked for the right person to answer.',
      'We want every person who contacts us to feel heard.',
      { channel: 'web-page', text: 'Our patients tell us they value honest advice above all.' },
      "Patient privacy comes first, so we don't discuss individual experiences online.",
    ],
  },
});
