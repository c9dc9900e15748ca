import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Channel, Span } from '@chaperone/core';

/** Words that a reader of the copy learns something from, and the rules that may say so. */
export interface Mark {
  /** The rule that fits best first; any of the others is just as right. */
  readonly rules: readonly string[];
  readonly words: string;
  /** Where the words stand in the text, UTF-16 code units. */
  readonly span: Span;
}

/** One labelled text of the corpus. */
export interface CorpusText {
  readonly id: string;
  /** The file's name without its ending: the style the text is written in. */
  readonly file: string;
  readonly channel: Channel;
  readonly languageId: string;
  /** True when at level standard nothing may be worse than info. */
  readonly clean: boolean;
  /** The review being answered. */
  readonly review?: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** The repository's own corpus directory. */
export const corpusDirectory = fileURLToPath(new URL('../../../corpus/', import.meta.url));

const channelOf: Readonly<Record<string, Channel>> = {
  RR: 'review-reply',
  SP: 'social-post',
  DM: 'direct-message',
  NL: 'newsletter',
  WP: 'web-page',
  ID: 'internal-draft',
};

/** Reads all labelled texts, files in alphabetical order. Throws, with file and id, on a text that breaks the format. */
export function readCorpus(directory = corpusDirectory): CorpusText[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  return names
    .sort()
    .flatMap((name) => parseCorpus(name.slice(0, -4), readFileSync(join(directory, name), 'utf8')));
}

/** Reads one file of labelled texts; corpus/README.md describes the format. Throws on a text that breaks it. */
export function parseCorpus(file: string, source: string): CorpusText[] {
  const pieces = source.replaceAll('\r\n', '\n').split(/^=== /m).slice(1);
  return pieces.map((piece) => parseText(file, piece));
}

function parseText(file: string, piece: string): CorpusText {
  const [head = '', ...lines] = piece.split('\n');
  const [id = '', code = '', languageId = '', label = ''] = head.trim().split(/\s+/);
  const fail = (message: string): never => {
    throw new Error(`corpus/${file}.txt, ${id}: ${message}`);
  };
  const channel = channelOf[code] ?? fail(`there is no channel "${code}"`);
  if (label !== 'clean' && label !== 'violating') fail(`the label is "${label}"`);
  const review = lines[0]?.startsWith('~ ') ? lines.shift()?.slice(2).trim() : undefined;
  const isMark = (line: string) => /^! [a-z0-9|-]+ : /.test(line);
  const text = lines
    .filter((line) => !isMark(line))
    .join('\n')
    .replace(/\s+$/, '');
  const marks = lines.filter(isMark).map((line) => {
    const [, names = '', words = ''] = /^! ([a-z0-9|-]+) : (.*)$/.exec(line) ?? [];
    const start = text.indexOf(words.trim());
    if (start < 0) fail(`"${words}" does not stand in the text`);
    return {
      rules: names.split('|'),
      words: words.trim(),
      span: { start, end: start + words.trim().length },
    };
  });
  if ((label === 'clean') !== (marks.length === 0)) fail(`${label} with ${marks.length} marks`);
  return {
    id,
    file,
    channel,
    languageId,
    clean: label === 'clean',
    ...(review ? { review } : {}),
    text,
    marks,
  };
}

/** The two texts of a minimal pair share a key, and so does a text with itself. */
export function pairKey(id: string): string {
  return id.replace(/(\d)[ab]$/, '$1');
}

/** True for the fifth of the corpus that nobody trains on or writes rules from. */
export function isHeldOut(id: string): boolean {
  return fnv1a(pairKey(id)) % 5 === 0;
}

/** The 32-bit FNV-1a hash of a text's UTF-8 bytes. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
