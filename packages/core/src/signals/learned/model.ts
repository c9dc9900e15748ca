import type { Reading } from '../../signal.js';
import { overlaps, type Span } from '../../span.js';
import { type Tokens, tokenSpan } from '../../tokens.js';
import { clauseStarts } from './clauses.js';
import { evidenceOf, type Weighed } from './evidence.js';
import { type Outline, outlineOf } from './features.js';
import { kindChances, nearestKind } from './kinds.js';
import {
  createNetwork,
  highestOdds,
  type Impression,
  type Network,
  reviewWordsOf,
  within,
} from './network.js';
import { unpack } from './packed.js';
import { shortest } from './shortest.js';
import { createSums, type Sums } from './sums.js';
import { type Family, type ModelName, weights } from './weights.js';

/** What the learned signal thinks of one clause of a passage. */
export interface ClauseScore {
  /** In passage offsets. */
  readonly span: Span;
  /** The chance, 0 to 1, that a reader learns from this clause that somebody was treated here; from the clause and its passage. */
  readonly score: number;
  /** The same from the clause alone, by the tables, in log odds. */
  readonly alone: number;
  /** The words that weighed most toward the score, heaviest first, at most four. */
  readonly evidence: readonly Weighed[];
  /** The kind of disclosure it comes nearest to. */
  readonly family: Family;
}

/** What the learned signal thinks of a passage. */
export interface PassageScore {
  /** Of the whole passage, in log odds of the tables. */
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
  /** What each written signal weighs. */
  readonly signals: Weights;
  /** The same, the one that may lift a score most first. */
  readonly heaviest: Weights;
}
interface Weights {
  readonly weights: readonly Weight[];
  readonly names: readonly string[];
}
type Weight = readonly [name: string, whole: number, clause: number];

/** How much less a clause needs to score where another one of its passage tells. */
export const besideTelling = 0.25;

const models = new Map<ModelName, Model>();
let network: Network | undefined;

/**
 * Scores a passage and each of its clauses. A pure function of the passage, the review it answers and the committed weights.
 * Gives no clauses where it is plain that none can score `least`.
 */
export function scorePassage(reading: Reading, name: ModelName, least = 0): PassageScore {
  const model = modelOf(name);
  const { combine } = weights.models[name];
  const outline = outlineOf(reading);
  const { tokens } = outline;
  const sums = createSums(outline, weights.bits);
  const all = { start: 0, end: reading.passage.text.length };
  const pieces: Clause[] = [];
  const starts = clauseStarts(tokens);
  for (let clause = 0; clause + 1 < starts.length; clause++) {
    const from = starts[clause] as number;
    const to = starts[clause + 1] as number;
    if (to > from) pieces.push({ from, to, unheard: logOdds(model.clause, sums, from, to) });
  }
  const score = (wholeOdds: number, clauseOdds: number) =>
    1 / (1 + Math.exp(-(combine.whole * wholeOdds + combine.clause * clauseOdds + combine.bias)));
  const reaches = (wholeOdds: number, clauseOdds: number) =>
    score(wholeOdds, clauseOdds) >= least - 1e-9;
  const tables = logOdds(model.whole, sums, 0, tokens.count);
  let hopes: Hopes | undefined;
  if (least > 0) {
    hopes = hopesOf(model, reading);
    // The network costs more than the tables: it is not read where even its highest answer would not do.
    const liftAtMost = (Math.abs(combine.heardWhole) * highestOdds) / combine.whole;
    const highest = Math.max(...pieces.map((piece) => piece.unheard));
    const clauseLiftAtMost = (Math.abs(combine.heardClause) * highestOdds) / combine.clause;
    const wholeAtMost = tables + liftAtMost + hopes.whole + hopes.restOfWhole;
    if (
      pieces.length === 0 ||
      !reaches(wholeAtMost, highest + clauseLiftAtMost + hopes.restOfClause)
    )
      return { whole: tables, clauses: [] };
  }
  const impression = impressionOf(reading, outline, pieces, name);
  // The network's part, as so many log odds of the tables: what follows need not tell the two apart.
  const lift = (combine.heardWhole * within(impression.whole)) / combine.whole;
  const lifts = impression.clauses.map(
    (odds) => (combine.heardClause * within(odds)) / combine.clause,
  );
  pieces.forEach((piece, clause) => {
    piece.unheard += lifts[clause] as number;
  });
  const unheard = lift + tables;
  if (hopes && !mayReach(model, hopes, reading, tokens, unheard, pieces, reaches))
    return { whole: unheard, clauses: [] };
  const found = signalsOf(model, reading);
  const whole = unheard + heard(found, 1, all);
  const clauses = pieces.map(({ from, to, unheard: unheardHere }, clause): ClauseScore => {
    const span = tokenSpan(tokens, from, to);
    const odds = unheardHere + heard(found, 2, span);
    const chance = score(whole, odds);
    const telling = chance >= weights.models[name].likely - besideTelling;
    let evidence: readonly Weighed[] | undefined;
    return {
      span,
      score: chance,
      alone: odds - (lifts[clause] as number),
      // Costs more than the score, and few ask for it.
      get evidence() {
        evidence ??= telling
          ? evidenceOf(model.clause, combine, outline, { from, to }, clause, impression)
          : [];
        return evidence;
      },
      family: telling ? nearestKind(kindChances(name, outline, from, to)) : 'patient',
    };
  });
  return { whole, clauses };
}

const impressions = {
  reply: new WeakMap<Reading, Impression>(),
  copy: new WeakMap<Reading, Impression>(),
};

/** What the network thinks of a passage, worked out once for all who ask. */
function impressionOf(
  reading: Reading,
  outline: Outline,
  clauses: readonly Clause[],
  name: ModelName,
): Impression {
  const known = impressions[name].get(reading);
  if (known) return known;
  network ??= createNetwork(weights.network, weights.bits);
  const answered = reviewWordsOf(reading.passage.answers);
  const impression = network.read(outline, clauses, answered, name);
  impressions[name].set(reading, impression);
  return impression;
}

interface Clause {
  readonly from: number;
  readonly to: number;
  /** Its log odds before the written signals are asked. */
  unheard: number;
}

/** What the written signals may add to a score, as far as is known without asking them. */
interface Hopes {
  /** Signals whose phrases are known to stand in the passage, and what they add to it. */
  readonly plain: readonly number[];
  readonly whole: number;
  /** Signals that have to be asked, and the most that they may add to the passage. */
  readonly others: readonly number[];
  readonly restOfWhole: number;
  /** The most that all of them may add to a clause. */
  readonly restOfClause: number;
}

function hopesOf({ heaviest: { weights: signals, names } }: Model, reading: Reading): Hopes {
  const open = reading.openAmong?.(names) ?? names.map((_, at) => at);
  const plain: number[] = [];
  const others: number[] = [];
  let whole = 0;
  let restOfWhole = 0;
  let restOfClause = 0;
  for (let at = 0; at < open.length; at++) {
    const signal = open[at] as number;
    const [name, inWhole, inClause] = signals[signal] as Weight;
    const matches = reading.mayMatch?.(name);
    if (matches === false) continue;
    if (matches) {
      plain.push(signal);
      whole += inWhole;
    } else {
      others.push(signal);
      if (inWhole > 0) restOfWhole += inWhole;
    }
    if (inClause > 0) restOfClause += inClause;
  }
  return { plain, whole, others, restOfWhole, restOfClause };
}

/**
 * Whether any clause may reach what it needs. Asking the written signals costs most: they are asked one by one, the
 * heaviest first, until the rest could no longer lift any clause enough.
 */
function mayReach(
  { heaviest: { weights: signals } }: Model,
  hopes: Hopes,
  reading: Reading,
  tokens: Tokens,
  unheard: number,
  pieces: readonly Clause[],
  reaches: (wholeOdds: number, clauseOdds: number) => boolean,
): boolean {
  const { plain, others } = hopes;
  let whole = unheard + hopes.whole;
  let { restOfWhole, restOfClause } = hopes;
  const odds = pieces.map((piece) => piece.unheard);
  let highest = Math.max(...odds);
  if (!reaches(whole + restOfWhole, highest + restOfClause)) return false;
  const hear = (spans: readonly Span[], inClause: number) => {
    if (inClause > 0) restOfClause -= inClause;
    if (spans.length === 0) return;
    for (let at = 0; at < pieces.length; at++)
      if (isHeard(spans, spanOf(tokens, pieces[at] as Clause)))
        odds[at] = (odds[at] as number) + inClause;
    highest = Math.max(...odds);
  };
  for (let at = 0; at < plain.length; at++) {
    const [name, , inClause] = signals[plain[at] as number] as Weight;
    // What can only lower a score need not be heard to see that it stays low.
    if (inClause <= 0) continue;
    hear(reading.matches(name), inClause);
    if (!reaches(whole + restOfWhole, highest + restOfClause)) return false;
  }
  for (let at = 0; at < others.length; at++) {
    const [name, inWhole, inClause] = signals[others[at] as number] as Weight;
    const spans = reading.matches(name);
    if (inWhole > 0) restOfWhole -= inWhole;
    if (spans.length > 0) whole += inWhole;
    hear(spans, inClause);
    if (!reaches(whole + restOfWhole, highest + restOfClause)) return false;
  }
  return true;
}

function spanOf(tokens: Tokens, { from, to }: Clause): Span {
  return tokenSpan(tokens, from, to);
}

function isHeard(spans: readonly Span[], span: Span): boolean {
  for (let at = 0; at < spans.length; at++) if (overlaps(spans[at] as Span, span)) return true;
  return false;
}

function modelOf(name: ModelName): Model {
  const known = models.get(name);
  if (known) return known;
  const packed = weights.models[name];
  const { whole, clause } = packed.combine;
  const most = ([, inWhole, inClause]: Weight) =>
    whole * Math.max(inWhole, 0) + clause * Math.max(inClause, 0);
  const model: Model = {
    whole: unpack(packed.whole, weights.bits),
    clause: unpack(packed.clause, weights.bits),
    signals: named(packed.signals),
    heaviest: named([...packed.signals].sort((a, b) => most(b) - most(a))),
  };
  models.set(name, model);
  return model;
}

function named(signals: readonly Weight[]): Weights {
  return { weights: signals, names: signals.map(([name]) => name) };
}

type Found = readonly {
  readonly weights: Weight;
  readonly spans: readonly Span[];
}[];

/** The written signals that were found in the passage, with what they weigh. */
function signalsOf({ signals }: Model, reading: Reading): Found {
  const found: Found[number][] = [];
  for (const at of reading.openAmong?.(signals.names) ?? signals.names.keys()) {
    const own = signals.weights[at] as Weight;
    const spans = reading.matches(own[0]);
    if (spans.length > 0) found.push({ weights: own, spans });
  }
  return found;
}

function heard(found: Found, scale: 1 | 2, span: Span): number {
  let sum = 0;
  for (const { weights: own, spans } of found) {
    if (isHeard(spans, span)) sum += own[scale];
  }
  return sum;
}

function logOdds({ weight, scale, bias }: Table, sums: Sums, from: number, to: number): number {
  const { sum, count } = sums.over(weight, from, to);
  return (sum * scale) / Math.sqrt(Math.max(shortest, count)) + bias;
}
