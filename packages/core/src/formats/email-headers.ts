import type { Edit } from '../finding.js';
import { locate, straight } from '../offset-map.js';
import type { Block, MetaEntry, Part } from '../passage.js';
import type { Span } from '../span.js';
import { decodeWords } from './encoded-words.js';
import { utf8Bytes } from './utf8.js';

/** A header field of a message or of one of its parts. Offsets of the source. */
export interface Header {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
  readonly span: Span;
  /** Where the name stands. */
  readonly label: Span;
}

const known =
  /^(?:to|cc|bcc|from|subject|date|reply-to|sender|mime-version|content-[a-z-]+|message-id|received|return-path|delivered-to|in-reply-to|references|list-[a-z-]+|x-[\w-]+|dkim-signature|authentication-results|arc-[a-z-]+|preheader|thread-topic|thread-index|importance)$/i;

/** The header fields from `start` on, and where the text below them begins; none where the text does not begin with one. */
export function readHeaders(
  source: string,
  start: number,
  end: number,
): { headers: readonly Header[]; body: number } {
  const headers: Header[] = [];
  let offset = start;
  while (offset < end) {
    const line = lineEnd(source, offset, end);
    if (source.slice(offset, line.end).trim() === '')
      return { headers, body: headers.length === 0 ? start : line.next };
    const name = /^([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*/.exec(
      source.slice(offset, Math.min(line.end, offset + 100)),
    );
    const isField = name !== null && (known.test(name[1] as string) || headers.length > 0);
    if (!isField || name === null) return { headers, body: headers.length === 0 ? start : offset };
    let last = line;
    while (
      last.next < end &&
      (source[last.next] === ' ' || source[last.next] === '\t') &&
      source.slice(last.next, lineEnd(source, last.next, end).end).trim() !== ''
    )
      last = lineEnd(source, last.next, end);
    const from = Math.min(offset + name[0].length, last.end);
    headers.push({
      name: (name[1] as string).toLowerCase(),
      value: source.slice(from, last.end),
      span: { start: from, end: last.end },
      label: { start: offset, end: offset + (name[1] as string).length },
    });
    offset = last.next;
  }
  return { headers, body: end };
}

/** A line's end without its line break, and the start of the next one. */
export function lineEnd(source: string, start: number, end: number): { end: number; next: number } {
  const feed = source.indexOf('\n', start);
  if (feed === -1 || feed >= end) return { end, next: end };
  return { end: source[feed - 1] === '\r' && feed > start ? feed - 1 : feed, next: feed + 1 };
}

/** The blocks of the fields that a fix may concern: whom it goes to, and what it is called. */
export function headerBlocks(headers: readonly Header[], plain: boolean): Block[] {
  const parts: Readonly<Record<string, Part>> = {
    to: 'recipients',
    cc: 'recipients',
    bcc: 'recipients',
    subject: 'subject',
    preheader: 'subject',
  };
  const blocks: Block[] = [];
  for (const header of headers) {
    const part = parts[header.name];
    if (part !== undefined && header.value.trim() !== '')
      blocks.push({ ...fieldBlock(header, plain), part, role: header.name, label: header.label });
  }
  return blocks;
}

function fieldBlock(header: Header, plain: boolean): Block {
  const coded = header.value.includes('=?') || header.value.includes('\n');
  const { text, map } = coded
    ? decodeWords(header.value, header.span.start)
    : { text: header.value, map: straight(header.span.start, header.value.length) };
  const block: Block = { text, part: 'body', map, encode: plain ? oneLine : encodeHeader };
  if (plain || header.name !== 'subject') return block;
  // Encoded words swallow the space between them, so a subject that has or needs some is written anew.
  const replace = (span: Span, words: string): Edit[] => {
    const whole = text.slice(0, span.start) + words + text.slice(span.end);
    if (!coded && isAscii(whole)) return [{ span: locate(map, span), text: oneLine(words) }];
    return [{ span: header.span, text: encodeHeader(whole) }];
  };
  return { ...block, replace };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

/** Words of a header of a sent message: encoded where they are more than ASCII. */
function encodeHeader(text: string): string {
  const words = oneLine(text).split(' ');
  const first = words.findIndex((word) => !isAscii(word));
  if (first === -1) return words.join(' ');
  const last = words.length - [...words].reverse().findIndex((word) => !isAscii(word));
  const encoded = wordPieces(words.slice(first, last).join(' ')).map(
    (piece) => `=?UTF-8?Q?${quoted(piece)}?=`,
  );
  return [...words.slice(0, first), ...encoded, ...words.slice(last)].join(' ');
}

function isAscii(word: string): boolean {
  return Array.from(word).every((character) => character < '\u0080');
}

/** Pieces short enough for an encoded word of 75 characters, cut between code points. */
function wordPieces(words: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of words) {
    if (quoted(piece + character).length > 60) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Words in the Q encoding of headers. */
function quoted(text: string): string {
  const hex = (byte: number) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  const letter = (byte: number) =>
    /[A-Za-z0-9-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hex(byte);
  return utf8Bytes(text)
    .map((byte) => (byte === 32 ? '_' : letter(byte)))
    .join('');
}

/** Fields as meta entries, for what they say about the message. */
export function headerMeta(headers: readonly Header[]): MetaEntry[] {
  return headers
    .filter((header) => !/^(?:received|dkim|arc|authentication)/.test(header.name))
    .map((header) => ({
      key: header.name,
      value: decodeWords(header.value, 0).text.trim(),
      span: header.span,
    }));
}
