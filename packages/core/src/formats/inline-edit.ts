import type { Edit } from '../finding.js';
import { locate, type OffsetMap } from '../offset-map.js';
import type { Block } from '../passage.js';
import { contains, type Span } from '../span.js';

/**
 * Markup inside a block's words, in source offsets: a pair such as `<b>` and `</b>` or `**` and `**`,
 * or a thing that stands alone (an image, a comment), which an edit leaves in place.
 */
export interface Mark {
  readonly open: Span;
  readonly close?: Span;
  /** True for delimiters that only work as a pair beside the right characters: half a pair is taken away whole. */
  readonly delimiter?: boolean;
  /** True when the pair goes whatever happens to its words. */
  readonly unwrap?: boolean;
}

/**
 * The mark of an expression in braces, `span` in the source: what it prints goes with the words around it, so its two
 * braces are a pair; a comment and an element in it stay like a picture.
 */
export function expressionMark(inner: string, span: Span): Mark {
  if (/^\s*$|\/[/*]|</.test(inner)) return { open: span };
  return {
    open: { start: span.start, end: span.start + 1 },
    close: { start: span.end - 1, end: span.end },
  };
}

/**
 * The edits that put `text`, already encoded, in place of `span` (block offsets) and keep markup in balance: a pair
 * that falls inside the span goes with its words, half a tag stays, half a delimiter takes its other half with it.
 */
export function inlineEdits(
  map: OffsetMap,
  marks: readonly Mark[],
  span: Span,
  text: string,
): Edit[] {
  const target = locate(map, span);
  const kept: Span[] = [];
  const dropped: Span[] = [];
  for (const mark of marks) {
    const close = mark.close;
    const opensInside = contains(target, mark.open) && target.start < target.end;
    if (close === undefined) {
      if (opensInside) kept.push(mark.open);
      continue;
    }
    const closesInside = contains(target, close) && target.start < target.end;
    if (opensInside && closesInside) continue;
    if (mark.unwrap)
      dropped.push(...(opensInside ? [] : [mark.open]), ...(closesInside ? [] : [close]));
    if (mark.unwrap || (!opensInside && !closesInside)) continue;
    if (mark.delimiter) dropped.push(opensInside ? close : mark.open);
    else kept.push(opensInside ? mark.open : close);
  }
  if (text === '' && target.start < target.end) dropped.push(...emptied(target, marks));
  return tidy([
    ...withText(without(target, kept), text),
    ...dropped.map((place) => ({ span: place, text: '' })),
  ]);
}

/** Tags that show nothing without words in them. */
const wrappers = /<\/?(?:a|b|em|font|i|mark|small|span|strong|sub|sup|u)\b[^<>]*>/gi;

/** The only block of an element, which goes with the block where an edit leaves nothing in it. */
export function withElement(source: string, block: Block, open: Span, close: Span): Block {
  const edit = (span: Span, words: string): readonly Edit[] =>
    block.replace?.(span, words) ?? [{ span: locate(block.map, span), text: block.encode(words) }];
  const replace = (span: Span, words: string): readonly Edit[] => {
    const edits = edit(span, words);
    if (words !== '' || span.start > 0 || span.end < block.text.length) return edits;
    let left = '';
    let from = open.end;
    for (const { span, text } of edits) {
      left += source.slice(from, span.start) + text;
      from = span.end;
    }
    left += source.slice(from, close.start);
    return left.replace(wrappers, '').trim() === ''
      ? [{ span: { start: open.start, end: close.end }, text: '' }]
      : edits;
  };
  return { ...block, replace };
}

/** The markup that holds nothing once `target` is empty, from the inside out. */
function emptied(target: Span, marks: readonly Mark[]): Span[] {
  const around = (inner: Span) =>
    marks.find(
      (mark) =>
        mark.close !== undefined && mark.open.end === inner.start && mark.close.start === inner.end,
    );
  const spans: Span[] = [];
  let hole = target;
  for (let mark = around(hole); mark?.close !== undefined; mark = around(hole)) {
    spans.push(mark.open, mark.close);
    hole = { start: mark.open.start, end: mark.close.end };
  }
  return spans;
}

/** The pieces of `target` that are not kept; the first one is there even when it is empty. */
function without(target: Span, kept: readonly Span[]): Span[] {
  const pieces: Span[] = [];
  let start = target.start;
  for (const keep of [...kept].sort((a, b) => a.start - b.start)) {
    if (keep.start < start) continue;
    if (keep.start > start || pieces.length === 0) pieces.push({ start, end: keep.start });
    start = keep.end;
  }
  if (start < target.end || pieces.length === 0) pieces.push({ start, end: target.end });
  return pieces;
}

function withText(pieces: readonly Span[], text: string): Edit[] {
  return pieces.map((span, index) => ({ span, text: index === 0 ? text : '' }));
}

/** In source order, with neighbors joined and nothing that does nothing. */
function tidy(edits: readonly Edit[]): Edit[] {
  const sorted = edits
    .filter((edit) => edit.span.start < edit.span.end || edit.text !== '')
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const joined: Edit[] = [];
  for (const edit of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && last.span.end >= edit.span.start) {
      joined[joined.length - 1] = {
        span: { start: last.span.start, end: Math.max(last.span.end, edit.span.end) },
        text: last.text + edit.text,
      };
    } else joined.push(edit);
  }
  return joined;
}

/**
 * The span without the halves of placeholders, such as `${name}`, that it cuts through: those stay as they are.
 * Block offsets.
 */
export function clearOf(span: Span, placeholders: readonly Span[]): Span {
  let { start, end } = span;
  for (const place of placeholders) {
    if (place.start < start && start < place.end) start = place.end;
    if (place.start < end && end < place.end) end = place.start;
  }
  return { start, end: Math.max(start, end) };
}
