import { BlockBuilder, type OffsetMap } from '../offset-map.js';
import { codePointAt, decodeBytes, utf8Bytes } from './utf8.js';

/** Quoted-printable source between two offsets, decoded; soft line breaks vanish, each character maps to all its bytes. */
export function decodeQuotedPrintable(
  source: string,
  start: number,
  end: number,
  charset: string,
): { text: string; map: OffsetMap } {
  const words = new BlockBuilder();
  const utf8 = /^utf-?8$|^$/i.test(charset);
  let bytes: number[] = [];
  let places: number[] = [];
  const flush = () => {
    for (let index = 0; index < bytes.length; ) {
      const { point, length } = utf8 ? codePointAt(bytes, index) : { point: 0, length: 1 };
      const text = utf8 ? String.fromCodePoint(point) : decodeBytes([bytes[index] as number]);
      words.add(text, places[index] as number, (places[index + length - 1] as number) + 3);
      index += length;
    }
    bytes = [];
    places = [];
  };
  for (let offset = start; offset < end; ) {
    const mark = source.indexOf('=', offset);
    const stop = mark === -1 || mark >= end ? end : mark;
    if (stop > offset) {
      flush();
      words.add(source.slice(offset, stop), offset, stop);
    }
    if (stop === end) break;
    const soft = /^=[ \t]*\r?\n/.exec(source.slice(stop, Math.min(stop + 20, end)))?.[0];
    const hex = /^=([0-9a-f]{2})/i.exec(source.slice(stop, Math.min(stop + 3, end)))?.[1];
    if (soft !== undefined) offset = stop + soft.length;
    else if (hex !== undefined) {
      bytes.push(Number.parseInt(hex, 16));
      places.push(stop);
      offset = stop + 3;
    } else {
      flush();
      words.add('=', stop, stop + 1);
      offset = stop + 1;
    }
  }
  flush();
  return { text: words.text(), map: words.map() };
}

/** Writes words as quoted-printable with the text's own line breaks; lines stay under 76 characters. */
export function quotedPrintableEncoder(
  lineBreak: string,
  charset: string,
): (text: string) => string {
  const utf8 = /^utf-?8$|^$/i.test(charset);
  return (text) => {
    let encoded = '';
    // The words before an edit on the same line are not known here, so the first line is kept short.
    let column = 30;
    for (const character of text) {
      if (character === '\n') {
        encoded += lineBreak;
        column = 0;
        continue;
      }
      const piece = /[\t -<>-~]/.test(character)
        ? character
        : bytesOf(character, utf8)
            .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
            .join('');
      if (column + piece.length > 72) {
        encoded += `=${lineBreak}`;
        column = 0;
      }
      encoded += piece;
      column += piece.length;
    }
    return encoded;
  };
}

/** Bytes of a character; in a single-byte character set what it does not have is written in plain letters. */
function bytesOf(character: string, utf8: boolean): number[] {
  if (utf8) return utf8Bytes(character);
  const code = character.codePointAt(0) as number;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return [code];
  const plain: Readonly<Record<string, string>> = {
    '\u2018': "'",
    '\u2019': "'",
    '\u201c': '"',
    '\u201d': '"',
    '\u2013': '-',
    '\u2014': '-',
    '\u2026': '...',
  };
  return Array.from(plain[character] ?? '?', (letter) => letter.charCodeAt(0));
}
