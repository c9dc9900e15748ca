import type { Edit, Span } from '@chaperone/core';
import { type TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { rangeOf } from './positions.js';
import type { Traits } from './traits.js';

/** Core's edits of one open document as a workspace edit, versioned where the client knows versions. */
export function workspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  traits: Traits,
  version: number | null = document.version,
): WorkspaceEdit {
  const textEdits = edits.map((edit) =>
    TextEdit.replace(rangeOf(document, edit.span, traits.encoding), edit.text),
  );
  return editOf(document.uri, version, textEdits, traits);
}

export function editOf(
  uri: string,
  version: number | null,
  edits: TextEdit[],
  traits: Traits,
): WorkspaceEdit {
  if (!traits.versionedEdits) return { changes: { [uri]: edits } };
  const change: TextDocumentEdit = { textDocument: { uri, version }, edits };
  return { documentChanges: [change] };
}

/** The one edit that makes `after` of `before`: what both share at their ends stays untouched. */
export function difference(
  before: string,
  after: string,
): { span: Span; text: string } | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (isHighSurrogate(before, start - 1)) start -= 1;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail += 1;
  if (tail > 0 && isHighSurrogate(before, before.length - tail - 1)) tail -= 1;
  return {
    span: { start, end: before.length - tail },
    text: after.slice(start, after.length - tail),
  };
}

/** True where a cut behind this place would tear a character outside the basic plane apart. */
function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code < 0xdc00;
}
