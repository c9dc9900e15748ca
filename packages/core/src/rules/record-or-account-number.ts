import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'record-or-account-number',
  title: 'A record, account, device or government number',
  law: ['safe-harbor', 'hipaa-safeguards'],
  why: 'A number from a chart, an account or an implant points to one person for good. It belongs in the chart and nowhere else.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'error',
  },
  when: { within: 'passage', all: ['record-number'], mark: 'record-number' },
  message: 'Readers learn a number that stands for one patient.',
  fixes: [
    removeSentence,
    {
      title: 'Leave the number out',
      replace: 'mark',
      with: 'on file',
      channels: ['social-post', 'newsletter', 'web-page', 'internal-draft'],
      in: ['body', 'heading', 'quote', 'alt-text', 'subject'],
    },
  ],
  examples: {
    violating: [
      { channel: 'internal-draft', text: 'Use case MRN «00482913» for the lips slide.' },
      { channel: 'web-page', text: 'SSN «512-44-8890» on form sample' },
      { channel: 'newsletter', text: 'Your account #«LA-20871» has a balance for filler.' },
      { channel: 'web-page', text: 'Implant serial SN «2938471-22», patient photo left.' },
      { channel: 'direct-message', text: 'Your member ID is «W2049 88 12», laser approved.' },
      {
        channel: 'web-page',
        languageId: 'json',
        text: '{ "chartNo": "«P-55821»", "caption": "After Renuvion" }',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'Dr. Smith, Texas license Q1234.' },
      { channel: 'web-page', text: 'NPI 1234567893' },
      { channel: 'web-page', text: 'CPT 15823 covers upper eyelid surgery.' },
      { channel: 'newsletter', text: 'Use code GLOW20 at checkout.' },
      { channel: 'web-page', text: 'Version 2.4.1 of our booking app is out.' },
      { channel: 'web-page', text: 'Botox Cosmetic, 100 units per vial.' },
    ],
  },
});
