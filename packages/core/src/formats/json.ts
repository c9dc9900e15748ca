import { visit } from 'jsonc-parser';
import { BlockBuilder } from '../offset-map.js';
import type { Block, Comment, Format, ReadDocument } from '../passage.js';
import { annotateJson, lineComment } from './annotate.js';
import { groupCount, guarded, type Reader, shiftedDocument } from './embed.js';
import { belongsToRecord, holdsReplies, type ValueReaders, valueBlocks } from './records.js';

/** JSON: one block per string value; its key is its role; the object in a list around it is its record. */
export function createJson(readers: ValueReaders = {}): Format {
  return {
    languageIds: ['json'],
    extensions: ['.json', '.webmanifest'],
    read: guarded((text) => readJson(text, readers)),
  };
}

/** JSON with comments, which may hold directives. */
export function createJsonc(readers: ValueReaders = {}): Format {
  return {
    ...createJson(readers),
    languageIds: ['jsonc', 'json5'],
    extensions: ['.jsonc', '.json5'],
    comment: lineComment,
    annotate: annotateJson(encodeJson),
  };
}

/** One JSON value per line. */
export function createJsonLines(readers: ValueReaders = {}): Format {
  return {
    languageIds: ['jsonl'],
    extensions: ['.jsonl', '.ndjson'],
    read: guarded((text) => readLines(text, (line) => readJson(line, readers))),
  };
}

interface Frame {
  readonly array: boolean;
  /** True of a list whose objects are part of the record around it. */
  readonly replies: boolean;
  readonly path: readonly string[];
  readonly group: number | undefined;
}

/** Reads JSON with comments, tolerating what is half typed. Throws (RangeError) only on absurd nesting. */
export function readJson(text: string, readers: ValueReaders = {}): ReadDocument {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  const frames: Frame[] = [];
  let groups = 0;
  let key: string | undefined;

  const open = (array: boolean) => {
    const parent = frames.at(-1);
    const joins =
      array || (parent !== undefined && (parent.array ? parent.replies : belongsToRecord(key)));
    const path = parent === undefined ? [] : pathOf(parent);
    frames.push({
      array,
      replies: array && holdsReplies(key),
      path,
      group: joins ? parent?.group : groups++,
    });
    key = undefined;
  };
  const pathOf = (frame: Frame) =>
    frame.array || key === undefined ? frame.path : [...frame.path, key];
  const close = () => {
    frames.pop();
    key = undefined;
  };

  visit(
    text,
    {
      onObjectBegin: () => open(false),
      onObjectEnd: close,
      onArrayBegin: () => open(true),
      onArrayEnd: close,
      onObjectProperty: (name) => {
        key = name;
      },
      onLiteralValue: (value, offset, length) => {
        if (typeof value !== 'string') return;
        const frame = frames.at(-1);
        const path = frame === undefined ? [] : pathOf(frame);
        blocks.push(
          ...valueBlocks(decodeString(text, offset, length), path, frame?.group, readers),
        );
      },
      onComment: (offset, length) => {
        const source = text.slice(offset, offset + length);
        const words = source.startsWith('//')
          ? source.slice(2)
          : source.slice(2).replace(/\*\/$/, '');
        comments.push({
          text: words.trim(),
          span: { start: offset, end: Math.min(offset + length, text.length) },
        });
      },
    },
    { allowTrailingComma: true },
  );
  return { blocks, comments, meta: [], notices: [] };
}

const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** A string token, which may lack its closing quote, as a block without role. Offsets in UTF-16 code units. */
function decodeString(source: string, offset: number, length: number): Block {
  const closed =
    length > 1 &&
    source[offset + length - 1] === source[offset] &&
    !endsEscaped(source, offset + 1, offset + length - 1);
  const end = closed ? offset + length - 1 : offset + length;
  const words = new BlockBuilder();
  let from = offset + 1;
  while (from < end) {
    const slash = source.indexOf('\\', from);
    const stop = slash === -1 || slash >= end ? end : slash;
    words.add(source.slice(from, stop), from, stop);
    if (stop === end) break;
    const unicode = /^\\u[0-9a-fA-F]{4}/.test(source.slice(stop, stop + 6));
    const next = Math.min(stop + (unicode ? 6 : 2), end);
    const letter = source[stop + 1] ?? '';
    words.add(
      unicode
        ? String.fromCharCode(Number.parseInt(source.slice(stop + 2, stop + 6), 16))
        : (letters[letter] ?? letter),
      stop,
      next,
    );
    from = next;
  }
  return { text: words.text(), part: 'body', map: words.map(), encode: encodeJson };
}

function endsEscaped(source: string, from: number, to: number): boolean {
  let slashes = 0;
  while (to - slashes > from && source[to - slashes - 1] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** Words as they stand between the quotes of a JSON string. */
export function encodeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Reads line by line what has one record on each. */
function readLines(text: string, read: Reader): ReadDocument {
  const whole: { -readonly [Key in keyof ReadDocument]: ReadDocument[Key][number][] } = {
    blocks: [],
    comments: [],
    meta: [],
    notices: [],
  };
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const line = shiftedDocument(read(text.slice(start, end)), start, groupCount(whole.blocks));
    whole.blocks.push(...line.blocks);
    start = end + 1;
  }
  return whole;
}
