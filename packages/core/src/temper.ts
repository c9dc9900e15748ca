import { milder } from './channel.js';
import type { Objection } from './judge.js';
import type { Reading } from './signal.js';
import { type ClauseScore, scoreClauses } from './signals/learned/model.js';
import { isReply } from './signals/place.js';
import { overlaps, type Span } from './span.js';

/**
 * Below these chances the learned signal, which weighs all the words around, holds a clause for harmless. Set on the
 * texts kept aside. Signals that go by form alone (whom a clause speaks to, what it counts) need its consent; broad
 * phrases are dropped where it doubts them; plain ones only where it is sure.
 */
const chances = { form: 0.7, broad: 0.35, plain: 0.4 } as const;
const kinds: ReadonlyMap<string, keyof typeof chances> = new Map([
  ...['addresses-reviewer', 'care-count', 'greets-family', 'echoes-review', 'care-advice'].map(
    (name) => [name, 'form'] as const,
  ),
  ...[
    'named-as-patient',
    'confirms-treatment',
    'defends-care',
    'public-checkin',
    'appointment-talk',
  ].map((name) => [name, 'broad'] as const),
]);

/** Rules that need no judgment of tone: a name, a number or a threat is one in whatever words it stands. */
const plain =
  /^(?:reply-names-reviewer|reply-at-all|reply-privacy-but|reply-threatens-reviewer|contact-identifier|record-or-account-number|age-over-89)$/;

/**
 * Lets strong clean evidence speak: what a written signal found in a reply becomes a note where the learned signal,
 * which weighs all the words around it, holds the clause for harmless.
 */
export function tempered(objections: readonly Objection[], reading: Reading): readonly Objection[] {
  if (objections.length === 0 || !isReply(reading) || reading.passage.channel === 'direct-message')
    return objections;
  let scores: readonly ClauseScore[] | undefined;
  return objections.map((objection) => {
    if (plain.test(objection.rule.id)) return objection;
    scores ??= scoreClauses(reading);
    const signal = objection.evidence[0]?.signal ?? '';
    if (highest(scores, objection.span) >= chances[kinds.get(signal) ?? 'plain']) return objection;
    return { ...objection, severity: milder(objection.severity, 'info') };
  });
}

function highest(scores: readonly ClauseScore[], span: Span): number {
  return scores.reduce(
    (top, clause) => (overlaps(clause.span, span) && clause.score > top ? clause.score : top),
    0,
  );
}
