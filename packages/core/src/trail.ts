import type { Span } from './span.js';
import type { Tokens } from './tokens.js';

/** The way through a passage: tokens and symbols as they were fed, and where phrases ended. */
export class Trail {
  readonly tokens: Tokens;
  readonly path: readonly number[];
  /** Ids of symbols. */
  readonly symbols: readonly number[];
  /** The signals that have hits. */
  readonly signals: readonly number[];
  /** Four numbers each: signal, phrase, place in the path, and where its sentence began in the path. */
  readonly #hits: readonly number[];
  readonly #spans: (readonly Span[] | undefined)[] = [];

  constructor(
    tokens: Tokens,
    path: readonly number[],
    symbols: readonly number[],
    signals: readonly number[],
    hits: readonly number[],
  ) {
    this.tokens = tokens;
    this.path = path;
    this.symbols = symbols;
    this.signals = signals;
    this.#hits = hits;
  }

  /** The spans of a signal, which `report` adds to a list hit by hit; made once. */
  spansOf(signal: number, report: Report): readonly Span[] {
    const at = this.signals.indexOf(signal);
    if (at === -1) return noSpans;
    const known = this.#spans[at];
    if (known) return known;
    const spans: Span[] = [];
    const hits = this.#hits;
    for (let hit = 0; hit < hits.length; hit += 4)
      if (hits[hit] === signal)
        report(
          hits[hit + 1] as number,
          hits[hit + 2] as number,
          hits[hit + 3] as number,
          this,
          spans,
        );
    this.#spans[at] = spans;
    return spans;
  }
}

/** Adds the span of a hit to a list. */
export type Report = (
  phrase: number,
  end: number,
  sentence: number,
  trail: Trail,
  spans: Span[],
) => void;

const noSpans: readonly Span[] = [];

/** What is noted on the way. One serves all passages, one after the other. */
export class Walk {
  readonly #path: number[] = [];
  readonly #symbols: number[] = [];
  #length = 0;
  #sentence = 0;
  #signals: number[] = [];
  readonly #hits: number[] = [];
  #hitsLength = 0;
  /** 1 for the signals in `#signals`. */
  readonly #isHit: Uint8Array;

  constructor(signals: number) {
    this.#isHit = new Uint8Array(signals);
  }

  begin(): void {
    this.#sentence = this.#length;
  }

  push(token: number, symbol: number): void {
    this.#path[this.#length] = token;
    this.#symbols[this.#length++] = symbol;
  }

  hit(signal: number, phrase: number): void {
    if (this.#isHit[signal] === 0) {
      this.#isHit[signal] = 1;
      this.#signals.push(signal);
    }
    const hits = this.#hits;
    hits[this.#hitsLength++] = signal;
    hits[this.#hitsLength++] = phrase;
    hits[this.#hitsLength++] = this.#length - 1;
    hits[this.#hitsLength++] = this.#sentence;
  }

  /** Gives what was noted, and is as new. */
  finish(tokens: Tokens): Trail {
    const trail = new Trail(
      tokens,
      this.#path.slice(0, this.#length),
      this.#symbols.slice(0, this.#length),
      this.#signals,
      this.#hits.slice(0, this.#hitsLength),
    );
    for (const signal of this.#signals) this.#isHit[signal] = 0;
    this.#length = this.#hitsLength = 0;
    this.#signals = [];
    return trail;
  }
}

/** The span of a way from one place in the path to another, sentence edges left out. */
export function spanOf(
  tokens: Tokens,
  path: readonly number[],
  from: number,
  to: number,
): Span | undefined {
  let first = from;
  let last = to;
  while (first < last && path[first] === -1) first++;
  while (last > first && path[last] === -1) last--;
  const start = path[first];
  const end = path[last];
  if (start === undefined || end === undefined || start < 0 || end < 0) return undefined;
  return { start: tokens.start[start] as number, end: tokens.end[end] as number };
}

/** Adds a span to a list in order of ends; only the tail of the list can overlap it. */
export function record(list: Span[], span: Span): void {
  let merged = span;
  while (list.length > 0) {
    const last = list[list.length - 1] as Span;
    if (last.end <= merged.start) break;
    merged = { start: Math.min(last.start, merged.start), end: Math.max(last.end, merged.end) };
    list.pop();
  }
  list.push(merged);
}
