import type { Reading } from '../../signal.js';
import type { Span } from '../../span.js';
import { clauseStarts } from './clauses.js';
import { type Outline, outlineOf, type Visit, visitFeatures } from './features.js';
import { unpack } from './packed.js';
import { shortest } from './shortest.js';
import { type Family, type ModelName, weights } from './weights.js';

/** Words that weighed in a score: how much each moved it, in units of log odds. */
export interface Weighed {
  readonly span: Span;
  readonly weight: number;
}

/** What the learned signal thinks of one clause of a passage. */
export interface ClauseScore {
  /** In passage offsets. */
  readonly span: Span;
  /** The chance, 0 to 1, that a reader learns from this clause that somebody was treated here; from the clause and its passage. */
  readonly score: number;
  /** The same from the clause alone, in log odds. */
  readonly alone: number;
  /** The words that weighed most toward the score, heaviest first, at most four. */
  readonly evidence: readonly Weighed[];
  /** The kind of disclosure it comes nearest to. */
  readonly family: Family;
}

/** What the learned signal thinks of a passage. */
export interface PassageScore {
  /** Of the whole passage, in log odds. */
  readonly whole: number;
  readonly clauses: readonly ClauseScore[];
}

interface Table {
  /** The weight of each slot; a feature's slot is the low bits of its hash. */
  readonly weight: Int8Array;
  readonly scale: number;
  readonly bias: number;
}
interface Model {
  readonly whole: Table;
  readonly clause: Table;
  readonly families: readonly (readonly [Family, Table])[];
}

const slotMask = (1 << weights.bits) - 1;
const models = new Map<ModelName, Model>();

/** Scores a passage and each of its clauses. A pure function of the passage, the review it answers and the committed weights. */
export function scorePassage(reading: Reading, name: ModelName): PassageScore {
  const model = modelOf(name);
  const { combine } = weights.models[name];
  const outline = outlineOf(reading);
  const { tokens } = outline;
  const whole = logOdds(model.whole, outline, 0, tokens.count);
  const starts = clauseStarts(tokens);
  const clauses: ClauseScore[] = [];
  for (let clause = 0; clause + 1 < starts.length; clause++) {
    const from = starts[clause] as number;
    const to = starts[clause + 1] as number;
    if (to <= from) continue;
    const alone = logOdds(model.clause, outline, from, to);
    const score =
      1 / (1 + Math.exp(-(combine.whole * whole + combine.clause * alone + combine.bias)));
    const telling = score >= weights.models[name].likely;
    clauses.push({
      span: { start: tokens.start[from] as number, end: tokens.end[to - 1] as number },
      score,
      alone,
      evidence: telling ? evidenceOf(model.clause, outline, from, to) : [],
      family: telling ? familyOf(model, outline, from, to) : 'patient',
    });
  }
  return { whole, clauses };
}

/** The clauses of a passage with their scores under the model for replies. */
export function scoreClauses(reading: Reading): readonly ClauseScore[] {
  return scorePassage(reading, 'reply').clauses;
}

function modelOf(name: ModelName): Model {
  const known = models.get(name);
  if (known) return known;
  const packed = weights.models[name];
  const model: Model = {
    whole: unpack(packed.whole, weights.bits),
    clause: unpack(packed.clause, weights.bits),
    families: packed.families.map(
      ([family, table]) => [family, unpack(table, weights.bits)] as const,
    ),
  };
  models.set(name, model);
  return model;
}

function logOdds(
  { weight, scale, bias }: Table,
  outline: Outline,
  from: number,
  to: number,
): number {
  let sum = 0;
  let count = 0;
  visitFeatures(outline, from, to, (feature) => {
    count++;
    sum += weight[feature & slotMask] as number;
  });
  return (sum * scale) / Math.sqrt(Math.max(shortest, count)) + bias;
}

function evidenceOf(
  { weight, scale }: Table,
  outline: Outline,
  from: number,
  to: number,
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
  found.sort((a, b) => b.weight - a.weight || a.from - b.from);
  const kept: typeof found = [];
  for (const piece of found) {
    const same = kept.find((other) => other.from < piece.to && piece.from < other.to);
    if (same) same.weight += piece.weight;
    else if (kept.length < 4) kept.push({ ...piece });
  }
  const unit = scale / Math.sqrt(Math.max(shortest, count));
  return kept
    .sort((a, b) => b.weight - a.weight)
    .map((piece) => ({
      span: { start: tokens.start[piece.from] as number, end: tokens.end[piece.to - 1] as number },
      weight: piece.weight * unit,
    }));
}

function familyOf(model: Model, outline: Outline, from: number, to: number): Family {
  let best: Family = 'patient';
  let most = Number.NEGATIVE_INFINITY;
  for (const [family, table] of model.families) {
    const score = logOdds(table, outline, from, to);
    if (score > most) {
      most = score;
      best = family;
    }
  }
  return best;
}
