import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'review-request-reveals-care',
  title: 'A review request reveals care or scripts private details',
  law: ['hipaa-safeguards', 'ftc-fake-reviews'],
  why: 'The request travels on an open channel and tells what was done. Asking for the treatment or for a name makes patients publish it.',
  severity: {
    'social-post': 'warning',
    'direct-message': 'warning',
    newsletter: 'warning',
    'web-page': 'warning',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['ask-with-care'], mark: 'ask-with-care' },
  message: "The request tells of the reader's care, or asks them to publish it.",
  fixes: [
    {
      title: 'Ask for honest feedback',
      replace: 'sentence',
      with: "We'd be grateful for your honest feedback.",
    },
    removeSentence,
  ],
  examples: {
    violating: [
      {
        channel: 'direct-message',
        text: 'Hi Sarah, «how was your lip filler on Tuesday»? Leave us a review!',
      },
      { channel: 'newsletter', text: '«Loved your CoolSculpting»? Tell Google about it.' },
      {
        channel: 'newsletter',
        text: 'In your review, please «mention your Botox and Nurse Kelly by name».',
      },
      {
        channel: 'direct-message',
        text: '«Copy and paste»: "Dr. Smith fixed my droopy lids, I\'m so happy!"',
      },
      {
        channel: 'web-page',
        text: 'Review us! «Share your treatment, your results» and a before photo.',
      },
      {
        channel: 'direct-message',
        text: '«Thanks for seeing us for your acne scars yesterday», please rate us.',
      },
    ],
    clean: [
      {
        channel: 'direct-message',
        text: 'Would you share your honest feedback? It helps others find us: lumaaesthetics.example/review',
      },
      { channel: 'newsletter', text: "We'd be grateful for your honest feedback on Google." },
      { channel: 'web-page', text: 'Tell us what you think, good or bad.' },
      { channel: 'web-page', text: 'Scan to leave honest feedback.' },
      { channel: 'newsletter', text: 'Hi {{first_name}}, how are we doing? Share your thoughts.' },
      { channel: 'internal-draft', text: 'Ask every recent client, same wording for all.' },
    ],
  },
});
