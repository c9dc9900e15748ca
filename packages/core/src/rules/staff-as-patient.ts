import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'staff-as-patient',
  title: 'An employee, ambassador or influencer is presented as a patient',
  law: ['hipaa-definition', 'hipaa-authorization', 'ftc-endorsements', 'ftc-insider'],
  why: 'Staff who are treated here are patients for that care, and their job does not change it. Readers must also be told about the tie.',
  severity: {
    'review-reply': 'warning',
    'social-post': 'info',
    newsletter: 'info',
    'web-page': 'info',
  },
  when: { within: 'passage', all: ['staff-treated'], mark: 'staff-treated' },
  message: 'Readers learn that this colleague or partner was treated here.',
  fixes: [
    {
      title: 'Speak of the treatment',
      replace: 'sentence',
      with: 'Ask our team about {treatment|this treatment}.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'social-post', text: 'Our front desk star «Bri» got her lips done at lunch!' },
      {
        channel: 'web-page',
        text: '«Marcus» lost two inches with Emsculpt NEO, ask him about it.',
      },
      { channel: 'social-post', text: 'We treated «@plano.mom.blog» to complimentary Moxi today.' },
      { channel: 'newsletter', text: "Even Nurse «Kelly» got Dr. Smith's eyelid surgery in June." },
      {
        channel: 'social-post',
        text: 'Our «ambassador Lexi» is on week four of semaglutide with us.',
      },
      'Our own «receptionist» had the same peel and loved it.',
    ],
    clean: [
      { channel: 'social-post', text: 'Nurse Kelly placed her 2,000th syringe this week.' },
      { channel: 'social-post', text: 'Marcus answers the phones from 9 to 5.' },
      {
        channel: 'social-post',
        text: "I'm Bri from the front desk, and I love my lip filler. I work at Luma. #employee",
      },
      { channel: 'web-page', text: 'Every injector trains for 200 hours.' },
      { channel: 'social-post', text: 'Staff training day with BTL.' },
      { channel: 'newsletter', text: 'Meet our newest esthetician, Dana Cole, LE.' },
    ],
  },
});
