import type { Gold } from './data.js';

/** Counts for one kind. */
export interface Tally {
  hits: number;
  misses: number;
  extra: number;
}

/** True when two spans share at least half of what they cover together. */
export function agree(a: Gold, b: Gold): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared * 2 >= Math.max(a.end, b.end) - Math.min(a.start, b.start);
}

/** Adds one text's outcome to the tallies of its kinds; each expected entity is found once at most. */
export function tally(
  tallies: Map<string, Tally>,
  expected: readonly Gold[],
  found: readonly Gold[],
): void {
  const free = new Set(found);
  for (const gold of expected) {
    const match = [...free].find((one) => one.kind === gold.kind && agree(one, gold));
    if (match) free.delete(match);
    entry(tallies, gold.kind)[match ? 'hits' : 'misses']++;
  }
  for (const one of free) entry(tallies, one.kind).extra++;
}

function entry(tallies: Map<string, Tally>, kind: string): Tally {
  const known = tallies.get(kind);
  if (known) return known;
  const made = { hits: 0, misses: 0, extra: 0 };
  tallies.set(kind, made);
  return made;
}

/** Precision, recall and their harmonic mean, in percent. */
export function ratesOf({ hits, misses, extra }: Tally): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = hits + extra === 0 ? 0 : (100 * hits) / (hits + extra);
  const recall = hits + misses === 0 ? 0 : (100 * hits) / (hits + misses);
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}
