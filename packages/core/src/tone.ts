import type { Reading } from './signal.js';

/** What a reply answers: words of praise, or a complaint. A way out that suits the one is deaf to the other. */
export type Tone = 'praise' | 'criticism';

/** What an owner writes to a complaint only, whatever thanks stand around it. */
const regrets = wordsOf(`
  apologies apologise apologize apology complaint complaints concern concerns disappointed disappointing
  disappointment frustrated frustrating frustration regret sorry unfortunate unfortunately unhappy upset upsetting
`);
const complaints = new Set([
  ...regrets,
  ...wordsOf(`
  angry annoyed avoid awful bad botched bruised burned burnt charged concerned cold crooked dirty dishonest
  dismissive disrespectful horrible hurt hurts ignored infected infection late lumpy mess mistake nightmare
  overcharged overpriced painful pain poor refund refused ridiculous rude ruined rushed scam scammed scar
  scarred terrible unacceptable uneven unprofessional waited waste wasted worse worst wrong
`),
]);
const praises = wordsOf(`
  adore amazing awesome beautiful best brilliant compliment delight delighted excellent fantastic favorite favourite
  fabulous friendly gem gentle glad glowing gorgeous grateful great happy honored incredible joy kind love loved lovely
  loves loving magic obsessed outstanding perfect phenomenal pleasure professional recommend recommended stunning sweet
  talented thank thankful thanks thrilled wonderful wow
`);

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Few stars, as reviewers and review tools write them. */
const fewStars =
  /(?:^|[^\d.])[12](?: out of 5|[ -]stars?\b|\/5)|\b(?:one|two)[ -]stars?\b|[★⭐]☆/iu;

/**
 * The tone of what a passage answers: of the review where it is known, else as far as the reply itself shows; undefined
 * where neither does.
 */
export function toneOf({ passage, tokens }: Reading): Tone | undefined {
  const { answers } = passage;
  if (answers !== undefined) {
    const tone = fewStars.test(answers) ? 'criticism' : toneIn(wordsIn(answers));
    if (tone) return tone;
  }
  const words = Array.from({ length: tokens.count }, (_, at) => tokens.word[at] as string);
  if (words.some((word) => regrets.has(word))) return 'criticism';
  return words.some((word) => praises.has(word)) ? 'praise' : undefined;
}

function toneIn(words: readonly string[]): Tone | undefined {
  const bad = words.filter((word) => complaints.has(word)).length;
  const good = words.filter((word) => praises.has(word)).length;
  if (bad === 0 && good === 0) return undefined;
  return bad >= good ? 'criticism' : 'praise';
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
