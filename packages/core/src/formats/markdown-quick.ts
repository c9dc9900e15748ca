import type { MarkdownEvent } from './markdown-blocks.js';

/**
 * The events of the Markdown that most copy is made of, without the parser: a heading, a paragraph or a list of one
 * level, in which nothing but `**words**` and `*words*` is marked up. Undefined where anything else might stand:
 * markdown-quick.test.ts compares the two on any text. `text` is a piece, which begins at the margin.
 */
export function quickEvents(text: string): readonly MarkdownEvent[] | undefined {
  if (special.test(text)) return undefined;
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 10) end--;
  if (end === 0) return undefined;
  const events: MarkdownEvent[] = [];
  const heading = /^#{1,6} /.exec(text)?.[0].length ?? 0;
  const marker = /^(?:([-*+])|\d{1,9}([.)])) /.exec(text);
  const isRead =
    heading > 0
      ? addHeading(text, heading, end, events)
      : marker !== null
        ? addList(text, end, marker[1] ?? marker[2] ?? '', marker[1] === undefined, events)
        : addParagraph(text, 0, end, events);
  return isRead ? events : undefined;
}

/**
 * Whatever may mean something beside the marks that are read here: escapes, code, links, HTML, tables, entities,
 * addresses, white space other than single blanks between words.
 */
const special =
  /[\\`_[\]<~|@\t\r\f\v\ufeff\0\u00a0\u2028\u2029]|&#?\w+;|https?:|www\.|^ | $| {2}/im;
/** Line starts that would begin something else than words. */
const starter = /^(?:[-+=>:#]|\*(?:[ \n]|$)|\d{1,9}[.)](?:[ \n]|$))/;

function addHeading(text: string, start: number, end: number, events: MarkdownEvent[]): boolean {
  const feed = text.indexOf('\n');
  // A hash at the end may close the heading.
  if (start >= end || (feed !== -1 && feed < end) || text.includes('#', start)) return false;
  add(events, 'enter', 'atxHeadingText', start, end);
  if (!addWords(text, start, end, events)) return false;
  add(events, 'exit', 'atxHeadingText', start, end);
  return true;
}

/** Items of one line each, all with the same sign. */
function addList(
  text: string,
  end: number,
  sign: string,
  isOrdered: boolean,
  events: MarkdownEvent[],
): boolean {
  for (let line = 0; line < end; ) {
    const stop = lineEnd(text, line, end);
    let mark = line;
    if (isOrdered) while (mark < line + 9 && isDigit(text.charCodeAt(mark))) mark++;
    if (isOrdered && mark === line) return false;
    if (text[mark] !== sign || text[mark + 1] !== ' ') return false;
    if (!addParagraph(text, mark + 2, stop, events)) return false;
    line = stop + 1;
  }
  return true;
}

function addParagraph(text: string, from: number, to: number, events: MarkdownEvent[]): boolean {
  if (from >= to) return false;
  for (let line = from; line < to; line = lineEnd(text, line, to) + 1)
    if (text.charCodeAt(line) === 10 || starter.test(text.slice(line, line + 12))) return false;
  add(events, 'enter', 'paragraph', from, to);
  if (!addWords(text, from, to, events)) return false;
  add(events, 'exit', 'paragraph', from, to);
  return true;
}

/** Words with emphasis whose marks can be nothing else: a blank before and a letter behind the first, none behind the last. */
function addWords(text: string, from: number, to: number, events: MarkdownEvent[]): boolean {
  let data = from;
  let open = 0;
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (code !== 10 && code !== star) {
      at++;
      continue;
    }
    if (data < at) add(events, 'enter', 'data', data, at);
    if (code === 10) {
      add(events, 'enter', 'lineEnding', at, at + 1);
      data = ++at;
      continue;
    }
    let end = at + 1;
    while (text.charCodeAt(end) === star) end++;
    const length = end - at;
    const before = at > from ? text.charCodeAt(at - 1) : blank;
    const after = end < to ? text.charCodeAt(end) : blank;
    if (open === 0 ? !opens(length, before, after) : length !== open || !closes(before, after))
      return false;
    const type = length === 2 ? 'strong' : 'emphasis';
    if (open === 0) add(events, 'enter', type, at, end);
    add(events, 'enter', `${type}Sequence`, at, end);
    if (open !== 0) add(events, 'exit', type, at, end);
    open = open === 0 ? length : 0;
    data = at = end;
  }
  if (data < to) add(events, 'enter', 'data', data, to);
  return open === 0;
}

const star = 42;
const blank = 32;

function opens(length: number, before: number, after: number): boolean {
  return length <= 2 && (before === blank || before === 10) && isAlphanumeric(after);
}

function closes(before: number, after: number): boolean {
  if (after === blank || after === 10) return before > blank && before < 127;
  return isAlphanumeric(before) && after > blank && after < 127 && !isAlphanumeric(after);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function lineEnd(text: string, line: number, end: number): number {
  const feed = text.indexOf('\n', line);
  return feed === -1 || feed > end ? end : feed;
}

function add(
  events: MarkdownEvent[],
  kind: 'enter' | 'exit',
  type: string,
  start: number,
  end: number,
): void {
  events.push([kind, { type, start: { offset: start }, end: { offset: end } }]);
}
