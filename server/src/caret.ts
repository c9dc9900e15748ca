import type { Finding } from '@chaperone/core';

/** How long a finding under the caret waits after the last keystroke, in milliseconds. */
export const wordPause = 700;

/** A letter or digit, or an apostrophe within a word. */
const lastWord = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*(?=[^\p{L}\p{N}]*$)/u;

/**
 * Splits findings into those to show and those to hold back because the writer is still typing their last word.
 * A finding that is already shown stays: it must not flicker. `caret` is where the last edit ended.
 */
export function holdUnfinished(
  findings: readonly Finding[],
  text: string,
  caret: number | undefined,
  isShown: (finding: Finding) => boolean,
): { show: readonly Finding[]; held: boolean } {
  if (caret === undefined) return { show: findings, held: false };
  const show = findings.filter(
    (finding) => isShown(finding) || !touchesLastWord(finding, text, caret),
  );
  return { show, held: show.length < findings.length };
}

function touchesLastWord({ span }: Finding, text: string, caret: number): boolean {
  const word = lastWord.exec(text.slice(span.start, span.end));
  if (!word) return false;
  const start = span.start + word.index;
  return start < caret && caret <= start + word[0].length;
}

/** What makes a finding the same one after an edit behind its start. */
export function keyOf(finding: Finding): string {
  return `${finding.rule}@${finding.span.start}`;
}
