import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Token } from 'micromark-util-types';
import type { Format, ReadDocument } from '../passage.js';
import type { Span } from '../span.js';
import { annotateMarkdown, annotateMdx, braceComment } from './annotate.js';
import { groupCount, guarded, shiftedDocument } from './embed.js';
import { expressionMark } from './inline-edit.js';
import { readScript } from './javascript.js';
import { type MarkdownReaders, markdownReader } from './markdown.js';
import type { MarkdownBlocks } from './markdown-blocks.js';
import { frontMatterEnd, nextMarkdownCut } from './markdown-cuts.js';
import { cutsBy, isBlank } from './plain-text.js';

/** Markdown with JSX and expressions in place of HTML. A piece with half-typed markup is read as plain Markdown. */
export function createMdx(readers: MarkdownReaders = {}): Format {
  const withoutHtml = { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } };
  const strict = markdownReader(readers, [mdxJsx(), mdxExpression(), withoutHtml], {
    extra: takeMdx,
    escape: escapeBraces,
  });
  const tolerant = markdownReader(readers, []);
  return {
    languageIds: ['mdx'],
    extensions: ['.mdx'],
    comment: braceComment,
    annotate: annotateMdx(annotateMarkdown(braceComment, '\n\n')),
    read: guarded((text) => {
      const modules = modulesOf(text);
      const prose = blotted(text, modules);
      const read =
        tried(() => strict(prose, [0])) ??
        piecewise(prose, (piece) => tried(() => strict(piece, [0])) ?? tolerant(piece, [0]));
      return withModules(read, text, modules);
    }),
  };
}

/** Reads between blank lines, so that one half-typed piece leaves the others as they are. */
function piecewise(text: string, read: (piece: string) => ReadDocument): ReadDocument {
  const cuts = cutsBy(nextMarkdownCut, text);
  let groups = 0;
  const pieces = cuts.map((start, index) => {
    const piece = shiftedDocument(read(text.slice(start, cuts[index + 1])), start, groups);
    groups += groupCount(piece.blocks);
    return piece;
  });
  return {
    blocks: pieces.flatMap(({ blocks }) => blocks),
    comments: pieces.flatMap(({ comments }) => comments),
    meta: pieces.flatMap(({ meta }) => meta),
    notices: pieces.flatMap(({ notices }) => notices),
  };
}

/** The parser throws where JSX does not close or an expression has no end. */
function tried(read: () => ReadDocument): ReadDocument | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A brace begins an expression, unless it is one that the words had before. */
function escapeBraces(encoded: string, text: string): string {
  const known = new Set(text.match(/\{[\w$.]+\}/g));
  return encoded.replace(/\{[\w$.]+\}|[{}]/g, (found) =>
    known.has(found) ? found : found.replace(/[{}]/g, '\\$&'),
  );
}

const tags: ReadonlySet<string> = new Set(['mdxJsxFlowTag', 'mdxJsxTextTag']);
const expressions: ReadonlySet<string> = new Set(['mdxFlowExpression', 'mdxTextExpression']);

function takeMdx(token: Token, entered: boolean, blocks: MarkdownBlocks): boolean {
  const type: string = token.type;
  if (!tags.has(type) && !expressions.has(type)) return false;
  if (!entered) return true;
  const span = blocks.place(token);
  if (tags.has(type)) blocks.inlineTag(span, (source) => readScript(source, true));
  else takeExpression(blocks, span);
  return true;
}

/** `{name}` reads as it stands; what else an expression says are its strings and comments. */
function takeExpression(blocks: MarkdownBlocks, span: Span): void {
  const inner = blocks.from.source.slice(span.start + 1, span.end - 1);
  if (/^\s*[\w$.]+\s*$/.test(inner)) {
    blocks.target?.add(`{${inner}}`, span.start, span.end);
    return;
  }
  blocks.target?.settle(span.start);
  blocks.target?.marks.push(expressionMark(inner, span));
  blocks.embed(span.start + 1, readScript(inner, true));
}

/** Imports and exports at the margin, each up to a blank line at which its brackets are closed. */
function modulesOf(text: string): Span[] {
  const modules: Span[] = [];
  let start = -1;
  let depth = 0;
  let afterBlank = true;
  for (let line = frontMatterEnd(text); line < text.length; ) {
    const feed = text.indexOf('\n', line);
    const end = feed === -1 ? text.length : feed;
    const blank = isBlank(text, line, end);
    if (start === -1 && afterBlank && /^(?:import|export)\s/.test(text.slice(line, line + 7)))
      start = line;
    if (start !== -1) depth += brackets(text, line, end);
    if (start !== -1 && blank && depth <= 0) {
      modules.push({ start, end: line });
      start = -1;
      depth = 0;
    }
    afterBlank = blank;
    line = end + 1;
  }
  if (start !== -1) modules.push({ start, end: text.length });
  return modules;
}

function brackets(text: string, from: number, to: number): number {
  let depth = 0;
  for (let offset = from; offset < to; offset++) {
    const character = text[offset] as string;
    if ('{[('.includes(character)) depth++;
    else if ('}])'.includes(character)) depth--;
  }
  return depth;
}

function blotted(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (result, { start, end }) =>
      result.slice(0, start) +
      result.slice(start, end).replace(/[^\r\n]/g, ' ') +
      result.slice(end),
    text,
  );
}

function withModules(document: ReadDocument, text: string, modules: readonly Span[]): ReadDocument {
  const blocks = [...document.blocks];
  const comments = [...document.comments];
  for (const { start, end } of modules) {
    const shifted = shiftedDocument(
      readScript(text.slice(start, end), true),
      start,
      groupCount(blocks),
    );
    blocks.push(...shifted.blocks);
    comments.push(...shifted.comments);
  }
  const first = (offsets: ArrayLike<number>) => offsets[0] ?? 0;
  blocks.sort((a, b) => first(a.map.source) - first(b.map.source));
  comments.sort((a, b) => a.span.start - b.span.start);
  return { ...document, blocks, comments };
}
