import {
  createNetwork,
  type Impression,
  networkOutputs,
  reviewWordsOf,
} from '../../core/src/signals/learned/network.js';
import type { PackedNetwork } from '../../core/src/signals/learned/packed.js';
import { clipFor, type Parameter } from './adam.js';
import type { PassageExample } from './dataset.js';
import {
  frequentSlots,
  type NetworkExample,
  networkExample,
  outputOf,
} from './network-examples.js';
import { NetworkPass } from './network-pass.js';
import { type Parameters, packNetwork, shape, startingParameters } from './network-shape.js';
import { createRandom, shuffle } from './random.js';
import { foldOf, folds, importanceOf, isReplyLike } from './reply-model.js';
import { readVectors } from './vectors.js';
import { slotBits } from './weights-module.js';

/** Words that get a vector of their own. */
const keptWords = 3000;
const settings = {
  rounds: 10,
  batch: 32,
  rate: 0.004,
  warmUp: 150,
  decay: 0.01,
  wordRate: 0.6,
  longest: 1,
} as const;

const seed = 1;

/** What the network says of a passage that it was not trained on. */
export type Heard = Pick<Impression, 'whole' | 'clauses'>;

/** Trains the network on all examples, its words from `vectors` by slot. The same examples give the same network. */
export function trainNetwork(
  examples: readonly PassageExample[],
  vectors: ReadonlyMap<number, readonly number[]> = meaningOf(),
): PackedNetwork {
  const random = createRandom(seed);
  const slots = frequentSlots(examples, keptWords);
  const rowOf = new Map(slots.map((slot, index) => [slot, index + 1]));
  const own = examples.map((example) =>
    networkExample(example, outputOf(example.text, isReplyLike), importanceOf(example.text), rowOf),
  );
  const parameters = startingParameters(slots, vectors, random);
  const { words, filters, ...others } = parameters;
  const dense = [...filters, ...Object.values(others)];
  const pass = new NetworkPass(parameters, random);
  const order = Int32Array.from(own, (_, index) => index);
  const steps = Math.ceil(own.length / settings.batch) * settings.rounds;
  let step = 0;
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(order, random);
    for (let at = 0; at < order.length; at += settings.batch) {
      const batch = order.subarray(at, at + settings.batch);
      for (const index of batch) {
        const example = own[index] as NetworkExample;
        pass.learn(example, example.importance / batch.length);
      }
      step++;
      const left = 1 - step / steps;
      const rate = settings.rate * Math.min(1, step / settings.warmUp) * (0.97 * left + 0.03);
      const clip = clipFor(dense, settings.longest);
      for (const parameter of dense)
        parameter.move({
          rate,
          step,
          clip,
          decay: isFree(parameter, parameters) ? 0 : settings.decay,
        });
      for (const row of pass.touched)
        words.move(
          { rate: rate * settings.wordRate, step, clip, decay: 0 },
          row * shape.dimensions,
          (row + 1) * shape.dimensions,
        );
      pass.touched.clear();
    }
  }
  return packNetwork(slots, parameters);
}

/** True for what weighs nothing by itself: it is not held back. */
function isFree(parameter: Parameter, own: Parameters): boolean {
  return [
    own.filterBias,
    own.reviewBias,
    own.clauseByPlace,
    own.wholeByPlace,
    own.clauseBias,
    own.wholeBias,
    own.wholeByBest,
  ].includes(parameter);
}

/** What the packed network says of passages, as core would say it. */
export function listen(
  packed: PackedNetwork,
  examples: readonly PassageExample[],
): ReadonlyMap<PassageExample, Heard> {
  const network = createNetwork(packed, slotBits);
  return new Map(
    examples.map((example) => {
      const output = networkOutputs[outputOf(example.text, isReplyLike)] ?? 'reply';
      const { whole, clauses } = network.read(
        example.outline,
        example.clauses.map(({ tokens }) => tokens),
        reviewWordsOf(example.passage.answers),
        output,
      );
      return [example, { whole, clauses }];
    }),
  );
}

/** What networks say of all examples that have not seen their documents. */
export function listenAcross(
  examples: readonly PassageExample[],
): ReadonlyMap<PassageExample, Heard> {
  const heard = new Map<PassageExample, Heard>();
  for (let fold = 0; fold < folds; fold++) {
    const packed = trainNetwork(examples.filter((example) => foldOf(example) !== fold));
    const others = examples.filter((example) => foldOf(example) === fold);
    for (const [example, own] of listen(packed, others)) heard.set(example, own);
  }
  return heard;
}

let meaning: ReadonlyMap<number, readonly number[]> | undefined;

function meaningOf(): ReadonlyMap<number, readonly number[]> {
  meaning ??= readVectors(shape.dimensions);
  return meaning;
}
