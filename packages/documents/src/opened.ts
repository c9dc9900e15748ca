import type { Edit, Span } from '@chaperone/core';

/** A piece of a document that can be checked by itself. */
export interface DocumentPart {
  /** Unique within the document; names the piece when edits are handed back. */
  readonly name: string;
  /** What to check the text as. */
  readonly languageId: string;
  readonly text: string;
  /** Where the words stand, for people: "document", "header", "picture descriptions". */
  readonly partLabel: string;
  /** Every paragraph, line or picture of the text, in order. */
  readonly places: readonly NamedPlace[];
  /** Where a span of the text stands in the file's own text. Absent where the file is no text, as a Word document. */
  readonly locate?: (span: Span) => Span;
}

/** A stretch of a part's text by the name that a person would look for: "paragraph 3", "header, paragraph 1". */
export interface NamedPlace {
  readonly span: Span;
  readonly name: string;
}

/** A document taken apart for checking. */
export interface OpenedDocument {
  readonly parts: readonly DocumentPart[];
  /** What to know about how it was read: "it has no …". */
  readonly notes: readonly string[];
  /**
   * The document's bytes with the edits made: by part name, in UTF-16 offsets of that part's text, none overlapping.
   * Formatting around the edited words is kept; what was not edited is as it was. The opened document does not change.
   */
  apply(edits: ReadonlyMap<string, readonly Edit[]>): Uint8Array;
}

export type DocumentProblem =
  | 'encrypted'
  | 'old-format'
  | 'not-a-document'
  | 'damaged'
  | 'too-large';

/** Why a document could not be opened, in words for the person who asked. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/** The text with edits made. Edits that overlap an earlier one are left out. */
export function edited(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let from = 0;
  for (const { span, text: words } of sorted) {
    if (span.start < from) continue;
    result += text.slice(from, span.start) + words;
    from = span.end;
  }
  return result + text.slice(from);
}
