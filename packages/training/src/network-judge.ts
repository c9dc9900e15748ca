import { lowest, places } from '../../core/src/signals/learned/network.js';
import { add, type Parameter } from './adam.js';
import type { NetworkExample } from './network-examples.js';
import { type Parameters, pooled, shape } from './network-shape.js';
import type { Random } from './random.js';

const { hidden, reviewChannels } = shape;

/** What chance leaves out in training: answers of filters, and hidden units. */
const dropped = { filter: 0.3, unit: 0.15 } as const;
/** How much the clauses' own losses count beside the passage's. */
const clauseShare = 0.5;

/** The highest answers of the filters, with places for their slopes. */
export interface Answers {
  /** Clause by clause, filter by filter. */
  readonly pools: Float32Array;
  readonly poolSlope: Float32Array;
  readonly passage: Float32Array;
  /** The clause that each of the passage's answers is from; -1 where none rose above 0. */
  readonly passageFrom: Int32Array;
  readonly passageSlope: Float32Array;
  readonly review: Float32Array;
  readonly reviewSlope: Float32Array;
}

/** The network's last layers: from the highest answers to the scores, and the slopes of the loss back to the answers. */
export class NetworkJudge {
  readonly #parameters: Parameters;
  readonly #random: Random;
  readonly #base = new Float32Array(hidden);
  readonly #wholeUnits = new Float32Array(hidden);
  readonly #wholeKept = new Float32Array(hidden);
  readonly #passageKept = new Float32Array(pooled);
  #poolKept = new Float32Array(0);
  #units = new Float32Array(0);
  #unitKept = new Float32Array(0);

  constructor(parameters: Parameters, random: Random) {
    this.#parameters = parameters;
    this.#random = random;
  }

  #reserve(clauses: number): void {
    if (this.#units.length >= clauses * hidden) return;
    this.#poolKept = new Float32Array(clauses * pooled);
    this.#units = new Float32Array(clauses * hidden);
    this.#unitKept = new Float32Array(clauses * hidden);
  }

  /** The hidden layer and the scores, and their slopes back to the pools. */
  judge(
    { output, place, risky, isRisky }: NetworkExample,
    answers: Answers,
    weight: number,
  ): number {
    const own = this.#parameters;
    const { pools, passage, review } = answers;
    const count = risky.length;
    this.#reserve(count);
    this.#leaveOut(this.#poolKept, count * pooled, dropped.filter);
    this.#leaveOut(this.#passageKept, pooled, dropped.filter);
    this.#leaveOut(this.#unitKept, count * hidden, dropped.unit);
    this.#leaveOut(this.#wholeKept, hidden, dropped.unit);
    for (let filter = 0; filter < pooled; filter++)
      passage[filter] = (passage[filter] as number) * (this.#passageKept[filter] as number);
    for (let at = 0; at < count * pooled; at++)
      pools[at] = (pools[at] as number) * (this.#poolKept[at] as number);

    for (let unit = 0; unit < hidden; unit++) {
      let base = own.clauseByPlace.values[unit * places + place] as number;
      let whole = own.wholeByPlace.values[unit * places + place] as number;
      for (let filter = 0; filter < pooled; filter++) {
        const value = passage[filter] as number;
        base += (own.clauseByPassage.values[unit * pooled + filter] as number) * value;
        whole += (own.wholeByPassage.values[unit * pooled + filter] as number) * value;
      }
      for (let channel = 0; channel < reviewChannels; channel++) {
        const value = review[channel] as number;
        base += (own.clauseByReview.values[unit * reviewChannels + channel] as number) * value;
        whole += (own.wholeByReview.values[unit * reviewChannels + channel] as number) * value;
      }
      this.#base[unit] = base;
      this.#wholeUnits[unit] = whole > 0 ? whole * (this.#wholeKept[unit] as number) : 0;
    }
    const scores = new Float64Array(count);
    let best = 0;
    for (let clause = 0; clause < count; clause++) {
      let score = own.clauseBias.values[output] as number;
      for (let unit = 0; unit < hidden; unit++) {
        let sum = this.#base[unit] as number;
        for (let filter = 0; filter < pooled; filter++)
          sum +=
            (own.clauseByClause.values[unit * pooled + filter] as number) *
            (pools[clause * pooled + filter] as number);
        const value = sum > 0 ? sum * (this.#unitKept[clause * hidden + unit] as number) : 0;
        this.#units[clause * hidden + unit] = value;
        score += value * (own.clauseOut.values[output * hidden + unit] as number);
      }
      scores[clause] = score;
      if (score > (scores[best] as number)) best = clause;
    }
    const highest = Math.max(lowest, scores[best] as number);
    let whole =
      (own.wholeBias.values[output] as number) +
      (own.wholeByBest.values[output] as number) * highest;
    for (let unit = 0; unit < hidden; unit++)
      whole +=
        (this.#wholeUnits[unit] as number) *
        (own.wholeOut.values[output * hidden + unit] as number);

    let clauseLoss = 0;
    for (let clause = 0; clause < count; clause++)
      clauseLoss += loss(scores[clause] as number, risky[clause] as number);
    const wholeSlope = (logistic(whole) - isRisky) * weight;
    const slopes = scores.map(
      (score, clause) => (logistic(score) - (risky[clause] as number)) * clauseShare * weight,
    );
    add(own.wholeBias.slope, output, wholeSlope);
    add(own.wholeByBest.slope, output, wholeSlope * highest);
    if ((scores[best] as number) > lowest)
      slopes[best] =
        (slopes[best] as number) + wholeSlope * (own.wholeByBest.values[output] as number);
    for (const slope of slopes) add(own.clauseBias.slope, output, slope);

    answers.poolSlope.fill(0, 0, count * pooled);
    answers.passageSlope.fill(0);
    answers.reviewSlope.fill(0);
    for (let unit = 0; unit < hidden; unit++) {
      const out = output * hidden + unit;
      const value = this.#wholeUnits[unit] as number;
      add(own.wholeOut.slope, out, wholeSlope * value);
      if (value > 0) {
        const slope =
          wholeSlope * (own.wholeOut.values[out] as number) * (this.#wholeKept[unit] as number);
        this.#unitBack(
          answers,
          own.wholeByPassage,
          own.wholeByReview,
          own.wholeByPlace,
          unit,
          place,
          slope,
        );
      }
      let shared = 0;
      for (let clause = 0; clause < count; clause++) {
        const at = clause * hidden + unit;
        const active = this.#units[at] as number;
        add(own.clauseOut.slope, out, (slopes[clause] as number) * active);
        if (active <= 0) continue;
        const slope =
          (slopes[clause] as number) *
          (own.clauseOut.values[out] as number) *
          (this.#unitKept[at] as number);
        shared += slope;
        for (let filter = 0; filter < pooled; filter++) {
          const to = clause * pooled + filter;
          add(own.clauseByClause.slope, unit * pooled + filter, slope * (pools[to] as number));
          add(
            answers.poolSlope,
            to,
            slope * (own.clauseByClause.values[unit * pooled + filter] as number),
          );
        }
      }
      if (shared !== 0)
        this.#unitBack(
          answers,
          own.clauseByPassage,
          own.clauseByReview,
          own.clauseByPlace,
          unit,
          place,
          shared,
        );
    }
    for (let at = 0; at < count * pooled; at++)
      answers.poolSlope[at] = (answers.poolSlope[at] as number) * (this.#poolKept[at] as number);
    for (let filter = 0; filter < pooled; filter++) {
      const clause = answers.passageFrom[filter] as number;
      if (clause >= 0)
        add(
          answers.poolSlope,
          clause * pooled + filter,
          (answers.passageSlope[filter] as number) * (this.#passageKept[filter] as number),
        );
    }
    return weight * (loss(whole, isRisky) + clauseShare * clauseLoss);
  }

  /** From a unit of the hidden layer back to what it hears of the passage, of the review and of the place. */
  #unitBack(
    answers: Answers,
    byPassage: Parameter,
    byReview: Parameter,
    byPlace: Parameter,
    unit: number,
    place: number,
    slope: number,
  ): void {
    add(byPlace.slope, unit * places + place, slope);
    for (let filter = 0; filter < pooled; filter++) {
      const at = unit * pooled + filter;
      add(byPassage.slope, at, slope * (answers.passage[filter] as number));
      add(answers.passageSlope, filter, slope * (byPassage.values[at] as number));
    }
    for (let channel = 0; channel < reviewChannels; channel++) {
      const at = unit * reviewChannels + channel;
      add(byReview.slope, at, slope * (answers.review[channel] as number));
      add(answers.reviewSlope, channel, slope * (byReview.values[at] as number));
    }
  }

  /** Marks what stays with what it then counts, and what is left out with 0. */
  #leaveOut(kept: Float32Array, count: number, share: number): void {
    for (let at = 0; at < count; at++) kept[at] = this.#random() < share ? 0 : 1 / (1 - share);
  }
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The logistic loss of log odds where 1 or 0 would be right. */
function loss(odds: number, right: number): number {
  return Math.log1p(Math.exp(-Math.abs(odds))) + Math.max(odds, 0) - right * odds;
}
