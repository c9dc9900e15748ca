import type { Span } from './span.js';
import type { Tokens } from './tokens.js';

/** The way through a passage: tokens and symbols as they were fed, and where phrases ended. */
export class Trail {
  readonly tokens: Tokens;
  readonly path: number[] = [];
  /** Ids of symbols. */
  readonly symbols: number[] = [];
  /** By signal, triples of phrase, place in the path, and where its sentence began in the path. */
  readonly hits: (number[] | undefined)[];
  /** The signals that have hits. */
  readonly signals: number[] = [];
  readonly spans = new Map<number, readonly Span[]>();
  #sentence = 0;

  constructor(tokens: Tokens, signals: number) {
    this.tokens = tokens;
    this.hits = new Array(signals).fill(undefined);
  }

  begin(): void {
    this.#sentence = this.path.length;
  }

  push(token: number, symbol: number): void {
    this.path.push(token);
    this.symbols.push(symbol);
  }

  hit(signal: number, phrase: number): void {
    const list = this.hits[signal];
    const last = this.path.length - 1;
    if (list) list.push(phrase, last, this.#sentence);
    else {
      this.hits[signal] = [phrase, last, this.#sentence];
      this.signals.push(signal);
    }
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
