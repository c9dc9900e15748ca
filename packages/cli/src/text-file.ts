import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';

/** A file's copy. `text` is without the byte order mark; `bom` says whether the file starts with one. */
export interface Source {
  readonly text: string;
  readonly bom: boolean;
}

/** Why a file cannot be checked, where, and what to do about it. */
export interface Unreadable {
  readonly reason: string;
  readonly remedy: string;
  /** One-based. */
  readonly line?: number;
  readonly column?: number;
  readonly kind: 'missing' | 'unreadable' | 'folder' | 'large' | 'binary' | 'encoding' | 'empty';
}

/** More than this is an export or a log, not copy; reading it would take minutes. In bytes. */
export const largest = 10 * 1024 * 1024;

/** Formats that people keep copy in and that are not read, with what to do instead. */
const others: readonly (readonly [RegExp, string])[] = [
  [
    /\.(?:doc|dot|odt|rtf|pages|wpd|gdoc)$/i,
    'Save it as a Word document (.docx), or give its text.',
  ],
  [/\.pdf$/i, 'Check the document that it was made from, or give its text.'],
  [/\.(?:msg|oft|mbox)$/i, 'Save the mail as .eml, or give its text.'],
  [/\.(?:xlsx?|ods|numbers|gsheet)$/i, 'Save the table as .csv.'],
  [/\.(?:pptx?|odp|key|gslides)$/i, 'Save its words as text.'],
];

/** Reads a file's bytes; a message instead when there is no such file, it may not be read, or its format is not read. */
export async function readBytes(path: string): Promise<Buffer | Unreadable> {
  try {
    const { size } = await stat(path);
    const remedy = others.find(([name]) => name.test(path))?.[1];
    if (remedy !== undefined)
      return { kind: 'binary', reason: 'its format is not one that is read', remedy };
    if (size > largest) return tooLarge(size);
    return await readFile(path);
  } catch (error) {
    return unreadable(error);
  }
}

/** Reads copy from bytes; a message instead when they are not UTF-8 text. */
export function readText(bytes: Buffer): Source | Unreadable {
  if (bytes.length === 0) return empty;
  if (bytes.length > largest) return tooLarge(bytes.length);
  const utf16 = utf16Kind(bytes);
  if (utf16 !== undefined) {
    const remedy =
      'Save it as UTF-8: in your editor choose "Save with Encoding", or run iconv -f UTF-16 -t UTF-8.';
    return { kind: 'encoding', reason: `it is ${utf16}, not UTF-8`, remedy };
  }
  if (bytes.includes(0)) {
    return {
      kind: 'binary',
      reason: 'it is a binary file, not text',
      remedy: 'Give text, or leave the file out.',
    };
  }
  if (!isUtf8(bytes)) return notUtf8(bytes);
  const text = bytes.toString('utf8');
  const bom = text.charCodeAt(0) === 0xfeff;
  const copy = bom ? text.slice(1) : text;
  return copy.trim() === '' ? empty : { text: copy, bom };
}

/** The file's text as it will be written: the byte order mark kept where there was one. */
export function fullText(source: Source): string {
  return source.bom ? `\uFEFF${source.text}` : source.text;
}

export function isUnreadable(value: object): value is Unreadable {
  return 'remedy' in value;
}

/** `PATH:LINE:COLUMN: reason`, and the remedy on the next line. */
export function describeUnreadable(path: string, problem: Unreadable): string {
  const place =
    problem.line === undefined ? path : `${path}:${problem.line}:${problem.column ?? 1}`;
  return `${place}: not checked, because ${problem.reason}.\n${problem.remedy}`;
}

const empty: Unreadable = {
  kind: 'empty',
  reason: 'it is empty',
  remedy: 'Write the copy first, or leave the file out.',
};

function tooLarge(size: number): Unreadable {
  const megabytes = Math.ceil(size / 1024 / 1024);
  return {
    kind: 'large',
    reason: `it is too large (${megabytes} MB; 10 MB at most)`,
    remedy: 'Split it into smaller files.',
  };
}

function unreadable(error: unknown): Unreadable {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return {
      kind: 'missing',
      reason: 'there is no such file',
      remedy: 'Check the name and the folder you are in.',
    };
  }
  if (code === 'EISDIR')
    return { kind: 'folder', reason: 'it is a folder', remedy: 'Give a file.' };
  if (code === 'EACCES' || code === 'EPERM') {
    return {
      kind: 'unreadable',
      reason: 'you may not read it',
      remedy: 'Ask its owner for read access.',
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    kind: 'unreadable',
    reason: `it cannot be read (${reason})`,
    remedy: 'Check that the disk and the file are well.',
  };
}

/** UTF-16 by its byte order mark, or by a zero in every other one of the first bytes. */
function utf16Kind(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 (little endian)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 (big endian)';
  const head = bytes.subarray(0, 64);
  if (head.length < 4) return undefined;
  const zeros = (from: number) => head.every((byte, index) => index % 2 !== from || byte === 0);
  const text = (from: number) => head.every((byte, index) => index % 2 !== from || byte !== 0);
  if (zeros(1) && text(0)) return 'UTF-16 (little endian)';
  if (zeros(0) && text(1)) return 'UTF-16 (big endian)';
  return undefined;
}

function notUtf8(bytes: Buffer): Unreadable {
  let line = 1;
  let start = 0;
  for (;;) {
    const newline = bytes.indexOf(10, start);
    const end = newline === -1 ? bytes.length : newline + 1;
    if (!isUtf8(bytes.subarray(start, end)) || newline === -1) break;
    start = end;
    line++;
  }
  return {
    kind: 'encoding',
    reason: 'it is not UTF-8 from here on',
    remedy:
      'Save it as UTF-8: in your editor choose "Save with Encoding". Older Windows files are often Windows-1252.',
    line,
    column: validPrefix(bytes, start) + 1,
  };
}

/** How many UTF-16 code units of the line that starts at `start` can be read. */
function validPrefix(bytes: Buffer, start: number): number {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let units = 0;
  for (let index = start; index < bytes.length; index++) {
    try {
      units += decoder.decode(bytes.subarray(index, index + 1), { stream: true }).length;
    } catch {
      return units;
    }
  }
  return units;
}
