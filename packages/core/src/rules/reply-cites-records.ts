import { rule } from '../rule.js';
import { insteadOfDefense } from '../shared-fixes.js';

export default rule({
  id: 'reply-cites-records',
  title: 'The reply cites records, or says that the person is or is not in them',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'A chart, a form, footage or a missing record all answer the question who was a patient. A denial tells too: where one person is denied, the others are confirmed by silence.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    'internal-draft': 'info',
  },
  when: [
    { within: 'sentence', all: ['cites-records'], mark: 'cites-records' },
    { within: 'sentence', all: ['denied-as-patient'], mark: 'denied-as-patient' },
    {
      within: 'sentence',
      all: ['learned-records'],
      mark: 'learned-records',
      atMost: 'warning',
      message: 'A reader may take this to mean whether somebody is in the records here.',
    },
  ],
  message: "Readers learn whether this person is in the practice's records.",
  fixes: insteadOfDefense,
  examples: {
    violating: [
      'Our «records show» «you signed» the consent form before treatment.',
      'We have no record «of anyone» «by your name, so this» is fake.',
      'I pulled «your chart» this morning and everything is «documented».',
      'You «have never been a patient here». Please remove this.',
      'Security «footage» confirms you left happy.',
      'According to «our notes», the follow-up call was made the same day.',
    ],
    clean: [
      "We can't confirm or deny whether anyone is a patient here.",
      { channel: 'web-page', text: 'To request a copy of your records, use the form below.' },
      'We are unable to look into concerns online, but our office manager can help by phone.',
      {
        channel: 'internal-draft',
        text: 'Suspected fake review. Do not reply. Flag to Google as conflict of interest.',
      },
      {
        channel: 'web-page',
        text: 'We keep medical records for the period required by state law.',
      },
      { channel: 'newsletter', text: 'For the record, our hours change on March 1.' },
    ],
  },
});
