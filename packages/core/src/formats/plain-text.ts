import { straight } from '../offset-map.js';
import type { Block, Comment, Format, ReadDocument } from '../passage.js';

/** Plain text: paragraphs stand between blank lines, each one block with its lines. Also what Word sends. */
export const plainText: Format = {
  languageIds: ['plaintext', 'text'],
  extensions: ['.txt', '.text'],
  read: readPlainText,
  cuts: (text) => cutsBy(nextParagraph, text),
  nextCut: nextParagraph,
};

/** Reads paragraphs; the fallback for every source that its own reader cannot make sense of. */
export function readPlainText(text: string): ReadDocument {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  for (let cut = 0; cut < text.length; cut = nextParagraph(text, cut)) {
    const end = nextParagraph(text, cut);
    let from = cut;
    for (const comment of directivesIn(text, cut, end)) {
      const block = plainBlock(text, from, comment.span.start);
      if (block !== undefined) blocks.push(block);
      comments.push(comment);
      from = comment.span.end;
    }
    const block = plainBlock(text, from, end);
    if (block !== undefined) blocks.push(block);
  }
  return { blocks, comments, meta: [], notices: [] };
}

/** Plain text has no comments but lines that begin with "# chaperone:" or "// chaperone:". */
function directivesIn(text: string, from: number, to: number): readonly Comment[] {
  const comments: Comment[] = [];
  // Looked for in the paragraph alone: a search that runs on to the text's end for each would cost the square of it.
  const words = text.slice(from, to);
  for (let at = words.indexOf('chaperone:'); at !== -1; at = words.indexOf('chaperone:', at + 1)) {
    const line = words.lastIndexOf('\n', at) + 1;
    const mark = words.slice(line, at).trim();
    if (mark !== '#' && mark !== '//' && mark !== '<!--') continue;
    const feed = words.indexOf('\n', at);
    const end = feed === -1 ? words.length : feed;
    const said = words.slice(at, end).trimEnd();
    const span = { start: from + line, end: from + end };
    comments.push({ text: said.endsWith('-->') ? said.slice(0, -3).trimEnd() : said, span });
  }
  return comments;
}

/** The paragraph between two offsets without the white space around it; undefined where there is nothing else. */
export function plainBlock(text: string, from: number, to: number): Block | undefined {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (start === end) return undefined;
  return {
    text: text.slice(start, end),
    part: 'body',
    map: straight(start, end - start),
    encode: asIs,
  };
}

/** Words that stand in the source as they are. */
export function asIs(words: string): string {
  return words;
}

/** All cuts of a text, by a function that finds the next one. */
export function cutsBy(nextCut: (text: string, cut: number) => number, text: string): number[] {
  const cuts = [0];
  for (let cut = nextCut(text, 0); cut < text.length; cut = nextCut(text, cut)) cuts.push(cut);
  return cuts;
}

/** The start of the first line with words after a blank line that follows words. */
function nextParagraph(text: string, cut: number): number {
  let words = false;
  let gap = false;
  for (let line = cut; line < text.length; ) {
    const feed = text.indexOf('\n', line);
    const end = feed === -1 ? text.length : feed;
    const blank = isBlank(text, line, end);
    if (!blank && gap) return line;
    if (blank && words) gap = true;
    if (!blank) words = true;
    line = end + 1;
  }
  return text.length;
}

/** True when only white space stands between the offsets. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let offset = from; offset < to; offset++) {
    if (!isSpace(text.charCodeAt(offset))) return false;
  }
  return true;
}

/** White space as `trim` knows it. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 32 || (code >= 9 && code <= 13);
  if (code === 0xa0 || code === 0x1680 || code === 0x3000 || code === 0xfeff) return true;
  if (code < 0x2000 || code > 0x205f) return false;
  return code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f;
}
