import { milder } from './channel.js';
import type { Objection } from './judge.js';
import type { Reading } from './signal.js';
import { type ClauseScore, scorePassage } from './signals/learned/model.js';
import { isReply } from './signals/place.js';
import { overlaps, type Span } from './span.js';

/**
 * Below these chances the learned signal, which weighs all the words around, holds a clause for harmless. Signals that go
 * by form alone (whom a clause speaks to, what it counts) need its consent; broad phrases are dropped where it doubts them;
 * plain ones only where it is sure. Set on cross-validated chances, like those for other copy below.
 */
const chances = { form: 0.65, broad: 0.4, plain: 0.35 } as const;
const kinds: ReadonlyMap<string, keyof typeof chances> = new Map([
  ...[
    'addresses-reviewer',
    'care-count',
    'greets-family',
    'echoes-review',
    'care-advice',
    'relative-with-care',
    'day-given',
  ].map((name) => [name, 'form'] as const),
  ...[
    'named-as-patient',
    'confirms-treatment',
    'defends-care',
    'invites-return',
    'public-checkin',
    'appointment-talk',
  ].map((name) => [name, 'broad'] as const),
]);

/** Denials, which the learned signal takes for policy, and rules that need no judgment of tone: a name, a number or a threat is one in whatever words it stands. */
const plain =
  /^(?:reply-names-reviewer|reply-at-all|reply-privacy-but|reply-threatens-reviewer|contact-identifier|record-or-account-number|age-over-89)$/;

/**
 * The same for copy that speaks to everybody, signal by signal: what stands there is seldom about one person, and a day, a
 * town or a name tells only in such a place. Signals that go by structure (a picture, a list, a tracker) are not asked.
 * Set on cross-validated chances, where hardly a true finding scores below them.
 */
const copyChances: Readonly<Record<string, number>> = {
  'day-given': 0.25,
  'public-thanks': 0.2,
  'named-care': 0.2,
  'relative-with-care': 0.2,
  'case-story': 0.2,
  'mark-of-person': 0.2,
  'patient-tag': 0.2,
  'appointment-talk': 0.15,
  'thanks-for-visit': 0.15,
  'named-as-patient': 0.15,
  'confirms-treatment': 0.15,
  'invites-return': 0.15,
  'defends-care': 0.15,
  'blames-reviewer': 0.15,
  'discusses-billing': 0.15,
  'threatens-reviewer': 0.15,
  shoutout: 0.25,
  'town-given': 0.1,
  'old-age': 0.1,
  'coy-with-care': 0.08,
  'celebrity-treated': 0.08,
  'contact-of-person': 0.07,
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
    : chances[kinds.get(signal) ?? 'plain'];
}

function highest(scores: readonly ClauseScore[], span: Span): number {
  return scores.reduce(
    (top, clause) => (overlaps(clause.span, span) && clause.score > top ? clause.score : top),
    0,
  );
}
