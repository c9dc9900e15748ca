import { rule } from '../rule.js';
import { namelessAltText, namelessTitle, removeSentence, spoken } from '../shared-fixes.js';

export default rule({
  id: 'name-with-treatment',
  title: 'A named person is linked to a treatment, a condition or a visit',
  law: ['hipaa-disclosure', 'safe-harbor', 'hipaa-authorization', 'case-complete-pt'],
  why: 'A name beside a treatment is the plainest way to say who is a patient. A first name or initials are enough for people who know them.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'info',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  lenient: {
    'review-reply': 'warning',
    'social-post': 'warning',
    'direct-message': 'off',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    { within: 'passage', all: ['named-care'], mark: 'named-care' },
    {
      within: 'sentence',
      all: ['learned-named'],
      mark: 'learned-named',
      atMost: 'warning',
      message: 'A reader may take this to mean that this person was treated here.',
    },
  ],
  message: 'Readers learn that this person was treated here.',
  fixes: [
    namelessAltText,
    namelessTitle,
    {
      title: 'Speak of people in general',
      replace: 'sentence',
      with: 'People often ask us about {treatment|this}.',
      in: spoken,
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'web-page',
        text: '«Sarah Whitman» came to us with stubborn melasma and left glowing.',
      },
      { channel: 'social-post', text: 'One syringe of Voluma for «Jenna» today 😍' },
      {
        channel: 'newsletter',
        text: '«Robert T». dropped 35 pounds on tirzepatide in five months.',
      },
      { channel: 'social-post', text: "«Linda»'s Morpheus8 results at week six." },
      {
        channel: 'web-page',
        text: "Meet «Denise». She was afraid of needles until she tried Nurse Kelly's Botox.",
      },
      {
        channel: 'internal-draft',
        text: 'Caption idea: "«Tiffany» after 2 rounds of CoolSculpting".',
      },
      { channel: 'web-page', text: 'Case 14: «Mrs. Okafor», lower blepharoplasty.' },
    ],
    clean: [
      { channel: 'web-page', text: 'Dr. Smith offers Botox, Dysport and Xeomin.' },
      { channel: 'web-page', text: 'Nurse Kelly has placed more than 2,000 syringes of filler.' },
      { channel: 'web-page', text: 'People often come to us with stubborn melasma.' },
      { channel: 'web-page', text: 'Meet Dr. Anaya Patel, who leads our laser program.' },
      { channel: 'social-post', text: 'Juvederm Voluma is our pick for cheek volume.' },
      { channel: 'web-page', text: 'The Jessner peel is named for dermatologist Max Jessner.' },
      {
        channel: 'web-page',
        text: 'Meet "Ana", a fictional example of someone considering Emsculpt NEO.',
      },
      { channel: 'social-post', text: 'In April, our Botox price stays the same.' },
    ],
  },
});
