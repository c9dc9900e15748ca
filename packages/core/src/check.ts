import type { Channel, ChannelChoice, Severity, Strictness } from './channel.js';
import { inferChannel, turnsOf } from './conversation.js';
import { covers, type Directive, readDirectives } from './directives.js';
import { formatOf } from './document.js';
import type { Finding } from './finding.js';
import { fixesOf } from './fixes.js';
import { type Objection, objectionsOf, resolve, severityOf, sourceSpan } from './judge.js';
import { createLexicon, tagWords } from './lexicon/index.js';
import { locate } from './offset-map.js';
import type { Format, Notice, Passage, ReadDocument, SourceDocument } from './passage.js';
import type { PracticeProfile } from './profile.js';
import { createReader, type Reader, type Surroundings } from './reading.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';
import type { Reading } from './signal.js';
import { allSignals } from './signals/index.js';
import { tagPeople } from './signals/people.js';
import type { Span } from './span.js';
import { sentenceSpans, type Tokens, tokenize } from './tokens.js';

/** What a caller knows beyond the text. */
export interface CheckOptions {
  /** Overrides what the document says of itself. */
  readonly channel?: Channel;
  /** Overrides the profile's. */
  readonly strictness?: Strictness;
  /** The review being answered, where it does not stand in the document. */
  readonly context?: string;
}

/** A finding that a directive or the profile silenced. */
export interface Ignored {
  readonly finding: Finding;
  readonly reason: string;
  readonly author?: string;
  /** The directive that silenced it, in document offsets. */
  readonly span: Span;
}

/** A `chaperone: ignore` directive that silenced nothing, or an authorization that has expired. */
export interface IdleDirective {
  readonly kind: 'unused-ignore' | 'expired-authorization' | 'unused-authorization';
  readonly message: string;
  readonly span: Span;
}

/** All there is to say about one document. */
export interface Inspection {
  readonly channel: ChannelChoice;
  /** In document order. */
  readonly findings: readonly Finding[];
  readonly ignored: readonly Ignored[];
  readonly idle: readonly IdleDirective[];
  /** Things the author should know about how the document was read: an unknown directive, an unknown front matter key. */
  readonly notices: readonly Notice[];
  readonly passages: readonly Passage[];
}

/**
 * Checks one document. A pure function: same text, same profile, same day, same findings; never throws.
 * `today` is an ISO date (YYYY-MM-DD) because authorizations expire. All spans are UTF-16 document offsets.
 */
export function check(document: SourceDocument, profile: PracticeProfile, today: string, options: CheckOptions = {}): readonly Finding[] {
  return inspect(document, profile, today, options).findings;
}

/** As `check`, with everything else that is known about the document. */
export function inspect(document: SourceDocument, profile: PracticeProfile, today: string, options: CheckOptions = {}): Inspection {
  return createChecker().inspect(document, profile, today, options);
}

/**
 * A check that remembers: results are kept per passage, keyed by its text and context, so that a keystroke costs
 * one passage and the rules that span passages. Gives the same findings as `inspect` on the same arguments.
 */
export interface Checker {
  inspect(document: SourceDocument, profile: PracticeProfile, today: string, options?: CheckOptions): Inspection;
}

export function createChecker(): Checker {
  return { inspect: inspectDocument };
}

let builtIn: { reader: Reader; lexicon: ReturnType<typeof createLexicon> } | undefined;
const customReaders = new WeakMap<readonly Rule[], Reader>();

/** The compiled signals: made once, since they depend on nothing but the code and the profile's rules. */
function readerFor(profile: PracticeProfile): { reader: Reader; lexicon: ReturnType<typeof createLexicon>; rules: readonly Rule[] } {
  builtIn ??= { reader: createReader(allSignals, rules), lexicon: createLexicon() };
  if (profile.customRules.length === 0) return { ...builtIn, rules };
  const all = [...rules, ...profile.customRules];
  let reader = customReaders.get(profile.customRules);
  if (!reader) {
    reader = createReader(allSignals, all);
    customReaders.set(profile.customRules, reader);
  }
  return { reader, lexicon: builtIn.lexicon, rules: all };
}

function inspectDocument(document: SourceDocument, profile: PracticeProfile, today: string, options: CheckOptions = {}): Inspection {
  const format = formatOf(document.languageId);
  const source = format.read(document.text);
  const { directives, notices } = readDirectives(source, document.text);
  const channel = channelFor(document, source, directives, profile, options);
  const tools = readerFor(profile);
  const { passages, readingOf } = readPassages(source, channel, directives, tools, profile, today, options);
  const strictness = options.strictness ?? profile.strictness;
  const objections = judge(passages, readingOf, tools.rules, strictness, profile, channel, directives);
  const { kept, ignored, idle } = applyDirectives(objections, passages, directives, today, (objection) => findingOf(objection, passages, format, profile));
  return { channel, findings: kept, ignored, idle, notices: [...source.notices, ...notices], passages };
}

function channelFor(document: SourceDocument, source: ReadDocument, directives: readonly Directive[], profile: PracticeProfile, options: CheckOptions): ChannelChoice {
  if (options.channel) return { channel: options.channel, known: true, because: 'it was chosen for this document' };
  const said = directives.find((directive) => directive.kind === 'channel');
  if (said) return { channel: said.channel, known: true, because: 'the document says so', span: said.span };
  for (const [glob, channel] of Object.entries(profile.channels)) {
    if (matchesGlob(glob, document.uri)) return { channel, known: true, because: `the practice profile says so for ${glob}` };
  }
  return inferChannel(source.blocks, document.languageId, document.uri);
}

/** `*` stands for anything but a slash, `**` for anything; a glob matches the end of the path. */
export function matchesGlob(glob: string, uri: string): boolean {
  const path = uri.replace(/^[a-z][\w+.-]*:\/\//i, '');
  const pattern = glob.split(/(\*\*\/?|\*|\?)/).map((piece) => (piece.startsWith('**') ? '.*' : piece === '*' ? '[^/]*' : piece === '?' ? '[^/]' : piece.replace(/[.+^${}()|[\]\\]/g, '\\$&'))).join('');
  return new RegExp(`(?:^|/)${pattern.replace(/(?:\.\*)+/g, '.*')}$`, 'i').test(path);
}

function readPassages(source: ReadDocument, channel: ChannelChoice, directives: readonly Directive[], tools: { reader: Reader; lexicon: ReturnType<typeof createLexicon> }, profile: PracticeProfile, today: string, options: CheckOptions) {
  const tokensOf = new Map<Passage, Tokens>();
  const passages = turnsOf(source.blocks, channel, options.context).map((turn, index): Passage => {
    const { block, ...place } = turn;
    const tokens = tokenize(block.text);
    const authorization = directives.find((directive) => directive.kind === 'authorized' && covers(directive, directives, block, source.blocks));
    const passage: Passage = {
      ...block,
      ...place,
      index,
      sentences: sentenceSpans(tokens),
      locate: (span) => locate(block.map, span),
      ...(authorization?.kind === 'authorized' ? { authorization: authorization.authorization } : {}),
    };
    tokensOf.set(passage, tokens);
    return passage;
  });
  const readings = new Map<Passage, Reading>();
  const around: Surroundings = {
    neighborsOf: (passage) => passages.filter((other) => other !== passage && (Math.abs(other.index - passage.index) === 1 || (passage.group !== undefined && other.group === passage.group))),
    readingOf,
  };
  function readingOf(passage: Passage): Reading {
    const known = readings.get(passage);
    if (known) return known;
    const tokens = tokensOf.get(passage) as Tokens;
    tagWords(tokens, tools.lexicon);
    tagPeople(tokens, profile);
    const reading = tools.reader.read(passage, tokens, profile, today, around);
    readings.set(passage, reading);
    return reading;
  }
  return { passages, readingOf };
}

function judge(passages: readonly Passage[], readingOf: (passage: Passage) => Reading, all: readonly Rule[], strictness: Strictness, profile: PracticeProfile, channel: ChannelChoice, directives: readonly Directive[]): Objection[] {
  const synthetic = directives.some((directive) => directive.kind === 'synthetic' || directive.kind === 'templates');
  if (synthetic) return [];
  const documentHas = (signal: string) => passages.some((passage) => readingOf(passage).matches(signal).length > 0);
  const objections: Objection[] = [];
  for (const passage of passages) {
    const reading = readingOf(passage);
    all.forEach((rule, order) => {
      const severity = severityOf(rule, passage.channel, strictness, profile);
      if (severity === 'off' || (passage.authorization && isAuthorizable(rule))) return;
      objections.push(...objectionsOf(rule, order, reading, capped(severity, channel), documentHas));
    });
  }
  return withoutWeakReplies(resolve(objections));
}

/** A rule whose fix inserts an authorization is one that an authorization answers. */
export function isAuthorizable(rule: Rule): boolean {
  return rule.fixes.some((fix) => 'insert' in fix);
}

/** Where nothing says where the copy will appear, nothing is worse than a warning. */
function capped(severity: Severity, channel: ChannelChoice): Severity {
  return !channel.known && severity === 'error' ? 'warning' : severity;
}

/** "Any reply tells something" is said only where nothing else is said of that reply, and once per reply. */
function withoutWeakReplies(objections: readonly Objection[]): Objection[] {
  const told = new Set(objections.filter(({ rule }) => rule.id !== 'reply-at-all' && rule.id.startsWith('reply-')).map(({ reading }) => reading.passage.thread));
  return objections.filter((objection) => {
    if (objection.rule.id !== 'reply-at-all') return true;
    const { thread } = objection.reading.passage;
    if (told.has(thread)) return false;
    told.add(thread);
    return true;
  });
}

function findingOf(objection: Objection, passages: readonly Passage[], format: Format, profile: PracticeProfile): Finding {
  const { passage } = objection.reading;
  const replies = new Map<number, Passage[]>();
  for (const other of passages) {
    if (other.voice !== 'practice' || other.part === 'heading') continue;
    const members = replies.get(other.thread);
    if (members) members.push(other);
    else replies.set(other.thread, [other]);
  }
  return {
    rule: objection.rule.id,
    severity: objection.severity,
    span: passage.locate(objection.span),
    message: objection.rule.message,
    evidence: objection.evidence.map(({ signal, span }) => ({ signal, span: passage.locate(span) })),
    fixes: fixesOf(objection, replies, format.comment?.bind(format), profile),
  };
}

function applyDirectives(objections: readonly Objection[], passages: readonly Passage[], directives: readonly Directive[], today: string, toFinding: (objection: Objection) => Finding) {
  const kept: Finding[] = [];
  const ignored: Ignored[] = [];
  const used = new Set<Directive>();
  for (const objection of objections) {
    const { passage } = objection.reading;
    const finding = toFinding(objection);
    const silencer = directives.find((directive) => directive.kind === 'ignore' && (directive.rule === objection.rule.id || directive.rule === '*' || directive.rule === 'all') && covers(directive, directives, passage, passages));
    if (silencer?.kind === 'ignore') {
      used.add(silencer);
      ignored.push({ finding, reason: silencer.reason, span: silencer.span, ...(silencer.author ? { author: silencer.author } : {}) });
    } else kept.push(finding);
  }
  const idle: IdleDirective[] = directives.flatMap((directive): IdleDirective[] => {
    if (directive.kind === 'ignore' && !used.has(directive)) return [{ kind: 'unused-ignore', message: `This ignore of ${directive.rule} silences nothing here any more. It can be deleted.`, span: directive.span }];
    if (directive.kind === 'authorized' && directive.authorization.expires !== undefined && directive.authorization.expires < today) return [{ kind: 'expired-authorization', message: `Authorization ${directive.authorization.id} ended on ${directive.authorization.expires}. Ask the person again before this copy runs.`, span: directive.span }];
    return [];
  });
  return { kept, ignored, idle };
}

export { sourceSpan };
