import { isBlank } from './plain-text.js';

/** Starts of HTML that goes on over blank lines until its own end. */
const longHtml: readonly (readonly [RegExp, RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [/^<![a-z]/i, />/],
];

interface Open {
  /** True for the line that ends what is open. */
  ends(line: string): boolean;
  /** How far the opening line was indented; 0 at the margin. */
  readonly indent: number;
}

/**
 * The start of the next piece of Markdown that can be read by itself: a line at the margin after a blank line,
 * outside of fences, HTML and front matter. Looks at nothing before `cut`; linear in the length of the piece.
 */
export function nextMarkdownCut(text: string, cut: number): number {
  const front = cut === 0 ? frontMatterEnd(text) : 0;
  if (front > 0) return front;
  let open: Open | undefined;
  let words = false;
  let gap = false;
  for (let start = cut; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = start;
    start = end + 1;
    if (isBlank(text, line, end)) {
      gap ||= words;
      continue;
    }
    const indent = indentOf(text, line);
    // A fence in a list ends with the list.
    if (open !== undefined && open.indent > 0 && indent === 0 && gap) open = undefined;
    if (open === undefined && gap && indent === 0 && !looksLikeFrontMatter(text, line)) return line;
    words = true;
    gap = false;
    if (open === undefined) open = opening(text, line, end, indent);
    else if (open.ends(text.slice(line, end))) open = undefined;
  }
  return text.length;
}

function indentOf(text: string, line: number): number {
  let offset = line;
  while (text.charCodeAt(offset) === 32 || text.charCodeAt(offset) === 9) offset++;
  return offset - line;
}

/** What this line opens: a code fence or HTML. Marks of lists and quotes may stand before it. */
function opening(text: string, line: number, end: number, indent: number): Open | undefined {
  let offset = line + indent;
  const marker =
    /^(?:(?:[-+*>]|\d{1,9}[.)])[ \t]*)+/.exec(
      text.slice(offset, Math.min(end, offset + 60)),
    )?.[0] ?? '';
  const depth = indent + marker.length;
  offset += marker.length;
  const code = text.charCodeAt(offset);
  if (code === 96 || code === 126) return fence(text.slice(offset, end), depth);
  if (code !== 60 || depth > 0) return undefined;
  const source = text.slice(offset, end);
  const kind = longHtml.find(([starts]) => starts.test(source));
  if (kind === undefined || kind[1].test(source.slice(kind[0] === longHtml[1]?.[0] ? 4 : 1)))
    return undefined;
  return { indent: 0, ends: (words) => kind[1].test(words) };
}

function fence(source: string, indent: number): Open | undefined {
  const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(source)?.[0];
  if (mark === undefined) return undefined;
  const ends = (words: string) => {
    const bare = words.replace(/^[\s>]+/, '').trimEnd();
    return bare.length >= mark.length && bare === (mark[0] as string).repeat(bare.length);
  };
  return { indent, ends };
}

/** A piece must not begin with what would be read as front matter. */
function looksLikeFrontMatter(text: string, line: number): boolean {
  return text.startsWith('---', line) || text.startsWith('+++', line);
}

/** Where the front matter at the start of a text ends, its closing line included; 0 where there is none. */
export function frontMatterEnd(text: string): number {
  const open = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/.exec(text);
  if (open === null) return 0;
  const mark = open[1] as string;
  for (let start = open[0].length; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = end - start > 5 ? '' : text.slice(start, end).trimEnd();
    if (line === mark || (line === '...' && mark === '---'))
      return feed === -1 ? text.length : feed + 1;
    start = end + 1;
  }
  return 0;
}
