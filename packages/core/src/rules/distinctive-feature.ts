import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'distinctive-feature',
  title: 'A caption or alternative text points to a distinctive mark',
  law: ['safe-harbor', 'case-freckles', 'case-tattoos'],
  why: 'Friends know a tattoo, a birthmark or a ring at once, even when the face is cropped. Courts have heard cases about freckles and tattoos.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: { within: 'passage', all: ['mark-of-person'], mark: 'mark-of-person' },
  message: 'Readers who know this mark know who was treated here.',
  fixes: [
    {
      title: 'Describe the treatment instead',
      replace: 'sentence',
      with: 'Ask us what {treatment|this treatment} can and cannot do.',
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'web-page', text: 'alt="Abdomen «with phoenix tattoo», 8 weeks after lipo"' },
      {
        channel: 'social-post',
        text: "«That dragon sleeve stays», the sunspots don't! Her IPL result.",
      },
      { channel: 'social-post', text: 'You may «recognize her by the birthmark on her cheek».' },
      { channel: 'web-page', text: 'Nude torso, «nameplate necklace visible», after breast lift.' },
      { channel: 'social-post', text: '«Check the freckles»: same patient, three months apart.' },
      { channel: 'newsletter', text: 'She let us «show her face» after filler, and wow.' },
    ],
    clean: [
      { channel: 'web-page', text: 'Tattoo removal takes six to ten sessions.' },
      { channel: 'internal-draft', text: 'Mask tattoos and crop above the chin before upload.' },
      { channel: 'web-page', text: 'alt="Treated area eight weeks after body contouring"' },
      {
        channel: 'web-page',
        text: 'Port-wine birthmarks can often be lightened with a pulsed dye laser.',
      },
      { channel: 'social-post', text: 'Nurse Kelly shows off her new name badge.' },
      { channel: 'web-page', text: 'Facial balancing looks at the whole face.' },
    ],
  },
});
