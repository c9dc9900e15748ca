import { straight } from './offset-map.js';
import type { Block, ReadDocument } from './passage.js';
import { overlaps, type Span } from './span.js';

/**
 * Adds what readers of a page's source see beside its prose: comments that the format did not read as blocks, and scripts
 * and forms that send something away. In source order.
 */
export function withSource(document: ReadDocument, source: string): ReadDocument {
  const added = [...commentBlocks(document, source), ...codeBlocks(document, source)];
  if (added.length === 0) return document;
  const blocks = [...document.blocks, ...added].sort((a, b) => first(a) - first(b));
  return { ...document, blocks };
}

function first(block: Block): number {
  return block.map.source[0] ?? 0;
}

function extent({ map }: Block): Span {
  return { start: map.source[0] ?? 0, end: map.sourceEnd[map.sourceEnd.length - 1] ?? 0 };
}

function commentBlocks(document: ReadDocument, source: string): readonly Block[] {
  if (document.comments.length === 0) return [];
  const read = document.blocks.filter(({ part }) => part === 'comment').map(extent);
  return document.comments.flatMap(({ text, span }) => {
    // Of Chaperone's own directives only permissions are looked at: they can be flawed.
    if (/^chaperone:/i.test(text) && !/^chaperone:\s*authorized/i.test(text)) return [];
    const at = source.indexOf(text, span.start);
    if (
      text === '' ||
      at === -1 ||
      at + text.length > span.end ||
      read.some((other) => overlaps(other, span))
    )
      return [];
    return [verbatim(text, at, 'comment')];
  });
}

const sending =
  /\b(?:fbq|gtag|snaptr|pintrk|lintrk|rdt|twq)\s*\(|\bttq\.|hotjar|fullstory|clarity\.ms|dataLayer\.push|mixpanel\.|analytics\.track|googletagmanager|connect\.facebook\.net/i;
const longest = 4000;

/** Script elements that call a tracker and forms that send by address; in a file of code, the lines that call one. */
function codeBlocks(document: ReadDocument, source: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const [open, close] of [
    ['<script', '</script>'],
    ['<form', '>'],
  ] as const) {
    for (let at = source.indexOf(open); at !== -1; at = source.indexOf(open, at + open.length)) {
      const stop = source.indexOf(close, at);
      const end = Math.min(stop === -1 ? source.length : stop + close.length, at + longest);
      const text = source.slice(at, end);
      if (open === '<form' ? text.includes('?') : sending.test(text))
        blocks.push({ ...verbatim(text, at, 'data'), role: open.slice(1) });
    }
  }
  if (blocks.length > 0 || !sending.test(source)) return blocks;
  const read = document.blocks.map(extent);
  let start = 0;
  for (const line of source.split('\n')) {
    const span = { start, end: start + line.length };
    start = span.end + 1;
    if (
      line.length > 0 &&
      line.length < longest &&
      sending.test(line) &&
      !read.some((other) => other.start <= span.start && other.end >= span.end)
    )
      blocks.push({ ...verbatim(line, span.start, 'data'), role: 'script' });
  }
  return blocks;
}

function verbatim(text: string, start: number, part: Block['part']): Block {
  return {
    text,
    part,
    map: straight(start, text.length),
    encode: (words) => words,
    ...(part === 'data' ? { editable: false } : {}),
  };
}
