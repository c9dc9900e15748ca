import type { WordDocument } from './model.js';

/** Copy as a clinic's marketing person might be writing it. */
export function fillSample(document: WordDocument, kind: string): void {
  const texts =
    kind === 'long' ? longCopy() : kind === 'clean' ? clean : kind === 'empty' ? [''] : sample;
  document.body.paragraphs = texts.map((text) => document.paragraph(text));
  if (kind !== 'sample') return;
  document.headers.Primary = {
    paragraphs: [document.paragraph('Luma Aesthetics · replies for this week')],
  };
  document.properties = { title: 'Review replies', author: 'Luma Aesthetics' };
}

const sample = [
  'Review by Jane D., five stars: I had the best experience here. Dana is an artist.',
  'Reply:',
  'Thank you for coming in to see us! We’re thrilled you love your Botox results! See you in two weeks for your touch-up!',
  'Review by M. R., two stars: Rude at the front desk.',
  'Reply:',
  'We are sorry to hear this. We refunded your deposit on the spot.',
  'Review by K., four stars: Lovely place.',
  'Reply:',
  'Thank you for the kind words!',
];

const clean = ['Reply:', 'Thank you for the kind words!'];

/** About 300 pages: 3,000 paragraphs, one in ten with something to find. */
function longCopy(): string[] {
  return Array.from({ length: 3000 }, (_, at) => {
    if (at % 10 === 2) return `Review by K. ${at}, four stars: Lovely place.`;
    if (at % 10 === 3) return 'Reply:';
    if (at % 10 === 4) return 'Thank you for coming in to see us! Our phone is answered every day.';
    return `Paragraph ${at}. Our clinic opens at nine and closes at six, and the front desk answers every call. Parking is behind the house, and the door is wide enough for every chair.`;
  });
}
