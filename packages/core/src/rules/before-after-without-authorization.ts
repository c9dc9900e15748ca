import { rule } from '../rule.js';
import { removeSentence, spoken } from '../shared-fixes.js';

export default rule({
  id: 'before-after-without-authorization',
  title: 'A before-and-after or result picture has no recorded authorization',
  law: ['safe-harbor', 'hipaa-authorization', 'case-stillwell'],
  why: 'Full-face pictures and comparable images are identifiers, and result pictures are advertising. Each needs a signed authorization that names the channel and ends.',
  severity: {
    'social-post': 'error',
    'direct-message': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  standard: { 'social-post': 'warning', newsletter: 'warning', 'web-page': 'warning' },
  lenient: {
    'social-post': 'info',
    'direct-message': 'info',
    newsletter: 'info',
    'web-page': 'info',
    'internal-draft': 'info',
  },
  when: [
    { within: 'passage', all: ['before-after-picture'], mark: 'before-after-picture' },
    {
      within: 'sentence',
      all: ['learned-result'],
      mark: 'learned-result',
      atMost: 'warning',
      message: 'A reader may take this to show what was done for a patient here.',
    },
  ],
  message:
    'Readers see the result of one patient, and nothing here says that the patient agreed in writing.',
  fixes: [
    { title: 'Record a signed authorization', insert: 'authorization' },
    {
      title: 'Describe the treatment instead',
      replace: 'sentence',
      with: 'Ask us what {treatment|this treatment} can and cannot do.',
      in: spoken,
    },
    { ...removeSentence, in: spoken },
  ],
  examples: {
    violating: [
      '«Before and after»: one session of CoolSculpting on the abdomen. Swipe!',
      {
        channel: 'web-page',
        languageId: 'markdown',
        text: '![«Before and after» rhinoplasty](/gallery/case-22.jpg)',
      },
      '«6 weeks post Morpheus8, same lighting, no filter» 📸',
      { channel: 'newsletter', text: '«Real patient results», pictured above.' },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<figure><img src="ba-lips.jpg"><figcaption>Lip filler, «day 1 and day 14»</figcaption></figure>',
      },
      "«Pre-op vs. 3 months post-op» tummy tuck, isn't she stunning?",
    ],
    clean: [
      { channel: 'web-page', text: 'Photos show a paid model. Individual results vary.' },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- chaperone: authorized id=A-1042 channels=web expires=2027-05-01 -->\n![Before and after lip filler](/gallery/a1042.jpg)',
      },
      'Before and after: our lobby got new chairs!',
      { channel: 'web-page', text: 'Ask to see our authorized photo book in the office.' },
      { channel: 'web-page', text: 'What to do before and after a chemical peel.' },
      {
        channel: 'newsletter',
        text: 'New in the journal: how to read before and after photos critically.',
      },
    ],
  },
});
