import type { Severity } from './channel.js';
import type { Span } from './span.js';

/** One place where a signal was found. Offsets are document offsets once the finding leaves core. */
export interface Match {
  readonly signal: string;
  readonly span: Span;
}

/** Replace `span` of the document by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A titled set of edits that do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly preferred?: boolean;
  /** True when the fix is right without a human looking: only these take part in fix-all. */
  readonly safe?: boolean;
}

/** One passage of one document that one rule objects to. All spans are document offsets. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** One sentence: what a reader of the copy learns. */
  readonly message: string;
  readonly evidence: readonly Match[];
  readonly fixes: readonly Fix[];
}

/** The text with the fix's edits made. Offsets in UTF-16 code units. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort(
    (a, b) => b.span.start - a.span.start || b.span.end - a.span.end,
  );
  let result = text;
  for (const edit of edits)
    result = result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end);
  return result;
}
