import type { Edit } from '../finding.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { frontMatterEnd } from './markdown-cuts.js';
import { asIs } from './plain-text.js';

/** Writes a directive beside a block: see `Format.annotate`. */
export type Annotate = (
  source: string,
  block: Block,
  place: Span,
  words: string,
) => Edit | undefined;

/** Two hyphens would end a comment of HTML, so they are written as a dash. */
export function htmlComment(words: string): string {
  return `<!-- ${words.replaceAll('--', '\u2014')} -->`;
}

export function braceComment(words: string): string {
  return `{/* ${words.replaceAll('*/', '* /')} */}`;
}

export function hashComment(words: string): string {
  return `# ${words}`;
}

export function lineComment(words: string): string {
  return `// ${words}`;
}

/** Markdown: a line of its own above a paragraph at the margin; else behind the words, where it changes no list and no table. */
export function annotateMarkdown(comment: (words: string) => string, gap: string): Annotate {
  const front = annotateLine(hashComment);
  return (source, block, place, words) => {
    if (place.start < frontMatterEnd(source)) return front(source, block, place, words);
    // Inside a fence a comment would be part of the copy.
    if (!isProse(block) || block.encode === asIs) return undefined;
    const line = lineStart(source, place.start);
    const isFree = block.quoteDepth === undefined && block.role === undefined;
    if (isFree && /^(?:#{1,6}[ \t]+)?[*_~`[<>a-z]*$/.test(source.slice(line, place.start)))
      return insert(line, `${comment(words)}${gap}`);
    const end =
      place.end + (/^[*_~`]*/.exec(source.slice(place.end, place.end + 8))?.[0].length ?? 0);
    return insert(end, ` ${comment(words)}`);
  };
}

/** HTML: before the words, or before the tag that they are an attribute of. */
export function annotateHtml(comment: (words: string) => string): Annotate {
  return (source, block, place, words) => {
    // In a script of linked data a comment would be data.
    if (block.path !== undefined || block.part === 'comment') return undefined;
    const tag = source.lastIndexOf('<', place.start - 1);
    const inTag = tag > source.lastIndexOf('>', place.start - 1);
    const bare = /^<(?:title|textarea|option)\b/i.test(source.slice(tag, tag + 10));
    return insert(inTag || bare ? Math.max(tag, 0) : place.start, comment(words));
  };
}

/** JSON with comments: before the opening quotation mark of a value that is `encode`d as itself, with no HTML in it. */
export function annotateJson(encode: Block['encode']): Annotate {
  return (source, block, place, words) =>
    block.encode === encode ? annotateScript(source, block, place, words) : undefined;
}

/** A line above the one on which the value begins, as far in as that line. */
function annotateLine(comment: (words: string) => string): Annotate {
  return (source, _block, place, words) =>
    insertLine(source, lineStart(source, place.start), comment(words));
}

/** YAML: above the line of the key; the body of a block scalar begins below it. */
export function annotateYaml(comment: (words: string) => string): Annotate {
  return (source, _block, place, words) => {
    let line = lineStart(source, place.start);
    // Above the line, it would speak of the first value on it.
    if (/[[{].*,/.test(source.slice(line, place.start))) return undefined;
    const isBody = /^[ \t]*$/.test(source.slice(line, place.start));
    while (isBody && line > 0) {
      line = lineStart(source, line - 1);
      const above = source.slice(line, source.indexOf('\n', line));
      if (/[|>][-+\d]*[ \t]*(?:#.*)?\r?$|:[ \t]*\r?$/.test(above)) break;
    }
    return insertLine(source, line, comment(words));
  };
}

/** Scripts: before the opening quotation mark; within the text of JSX, in braces before the words. */
export const annotateScript: Annotate = (source, _block, place, words) => {
  const before = source[place.start - 1] ?? '';
  const note = words.replaceAll('*/', '* /');
  return /["'`]/.test(before)
    ? insert(place.start - 1, `/* ${note} */ `)
    : insert(place.start, `{/* ${note} */} `);
};

/** MDX: as Markdown, with the strings of its JSX as in scripts. */
export function annotateMdx(markdown: Annotate): Annotate {
  return (source, block, place, words) => {
    if (place.start < frontMatterEnd(source)) return markdown(source, block, place, words);
    const isString = /["'`]/.test(source[place.start - 1] ?? '') && block.role !== undefined;
    // A tag of MDX takes no comments.
    if (isString && source[place.start - 2] === '=') return undefined;
    if (isString) return annotateScript(source, block, place, words);
    return markdown(source, block, place, words);
  };
}

function isProse(block: Block): boolean {
  return block.part === 'body' || block.part === 'heading' || block.part === 'quote';
}

function lineStart(source: string, offset: number): number {
  return offset <= 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

function insert(offset: number, text: string): Edit {
  return { span: { start: offset, end: offset }, text };
}

function insertLine(source: string, line: number, comment: string): Edit {
  const indent = /^[ \t]*/.exec(source.slice(line, line + 200))?.[0] ?? '';
  const lineBreak = source.includes('\r\n') ? '\r\n' : '\n';
  return insert(line, `${indent}${comment}${lineBreak}`);
}
