import type { Edit } from '@chaperone/core';
import type { Holder, Piece, WordText } from './word-text.js';

/** How text is written back: in a run of Word, or in an attribute or a property, which hold characters alone. */
export type Writing = 'run' | 'value' | 'html-attribute';

/**
 * The edits of the XML that put an edit's words into the part. The words take the formatting of the first characters that
 * they replace; every other character of the span goes; paragraphs stay. None where the span touches no characters.
 */
export function xmlEdits({ pieces }: WordText, edit: Edit, writing: Writing): Edit[] {
  const touched = piecesOf(pieces, edit);
  const first = touched.find((piece) => piece.kind === 'chars');
  if (first === undefined) return [];
  const edits: Edit[] = [];
  const holders = new Map<number, Holder>();
  for (const piece of touched) {
    if (piece.kind === 'gap') continue;
    const span = sourceOf(piece, edit);
    edits.push({ span, text: piece === first ? written(edit.text, writing, first.holder) : '' });
    if (piece.holder !== undefined && !piece.holder.keepsSpace)
      holders.set(piece.holder.attributes, piece.holder);
  }
  // Word drops white space at the ends of a run unless it is told to keep it.
  for (const start of holders.keys())
    edits.push({ span: { start, end: start }, text: ' xml:space="preserve"' });
  return edits;
}

function piecesOf(pieces: readonly Piece[], { span }: Edit): Piece[] {
  if (span.start < span.end)
    return pieces.filter((piece) => piece.start < span.end && piece.end > span.start);
  const chars = pieces.filter((piece) => piece.kind === 'chars');
  const before = chars.find((piece) => piece.start < span.start && span.start <= piece.end);
  const at =
    before ??
    chars.find((piece) => piece.start === span.start) ??
    chars.find((piece) => piece.end === span.start);
  return at === undefined ? [] : [at];
}

/** The part of a piece's place that the edit covers. */
function sourceOf(piece: Piece, { span }: Edit): Edit['span'] {
  const { start, end } = piece.source;
  if (end - start !== piece.end - piece.start)
    return span.start < span.end ? piece.source : { start: end, end };
  return {
    start: start + Math.max(span.start - piece.start, 0),
    end: end - Math.max(piece.end - span.end, 0),
  };
}

function written(text: string, writing: Writing, holder: Holder | undefined): string {
  // HTML names a non-breaking space; XML does not.
  if (writing === 'html-attribute') return legal(text).replaceAll('&nbsp;', '&#160;');
  const escaped = legal(text)
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
