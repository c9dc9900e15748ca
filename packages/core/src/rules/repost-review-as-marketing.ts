import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'repost-review-as-marketing',
  title: "A review, a comment or a tag is reposted as the practice's own content",
  law: ['hipaa-authorization', 'own-disclosure'],
  why: 'People may tell the world where they were treated; the practice may not repeat it without a signed authorization. A tag or a public review is no such permission.',
  severity: {
    'social-post': 'error',
    'direct-message': 'info',
    newsletter: 'error',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    {
      within: 'passage',
      all: ['repost'],
      any: ['care-nearby', 'person-nearby'],
      unless: ['repost-denied'],
      mark: 'repost',
    },
    { within: 'passage', all: ['review-image'], mark: 'review-image' },
  ],
  message: "Readers see a patient's own words used as the practice's advertising.",
  fixes: [
    {
      title: 'Thank everyone who writes',
      replace: 'sentence',
      with: 'Thank you to everyone who takes the time to write about us.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      '«#repost» @glam.by.dee: "Luma did my lips and I\'m obsessed!"',
      '«Review of the week» from Tonya B.: "Best Botox ever!"',
      {
        channel: 'newsletter',
        text: '«Look what Michelle said» about her CoolSculpting on Google!',
      },
      '«She tagged us» in her story, so here it is 😍 (screenshot)',
      {
        channel: 'web-page',
        languageId: 'markdown',
        text: '![«5-star Google review by Erica Stone» about her lip filler](/img/review-erica.png)',
      },
      '«Loving this DM from one of our weight-loss patients» (swipe)',
    ],
    clean: [
      'Over 300 Google reviews. Thank you for the kind words!',
      'Regram from @galderma: what is Sculptra?',
      { channel: 'web-page', text: 'See what people are saying on Google.' },
      'Repost from @planofoodbank: volunteers needed Saturday.',
      {
        channel: 'internal-draft',
        text: 'Do not reshare client stories unless authorization names Instagram.',
      },
      { channel: 'newsletter', text: 'D Magazine named us a best med spa for 2026.' },
    ],
  },
});
