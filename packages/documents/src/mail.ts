import { type Edit, type MailPart, partsOfMail, type Span } from '@chaperone/core';
import {
  DocumentError,
  type DocumentPart,
  edited,
  type NamedPlace,
  type OpenedDocument,
} from './opened.js';

/** How a mail's bytes are read as text and written back. */
interface Charset {
  decode(bytes: Uint8Array): string;
  /** Undefined where the character set lacks a character. */
  encode(text: string): Uint8Array | undefined;
}

interface PackedPart extends DocumentPart {
  readonly source: MailPart;
  readonly charset: Charset;
}

/**
 * Opens a mail file: the message as it stands, which core reads, and each text part that is packed in base64, unpacked.
 * A file without headers is all text. Throws DocumentError.
 */
export function openMail(bytes: Uint8Array): OpenedDocument {
  if (bytes.length === 0) throw new DocumentError('damaged', 'This file is empty.');
  if (bytes.includes(0))
    throw new DocumentError(
      'not-a-document',
      'This file is not a mail message, although its name says so.',
    );
  const charset = decodesAsUtf8(bytes) ? utf8 : western;
  const text = charset.decode(bytes);
  const hasHeaders = /^\ufeff?(?:From |[A-Za-z][\w-]{0,60}[ \t]*:)/.test(text);
  const packed = partsOfMail(text)
    .filter(
      (part) =>
        part.encoding === 'base64' && !part.attached && /^text\/(?:plain|html)$/.test(part.type),
    )
    .map((part, index) => unpack(text, part, index));
  const whole: DocumentPart = {
    name: 'message',
    languageId: 'email',
    text,
    partLabel: 'message',
    places: linesOf(text, 'line'),
    locate: (span) => span,
  };
  const apply = (edits: ReadonlyMap<string, readonly Edit[]>): Uint8Array => {
    const changes = [
      ...(edits.get('message') ?? []),
      ...packed.flatMap((part) => repack(text, part, edits.get(part.name) ?? [])),
    ];
    const result = edited(text, changes);
    return charset.encode(result) ?? (utf8.encode(result) as Uint8Array);
  };
  return {
    parts: [
      whole,
      ...packed.map((part) => ({
        name: part.name,
        languageId: part.languageId,
        text: part.text,
        partLabel: part.partLabel,
        places: part.places,
        locate: packedPlace(text, part),
      })),
    ],
    notes: hasHeaders ? [] : ['it has no mail headers, so it is read as text alone'],
    apply,
  };
}

function unpack(text: string, source: MailPart, index: number): PackedPart {
  const charset =
    source.charset === '' || /^(?:utf-?8|us-ascii)$/.test(source.charset) ? utf8 : western;
  const bytes = Buffer.from(text.slice(source.start, source.end), 'base64');
  const html = source.type === 'text/html';
  const words = charset.decode(bytes);
  // A text part of a mail is mail too: its quoted thread is not the author's. An empty line stands for no headers.
  return {
    name: `part-${index + 1}`,
    languageId: html ? 'html' : 'email',
    text: words,
    partLabel: html ? 'HTML part' : 'text part',
    places: linesOf(words, html ? 'HTML part, line' : 'text part, line'),
    source,
    charset,
  };
}

function linesOf(text: string, unit: string): NamedPlace[] {
  const places: NamedPlace[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const bare = text[end - 1] === '\r' ? end - 1 : end;
    places.push({
      span: { start, end: Math.max(start, bare) },
      name: `${unit} ${places.length + 1}`,
    });
    start = end + 1;
  }
  return places;
}

/** Leads from a packed part's text to the letters of its base64 that hold those characters. Offsets of the message. */
function packedPlace(message: string, { source, charset, text }: PackedPart): (span: Span) => Span {
  const letters: number[] = [];
  for (let offset = source.start; offset < source.end; offset++)
    if (/[A-Za-z0-9+/_-]/.test(message[offset] as string)) letters.push(offset);
  const byteAt = (offset: number) => charset.encode(text.slice(0, offset))?.length ?? offset;
  // Four letters hold three bytes.
  const letter = (bits: number) => letters[Math.min(Math.floor(bits / 6), letters.length - 1)];
  return ({ start, end }) => {
    const first = letter(byteAt(start) * 8) ?? source.start;
    const last = end > start ? (letter(byteAt(end) * 8 - 1) ?? source.end - 1) : first - 1;
    return { start: first, end: last + 1 };
  };
}

/** The part packed again with its edits, in lines of 76 characters. */
function repack(text: string, part: PackedPart, edits: readonly Edit[]): Edit[] {
  if (edits.length === 0) return [];
  const words = edited(part.text, edits);
  const bytes = part.charset.encode(words) ?? part.charset.encode(plain(words));
  if (bytes === undefined) return [];
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, `$&${lineBreak}`);
  const tail = /\s*$/.exec(text.slice(part.source.start, part.source.end))?.[0] ?? '';
  return [{ span: { start: part.source.start, end: part.source.end }, text: lines + tail }];
}

/** Typographic marks in plain letters, and what else a Western character set lacks as a question mark. */
function plain(text: string): string {
  return Array.from(text, (character) =>
    western.encode(character) === undefined ? '?' : character,
  ).join('');
}

function decodesAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const utf8: Charset = {
  decode: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
  encode: (text) => new TextEncoder().encode(text),
};

/** What Windows-1252 has at 0x80 to 0x9F. Written out, since some runtimes decode it as ISO 8859-1. */
const high =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Windows-1252, which also stands for ISO 8859-1: each byte is one character, so nothing is lost on the way back. */
const western: Charset = {
  decode: (bytes) =>
    Array.from(bytes, (byte) =>
      byte >= 0x80 && byte < 0xa0 ? high[byte - 0x80] : String.fromCharCode(byte),
    ).join(''),
  encode: (text) => {
    const bytes = Array.from(text, westernByte);
    return bytes.includes(-1) ? undefined : Uint8Array.from(bytes);
  },
};

function westernByte(character: string): number {
  const index = high.indexOf(character);
  if (index !== -1) return 0x80 + index;
  const code = character.codePointAt(0) as number;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : -1;
}
