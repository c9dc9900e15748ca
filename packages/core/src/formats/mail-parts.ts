import { type Header, lineEnd, readHeaders } from './email-headers.js';

/** A part of a message that consists of no further parts. Offsets of the source. */
export interface MailPart {
  readonly headers: readonly Header[];
  /** Where its content stands, still in its transfer encoding. */
  readonly start: number;
  readonly end: number;
  /** Lower case: text/plain, text/html, image/jpeg, … */
  readonly type: string;
  /** Lower case; empty where the part does not say. */
  readonly charset: string;
  /** Lower case: 7bit, 8bit, quoted-printable, base64; empty where the part does not say. */
  readonly encoding: string;
  readonly attached: boolean;
}

/** Multipart in multipart beyond this depth is not looked at. */
const deepest = 8;

/** The parts of a message whose headers were read, in source order. */
export function mailParts(
  source: string,
  headers: readonly Header[],
  start: number,
  end: number,
  depth = 0,
): MailPart[] {
  const type = headerValue(headers, 'content-type') || 'text/plain';
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (/^\s*multipart\//i.test(type)) {
    if (boundary === null || depth >= deepest) return [];
    return sections(source, `--${boundary[1] ?? boundary[2] ?? ''}`, start, end).flatMap(
      (section) => {
        const inner = readHeaders(source, section.start, section.end);
        return mailParts(source, inner.headers, inner.body, section.end, depth + 1);
      },
    );
  }
  return [
    {
      headers,
      start,
      end,
      type: /^[^;\s]*/.exec(type.trim().toLowerCase())?.[0] ?? '',
      charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]?.toLowerCase() ?? '',
      encoding: headerValue(headers, 'content-transfer-encoding').trim().toLowerCase(),
      attached: /^\s*attachment/i.test(headerValue(headers, 'content-disposition')),
    },
  ];
}

/** Sections stand between lines that begin with the boundary. */
function sections(
  source: string,
  boundary: string,
  start: number,
  end: number,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from: number | undefined;
  for (let offset = start; offset < end; ) {
    const line = lineEnd(source, offset, end);
    if (source.startsWith(boundary, offset)) {
      if (from !== undefined) found.push({ start: from, end: offset });
      from = source.startsWith('--', offset + boundary.length) ? undefined : line.next;
    }
    offset = line.next;
  }
  if (from !== undefined) found.push({ start: from, end });
  return found;
}

function headerValue(headers: readonly Header[], name: string): string {
  return headers.find((header) => header.name === name)?.value ?? '';
}

/** The parts of a message (.eml), in source order. Offsets of the source. */
export function partsOfMail(source: string): MailPart[] {
  const { headers, body } = readHeaders(
    source,
    source.charCodeAt(0) === 0xfeff ? 1 : 0,
    source.length,
  );
  return mailParts(source, headers, body, source.length);
}
