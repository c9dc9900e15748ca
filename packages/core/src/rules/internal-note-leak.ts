import { rule } from '../rule.js';

export default rule({
  id: 'internal-note-leak',
  title: 'An internal note about a patient is left in the copy',
  law: ['hipaa-disclosure', 'hipaa-safeguards', 'case-stillwell'],
  why: 'Comments and bracketed notes are published with the page source or sent with the draft. A note about a patient belongs in the chart or the authorization log.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: { within: 'passage', all: ['note-leak'], mark: 'note-leak' },
  message: 'Readers of the source learn about this patient from a note.',
  fixes: [{ title: 'Remove the note', replace: 'sentence', with: '' }],
  examples: {
    violating: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- ask «Jenna K». if we can use her tummy tuck pics -->',
      },
      {
        channel: 'web-page',
        languageId: 'javascript',
        text: "// TODO: swap in «Maria's filler photos once she signs»",
      },
      { channel: 'newsletter', text: '[NOTE: pt «Alvarez said ok verbally, use first name only»]' },
      {
        channel: 'web-page',
        languageId: 'yaml',
        text: "draft: true  # remove after «Tina's» revision heals",
      },
      {
        channel: 'newsletter',
        text: '(Marcus: «this is the lady who cried about her lips, change the name»)',
      },
      {
        channel: 'web-page',
        languageId: 'mdx',
        text: '{/* before pic is «Rhonda» from the June event */}',
      },
    ],
    clean: [
      { channel: 'web-page', languageId: 'html', text: '<!-- TODO: update laser price -->' },
      { channel: 'web-page', languageId: 'javascript', text: '// ask Dr. Smith to approve copy' },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- chaperone: authorized id=A-1042 channels=web expires=2027-05-01 -->',
      },
      { channel: 'newsletter', text: '[NOTE: legal review due Friday]' },
      {
        channel: 'web-page',
        languageId: 'mdx',
        text: '{/* hero image is stock, licence 88213 */}',
      },
      { channel: 'internal-draft', text: 'Marcus: shorten this to 90 words, please.' },
    ],
  },
});
