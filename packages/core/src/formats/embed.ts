import { editsFor } from '../block-edit.js';
import type { Edit } from '../finding.js';
import { composed, locate, type OffsetMap, shifted } from '../offset-map.js';
import type { Block, ReadDocument } from '../passage.js';
import { readPlainText } from './plain-text.js';

/** Reads a source that stands inside another. */
export type Reader = (text: string) => ReadDocument;

/** A reader that never throws: what `read` cannot make sense of is read as plain text. */
export function guarded(read: Reader): Reader {
  return (text) => {
    try {
      return read(text);
    } catch {
      return readPlainText(text);
    }
  };
}

/** What was read from a slice of a source that begins at `by`, with the source's own offsets. */
export function shiftedDocument(document: ReadDocument, by: number, groups = 0): ReadDocument {
  const move = <T extends { readonly span: { start: number; end: number } }>(entry: T): T => ({
    ...entry,
    span: { start: entry.span.start + by, end: entry.span.end + by },
  });
  return {
    blocks: document.blocks.map((block) => shiftedBlock(block, by, groups)),
    comments: document.comments.map(move),
    meta: document.meta.map(move),
    notices: document.notices.map(move),
  };
}

/** A block of a slice that begins at `by`; its group number is raised by `groups`. */
export function shiftedBlock(block: Block, by: number, groups = 0): Block {
  const { replace } = block;
  if (by === 0 && groups === 0) return block;
  return {
    ...block,
    map: shifted(block.map, by),
    ...(block.label === undefined
      ? {}
      : { label: { start: block.label.start + by, end: block.label.end + by } }),
    ...(block.group === undefined ? {} : { group: block.group + groups }),
    ...(replace === undefined
      ? {}
      : { replace: (span, text) => replace(span, text).map((edit) => shiftedEdit(edit, by)) }),
  };
}

function shiftedEdit(edit: Edit, by: number): Edit {
  return { span: { start: edit.span.start + by, end: edit.span.end + by }, text: edit.text };
}

/** A block that was read from the text of another value: `outer` leads from that text to the source, `encode` writes it. */
export function nestedBlock(
  block: Block,
  outer: OffsetMap,
  encode: (text: string) => string,
): Block {
  return {
    ...block,
    map: composed(block.map, outer),
    ...(block.label === undefined ? {} : { label: locate(outer, block.label) }),
    encode: (text) => encode(block.encode(text)),
    replace: (span, text) =>
      editsFor(block, span, text).map((edit) => ({
        span: locate(outer, edit.span),
        text: encode(edit.text),
      })),
  };
}

/** One more than the highest group number in use. */
export function groupCount(blocks: readonly Block[]): number {
  return blocks.reduce((most, block) => Math.max(most, (block.group ?? -1) + 1), 0);
}
