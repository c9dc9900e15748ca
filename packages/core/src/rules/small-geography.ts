import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'small-geography',
  title: "The copy tells a patient's town, neighborhood or ZIP code",
  law: ['safe-harbor'],
  why: 'A town, a county or a ZIP code narrows down who is meant; only the state is free of that. The town of the practice itself tells nothing.',
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
      all: ['town-given', 'care-cue'],
      any: ['individual', 'she-or-he'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'town-given',
    },
    {
      within: 'sentence',
      all: ['town-given', 'visit-told', 'person-name'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'town-given',
    },
    {
      within: 'sentence',
      all: ['town-of-person', 'care-cue'],
      unless: ['generic', 'teaching', 'practice-event'],
      mark: 'town-of-person',
    },
    { within: 'passage', all: ['patient-zip'], mark: 'patient-zip' },
    { within: 'passage', all: ['town-given', 'said-quote'], mark: 'town-given' },
  ],
  message: 'Readers learn where this patient lives or works.',
  fixes: [removeSentence, { title: 'Record a signed authorization', insert: 'authorization' }],
  examples: {
    violating: [
      { channel: 'web-page', text: '"Loved my peel." - K.L., McKinney, TX' },
      { channel: 'social-post', text: 'This sweetheart drove from «Prosper» for her lip flip.' },
      { channel: 'web-page', text: 'Patient from «Collin County», rhinoplasty revision.' },
      { channel: 'newsletter', text: 'A «Tulsa» mom flew in for her mommy makeover.' },
      {
        channel: 'web-page',
        languageId: 'json',
        text: '{ "patient_zip": "«82190»", "treatment": "Botox" }',
      },
      {
        channel: 'review-reply',
        text: 'Thank you to our friend from «Lucas» for the review of her facial!',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'Serving Plano, Frisco, McKinney and Allen.' },
      { channel: 'web-page', text: '210 Ash Street, Plano, TX 75024.' },
      { channel: 'web-page', text: 'Our patients come from all over Texas and beyond.' },
      { channel: 'web-page', text: 'Dr. Patel trained in Houston.' },
      { channel: 'social-post', text: 'Hello, Dallas! Find us at booth 12.' },
      { channel: 'newsletter', text: 'Free parking at our Frisco event.' },
    ],
  },
});
