import { overlaps } from '../../span.js';
import { findAddresses, findZips } from './address.js';
import { findAges, findDates } from './dates.js';
import type { Found, Source } from './found.js';
import { findLabelled } from './labelled.js';
import { findEmails, findHandles, findUrls } from './links.js';
import { findCards, findNetwork, findPhones, findSelfEvident, findSsns } from './numbers.js';

/** Every identifier in a plain text, in order, without overlaps. */
export function findIdentifiers({ text }: Source): Found[] {
  const found: Found[] = [...findEmails(text), ...findUrls(text), ...findHandles(text)];
  // All the rest holds a digit, and most of it several.
  const { digits, run } = countsOf(text);
  if (digits > 0) {
    found.push(...findLabelled(text));
    if (digits >= 9) found.push(...findSsns(text));
    if (digits >= 12) found.push(...findCards(text));
    if (digits >= 4 || text.includes(':') || text.includes('-')) found.push(...findNetwork(text));
    if (digits >= 5 || run >= 17 || /[a-z]{2}\d{2}/i.test(text))
      found.push(...findSelfEvident(text));
    if (digits >= 7) found.push(...findPhones(text));
    found.push(...findDates(text), ...findAges(text), ...findAddresses(text), ...findZips(text));
  }
  return settle(found);
}

/** How many digits stand in a text, and how long its longest run of letters and digits is. */
function countsOf(text: string): { readonly digits: number; readonly run: number } {
  let digits = 0;
  let run = 0;
  let longest = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit) digits++;
    if (isDigit || ((code | 32) >= 97 && (code | 32) <= 122)) run++;
    else {
      if (run > longest) longest = run;
      run = 0;
    }
  }
  return { digits, run: Math.max(run, longest) };
}

/** Where identifiers overlap, the surer one stays, then the longer one; what an e-mail or an address holds is part of it. */
function settle(found: readonly Found[]): Found[] {
  const ranked = [...found].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      b.score - a.score ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: Found[] = [];
  for (const one of ranked) if (!kept.some((other) => overlaps(other, one))) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

function rank({ kind }: Found): number {
  if (kind === 'EMAIL') return 2;
  return kind === 'ADDRESS' || kind === 'URL' ? 1 : 0;
}
