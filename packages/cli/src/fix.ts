import type { Edit, Finding, Inspection, Span } from '@chaperone/core';

/** Which fixes may be applied without asking: the safe ones, or also each finding's preferred rewrite. */
export type FixChoice = 'safe' | 'suggested';

export interface Fixed {
  readonly text: string;
  /** The last check, of the text as it now is. */
  readonly inspection: Inspection;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** More rounds than this mean that two fixes undo each other. */
export const mostRounds = 10;

/**
 * Applies fixes and checks again until nothing is left to fix. Edits keep the line breaks of the text and touch
 * nothing beside themselves. `wanted` says which findings may be fixed.
 */
export function fixText(
  text: string,
  check: (text: string) => Inspection,
  choice: FixChoice,
  wanted: (finding: Finding, text: string) => boolean = () => true,
): Fixed {
  let current = text;
  let applied = 0;
  let inspection = check(current);
  for (let round = 0; round < mostRounds; round++) {
    const now = current;
    const chosen = compatible(
      inspection.findings.filter((finding) => wanted(finding, now)),
      choice,
      now,
    );
    if (chosen.length === 0) break;
    const next = withEdits(now, chosen.flat());
    if (next === now) break;
    current = next;
    applied += chosen.length;
    inspection = check(current);
  }
  return { text: current, inspection, applied };
}

/**
 * The edits of one fix per finding, in order, leaving out those that would touch an earlier one's, and, where the text
 * is given, those that would say the same in the same line: the next check offers what is right then.
 */
export function compatible(
  findings: readonly Finding[],
  choice: FixChoice,
  text?: string,
): readonly (readonly Edit[])[] {
  const taken: Span[] = [];
  const chosen: (readonly Edit[])[] = [];
  for (const finding of findings) {
    const fix =
      finding.fixes.find((candidate) => candidate.safe) ??
      (choice === 'suggested' ? finding.fixes.find((candidate) => candidate.preferred) : undefined);
    if (!fix || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => taken.some((span) => touches(span, edit.span)))) continue;
    if (text !== undefined && repeats(text, chosen.flat(), fix.edits)) continue;
    taken.push(...fix.edits.map((edit) => edit.span));
    chosen.push(fix.edits);
  }
  return chosen;
}

function repeats(text: string, made: readonly Edit[], more: readonly Edit[]): boolean {
  return more.some((one) =>
    made.some(
      (other) =>
        one.text.includes(' ') &&
        one.text === other.text &&
        !/\n/.test(
          text.slice(
            Math.min(one.span.end, other.span.end),
            Math.max(one.span.start, other.span.start),
          ),
        ),
    ),
  );
}

/** True also for spans that only meet: two insertions at one place would have no order. */
function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** The text with edits made that do not overlap; new line breaks are written as the text writes them. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const lineBreak = lineBreakOf(text);
  let result = text;
  for (const edit of [...edits].sort(
    (a, b) => b.span.start - a.span.start || b.span.end - a.span.end,
  )) {
    const words = edit.text.replace(/\r\n|\r|\n/g, lineBreak);
    result = result.slice(0, edit.span.start) + words + result.slice(edit.span.end);
  }
  return result;
}

function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
