import { rule } from '../rule.js';
import { insteadOfKindness, regretSentence } from '../shared-fixes.js';

export default rule({
  id: 'reply-confirms-treatment',
  title: 'The reply names or echoes a treatment, a condition or a result',
  law: ['hipaa-disclosure', 'hipaa-definition', 'case-manasa'],
  why: 'The reviewer may name their treatment; the practice may not confirm it. A reply that echoes it, even kindly, turns a claim into a fact from the medical record.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'info',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'sentence', all: ['confirms-treatment'], mark: 'confirms-treatment' },
    { within: 'sentence', all: ['echoes-review'], mark: 'echoes-review' },
    { within: 'sentence', all: ['care-advice'], mark: 'care-advice' },
    { within: 'sentence', all: ['care-count'], mark: 'care-count' },
    {
      within: 'sentence',
      all: ['learned-treatment'],
      mark: 'learned-treatment',
      atMost: 'warning',
      message: 'A reader may take this to mean that somebody had a treatment here.',
    },
  ],
  message: 'Readers learn that the reviewer had a treatment here, and how it turned out.',
  fixes: [regretSentence, ...insteadOfKindness],
  examples: {
    violating: [
      "We're thrilled «you love your Botox results»!",
      'Sorry «your filler» did not settle the way you hoped.',
      "So glad «the swelling went» down and «you're feeling» confident again.",
      'Morpheus8 «takes about three months, so your skin» will keep improving.',
      {
        channel: 'social-post',
        text: 'Yay! «Your lips look» incredible, «enjoy them»! (our comment under her selfie)',
      },
      'A bruise «like yours is normal after Dysport» and will fade.',
      "We can't wait for you to see the final outcome of «your procedure».",
    ],
    clean: [
      'Thank you for the kind words! Comments like this mean a lot to our team.',
      'We give written aftercare to everyone and answer questions by phone.',
      {
        channel: 'social-post',
        text: 'What can you expect after Morpheus8? Most people see changes over about three months.',
      },
      'Our medical team reviews every concern that reaches us by phone.',
      {
        channel: 'web-page',
        text: 'Bruising is common after any injectable and usually fades within two weeks.',
      },
      'Individual results vary, and we talk through options with everyone in person.',
      'Please call our medical director at (555) 010-0142.',
    ],
  },
});
