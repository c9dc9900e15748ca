import { locate, type OffsetMap } from '../offset-map.js';
import type { Block, Comment, Format, Notice, ReadDocument } from '../passage.js';
import { type Header, headerBlocks, headerMeta, lineEnd, readHeaders } from './email-headers.js';
import { guarded, nestedBlock, type Reader, shiftedBlock, shiftedDocument } from './embed.js';
import { mailBlocks } from './mail-text.js';
import { decodeQuotedPrintable, quotedPrintableEncoder } from './quoted-printable.js';

/** What the mail reader borrows from others. */
export interface EmailReaders {
  /** Reads HTML parts. Absent: only text parts are read. */
  readonly html?: Reader;
}

/**
 * Mail: `To`, `Cc`, `Bcc` and `Subject`, then the text, as Outlook's client sends it, or a message file (.eml) whose
 * parts are plain or quoted-printable. Packed parts (base64) are unpacked before they come here; see `documents`.
 */
export function createEmail(readers: EmailReaders = {}): Format {
  return {
    languageIds: ['email', 'eml', 'rfc822'],
    extensions: ['.eml'],
    read: guarded((text) => readEmail(text, readers)),
  };
}

interface Mail {
  readonly source: string;
  readonly readers: EmailReaders;
  readonly blocks: Block[];
  readonly comments: Comment[];
  readonly notices: Notice[];
}

/** Reads a mail, leaving out quoted threads and signatures. Offsets of the source. */
export function readEmail(source: string, readers: EmailReaders = {}): ReadDocument {
  const { headers, body } = readHeaders(
    source,
    source.charCodeAt(0) === 0xfeff ? 1 : 0,
    source.length,
  );
  const sent = headers.some((header) =>
    /^(?:mime-version|content-type|message-id|received)$/.test(header.name),
  );
  const mail: Mail = {
    source,
    readers,
    blocks: headerBlocks(headers, !sent),
    comments: [],
    notices: [],
  };
  readPart(mail, headers, body, source.length, 0);
  return {
    blocks: mail.blocks,
    comments: mail.comments,
    meta: headerMeta(headers),
    notices: mail.notices,
  };
}

/** One part: its text, or the parts that it consists of. */
function readPart(
  mail: Mail,
  headers: readonly Header[],
  start: number,
  end: number,
  depth: number,
): void {
  const type = headerValue(headers, 'content-type') || 'text/plain';
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  attachmentName(mail, headers);
  if (/^\s*multipart\//i.test(type) && boundary !== null) {
    if (depth < 8) readParts(mail, `--${boundary[1] ?? boundary[2] ?? ''}`, start, end, depth);
    return;
  }
  if (
    /^\s*attachment/i.test(headerValue(headers, 'content-disposition')) ||
    !/^\s*text\/(?:plain|html)/i.test(type)
  )
    return;
  const reader = /^\s*text\/html/i.test(type)
    ? mail.readers.html
    : (text: string): ReadDocument => ({
        blocks: mailBlocks(text),
        comments: [],
        meta: [],
        notices: [],
      });
  if (reader === undefined) return;
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? '';
  const encoding = headerValue(headers, 'content-transfer-encoding').trim().toLowerCase();
  if (encoding === 'base64') {
    mail.notices.push({
      message:
        'A part of this message is packed (base64) and was not read here. `chaperone check` unpacks it.',
      span: { start, end },
    });
  } else if (encoding === 'quoted-printable') {
    const { text, map } = decodeQuotedPrintable(mail.source, start, end, charset);
    addNested(
      mail,
      reader(text),
      map,
      quotedPrintableEncoder(mail.source.includes('\r\n') ? '\r\n' : '\n', charset),
    );
  } else {
    const shifted = shiftedDocument(reader(mail.source.slice(start, end)), start);
    mail.blocks.push(...shifted.blocks);
    mail.comments.push(...shifted.comments);
  }
}

function addNested(
  mail: Mail,
  document: ReadDocument,
  map: OffsetMap,
  encode: (text: string) => string,
): void {
  mail.blocks.push(...document.blocks.map((block) => nestedBlock(block, map, encode)));
  mail.comments.push(
    ...document.comments.map((comment) => ({ ...comment, span: locate(map, comment.span) })),
  );
}

/** Parts stand between lines that hold the boundary. */
function readParts(mail: Mail, boundary: string, start: number, end: number, depth: number): void {
  let part: number | undefined;
  for (let offset = start; offset < end; ) {
    const line = lineEnd(mail.source, offset, end);
    if (mail.source.startsWith(boundary, offset)) {
      if (part !== undefined) readSection(mail, part, offset, depth);
      part = mail.source.startsWith('--', offset + boundary.length) ? undefined : line.next;
    }
    offset = line.next;
  }
  if (part !== undefined) readSection(mail, part, end, depth);
}

function readSection(mail: Mail, start: number, end: number, depth: number): void {
  const { headers, body } = readHeaders(mail.source, start, end);
  readPart(mail, headers, body, end, depth + 1);
}

/** A file's name can tell who is on it. */
function attachmentName(mail: Mail, headers: readonly Header[]): void {
  for (const header of headers) {
    const name = header.name.startsWith('content-')
      ? /\b(?:file)?name\s*=\s*"([^"\n]+)"/i.exec(header.value)
      : null;
    if (name === null) continue;
    const text = name[1] as string;
    const start = header.span.start + name.index + name[0].length - text.length - 1;
    const block: Block = {
      text,
      part: 'data',
      role: 'filename',
      editable: false,
      encode: (words) => words,
      map: { text: [0], source: [0], sourceEnd: [text.length], textLength: text.length },
    };
    mail.blocks.push(shiftedBlock(block, start));
    return;
  }
}

function headerValue(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name === name)?.value ?? '';
}
