import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'relative-or-employer-identifies',
  title: 'A person is told through a relative, a household or an employer',
  law: ['safe-harbor', 'hipaa-disclosure', 'hipaa-definition'],
  why: 'Safe Harbor covers relatives, employers and household members too. In one town there is only one mayor, and the mayor has one wife.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'info',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['relative-with-care'], mark: 'relative-with-care' },
  message: 'Readers can tell who was treated here from the family or workplace named.',
  fixes: [
    {
      title: 'Speak of people in general',
      replace: 'sentence',
      with: 'People often ask us about {treatment|this}.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'social-post', text: "«The mayor's wife» left here glowing today." },
      {
        channel: 'social-post',
        text: 'Dr. Smith even did Botox on «her own mother-in-law» this week!',
      },
      { channel: 'newsletter', text: "«Coach Daniels' daughter» chose us for her acne treatment." },
      '«Your husband» seemed very happy with his hair restoration.',
      {
        channel: 'social-post',
        text: "«The owner of Rosie»'s Diner just finished her third laser session.",
      },
      {
        channel: 'web-page',
        text: 'She «works the front desk at Shepton High» and came to us for rosacea.',
      },
    ],
    clean: [
      { channel: 'social-post', text: 'Bring a friend and learn about skincare together.' },
      { channel: 'newsletter', text: "Mother's Day gift cards are here." },
      { channel: 'web-page', text: 'What is a mommy makeover?' },
      { channel: 'social-post', text: "We're proud to sponsor the Shepton High band." },
      { channel: 'web-page', text: 'Couples often book consultations together.' },
      { channel: 'social-post', text: 'Dr. Smith and her sister founded Luma in 2015.' },
    ],
  },
});
