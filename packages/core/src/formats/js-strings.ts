import type { BlockBuilder } from '../offset-map.js';

const letters: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};
const escapes = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/y;

/** Adds the inside of a string or template between two offsets, escapes decoded. */
export function addJsString(words: BlockBuilder, source: string, start: number, end: number): void {
  for (let offset = start; offset < end; ) {
    const slash = source.indexOf('\\', offset);
    const stop = slash === -1 || slash >= end ? end : slash;
    words.add(source.slice(offset, stop), offset, stop);
    if (stop === end) return;
    escapes.lastIndex = stop;
    const match = escapes.exec(source);
    const after = match === null ? stop + 1 : Math.min(stop + match[0].length, end);
    words.add(match === null ? '\\' : decoded(match), stop, after);
    offset = after;
  }
}

function decoded([, braced, four, two, letter]: RegExpExecArray): string {
  const hex = braced ?? four ?? two;
  if (hex !== undefined) {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  // A line break after a backslash joins the lines.
  if (letter === '\n' || letter === '\r\n' || letter === '\r') return '';
  return letters[letter ?? ''] ?? letter ?? '';
}

/** Writes words inside a string that stands in this quotation mark (', " or `). */
export function jsStringEncoder(quote: string): (text: string) => string {
  return (text) => {
    const escaped = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
    // A merge field such as ${name} that stands in a template stays what it is only when it is not typed anew.
    if (quote === '`') return escaped.replaceAll('${', '\\${');
    return escaped
      .replaceAll('\r', '\\r')
      .replaceAll('\n', '\\n')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029');
  };
}

/** Writes words as JSX text, where braces and angle brackets mean something and a line break reads as a space. */
export function encodeJsxText(text: string): string {
  return text
    .replace(
      /[&<>{}\u00a0]/g,
      (character) =>
        ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '{': '&#123;', '}': '&#125;' })[character] ??
        '&nbsp;',
    )
    .replace(/\s*\n\s*/g, ' ');
}
