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
  const first = runAt(map, span.start);
  const start = isStraight(map, first) ? at(map.source, first) + span.start - at(map.text, first) : at(map.source, first);
  if (span.end <= span.start) return { start, end: start };
  const last = runAt(map, span.end - 1);
  const end = isStraight(map, last) ? at(map.source, last) + span.end - at(map.text, last) : at(map.sourceEnd, last);
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

  get length(): number {
    return this.#length;
  }

  text(): string {
    return this.#text.join('');
  }

  map(): OffsetMap {
    return { text: this.#starts, source: this.#source, sourceEnd: this.#sourceEnd, textLength: this.#length };
  }
}
