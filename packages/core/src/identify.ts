import type { PracticeProfile } from './profile.js';
import type { Span } from './span.js';

/** A particular that identifies a person or a thing of theirs. The 18 kinds of 45 CFR 164.514(b)(2)(i) and a few more. */
export interface Entity {
  readonly kind: string;
  readonly span: Span;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
}

/** Lists the identifiers in plain text, in order, without overlaps. Offsets are UTF-16 code units. */
export function identify(_text: string, _profile?: PracticeProfile): readonly Entity[] {
  return [];
}
