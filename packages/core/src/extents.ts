import type { Passage } from './passage.js';
import { cover, type Span } from './span.js';

/** Where a passage stands in the document. */
export function extentOf(passage: Passage): Span {
  return passage.locate({ start: 0, end: passage.text.length });
}

/**
 * What a directive can speak of, in document order: each passage, and each picture as a whole, with its file name, its
 * description, its title and its caption. `text` is the document's source.
 */
export function extentsOf(passages: readonly Passage[], text: string): readonly Span[] {
  const extents: Span[] = [];
  let before: Passage | undefined;
  for (const passage of passages) {
    const here = extentOf(passage);
    const last = extents.at(-1);
    if (before && last && belongs(before, passage, text.slice(last.end, here.start)))
      extents[extents.length - 1] = cover(last, here);
    else extents.push(here);
    before = passage;
  }
  return extents;
}

/** The rest of a tag up to a further attribute, or to the caption of the figure. */
const sameTag = /^[^<>]{0,400}$/;
const caption = /^[^<>]{0,400}>\s*(?:<\/picture>\s*)?<figcaption\b[^<>]*>\s*$/i;

function belongs(before: Passage, passage: Passage, between: string): boolean {
  if (!isAttribute(before)) return false;
  return isAttribute(passage)
    ? sameTag.test(between) && !/\n\s*\n/.test(between)
    : caption.test(between);
}

function isAttribute({ part }: Passage): boolean {
  return part === 'alt-text' || part === 'data';
}
