import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { lineEnd } from './email-headers.js';
import { shiftedBlock } from './embed.js';
import { readPlainText } from './plain-text.js';

/** The paragraphs that the author wrote: without the thread that the mail answers and without the signature. */
export function mailBlocks(text: string): Block[] {
  return ownWords(text).flatMap(({ start, end }) =>
    readPlainText(text.slice(start, end)).blocks.map((block) => shiftedBlock(block, start)),
  );
}

/** The stretches of a mail's text that are the author's own words. */
function ownWords(text: string): Span[] {
  const stretches: Span[] = [];
  let from = 0;
  for (let start = 0; start < text.length; ) {
    const line = lineEnd(text, start, text.length);
    const words = text.slice(start, Math.min(line.end, start + 400)).trim();
    const quoted = words.startsWith('>');
    const attribution = quoted ? 0 : attributionEnd(text, start);
    if (
      !quoted &&
      (isThreadStart(text, start, words) || (attribution > 0 && !isQuotedAfter(text, attribution)))
    ) {
      stretches.push({ start: from, end: start });
      return stretches;
    }
    if (quoted || attribution > 0) {
      stretches.push({ start: from, end: start });
      from = Math.max(line.next, attribution);
      start = from;
    } else start = line.next;
  }
  stretches.push({ start: from, end: text.length });
  return stretches;
}

/** What mail programs put above a thread, and the line above a signature. */
function isThreadStart(text: string, start: number, words: string): boolean {
  if (words === '--' || isThreadRule(words)) return true;
  return /^(?:\*?From:|_{10,}$)/.test(words) && isMessageHead(text.slice(start, start + 600));
}

/** True of a paragraph that mail programs put above the thread. */
export function beginsThread(paragraph: string): boolean {
  const head = paragraph.slice(0, 600);
  return isThreadRule(head) || (head.startsWith('From:') && isMessageHead(head));
}

function isThreadRule(words: string): boolean {
  return (
    /^-{2,}\s*(?:original message|forwarded message|reply above this line)\s*-{0,}/i.test(words) ||
    /^begin forwarded message:/i.test(words)
  );
}

/** "From: … Sent: … To: …", a line each. */
function isMessageHead(text: string): boolean {
  return (
    /^\*?From:/m.test(text) && /^\*?(?:Sent|Date):/m.test(text) && /^\*?(?:To|Subject):/m.test(text)
  );
}

/** The end of "On … wrote:", which may be wrapped over three lines; 0 where it does not stand here. */
function attributionEnd(text: string, start: number): number {
  if (!text.startsWith('On ', start)) return 0;
  let line = lineEnd(text, start, text.length);
  for (let count = 0; count < 3; count++) {
    const words = text.slice(start, line.end);
    if (words.length > 400 || /\n\s*\n/.test(words)) return 0;
    if (/\bwrote:\s*$/.test(words)) return line.next;
    if (line.next >= text.length) return 0;
    line = lineEnd(text, line.next, text.length);
  }
  return 0;
}

function isQuotedAfter(text: string, start: number): boolean {
  return /^\s*>/.test(text.slice(start, start + 200));
}
