import {
  atLeast,
  type Channel,
  milder,
  type Severity,
  type Strictness,
  strictnesses,
  worse,
} from './channel.js';
import { leastSeverity } from './law.js';
import type { PracticeProfile } from './profile.js';
import { type OpenReading, phraseSignal } from './reading.js';
import type { Condition, Rule } from './rule.js';
import type { Reading } from './signal.js';
import { overlaps, type Span } from './span.js';

/** What a rule objects to, in passage offsets, before fixes are made. */
export interface Objection {
  readonly rule: Rule;
  /** Place of the rule in the order of precedence. */
  readonly order: number;
  readonly severity: Severity;
  readonly reading: Reading;
  readonly message: string;
  readonly span: Span;
  readonly evidence: readonly { readonly signal: string; readonly span: Span }[];
}

/** Rules that can speak in a channel, with their place in the order and their severity there. */
export type Bench = readonly {
  readonly rule: Rule;
  readonly order: number;
  readonly severity: Severity;
  /** By condition, what must be open for it to hold: of each list of signals, by their numbers, one. */
  readonly needs: readonly Needs[];
  readonly conditions: readonly Condition[];
}[];

type Needs = readonly (readonly number[])[];

/** What the conditions of a rule ask for within the passage itself. */
export function needsOf(rule: Rule, numberOf: (signal: string) => number): readonly Needs[] {
  const number = (signal: string) => numberOf(signal === 'phrase' ? phraseSignal(rule) : signal);
  return conditionsOf(rule).map(({ mark, within, all, any }) => [
    [number(mark)],
    // The rest of the document may supply what else is asked for.
    ...(within === 'document' ? [] : all.map((signal) => [number(signal)])),
    ...(within === 'document' || !any ? [] : [any.map(number)]),
  ]);
}

/** The conditions of a rule, alternatives of one another. */
export function conditionsOf({ when }: Rule): readonly Condition[] {
  return 'within' in when ? [when] : when;
}

function mayHold(needs: Needs, reading: OpenReading): boolean {
  for (let at = 0; at < needs.length; at++) {
    const one = needs[at] as readonly number[];
    let open = false;
    for (let other = 0; other < one.length && !open; other++)
      open = reading.isOpen(one[other] as number);
    if (!open) return false;
  }
  return true;
}

/** The severity of a rule in a channel, or 'off'. The profile decides over the rule; a milder strictness over a stricter one. */
export function severityOf(
  rule: Rule,
  channel: Channel,
  strictness: Strictness,
  profile: PracticeProfile,
): Severity | 'off' {
  const base = rule.severity[channel];
  const own = Object.hasOwn(profile.rules, rule.id) ? profile.rules[rule.id] : undefined;
  if (own === 'off') return 'off';
  if (base === undefined) return 'off';
  if (strictnesses.indexOf(strictness) > strictnesses.indexOf(rule.strictness ?? 'lenient'))
    return 'off';
  if (own !== undefined) return own;
  const chosen = chosenSeverity(rule, channel, base, strictness);
  const asked = leastSeverity(rule.id, profile.jurisdiction);
  if (asked === undefined) return chosen;
  return chosen === 'off' ? asked : worse(chosen, asked);
}

function chosenSeverity(
  rule: Rule,
  channel: Channel,
  base: Severity,
  strictness: Strictness,
): Severity | 'off' {
  if (strictness === 'strict') return base;
  const standard = rule.standard?.[channel] ?? base;
  return strictness === 'standard' ? standard : (rule.lenient?.[channel] ?? standard);
}

/**
 * What one rule objects to in one passage. Most find nothing: what is made for those that do is made in `objections`,
 * since a function with closures costs memory whenever it is called.
 */
export function objectionsOf(entry: Bench[number], reading: OpenReading): readonly Objection[] {
  const { rule, needs, conditions } = entry;
  let found: readonly Objection[] = none;
  for (let at = 0; at < conditions.length; at++) {
    if (!mayHold(needs[at] as Needs, reading)) continue;
    const condition = conditions[at] as Condition;
    if (condition.in && !condition.in.includes(reading.passage.part)) continue;
    const marks = matchesOf(rule, reading, condition.mark);
    if (marks.length === 0) continue;
    const more = objections(entry, condition, reading, marks);
    if (more.length > 0) found = found.length === 0 ? more : [...found, ...more];
  }
  return found;
}

function objections(
  { rule, order, severity }: Bench[number],
  condition: Condition,
  reading: Reading,
  marks: readonly Span[],
): readonly Objection[] {
  return holding(rule, condition, reading, marks).map(({ span, evidence }): Objection => {
    const raised =
      condition.escalate?.any.some((signal) => matchesOf(rule, reading, signal).length > 0) ??
      false;
    const base = condition.atMost ? milder(severity, condition.atMost) : severity;
    return {
      rule,
      order,
      reading,
      span,
      evidence,
      message: condition.message ?? rule.message,
      severity: raised && condition.escalate ? worse(base, condition.escalate.to) : base,
    };
  });
}

const none: readonly Objection[] = [];

/** A clause may reach over the line breaks behind it; nobody wants them underlined. */
function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start + 1 && isBreak(text.charCodeAt(last - 1))) last--;
  return { start, end: last };
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function holding(
  rule: Rule,
  condition: Condition,
  reading: Reading,
  marks: readonly Span[],
): { span: Span; evidence: Objection['evidence'] }[] {
  const others = condition.all.filter((signal) => signal !== condition.mark);
  const evidenceFor = (sentence: number, mark: Span): Objection['evidence'] | undefined => {
    const inScope = (signal: string) =>
      matchesOf(rule, reading, signal).filter(
        (span) => condition.within !== 'sentence' || reading.sentenceAt(span.start) === sentence,
      );
    const has = (signal: string) =>
      inScope(signal).length > 0 ||
      (condition.within === 'document' && nearby(rule, reading, signal));
    if (condition.unless?.some(has)) return undefined;
    if (!others.every(has)) return undefined;
    if (condition.any && !condition.any.some(has)) return undefined;
    const named = [...others, ...(condition.any ?? [])];
    return [
      { signal: condition.mark, span: mark },
      ...named.flatMap((signal) =>
        inScope(signal)
          .slice(0, 3)
          .map((span) => ({ signal, span })),
      ),
    ];
  };
  return marks.flatMap((mark) => {
    const span = trimmed(reading.passage.text, mark);
    const evidence = evidenceFor(reading.sentenceAt(span.start), span);
    return evidence ? [{ span, evidence }] : [];
  });
}

/** A signal in a passage next door or of the same record. */
function nearby(rule: Rule, reading: Reading, signal: string): boolean {
  return reading
    .neighbors()
    .some((passage) => matchesOf(rule, reading.readingOf(passage), signal).length > 0);
}

function matchesOf(rule: Rule, reading: Reading, signal: string): readonly Span[] {
  return reading.matches(signal === 'phrase' ? phraseSignal(rule) : signal);
}

/** Rules that explain a structure and stand beside the finding they explain. */
const companions = new Set(['reply-privacy-but']);

/** One objection per place: the worse wins, then the earlier in the order of precedence. Passage by passage, in order. */
export function resolve(objections: readonly Objection[]): Objection[] {
  const ranked = [...objections].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      guessed(a) - guessed(b) ||
      a.order - b.order ||
      a.span.start - b.span.start ||
      b.span.end - a.span.end,
  );
  const kept: Objection[] = [];
  for (const objection of ranked) {
    const rival = kept.find(
      (other) =>
        other.reading === objection.reading &&
        overlaps(other.span, objection.span) &&
        companions.has(other.rule.id) === companions.has(objection.rule.id),
    );
    if (!rival) kept.push(objection);
    else if (rival.rule.id === named && guessed(objection) === 1) {
      // "Eight years and counting, Patty!": that the name tells who it is takes nothing from what is told.
      const rest = beside(objection, rival.span);
      if (
        rest &&
        !kept.some((other) => other.reading === objection.reading && overlaps(other.span, rest))
      )
        kept.push({ ...objection, span: rest });
    }
  }
  return kept.sort(
    (a, b) =>
      a.reading.passage.index - b.reading.passage.index ||
      a.span.start - b.span.start ||
      a.order - b.order,
  );
}

/** The rule that speaks of nothing but a name. */
const named = 'reply-names-reviewer';

/** The longer part of an objection's span beside a name in it, without what joins them; undefined for less than two words. */
function beside({ span, reading }: Objection, name: Span): Span | undefined {
  const { text } = reading.passage;
  const sides = [
    { start: span.start, end: Math.min(name.start, span.end) },
    { start: Math.max(name.end, span.start), end: span.end },
  ].sort((a, b) => b.end - b.start - (a.end - a.start));
  const [side] = sides as [Span, Span];
  let { start, end } = side;
  while (start < end && joins.test(text.charAt(start))) start++;
  while (end > start && joins.test(text.charAt(end - 1))) end--;
  const words = text.slice(start, end).match(/\p{L}+/gu)?.length ?? 0;
  return words < 2 ? undefined : { start, end };
}

const joins = /[\s,;:.!\u2013\u2014-]/;

/** 1 for what the learned signal alone says: a written signal marks the place more closely. */
function guessed({ evidence }: Objection): number {
  return evidence[0]?.signal.startsWith('learned-') ? 1 : 0;
}

function rank(objection: Objection): number {
  // That any reply tells something is said only where nothing else is, however mild.
  if (objection.rule.id === 'reply-at-all') return 4;
  return atLeast(objection.severity, 'error')
    ? 0
    : atLeast(objection.severity, 'warning')
      ? 1
      : atLeast(objection.severity, 'info')
        ? 2
        : 3;
}
