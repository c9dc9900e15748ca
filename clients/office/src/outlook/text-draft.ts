import type { DraftParagraph } from './html-draft.js';

/** The paragraphs of a plain-text draft: what stands between empty lines. The checker leaves threads and signature out. */
export function textParagraphs(text: string): DraftParagraph[] {
  const found: DraftParagraph[] = [];
  for (const match of text.matchAll(/[^\r\n]*\S[^\r\n]*(?:\r?\n[^\r\n]*\S[^\r\n]*)*/g)) {
    // Unit for unit, and one line end is one.
    const words = match[0].replace(/\r/g, ' ');
    const starts = Array.from({ length: words.length }, (_, at) => match.index + at);
    found.push({ text: words, map: { starts, ends: starts.map((start) => start + 1) } });
  }
  return found;
}

/** The text with the edits made. */
export function editText(
  text: string,
  map: DraftParagraph['map'],
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const first = map.starts[0] ?? 0;
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (all, one) =>
        all.slice(0, first + one.start) +
        one.text.replace(/\r?\n/g, lineBreak) +
        all.slice(first + one.end),
      text,
    );
}
