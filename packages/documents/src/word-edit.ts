import type { Edit } from '@chaperone/core';
import type { Holder, Piece, WordText } from './text-builder.js';

/** How text is written back: in a run of Word, or in an attribute or a property, which hold characters alone. */
export type Writing = 'run' | 'cell' | 'value' | 'html-attribute';

/**
 * The edits of the XML that put an edit's words into the part. The words take the formatting of the first characters that
 * they replace, or, where they replace a line break or a tab alone, of those beside it; every other character of the span
 * goes. Paragraphs stay, but for one that goes as a whole with the gap before it. None where no characters stand in or beside the span.
 */
export function xmlEdits({ pieces }: WordText, edit: Edit, writing: Writing): Edit[] {
  const whole = wholeParagraphs(pieces, edit.span);
  const covered = pieces.filter(
    (piece) =>
      piece.kind !== 'gap' &&
      piece.start < edit.span.end &&
      piece.end > edit.span.start &&
      !whole.some(({ start, end }) => start <= piece.source.start && piece.source.end <= end),
  );
  const removed = whole.map((span) => ({ span, text: '' }));
  if (covered.length === 0 && removed.length > 0 && edit.text === '') return removed;
  const home = homeOf(pieces, covered, edit.span);
  if (home === undefined) return [];
  const edits = [
    ...covered.map((piece) => ({ span: sourceOf(piece, edit.span), text: '' })),
    ...removed,
  ];
  const at = covered.indexOf(home.piece);
  const text = written(edit.text, writing, home.piece.holder);
  if (at === -1) edits.push({ span: sourceOf(home.piece, home.span), text });
  else edits[at] = { ...(edits[at] as Edit), text };
  // Word drops white space at the ends of a run unless it is told to keep it.
  const holders = new Set<number>();
  for (const { holder } of new Set([...covered, home.piece]))
    if (holder !== undefined && !holder.keepsSpace) holders.add(holder.attributes);
  for (const start of holders)
    edits.push({ span: { start, end: start }, text: ' xml:space="preserve"' });
  return edits;
}

/** The paragraphs that the span covers from the gap before them to their end, where they may go. XML offsets. */
function wholeParagraphs(pieces: readonly Piece[], span: Edit['span']): readonly Edit['span'][] {
  return pieces.flatMap((piece, index) => {
    if (piece.paragraph === undefined || piece.start < span.start || piece.end > span.end)
      return [];
    const next = pieces.findIndex((other, at) => at > index && other.kind === 'gap');
    const end = (next === -1 ? pieces.at(-1) : pieces[next - 1])?.end ?? piece.end;
    return end <= span.end ? [piece.paragraph] : [];
  });
}

/** The characters whose place the words take, and the text span that they take there. */
function homeOf(
  pieces: readonly Piece[],
  covered: readonly Piece[],
  span: Edit['span'],
): { piece: Piece; span: Edit['span'] } | undefined {
  const first = covered.find((piece) => piece.kind === 'chars');
  if (first !== undefined) return { piece: first, span };
  // A gap between paragraphs has no place; a line break or nothing at all has its neighbors.
  if (covered.length === 0 && span.start < span.end) return undefined;
  for (const point of [span.start, span.end]) {
    const piece = charactersAt(pieces, point);
    if (piece !== undefined) return { piece, span: { start: point, end: point } };
  }
  return undefined;
}

/** The characters that an insertion joins: those before it rather than those after it. */
function charactersAt(pieces: readonly Piece[], point: number): Piece | undefined {
  const chars = pieces.filter((piece) => piece.kind === 'chars');
  return (
    chars.find((piece) => piece.start < point && point <= piece.end) ??
    chars.find((piece) => piece.start === point)
  );
}

/** The part of a piece's place that the edit covers. */
function sourceOf(piece: Piece, span: Edit['span']): Edit['span'] {
  const { start, end } = piece.source;
  if (end - start !== piece.end - piece.start)
    return span.start < span.end
      ? piece.source
      : span.end <= piece.start
        ? { start, end: start }
        : { start: end, end };
  return {
    start: start + Math.max(span.start - piece.start, 0),
    end: end - Math.max(piece.end - span.end, 0),
  };
}

function written(text: string, writing: Writing, holder: Holder | undefined): string {
  // HTML names a non-breaking space; XML does not.
  if (writing === 'html-attribute') return legal(text).replaceAll('&nbsp;', '&#160;');
  const escaped = legal(writing === 'cell' ? text.replaceAll('""', '"') : text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  if (writing === 'value' || holder === undefined) return escaped.replace(/\s*\n\s*/g, ' ');
  const prefix = holder.name.slice(0, -1);
  const between = (mark: string) =>
    `</${holder.name}><${prefix}${mark}/><${holder.name} xml:space="preserve">`;
  return escaped.replace(/\r?\n/g, between('br')).replaceAll('\t', between('tab'));
}

/** XML has no place for control characters and halves of surrogate pairs. */
function legal(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) as number;
      return (
        point === 9 ||
        point === 10 ||
        point === 13 ||
        (point >= 32 && (point < 0xd800 || point > 0xdfff) && point !== 0xfffe && point !== 0xffff)
      );
    })
    .join('');
}
