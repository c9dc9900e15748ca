import type { Inspection, Passage, Span } from '@chaperone/core';

/** The passage in which a span of the document stands; undefined where none holds it. */
export function passageAt(span: Span, inspection: Inspection): Passage | undefined {
  const { passages } = inspection;
  let known = extents.get(inspection);
  if (known === undefined) {
    known = passages.map((passage) => passage.locate({ start: 0, end: passage.text.length }));
    extents.set(inspection, known);
  }
  const index = known.findIndex(({ start, end }) => start <= span.start && span.end <= end);
  return index === -1 ? undefined : passages[index];
}

/** A document may have thousands of passages, and as many findings ask for theirs. */
const extents = new WeakMap<Inspection, readonly Span[]>();
