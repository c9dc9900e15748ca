import { edited, type Mark, type Paragraph, type ParagraphEdit } from './host.js';
import { digest, type Joined, paragraphEdits, pieces } from './paragraphs.js';
import type { ProfileChange, Report } from './reports.js';

/** A way out, in paragraph offsets. */
export interface FoundFix {
  readonly title: string;
  readonly whole: boolean;
  readonly edits: readonly (ParagraphEdit & { readonly key: string; readonly before: string })[];
}

/** A finding in the paragraph it stands in. */
export interface Found {
  /** Stays the same while the words and their paragraph stay. */
  readonly id: string;
  /** Stays the same for the same words and rule anywhere: what "ignore" remembers. */
  readonly ignoreKey: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly law: readonly { readonly cite: string; readonly url: string }[];
  readonly page: string | undefined;
  readonly paragraph: Paragraph;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Where it starts in the part that was checked. */
  readonly offset: number;
  readonly fixes: readonly FoundFix[];
  readonly changes: readonly ProfileChange[];
}

/** Places the server's reports in their paragraphs. A report that falls between paragraphs is dropped. */
export function place(reports: readonly Report[], joined: Joined, lineBreak: string): Found[] {
  const seen = new Map<string, number>();
  return reports.flatMap((report): Found[] => {
    const [piece] = pieces(joined, report.span.start, report.span.end);
    if (!piece) return [];
    const paragraph = joined.paragraphs[piece.index]!;
    const words = paragraph.text.slice(piece.start, piece.end);
    const stem = `${report.rule}|${paragraph.key}|${words}`;
    const nth = seen.get(stem) ?? 0;
    seen.set(stem, nth + 1);
    const { rule, title, severity, message, law, page, changes } = report;
    return [
      {
        id: digest(`${stem}|${nth}`),
        ignoreKey: digest(`${rule}|${words.toLowerCase()}`),
        ...{ rule, title, severity, message, law, page, changes, paragraph },
        index: piece.index,
        start: piece.start,
        end: piece.end,
        offset: report.span.start,
        fixes: report.rewrites.flatMap((rewrite): FoundFix[] => {
          const edits: (ParagraphEdit & { key: string; before: string })[] = [];
          const owners = new Set<Paragraph>();
          for (const { span, text } of rewrite.edits) {
            const parts = paragraphEdits(joined, span.start, span.end, text, lineBreak);
            if (!parts || parts.some((part) => !joined.paragraphs[part.index]!.editable)) return [];
            for (const { index, ...edit } of parts) {
              const owner = joined.paragraphs[index]!;
              owners.add(owner);
              edits.push({ ...edit, key: owner.key, before: owner.text });
            }
          }
          const fits = [...owners].every(
            (owner) =>
              owner.accepts?.(
                edited(
                  owner.text,
                  edits.filter((edit) => edit.key === owner.key),
                ),
              ) ?? true,
          );
          return fits && edits.length > 0
            ? [{ title: rewrite.title, whole: rewrite.whole, edits }]
            : [];
        }),
      },
    ];
  });
}

/** More than this is too much to stand in a popup. */
const longestSuggestion = 300;

/**
 * The marks of one paragraph. A mark that has rewrites covers what the first of them replaces, often the sentence,
 * so that taking one in the popup leaves a whole sentence; marks never overlap, since taking one would tear the other.
 */
export function marksOf(found: readonly Found[]): Mark[] {
  const marks: Mark[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const wide = widened(one);
    const isFree = (mark: { start: number; end: number }) =>
      marks.every((other) => mark.end <= other.start || other.end <= mark.start);
    const bare: Mark = {
      id: one.id,
      key: one.paragraph.key,
      before: one.paragraph.text,
      start: one.start,
      end: one.end,
      severity: one.severity,
      suggestions: [],
    };
    const mark = wide && isFree(wide) ? { ...bare, ...wide } : bare;
    if (mark.end > mark.start && isFree(mark)) marks.push(mark);
  }
  return marks;
}

function widened(one: Found): { start: number; end: number; suggestions: string[] } | undefined {
  const { key, text } = one.paragraph;
  const local = one.fixes.filter(
    (fix) => !fix.whole && fix.edits.every((edit) => edit.key === key),
  );
  const [first] = local;
  if (!first) return undefined;
  const hullStart = Math.min(one.start, ...first.edits.map((edit) => edit.start));
  const hullEnd = Math.max(one.end, ...first.edits.map((edit) => edit.end));
  const fitting = local.filter((fix) =>
    fix.edits.every((edit) => edit.start >= hullStart && edit.end <= hullEnd),
  );
  const results = fitting
    .map((fix) => edited(text, fix.edits))
    .map((after) => after.slice(hullStart, after.length - (text.length - hullEnd)));
  const written = results.filter((words) => words.trim() !== '');
  // Blanks that stand at the edges before and after are not part of what is replaced.
  const hull = text.slice(hullStart, hullEnd);
  const head = Math.min(
    ...[hull, ...written].map((words) => words.length - words.trimStart().length),
    one.start - hullStart,
  );
  const tail = Math.min(
    ...[hull, ...written].map((words) => words.length - words.trimEnd().length),
    hullEnd - one.end,
  );
  if (hull.length - head - tail > longestSuggestion) return undefined;
  const suggestions = written
    .map((words) => words.slice(head, words.length - tail))
    .filter((words) => words.length <= longestSuggestion);
  return { start: hullStart + head, end: hullEnd - tail, suggestions: [...new Set(suggestions)] };
}
