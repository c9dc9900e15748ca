import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { type Outline, traitNames } from '../src/signals/learned/features.js';
import {
  createNetwork,
  type NetworkOutput,
  places,
  type Range,
  readsOwnWord,
  widths,
} from '../src/signals/learned/network.js';
import {
  type PackedNetwork,
  packValues,
  readSlots,
  type TensorName,
  tensorNames,
  unpackValues,
} from '../src/signals/learned/packed.js';
import { weights } from '../src/signals/learned/weights.js';
import { tokenize } from '../src/tokens.js';

const { network: packed, bits } = weights;
const { dimensions, channels, hidden, reviewChannels } = packed.shape;
const pooled = widths.length * channels;
const tables = Object.fromEntries(
  tensorNames.map((name) => [name, [...unpackValues(packed.tensors[name])]]),
) as Record<TensorName, number[]>;

describe('the network of the learned signal', () => {
  it('has weights of the shape that it says', () => {
    let words = 0;
    readSlots(packed.gaps, () => {
      words++;
    });
    const sizes: Record<TensorName, number> = {
      words: (words + 1) * dimensions,
      traits: traitNames.length * dimensions,
      filters: 6 * channels * dimensions,
      filterBias: pooled,
      reviewFilters: reviewChannels * dimensions,
      reviewBias: reviewChannels,
      clauseByClause: hidden * pooled,
      clauseByPassage: hidden * pooled,
      clauseByReview: hidden * reviewChannels,
      clauseByPlace: hidden * places,
      clauseOut: 2 * hidden,
      wholeByPassage: hidden * pooled,
      wholeByReview: hidden * reviewChannels,
      wholeByPlace: hidden * places,
      wholeOut: 2 * hidden,
    };
    for (const name of tensorNames)
      assert.equal(packed.tensors[name].values.length, sizes[name], name);
  });

  it('scores as its definition says, whatever it has read before', () => {
    const network = createNetwork(packed, bits);
    fc.assert(
      fc.property(
        outlines,
        reviews,
        fc.constantFrom<NetworkOutput>('reply', 'copy'),
        (outline, review, output) => {
          const clauses = halves(outline);
          const { whole, clauses: scores } = network.read(outline, clauses, review, output);
          const expected = byDefinition(packed, outline, clauses, review, output);
          close(whole, expected.whole);
          expected.clauses.forEach((score, clause) => {
            close(scores[clause], score);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says what a clause would score without one of its words', () => {
    const network = createNetwork(packed, bits);
    fc.assert(
      fc.property(outlines, reviews, fc.nat(), (outline, review, any) => {
        const count = outline.symbol.length;
        if (count === 0) return;
        const token = any % count;
        const clauses = halves(outline);
        const clause = clauses.findIndex(({ from, to }) => token >= from && token < to);
        const without = network.read(outline, clauses, review, 'reply').without(clause, token);
        const blank: Outline = {
          ...outline,
          symbol: outline.symbol.map((own, at) => (at === token && own !== 0 ? unheard : own)),
          word: outline.word.map((own, at) => (at === token ? unheard : own)),
          traits: outline.traits.map((own, at) => (at === token ? 0 : own)),
        };
        const other = network.read(blank, clauses, review, 'reply');
        close(without.clause, other.clauses[clause]);
        close(without.whole, other.whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe('packed numbers', () => {
  it('come back within half a unit, and no larger than they may be', () => {
    fc.assert(
      fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true })), (numbers) => {
        const back = unpackValues(packValues(numbers, 0.5, 10));
        numbers.forEach((number, at) => {
          const cut = Math.max(-5, Math.min(5, number));
          assert.ok(Math.abs((back[at] as number) - cut) <= 0.2501);
        });
      }),
    );
  });
});

/** The hash of a word that has no vector. */
const unheard = (() => {
  const slots = new Set<number>();
  readSlots(packed.gaps, (slot) => slots.add(slot));
  let slot = 1;
  while (slots.has(slot)) slot++;
  return slot;
})();

/** Tokens of any kind: known words and others, tags that stand for words, tokens that say nothing. */
const slots: number[] = [];
readSlots(packed.gaps, (slot) => slots.push(slot));
const hash = fc.oneof(fc.constantFrom(...slots), fc.integer());
const outlines: fc.Arbitrary<Outline> = fc
  .record({
    tokens: fc.array(
      fc.record({
        symbol: fc.oneof({ weight: 9, arbitrary: hash }, { weight: 1, arbitrary: fc.constant(0) }),
        own: fc.option(hash, { nil: undefined, freq: 2 }),
        traits: fc.integer({ min: 0, max: 2 ** traitNames.length - 1 }),
      }),
      { maxLength: 14 },
    ),
    place: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ tokens, place }) => ({
    tokens: tokenize(''),
    symbol: tokens.map(({ symbol }) => symbol),
    word: tokens.map(({ symbol, own }) => own ?? symbol),
    traits: tokens.map(({ traits }) => traits & (traits >> 3) & (traits >> 5)),
    place,
    review: 0,
  }));

const reviews = fc.array(hash, { maxLength: 8 });

/** Two clauses. */
function halves({ symbol }: Outline): Range[] {
  const middle = symbol.length >> 1;
  return [
    { from: 0, to: middle },
    { from: middle, to: symbol.length },
  ];
}

function close(found: number | undefined, expected: number | undefined): void {
  assert.ok(found !== undefined && expected !== undefined);
  assert.ok(Math.abs(found - expected) <= 1e-3 * (1 + Math.abs(expected)), `${found} ${expected}`);
}

/** The network word by word, without anything kept. */
function byDefinition(
  { gaps, clauseBias, wholeBias, wholeByBest }: PackedNetwork,
  outline: Outline,
  clauses: readonly Range[],
  answered: readonly number[],
  output: NetworkOutput,
): { whole: number; clauses: number[] } {
  const tensor = (name: TensorName, row: number, length: number) =>
    tables[name].slice(row * length, (row + 1) * length);
  const rowOf = new Map<number, number>();
  readSlots(gaps, (slot, index) => rowOf.set(slot, index + 1));
  const word = (own: number) => rowOf.get(own & ((1 << bits) - 1)) ?? 0;
  const vector = (row: number) => tensor('words', row, dimensions);
  const said = clauses.flatMap(({ from, to }, clause) =>
    Array.from({ length: to - from }, (_, at) => ({ token: from + at, clause })).filter(
      ({ token }) => outline.symbol[token] !== 0,
    ),
  );
  const inputs = said.map(({ token }) => {
    const symbol = outline.symbol[token] as number;
    const own = outline.word[token] as number;
    const parts = [vector(word(symbol))];
    if (readsOwnWord(symbol, own) && word(own) > 0) parts.push(vector(word(own)));
    traitNames.forEach((_, trait) => {
      if (((outline.traits[token] as number) >> trait) & 1)
        parts.push(tensor('traits', trait, dimensions));
    });
    return Array.from({ length: dimensions }, (_, d) =>
      parts.reduce((sum, part) => sum + (part[d] as number), 0),
    );
  });
  const bias = tensor('filterBias', 0, pooled);
  const pools = clauses.map((_, clause) =>
    Array.from({ length: pooled }, (_, filter) => {
      const width = widths[Math.floor(filter / channels)] as number;
      const before = (width * (width - 1)) / 2;
      const answers = said.flatMap((own, at) => {
        if (own.clause !== clause) return [];
        let sum = bias[filter] as number;
        for (let step = 0; step < width; step++) {
          const input = inputs[at + step - (width >> 1)];
          if (!input) continue;
          const taken = tensor(
            'filters',
            (before + step) * channels + (filter % channels),
            dimensions,
          );
          sum += product(taken, input);
        }
        return [sum];
      });
      return Math.max(0, ...answers);
    }),
  );
  const passage = Array.from({ length: pooled }, (_, at) =>
    Math.max(0, ...pools.map((pool) => pool[at] as number)),
  );
  const known = answered.map(word).filter((row) => row > 0);
  const review = Array.from({ length: reviewChannels }, (_, at) =>
    Math.max(
      0,
      ...known.map(
        (row) =>
          (tensor('reviewBias', 0, reviewChannels)[at] as number) +
          product(tensor('reviewFilters', at, dimensions), vector(row)),
      ),
    ),
  );
  const out = output === 'reply' ? 0 : 1;
  const units = (scale: 'clause' | 'whole', more: (unit: number) => number) =>
    Array.from({ length: hidden }, (_, unit) =>
      Math.max(
        0,
        (tensor(`${scale}ByPlace`, unit, places)[outline.place] as number) +
          product(tensor(`${scale}ByPassage`, unit, pooled), passage) +
          product(tensor(`${scale}ByReview`, unit, reviewChannels), review) +
          more(unit),
      ),
    );
  const scores = pools.map(
    (pool) =>
      (clauseBias[out] as number) +
      product(
        tensor('clauseOut', out, hidden),
        units('clause', (unit) => product(tensor('clauseByClause', unit, pooled), pool)),
      ),
  );
  const whole =
    (wholeBias[out] as number) +
    (wholeByBest[out] as number) * Math.max(-8, ...scores) +
    product(
      tensor('wholeOut', out, hidden),
      units('whole', () => 0),
    );
  return { whole, clauses: scores };
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);
}
