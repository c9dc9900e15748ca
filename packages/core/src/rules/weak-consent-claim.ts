import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'weak-consent-claim',
  title: 'The copy claims a consent that is not a marketing authorization',
  law: ['hipaa-authorization', 'hipaa-authorization-elements', 'case-cadia'],
  why: 'A verbal yes, a tag, a text or a treatment consent is not an authorization. It must be written, name what is shown, where and until when, and be signed.',
  severity: {
    'review-reply': 'warning',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['weak-consent'], mark: 'weak-consent' },
  message: 'Readers learn of a permission that would not count as a written authorization.',
  fixes: [
    { title: 'Record a signed authorization', insert: 'authorization' },
    {
      title: 'Say how you ask',
      replace: 'sentence',
      with: 'We publish patient photos only with signed, written authorization.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: '«Shared with her permission» 💛 Look at those cheeks after Voluma.',
      },
      {
        channel: 'newsletter',
        text: '«She said it was fine» to use her name, so: thank you, Paula, for your story about Botox.',
      },
      { channel: 'internal-draft', text: '«Consent form covers» it, post the tummy tuck pics.' },
      {
        channel: 'social-post',
        text: "«She tagged us first, so it's public»: her Morpheus8 day 3.",
      },
      { channel: 'web-page', text: '«All results shown with client approval».' },
      {
        channel: 'internal-draft',
        text: 'Got a «thumbs-up by text from» the lip client. OK to post.',
      },
    ],
    clean: [
      {
        channel: 'web-page',
        text: 'We publish patient photos only with signed, written authorization.',
      },
      { channel: 'web-page', text: 'By subscribing you agree to receive our newsletter.' },
      { channel: 'web-page', text: 'Read and sign the treatment consent before your visit.' },
      { channel: 'internal-draft', text: 'Photo release must name Instagram and an end date.' },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- chaperone: authorized id=A-1042 channels=web expires=2027-05-01 -->',
      },
      { channel: 'web-page', text: 'Cookie consent can be changed at any time.' },
    ],
  },
});
