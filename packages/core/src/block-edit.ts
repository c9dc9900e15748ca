import type { Edit } from './finding.js';
import { type TemplateTag, tagsToKeep, templateTags } from './formats/template-tags.js';
import { locate, wholeRuns } from './offset-map.js';
import type { Block } from './passage.js';
import type { Span } from './span.js';

/**
 * The source edits that put `text` in place of `span` (block offsets), so that the source, read again, holds
 * the new words and is otherwise as before. In source order, none overlapping; none where the block is not editable.
 * Tags of templates stay wherever one without its other end would be left.
 */
export function editsFor(block: Block, span: Span, text: string): readonly Edit[] {
  if (block.editable === false) return [];
  const whole = wholeRuns(block.map, span);
  const { start, end } = whole;
  const words = block.text.slice(start, span.start) + text + block.text.slice(span.end, end);
  const tags = templateTags(block.text);
  if (tags.length === 0) return written(block, whole, words);
  const wider = words === '' ? withEmptied(block.text, tags, whole) : whole;
  const kept = tagsToKeep(tags, wider).map((tag) => tag.span);
  return kept.length === 0 || bringsAlong(words, block.text, kept)
    ? written(block, wider, words)
    : aroundTags(block, wider, words, kept);
}

/** True of words that hold the tags already: a value that was put together around them is written as a whole. */
function bringsAlong(words: string, text: string, kept: readonly Span[]): boolean {
  const tagsOf = (from: string, spans: readonly Span[]) =>
    spans.map(({ start, end }) => from.slice(start, end)).join('\n');
  const own = templateTags(words).map((tag) => tag.span);
  return own.length === kept.length && tagsOf(words, own) === tagsOf(text, kept);
}

function written(block: Block, span: Span, words: string): readonly Edit[] {
  if (block.replace !== undefined) return block.replace(span, words);
  return [{ span: locate(block.map, span), text: block.encode(words) }];
}

/** The edits of what stands between the tags that stay; the words go where words were. */
function aroundTags(
  block: Block,
  span: Span,
  words: string,
  kept: readonly Span[],
): readonly Edit[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const { start, end } of kept) {
    if (start >= from && start > span.start) pieces.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < span.end) pieces.push({ start: from, end: span.end });
  if (pieces.length === 0) return [];
  const said = ({ start, end }: Span) => /[\p{L}\p{N}]/u.test(block.text.slice(start, end));
  const place = Math.max(pieces.findIndex(said), 0);
  if (words !== '') pieces[place] = bare(block.text, pieces[place] as Span);
  const home = pieces[place];
  const edits = pieces
    .filter((piece) => piece === home || piece.start < piece.end)
    .flatMap((piece) => written(block, piece, piece === home ? words : ''));
  const apart = edits.every(
    ({ span }, index) => index === 0 || (edits[index - 1] as Edit).span.end <= span.start,
  );
  if (apart) return edits;
  // Some formats write a value anew as a whole, so there is but one edit to be had.
  let text = '';
  let at = span.start;
  for (const piece of pieces) {
    text += block.text.slice(at, piece.start) + (piece === home ? words : '');
    at = piece.end;
  }
  return written(block, span, text + block.text.slice(at, span.end));
}

/** The span without white space at its ends, which parts words from the tags beside them. */
function bare(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

/** The span with the tags beside it that nothing is left between. */
function withEmptied(text: string, tags: readonly TemplateTag[], span: Span): Span {
  const kept = tagsToKeep(tags, span);
  const first = kept[0];
  const last = kept.at(-1);
  const after = tags.find((tag) => tag.span.start >= span.end);
  const before = tags.filter((tag) => tag.span.end <= span.start).at(-1);
  const blank = (from: number, to: number) => text.slice(from, to).trim() === '';
  if (last?.kind === 'open' && after?.kind === 'close' && blank(span.end, after.span.start))
    return { start: span.start, end: after.span.end };
  if (first?.kind === 'close' && before?.kind === 'open' && blank(before.span.end, span.start))
    return { start: before.span.start, end: span.end };
  return span;
}
