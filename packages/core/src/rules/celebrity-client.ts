import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'celebrity-client',
  title: 'A celebrity or public figure is presented as a patient',
  law: ['hipaa-disclosure', 'hipaa-authorization', 'case-ucla', 'case-memorial-hermann'],
  why: 'Fame takes nobody out of the privacy rule, and a name already in the news is no licence. An endorsement also needs rights of its own.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['celebrity-treated'], mark: 'celebrity-treated' },
  message: 'Readers learn that a public figure is a patient here.',
  fixes: [
    {
      title: 'Promise discretion to everyone',
      replace: 'sentence',
      with: 'Discretion comes standard for everyone.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'web-page',
        text: '«Celebrity clients include two Real Housewives and a Grammy winner».',
      },
      { channel: 'social-post', text: 'Guess which «Cowboys player» was in for Emsculpt today?' },
      { channel: 'social-post', text: "So fun treating «Channel 8's Marisa Vance» this week!" },
      {
        channel: 'newsletter',
        text: "The secret behind «Senator Hollis»'s fresh look? Dr. Smith.",
      },
      { channel: 'web-page', text: '«Miss Texas» trusts us with her skin.' },
      'Even our «celebrity clients» wait their turn.',
    ],
    clean: [
      { channel: 'web-page', text: 'Dr. Smith has been quoted in Vogue and Allure.' },
      { channel: 'social-post', text: "Galderma's new campaign stars an award-winning actress." },
      {
        channel: 'newsletter',
        text: 'When public figures talk openly about facelifts, searches rise.',
      },
      { channel: 'web-page', text: 'We take privacy seriously for every person who walks in.' },
      { channel: 'social-post', text: 'Proud sponsor of the Plano Half Marathon.' },
      { channel: 'web-page', text: 'Red-carpet facial: our brightest HydraFacial package.' },
    ],
  },
});
