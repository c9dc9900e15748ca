import type { ChannelChoice } from './channel.js';
import type { IdleDirective, Ignored, Inspection } from './check.js';
import { covers, type Directive, type Reach, reachOf } from './directives.js';
import { extentOf, extentsOf } from './extents.js';
import type { Finding } from './finding.js';
import { fixesOf } from './fixes.js';
import type { Objection } from './judge.js';
import type { Judged } from './judged.js';
import type { Format, Notice, Passage } from './passage.js';
import type { PracticeProfile } from './profile.js';
import type { Rule } from './rule.js';

/** What is known of a document when its findings are drawn up. */
export interface Outcome {
  readonly channel: ChannelChoice;
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
  readonly format: Format;
  readonly text: string;
  readonly profile: PracticeProfile;
  readonly today: string;
}

/** Draws up the findings: what directives do not silence. */
export function inspectionOf(judged: readonly Judged[], outcome: Outcome): Inspection {
  const { channel, directives, notices, today } = outcome;
  let passages: readonly Passage[] | undefined;
  const all = () => (passages ??= judged.flatMap((piece) => piece.passages));
  const synthetic = directives.some(({ kind }) => kind === 'synthetic' || kind === 'templates');
  const objections = synthetic ? [] : withoutWeakReplies(objectionsIn(judged));
  const kept: Finding[] = [];
  const ignored: Ignored[] = [];
  const used = new Set<Directive>();
  const extents = directives.length === 0 ? [] : extentsOf(all(), outcome.text);
  const replies = memo(() => repliesOf(all()));
  const reaches = new Map<Directive, Reach | undefined>();
  const reach = (directive: Directive) => {
    if (!reaches.has(directive)) reaches.set(directive, reachOf(directive, directives, extents));
    return reaches.get(directive);
  };
  for (const objection of objections) {
    const finding = findingOf(objection, replies, outcome);
    const { passage } = objection.reading;
    const silencer = directives.find(
      (directive) =>
        silences(directive, objection, today) && covers(reach(directive), extentOf(passage)),
    );
    if (!silencer) kept.push(finding);
    else used.add(silencer);
    if (silencer?.kind === 'ignore')
      ignored.push({
        finding,
        reason: silencer.reason,
        span: silencer.span,
        ...(silencer.author ? { author: silencer.author } : {}),
      });
  }
  return {
    channel,
    findings: kept,
    ignored,
    idle: directives.flatMap((directive) => idleness(directive, used, today)),
    notices,
    get passages() {
      return all();
    },
  };
}

function objectionsIn(judged: readonly Judged[]): readonly Objection[] {
  const all: Objection[] = [];
  for (let at = 0; at < judged.length; at++) {
    const { objections } = judged[at] as Judged;
    for (const objection of objections) all.push(objection);
  }
  return all;
}

function memo<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: make() };
    return value.of;
  };
}

/** An ignore silences its rule; an authorization that is good for the channel and the day silences what one can answer. */
function silences(directive: Directive, { rule, reading }: Objection, today: string): boolean {
  if (directive.kind === 'ignore')
    return directive.rule === rule.id || directive.rule === '*' || directive.rule === 'all';
  if (directive.kind !== 'authorized') return false;
  const { channels, expires } = directive.authorization;
  return (
    isAuthorizable(rule) &&
    channels.includes(reading.passage.channel) &&
    (expires === undefined || expires >= today)
  );
}

const nothing: readonly never[] = [];

/** A rule whose fix inserts an authorization is one that an authorization answers. */
function isAuthorizable(rule: Rule): boolean {
  return rule.fixes.some((fix) => 'insert' in fix);
}

function idleness(
  directive: Directive,
  used: ReadonlySet<Directive>,
  today: string,
): readonly IdleDirective[] {
  if (directive.kind === 'ignore' && !used.has(directive))
    return [
      {
        kind: 'unused-ignore',
        message: `This ignore of ${directive.rule} silences nothing here any more. It can be deleted.`,
        span: directive.span,
      },
    ];
  if (directive.kind !== 'authorized') return nothing;
  const { id, expires } = directive.authorization;
  if (expires !== undefined && expires < today)
    return [
      {
        kind: 'expired-authorization',
        message: `Authorization ${id} ended on ${expires}. Ask the person again before this copy runs.`,
        span: directive.span,
      },
    ];
  return used.has(directive)
    ? nothing
    : [
        {
          kind: 'unused-authorization',
          message: `Authorization ${id} covers nothing here that needs one.`,
          span: directive.span,
        },
      ];
}

/** "Any reply tells something" is said only where nothing else is said of that reply, and once per reply. */
function withoutWeakReplies(objections: readonly Objection[]): readonly Objection[] {
  if (!objections.some(({ rule }) => rule.id === 'reply-at-all')) return objections;
  const told = new Set(
    objections
      .filter(({ rule }) => rule.id !== 'reply-at-all')
      .map(({ reading }) => reading.passage.thread),
  );
  return objections.filter((objection) => {
    if (objection.rule.id !== 'reply-at-all') return true;
    const { thread } = objection.reading.passage;
    const first = !told.has(thread);
    told.add(thread);
    return first;
  });
}

function repliesOf(passages: readonly Passage[]): ReadonlyMap<number, readonly Passage[]> {
  const replies = new Map<number, Passage[]>();
  for (const passage of passages) {
    // Headings and pictures stand beside a reply, not in it.
    if (passage.voice !== 'practice' || /^(?:heading|data|alt-text)$/.test(passage.part)) continue;
    const members = replies.get(passage.thread);
    if (members) members.push(passage);
    else replies.set(passage.thread, [passage]);
  }
  return replies;
}

/** Fixes are written when they are asked for: most findings are looked at long before, or never, fixed. */
function findingOf(
  objection: Objection,
  replies: () => ReadonlyMap<number, readonly Passage[]>,
  { format, text, profile }: Outcome,
): Finding {
  const { passage } = objection.reading;
  const fixes = memo(() =>
    fixesOf(
      objection,
      replies(),
      (words) => format.annotate?.(text, passage, extentOf(passage), words),
      profile,
      text,
    ),
  );
  return {
    rule: objection.rule.id,
    severity: objection.severity,
    span: passage.locate(objection.span),
    message: objection.message,
    evidence: objection.evidence.map(({ signal, span }) => ({
      signal,
      span: passage.locate(span),
    })),
    get fixes() {
      return fixes();
    },
  };
}
