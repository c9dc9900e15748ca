import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'coy-insinuation',
  title: 'A wink hints at who was treated',
  law: ['hipaa-actual-knowledge', 'hipaa-disclosure'],
  why: 'A hint is written so that readers guess the person, and some will. The writer knows who is meant.',
  severity: {
    'review-reply': 'error',
    'social-post': 'warning',
    'direct-message': 'info',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'info',
  },
  when: [
    { within: 'passage', all: ['coy-with-care'], mark: 'coy-with-care' },
    {
      within: 'sentence',
      all: ['learned-coy'],
      mark: 'learned-coy',
      atMost: 'warning',
      message: 'A reader may take this as a hint at who was treated here.',
    },
  ],
  message: 'Readers are invited to guess who was treated here.',
  fixes: [
    {
      title: 'Make it a privacy promise',
      replace: 'sentence',
      with: 'Our lips are sealed. Always.',
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'social-post',
        text: "«Won't name names, but someone on your» TV tonight left here an hour ago 🤐",
      },
      {
        channel: 'social-post',
        text: "«IYKYK»... «a certain» news anchor's glow is from our laser room.",
      },
      {
        channel: 'social-post',
        text: '«Guess who was» in our chair today? «Hint»: she runs this town 👀',
      },
      {
        channel: 'newsletter',
        text: "«Let's just say» the bride in Saturday's big wedding had a little help from us.",
      },
      { channel: 'social-post', text: '«Half the Shepton High cheer moms» are on our Botox list.' },
      {
        channel: 'social-post',
        text: "«Someone's ex is looking amazing after six weeks of Emsculpt with us, just saying».",
      },
    ],
    clean: [
      { channel: 'social-post', text: "Guess what's coming Friday? A brand-new laser!" },
      {
        channel: 'social-post',
        text: 'Guess how many syringes of filler are in the average treatment plan.',
      },
      { channel: 'social-post', text: 'Our lips are sealed. Discretion comes standard.' },
      { channel: 'social-post', text: 'Guess who joined our team? Meet Nurse Kelly!' },
      { channel: 'newsletter', text: "Let's just say sunscreen is non-negotiable." },
      { channel: 'web-page', text: "We don't name names. Your privacy is part of the service." },
    ],
  },
});
