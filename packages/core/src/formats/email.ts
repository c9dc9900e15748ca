import { locate, type OffsetMap, straight } from '../offset-map.js';
import type { Block, Comment, Format, Notice, ReadDocument } from '../passage.js';
import { headerBlocks, headerMeta, readHeaders } from './email-headers.js';
import { groupCount, guarded, nestedBlock, type Reader, shiftedDocument } from './embed.js';
import { type MailPart, mailParts } from './mail-parts.js';
import { mailBlocks } from './mail-text.js';
import { asIs } from './plain-text.js';
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
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const { headers, body } = readHeaders(source, start, source.length);
  const sent = headers.some((header) =>
    /^(?:mime-version|content-type|message-id|received)$/.test(header.name),
  );
  const blocks = headerBlocks(headers, !sent);
  const mail: Mail = { source, readers, blocks, comments: [], notices: [] };
  for (const part of mailParts(source, headers, body, source.length)) readPart(mail, part);
  return { blocks, comments: mail.comments, meta: headerMeta(headers), notices: mail.notices };
}

function readPart(mail: Mail, part: MailPart): void {
  const { start, end, charset } = part;
  mail.blocks.push(...attachmentName(part));
  const reader = part.attached ? undefined : readerOf(part.type, mail.readers);
  if (reader === undefined) return;
  if (part.encoding === 'base64') {
    const message =
      'A part of this message is packed (base64) and was not read. The command line reads it in a saved mail (.eml).';
    mail.notices.push({ message, span: { start, end } });
  } else if (part.encoding === 'quoted-printable') {
    const { text, map } = decodeQuotedPrintable(mail.source, start, end, charset);
    const lineBreak = mail.source.includes('\r\n') ? '\r\n' : '\n';
    addNested(mail, reader(text), map, quotedPrintableEncoder(lineBreak, charset));
  } else {
    const read = reader(mail.source.slice(start, end));
    const shifted = shiftedDocument(read, start, groupCount(mail.blocks));
    mail.blocks.push(...shifted.blocks);
    mail.comments.push(...shifted.comments);
  }
}

function readerOf(type: string, readers: EmailReaders): Reader | undefined {
  if (type === 'text/html') return readers.html;
  if (type !== 'text/plain') return undefined;
  return (text) => ({ blocks: mailBlocks(text), comments: [], meta: [], notices: [] });
}

function addNested(
  mail: Mail,
  document: ReadDocument,
  map: OffsetMap,
  encode: (text: string) => string,
): void {
  const { blocks, comments } = shiftedDocument(document, 0, groupCount(mail.blocks));
  mail.blocks.push(...blocks.map((block) => nestedBlock(block, map, encode)));
  for (const comment of comments) {
    mail.comments.push({ ...comment, span: locate(map, comment.span) });
  }
}

/** A file's name can tell who is on it. */
function attachmentName(part: MailPart): Block[] {
  for (const { name, value, span } of part.headers) {
    const found = name.startsWith('content-') ? /\bname\s*=\s*"([^"\n]+)"/i.exec(value) : null;
    const file =
      found ?? (name.startsWith('content-') ? /\bfilename\s*=\s*"([^"\n]+)"/i.exec(value) : null);
    if (file === null) continue;
    const text = file[1] as string;
    const start = span.start + file.index + file[0].length - text.length - 1;
    const map = straight(start, text.length);
    return [{ text, part: 'data', role: 'filename', editable: false, encode: asIs, map }];
  }
  return [];
}
