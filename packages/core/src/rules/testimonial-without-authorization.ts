import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'testimonial-without-authorization',
  title: 'A testimonial carries a name, initials or other details and no recorded authorization',
  law: ['hipaa-authorization', 'case-complete-pt', 'case-cadia', 'ftc-reviews'],
  why: "A patient's words become the practice's advertising once the practice publishes them. That takes a signed authorization that names the channel.",
  severity: {
    'social-post': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'info',
  },
  lenient: {
    'social-post': 'warning',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'off',
  },
  when: [
    {
      within: 'sentence',
      all: ['learned-quote'],
      mark: 'learned-quote',
      atMost: 'warning',
      message: 'A reader may take this for the words of a patient here.',
    },
    { within: 'passage', all: ['attributed-quote'], mark: 'attributed-quote' },
    { within: 'passage', all: ['quote-record'], mark: 'quote-record' },
    { within: 'passage', all: ['quote-attribution'], mark: 'quote-attribution' },
  ],
  message: 'Readers learn who was treated here from the name beside these words.',
  fixes: [
    {
      title: 'Point to public reviews instead',
      replace: 'sentence',
      with: 'Read our reviews on Google.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'web-page', text: '«"My Botox looks so natural!" - Sarah M»., Plano' },
      {
        channel: 'web-page',
        text: '«"Dr. Smith changed my life after my tummy tuck." Karen L»., 46',
      },
      {
        channel: 'newsletter',
        text: 'Here\'s what «Jodie said: "I was nervous about the laser and it was painless."»',
      },
      {
        channel: 'web-page',
        languageId: 'json',
        text: '{ "quote": "«Best filler in Texas»", "author": "Amber R.", "treatment": "Juvederm" }',
      },
      '«"I\'ve been coming here for years and I trust them with my face." ⭐⭐⭐⭐⭐ - T».W.',
      {
        channel: 'web-page',
        languageId: 'mdx',
        text: '<Testimonial name="Monique" city="Allen">«The peel cleared my acne.»</Testimonial>',
      },
    ],
    clean: [
      { channel: 'web-page', text: 'Rated 4.9 from 312 Google reviews. Read them on Google.' },
      { channel: 'web-page', text: '"Luma was a joy to design." Priya Desai, architect' },
      { channel: 'web-page', text: '[Testimonial placeholder: add after authorization is signed]' },
      { channel: 'web-page', text: '"We chose Plano because we live here." Dr. Smith, founder' },
      { channel: 'web-page', text: 'We publish patient stories only with signed authorization.' },
      { channel: 'web-page', text: '"A med spa to watch," wrote D Magazine in 2024.' },
    ],
  },
});
