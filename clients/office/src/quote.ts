import type { Found, FoundFix } from './checking.js';
import { edited } from './host.js';

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

/** What a fix writes in the finding's paragraph: the new words where the old ones stood; empty when it only removes. */
export function previewOf(found: Found, fix: FoundFix): string {
  const { key, text } = found.paragraph;
  const own = fix.edits.filter((edit) => edit.key === key);
  if (own.length === 0) return '';
  const start = Math.min(...own.map((edit) => edit.start));
  const end = Math.max(...own.map((edit) => edit.end));
  const after = edited(text, own);
  return tidy(after.slice(start, after.length - (text.length - end))).trim();
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ');
}
