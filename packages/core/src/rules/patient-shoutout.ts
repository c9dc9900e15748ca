import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'patient-shoutout',
  title: 'The copy celebrates a patient in public',
  law: ['hipaa-disclosure', 'hipaa-authorization', 'case-cadia'],
  why: 'Patient of the month, birthdays, pounds lost, winners of a treatment: each names somebody as a patient. It takes a signed authorization.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['shoutout'], mark: 'shoutout' },
    {
      within: 'sentence',
      all: ['learned-shoutout'],
      mark: 'learned-shoutout',
      atMost: 'warning',
      message: 'A reader may take this to mean that the person celebrated is a patient here.',
    },
  ],
  message: 'Readers learn that the person celebrated is a patient here.',
  fixes: [
    {
      title: 'Celebrate without the name',
      replace: 'sentence',
      with: 'Congratulations to our winner (we have been in touch privately)!',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'social-post', text: '«Patient of the month»: meet Deborah!' },
      { channel: 'social-post', text: 'Happy «birthday to our beautiful client Tasha» 🎂' },
      {
        channel: 'newsletter',
        text: 'Thank you to our «top referrers»: Beth Olson, Carla Ruiz and Dee Tran.',
      },
    ],
    clean: [
      { channel: 'social-post', text: 'Happy birthday to Nurse Kelly!' },
      { channel: 'social-post', text: 'We picked a giveaway winner and sent a private message.' },
      {
        channel: 'newsletter',
        text: 'Happy birthday to everyone celebrating in May. Enjoy 10% off retail.',
      },
      { channel: 'social-post', text: 'Ten years of Luma Aesthetics. Cake at noon.' },
      { channel: 'social-post', text: 'Enter by Friday. No purchase needed.' },
      { channel: 'web-page', text: 'Our team has performed more than 5,000 treatments.' },
    ],
  },
});
