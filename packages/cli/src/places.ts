import type { Span } from '@chaperone/core';
import { lineStarts, type Range, rangeOf } from './positions.js';
import type { CheckedFile } from './report.js';

/** Where a finding stands, for reports that name a file and a line. */
export interface ReportedPlace {
  /** In the file as it lies on the disk; undefined where that file has no lines, as a Word document. */
  readonly range: Range | undefined;
  /** For people: "12:4", "paragraph 3", "HTML part, line 2". */
  readonly words: string;
  /** The words where lines and columns of the file do not say it all: "paragraph 3"; else undefined. */
  readonly inside: string | undefined;
}

/** The place of a span of the checked text; `span` as core counts, without a byte order mark. */
export function placeOf(span: Span, file: CheckedFile): ReportedPlace {
  const { part } = file;
  if (part === undefined) {
    const range = rangeOf(startsOf(file), span);
    const words = `${range.start.line + 1}:${range.start.character + 1}`;
    return { range, words, inside: undefined };
  }
  const words = part.place(span);
  return { range: part.range?.(span), words, inside: words };
}

/** The place of the finding with this index. */
export function placeOfFinding(index: number, file: CheckedFile): ReportedPlace {
  return placeOf(file.kept[index]?.span ?? { start: 0, end: 0 }, file);
}

const starts = new WeakMap<CheckedFile, readonly number[]>();

function startsOf(file: CheckedFile): readonly number[] {
  const known = starts.get(file) ?? lineStarts(file.source.text);
  starts.set(file, known);
  return known;
}

/** A message that also says where in the document, when the report's lines cannot. */
export function placed(message: string, { inside }: ReportedPlace): string {
  return inside === undefined ? message : `${capital(inside)}: ${message}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
