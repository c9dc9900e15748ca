import type { Span } from '@chaperone/core';
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** How the client counts characters. Inside the server everything is UTF-16. */
export type Encoding = 'utf-16' | 'utf-8' | 'utf-32';

/**
 * The encoding to speak: UTF-16 wherever the client knows it, since then nothing is converted;
 * else the first of the client's that we know.
 */
export function chooseEncoding(offered: readonly string[] | undefined): Encoding {
  if (!offered || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return (
    offered.find((name): name is Encoding => name === 'utf-8' || name === 'utf-32') ?? 'utf-16'
  );
}

/** The LSP position of a UTF-16 offset. */
export function positionAt(document: TextDocument, offset: number, encoding: Encoding): Position {
  const position = document.positionAt(offset);
  if (encoding === 'utf-16') return position;
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
  return { line: position.line, character: unitsIn(before, encoding) };
}

/** The UTF-16 offset of an LSP position; positions past a line's end mean its end. */
export function offsetAt(document: TextDocument, position: Position, encoding: Encoding): number {
  return document.offsetAt(toUtf16(document, position, encoding));
}

export function rangeOf(document: TextDocument, span: Span, encoding: Encoding): Range {
  return {
    start: positionAt(document, span.start, encoding),
    end: positionAt(document, span.end, encoding),
  };
}

export function spanOf(document: TextDocument, range: Range, encoding: Encoding): Span {
  return {
    start: offsetAt(document, range.start, encoding),
    end: offsetAt(document, range.end, encoding),
  };
}

/**
 * Applies the client's changes one by one, each counted in the text the one before left behind.
 * `edited` hears the offset where each ranged change ends in the new text.
 */
export function update(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
  encoding: Encoding,
  edited: (end: number | undefined) => void,
): TextDocument {
  let current = document;
  for (const change of changes) {
    if (!('range' in change)) {
      edited(undefined);
      current = TextDocument.update(current, [change], version);
      continue;
    }
    const range = {
      start: toUtf16(current, change.range.start, encoding),
      end: toUtf16(current, change.range.end, encoding),
    };
    edited(current.offsetAt(range.start) + change.text.length);
    current = TextDocument.update(current, [{ range, text: change.text }], version);
  }
  return current;
}

function toUtf16(document: TextDocument, position: Position, encoding: Encoding): Position {
  if (encoding === 'utf-16') return position;
  const { line } = position;
  const text = document.getText({
    start: { line, character: 0 },
    end: { line: line + 1, character: 0 },
  });
  let units = 0;
  let character = 0;
  for (const letter of text) {
    if (units >= position.character) break;
    units += unitsIn(letter, encoding);
    character += letter.length;
  }
  return { line, character };
}

/** The length of a text in the units of an encoding. */
function unitsIn(text: string, encoding: Encoding): number {
  if (encoding === 'utf-16') return text.length;
  let units = 0;
  for (const letter of text)
    units += encoding === 'utf-32' ? 1 : bytesOf(letter.codePointAt(0) as number);
  return units;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
