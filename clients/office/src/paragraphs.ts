import type { Paragraph, ParagraphEdit } from './host.js';

/**
 * A document made of paragraphs: its text, and where each paragraph starts in it. This file and the
 * host adapters are the only places of the pane that turn one kind of offset into another.
 */
export interface Joined {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Offset of each paragraph's own first character. */
  readonly starts: readonly number[];
}

/** A stretch of one paragraph. */
export interface Piece {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** A part of the document that is checked by itself. */
export interface Part {
  /** Empty for the main text. */
  readonly name: string;
  readonly paragraphs: readonly Paragraph[];
  /** Where each paragraph stands among all of the document's. */
  readonly indexes: readonly number[];
}

/** The parts of a document, the main text first. */
export function partsOf(paragraphs: readonly Paragraph[]): Part[] {
  const parts = new Map<string, { paragraphs: Paragraph[]; indexes: number[] }>();
  parts.set('', { paragraphs: [], indexes: [] });
  paragraphs.forEach((paragraph, index) => {
    const name = paragraph.part ?? '';
    const part = parts.get(name) ?? { paragraphs: [], indexes: [] };
    parts.set(name, part);
    part.paragraphs.push(paragraph);
    part.indexes.push(index);
  });
  return [...parts].map(([name, part]) => ({ name, ...part }));
}

/** Puts paragraphs together, a blank line between, as the checker's plain text wants them. */
export function join(paragraphs: readonly Paragraph[]): Joined {
  let text = '';
  const starts: number[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) text += paragraph.gap ?? '\n\n';
    text += paragraph.lead ?? '';
    starts.push(text.length);
    text += flat(paragraph.text);
  });
  return { text, paragraphs, starts };
}

/**
 * The paragraph's text with Word's own line and cell marks turned into plain white space, unit for unit, so that
 * offsets stay as they are. A line break (vertical tab) becomes a line end.
 */
export function flat(text: string): string {
  return text
    .replace(/[\v\f\r\u2028\u2029]/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, (mark) => (mark < ' ' ? ' ' : mark));
}

/** The stretches of paragraphs that a stretch of the document covers, in order; empty stretches only when it is empty. */
export function pieces(joined: Joined, start: number, end: number): Piece[] {
  const found: Piece[] = [];
  for (let index = firstAt(joined, start); index < joined.paragraphs.length; index++) {
    const from = joined.starts[index]!;
    if (from > end) break;
    const length = joined.paragraphs[index]!.text.length;
    const piece = { index, start: Math.max(0, start - from), end: Math.min(length, end - from) };
    if (piece.end > piece.start || (start === end && piece.end === piece.start)) found.push(piece);
  }
  return found;
}

/**
 * An edit of the document as edits of paragraphs. Undefined when it would write between paragraphs: only
 * removing across a border is understood, and then each paragraph loses its part. Line ends in `text` become
 * the host's `lineBreak`, since a real one would start a new paragraph.
 */
export function paragraphEdits(
  joined: Joined,
  start: number,
  end: number,
  text: string,
  lineBreak: string,
): (ParagraphEdit & { readonly index: number })[] | undefined {
  const parts = pieces(joined, start, end);
  const first = parts[0];
  if (!first) return undefined;
  if (text !== '' && (parts.length > 1 || start < joined.starts[first.index]!)) return undefined;
  const written = text.replace(/\n+/g, lineBreak);
  return parts.map((part, at) => ({ ...part, text: at === 0 ? written : '' }));
}

/** The last paragraph that starts at or before the offset. */
function firstAt(joined: Joined, offset: number): number {
  let low = 0;
  let high = joined.starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (joined.starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** A short number for a text (FNV-1a, 32 bit, over UTF-16 units, white space made single), as eight hexadecimal digits. */
export function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text.replace(/\s+/g, ' ').trim().split('')) {
    hash ^= unit.charCodeAt(0);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
