import { startsTurn } from './labels.js';
import { sliced } from './offset-map.js';
import type { Block, ReadDocument } from './passage.js';

/**
 * Cuts a paragraph in which several speakers have a line each ("Review: …", "Reply: …" without blank lines between)
 * into one block a speaker.
 */
export function withSpeakers(document: ReadDocument): ReadDocument {
  if (!document.blocks.some(mayHoldSpeakers)) return document;
  return { ...document, blocks: document.blocks.flatMap(speakersOf) };
}

function mayHoldSpeakers({ text, part, lineStarts }: Block): boolean {
  return (part === 'body' || part === 'quote') && (lineStarts !== undefined || text.includes('\n'));
}

function speakersOf(block: Block): Block[] {
  if (!mayHoldSpeakers(block)) return [block];
  const cuts = linesOf(block).filter(
    (start, index, lines) =>
      start > 0 &&
      startsTurn(block.text.slice(start, (lines[index + 1] ?? block.text.length + 1) - 1)),
  );
  if (cuts.length === 0) return [block];
  return [0, ...cuts].map((start, index, all) => part(block, start, all[index + 1]));
}

/** Where the lines of a block start, as its source has them. */
function linesOf({ text, lineStarts }: Block): number[] {
  const starts = [0, ...(lineStarts ?? [])];
  for (let feed = text.indexOf('\n'); feed !== -1; feed = text.indexOf('\n', feed + 1))
    starts.push(feed + 1);
  return [...new Set(starts)].sort((a, b) => a - b);
}

function part(block: Block, start: number, next: number | undefined): Block {
  const text = block.text.slice(start, next).trimEnd();
  const { replace, lineStarts } = block;
  return {
    ...block,
    text,
    map: sliced(block.map, start, start + text.length),
    ...(lineStarts === undefined
      ? {}
      : {
          lineStarts: lineStarts
            .filter((line) => line > start && line < start + text.length)
            .map((line) => line - start),
        }),
    ...(replace === undefined
      ? {}
      : {
          replace: (span, words) =>
            replace({ start: span.start + start, end: span.end + start }, words),
        }),
  };
}
