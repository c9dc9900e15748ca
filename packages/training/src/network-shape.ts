import { traitNames } from '../../core/src/signals/learned/features.js';
import { networkOutputs, places, widths } from '../../core/src/signals/learned/network.js';
import {
  type PackedNetwork,
  pack,
  packValues,
  type TensorName,
  tensorNames,
} from '../../core/src/signals/learned/packed.js';
import { Parameter } from './adam.js';
import { normal, type Random } from './random.js';

/** How large the network is. */
export const shape: PackedNetwork['shape'] = {
  dimensions: 16,
  channels: 32,
  hidden: 24,
  reviewChannels: 12,
};
const { dimensions, channels, hidden, reviewChannels } = shape;
/** Highest answers of a clause: one for each filter. */
export const pooled = widths.length * channels;

/** How many units a word's numbers may reach when they are packed, and which share of them lies within. */
const wordUnits = 7;
const within = 0.995;
const units = 31;
/** How much the vectors of GloVe count at the start. */
const meaningScale = 0.4;

/** Everything that training moves. */
export interface Parameters {
  readonly words: Parameter;
  readonly traits: Parameter;
  /** For each width: by filter, by place, by number of the vector. */
  readonly filters: readonly Parameter[];
  readonly filterBias: Parameter;
  readonly reviewFilters: Parameter;
  readonly reviewBias: Parameter;
  readonly clauseByClause: Parameter;
  readonly clauseByPassage: Parameter;
  readonly clauseByReview: Parameter;
  readonly clauseByPlace: Parameter;
  readonly clauseOut: Parameter;
  readonly wholeByPassage: Parameter;
  readonly wholeByReview: Parameter;
  readonly wholeByPlace: Parameter;
  readonly wholeOut: Parameter;
  readonly clauseBias: Parameter;
  readonly wholeBias: Parameter;
  readonly wholeByBest: Parameter;
}

/** Parameters to begin with. The first row of `words` is that of unknown words; `slots` are the others, ascending. */
export function startingParameters(
  slots: readonly number[],
  vectors: ReadonlyMap<number, readonly number[]>,
  random: Random,
): Parameters {
  const outputs = networkOutputs.length;
  const even = (count: number, inputs: number) => {
    const reach = 0.8 * Math.sqrt(3 / inputs);
    return new Parameter(Float32Array.from({ length: count }, () => (random() * 2 - 1) * reach));
  };
  const row = (slot: number | undefined): readonly number[] =>
    (slot === undefined ? undefined : vectors.get(slot))?.map((value) => value * meaningScale) ??
    Array.from({ length: dimensions }, () => 0.1 * normal(random));
  return {
    words: new Parameter([undefined, ...slots].flatMap(row)),
    traits: even(traitNames.length * dimensions, 8),
    filters: widths.map((width) => even(channels * width * dimensions, width * dimensions)),
    filterBias: even(pooled, 100),
    reviewFilters: even(reviewChannels * dimensions, dimensions),
    reviewBias: even(reviewChannels, 100),
    clauseByClause: even(hidden * pooled, pooled / 2),
    clauseByPassage: even(hidden * pooled, pooled),
    clauseByReview: even(hidden * reviewChannels, reviewChannels),
    clauseByPlace: even(hidden * places, 100),
    clauseOut: even(outputs * hidden, hidden),
    wholeByPassage: even(hidden * pooled, pooled / 2),
    wholeByReview: even(hidden * reviewChannels, reviewChannels),
    wholeByPlace: even(hidden * places, 100),
    wholeOut: even(outputs * hidden, hidden),
    clauseBias: new Parameter(new Float32Array(outputs)),
    wholeBias: new Parameter(new Float32Array(outputs)),
    wholeByBest: new Parameter(new Float32Array(outputs).fill(0.3)),
  };
}

/** The network as core reads it. */
export function packNetwork(slots: readonly number[], parameters: Parameters): PackedNetwork {
  const packed = (values: Float32Array, most = units) => {
    const sizes = Float32Array.from(values, Math.abs).sort();
    const last = Math.ceil(sizes.length * (most === units ? 1 : within)) - 1;
    return packValues(values, Math.max(1e-6, (sizes[last] as number) / most), most);
  };
  const tensor = (name: Exclude<TensorName, 'filters'>) =>
    packed(parameters[name].values, name === 'words' ? wordUnits : units);
  const names = tensorNames.filter((name) => name !== 'filters');
  return {
    shape,
    gaps: pack(slots.map((slot) => [slot, 0] as const)).gaps,
    tensors: {
      ...(Object.fromEntries(names.map((name) => [name, tensor(name)])) as Record<
        Exclude<TensorName, 'filters'>,
        ReturnType<typeof tensor>
      >),
      filters: packed(byPlace(parameters.filters)),
    },
    clauseBias: [...parameters.clauseBias.values],
    wholeBias: [...parameters.wholeBias.values],
    wholeByBest: [...parameters.wholeByBest.values],
  };
}

/** The filters in core's order: by width and place, then by filter. */
function byPlace(filters: readonly Parameter[]): Float32Array {
  const out: number[] = [];
  widths.forEach((width, index) => {
    const { values } = filters[index] as Parameter;
    for (let step = 0; step < width; step++)
      for (let channel = 0; channel < channels; channel++) {
        const at = (channel * width + step) * dimensions;
        out.push(...values.subarray(at, at + dimensions));
      }
  });
  return Float32Array.from(out);
}
