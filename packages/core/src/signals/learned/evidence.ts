import type { Span } from '../../span.js';
import { Kind } from '../../tokens.js';
import { type Outline, type Visit, visitFeatures } from './features.js';
import { type Impression, within } from './network.js';
import { shortest } from './shortest.js';
import { type ModelName, weights } from './weights.js';

/** Words that weighed in a score: how much each moved it, in units of log odds. */
export interface Weighed {
  readonly span: Span;
  readonly weight: number;
}

const slotMask = (1 << weights.bits) - 1;

/**
 * The words that weigh most: by the tables, what their features add; by the network, what the score would lose if nothing were
 * known of them.
 */
export function evidenceOf(
  { weight, scale }: { readonly weight: Int8Array; readonly scale: number },
  combine: (typeof weights.models)[ModelName]['combine'],
  outline: Outline,
  { from, to }: { readonly from: number; readonly to: number },
  clause: number,
  impression: Impression,
): Weighed[] {
  const { tokens } = outline;
  let count = 0;
  const found: { from: number; to: number; weight: number }[] = [];
  const visit: Visit = (feature, start, end) => {
    count++;
    const own = weight[feature & slotMask] as number;
    if (own > 0 && end - start <= 4) found.push({ from: start, to: end, weight: own });
  };
  visitFeatures(outline, from, to, visit);
  const unit = (combine.clause * scale) / Math.sqrt(Math.max(shortest, count));
  for (const piece of found) piece.weight *= unit;
  const here = impression.clauses[clause] as number;
  for (let token = from; token < to; token++) {
    if (tokens.kind[token] !== Kind.word) continue;
    const without = impression.without(clause, token);
    const loss =
      combine.heardWhole * (within(impression.whole) - within(without.whole)) +
      combine.heardClause * (within(here) - within(without.clause));
    if (loss > 0) found.push({ from: token, to: token + 1, weight: loss });
  }
  found.sort((a, b) => b.weight - a.weight || a.from - b.from);
  const kept: typeof found = [];
  for (const piece of found) {
    const same = kept.find((other) => other.from < piece.to && piece.from < other.to);
    if (same) same.weight += piece.weight;
    else if (kept.length < 4) kept.push({ ...piece });
  }
  return kept
    .sort((a, b) => b.weight - a.weight)
    .map((piece) => ({
      span: { start: tokens.start[piece.from] as number, end: tokens.end[piece.to - 1] as number },
      weight: piece.weight,
    }));
}
