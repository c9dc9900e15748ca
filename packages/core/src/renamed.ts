import { milder } from './channel.js';
import type { Bench, Objection } from './judge.js';
import type { Condition, Rule } from './rule.js';
import type { Reading } from './signal.js';
import { familyIn } from './signals/learned/index.js';
import { kindsAround, nearestKind } from './signals/learned/kinds.js';
import type { Family } from './signals/learned/weights.js';
import { isReply } from './signals/place.js';
import { overlaps } from './span.js';

/**
 * Signals that go by form show that something is told, and say less well what. For each, how much likelier another kind
 * must be than the one it stands for; set on texts that the kinds were not trained on.
 */
const margins: Readonly<Record<'reply' | 'copy', Readonly<Record<string, number>>>> = {
  reply: {
    'addresses-reviewer': 0.4,
    'appointment-talk': 0.3,
    'care-count': 0.3,
    'confirms-treatment': 0.3,
    'defends-care': 0.6,
    'echoes-review': 0.3,
    'invites-return': 0.3,
  },
  copy: { 'day-given': 0.3 },
};
/** Kinds of rules that the learned signal never speaks for. */
const without: Readonly<Record<string, Family>> = {
  'exact-date-of-service': 'story',
  'public-appointment-talk': 'return',
};

/** Gives what such a signal found to the rule whose kind of disclosure the clause comes clearly nearer to. */
export function renamed(
  objections: readonly Objection[],
  reading: Reading,
  bench: Bench,
): readonly Objection[] {
  if (objections.length === 0) return objections;
  const model = isReply(reading) ? 'reply' : 'copy';
  return objections.flatMap((objection) => {
    const margin = margins[model][objection.evidence[0]?.signal ?? ''];
    if (margin === undefined) return objection;
    const own = kindOf(objection.rule);
    const chances = kindsAround(reading, model, objection.span);
    if (!own || !chances) return objection;
    const nearest = familyIn(reading, { family: nearestKind(chances), span: objection.span });
    const lead = (chances.get(nearest) ?? 0) - (chances.get(own) ?? 0);
    if (nearest === own || lead < margin) return objection;
    const other = bench.find(({ rule }) => kindOf(rule) === nearest);
    if (!other) return objection;
    const { rule, order } = other;
    // Where that rule has marked the place itself, its own words are the better ones.
    if (objections.some((each) => each.rule === rule && overlaps(each.span, objection.span)))
      return [];
    const severity = milder(other.severity, objection.severity);
    return { ...objection, rule, order, severity, message: rule.message };
  });
}

const kinds = new WeakMap<Rule, Family | undefined>();

/** The kind of disclosure that the learned signal means when it speaks for a rule. */
function kindOf(rule: Rule): Family | undefined {
  if (kinds.has(rule)) return kinds.get(rule);
  const conditions: readonly Condition[] = 'within' in rule.when ? [rule.when] : rule.when;
  const mark = conditions.map((condition) => condition.mark).find((name) => prefix.test(name));
  const kind = (mark?.replace(prefix, '') as Family | undefined) ?? without[rule.id];
  kinds.set(rule, kind);
  return kind;
}

const prefix = /^learned-/;
