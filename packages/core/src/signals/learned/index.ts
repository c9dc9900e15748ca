import type { Reading } from '../../signal.js';
import type { Span } from '../../span.js';
import { isReply, type Signals, signals } from '../place.js';
import { besideTelling, type ClauseScore, scorePassage } from './model.js';
import { type Family, type ModelName, weights } from './weights.js';

const familyWords: Readonly<Record<Family, string>> = {
  visit: 'thanks somebody for a visit or was glad to have them',
  patient: 'takes for granted that somebody is a patient here',
  treatment: 'speaks of what somebody had done or how it turned out',
  return: 'speaks of the next time',
  apology: 'is sorry for something that happened to them',
  defense: 'tells the practice’s side of what happened',
  records: 'says what the practice’s records show',
  billing: 'speaks of what somebody paid or owes',
  blame: 'says what somebody did wrong',
  thanks: 'thanks or celebrates somebody after a visit',
  named: 'names somebody beside care',
  story: 'tells so much of somebody that friends would know',
  result: 'shows what was done for somebody',
  quote: 'hands on what a patient said',
  day: 'tells of somebody in the chair today',
};

/** Clauses that the learned weights find telling, by the kind of disclosure they come nearest to. See docs/learned-signal.md. */
export const learnedSignals: Signals = signals({
  'learned-disclosure': {
    describes:
      'Words that, by what they have in common with many labelled replies, tell that somebody was treated here',
    leg: 'care',
    find: (reading) => tellingClauses(reading).map(({ span }) => span),
  },
  'learned-strong': {
    describes: 'As learned-disclosure, and hardly ever wrong',
    leg: 'care',
    find: (reading) =>
      tellingClauses(reading)
        .filter(({ score }) => score >= weights.models[modelFor(reading) ?? 'reply'].strong)
        .map(({ span }) => span),
  },
  ...Object.fromEntries(
    Object.entries(familyWords).map(([family, words]) => [
      `learned-${family}`,
      {
        describes: `A clause that, to the learned weights, ${words}`,
        leg: 'care' as const,
        find: (reading: Reading) => spansOf(reading, family as Family),
      },
    ]),
  ),
});

const known = new WeakMap<Reading, readonly ClauseScore[]>();

/** The clauses of a reply that score above the threshold, each with its evidence; the best one first of all. */
export function tellingClauses(reading: Reading): readonly ClauseScore[] {
  const before = known.get(reading);
  if (before) return before;
  const model = modelFor(reading);
  const found = model ? telling(reading, model) : [];
  known.set(reading, found);
  return found;
}

/** Replies and posts each have weights of their own; other copy has none. */
function modelFor(reading: Reading): ModelName | undefined {
  if (isReply(reading)) return 'reply';
  const { channel, voice, part } = reading.passage;
  return channel === 'social-post' && voice === 'practice' && part === 'body' ? 'post' : undefined;
}

function telling(reading: Reading, model: ModelName): readonly ClauseScore[] {
  const { likely, aloneAtLeast } = weights.models[model];
  const { clauses } = scorePassage(reading, model);
  const best = clauses.reduce<ClauseScore | undefined>(
    (top, clause) => (!top || clause.score > top.score ? clause : top),
    undefined,
  );
  if (!best || best.score < likely) return [];
  // Where one clause tells, its neighbors are believed sooner.
  return clauses.filter(
    (clause) =>
      clause === best || (clause.score >= likely - besideTelling && clause.alone >= aloneAtLeast),
  );
}

function spansOf(reading: Reading, family: Family): Span[] {
  return tellingClauses(reading).flatMap((clause) =>
    clause.family === family ? [clause.span] : [],
  );
}
