import { rule } from '../rule.js';
import { removeSentence } from '../shared-fixes.js';

export default rule({
  id: 'tag-or-mention-patient',
  title: 'The copy tags or mentions a person beside care',
  law: ['safe-harbor', 'hipaa-disclosure', 'hipaa-authorization'],
  why: 'A handle leads straight to a person, their face and their friends. Beside a treatment or a visit it says that they are a patient.',
  severity: {
    'review-reply': 'error',
    'social-post': 'error',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'passage', all: ['patient-tag', 'care-cue'], mark: 'patient-tag' },
    {
      within: 'sentence',
      all: ['learned-tag', 'patient-tag'],
      mark: 'patient-tag',
      atMost: 'warning',
      message: 'A reader may take this to mean that the person tagged was treated here.',
    },
  ],
  message: 'Readers learn, with one tap, who was treated here.',
  fixes: [
    {
      title: 'Take the tag out',
      replace: 'sentence',
      where: ['^ <handle> $'],
      with: '',
      safe: true,
    },
    {
      title: 'Take the tag out',
      replace: 'mark',
      where: ['<hashtag> <handle>', '<handle> <hashtag>'],
      with: '',
    },
    {
      title: 'Thank them for the words instead',
      replace: 'sentence',
      with: 'Thank you for the kind words!',
      channels: ['review-reply'],
    },
    {
      title: 'Describe the treatment instead',
      replace: 'sentence',
      with: 'Ask us what {treatment|this treatment} can and cannot do.',
      channels: ['social-post', 'newsletter', 'web-page', 'internal-draft'],
    },
    removeSentence,
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      { channel: 'social-post', text: 'Fresh lips on «@maddie.rose» 💋 1 syringe Restylane Kysse' },
      { channel: 'social-post', text: 'Look at this glow! Model: «@thejennaedit»' },
      { channel: 'social-post', text: 'Before and after on the gorgeous «@nikki_b»' },
      { channel: 'social-post', text: "Day 1 of «@coachdre»'s weight-loss journey on semaglutide" },
      {
        channel: 'social-post',
        text: 'Tagging our VIPs «@a.lowe» and «@kat.m», both in for Morpheus8 today',
      },
    ],
    clean: [
      { channel: 'social-post', text: 'Training day with @galderma: new Restylane techniques.' },
      { channel: 'social-post', text: 'Follow @drsmithmd for skin tips.' },
      { channel: 'social-post', text: 'New post from @lumaaesthetics: filler or toxin?' },
      { channel: 'social-post', text: 'Photo by @planophotoco. Come see our new lobby.' },
      { channel: 'social-post', text: 'We support @planofoodbank this month.' },
      { channel: 'web-page', text: '@media (max-width: 600px) { .botox-card { display: none } }' },
    ],
  },
});
