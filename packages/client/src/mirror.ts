import type {
  Range,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Half-open, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Replace `span` by `text`. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** The document as the server knows it, one version after the other. */
export interface Mirror {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Takes the whole new text and gives the change to send; undefined when nothing changed. */
  change(text: string): TextDocumentContentChangeEvent | undefined;
  spanOf(range: Range): Span;
  rangeOf(span: Span): Range;
  editOf(edit: TextEdit): Edit;
}

export function mirror(uri: string, languageId: string, text: string): Mirror {
  const document = TextDocument.create(uri, languageId, 1, text);
  const spanOf = (range: Range): Span => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  });
  const rangeOf = ({ start, end }: Span): Range => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  return {
    uri,
    languageId,
    get version() {
      return document.version;
    },
    get text() {
      return document.getText();
    },
    change(after) {
      const edit = difference(document.getText(), after);
      if (!edit) return undefined;
      const change = { range: rangeOf(edit.span), text: edit.text };
      TextDocument.update(document, [change], document.version + 1);
      return change;
    },
    spanOf,
    rangeOf,
    editOf: (edit) => ({ span: spanOf(edit.range), text: edit.newText }),
  };
}

/** The text with edits made that do not overlap. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort(
    (a, b) => b.span.start - a.span.start || b.span.end - a.span.end,
  );
  return backwards.reduce(
    (result, { span, text: words }) => result.slice(0, span.start) + words + result.slice(span.end),
    text,
  );
}

/** The one edit between two texts; what they share at both ends stays untouched. */
function difference(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  start -= tears(before, start) || tears(after, start) ? 1 : 0;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  tail -=
    tail > 0 && (tears(before, before.length - tail) || tears(after, after.length - tail)) ? 1 : 0;
  return {
    span: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  };
}

/** True where a cut at this place would tear a surrogate pair, or a CRLF, apart. */
function tears(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  const isPair = before >= 0xd800 && before < 0xdc00;
  return isPair || (before === 13 && text.charCodeAt(at) === 10);
}
