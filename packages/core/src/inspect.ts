import { strictnesses, type ChannelChoice, type Severity } from './channel.js';
import type { CheckOptions, Checker, IdleDirective, Ignored, Inspection } from './check.js';
import { firstState, inferChannel, type TurnState, turnsOf } from './conversation.js';
import { covers, type Directive, readDirectives } from './directives.js';
import { formatOf } from './document.js';
import type { Finding } from './finding.js';
import { fixesOf } from './fixes.js';
import { matchesGlob } from './glob.js';
import { type Objection, objectionsOf, resolve, severityOf } from './judge.js';
import { createLexicon, type Lexicon, tagWords } from './lexicon/index.js';
import { locate } from './offset-map.js';
import type { Block, Comment, Format, MetaEntry, Notice, Passage, SourceDocument } from './passage.js';
import { type Piece, updatePieces } from './pieces.js';
import type { PracticeProfile } from './profile.js';
import { createReader, type Reader, type Surroundings } from './reading.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';
import type { Reading } from './signal.js';
import { allSignals } from './signals/index.js';
import { tagPeople } from './signals/people.js';
import type { Span } from './span.js';
import { tempered } from './temper.js';
import { sentenceSpans, type Tokens, tokenize } from './tokens.js';

/** What is kept of a piece from one version of a document to the next. */
interface Judged {
  readonly piece: Piece;
  readonly before: TurnState;
  readonly after: TurnState;
  readonly passages: readonly Passage[];
  /** Texts next door that signals could see. */
  readonly beside: readonly (string | undefined)[];
  readonly objections: readonly Objection[];
}

interface Version {
  readonly key: string;
  readonly profile: PracticeProfile;
  readonly format: Format;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly judged: readonly Judged[];
}

/** A Checker: see there. */
export function createInspector(): Checker {
  let last: Version | undefined;
  return {
    inspect(document, profile, today, options = {}) {
      const format = formatOf(document.languageId);
      const base = last?.format === format ? last : undefined;
      const pieces = updatePieces(base?.pieces ?? [], base?.text ?? '', document.text, format);
      const { directives, notices } = readDirectives({ comments: pieces.flatMap(commentsOf), meta: pieces.flatMap(metaOf) }, document.text);
      const channel = channelFor(document, pieces, directives, profile, options);
      const strictness = options.strictness ?? profile.strictness;
      const key = JSON.stringify([channel.channel, channel.known, strictness, today, options.context]);
      const reusable = base?.key === key && base.profile === profile ? base.judged : [];
      const judged = judgePieces(pieces, reusable, { channel, strictness, profile, today, context: options.context });
      last = { key, profile, format, text: document.text, pieces, judged };
      return inspectionOf(judged, { channel, directives, notices: [...pieces.flatMap(noticesOf), ...notices], format, profile, today });
    },
  };
}

const nothing: readonly never[] = [];

function commentsOf(piece: Piece): readonly Comment[] {
  const { comments } = piece.read;
  return comments.length === 0 ? nothing : comments.map((comment) => ({ ...comment, span: inDocument(piece, comment.span) }));
}

function metaOf(piece: Piece): readonly MetaEntry[] {
  const { meta } = piece.read;
  return meta.length === 0 ? nothing : meta.map((entry) => ({ ...entry, span: inDocument(piece, entry.span) }));
}

function noticesOf(piece: Piece): readonly Notice[] {
  const { notices } = piece.read;
  return notices.length === 0 ? nothing : notices.map((notice) => ({ ...notice, span: inDocument(piece, notice.span) }));
}

function inDocument(piece: Piece, span: Span): Span {
  const by = piece.start - piece.lead;
  return { start: span.start + by, end: span.end + by };
}

/** How many blocks are looked at to guess a channel: a page says early what it is. */
const blocksToGuess = 400;

function channelFor(document: SourceDocument, pieces: readonly Piece[], directives: readonly Directive[], profile: PracticeProfile, options: CheckOptions): ChannelChoice {
  if (options.channel) return { channel: options.channel, known: true, because: 'it was chosen for this document' };
  const said = directives.find((directive) => directive.kind === 'channel');
  if (said) return { channel: said.channel, known: true, because: 'the document says so', span: said.span };
  for (const [glob, channel] of Object.entries(profile.channels)) {
    if (matchesGlob(glob, document.uri)) return { channel, known: true, because: `the practice profile says so for ${glob}` };
  }
  const blocks: Block[] = [];
  for (const piece of pieces) {
    if (blocks.length >= blocksToGuess) break;
    blocks.push(...piece.read.blocks.slice(0, blocksToGuess));
  }
  return inferChannel(blocks, document.languageId, document.uri);
}

interface Circumstances {
  readonly channel: ChannelChoice;
  readonly strictness: (typeof strictnesses)[number];
  readonly profile: PracticeProfile;
  readonly today: string;
  readonly context: string | undefined;
}

/** Rules that can speak in a channel, with their place in the order and their severity there. */
type Bench = readonly { readonly rule: Rule; readonly order: number; readonly severity: Severity }[];

interface Tools {
  readonly reader: Reader;
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
}

function judgePieces(pieces: readonly Piece[], reusable: readonly Judged[], circumstances: Circumstances): readonly Judged[] {
  const known = new Map(reusable.map((judged) => [judged.piece, judged]));
  const cut = new Map<Passage, Tokens>();
  const placed = placePassages(pieces, known, circumstances, cut);
  const benches = new Map<string, Bench>();
  const tools = toolsFor(circumstances.profile);
  const benchOf = (channel: Passage['channel']): Bench => {
    const bench = benches.get(channel) ?? createBench(tools.rules, channel, circumstances);
    benches.set(channel, bench);
    return bench;
  };
  return placed.map((place, index): Judged => {
    const beside = [placed[index - 1]?.passages.at(-1)?.text, placed[index + 1]?.passages[0]?.text];
    const old = known.get(place.piece);
    if (old && old.passages === place.passages && old.beside[0] === beside[0] && old.beside[1] === beside[1]) return old;
    const readings = createReadings(place.passages, placed[index - 1]?.passages.at(-1), placed[index + 1]?.passages[0], tools, circumstances, cut);
    const objections = place.passages.flatMap((passage) => judgePassage(readings(passage), benchOf(passage.channel)));
    return { ...place, beside, objections };
  });
}

type Placed = Omit<Judged, 'beside' | 'objections'>;

/** Gives the blocks their places in the conversation. The tokens of new passages go into `cut`, so that nothing is cut twice. */
function placePassages(pieces: readonly Piece[], known: ReadonlyMap<Piece, Judged>, { channel, context }: Circumstances, cut: Map<Passage, Tokens>): readonly Placed[] {
  let state = firstState(context);
  return pieces.map((piece, index): Placed => {
    const before = state;
    const old = known.get(piece);
    if (old && sameState(old.before, before) && (old.passages[0]?.index !== 0 || index === 0)) {
      state = old.after;
      return old;
    }
    const placed = turnsOf(piece.read.blocks, channel, context, before);
    state = placed.state;
    const passages = placed.turns.map(({ block, ...turn }, at): Passage => {
      const tokens = tokenize(block.text);
      const passage: Passage = {
      ...block,
      ...turn,
      index: index === 0 ? at : at + 1,
      sentences: sentenceSpans(tokens),
      locate: (span) => inDocument(piece, locate(block.map, span)),
      ...(block.replace ? { replace: (span: Span, text: string) => moved(piece, block.replace?.(span, text) ?? []) } : {}),
      };
      cut.set(passage, tokens);
      return passage;
    });
    return { piece, before, after: state, passages };
  });
}

function moved(piece: Piece, edits: readonly { readonly span: Span; readonly text: string }[]) {
  return edits.map((edit) => ({ span: inDocument(piece, edit.span), text: edit.text }));
}

function sameState(a: TurnState, b: TurnState): boolean {
  return a.voice === b.voice && a.review === b.review && a.thread === b.thread && a.quoted === b.quoted;
}

function createReadings(passages: readonly Passage[], before: Passage | undefined, after: Passage | undefined, tools: Tools, { profile, today }: Circumstances, cut: ReadonlyMap<Passage, Tokens>): (passage: Passage) => Reading {
  const readings = new Map<Passage, Reading>();
  const tagged = new WeakSet<Tokens>();
  const row = [...(before ? [before] : []), ...passages, ...(after ? [after] : [])];
  const around: Surroundings = {
    neighborsOf(passage) {
      const at = row.indexOf(passage);
      return row.filter((other, index) => other !== passage && (Math.abs(index - at) === 1 || (passage.group !== undefined && other.group === passage.group && other.part !== 'heading')));
    },
    readingOf,
  };
  function readingOf(passage: Passage): Reading {
    const known = readings.get(passage);
    if (known) return known;
    const ready = cut.get(passage);
    const tokens = ready ?? tokenize(passage.text);
    if (!tagged.has(tokens)) {
      tagged.add(tokens);
      tagWords(tokens, tools.lexicon);
      tagPeople(tokens, profile, { reply: passage.reply, ...(passage.answers === undefined ? {} : { answers: passage.answers }) });
    }
    const reading = tools.reader.read(passage, tokens, profile, today, around);
    readings.set(passage, reading);
    return reading;
  }
  return readingOf;
}

function judgePassage(reading: Reading, bench: Bench): readonly Objection[] {
  const objections = bench.flatMap(({ rule, order, severity }) => objectionsOf(rule, order, reading, severity));
  return objections.length === 0 ? nothing : tempered(objections, reading);
}

function createBench(all: readonly Rule[], channel: Passage['channel'], { strictness, profile, channel: choice }: Circumstances): Bench {
  return all.flatMap((rule, order) => {
    const severity = severityOf(rule, channel, strictness, profile);
    if (severity === 'off') return [];
    // Where nothing says where the copy will appear, nothing is worse than a warning.
    return [{ rule, order, severity: !choice.known && severity === 'error' ? ('warning' as const) : severity }];
  });
}

let builtIn: Tools | undefined;
const custom = new WeakMap<readonly Rule[], Tools>();

/** The compiled signals: made once, since they depend on nothing but the code and the profile's own rules. */
function toolsFor(profile: PracticeProfile): Tools {
  builtIn ??= { reader: createReader(allSignals, rules), lexicon: createLexicon(), rules };
  if (profile.customRules.length === 0) return builtIn;
  const known = custom.get(profile.customRules);
  if (known) return known;
  const all = [...rules, ...profile.customRules];
  const tools = { reader: createReader(allSignals, all), lexicon: builtIn.lexicon, rules: all };
  custom.set(profile.customRules, tools);
  return tools;
}

interface Outcome {
  readonly channel: ChannelChoice;
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
  readonly format: Format;
  readonly profile: PracticeProfile;
  readonly today: string;
}

function inspectionOf(judged: readonly Judged[], outcome: Outcome): Inspection {
  const { channel, directives, notices, today } = outcome;
  let passages: readonly Passage[] | undefined;
  const all = () => (passages ??= judged.flatMap((piece) => piece.passages));
  const synthetic = directives.some(({ kind }) => kind === 'synthetic' || kind === 'templates');
  const objections = synthetic ? [] : withoutWeakReplies(judged.flatMap((piece): readonly Objection[] => (piece.objections.length === 0 ? nothing : resolve(piece.objections))));
  const kept: Finding[] = [];
  const ignored: Ignored[] = [];
  const used = new Set<Directive>();
  const extents = directives.length === 0 ? [] : all().map(extentOf);
  const replies = memo(() => repliesOf(all()));
  for (const objection of objections) {
    const here = extentOf(objection.reading.passage);
    const finding = findingOf(objection, replies, outcome);
    const silencer = directives.find((directive) => silences(directive, objection, today) && covers(directive, directives, here, extents));
    if (!silencer) kept.push(finding);
    else used.add(silencer);
    if (silencer?.kind === 'ignore') ignored.push({ finding, reason: silencer.reason, span: silencer.span, ...(silencer.author ? { author: silencer.author } : {}) });
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

function memo<T>(make: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => (value ??= { of: make() }).of;
}

function extentOf(passage: Passage): Span {
  return passage.locate({ start: 0, end: passage.text.length });
}

/** An ignore silences its rule; an authorization that is good for the channel and the day silences what one can answer. */
function silences(directive: Directive, { rule, reading }: Objection, today: string): boolean {
  if (directive.kind === 'ignore') return directive.rule === rule.id || directive.rule === '*' || directive.rule === 'all';
  if (directive.kind !== 'authorized') return false;
  const { channels, expires } = directive.authorization;
  return isAuthorizable(rule) && channels.includes(reading.passage.channel) && (expires === undefined || expires >= today);
}

/** A rule whose fix inserts an authorization is one that an authorization answers. */
export function isAuthorizable(rule: Rule): boolean {
  return rule.fixes.some((fix) => 'insert' in fix);
}

function idleness(directive: Directive, used: ReadonlySet<Directive>, today: string): readonly IdleDirective[] {
  if (directive.kind === 'ignore' && !used.has(directive)) return [{ kind: 'unused-ignore', message: `This ignore of ${directive.rule} silences nothing here any more. It can be deleted.`, span: directive.span }];
  if (directive.kind !== 'authorized') return nothing;
  const { id, expires } = directive.authorization;
  if (expires !== undefined && expires < today) return [{ kind: 'expired-authorization', message: `Authorization ${id} ended on ${expires}. Ask the person again before this copy runs.`, span: directive.span }];
  return used.has(directive) ? nothing : [{ kind: 'unused-authorization', message: `Authorization ${id} covers nothing here that needs one.`, span: directive.span }];
}

/** "Any reply tells something" is said only where nothing else is said of that reply, and once per reply. */
function withoutWeakReplies(objections: readonly Objection[]): readonly Objection[] {
  if (!objections.some(({ rule }) => rule.id === 'reply-at-all')) return objections;
  const told = new Set(objections.filter(({ rule }) => rule.id !== 'reply-at-all').map(({ reading }) => reading.passage.thread));
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
    if (passage.voice !== 'practice' || passage.part === 'heading' || passage.part === 'data') continue;
    const members = replies.get(passage.thread);
    if (members) members.push(passage);
    else replies.set(passage.thread, [passage]);
  }
  return replies;
}

/** Fixes are written when they are asked for: most findings are looked at long before, or never, fixed. */
function findingOf(objection: Objection, replies: () => ReadonlyMap<number, readonly Passage[]>, { format, profile }: Outcome): Finding {
  const { passage } = objection.reading;
  const fixes = memo(() => fixesOf(objection, replies(), format.comment?.bind(format), profile));
  return {
    rule: objection.rule.id,
    severity: objection.severity,
    span: passage.locate(objection.span),
    message: objection.message,
    evidence: objection.evidence.map(({ signal, span }) => ({ signal, span: passage.locate(span) })),
    get fixes() {
      return fixes();
    },
  };
}
