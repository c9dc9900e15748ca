import { rule } from '../rule.js';
import { namelessAltText, namelessTitle } from '../shared-fixes.js';

export default rule({
  id: 'image-metadata-identifies',
  title: 'A file name, an alternative text or an attribute names the person pictured',
  law: ['safe-harbor', 'case-stillwell'],
  why: 'Search engines read file names and alternative texts. In Stillwell v. Lopez the pictures were allowed; the name in them was what did the harm.',
  severity: {
    'social-post': 'warning',
    newsletter: 'error',
    'web-page': 'error',
    'internal-draft': 'warning',
  },
  when: [
    { within: 'passage', all: ['name-in-address'], mark: 'name-in-address' },
    { within: 'passage', all: ['name-in-alt-text'], mark: 'name-in-alt-text' },
    { within: 'passage', all: ['patient-attribute'], mark: 'patient-attribute' },
  ],
  message: 'Readers and search engines learn the name of the person in the picture.',
  fixes: [
    namelessAltText,
    namelessTitle,
    {
      title: 'Name the area, not the person',
      replace: 'mark',
      where: ['^ <name> $'],
      with: 'Treated area',
    },
    { title: 'Record a signed authorization', insert: 'authorization' },
  ],
  examples: {
    violating: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<img src="/gallery/«jane-doe»-breast-augmentation-after.jpg" alt="after">',
      },
      {
        channel: 'web-page',
        languageId: 'markdown',
        text: '![«Melissa Tran» lip filler before](/img/ba/001.jpg)',
      },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<div class="ba" data-patient="«Rhonda Keller»" data-tx="botox"></div>',
      },
      { channel: 'web-page', languageId: 'yaml', text: 'slug: results/«tina-alvarez»-tummy-tuck' },
      {
        channel: 'newsletter',
        languageId: 'html',
        text: '<img src="cid:«mariah_k»_19840212_before.png">',
      },
      {
        channel: 'web-page',
        languageId: 'json',
        text: '{ "patientName": "«Owen Briggs»", "before": "b.jpg", "after": "a.jpg" }',
      },
    ],
    clean: [
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<img src="/gallery/case-022-lips-after.jpg" alt="Lips after filler">',
      },
      {
        channel: 'web-page',
        languageId: 'markdown',
        text: '![Dr. Smith in the Plano office](/team/dr-smith.jpg)',
      },
      {
        channel: 'web-page',
        languageId: 'html',
        text: '<img src="/products/juvederm-voluma.png" alt="Juvederm Voluma box">',
      },
      { channel: 'web-page', languageId: 'yaml', text: 'slug: treatments/brazilian-butt-lift' },
      {
        channel: 'web-page',
        languageId: 'json',
        text: '{ "author": "Dr. Anaya Patel", "image": "peel.jpg" }',
      },
      { channel: 'web-page', languageId: 'html', text: '<img src="IMG_4821.jpg" alt="Our lobby">' },
      {
        channel: 'newsletter',
        languageId: 'email',
        text: 'To: team@luma.example\nSubject: Holiday Hours\n\nWe close at noon.',
      },
    ],
  },
});
