import { BlockBuilder, type OffsetMap } from '../offset-map.js';
import { decodeBytes, utf8Text } from './utf8.js';

/** A header's value with folded lines joined and encoded words (`=?UTF-8?Q?…?=`) decoded; `start` is its source offset. */
export function decodeWords(value: string, start: number): { text: string; map: OffsetMap } {
  const words = new BlockBuilder();
  const piece =
    /=\?([\w-]{1,40})(?:\*[\w-]{0,20})?\?([bq])\?([^?\s]{0,400})\?=(\s+(?==\?))?|\r?\n[ \t]*|[^=\r\n]+|[=\r\n]/gi;
  for (const match of value.matchAll(piece)) {
    const from = start + match.index;
    const [source, charset, kind, encoded] = match;
    if (encoded === undefined || charset === undefined)
      words.add(/^\r?\n/.test(source) ? ' ' : source, from, from + source.length);
    else words.add(decoded(charset, kind ?? 'q', encoded), from, from + source.length);
  }
  return { text: words.text(), map: words.map() };
}

function decoded(charset: string, kind: string, encoded: string): string {
  const bytes = kind.toLowerCase() === 'b' ? fromBase64(encoded) : fromQ(encoded);
  return /^utf-?8$/i.test(charset) ? utf8Text(bytes) : decodeBytes(bytes);
}

function fromQ(encoded: string): number[] {
  const bytes: number[] = [];
  for (let index = 0; index < encoded.length; index++) {
    const hex =
      encoded[index] === '='
        ? /^[0-9a-f]{2}/i.exec(encoded.slice(index + 1, index + 3))?.[0]
        : undefined;
    if (hex !== undefined) index += 2;
    bytes.push(
      hex !== undefined
        ? Number.parseInt(hex, 16)
        : encoded[index] === '_'
          ? 32
          : encoded.charCodeAt(index) & 0xff,
    );
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function fromBase64(encoded: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of encoded) {
    const value = alphabet.indexOf(letter);
    if (value === -1) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}
