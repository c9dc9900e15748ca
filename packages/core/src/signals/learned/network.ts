import { tokenize } from '../../tokens.js';
import { hashWord, type Outline } from './features.js';
import { type PackedNetwork, readSlots, unpackValues } from './packed.js';

/** What the network thinks of a passage and of each of its clauses, in log odds. */
export interface Impression {
  readonly whole: number;
  readonly clauses: readonly number[];
  /** What the passage and a clause (its index) would score if nothing were known of one of its tokens (its index in the passage). */
  without(clause: number, token: number): { readonly whole: number; readonly clause: number };
}

/** A clause: tokens from `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A network that is ready to read. */
export interface Network {
  /** Clauses follow one another; `review` are hashes of the words that are answered. */
  read(
    outline: Outline,
    clauses: readonly Range[],
    review: readonly number[],
    output: NetworkOutput,
  ): Impression;
}

/** What the network is asked about, in the order of its last weights. */
export const networkOutputs = ['reply', 'copy'] as const;
export type NetworkOutput = (typeof networkOutputs)[number];

/** How many words filters see: one; it and the one before; those and the one after. */
export const widths = [1, 2, 3] as const;
const taps = 6;
/** How many different places a passage can stand in: `Outline.place`, from 0. */
export const places = 5;
/** The lowest log odds of a clause that the whole passage hears of. */
export const lowest = -8;
/** How many words are kept with their answers, so that a word costs its sums once. */
const keptAnswers = 4096;

/** Stand-ins whose own words say who or how much, which must not be learned. */
const hidden: ReadonlySet<number> = new Set(
  '<name> <handle> <contact> <number> <money> <clock> <merge> <staff>'.split(' ').map(hashWord),
);

/** True where the network reads a token's own word beside the tag that stands for it. */
export function readsOwnWord(symbol: number, word: number): boolean {
  return symbol !== word && !hidden.has(symbol);
}

let lastReview: { readonly text: string; readonly words: readonly number[] } | undefined;

/** Hashes of the words of the text that a passage answers, each once. All passages of a reply answer the same one. */
export function reviewWordsOf(answers: string | undefined): readonly number[] {
  if (answers === undefined) return [];
  if (lastReview?.text !== answers)
    lastReview = { text: answers, words: [...new Set(tokenize(answers).word)].map(hashWord) };
  return lastReview.words;
}

/** The most that the network's word counts beside that of the tables, in log odds either way. */
export const highestOdds = 8;

/** Log odds as far as they count. */
export function within(odds: number): number {
  return Math.max(-highestOdds, Math.min(highestOdds, odds));
}

/**
 * A small convolutional network over the words of a passage. The vector of each word, with those of its tag and traits, goes
 * through filters that see one to three words; the highest answer of each filter in a clause, in the passage and in the
 * review go through one hidden layer (Collobert et al. 2011, Kim 2014). Until the highest answers are taken all is linear
 * in the words, so what a word gives to every filter is worked out once and kept.
 */
export function createNetwork(packed: PackedNetwork, bits: number): Network {
  const { dimensions, channels, hidden: units, reviewChannels } = packed.shape;
  const tensors = Object.fromEntries(
    Object.entries(packed.tensors).map(([name, tensor]) => [name, unpackValues(tensor)]),
  ) as Record<keyof PackedNetwork['tensors'], Float32Array>;
  const { words, filters, filterBias } = tensors;
  const rowOf = new Int16Array(1 << bits);
  let rows = 1;
  readSlots(packed.gaps, (slot) => {
    rowOf[slot] = rows++;
  });
  const row = (hash: number) => rowOf[hash & ((1 << bits) - 1)] as number;
  const pooled = widths.length * channels;
  const size = taps * channels;

  /** What a token gives to each filter at each of the filter's places. */
  const answersTo = (symbol: number, own: number, traits: number): Float32Array => {
    const vector = words.slice(symbol * dimensions, (symbol + 1) * dimensions);
    const add = (table: Float32Array, at: number) => {
      for (let d = 0; d < dimensions; d++)
        vector[d] = (vector[d] as number) + (table[at * dimensions + d] as number);
    };
    if (own !== 0) add(words, own);
    for (let left = traits; left !== 0; left &= left - 1)
      add(tensors.traits, 31 - Math.clz32(left & -left));
    const answers = new Float32Array(size);
    for (let at = 0; at < size; at++) answers[at] = dot(filters, at, vector, 0, dimensions);
    // A filter's own bias goes with the word that is always there: taps 0, 2 and 4.
    for (let at = 0; at < pooled; at++) {
      const tap = 2 * Math.floor(at / channels) * channels + (at % channels);
      answers[tap] = (answers[tap] as number) + (filterBias[at] as number);
    }
    return answers;
  };
  const kept = new Map<number, Map<number, Float32Array>>();
  let count = 0;
  const answersOf = (symbol: number, own: number, traits: number): Float32Array => {
    const key = symbol * 32768 + own;
    const known = kept.get(traits)?.get(key);
    if (known) return known;
    if (count++ === keptAnswers) {
      kept.clear();
      count = 1;
    }
    const answers = answersTo(symbol, own, traits);
    const sameTraits = kept.get(traits) ?? new Map<number, Float32Array>();
    kept.set(traits, sameTraits.set(key, answers));
    return answers;
  };
  const unknown = answersTo(0, 0, 0);
  const nobody = new Float32Array(size);

  /** The highest answer of each filter at the tokens from `from` up to `to`. */
  const pool = (answers: readonly Float32Array[], from: number, to: number): Float32Array => {
    const most = new Float32Array(pooled);
    for (let at = from; at < to; at++) {
      const before = answers[at - 1] ?? nobody;
      const here = answers[at] as Float32Array;
      const after = answers[at + 1] ?? nobody;
      for (let own = 0; own < channels; own++) {
        const two = channels + own;
        const three = two + channels;
        const alone = here[own] as number;
        const pair = (before[two] as number) + (here[three] as number);
        const triple =
          (before[three + channels] as number) +
          (here[three + 2 * channels] as number) +
          (after[three + 3 * channels] as number);
        if (alone > (most[own] as number)) most[own] = alone;
        if (pair > (most[two] as number)) most[two] = pair;
        if (triple > (most[three] as number)) most[three] = triple;
      }
    }
    return most;
  };

  const reviewPool = (hashes: readonly number[]): Float32Array => {
    const most = new Float32Array(reviewChannels);
    for (const hash of hashes) {
      const at = row(hash);
      if (at === 0) continue;
      for (let own = 0; own < reviewChannels; own++) {
        const answer =
          (tensors.reviewBias[own] as number) +
          dot(tensors.reviewFilters, own, words, at, dimensions);
        if (answer > (most[own] as number)) most[own] = answer;
      }
    }
    return most;
  };

  /** What the hidden units hear of the passage, of the review and of the place. */
  const around = (
    scale: 'clause' | 'whole',
    passage: Float32Array,
    review: Float32Array,
    place: number,
  ): Float32Array => {
    const [byPlace, byPassage, byReview] =
      scale === 'clause'
        ? [tensors.clauseByPlace, tensors.clauseByPassage, tensors.clauseByReview]
        : [tensors.wholeByPlace, tensors.wholeByPassage, tensors.wholeByReview];
    const sums = new Float32Array(units);
    for (let unit = 0; unit < units; unit++)
      sums[unit] =
        (byPlace[unit * places + place] as number) +
        dot(byPassage, unit, passage, 0, pooled) +
        dot(byReview, unit, review, 0, reviewChannels);
    return sums;
  };

  return {
    read({ symbol, word, traits, place }, clauses, reviewWords, output) {
      const out = networkOutputs.indexOf(output);
      const answers: Float32Array[] = [];
      const tokens: number[] = [];
      const starts: number[] = [];
      for (const { from, to } of clauses) {
        starts.push(tokens.length);
        for (let token = from; token < to; token++) {
          const here = symbol[token] as number;
          if (here === 0) continue;
          const own = word[token] as number;
          tokens.push(token);
          answers.push(
            answersOf(row(here), readsOwnWord(here, own) ? row(own) : 0, traits[token] as number),
          );
        }
      }
      starts.push(tokens.length);
      const poolOf = (clause: number, among: readonly Float32Array[]) =>
        pool(among, starts[clause] as number, starts[clause + 1] as number);
      const pools = clauses.map((_, clause) => poolOf(clause, answers));
      const review = reviewPool(reviewWords);

      const scoreOf = (base: Float32Array, own: Float32Array) => {
        let score = packed.clauseBias[out] as number;
        for (let unit = 0; unit < units; unit++) {
          const sum = (base[unit] as number) + dot(tensors.clauseByClause, unit, own, 0, pooled);
          if (sum > 0) score += sum * (tensors.clauseOut[out * units + unit] as number);
        }
        return score;
      };
      const judge = (own: readonly Float32Array[]) => {
        const passage = highest(own, pooled);
        const base = around('clause', passage, review, place);
        const scores = own.map((each) => scoreOf(base, each));
        let whole =
          (packed.wholeBias[out] as number) +
          (packed.wholeByBest[out] as number) *
            scores.reduce((most, score) => Math.max(most, score), lowest);
        around('whole', passage, review, place).forEach((sum, unit) => {
          if (sum > 0) whole += sum * (tensors.wholeOut[out * units + unit] as number);
        });
        return { whole, clauses: scores };
      };
      const judged = judge(pools);
      return {
        ...judged,
        without(clause, token) {
          const at = tokens.indexOf(token);
          const others = answers.slice();
          if (at >= 0) others[at] = unknown;
          // Filters see one word before and one after, which may stand in the clauses beside.
          const isNear = (index: number) =>
            (starts[index] as number) <= at + 1 && (starts[index + 1] as number) >= at;
          const own =
            at < 0
              ? pools
              : pools.map((each, index) => (isNear(index) ? poolOf(index, others) : each));
          const { whole, clauses: scores } = judge(own);
          return { whole, clause: scores[clause] as number };
        },
      };
    },
  };
}

/** Number by number the highest of all. */
function highest(pools: readonly Float32Array[], length: number): Float32Array {
  const most = new Float32Array(length);
  for (const own of pools)
    for (let at = 0; at < length; at++)
      if ((own[at] as number) > (most[at] as number)) most[at] = own[at] as number;
  return most;
}

/** The product of row `aRow` of a table and row `bRow` of another. */
function dot(a: Float32Array, aRow: number, b: Float32Array, bRow: number, length: number): number {
  const aAt = aRow * length;
  const bAt = bRow * length;
  let sum = 0;
  for (let at = 0; at < length; at++) sum += (a[aAt + at] as number) * (b[bAt + at] as number);
  return sum;
}
