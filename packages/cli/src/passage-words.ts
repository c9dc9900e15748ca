import type { Passage, Span } from '@chaperone/core';
import { passageAt } from './passage-at.js';
import { lineStarts, lineText } from './positions.js';
import type { CheckedFile, ReportedFinding } from './report.js';

/** A flagged stretch in the copy as readers see it, without markup and escapes: the line of the passage around it. */
export interface PassageWords {
  readonly before: string;
  readonly flagged: string;
  readonly after: string;
}

/** The words around a finding; the line of the source for what stands in no passage. */
export function flaggedWords(
  { range: { start, end } }: ReportedFinding,
  index: number,
  file: CheckedFile,
): PassageWords {
  const span = file.kept[index]?.span;
  const found = span && passageWords(span, file);
  if (found) return found;
  const { text: source } = file.source;
  const text = lineText(source, lineStarts(source), start.line);
  const last = end.line === start.line ? end.character : text.length;
  return {
    before: text.slice(0, start.character),
    flagged: text.slice(start.character, last),
    after: text.slice(last),
  };
}

/** The words around a span of the file's text; undefined where no passage holds it. */
export function passageWords(span: Span, { inspection }: CheckedFile): PassageWords | undefined {
  const passage = passageAt(span, inspection);
  if (passage === undefined) return undefined;
  const { start, end } = within(passage, span);
  if (start >= end) return undefined;
  const lineStart = passage.text.lastIndexOf('\n', start - 1) + 1;
  const feed = passage.text.indexOf('\n', end);
  return {
    before: passage.text.slice(lineStart, start),
    flagged: passage.text.slice(start, end),
    after: passage.text.slice(end, feed === -1 ? undefined : feed),
  };
}

/** The characters of a passage that stand for a span of the source. */
function within(passage: Passage, span: Span): Span {
  const { length } = passage.text;
  const first = (from: number, reached: (place: Span) => boolean) => {
    let low = from;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(passage.locate({ start: middle, end: middle + 1 }))) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const start = first(0, (place) => place.end > span.start);
  return { start, end: first(start, (place) => place.start >= span.end) };
}
