import type { Reading } from './signal.js';
import type { Span } from './span.js';
import { Tag } from './tag.js';
import { Kind, Shape } from './tokens.js';

/** `{treatment|this}` in the words of a fix: what the passage speaks of, or the words behind the bar. */
const placeholder = /\{treatment\|([^{}]*)\}/g;

/** Treatments that are counted: one alone would want an article. */
const counted = new Set(
  `adjustment aligner appointment biopsy blush booster canal colonoscopy drip extraction facelift facial filling flip implant
  infusion injectable job laser lift pellet peel photofacial retainer shot smear syringe
  transfer transplant tuck veneer`.split(/\s+/),
);
/** Words of the lexicon that say how, not what. */
const vague = new Set(
  'cannula extraction infusion injection pellet shot stitches suture syringe whitening'.split(' '),
);
/** Treatments that open a sentence with a capital of their own. */
const brand =
  /^(?:botox|dysport|xeomin|jeuveau|daxxify|letybo|juv[eé]derm|restylane|sculptra|radiesse|kybella|belotero|bellafill|morpheus8?|hydrafacial|coolsculpting|emsculpt|emface|invisalign|ozempic|wegovy|mounjaro|zepbound|latisse|thermage|ultherapy|sofwave|fraxel|lumecca|profhilo|renuvion|diamondglow|skinvive|volbella|kysse)$/i;

/** Writes into the words of a fix what treatment the marked sentence names, or else its passage: "lip filler" for `{treatment|this}`. */
export function withTopic(words: string, reading: Reading, sentence: Span): string {
  if (!words.includes('{treatment|')) return words;
  const topic = topicIn(reading, sentence) ?? topicIn(reading, { start: 0, end: Infinity });
  return words.replace(placeholder, (_, otherwise: string) => topic ?? otherwise);
}

/** The same where nothing is known of a passage. */
export function withoutTopic(words: string): string {
  return words.replace(placeholder, '$1');
}

function topicIn({ tokens, passage }: Reading, within: Span): string | undefined {
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.start[token] as number;
    if (start < within.start || start >= within.end) continue;
    if (!isTreatment(token) || (vague.has(tokens.word[token] as string) && !isTreatment(token - 1)))
      continue;
    let last = token;
    while (isTreatment(last + 1)) last++;
    const words = passage.text.slice(start, tokens.end[last]).replace(/\s+/g, ' ');
    const first = (tokens.shape[token] as number) & Shape.firstInSentence;
    const opened = first !== 0 && !brand.test(tokens.word[token] as string);
    // "HYDRAFACIAL", "Lip Filler" of a heading: not how it reads inside a sentence.
    const own = opened || /^(?:\p{Lu}\p{Ll}+ )+\p{Lu}\p{Ll}+$/u.test(words);
    const written = own
      ? words.replace(/\S+/g, (word) => (brand.test(word) ? word : word.toLowerCase()))
      : words;
    return inPlural(written, tokens.word[last] as string);
  }
  return undefined;

  function isTreatment(token: number): boolean {
    return (
      token < tokens.count &&
      tokens.kind[token] === Kind.word &&
      ((tokens.tags[token] as number) & Tag.treatment) !== 0
    );
  }
}

function inPlural(words: string, last: string): string {
  if (!counted.has(last)) return words;
  return /[^aeiou]y$/.test(words) ? `${words.slice(0, -1)}ies` : `${words}s`;
}
