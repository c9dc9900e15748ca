import { rule } from '../rule.js';

export default rule({
  id: 'reply-names-reviewer',
  title: "The reply uses the reviewer's name",
  law: ['safe-harbor', 'hipaa-disclosure', 'case-nvd'],
  why: 'A name ties the reply to a person, and a fuller name than the one shown unmasks them. Reputation firms advise the same: greet nobody by name.',
  severity: { 'review-reply': 'error', 'social-post': 'warning', 'internal-draft': 'info' },
  standard: { 'review-reply': 'warning' },
  lenient: { 'review-reply': 'hint', 'social-post': 'hint' },
  when: { within: 'passage', all: ['reviewer-name'], mark: 'reviewer-name' },
  message: 'Readers learn the name of the person the practice is speaking to.',
  fixes: [
    {
      title: 'Take the name out',
      replace: 'mark',
      where: [
        '^ (hi|hello|hey|thanks|thank you) (there|again)? <name> !and|or|<name>',
        '^ (hi|hello|hey) (there|again)? <name> $',
        '(thank you|thanks) (so much|again|very much)? <name> $',
        '(words|review|feedback|note|kindness|stars|time) <name> $',
      ],
      with: '',
      safe: true,
    },
    {
      title: 'Greet without a name',
      replace: 'words',
      where: [
        '^ «dear ..2 <name>»',
        '^ «(hi|hello|hey) ..1 <name> and» (team|all|everyone|family)',
      ],
      with: 'hello',
    },
    {
      title: 'Thank them for the words instead',
      replace: 'sentence',
      where: ['<name> (and|or) <name>'],
      with: 'Thank you for the kind words!',
    },
    { title: 'Take the name out', replace: 'mark', with: '' },
  ],
  examples: {
    violating: [
      'Hi «Sarah», thank you for the kind words!',
      'Thank you, «Tomas» and «Lena»!',
      '«Jennifer», we know this is you.',
    ],
    clean: [
      "Thank you! We'll share this with Dr. Smith and Nurse Kelly.",
      'Thank you. Marcus, Office Manager, (555) 010-0142',
      'Thanks so much from all of us at Luma Aesthetics.',
      'Hello, and thank you for the review.',
      'Hi there! We appreciate the feedback.',
      { channel: 'social-post', text: 'Thank you, Plano! Voted best med spa again.' },
    ],
  },
});
