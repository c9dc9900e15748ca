import { BlockBuilder, type OffsetMap } from '../offset-map.js';

/** A scalar's words and where they stand. */
export interface ScalarText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** A plain or quoted scalar between two offsets (quotes left out), decoded by the rules of its style. */
export function flowScalar(
  source: string,
  start: number,
  end: number,
  style: 'plain' | 'single' | 'double',
): ScalarText {
  const words = new BlockBuilder();
  let offset = start;
  while (offset < end) {
    const code = source[offset] as string;
    if (code === '\n' || code === '\r' || code === ' ' || code === '\t')
      offset = fold(words, source, offset, end);
    else if (style === 'double' && code === '\\') offset = addEscape(words, source, offset, end);
    else if (style === 'single' && code === "'" && source[offset + 1] === "'") {
      words.add("'", offset, offset + 2);
      offset += 2;
    } else offset = copy(words, source, offset, end);
  }
  return { text: words.text(), map: words.map() };
}

function copy(words: BlockBuilder, source: string, start: number, end: number): number {
  let after = start + 1;
  while (after < end && !/[\s\\']/.test(source[after] as string)) after++;
  words.add(source.slice(start, after), start, after);
  return after;
}

/** White space: as it is within a line; a line break reads as a space, each further one as a line break. */
function fold(words: BlockBuilder, source: string, start: number, end: number): number {
  let after = start;
  let breaks = 0;
  while (after < end && /\s/.test(source[after] as string)) {
    if (source[after] === '\n') breaks++;
    after++;
  }
  if (breaks === 0) words.add(source.slice(start, after), start, after);
  else words.add(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1), start, after);
  return after;
}

const letters: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

function addEscape(words: BlockBuilder, source: string, start: number, end: number): number {
  const letter = source[start + 1] ?? '';
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const after = Math.min(start + 2 + digits, end);
    const point = Number.parseInt(source.slice(start + 2, after), 16);
    words.add(
      point <= 0x10ffff ? String.fromCodePoint(point) : source.slice(start, after),
      start,
      after,
    );
    return after;
  }
  if (letter === '\n' || letter === '\r') {
    // An escaped line break joins the lines.
    let after = start + 1;
    while (after < end && /\s/.test(source[after] as string)) after++;
    return after;
  }
  words.add(letters[letter] ?? letter, start, Math.min(start + 2, end));
  return Math.min(start + 2, end);
}

/** A block scalar's body between two offsets, where each line is indented by `indent` spaces. */
export function blockScalar(
  source: string,
  start: number,
  end: number,
  indent: number,
  folded: boolean,
): ScalarText {
  const words = new BlockBuilder();
  let breakFrom = -1;
  let breaks = 0;
  let wasDeep = false;
  for (let line = start; line < end; ) {
    const feed = source.indexOf('\n', line);
    const stop = feed === -1 || feed >= end ? end : feed;
    const lineEnd = source[stop - 1] === '\r' && stop > line ? stop - 1 : stop;
    const from = Math.min(line + indent, lineEnd);
    if (from < lineEnd || /\S/.test(source.slice(line, lineEnd))) {
      const deep = /[ \t]/.test(source[from] ?? '');
      const kept = !folded || deep || wasDeep || words.length === 0;
      if (breaks > 0)
        words.add(
          kept ? '\n'.repeat(breaks) : breaks === 1 ? ' ' : '\n'.repeat(breaks - 1),
          breakFrom,
          from,
        );
      words.add(source.slice(from, lineEnd), from, lineEnd);
      breaks = 0;
      breakFrom = -1;
      wasDeep = deep;
    }
    if (stop < end) {
      if (breakFrom === -1) breakFrom = lineEnd;
      breaks++;
    }
    line = stop + 1;
  }
  return { text: words.text(), map: words.map() };
}
