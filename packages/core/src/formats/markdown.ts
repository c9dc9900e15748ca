import type { Extension } from 'micromark-util-types';
import { BlockBuilder } from '../offset-map.js';
import type { Block, Comment, Format, MetaEntry, ReadDocument } from '../passage.js';
import { annotateMarkdown, htmlComment } from './annotate.js';
import { groupCount, guarded, type Reader, shiftedDocument } from './embed.js';
import { readFrontMatter } from './front-matter.js';
import { type MarkdownBlock, MarkdownBlocks, type MarkdownSource } from './markdown-blocks.js';
import { frontMatterEnd, nextMarkdownCut } from './markdown-cuts.js';
import { markdownEdits } from './markdown-edit.js';
import { markdownEncoder, withoutMergeTags } from './markdown-encode.js';
import { eventsReader } from './markdown-events.js';
import { quickEvents } from './markdown-quick.js';
import { cutsBy } from './plain-text.js';
import { stripTags } from './strip-tags.js';

/** What the Markdown reader borrows from others, so that a small bundle can do without their parsers. */
export interface MarkdownReaders {
  /** Reads embedded HTML. Absent: tags are stripped and comments kept. */
  readonly html?: Reader;
  /** Reads YAML front matter without its fences. Absent: `key: value` lines are read. */
  readonly frontMatter?: Reader;
}

/** CommonMark with GFM and front matter. Reads piece by piece, so that any piece reads the same by itself. */
export function createMarkdown(readers: MarkdownReaders = {}): Format {
  const read = markdownReader(readers, []);
  return {
    languageIds: ['markdown', 'quarto', 'rmd'],
    extensions: ['.md', '.markdown', '.mdown', '.mkd', '.qmd', '.rmd'],
    comment: htmlComment,
    annotate: annotateMarkdown(htmlComment, '\n'),
    read: guarded((text) => read(text, cutsBy(nextMarkdownCut, text))),
    cuts: (text) => cutsBy(nextMarkdownCut, text),
    nextCut: nextMarkdownCut,
  };
}

/** A reader of Markdown with micromark extensions; the pieces to read begin at `cuts`. */
export function markdownReader(
  readers: MarkdownReaders,
  extensions: readonly Extension[],
  dialect: Pick<MarkdownSource, 'extra' | 'escape'> = {},
): (text: string, cuts: readonly number[]) => ReadDocument {
  const events = eventsReader(extensions);
  const html = readers.html ?? stripTags;
  const readPiece = (source: string, base: number, end: number): MarkdownBlocks => {
    const blocks = new MarkdownBlocks({
      source,
      base,
      html,
      ...dialect,
    });
    const text = withoutMergeTags(source.slice(base, end));
    blocks.read((extensions.length === 0 ? quickEvents(text) : undefined) ?? events(text));
    return blocks;
  };
  const readAlone = (piece: string) => {
    try {
      return sorted(readPiece(piece, 0, piece.length).found.map((other) => other.block));
    } catch {
      return [];
    }
  };
  /** Gives the blocks of a piece their edits, for which the piece is read once more at most. */
  const editableIn = (source: string, start: number, end: number) => {
    let known: readonly Block[] | undefined;
    const blocks = () => {
      known ??= readAlone(source.slice(start, end));
      return known;
    };
    return ({ block, target }: MarkdownBlock): Block => {
      // What another reader found writes its own edits.
      if (block.replace !== undefined || (target === undefined && block.encode !== plainEncoder))
        return block;
      const marks = target?.allMarks() ?? [];
      const editing = { block, marks, source, piece: { start, end }, read: readAlone, blocks };
      return { ...block, replace: (span, text) => markdownEdits(editing, span, text) };
    };
  };
  return (text, cuts) => {
    const blocks: Block[] = [];
    const comments: Comment[] = [];
    const meta: MetaEntry[] = [];
    let groups = 0;
    for (let index = 0; index < cuts.length; index++) {
      const start = cuts[index] as number;
      const end = cuts[index + 1] ?? text.length;
      const plain =
        extensions.length === 0 && isPlain(text, start, end)
          ? plainParagraph(text, start, end)
          : undefined;
      if (plain !== undefined) {
        blocks.push(editableIn(text, start, end)({ block: plain, target: undefined }));
        continue;
      }
      const front = start === 0 ? frontMatterEnd(text) : 0;
      if (front > 0) {
        const document = readFront(text.slice(0, front), readers.frontMatter ?? readFrontMatter);
        blocks.push(...document.blocks.filter(isCopy));
        comments.push(...document.comments);
        meta.push(...document.meta);
        groups += groupCount(document.blocks);
      }
      const begin = Math.max(start, front);
      if (begin >= end) continue;
      // micromark leaves a byte order mark out of its count.
      const piece = readPiece(text, text.charCodeAt(begin) === 0xfeff ? begin + 1 : begin, end);
      const found = piece.found.map(editableIn(text, begin, end));
      blocks.push(
        ...sorted(found).map((block) =>
          block.group === undefined ? block : { ...block, group: block.group + groups },
        ),
      );
      comments.push(...piece.comments);
      groups += piece.groups;
    }
    return { blocks, comments, meta, notices: [] };
  };
}

/** Characters and line starts that could mean something in Markdown. */
const markup =
  /[\\`*_[\]<~|\t]|&#?\w+;|^ {0,3}(?:[-+=>:]|#|\d{1,9}[.)])|^ {4}| {2}\r?$|https?:|www\./m;

function isPlain(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) === 0xfeff) return false;
  return !markup.test(text.slice(start, end));
}

/** A paragraph without any markup, read without the parser. */
function plainParagraph(text: string, from: number, to: number): Block | undefined {
  const words = new BlockBuilder();
  const lineStarts: number[] = [];
  let breakAt = -1;
  for (let line = from; line < to; ) {
    const feed = text.indexOf('\n', line);
    const lineEnd = feed === -1 || feed >= to ? to : feed;
    let start = line;
    let end = lineEnd;
    while (start < end && isBlankCode(text.charCodeAt(start))) start++;
    while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
    line = lineEnd + 1;
    if (start === end) {
      // A blank line between words means two paragraphs: the parser's work.
      if (words.length > 0 && /\S/.test(text.slice(line, to))) return undefined;
      continue;
    }
    if (breakAt !== -1) {
      words.add(' ', breakAt, start);
      lineStarts.push(words.length);
    }
    words.add(text.slice(start, end), start, end);
    breakAt = end;
  }
  if (words.text().trim() === '') return undefined;
  return {
    text: words.text(),
    part: 'body',
    map: words.map(),
    encode: plainEncoder,
    ...(lineStarts.length === 0 ? {} : { lineStarts }),
  };
}

const plainEncoder = markdownEncoder('paragraph', '');

function isBlankCode(code: number): boolean {
  return code === 32 || code === 13 || code === 10;
}

function readFront(text: string, read: Reader): ReadDocument {
  const start = text.indexOf('\n') + 1;
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  // TOML has no parser here; its lines of `key = "value"` are read all the same.
  const reader = text.startsWith('+++') ? readFrontMatter : read;
  return shiftedDocument(reader(text.slice(start, Math.max(start, end))), start);
}

/** What front matter tells Chaperone is not copy. */
function isCopy(block: Block): boolean {
  return !/^(?:channel$|chaperone)/.test(block.path?.[0] ?? block.role ?? '');
}

function sorted(blocks: Block[]): Block[] {
  return blocks.sort((a, b) => (a.map.source[0] ?? 0) - (b.map.source[0] ?? 0));
}
