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
  // All the rest holds a digit.
  if (/\d/.test(text)) {
    found.push(
      ...findLabelled(text),
      ...findSsns(text),
      ...findCards(text),
      ...findNetwork(text),
      ...findSelfEvident(text),
      ...findPhones(text),
      ...findDates(text),
      ...findAges(text),
      ...findAddresses(text),
      ...findZips(text),
    );
  }
  return settle(found);
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
