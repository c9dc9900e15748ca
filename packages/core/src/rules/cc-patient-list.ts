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
    {
      title: 'Move them to Bcc, where nobody sees the others',
      replace: 'label',
      with: 'Bcc',
      safe: true,
    },
    {
      title: 'Address it to the practice; put people in Bcc or a mailing service',
      replace: 'mark',
      with: 'undisclosed recipients',
      channels: ['newsletter'],
    },
    {
      title: 'Leave the list out; send it to each person alone',
      replace: 'mark',
      with: '',
      channels: ['direct-message'],
    },
    {
      title: 'Say it to each person alone',
      replace: 'sentence',
      with: 'Please send this to each person separately, with nobody else in view.',
      channels: ['internal-draft'],
    },
  ],
  examples: {
    violating: [
      {
        channel: 'newsletter',
        text: 'To: «amy.f@gmail.com; bkline@yahoo.com; carla@hotmail.com»  Subject: Botox event',
      },
      {
        channel: 'newsletter',
        text: '«Cc: 214 recipients» (spring specials for our laser clients)',
      },
      { channel: 'internal-draft', text: 'Send this to all filler patients, «just cc them».' },
      '«Group text to Jan, Dee and Lupe»: your fall peels are due!',
      { channel: 'newsletter', text: '«To: past-patients-june.csv» («pasted 58 addresses»)' },
      {
        channel: 'newsletter',
        text: 'Cc: «tom.w@gmail.com; r.diaz@icloud.com»  Hi all, thanks for joining our weight-loss program',
      },
    ],
    clean: [
      { channel: 'newsletter', text: 'To: hello@lumaaesthetics.example  Bcc: 214 recipients' },
      {
        channel: 'internal-draft',
        text: 'To: marcus@lumaaesthetics.example; kelly@lumaaesthetics.example  Subject: proof',
      },
      { channel: 'newsletter', text: 'To: rep@galderma.example  Subject: Order confirmation' },
      { channel: 'newsletter', text: 'To: reader@mail.example  Subject: Spring skincare tips' },
      { channel: 'internal-draft', text: 'Send through the mailing service, never from Outlook.' },
      {
        channel: 'internal-draft',
        text: 'To: agency@copyco.example; marcus@lumaaesthetics.example  Subject: Draft 2',
      },
    ],
  },
});
