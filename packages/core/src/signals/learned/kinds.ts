import type { Reading } from '../../signal.js';
import { overlaps, type Span } from '../../span.js';
import { tokenSpan } from '../../tokens.js';
import { clauseStarts } from './clauses.js';
import { type Outline, outlineOf, visitFeatures } from './features.js';
import { type Outcomes, unpackRows } from './packed.js';
import { shortest } from './shortest.js';
import { type Family, type ModelName, weights } from './weights.js';

/** How likely each kind of disclosure is, given that a clause tells something: 0 to 1, adding up to 1. */
export type KindChances = ReadonlyMap<Family, number>;

const slotMask = (1 << weights.bits) - 1;
const tables = new Map<ModelName, Outcomes<Family>>();

function tableOf(name: ModelName): Outcomes<Family> {
  const known = tables.get(name) ?? unpackRows(weights.models[name].families, weights.bits);
  tables.set(name, known);
  return known;
}

/** The kinds that the words from token `from` up to `to` come nearest to; all kinds share their features. */
export function kindChances(
  name: ModelName,
  outline: Outline,
  from: number,
  to: number,
): KindChances {
  const { names, bias, scale, place, weights: own } = tableOf(name);
  const kinds = names.length;
  const sums = new Int32Array(kinds);
  let count = 0;
  visitFeatures(outline, from, to, (feature) => {
    count++;
    const at = place[feature & slotMask] as number;
    if (at === 0) return;
    for (let kind = 0; kind < kinds; kind++)
      sums[kind] = (sums[kind] as number) + (own[(at - 1) * kinds + kind] as number);
  });
  const unit = scale / Math.sqrt(Math.max(shortest, count));
  const odds = names.map((_, kind) => (sums[kind] as number) * unit + (bias[kind] as number));
  const most = Math.max(...odds);
  const shares = odds.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return new Map(names.map((kind, at) => [kind, (shares[at] as number) / all]));
}

/** The likeliest of them. */
export function nearestKind(chances: KindChances): Family {
  return [...chances].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The kinds that the clause around a span comes nearest to; undefined where no clause reaches into it. */
export function kindsAround(
  reading: Reading,
  name: ModelName,
  span: Span,
): KindChances | undefined {
  const { tokens } = reading;
  const starts = clauseStarts(tokens);
  let most = 0;
  let best: { readonly from: number; readonly to: number } | undefined;
  for (let clause = 0; clause + 1 < starts.length; clause++) {
    const from = starts[clause] as number;
    const to = starts[clause + 1] as number;
    if (to <= from) continue;
    const own = tokenSpan(tokens, from, to);
    if (!overlaps(own, span)) continue;
    const shared = Math.min(own.end, span.end) - Math.max(own.start, span.start);
    if (shared <= most) continue;
    most = shared;
    best = { from, to };
  }
  return best && kindChances(name, outlineOf(reading), best.from, best.to);
}
