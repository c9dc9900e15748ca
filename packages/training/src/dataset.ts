import {
  type ChannelChoice,
  defaultProfile,
  formatOf,
  type Passage,
  type Span,
} from '@chaperone/core';
import { firstState, turnsOf } from '../../core/src/conversation.js';
import { createLexicon, tagWords } from '../../core/src/lexicon/index.js';
import { locate } from '../../core/src/offset-map.js';
import { createReader } from '../../core/src/reading.js';
import type { Reading } from '../../core/src/signal.js';
import { allSignals } from '../../core/src/signals/index.js';
import { clauseStarts } from '../../core/src/signals/learned/clauses.js';
import { type Outline, outlineOf, visitFeatures } from '../../core/src/signals/learned/features.js';
import { tagPeople } from '../../core/src/signals/people.js';
import { sentenceSpans, tokenize } from '../../core/src/tokens.js';
import type { CorpusText, Mark } from './corpus.js';

/** One clause, or a whole passage, as the learner sees it. */
export interface Piece {
  readonly features: ReadonlyMap<number, number>;
  /** The marks that overlap it. */
  readonly marks: readonly Mark[];
  /** In passage offsets. */
  readonly local: Span;
  /** The tokens it goes from and up to. */
  readonly tokens: { readonly from: number; readonly to: number };
  /** The written signals that were found in it, by their place in `signalNames`. */
  readonly signals: readonly number[];
}

/** The written signals, whose word the learned one hears too. */
export const signalNames = Object.keys(allSignals).filter(
  (name) => !/^(?:learned-|answer$|reviewer-name$)/.test(name),
);
const reader = createReader(
  Object.fromEntries(
    signalNames.map((name) => [name, allSignals[name] as (typeof allSignals)[string]]),
  ),
  [],
);

/** One passage of a labelled text in the practice's own voice. */
export interface PassageExample {
  readonly text: CorpusText;
  readonly passage: Passage;
  readonly outline: Outline;
  readonly whole: Piece;
  readonly clauses: readonly Piece[];
}

const lexicon = createLexicon();

/** The passages of a labelled text, cut and read as `check` reads them. */
export function passagesOf(text: CorpusText, withReview = true): PassageExample[] {
  const format = formatOf(text.languageId);
  const choice: ChannelChoice = {
    channel: text.channel,
    known: true,
    because: 'the corpus says so',
  };
  const { turns } = turnsOf(
    format.read(text.text).blocks,
    choice,
    text.review,
    firstState(text.review),
  );
  return turns.flatMap((turn, index) => {
    if (turn.voice !== 'practice' || turn.block.part === 'data') return [];
    const { block, ...place } = turn;
    const tokens = tokenize(block.text);
    tagWords(tokens, lexicon);
    const { answers, ...rest } = place;
    tagPeople(tokens, defaultProfile, {
      reply: place.reply,
      ...(withReview && answers ? { answers } : {}),
    });
    const passage: Passage = {
      ...block,
      ...rest,
      index,
      sentences: sentenceSpans(tokens),
      locate: (span) => locate(block.map, span),
      ...(withReview && answers ? { answers } : {}),
    };
    const reading: Reading = reader.read(passage, tokens, defaultProfile, '2026-11-24');
    const outline = outlineOf(reading);
    const found = signalNames.map((name) => reading.matches(name));
    const piece = (from: number, to: number): Piece => {
      const features = new Map<number, number>();
      visitFeatures(outline, from, to, (feature) =>
        features.set(feature, (features.get(feature) ?? 0) + 1),
      );
      const span = passage.locate({ start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 });
      const marks = text.marks.filter((mark) => overlap(mark, span) > 0.3);
      const local = { start: tokens.start[from] ?? 0, end: tokens.end[to - 1] ?? 0 };
      const signals = found.flatMap((spans, index) =>
        spans.some((other) => other.start < local.end && local.start < other.end) ? [index] : [],
      );
      return { features, marks, local, tokens: { from, to }, signals };
    };
    if (tokens.count === 0) return [];
    const starts = clauseStarts(tokens);
    const clauses = starts
      .slice(0, -1)
      .flatMap((from, at) =>
        (starts[at + 1] as number) > from ? [piece(from, starts[at + 1] as number)] : [],
      );
    return [{ text, passage, outline, whole: piece(0, tokens.count), clauses }];
  });
}

/** The shared length of a mark and a span, as a part of the shorter. */
function overlap({ span: mark }: Mark, span: { start: number; end: number }): number {
  const shared = Math.min(mark.end, span.end) - Math.max(mark.start, span.start);
  return shared / Math.max(1, Math.min(mark.end - mark.start, span.end - span.start));
}
