import { rule } from '../rule.js';

export default rule({
  id: 'authorization-incomplete',
  title: 'An authorization is expired, off-channel or incomplete, or a release asks for too much',
  law: ['hipaa-authorization-elements', 'hipaa-authorization'],
  why: 'An authorization needs six elements and three statements, among them an end, the right to revoke, and care that does not depend on signing. Without one of them it is not valid.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    'direct-message': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'passage', all: ['annotation-flawed'], mark: 'annotation-flawed' },
    { within: 'passage', all: ['broad-release'], mark: 'broad-release' },
    { within: 'passage', all: ['release-incomplete'], mark: 'release-incomplete' },
  ],
  message: 'This permission would not be a valid authorization.',
  fixes: [
    {
      title: 'Say how it can be taken back',
      replace: 'sentence',
      with: 'You may revoke this authorization in writing at any time.',
    },
  ],
  examples: {
    violating: [
      { channel: 'web-page', languageId: 'html', text: '<!-- «chaperone: authorized» -->' },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- «chaperone: authorized id=A-88 channels=web expires=2025-01-31» -->',
      },
      {
        channel: 'social-post',
        languageId: 'html',
        text: '<!-- «chaperone: authorized id=A-1042 channels=web expires=2027-05-01» --> (used in an Instagram file)',
      },
      {
        channel: 'web-page',
        text: 'I «irrevocably grant Luma the right to use my photos in all media forever».',
      },
      { channel: 'web-page', text: '«Photo release is required» to book any laser service.' },
      {
        channel: 'web-page',
        text: '«I consent to the use of my images for any purpose». Signature: ____',
      },
    ],
    clean: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<!-- chaperone: authorized id=A-1042 channels=web,instagram expires=2027-05-01 -->',
      },
      { channel: 'web-page', text: 'You may revoke this authorization in writing at any time.' },
      { channel: 'web-page', text: 'Your care does not depend on signing this form.' },
      {
        channel: 'web-page',
        text: 'This authorization expires on May 1, 2027, or when you revoke it.',
      },
      { channel: 'web-page', text: 'Treatment consent: risks include bruising and swelling.' },
      { channel: 'web-page', text: "Photographer's release: stock image, model signed." },
    ],
  },
});
