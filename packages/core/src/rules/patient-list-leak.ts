import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'patient-list-leak',
  title: 'A patient list, schedule or chart row stands in the copy',
  law: ['hipaa-disclosure', 'hipaa-safeguards'],
  why: 'Rows of names with treatments, times or phone numbers show many patients at once. They belong in the practice system, never in copy.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'error',
  },
  when: [
    { within: 'passage', all: ['patient-rows'], mark: 'patient-rows' },
    { within: 'passage', all: ['list-file'], mark: 'list-file' },
  ],
  message: 'Readers see a list of patients and their care.',
  fixes: [
    removeSentence,
    {
      title: 'Say where the list is kept instead',
      replace: 'sentence',
      with: 'The list stays in our booking system.',
      channels: ['internal-draft', 'direct-message'],
    },
  ],
  examples: {
    violating: [
      {
        channel: 'internal-draft',
        text: '9:00 «Amy R. Botox 40u / 9:30 Carl V. Kybella / 10:00 Dee M. Sculptra»',
      },
      {
        channel: 'internal-draft',
        text: 'name,phone,last_tx\n«Jan Ortiz,972-555-1190,Xeomin\nLou Park,214-555-0177,HydraFacial»',
      },
      { channel: 'newsletter', text: 'Attached: «recall_list_june_patients.xlsx»' },
      {
        channel: 'social-post',
        text: "Today's line-up: «Brenda (lipo), Kayla (BBL), Marta (bleph»)!",
      },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- leads: «Tina W 469-555-2210 wants lips; Rob S acne» scars -->',
      },
      {
        channel: 'internal-draft',
        text: 'Surgery board: 7 am «Jensen rhino», 10 am Patel, M. tummy tuck',
      },
    ],
    clean: [
      { channel: 'internal-draft', text: 'Kelly 9 to 5, Marcus 10 to 6, Dr. Patel off Friday' },
      {
        channel: 'web-page',
        text: 'Botox $13 per unit; Dysport $4.50 per unit; Xeomin $12 per unit',
      },
      { channel: 'newsletter', text: 'Agenda: 6:00 doors, 6:30 Dr. Smith, 7:15 Q&A' },
      {
        channel: 'internal-draft',
        languageId: 'html',
        text: '<!-- chaperone: synthetic --> name,last_tx / Test Person,Botox',
      },
      { channel: 'web-page', text: 'Step 1: consult. Step 2: plan. Step 3: treatment.' },
      { channel: 'internal-draft', text: 'Inventory: 12 Restylane Lyft, 8 Sculptra' },
    ],
  },
});
