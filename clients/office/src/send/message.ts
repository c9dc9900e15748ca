import * as words from '../strings.js';
import type { SendFinding } from './look.js';

/** Outlook shows no more, in characters. */
export const longestMessage = 500;
/** Places named one by one. */
const mostNamed = 3;
/** Characters of a quotation. */
const longestQuote = 60;

/** What the dialog says: what a reader would learn, where, and how many more there are. Plain text of at most 500 characters. */
export function sendMessage(findings: readonly SendFinding[]): string {
  for (let named = Math.min(mostNamed, findings.length); named > 0; named--) {
    const rows = findings
      .slice(0, named)
      .map((one) => `• ${one.message} (“${shortened(one.words, longestQuote)}”)`);
    const left = findings.length - named;
    const text = [words.sendIntro, ...rows, ...(left > 0 ? [words.sendMore(left)] : [])].join('\n');
    if (text.length <= longestMessage) return text;
  }
  return shortened(`${words.sendIntro} ${words.count(findings.length)}.`, longestMessage);
}

function shortened(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  // Never half a surrogate pair.
  return `${plain.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
