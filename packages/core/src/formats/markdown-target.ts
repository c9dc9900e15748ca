import { BlockBuilder } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import type { Mark } from './inline-edit.js';

/** Words being gathered: a paragraph, a cell, an image's description, an address. Source offsets throughout. */
export class Target {
  readonly words = new BlockBuilder();
  readonly marks: Mark[] = [];
  readonly lineStarts: number[] = [];
  readonly start: number;
  readonly about: Omit<Block, 'text' | 'map' | 'encode'>;
  /** False for what is not prose: labels, the language of a code fence. */
  readonly wanted: boolean;
  #break: { readonly start: number; readonly hard: boolean } | undefined;
  readonly #pairs: { open: Span | undefined; close: Span | undefined }[] = [];
  readonly #tags: { readonly name: string; readonly span: Span }[] = [];

  constructor(start: number, about: Omit<Block, 'text' | 'map' | 'encode'>, wanted = true) {
    this.start = start;
    this.about = about;
    this.wanted = wanted;
  }

  /** Adds what stands in the source between the offsets and reads as `text`. */
  add(text: string, start: number, end: number): void {
    this.settle(start);
    this.words.add(text, start, end);
  }

  /** Notes a line's end or the white space before it. */
  lineBreak(start: number, hard: boolean): void {
    this.#break = {
      start: this.#break?.start ?? start,
      hard: hard || (this.#break?.hard ?? false),
    };
  }

  /** Puts the line break in hand before what begins at `start`. */
  settle(start: number): void {
    const found = this.#break;
    if (found === undefined) return;
    this.#break = undefined;
    if (this.words.length === 0) return;
    this.words.add(found.hard ? '\n' : ' ', found.start, start);
    if (!found.hard) this.lineStarts.push(this.words.length);
  }

  openPair(open?: Span): void {
    this.#pairs.push({ open, close: undefined });
  }

  /** One of the two sequences of a pair. */
  sequence(span: Span): void {
    const pair = this.#pairs.at(-1);
    if (pair === undefined) return;
    if (pair.open === undefined) pair.open = span;
    else pair.close = span;
  }

  closePair(delimiter: boolean): void {
    const pair = this.#pairs.pop();
    if (pair?.open !== undefined && pair.close !== undefined)
      this.marks.push({ open: pair.open, close: pair.close, delimiter });
  }

  openTag(name: string, span: Span): void {
    this.#tags.push({ name, span });
  }

  closeTag(name: string, span: Span): void {
    const last = this.#tags.at(-1);
    if (last?.name === name) this.marks.push({ open: last.span, close: span });
    else this.marks.push({ open: span });
    if (last?.name === name) this.#tags.pop();
  }

  /** All marks, with tags that were never closed standing alone. */
  allMarks(): readonly Mark[] {
    return [...this.marks, ...this.#tags.map((tag): Mark => ({ open: tag.span }))];
  }
}
