import type { Edit } from '../finding.js';
import { locate } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { inlineEdits, type Mark } from './inline-edit.js';

/** A block of a piece of Markdown and what an edit needs to know of its surroundings. */
export interface MarkdownEditing {
  readonly block: Block;
  readonly marks: readonly Mark[];
  /** The whole source, and the piece of it that was read. */
  readonly source: string;
  readonly piece: Span;
  /** Reads a source that consists of one piece. */
  read(source: string): readonly Block[];
  /** The blocks of the piece as it is. */
  blocks(): readonly Block[];
}

/**
 * The edits that put `text` in place of `span`. In Markdown, whether `**` opens or a line begins a list depends on the
 * characters beside it, so where that could matter each way of editing is read back; the first that reads right is taken.
 */
export function markdownEdits(editing: MarkdownEditing, span: Span, text: string): Edit[] {
  const { block, marks } = editing;
  const precise = inlineEdits(block.map, marks, span, block.encode(text));
  if (isSimple(editing, span, text)) return precise;
  const words = block.text.slice(0, span.start) + text + block.text.slice(span.end);
  const whole = { start: 0, end: block.text.length };
  const ways = [
    () => precise,
    () =>
      inlineEdits(
        block.map,
        marks.map(unwrapping(locate(block.map, span))),
        span,
        block.encode(text),
      ),
    () => inlineEdits(block.map, marks, whole, block.encode(words)),
    () => inlineEdits(block.map, [], whole, block.encode(words)),
  ];
  for (const way of ways) {
    const edits = way();
    if (readsRight(editing, locate(block.map, span), edits, words)) return edits;
  }
  return inlineEdits(block.map, [], whole, block.encode(words.trim()));
}

/** Marks emphasis beside the target as gone, since it may not work beside other characters. */
function unwrapping(target: Span): (mark: Mark) => Mark {
  const near = (place: Span) => place.start <= target.end && place.end >= target.start;
  return (mark) =>
    mark.delimiter && mark.close !== undefined && (near(mark.open) || near(mark.close))
      ? { ...mark, unwrap: true }
      : mark;
}

/** True when nothing near the span can change its meaning. */
function isSimple({ block, marks, source }: MarkdownEditing, span: Span, text: string): boolean {
  const target = locate(block.map, span);
  const near = (place: Span | undefined) =>
    place !== undefined && place.start <= target.end && place.end >= target.start;
  if (marks.some((mark) => near(mark.open) || near(mark.close))) return false;
  if (
    span.start === 0 &&
    (span.end === block.text.length || !/^[\p{L}"'\u201c\u2018(]/u.test(text))
  )
    return false;
  const before = source[target.start - 1] ?? '\n';
  const after = source[target.end] ?? '\n';
  const calm = /[\p{L}\p{N}\s.,;:?"'\u2018\u2019\u201c\u201d()-]/u;
  return (
    calm.test(before) && (calm.test(after) || (after === '!' && source[target.end + 1] !== '['))
  );
}

/** True when the edited piece reads as before but for the block's new words. */
function readsRight(
  { block, source, piece, read, blocks }: MarkdownEditing,
  target: Span,
  edits: readonly Edit[],
  words: string,
): boolean {
  let edited = source.slice(piece.start, piece.end);
  for (const edit of [...edits].reverse()) {
    edited =
      edited.slice(0, edit.span.start - piece.start) +
      edit.text +
      edited.slice(edit.span.end - piece.start);
  }
  const before = blocks().map((other) => ({
    text: squeezed(other.text),
    start: (other.map.source[0] ?? 0) + piece.start,
  }));
  const inside = (other: { start: number }) =>
    other.start !== block.map.source[0] && other.start >= target.start && other.start < target.end;
  const expected = before
    .filter((other) => !inside(other))
    .map((other) => (other.start === block.map.source[0] ? squeezed(words) : other.text))
    .filter((other) => other !== '');
  // What stood inside the span, such as an image, may stay or go.
  const optional = new Set(before.filter(inside).map((other) => other.text));
  let next = 0;
  for (const other of read(edited)) {
    const found = squeezed(other.text);
    if (found === expected[next]) next++;
    else if (!optional.has(found)) return false;
  }
  return next === expected.length;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
