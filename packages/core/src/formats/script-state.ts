import type { BlockBuilder } from '../offset-map.js';
import type { Span } from '../span.js';

/** An open bracket. */
export interface Frame {
  readonly opens: string;
  /** The key that what stands in the brackets belongs to. */
  readonly key: string | undefined;
  readonly group: number | undefined;
  /** Where the bracket stands. */
  readonly start: number;
}

/** A JSX tag that is being read. */
export interface OpenTag {
  readonly start: number;
  readonly group: number;
  name: string | undefined;
  closing: boolean;
  selfClosing: boolean;
  attribute: string | undefined;
}

/** Strings joined by `+`, or the pieces of a template. */
export interface Pending {
  readonly words: BlockBuilder;
  readonly quote: string;
  readonly key: string | undefined;
  readonly group: number | undefined;
  /** Where expressions stand in the words of a template, in offsets of the words. */
  readonly placeholders?: readonly Span[];
}

/** A template whose end is still to come. */
export interface Template {
  readonly words: BlockBuilder;
  readonly placeholders: Span[];
  readonly key: string | undefined;
  /** False for style sheets, queries and the like. */
  readonly prose: boolean;
  /** Where the expression in hand begins, in the source. */
  from: number;
}
