import { Kind } from '../../tokens.js';
import {
  hashPart,
  lengthOf,
  mix,
  type Outline,
  seed,
  spokenOf,
  Trait,
  telling,
  traitNames,
} from './features.js';

/**
 * Sums weights over the features of `visitFeatures` (features.ts), which says what they are. Here every feature of a
 * token is hashed once for all ranges and tables; learned.test.ts compares the two.
 */
export interface Sums {
  /** The weights of the features of the tokens from `from` up to `to`, and how many features there are. */
  over(
    weight: Int8Array,
    from: number,
    to: number,
  ): { readonly sum: number; readonly count: number };
}

const none = -1;

/** Prepares a passage. `bits` low bits of a feature's hash are its slot. */
export function createSums(outline: Outline, bits: number): Sums {
  const slots = new Slots(outline, (1 << bits) - 1);
  return { over: (weight, from, to) => slots.over(weight, from, to) };
}

/** Room for the slots of one passage; it is filled again for whoever asks next. */
const rows = {
  owner: undefined as object | undefined,
  before: [] as number[],
  symbol: [] as number[],
  traits: [] as number[],
  isWord: [] as number[],
  slot: [] as number[],
};

/** The slots of a passage's features, by the tokens that have any. */
class Slots {
  readonly #outline: Outline;
  readonly #mask: number;
  /** For each token, and for the end, how many tokens before it have features. */
  readonly #before = rows.before;
  readonly #symbol = rows.symbol;
  readonly #traits = rows.traits;
  readonly #isWord = rows.isWord;
  /** Eight slots for each token: word, placed, own, pair, triple, skip, stem, tail; -1 where there is none. */
  readonly #slot = rows.slot;

  constructor(outline: Outline, mask: number) {
    this.#outline = outline;
    this.#mask = mask;
  }

  #fill(): void {
    rows.owner = this;
    const { tokens, symbol, word, traits, place } = this.#outline;
    const mask = this.#mask;
    let one = 1;
    let two = 1;
    let index = 0;
    for (let token = 0; token < tokens.count; token++) {
      this.#before[token] = index;
      const here = symbol[token] as number;
      if (here === 0) continue;
      const own = word[token] as number;
      const pair = mix(seed.pair, one);
      const isWord = tokens.kind[token] === Kind.word;
      const text = tokens.word[token] as string;
      const isSpelled = isWord && own === here && text.length >= 5;
      const at = 8 * index;
      this.#slot[at] = mix(seed.word, here) & mask;
      this.#slot[at + 1] = mix(seed.placed + place, here) & mask;
      this.#slot[at + 2] = own === here ? none : mix(seed.own, own) & mask;
      this.#slot[at + 3] = mix(pair, here) & mask;
      this.#slot[at + 4] = mix(mix(mix(seed.triple, two), one), here) & mask;
      this.#slot[at + 5] = mix(mix(seed.skip, two), here) & mask;
      this.#slot[at + 6] = isSpelled ? mix(seed.stem, hashPart(text, 0, 5)) & mask : none;
      this.#slot[at + 7] = isSpelled
        ? mix(seed.tail, hashPart(text, text.length - 3, text.length)) & mask
        : none;
      this.#isWord[index] = isWord ? 1 : 0;
      this.#symbol[index] = here;
      this.#traits[index] = traits[token] as number;
      index++;
      two = one;
      one = here;
    }
    this.#before[tokens.count] = index;
  }

  over(weight: Int8Array, from: number, to: number): { sum: number; count: number } {
    if (rows.owner !== this) this.#fill();
    const first = this.#before[from] as number;
    const last = this.#before[to] as number;
    const slot = this.#slot;
    const mask = this.#mask;
    let sum = 0;
    let count = 0;
    let words = 0;
    let all = 0;
    let sinceYou = 9;
    let sinceWe = 9;
    for (let index = first; index < last; index++) {
      const at = 8 * index;
      const here = this.#symbol[index] as number;
      const traits = this.#traits[index] as number;
      sum += (weight[slot[at] as number] as number) + (weight[slot[at + 1] as number] as number);
      count += 3;
      const own = slot[at + 2] as number;
      if (own !== none) {
        sum += weight[own] as number;
        count++;
      }
      const pair = index === first ? mix(mix(seed.pair, 1), here) & mask : (slot[at + 3] as number);
      sum += weight[pair] as number;
      if (index >= first + 2) {
        sum +=
          (weight[slot[at + 4] as number] as number) + (weight[slot[at + 5] as number] as number);
        count += 2;
      }
      if (this.#isWord[index] === 1) {
        words++;
        const stem = slot[at + 6] as number;
        if (stem !== none) {
          sum += (weight[stem] as number) + (weight[slot[at + 7] as number] as number);
          count += 2;
        }
        if (sinceYou < 4) {
          sum += weight[mix(seed.near + 1, here) & mask] as number;
          count++;
        }
        if (sinceWe < 4) {
          sum += weight[mix(seed.near + 2, here) & mask] as number;
          count++;
        }
        sinceYou = (traits & (Trait.you | Trait.your)) !== 0 ? 0 : sinceYou + 1;
        sinceWe = (traits & (Trait.we | Trait.i)) !== 0 ? 0 : sinceWe + 1;
      }
      all |= traits;
    }
    const end = last > first ? (this.#symbol[last - 1] as number) : 1;
    sum += weight[mix(mix(seed.pair, end), 2) & mask] as number;
    count++;
    return this.#traitsOver(weight, all, words, sum, count);
  }

  /** Adds what the range has and does not have, and every two of those together. */
  #traitsOver(
    weight: Int8Array,
    all: number,
    words: number,
    sumBefore: number,
    countBefore: number,
  ): { sum: number; count: number } {
    const { place, review } = this.#outline;
    const mask = this.#mask;
    const spoken = spokenOf(all);
    let sum = sumBefore;
    let count = countBefore + 3;
    sum += weight[mix(seed.length, lengthOf(words)) & mask] as number;
    sum += weight[mix(seed.place, place) & mask] as number;
    sum += weight[mix(seed.place + 1, place * 8 + spoken) & mask] as number;
    for (let left = all; left !== 0; ) {
      const a = 31 - Math.clz32(left & -left);
      left &= left - 1;
      sum += weight[mix(seed.trait, a) & mask] as number;
      sum += weight[mix(seed.trait + 1, a * 8 + place) & mask] as number;
      sum += weight[mix(seed.trait + 2, a * 8 + spoken) & mask] as number;
      count += 3;
      for (let others = left; others !== 0; others &= others - 1) {
        const b = 31 - Math.clz32(others & -others);
        sum += weight[(pairHash[a * traitNames.length + b] as number) & mask] as number;
        count++;
      }
    }
    if (review === 0) return { sum, count };
    sum += weight[mix(seed.review, spoken) & mask] as number;
    count++;
    for (let told = review & telling; told !== 0; told &= told - 1) {
      const a = 31 - Math.clz32(told & -told);
      sum += weight[mix(seed.review + 1, a * 8 + spoken) & mask] as number;
      count++;
    }
    for (let told = review; told !== 0; told &= told - 1) {
      const a = 31 - Math.clz32(told & -told);
      for (let own = all; own !== 0; own &= own - 1) {
        const b = 31 - Math.clz32(own & -own);
        sum += weight[mix(seed.answer, a * 64 + b) & mask] as number;
        count++;
      }
    }
    return { sum, count };
  }
}

/** The hash of every two traits together. */
const pairHash = Int32Array.from({ length: traitNames.length ** 2 }, (_, index) => {
  const a = Math.floor(index / traitNames.length);
  return mix(seed.traits, a * 64 + (index % traitNames.length));
});
