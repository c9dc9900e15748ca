import { fold } from '../../fold.js';
import type { Span } from '../../span.js';
import type { Source } from './found.js';

const noWidth = /\u200b|\u200d|\u200e|\u200f|[\u202a-\u202e\u2066-\u2069]|\ufe0f/;

/** Makes a text plain for finding identifiers: folded, dashes and blanks of all kinds plain, nothing invisible. */
export function sourceOf(original: string): Source {
  let text = fold(original);
  if (/[\u0080-\uffff]/.test(text))
    text = text
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ');
  if (!noWidth.test(text)) return { text };
  const offsets = new Int32Array(text.length + 1);
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (noWidth.test(character)) continue;
    offsets[plain.length] = at;
    plain += character;
  }
  offsets[plain.length] = text.length;
  return { text: plain, offsets };
}

/** A span of the plain text in offsets of the original. */
export function originalSpan(source: Source, span: Span): Span {
  if (!source.offsets) return { start: span.start, end: span.end };
  const last = source.offsets[Math.max(span.start, span.end - 1)] as number;
  return { start: source.offsets[span.start] as number, end: last + 1 };
}
