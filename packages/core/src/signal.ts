import type { Passage } from './passage.js';
import type { PracticeProfile } from './profile.js';
import type { Span } from './span.js';
import type { Tokens } from './tokens.js';

/** A passage after the one pass over its words: what signals look at. */
export interface Reading {
  readonly passage: Passage;
  readonly profile: PracticeProfile;
  readonly today: string;
  readonly tokens: Tokens;
  /** The matches of a signal, in order, in passage offsets. Computed once; an unknown name throws. */
  matches(signal: string): readonly Span[];
  /** Whether the signal matches anything, where that is plain without asking it. */
  mayMatch?(signal: string): boolean | undefined;
  /** Of a list of signals, the places of those that may match; the list itself is what its numbers are kept by. */
  openAmong?(signals: readonly string[]): readonly number[];
  /** The spans that the signal's own `phrases` found, without its `find`. */
  phraseMatches(signal: string): readonly Span[];
  /** The passages that belong to this one: of the same record, or directly before and after it. Never itself. */
  neighbors(): readonly Passage[];
  /** The reading of another passage of the document. */
  readingOf(passage: Passage): Reading;
  /** Something that is worked out once for the reading, by a key of whoever asks. */
  note<T>(key: object, make: () => T): T;
  /** The sentence (its index in `passage.sentences`) that holds an offset. */
  sentenceAt(offset: number): number;
}

/** Something that words do, such as thanking for a visit. Rules name signals; only signals hold code. */
export interface Signal {
  /** One line, printed in the catalogue. */
  readonly describes: string;
  /** Which part of a disclosure it supplies; the channel may supply 'person'. */
  readonly leg?: 'person' | 'care';
  /** In the phrase language of `phrases.ts`; all signals' phrases are found together in one pass. */
  readonly phrases?: readonly string[];
  /**
   * Computes the matches; without it the signal is its phrases. It may ask the reading for its own
   * `phraseMatches` and for other signals' `matches`; signals must not ask in a circle.
   */
  readonly find?: (reading: Reading) => Iterable<Span>;
  /** Another signal: where that one finds nothing, this one finds nothing either and is not asked. */
  readonly within?: string;
}

/** Signals by name. */
export type Signals = Readonly<Record<string, Signal>>;

/** Marks an object as signals, so that their types are checked where they are written. */
export function signals<const S extends Signals>(table: S): S {
  return table;
}

/** The spans of `marks` that stand in a sentence where `other` also has a match. */
export function sameSentence(
  reading: Reading,
  marks: readonly Span[],
  other: readonly Span[],
): Span[] {
  if (marks.length === 0 || other.length === 0) return [];
  const sentences = new Set(other.map((span) => reading.sentenceAt(span.start)));
  return marks.filter((span) => sentences.has(reading.sentenceAt(span.start)));
}

/** The spans of `marks` with an `other` span at most `distance` code units away on either side. */
export function near(marks: readonly Span[], other: readonly Span[], distance: number): Span[] {
  return marks.filter((mark) =>
    other.some((span) => span.start - mark.end <= distance && mark.start - span.end <= distance),
  );
}
