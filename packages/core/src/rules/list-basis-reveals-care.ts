import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'list-basis-reveals-care',
  title: 'The copy tells readers that the list is built on treatment or patient status',
  law: ['hipaa-definition', 'case-goodrx', 'case-betterhelp'],
  why: 'A list of people who had a treatment is health information, and saying so hands it to everyone who sees the message. Uploading such a list to an ad platform has cost companies millions.',
  severity: {
    'social-post': 'warning',
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'info',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['list-basis'], mark: 'list-basis' },
  message: 'Readers learn that the people on this list had a treatment.',
  fixes: [
    {
      title: 'Say why everyone gets it',
      replace: 'sentence',
      with: "You're receiving this because you subscribed to our newsletter.",
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'newsletter',
        text: "You're receiving this «because you had Botox» with us in the last year.",
      },
      { channel: 'newsletter', text: 'A special offer just for our «weight-loss patients».' },
      {
        channel: 'newsletter',
        text: "«Since you've tried CoolSculpting», here's 20% off round two.",
      },
      {
        channel: 'internal-draft',
        text: '«Export everyone who got filler in Q1 and upload it to Meta as a lookalike».',
      },
      { channel: 'newsletter', text: '«Dear PRP patient»,' },
      { channel: 'internal-draft', text: 'Mailchimp «segment: "GLP-1 active, past due»"' },
    ],
    clean: [
      {
        channel: 'newsletter',
        text: "You're receiving this because you subscribed at lumaaesthetics.example.",
      },
      { channel: 'newsletter', text: 'Curious about PRP? Join our evening talk.' },
      { channel: 'newsletter', text: 'New here? Your first consultation is free.' },
      { channel: 'internal-draft', text: 'Target women 30 to 55 within ten miles of Plano.' },
      { channel: 'newsletter', text: 'Dear friend of Luma,' },
      { channel: 'internal-draft', text: 'Newsletter list A, sends Tuesday.' },
    ],
  },
});
