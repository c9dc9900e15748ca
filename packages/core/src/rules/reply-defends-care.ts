import { rule } from '../rule.js';
import { insteadOfDefense } from '../shared-fixes.js';

export default rule({
  id: 'reply-defends-care',
  title: 'The reply rebuts the review with facts about the care',
  law: ['hipaa-disclosure', 'hipaa-definition', 'case-shasta'],
  why: 'A practice may not answer a complaint with facts about the person, even when the complaint is wrong: each fact tells readers that the person was treated and what happened. A standing policy in the present tense says as much in your favor and tells nothing.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['defends-care'], mark: 'defends-care' },
    { within: 'sentence', all: ['answers-complaint'], mark: 'answers-complaint' },
    {
      within: 'sentence',
      all: ['learned-defense'],
      mark: 'learned-defense',
      atMost: 'warning',
      message: 'A reader may take this to mean what happened with somebody here.',
    },
  ],
  message: 'Readers learn what happened with this person here.',
  fixes: insteadOfDefense,
  examples: {
    violating: [
      '«That is simply not what happened». «You were told» about bruising before «we started».',
      '«Dr. Smith spent over an hour with you» and answered every question.',
      'We «offered you» a complimentary correction and «you declined».',
      {
        channel: 'social-post',
        text: 'About «the one-star review» going around: she «was warned» not to tan and did it anyway.',
      },
      '«In fact», your own photos show a clear improvement.',
      {
        channel: 'web-page',
        text: '«Our response to recent false claims»: the «individual arrived» with an existing infection.',
      },
    ],
    clean: [
      'We review risks with everyone, in writing, before any service.',
      'Our policy is to offer a follow-up call within two days.',
      'Every device in our office is serviced by its manufacturer.',
      { channel: 'web-page', text: 'We never start a laser treatment without a patch test.' },
      'We provide all of our patients with attentive care, and privacy rules keep us from saying more.',
      {
        channel: 'internal-draft',
        text: 'Flag to Yelp: reviewer describes a different business in another city.',
      },
    ],
  },
});
