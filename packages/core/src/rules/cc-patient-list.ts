import { rule } from '../rule.js';

export default rule({
  id: 'cc-patient-list',
  title: 'Recipients see each other in To or Cc',
  law: ['safe-harbor', 'hipaa-safeguards', 'case-dean-street', 'case-crozer'],
  why: 'Each recipient learns who else is on the list, and the list says that they are patients. A mailing service under a business associate agreement sends one letter to each.',
  severity: { 'direct-message': 'warning', newsletter: 'error', 'internal-draft': 'warning' },
  when: { within: 'passage', all: ['visible-recipients'], mark: 'visible-recipients' },
  message: 'Every recipient sees who else gets this message.',
  fixes: [
    { title: 'Address it to the practice; put people in Bcc or a mailing service', replace: 'mark', with: 'undisclosed recipients' },
  ],
  examples: {
    violating: [
    ],
    clean: [
      { channel: 'newsletter', text: 'To: hello@lumaaesthetics.example  Bcc: 214 recipients' },
      { channel: 'internal-draft', text: 'To: marcus@lumaaesthetics.example; kelly@lumaaesthetics.example  Subject: proof' },
      { channel: 'newsletter', text: 'To: rep@galderma.example  Subject: Order confirmation' },
      { channel: 'newsletter', text: 'To: reader@mail.example  Subject: Spring skincare tips' },
      { channel: 'internal-draft', text: 'Send through the mailing service, never from Outlook.' },
      { channel: 'internal-draft', text: 'To: agency@copyco.example; marcus@lumaaesthetics.example  Subject: Draft 2' },
    ],
  },
});
