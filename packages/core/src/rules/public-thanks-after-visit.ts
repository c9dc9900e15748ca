import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'public-thanks-after-visit',
  title: 'The copy publicly thanks or praises a person after a visit',
  law: ['hipaa-disclosure', 'hipaa-authorization'],
  why: 'Thanking a named person for a visit tells every follower that they were treated here. It takes a signed authorization that names the channel.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    {
      within: 'sentence',
      all: ['learned-thanks'],
      mark: 'learned-thanks',
      atMost: 'warning',
      message: 'A reader may take this to mean that this person came in for care.',
    },
    { within: 'sentence', all: ['public-thanks'], mark: 'public-thanks' },
  ],
  message: 'Readers learn that this person came in for care.',
  fixes: [
    {
      title: 'Thank everyone instead',
      replace: 'sentence',
      with: 'Thank you to everyone who visited this week!',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: 'Thank you «@jess.m for coming in today»! You were a dream.',
      },
      {
        channel: 'social-post',
        text: 'Thanks for «spending your birthday in our chair, @bri_online»!',
      },
      { channel: 'social-post', text: 'It was a pleasure «treating you today, Angela»!' },
    ],
    clean: [
      { channel: 'social-post', text: 'Thank you to everyone who came to our open house!' },
      { channel: 'social-post', text: 'Thank you @galderma for training our team today.' },
      { channel: 'social-post', text: 'Grateful for this community. Five years in Plano!' },
      {
        channel: 'social-post',
        text: 'Huge thank-you to Nurse Kelly for teaching our sunscreen class.',
      },
      { channel: 'newsletter', text: 'Thank you for reading, and for telling friends about us.' },
      { channel: 'web-page', text: 'Thank you for booking. A confirmation is on its way.' },
      {
        channel: 'social-post',
        text: 'Thanks, @planochamber, for stopping by our ribbon cutting.',
      },
    ],
  },
});
