import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import type { BlockBuilder } from '../offset-map.js';
import type { Span } from '../span.js';

const reference = /&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[a-zA-Z][a-zA-Z0-9]*);?/y;

/**
 * Adds the source from `start` to `end` as a browser shows it: references decoded and, unless `keepSpace`, runs of
 * white space as one space. Returns white space that may become a space before the next words.
 */
export function addHtmlText(
  words: BlockBuilder,
  source: string,
  start: number,
  end: number,
  waiting: Span | undefined,
  keepSpace: boolean,
): Span | undefined {
  let space = waiting;
  let offset = start;
  while (offset < end) {
    if (!keepSpace && isHtmlSpace(source.charCodeAt(offset))) {
      let after = offset + 1;
      while (after < end && isHtmlSpace(source.charCodeAt(after))) after++;
      // What follows a line break is part of it.
      if (words.length > 0 && words.endsWith('\n')) words.extend(after);
      else space ??= { start: offset, end: after };
      offset = after;
      continue;
    }
    if (space !== undefined) {
      if (!words.endsWith('\n')) words.add(' ', space.start, space.end);
      space = undefined;
    }
    offset =
      source[offset] === '&'
        ? addReference(words, source, offset, end, false)
        : addRun(words, source, offset, end, keepSpace);
  }
  return space;
}

/** Adds an attribute's value: references decoded, white space as it is. */
export function addAttributeText(
  words: BlockBuilder,
  source: string,
  start: number,
  end: number,
): void {
  let offset = start;
  while (offset < end)
    offset =
      source[offset] === '&'
        ? addReference(words, source, offset, end, true)
        : addRun(words, source, offset, end, true);
}

function addReference(
  words: BlockBuilder,
  source: string,
  offset: number,
  end: number,
  attribute: boolean,
): number {
  reference.lastIndex = offset;
  const match = reference.exec(source)?.[0] ?? '&';
  const after = Math.min(offset + match.length, end);
  const written = source.slice(offset, after);
  // In an attribute, what follows a reference without a semicolon decides whether it is one.
  const decoded = attribute
    ? decodeHTMLAttribute(written + source.slice(after, Math.min(after + 1, end)))
    : decodeHTML(written);
  const tail = attribute ? Math.min(after + 1, end) - after : 0;
  words.add(tail === 0 ? decoded : decoded.slice(0, decoded.length - tail), offset, after);
  return after;
}

function addRun(
  words: BlockBuilder,
  source: string,
  offset: number,
  end: number,
  keepSpace: boolean,
): number {
  let after = offset + 1;
  while (after < end) {
    const code = source.charCodeAt(after);
    if (code === 38) break;
    // A single plain space between words is part of the run.
    if (
      !keepSpace &&
      isHtmlSpace(code) &&
      (code !== 32 ||
        after + 1 >= end ||
        isHtmlSpace(source.charCodeAt(after + 1)) ||
        source[after + 1] === '&')
    )
      break;
    after++;
  }
  words.add(source.slice(offset, after), offset, after);
  return after;
}

function isHtmlSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** Words as HTML text: a line break becomes `<br>`. */
export function encodeHtml(text: string): string {
  return encodeRaw(text).replaceAll('\n', '<br>');
}

/** Words where HTML allows no tags (title, textarea) or keeps white space (pre). */
export function encodeRaw(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');
}

/** Words as the value of an attribute that stands in `quote`, or in none. */
export function encodeAttribute(quote: string): (text: string) => string {
  return (text) => {
    const escaped = encodeRaw(text);
    if (quote === '"') return escaped.replaceAll('"', '&quot;');
    if (quote === "'") return escaped.replaceAll("'", '&#39;');
    return escaped.replace(/[\s"'=`]/g, (character) => `&#${character.charCodeAt(0)};`);
  };
}
