import type { Span } from '../../span.js';

/** The kinds of identifiers: those of 45 CFR 164.514(b)(2)(i), and some more. */
export type IdentifierKind =
  | 'ACCOUNT'
  | 'ADDRESS'
  | 'AGE'
  | 'BIOMETRIC'
  | 'CARD'
  | 'DATE'
  | 'DEA'
  | 'DEVICE'
  | 'EMAIL'
  | 'HANDLE'
  | 'IBAN'
  | 'ID'
  | 'IP'
  | 'LICENSE'
  | 'MBI'
  | 'MEMBER_ID'
  | 'MRN'
  | 'NPI'
  | 'PASSPORT'
  | 'PHONE'
  | 'PLATE'
  | 'SSN'
  | 'URL'
  | 'VIN'
  | 'ZIP';

/** An identifier in a text, before overlaps are settled. */
export interface Found extends Span {
  readonly kind: IdentifierKind;
  /** 0 to 1. */
  readonly score: number;
}

/** A text with look-alikes folded and characters of no width taken out; `offsets` leads back, absent when they agree. */
export interface Source {
  readonly text: string;
  readonly offsets?: Int32Array;
}

/** Words close before or after a span, lower case. */
export function wordsAround(text: string, span: Span, before = 50, after = 30): string {
  return `${text.slice(Math.max(0, span.start - before), span.start)} ${text.slice(span.end, span.end + after)}`.toLowerCase();
}

/** Every match of a pattern with the g flag; group 1, where there is one, is the span. */
export function all(text: string, pattern: RegExp): readonly (Span & { readonly value: string })[] {
  const found: (Span & { readonly value: string })[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const value = match[1] ?? match[0];
    const start = match.index + (match[1] === undefined ? 0 : match[0].lastIndexOf(match[1]));
    found.push({ start, end: start + value.length, value });
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
