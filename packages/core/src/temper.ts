import { milder } from './channel.js';
import type { Objection } from './judge.js';
import type { Reading } from './signal.js';
import { type ClauseScore, scorePassage } from './signals/learned/model.js';
import { isReply } from './signals/place.js';
import { overlaps, type Span } from './span.js';

/**
 * Below these chances, signal by signal, the learned signal holds a clause of a reply for harmless. Signals that go by form
 * alone (whom a clause speaks to, what it counts) need more of its consent than plain phrases do. Set on cross-validated
 * chances, where hardly a true finding scores below them.
 */
const replyChances: Readonly<Record<string, number>> = {
  'addresses-reviewer': 0.65,
  'care-count': 0.5,
  'greets-family': 0.6,
  'echoes-review': 0.6,
  'care-advice': 0.5,
  'relative-with-care': 0.65,
  'day-given': 0.65,
  'review-reward': 0.5,
  'confirms-treatment': 0.55,
  'defends-care': 0.55,
  'thanks-for-visit': 0.5,
  'named-as-patient': 0.5,
  'invites-return': 0.5,
  'public-checkin': 0.5,
  'appointment-talk': 0.4,
  'discusses-billing': 0.4,
  'care-apology': 0.4,
  'cites-records': 0.4,
};
/** For all others. */
const otherChance = 0.35;

/** Denials, which the learned signal takes for policy, and rules that need no judgment of tone: a name, a number or a threat is one in whatever words it stands. */
const plain =
  /^(?:reply-names-reviewer|reply-at-all|reply-privacy-but|reply-threatens-reviewer|contact-identifier|record-or-account-number|age-over-89)$/;

/**
 * The same for copy that speaks to everybody, signal by signal: what stands there is seldom about one person, and a day, a
 * town or a name tells only in such a place. Signals that go by structure (a picture, a list, a tracker) are not asked.
 * Set on cross-validated chances, where hardly a true finding scores below them.
 */
const copyChances: Readonly<Record<string, number>> = {
  'day-given': 0.55,
  'public-thanks': 0.35,
  'named-care': 0.55,
  'relative-with-care': 0.5,
  'case-story': 0.35,
  'mark-of-person': 0.4,
  'patient-tag': 0.5,
  'appointment-talk': 0.25,
  'thanks-for-visit': 0.3,
  'named-as-patient': 0.3,
  'confirms-treatment': 0.3,
  'invites-return': 0.3,
  'defends-care': 0.3,
  'blames-reviewer': 0.3,
  'discusses-billing': 0.3,
  'threatens-reviewer': 0.3,
  shoutout: 0.4,
  'town-given': 0.4,
  'old-age': 0.4,
  'coy-with-care': 0.25,
  'celebrity-treated': 0.5,
  repost: 0.4,
  'attributed-quote': 0.4,
  'ask-with-care': 0.15,
  'before-after-picture': 0.3,
  'weak-consent': 0.3,
  'day-tale': 0.08,
  'contact-of-person': 0.1,
  'record-number': 0.05,
};

/**
 * Lets strong clean evidence speak: what a written signal found becomes a note where the learned signal, which weighs all
 * the words around, holds the clause for harmless. Messages between the practice and one person are left as they are.
 */
export function tempered(objections: readonly Objection[], reading: Reading): readonly Objection[] {
  const { channel, voice } = reading.passage;
  if (objections.length === 0 || channel === 'direct-message' || voice !== 'practice')
    return objections;
  const reply = isReply(reading);
  let scores: readonly ClauseScore[] | undefined;
  return objections.map((objection) => {
    const signal = objection.evidence[0]?.signal ?? '';
    const needed = reply ? replyChance(objection, signal) : (copyChances[signal] ?? 0);
    if (needed === 0) return objection;
    scores ??= scorePassage(reading, reply ? 'reply' : 'copy').clauses;
    if (highest(scores, objection.span) >= needed) return objection;
    return { ...objection, severity: milder(objection.severity, 'info') };
  });
}

function replyChance({ rule }: Objection, signal: string): number {
  return plain.test(rule.id) || signal === 'denied-as-patient'
    ? 0
    : (replyChances[signal] ?? otherChance);
}

function highest(scores: readonly ClauseScore[], span: Span): number {
  return scores.reduce(
    (top, clause) => (overlaps(clause.span, span) && clause.score > top ? clause.score : top),
    0,
  );
}
