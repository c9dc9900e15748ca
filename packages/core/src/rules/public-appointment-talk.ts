import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'public-appointment-talk',
  title: 'The copy talks about an appointment with a person in public',
  law: ['hipaa-disclosure', 'hipaa-definition'],
  why: 'An appointment is care to come, and it is protected like care that was given. Dates and reminders belong in private.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    newsletter: 'warning',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['appointment-talk'], mark: 'appointment-talk' },
    { within: 'sentence', all: ['appointment-said'], mark: 'appointment-said' },
  ],
  message: 'Readers learn that this person has, or is due for, an appointment here.',
  fixes: [
    {
      title: 'Say it to everyone',
      replace: 'sentence',
      with: 'To ask about times, call us[ at {phone}] or book online.',
    },
    removeSentence,
  ],
  examples: {
    violating: [{ channel: 'social-post', text: '«See you Thursday at 3», @jo.martin!' }],
    clean: [
      { channel: 'social-post', text: 'Two spots just opened on Friday. Call (555) 010-0142.' },
      { channel: 'social-post', text: 'Thanks for asking! Book online or call us.' },
      { channel: 'social-post', text: 'DM us or call to book.' },
      { channel: 'newsletter', text: 'Spring appointments are open. Book early.' },
      { channel: 'web-page', text: 'Most toxin results last three to four months.' },
      { channel: 'social-post', text: 'Our Plano office is open late on Thursdays.' },
    ],
  },
});
