import type { Span } from './span.js';

/**
 * How the characters of a block stand in the source, as runs. A run of equal lengths is a straight copy;
 * a run of unequal lengths (an entity, an escape, a soft line break) maps as a whole.
 * All numbers are UTF-16 code units.
 */
export interface OffsetMap {
  /** Block offsets where runs start, ascending, first 0. */
  readonly text: ArrayLike<number>;
  /** Source offsets where the same runs start. */
  readonly source: ArrayLike<number>;
  /** Source offsets where the same runs end. */
  readonly sourceEnd: ArrayLike<number>;
  readonly textLength: number;
}

/** The map of a block that is one straight copy of the source from `source` on, `length` long. */
export function straight(source: number, length: number): OffsetMap {
  return { text: [0], source: [source], sourceEnd: [source + length], textLength: length };
}

/** The same map for a source that stands `by` code units later. */
export function shifted(map: OffsetMap, by: number): OffsetMap {
  if (by === 0) return map;
  return {
    text: map.text,
    source: Array.from(map.source, (offset) => offset + by),
    sourceEnd: Array.from(map.sourceEnd, (offset) => offset + by),
    textLength: map.textLength,
  };
}

/** Block offsets to source offsets: the shortest piece of source that holds all characters of the span. */
export function locate(map: OffsetMap, span: Span): Span {
  if (map.text.length === 0) return { start: 0, end: 0 };
  if (span.start >= map.textLength) {
    const end = at(map.sourceEnd, map.sourceEnd.length - 1);
    return { start: end, end };
  }
  const first = runAt(map, span.start);
  const start = isStraight(map, first)
    ? at(map.source, first) + span.start - at(map.text, first)
    : at(map.source, first);
  if (span.end <= span.start) return { start, end: start };
  const last = runAt(map, span.end - 1);
  const end = isStraight(map, last)
    ? at(map.source, last) + span.end - at(map.text, last)
    : at(map.sourceEnd, last);
  return { start, end };
}

function runAt(map: OffsetMap, offset: number): number {
  let low = 0;
  let high = map.text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(map.text, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function isStraight(map: OffsetMap, run: number): boolean {
  const textEnd = run + 1 < map.text.length ? at(map.text, run + 1) : map.textLength;
  return textEnd - at(map.text, run) === at(map.sourceEnd, run) - at(map.source, run);
}

function at(list: ArrayLike<number>, index: number): number {
  return list[index] as number;
}

/**
 * The span grown to the ends of the runs that it cuts through and that map only as a whole (an encoded word, an entity
 * of two characters). Most spans come back as they are.
 */
export function wholeRuns(map: OffsetMap, span: Span): Span {
  return { start: runEdge(map, span.start, false), end: runEdge(map, span.end, true) };
}

function runEdge(map: OffsetMap, offset: number, up: boolean): number {
  if (offset <= 0 || offset >= map.textLength) return offset;
  const run = runAt(map, offset);
  const start = at(map.text, run);
  if (start === offset || isStraight(map, run)) return offset;
  if (!up) return start;
  return run + 1 < map.text.length ? at(map.text, run + 1) : map.textLength;
}

/** Builds a block's text and its map piece by piece, in source order. */
export class BlockBuilder {
  readonly #text: string[] = [];
  readonly #starts: number[] = [];
  readonly #source: number[] = [];
  readonly #sourceEnd: number[] = [];
  #length = 0;

  /** Adds `text` that stands for the source from `start` to `end`; equal lengths mean a straight copy. */
  add(text: string, start: number, end: number): void {
    if (text === '') return;
    const last = this.#starts.length - 1;
    const joins =
      last >= 0 &&
      text.length === end - start &&
      at(this.#sourceEnd, last) === start &&
      this.#length - at(this.#starts, last) === start - at(this.#source, last);
    if (joins) this.#sourceEnd[last] = end;
    else {
      this.#starts.push(this.#length);
      this.#source.push(start);
      this.#sourceEnd.push(end);
    }
    this.#text.push(text);
    this.#length += text.length;
  }

  /** Lets the last run reach on to `end`, over source that adds no text. */
  extend(end: number): void {
    if (this.#sourceEnd.length > 0) this.#sourceEnd[this.#sourceEnd.length - 1] = end;
  }

  /** True when nothing was added or the last addition ends with `text`. */
  endsWith(text: string): boolean {
    return this.#text.at(-1)?.endsWith(text) ?? true;
  }

  get length(): number {
    return this.#length;
  }

  text(): string {
    return this.#text.join('');
  }

  map(): OffsetMap {
    return {
      text: this.#starts,
      source: this.#source,
      sourceEnd: this.#sourceEnd,
      textLength: this.#length,
    };
  }
}

/** The map of the block's piece from `start` to `end` (block offsets), whose text begins at 0 again. */
export function sliced(map: OffsetMap, start: number, end: number): OffsetMap {
  const text: number[] = [];
  const source: number[] = [];
  const sourceEnd: number[] = [];
  for (let run = start >= end ? map.text.length : runAt(map, start); run < map.text.length; run++) {
    const from = Math.max(at(map.text, run), start);
    const runEnd = run + 1 < map.text.length ? at(map.text, run + 1) : map.textLength;
    const to = Math.min(runEnd, end);
    if (at(map.text, run) >= end) break;
    const straightRun = isStraight(map, run);
    text.push(from - start);
    source.push(straightRun ? at(map.source, run) + from - at(map.text, run) : at(map.source, run));
    sourceEnd.push(
      straightRun ? at(map.source, run) + to - at(map.text, run) : at(map.sourceEnd, run),
    );
  }
  if (text.length === 0) {
    const point = locate(map, { start, end: start }).start;
    return { text: [0], source: [point], sourceEnd: [point], textLength: 0 };
  }
  return { text, source, sourceEnd, textLength: Math.max(end - start, 0) };
}

/** The map from a block read out of another block's text: `inner` leads to that text, `outer` on to the source. */
export function composed(inner: OffsetMap, outer: OffsetMap): OffsetMap {
  const text: number[] = [];
  const source: number[] = [];
  const sourceEnd: number[] = [];
  const push = (from: number, start: number, end: number) => {
    const last = sourceEnd.length - 1;
    // Two pieces of one run that maps only as a whole are that run.
    if (last >= 0 && start < at(sourceEnd, last)) {
      sourceEnd[last] = Math.max(at(sourceEnd, last), end);
      return;
    }
    text.push(from);
    source.push(start);
    sourceEnd.push(end);
  };
  for (let run = 0; run < inner.text.length; run++) {
    const from = at(inner.text, run);
    const middle = { start: at(inner.source, run), end: at(inner.sourceEnd, run) };
    if (!isStraight(inner, run)) {
      const place = locate(outer, middle);
      push(from, place.start, place.end);
      continue;
    }
    const piece = sliced(outer, middle.start, middle.end);
    for (let part = 0; part < piece.text.length; part++) {
      push(from + at(piece.text, part), at(piece.source, part), at(piece.sourceEnd, part));
    }
  }
  return { text, source, sourceEnd, textLength: inner.textLength };
}
