import { widths } from '../../core/src/signals/learned/network.js';
import { add, type Parameter } from './adam.js';
import type { NetworkExample } from './network-examples.js';
import { type Answers, NetworkJudge } from './network-judge.js';
import { type Parameters, pooled, shape } from './network-shape.js';
import type { Random } from './random.js';

const { dimensions, channels, reviewChannels } = shape;

/** What chance leaves out in training, so that no word and no filter is leaned on alone (Srivastava et al. 2014). */
const dropped = {
  word: 0.12,
  ownWord: 0.24,
  trait: 0.05,
  number: 0.1,
} as const;

/**
 * Passes one passage after another through the network and back, and adds to the slopes of its parameters. What core
 * does with the packed network (signals/learned/network.ts) is the same without what is left out by chance.
 */
export class NetworkPass {
  readonly #parameters: Parameters;
  readonly #random: Random;
  readonly #judge: NetworkJudge;
  /** Rows of `words` that the passes since the last `clear` have changed. */
  readonly touched = new Set<number>();

  #input = new Float32Array(0);
  #inputSlope = new Float32Array(0);
  #symbols = new Int32Array(0);
  #own = new Int32Array(0);
  #traits = new Int32Array(0);
  #pools = new Float32Array(0);
  #poolSlope = new Float32Array(0);
  #from = new Int32Array(0);
  readonly #passage = new Float32Array(pooled);
  readonly #passageSlope = new Float32Array(pooled);
  readonly #passageFrom = new Int32Array(pooled);
  readonly #review = new Float32Array(reviewChannels);
  readonly #reviewFrom = new Int32Array(reviewChannels);
  readonly #reviewSlope = new Float32Array(reviewChannels);

  constructor(parameters: Parameters, random: Random) {
    this.#parameters = parameters;
    this.#random = random;
    this.#judge = new NetworkJudge(parameters, random);
  }

  /** Adds the slopes of an example's loss, each times `weight`; gives that loss. */
  learn(example: NetworkExample, weight: number): number {
    this.#reserve(example);
    this.#readWords(example);
    this.#filter(example);
    this.#readReview(example);
    const loss = this.#judge.judge(example, this.#answers(), weight);
    this.#filterBack(example);
    this.#readBack(example);
    return loss;
  }

  #answers(): Answers {
    return {
      pools: this.#pools,
      poolSlope: this.#poolSlope,
      passage: this.#passage,
      passageFrom: this.#passageFrom,
      passageSlope: this.#passageSlope,
      review: this.#review,
      reviewSlope: this.#reviewSlope,
    };
  }

  #reserve({ symbols, risky }: NetworkExample): void {
    const tokens = symbols.length;
    const clauses = risky.length;
    if (this.#symbols.length < tokens) {
      this.#input = new Float32Array(tokens * dimensions);
      this.#inputSlope = new Float32Array(tokens * dimensions);
      this.#symbols = new Int32Array(tokens);
      this.#own = new Int32Array(tokens);
      this.#traits = new Int32Array(tokens);
    }
    if (this.#pools.length < clauses * pooled) {
      this.#pools = new Float32Array(clauses * pooled);
      this.#poolSlope = new Float32Array(clauses * pooled);
      this.#from = new Int32Array(clauses * pooled);
    }
  }

  #readWords({ symbols, own, traits }: NetworkExample): void {
    const random = this.#random;
    const words = this.#parameters.words.values;
    const traitWords = this.#parameters.traits.values;
    const input = this.#input;
    for (let token = 0; token < symbols.length; token++) {
      const symbol = random() < dropped.word ? 0 : (symbols[token] as number);
      const word =
        (own[token] as number) > 0 && random() >= dropped.ownWord ? (own[token] as number) : 0;
      let left = traits[token] as number;
      for (let bits = left; bits !== 0; bits &= bits - 1)
        if (random() < dropped.trait) left &= ~(bits & -bits);
      this.#symbols[token] = symbol;
      this.#own[token] = word;
      this.#traits[token] = left;
      const at = token * dimensions;
      for (let d = 0; d < dimensions; d++)
        input[at + d] =
          (words[symbol * dimensions + d] as number) +
          (word > 0 ? (words[word * dimensions + d] as number) : 0);
      for (let bits = left; bits !== 0; bits &= bits - 1) {
        const trait = (31 - Math.clz32(bits & -bits)) * dimensions;
        for (let d = 0; d < dimensions; d++)
          input[at + d] = (input[at + d] as number) + (traitWords[trait + d] as number);
      }
      for (let d = 0; d < dimensions; d++)
        input[at + d] =
          random() < dropped.number ? 0 : (input[at + d] as number) / (1 - dropped.number);
    }
  }

  /** The highest answer of each filter in each clause, and where it was given. */
  #filter({ symbols, clauseOf, risky }: NetworkExample): void {
    const { filters, filterBias } = this.#parameters;
    const pools = this.#pools;
    const input = this.#input;
    const tokens = symbols.length;
    pools.fill(0, 0, risky.length * pooled);
    this.#from.fill(-1, 0, risky.length * pooled);
    widths.forEach((width, index) => {
      const filter = (filters[index] as Parameter).values;
      const left = width >> 1;
      for (let token = 0; token < tokens; token++) {
        const to = (clauseOf[token] as number) * pooled + index * channels;
        const low = Math.max(0, left - token) * dimensions;
        const high = Math.min(width, tokens - token + left) * dimensions;
        const from = (token - left) * dimensions;
        for (let channel = 0; channel < channels; channel++) {
          let sum = filterBias.values[index * channels + channel] as number;
          const own = channel * width * dimensions;
          for (let at = low; at < high; at++)
            sum += (filter[own + at] as number) * (input[from + at] as number);
          if (sum > (pools[to + channel] as number)) {
            pools[to + channel] = sum;
            this.#from[to + channel] = token;
          }
        }
      }
    });
    this.#passage.fill(0);
    this.#passageFrom.fill(-1);
    for (let clause = 0; clause < risky.length; clause++)
      for (let filter = 0; filter < pooled; filter++) {
        const value = pools[clause * pooled + filter] as number;
        if (value <= (this.#passage[filter] as number)) continue;
        this.#passage[filter] = value;
        this.#passageFrom[filter] = clause;
      }
  }

  #readReview({ review }: NetworkExample): void {
    const { words, reviewFilters, reviewBias } = this.#parameters;
    this.#review.fill(0);
    this.#reviewFrom.fill(-1);
    for (const word of review) {
      if (this.#random() < dropped.word) continue;
      for (let channel = 0; channel < reviewChannels; channel++) {
        let sum = reviewBias.values[channel] as number;
        for (let d = 0; d < dimensions; d++)
          sum +=
            (reviewFilters.values[channel * dimensions + d] as number) *
            (words.values[word * dimensions + d] as number);
        if (sum <= (this.#review[channel] as number)) continue;
        this.#review[channel] = sum;
        this.#reviewFrom[channel] = word;
      }
    }
  }

  #filterBack({ symbols, risky }: NetworkExample): void {
    const { filters, filterBias } = this.#parameters;
    const input = this.#input;
    const back = this.#inputSlope;
    const tokens = symbols.length;
    back.fill(0, 0, tokens * dimensions);
    for (let clause = 0; clause < risky.length; clause++)
      widths.forEach((width, index) => {
        const filter = filters[index] as Parameter;
        const left = width >> 1;
        for (let channel = 0; channel < channels; channel++) {
          const at = clause * pooled + index * channels + channel;
          const token = this.#from[at] as number;
          const slope = this.#poolSlope[at] as number;
          if (token < 0 || slope === 0) continue;
          add(filterBias.slope, index * channels + channel, slope);
          const low = Math.max(0, left - token) * dimensions;
          const high = Math.min(width, tokens - token + left) * dimensions;
          const from = (token - left) * dimensions;
          const own = channel * width * dimensions;
          for (let step = low; step < high; step++) {
            add(filter.slope, own + step, slope * (input[from + step] as number));
            add(back, from + step, slope * (filter.values[own + step] as number));
          }
        }
      });
  }

  #readBack({ symbols }: NetworkExample): void {
    const { words, traits, reviewFilters, reviewBias } = this.#parameters;
    const back = this.#inputSlope;
    for (let token = 0; token < symbols.length; token++) {
      const symbol = this.#symbols[token] as number;
      const own = this.#own[token] as number;
      let isTouched = false;
      for (let d = 0; d < dimensions; d++) {
        // What chance left out is 0 in the input, and has no slope.
        if ((this.#input[token * dimensions + d] as number) === 0) continue;
        const slope = (back[token * dimensions + d] as number) / (1 - dropped.number);
        if (slope === 0) continue;
        isTouched = true;
        add(words.slope, symbol * dimensions + d, slope);
        if (own > 0) add(words.slope, own * dimensions + d, slope);
        for (let bits = this.#traits[token] as number; bits !== 0; bits &= bits - 1)
          add(traits.slope, (31 - Math.clz32(bits & -bits)) * dimensions + d, slope);
      }
      if (!isTouched) continue;
      this.touched.add(symbol);
      if (own > 0) this.touched.add(own);
    }
    for (let channel = 0; channel < reviewChannels; channel++) {
      const word = this.#reviewFrom[channel] as number;
      const slope = this.#reviewSlope[channel] as number;
      if (word < 0 || slope === 0) continue;
      this.touched.add(word);
      add(reviewBias.slope, channel, slope);
      for (let d = 0; d < dimensions; d++) {
        const at = channel * dimensions + d;
        add(reviewFilters.slope, at, slope * (words.values[word * dimensions + d] as number));
        add(words.slope, word * dimensions + d, slope * (reviewFilters.values[at] as number));
      }
    }
  }
}
