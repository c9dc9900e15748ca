import { editsFor } from './block-edit.js';
import type { ChannelChoice, Strictness } from './channel.js';
import { firstState, type TurnState, turnsOf } from './conversation.js';
import {
  type Bench,
  conditionsOf,
  needsOf,
  type Objection,
  objectionsOf,
  resolve,
  severityOf,
} from './judge.js';
import { tagWords } from './lexicon/index.js';
import type { Found } from './matcher.js';
import { locate } from './offset-map.js';
import type { Passage } from './passage.js';
import { inDocument, type Piece } from './pieces.js';
import type { PracticeProfile } from './profile.js';
import type { OpenReading, Surroundings } from './reading.js';
import { renamed } from './renamed.js';
import { tagPeople } from './signals/people.js';
import type { Span } from './span.js';
import { tempered } from './temper.js';
import { sentenceSpans, type Tokens, tokenize } from './tokens.js';
import { type Tools, toolsFor } from './tools.js';

/** A piece in its place in the conversation, and what rules object to in it, one objection per place. Kept from one version to the next. */
export interface Judged {
  readonly piece: Piece;
  readonly before: TurnState;
  readonly after: TurnState;
  readonly passages: readonly Passage[];
  readonly objections: readonly Objection[];
}

export interface Circumstances {
  readonly channel: ChannelChoice;
  readonly strictness: Strictness;
  readonly profile: PracticeProfile;
  readonly today: string;
  readonly context: string | undefined;
}

type Placed = Omit<Judged, 'objections'>;

/**
 * Judges the pieces of a document. `last` are the judgments of an earlier version under the same circumstances: those
 * at the top and at the bottom whose pieces are still the same are taken over.
 */
export function judgePieces(
  pieces: readonly Piece[],
  last: readonly Judged[],
  circumstances: Circumstances,
): readonly Judged[] {
  // Compiling numbers the words that are looked for: before any text is cut.
  toolsFor(circumstances.profile);
  const head = commonHead(pieces, last);
  const tail = commonTail(pieces, last, Math.min(pieces.length, last.length) - head);
  const cut = new Map<Passage, Tokens>();
  const middle: Placed[] = [];
  let state = head > 0 ? (last[head - 1] as Judged).after : firstState(circumstances.context);
  let index = head;
  for (; index < pieces.length; index++) {
    const old =
      index >= pieces.length - tail ? last[index - pieces.length + last.length] : undefined;
    // From here on everything is as it was.
    if (old && sameState(old.before, state) && (index > 0 || old.passages[0]?.index === 0)) break;
    const placed = placePiece(pieces[index] as Piece, index === 0, state, circumstances, cut);
    state = placed.after;
    middle.push(placed);
  }
  const kept = last.slice(last.length - (pieces.length - index));
  if (middle.length === 0 && head + kept.length === last.length)
    return last.length === pieces.length ? last : [...last.slice(0, head), ...kept];
  return [
    ...last.slice(0, Math.max(head - 1, 0)),
    ...judgeMiddle(
      middle,
      head > 0 ? last[head - 1] : undefined,
      last[head - 2],
      kept,
      circumstances,
      cut,
    ),
    ...kept.slice(1),
  ];
}

/** Judges new pieces, and again the piece before and the one after, whose signals may look over the edge. */
function judgeMiddle(
  middle: readonly Placed[],
  before: Judged | undefined,
  twoBefore: Judged | undefined,
  kept: readonly Judged[],
  circumstances: Circumstances,
  cut: ReadonlyMap<Passage, Tokens>,
): readonly Judged[] {
  const tools = toolsFor(circumstances.profile);
  const benchOf = benchesFor(tools, circumstances);
  const wordsOf = createWords(tools, circumstances.profile, cut);
  const row: readonly Placed[] = [...(before ? [before] : []), ...middle, ...kept.slice(0, 1)];
  const edge = (placed: Placed | undefined, at: 0 | -1) => placed?.passages.at(at);
  return row.map((placed, index): Judged => {
    const readingOf = createReadings(
      placed.passages,
      edge(row[index - 1] ?? twoBefore, -1),
      edge(row[index + 1] ?? kept[1], 0),
      tools,
      circumstances,
      wordsOf,
    );
    const objections: Objection[] = [];
    for (const passage of placed.passages)
      for (const objection of judgePassage(readingOf(passage), benchOf(passage.channel)))
        objections.push(objection);
    return {
      piece: placed.piece,
      before: placed.before,
      after: placed.after,
      passages: placed.passages,
      objections: objections.length === 0 ? nothing : resolve(objections),
    };
  });
}

function commonHead(pieces: readonly Piece[], last: readonly Judged[]): number {
  const most = Math.min(pieces.length, last.length);
  let count = 0;
  while (count < most && pieces[count] === (last[count] as Judged).piece) count++;
  return count;
}

function commonTail(pieces: readonly Piece[], last: readonly Judged[], most: number): number {
  let count = 0;
  while (
    count < most &&
    pieces[pieces.length - 1 - count] === (last[last.length - 1 - count] as Judged).piece
  )
    count++;
  return count;
}

function sameState(a: TurnState, b: TurnState): boolean {
  return (
    a.voice === b.voice && a.review === b.review && a.thread === b.thread && a.quoted === b.quoted
  );
}

/** Gives the blocks of a piece their places in the conversation. Their tokens go into `cut`, so that nothing is cut twice. */
function placePiece(
  piece: Piece,
  first: boolean,
  before: TurnState,
  { channel, context }: Circumstances,
  cut: Map<Passage, Tokens>,
): Placed {
  const { turns, state } = turnsOf(piece.read.blocks, channel, context, before);
  const passages = turns.map(
    ({ block, channel: own, voice, reply, thread, answers }, at): Passage => {
      const tokens = tokenize(block.text);
      // Field by field: objects put together from others cost several times as much, and there is one for each paragraph.
      const fields: Fields = {
        text: block.text,
        part: block.part,
        map: block.map,
        encode: block.encode,
        role: block.role,
        path: block.path,
        lineStarts: block.lineStarts,
        alone: block.alone,
        group: block.group,
        quoteDepth: block.quoteDepth,
        editable: block.editable,
        label: block.label && inDocument(piece, block.label),
        channel: own,
        voice,
        reply,
        thread,
        answers,
        index: first ? at : at + 1,
        sentences: sentenceSpans(tokens),
        locate: (span) => inDocument(piece, locate(block.map, span)),
        // A block's own map knows its piece only, so every edit goes through here.
        replace: (span: Span, text: string) => moved(piece, editsFor(block, span, text)),
      };
      const passage = fields as Passage;
      cut.set(passage, tokens);
      return passage;
    },
  );
  return { piece, before, after: state, passages };
}

/** All fields of a passage, those that it does not have undefined. */
type Fields = { [Name in keyof Required<Passage>]: Passage[Name] | undefined };

function moved(piece: Piece, edits: readonly { readonly span: Span; readonly text: string }[]) {
  return edits.map((edit) => ({ span: inDocument(piece, edit.span), text: edit.text }));
}

/** The words of a passage with their tags, and the phrases in them: the same to every neighbor that looks at it. */
interface Words {
  readonly tokens: Tokens;
  readonly found: Found;
}

function createWords(
  tools: Tools,
  profile: PracticeProfile,
  cut: ReadonlyMap<Passage, Tokens>,
): (passage: Passage) => Words {
  const all = new Map<Passage, Words>();
  return (passage) => {
    const known = all.get(passage);
    if (known) return known;
    const tokens = cut.get(passage) ?? tokenize(passage.text);
    tagWords(tokens, tools.lexicon);
    tagPeople(tokens, profile, {
      reply: passage.reply,
      ...(passage.answers === undefined ? {} : { answers: passage.answers }),
    });
    const words = { tokens, found: tools.reader.find(tokens) };
    all.set(passage, words);
    return words;
  };
}

function createReadings(
  passages: readonly Passage[],
  before: Passage | undefined,
  after: Passage | undefined,
  tools: Tools,
  { profile, today }: Circumstances,
  wordsOf: (passage: Passage) => Words,
): (passage: Passage) => OpenReading {
  const readings = new Map<Passage, OpenReading>();
  const row = [...(before ? [before] : []), ...passages, ...(after ? [after] : [])];
  let places: ReadonlyMap<Passage, number> | undefined;
  let groups: ReadonlyMap<number, readonly Passage[]> | undefined;
  const around: Surroundings = {
    neighborsOf(passage) {
      places ??= new Map(row.map((each, index) => [each, index]));
      const at = places.get(passage) ?? 0;
      const beside = row.slice(Math.max(0, at - 1), at + 2);
      if (passage.group === undefined) return beside.filter((other) => other !== passage);
      groups ??= groupsOf(passages);
      const members = groups.get(passage.group) ?? [];
      return [...new Set([...beside, ...members])].filter((other) => other !== passage);
    },
    readingOf,
  };
  function readingOf(passage: Passage): OpenReading {
    const known = readings.get(passage);
    if (known) return known;
    const { tokens, found } = wordsOf(passage);
    const reading = tools.reader.read(passage, tokens, profile, today, around, found);
    readings.set(passage, reading);
    return reading;
  }
  return readingOf;
}

function groupsOf(passages: readonly Passage[]): ReadonlyMap<number, readonly Passage[]> {
  const groups = new Map<number, Passage[]>();
  for (const passage of passages) {
    if (passage.group === undefined || passage.part === 'heading') continue;
    const members = groups.get(passage.group);
    if (members) members.push(passage);
    else groups.set(passage.group, [passage]);
  }
  return groups;
}

const benches = new WeakMap<PracticeProfile, Map<string, Bench>>();

/** The benches of a profile are made once: they depend on nothing but the circumstances. */
function benchesFor(
  tools: Tools,
  circumstances: Circumstances,
): (channel: Passage['channel']) => Bench {
  const { profile, strictness, channel: choice } = circumstances;
  const known = benches.get(profile) ?? new Map<string, Bench>();
  benches.set(profile, known);
  return (channel) => {
    const key = `${channel} ${strictness} ${choice.known}`;
    const bench = known.get(key) ?? createBench(tools, channel, circumstances);
    known.set(key, bench);
    return bench;
  };
}

function createBench(
  { rules: all, reader }: Tools,
  channel: Passage['channel'],
  { strictness, profile, channel: choice }: Circumstances,
): Bench {
  return all.flatMap((rule, order) => {
    const severity = severityOf(rule, channel, strictness, profile);
    if (severity === 'off') return [];
    // Where nothing says where the copy will appear, nothing is worse than a warning.
    return [
      {
        rule,
        order,
        severity: !choice.known && severity === 'error' ? ('warning' as const) : severity,
        needs: needsOf(rule, reader.numberOf),
        conditions: conditionsOf(rule),
      },
    ];
  });
}

const nothing: readonly Objection[] = [];

function judgePassage(reading: OpenReading, bench: Bench): readonly Objection[] {
  // In a thread of reviews and replies the reviewers' own words are theirs to say.
  if (reading.passage.voice === 'reviewer' && reading.passage.channel === 'review-reply')
    return nothing;
  const objections: Objection[] = [];
  for (let at = 0; at < bench.length; at++) {
    const found = objectionsOf(bench[at] as Bench[number], reading);
    for (let each = 0; each < found.length; each++) objections.push(found[each] as Objection);
  }
  if (objections.length === 0) return nothing;
  return tempered(renamed(objections, reading, bench), reading);
}
