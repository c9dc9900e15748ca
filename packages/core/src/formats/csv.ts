import type { Edit } from '../finding.js';
import { BlockBuilder, locate } from '../offset-map.js';
import type { Block, Format, ReadDocument } from '../passage.js';
import type { Span } from '../span.js';
import { guarded } from './embed.js';
import { asIs } from './plain-text.js';
import { type ValueReaders, valueBlocks } from './records.js';
import { isAddress, roleKind } from './roles.js';

/** Tables of posts and exports of reviews: one row a record; a cell's column is its role. Also with semicolons and tabs. */
export function createCsv(readers: ValueReaders = {}): Format {
  return {
    languageIds: ['csv', 'tsv', 'csv (semicolon)', 'csv (pipe)', 'dynamic csv'],
    extensions: ['.csv', '.tsv', '.tab'],
    read: guarded((text) => readCsv(text, readers)),
  };
}

/** A cell; `place` spans it with its quotes. */
interface Cell {
  readonly block: Block;
  readonly place: Span;
}

/** Reads a table. An open quotation goes on to the end of the text, as spreadsheets have it. */
export function readCsv(text: string, readers: ValueReaders = {}): ReadDocument {
  // Excel writes, and reads, which separator follows.
  const told = /^\ufeff?"?sep=([^\r\n"])"?\r?\n/i.exec(text);
  const separator = told?.[1] ?? separatorOf(text);
  const rows = rowsOf(text, separator, told?.[0].length ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0));
  const names =
    rows.length > 0 && isHeader(rows[0] as Cell[], rows.length)
      ? (rows.shift() as Cell[]).map((cell) => cell.block.text.trim())
      : [];
  const blocks = rows.flatMap((row, group) =>
    row.flatMap((cell, column) => valueBlocks(cell.block, keysOf(names[column]), group, readers)),
  );
  return { blocks, comments: [], meta: [], notices: [] };
}

function keysOf(name: string | undefined): string[] {
  return name === undefined || name === '' ? [] : [name];
}

/** The separator that the first line has most of, outside of quotation marks. */
function separatorOf(text: string): string {
  const line = (/^[^\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"?/g, '');
  const counts = [',', ';', '\t', '|'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function rowsOf(text: string, separator: string, start: number): Cell[][] {
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let offset = start;
  while (offset < text.length) {
    const { cell, next } = cellAt(text, offset, separator);
    row.push(cell);
    offset = next;
    if (text.startsWith(separator, offset)) {
      offset++;
      if (offset < text.length) continue;
    } else {
      if (text[offset] === '\r') offset++;
      if (text[offset] === '\n') offset++;
    }
    if (row.some((one) => one.block.text.trim() !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** The cell at an offset, and where it ends: at a separator, a line's end or the text's. */
function cellAt(text: string, offset: number, separator: string): { cell: Cell; next: number } {
  const words = new BlockBuilder();
  const quoted = text[offset] === '"';
  let end = offset;
  if (quoted) end = addQuoted(words, text, offset + 1);
  const from = end;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r')
    end++;
  // Characters after a closing quotation mark belong to the cell, as in most readers.
  words.add(text.slice(from, end), from, end);
  const place = { start: offset, end };
  const map = words.map();
  const whole = words.text();
  const encode = quoted ? encodeQuoted : asIs;
  const block: Block = { text: whole, part: 'body', map, encode };
  if (quoted) return { cell: { block, place }, next: end };
  const replace = (span: Span, written: string): Edit[] => {
    const value = whole.slice(0, span.start) + written + whole.slice(span.end);
    const bare = !value.includes(separator) && !/["\r\n]/.test(value);
    return bare
      ? [{ span: locate(map, span), text: written }]
      : [{ span: place, text: `"${encodeQuoted(value)}"` }];
  };
  return { cell: { block: { ...block, replace }, place }, next: end };
}

/** Adds the words up to the closing quotation mark; the offset after it. */
function addQuoted(words: BlockBuilder, text: string, start: number): number {
  let from = start;
  for (;;) {
    const quote = text.indexOf('"', from);
    const stop = quote === -1 ? text.length : quote;
    words.add(text.slice(from, stop), from, stop);
    if (quote === -1) return text.length;
    if (text[quote + 1] !== '"') return quote + 1;
    words.add('"', quote, quote + 2);
    from = quote + 2;
  }
}

function encodeQuoted(text: string): string {
  return text.replaceAll('"', '""');
}

/** The first row names the columns when it reads like names: short, no sentences, and some that planners and exports use. */
function isHeader(row: readonly Cell[], rowCount: number): boolean {
  const names = row.map((cell) => cell.block.text.trim());
  if (
    names.every((name) => name === '') ||
    names.some(
      (name) => name.length > 60 || /[.!?]$|\n|^\d[\d\s:/.-]*$/.test(name) || isAddress(name),
    )
  )
    return false;
  return (
    names.some((name) => roleKind(name) !== undefined) ||
    (rowCount > 1 && names.length > 1 && names.every((name) => name.split(/\s+/).length <= 4))
  );
}
