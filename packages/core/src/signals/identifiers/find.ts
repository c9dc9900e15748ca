import { overlaps } from '../../span.js';
import { findAddresses, findZips } from './address.js';
import { findAges, findNamedDates, findNumericDates } from './dates.js';
import type { Found, Source } from './found.js';
import { findLabelled, findPrefixed, findProviders } from './labelled.js';
import { findEmails, findHandles, findUrls } from './links.js';
import { findCards, findNetwork, findPhones, findSelfEvident, findSsns } from './numbers.js';
import { Cue, type Outline, outlineOf } from './outline.js';

/** What an identifier is to the signals: a way to reach somebody, the number of a record, a day, an age. */
export type Group = 'contact' | 'record' | 'date' | 'age' | 'other';

/** Finds identifiers of some groups, and says of a text whether it may hold any. */
export interface Detector {
  readonly gives: readonly Group[];
  readonly find: (text: string) => Iterable<Found>;
  readonly opens: (outline: Outline, text: string) => boolean;
}

const has = (cue: number) => (outline: Outline) => outline.digits > 0 && (outline.cues & cue) !== 0;

/** All detectors; a closed one that would have found something fails identifiers.test.ts. */
export const detectors: readonly Detector[] = [
  {
    gives: ['contact'],
    find: findEmails,
    opens: ({ cues }, text) =>
      (cues & Cue.spelledAddress) !== 0 || text.includes('@') || text.includes('%40'),
  },
  {
    gives: ['contact'],
    find: findUrls,
    opens: ({ cues }, text) => (cues & Cue.host) !== 0 || text.includes('://'),
  },
  { gives: ['other'], find: findHandles, opens: (_, text) => text.includes('@') },
  { gives: ['record', 'other'], find: findLabelled, opens: has(Cue.label) },
  {
    gives: ['record', 'other'],
    find: findProviders,
    opens: ({ longestDigits }) => longestDigits >= 7,
  },
  { gives: ['record', 'other'], find: findPrefixed, opens: has(Cue.prefix) },
  { gives: ['record'], find: findSsns, opens: ({ cluster }) => cluster >= 9 },
  { gives: ['record'], find: findCards, opens: ({ cluster }) => cluster >= 12 },
  {
    gives: ['contact', 'record'],
    find: findNetwork,
    opens: ({ digits, joints, colons }) => digits > 0 && (joints >= 3 || colons >= 2),
  },
  {
    gives: ['record'],
    find: findSelfEvident,
    opens: ({ digits, cues, longestRun }) =>
      digits > 0 && ((cues & Cue.mixed) !== 0 || longestRun >= 17),
  },
  { gives: ['contact'], find: findPhones, opens: ({ cluster }) => cluster >= 7 },
  { gives: ['date'], find: findNumericDates, opens: ({ joints }) => joints >= 2 },
  { gives: ['date'], find: findNamedDates, opens: has(Cue.month) },
  { gives: ['age'], find: findAges, opens: has(Cue.age) },
  { gives: ['contact'], find: findAddresses, opens: has(Cue.street) },
  { gives: ['other'], find: findZips, opens: has(Cue.zip) },
];

/** Whether a text may hold identifiers of a group; the outline is its own. */
export function mayHold({ text }: Source, outline: Outline, group: Group): boolean {
  return detectors.some(({ gives, opens }) => gives.includes(group) && opens(outline, text));
}

/** Every identifier in a plain text, in order, without overlaps. */
export function findIdentifiers({ text }: Source, outline = outlineOf(text)): Found[] {
  const found: Found[] = [];
  for (const { find, opens } of detectors)
    if (opens(outline, text)) for (const one of find(text)) found.push(one);
  return found.length === 0 ? found : settle(found);
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
