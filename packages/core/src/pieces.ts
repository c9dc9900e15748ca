import type { Format, ReadDocument } from './passage.js';
import { withSource } from './source-blocks.js';
import type { Span } from './span.js';
import { withSpeakers } from './speakers.js';

/**
 * A part of a document that can be read by itself. The Checker keeps pieces from one version of a document to the
 * next; only `start` moves.
 */
export interface Piece {
  readonly text: string;
  readonly read: ReadDocument;
  /** Code units that stand before the piece's own text in what was read (see `readPiece`). */
  readonly lead: number;
  /** Comments, front matter or notices stand in it. */
  readonly hasAside: boolean;
  /** Where the piece stands in the document, in UTF-16 code units. */
  start: number;
}

/** A span of what was read of a piece, in document offsets. */
export function inDocument(piece: Piece, span: Span): Span {
  const by = piece.start - piece.lead;
  return { start: span.start + by, end: span.end + by };
}

/** Cuts and reads a document, keeping what an earlier version of it had in common. Gives the same pieces either way. */
export function updatePieces(
  before: readonly Piece[],
  beforeText: string,
  text: string,
  format: Format,
): readonly Piece[] {
  if (format.nextCut === undefined) {
    return [
      before.length === 1 && beforeText === text
        ? (before[0] as Piece)
        : readPiece(text, 0, text.length, format),
    ];
  }
  if (before.length > 0 && beforeText === text) return before;
  const prefix = commonPrefix(beforeText, text);
  const suffix = commonSuffix(beforeText, text, Math.min(beforeText.length, text.length) - prefix);
  // Whether a piece ends may hang on the line after it: begin two pieces early.
  const kept = Math.max(0, pieceAt(before, prefix) - 2);
  const pieces = before.slice(0, kept);
  const moved = text.length - beforeText.length;
  let cut = pieces.length === 0 ? 0 : (before[kept] as Piece).start;
  let next = kept;
  while (cut < text.length) {
    const old = cut - moved;
    if (old >= beforeText.length - suffix) {
      while (next < before.length && (before[next] as Piece).start < old) next++;
      if (before[next]?.start === old) {
        for (let index = next; index < before.length; index++) {
          const piece = before[index] as Piece;
          piece.start += moved;
          pieces.push(piece);
        }
        return pieces;
      }
    }
    const end = format.nextCut(text, cut);
    // What stands before the edit was cut again only to see where it ends; mostly it ends where it did.
    const same = before[pieces.length];
    if (end <= prefix && same?.start === cut && same.text.length === end - cut) pieces.push(same);
    else pieces.push(readPiece(text, cut, end, format));
    cut = end;
  }
  return pieces;
}

function readPiece(text: string, start: number, end: number, format: Format): Piece {
  const own = start === 0 && end === text.length ? text : text.slice(start, end);
  // Front matter stands at the top of a document only: a later piece that begins with a rule must not look like it.
  const lead = start > 0 && own.startsWith('---') ? 1 : 0;
  const source = lead === 0 ? own : `\n${own}`;
  const read = withSpeakers(withSource(format.read(source), source));
  const hasAside = read.comments.length > 0 || read.meta.length > 0 || read.notices.length > 0;
  return { text: own, read, lead, hasAside, start };
}

/** Index of the piece that holds an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).start <= offset) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** How many code units are compared at a time at first; half as many whenever they differ. */
const widest = 1 << 16;
const narrowest = 64;

function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (let stride = widest; stride >= narrowest; stride >>= 1)
    while (at + stride <= most && a.slice(at, at + stride) === b.slice(at, at + stride))
      at += stride;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0;
  for (let stride = widest; stride >= narrowest; stride >>= 1)
    while (
      length + stride <= most &&
      a.slice(a.length - length - stride, a.length - length) ===
        b.slice(b.length - length - stride, b.length - length)
    )
      length += stride;
  while (
    length < most &&
    a.charCodeAt(a.length - length - 1) === b.charCodeAt(b.length - length - 1)
  )
    length++;
  return length;
}
