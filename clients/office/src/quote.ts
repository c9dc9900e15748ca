import type { FoundFix } from './found.js';
import { edited, type ParagraphEdit } from './host.js';

/** A finding's words with some of what stands around them. */
export interface Quote {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** Characters of context on either side. */
const around = 60;

/** The words in their context, cut at word borders. */
export function quoteOf(found: {
  readonly paragraph: { readonly text: string };
  readonly start: number;
  readonly end: number;
}): Quote {
  const { text } = found.paragraph;
  const from = Math.max(0, found.start - around);
  const to = Math.min(text.length, found.end + around);
  const head = text.slice(from, found.start);
  const tail = text.slice(found.end, to);
  return {
    before: tidy(from > 0 ? `… ${head.slice(head.search(/\s\S/) + 1)}` : head),
    words: tidy(text.slice(found.start, found.end)),
    after: tidy(to < text.length ? `${tail.replace(/\s\S*$/, '')} …` : tail),
  };
}

/** How the sentences around a fix read once it is made, wherever it writes; empty when nothing of them is left. */
export function previewOf(fix: FoundFix): string {
  const byKey = new Map<string, FoundFix['edits'][number][]>();
  for (const edit of fix.edits) byKey.set(edit.key, [...(byKey.get(edit.key) ?? []), edit]);
  return [...byKey.values()]
    .map((edits) => sentencesAfter(edits[0]!.before, edits))
    .filter((words) => words !== '')
    .join(' ');
}

function sentencesAfter(text: string, edits: readonly ParagraphEdit[]): string {
  const start = sentenceStart(text, Math.min(...edits.map((edit) => edit.start)));
  const end = sentenceEnd(text, Math.max(...edits.map((edit) => edit.end)));
  const after = edited(text, edits);
  return tidy(after.slice(start, after.length - (text.length - end))).trim();
}

/** A sentence has just ended. */
const ended = /(?:[.!?…]["'”’)]*\s*|[\n\v])$/;

/** Where the sentence that holds the offset begins; the offset itself where one ends before it. */
function sentenceStart(text: string, offset: number): number {
  const head = text.slice(0, offset);
  if (ended.test(head)) return offset;
  let start = 0;
  for (const end of head.matchAll(/[.!?…]["'”’)]*\s+|[\n\v]/g)) start = end.index + end[0].length;
  return head.slice(start).trim() === '' ? offset : start;
}

/** Where the sentence that holds the offset ends; the offset itself where one has just ended. */
function sentenceEnd(text: string, offset: number): number {
  if (ended.test(text.slice(0, offset))) return offset;
  const rest = text.slice(offset);
  const end = /[.!?…]["'”’)]*(?=\s|$)|(?=[\n\v])|$/.exec(rest);
  return offset + (end ? end.index + end[0].length : rest.length);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ');
}
