import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'contact-identifier',
  title: "A person's telephone number, e-mail address or profile beside care",
  law: ['safe-harbor', 'hipaa-disclosure'],
  why: 'A number or an address leads straight to one person. Give the line of a role at the practice instead.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'info',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['contact-of-person'], mark: 'contact-of-person' },
  message: 'Readers learn how to reach this patient.',
  fixes: [removeSentence, { title: 'Record a signed authorization', insert: 'authorization' }],
  examples: {
    violating: [
      {
        channel: 'newsletter',
        text: 'Questions about her results? Email Dana at «dana.mills84@gmail.com».',
      },
      {
        channel: 'social-post',
        text: "DM @lexi.m.fit or text «214-555-8831», she'll tell you about her BBL!",
      },
      { channel: 'web-page', text: 'Reference patient: «(972) 555-7714», breast reduction.' },
      {
        channel: 'internal-draft',
        text: 'Patient «jkowalski@outlook.com» wants her photos removed from the Botox page.',
      },
      {
        channel: 'web-page',
        text: 'See her story at «facebook.com/melinda.ortiz.925» (tummy tuck).',
      },
      {
        channel: 'review-reply',
        text: 'We emailed you at «bethany.r@yahoo.com» about your refund.',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'Email hello@lumaaesthetics.example or call (555) 010-0142.' },
      { channel: 'web-page', text: 'Press: press@lumaaesthetics.example' },
      { channel: 'newsletter', text: 'Reply STOP or write to privacy@lumaaesthetics.example.' },
      { channel: 'web-page', text: 'In an emergency call 911.' },
      { channel: 'social-post', text: 'Follow @drsmithmd and @lumaaesthetics.' },
      { channel: 'web-page', languageId: 'html', text: '<a href="tel:+15550100142">Call us</a>' },
    ],
  },
});
