import { rule } from '../rule.js';

export default rule({
  id: 'subject-line-reveals-care',
  title: "A subject, preheader or preview tells of the recipient's care",
  law: ['hipaa-safeguards'],
  why: 'Subjects show on lock screens and in shared inboxes. What the reader has had done belongs inside the message or in the portal.',
  severity: { 'direct-message': 'warning', newsletter: 'warning', 'internal-draft': 'info' },
  when: { within: 'sentence', all: ['subject-care'], mark: 'subject-care' },
  message: "Whoever sees the reader's screen learns about their care.",
  fixes: [{ title: 'Use a plain subject', replace: 'sentence', with: 'A note from {practice}' }],
  examples: {
    violating: [
      { channel: 'newsletter', text: 'Subject: «Your Botox is wearing off», Jen' },
      { channel: 'newsletter', text: 'Subject: «How is your tummy tuck healing»?' },
      { channel: 'newsletter', text: 'Preheader: «Your semaglutide refill is ready»' },
      { channel: 'newsletter', text: "Subject: It's been 12 «weeks since your Dysport»" },
      '«Your laser hair removal for your bikini line is tomorrow» at 2',
      { channel: 'newsletter', text: 'Subject: «Treating your rosacea»: next steps' },
    ],
    clean: [
      { channel: 'newsletter', text: 'Subject: Your March newsletter from Luma Aesthetics' },
      { channel: 'newsletter', text: 'Subject: 15% off toxin this week' },
      { channel: 'newsletter', text: 'Subject: Your appointment is confirmed' },
      { channel: 'newsletter', text: 'Subject: Meet Dr. Patel' },
      { channel: 'newsletter', text: 'Preheader: Five sunscreen myths' },
      { channel: 'newsletter', text: 'Subject: Important: new parking instructions' },
    ],
  },
});
