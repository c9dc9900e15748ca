import type { Reading } from '../../signal.js';
import type { Span } from '../../span.js';
import { Tag } from '../../tag.js';
import { isReply, type Signals, signals } from '../place.js';
import { findIdentifiers, type Group, mayHold } from './find.js';
import type { Found, IdentifierKind } from './found.js';
import { outlineOf } from './outline.js';
import { isPlaceholder, isRoleAddress, ownContact } from './own.js';
import { originalSpan, sourceOf } from './source.js';

/** Identifiers of a person or of a thing of theirs: 45 CFR 164.514(b)(2)(i). */
export const identifierSignals: Signals = signals({
  'person-name': {
    describes: 'The name of somebody who is not staff',
    leg: 'person',
    find: (reading) => runsOf(reading, Tag.name),
  },
  'record-number': {
    describes: 'A number of a record, an account, a policy, a device or a card',
    leg: 'person',
    find: recordNumbers,
  },
  'contact-of-person': {
    describes:
      'A telephone number, an e-mail address or a profile of somebody who is not the practice',
    leg: 'person',
    find: contacts,
  },
  'case-cue': {
    describes: 'Heads a case: "Case 7", "patient born", "patient: female"',
    phrases: [
      '^ case <number>',
      '(patient|client) (born|dob|seen|treated)',
      'date of birth',
      '(first|last) seen',
      'you were seen',
    ],
  },
  'full-date': {
    describes: 'A day, month and perhaps year',
    find: (reading) => ofKinds(reading, 'date', dates),
  },
  'old-age': {
    describes: 'An age over 89, or a year of birth that means one',
    leg: 'person',
    phrases: [
      'nonagenarian|centenarian',
      'in (her|his|their) nineties',
      '(turned|turns|turning|is|aged|age|at|female|male|woman|man|client|patient) ..1 (ninety|ninety one|ninety two|ninety three|ninety four|ninety five|ninety six|ninety seven|ninety eight|ninety nine|one hundred)',
      '(ninety|ninety one|ninety two|ninety three|ninety four|ninety five|ninety six|ninety seven|ninety eight|ninety nine) (years|year|and) (old|young|fearless|fabulous|feisty)',
      '(female|male|woman|man) <number>',
      'born in <number>',
    ],
    find: oldAges,
  },
  'patient-zip': {
    describes: 'A ZIP code in a field of a patient',
    leg: 'person',
    find: patientZips,
  },
  'town-of-person': {
    describes: 'The town of somebody, in a word: "a Tulsa mom"',
    leg: 'person',
    phrases: [
      '(a|an|our|this|that) «<place>» (mom|mama|dad|mother|bride|groom|grandma|woman|man|couple|gal|girl|guy|native|<role>|<relative>)',
      '(friend|sweetheart|girl|guy|gal|lady|mom|client|patient|bride|beauty|babe) from «<place|capital|name>»',
    ],
  },
});

const none: readonly Span[] = [];
const dates: ReadonlySet<IdentifierKind> = new Set(['DATE']);
const records: ReadonlySet<IdentifierKind> = new Set([
  'SSN',
  'MRN',
  'MEMBER_ID',
  'ACCOUNT',
  'CARD',
  'DEVICE',
  'VIN',
  'PLATE',
  'MBI',
  'IBAN',
  'PASSPORT',
  'ID',
]);
const contactKinds: ReadonlySet<IdentifierKind> = new Set([
  'PHONE',
  'EMAIL',
  'URL',
  'ADDRESS',
  'IP',
]);
const noted = {};
const outlined = {};

/** What is seen of a passage before identifiers are looked for; undefined where there can be none. */
function outlineIn(reading: Reading) {
  return reading.note(outlined, () => {
    const { text } = reading.passage;
    // The number in a directive is that of an authorization, put there on purpose.
    if (!/\d|@|\.[a-z]/i.test(text) || /\bchaperone:\s/i.test(text)) return undefined;
    const source = sourceOf(text);
    return { source, outline: outlineOf(source.text) };
  });
}

/** The identifiers of a passage; none where nothing of a group can stand in it. */
function identifiersIn(reading: Reading, group: Group): readonly Found[] {
  const seen = outlineIn(reading);
  if (!seen || !mayHold(seen.source, seen.outline, group)) return [];
  return reading.note(noted, () =>
    findIdentifiers(seen.source, seen.outline).map((one) => ({
      ...one,
      ...originalSpan(seen.source, one),
    })),
  );
}

function ofKinds(
  reading: Reading,
  group: Group,
  kinds: ReadonlySet<IdentifierKind>,
): readonly Span[] {
  if (reading.passage.voice !== 'practice') return none;
  return identifiersIn(reading, group)
    .filter(({ kind, score }) => kinds.has(kind) && score >= 0.5)
    .map(({ start, end }) => ({ start, end }));
}

function patientZips({ passage }: Reading): readonly Span[] {
  return /^(?:patient|client|member)[-_ ]?(?:zip|zipcode|postal)/.test(passage.role ?? '') &&
    /^\d{5}/.test(passage.text)
    ? [{ start: 0, end: passage.text.length }]
    : none;
}

const recordRoles =
  /^(?:chart[-_ ]?(?:no|number|id)?|mrn|patient[-_ ]?(?:id|no|number)|member[-_ ]?id|account[-_ ]?(?:no|number|id))$/i;

function recordNumbers(reading: Reading): readonly Span[] {
  const { passage } = reading;
  if (recordRoles.test(passage.role ?? '') && /\d{3}/.test(passage.text))
    return [{ start: 0, end: passage.text.length }];
  // A provider's own license and the practice's own accounts identify no patient.
  if (!/\d{3}/.test(passage.text)) return none;
  return ofKinds(reading, 'record', records);
}

const profilePage =
  /(?:facebook|instagram|tiktok|twitter|x|linkedin|threads)\.com\/(?!p\/|reel|events|groups|explore)[\w.@-]+/i;
const possessed = /\b(?:her|his|she|he|patient|client|member|daughter|son|mom|reference)\b/i;

function contacts(reading: Reading): readonly Span[] {
  const { passage, profile } = reading;
  if (passage.voice !== 'practice' || passage.part === 'recipients' || passage.part === 'data')
    return none;
  const reply = isReply(reading);
  if (!reply && reading.matches('care-cue').length === 0) return none;
  const names = reading.matches('person-name');
  if (names.length === 0 && !reply && !possessed.test(passage.text)) return none;
  const found = identifiersIn(reading, 'contact');
  if (found.length === 0) return none;
  const own = ownContact(profile);
  return found
    .filter(({ kind, start, end, score }) => {
      const value = passage.text.slice(start, end);
      if (!contactKinds.has(kind) || score < 0.5 || own(kind, value) || isPlaceholder(kind, value))
        return false;
      if (kind === 'EMAIL') return !isRoleAddress(value);
      if (kind === 'URL') return profilePage.test(value);
      if (kind === 'PHONE' || kind === 'ADDRESS')
        return !reply && isOfSomebody(reading, names, start) && !isPublished(reading, start);
      return true;
    })
    .map(({ start, end }) => ({ start, end }));
}

/** A person is named or spoken of in the sentence that the number stands in. */
function isOfSomebody(reading: Reading, names: readonly Span[], at: number): boolean {
  const sentence = reading.sentenceAt(at);
  const span = reading.passage.sentences[sentence];
  return (
    names.some(({ start }) => reading.sentenceAt(start) === sentence) ||
    (span !== undefined && possessed.test(reading.passage.text.slice(span.start, span.end)))
  );
}

/** What stands before a number that the practice answers itself, and before the address where it receives people. */
const invitation =
  /\b(?:call|text|reach|phone|contact|email|e-mail|dial|ring|visit|find|stop by|come see|ask|message|questions)\b[^.!?]*$/i;
const staffLine =
  /\b(?:call|text|reach|phone|contact|email|e-mail|dial|ring|visit|find)\s+(?:us|our|the (?:office|desk|front desk|clinic)|me|nurse|dr\.?)\b[^.!?]*$/i;

/** Copy for everybody invites to the practice's own numbers, unless it is a patient who answers; a note among colleagues may hold anybody's. */
function isPublished({ passage }: Reading, at: number): boolean {
  const before = passage.text.slice(Math.max(0, at - 60), at);
  if (passage.channel === 'internal-draft') return staffLine.test(before);
  return (
    invitation.test(before) &&
    !/^[^.!?]*\b(?:she|he|her|his)\b/i.test(passage.text.slice(at, at + 80))
  );
}

function oldAges(reading: Reading): readonly Span[] {
  const { passage, today } = reading;
  if (passage.voice !== 'practice') return none;
  const year = Number(today.slice(0, 4));
  const spans = reading.phraseMatches('old-age').filter(({ start, end }) => {
    const number = Number(/(\d{2,4})$/.exec(passage.text.slice(start, end))?.[1] ?? 99);
    return number > 1000
      ? number <= year - 90 && number > year - 125
      : number >= 90 && number < 120;
  });
  for (const { kind, start, end } of identifiersIn(reading, 'age')) {
    const age =
      kind === 'AGE' ? Number(/\d{2,3}/.exec(passage.text.slice(start, end))?.[0] ?? 0) : 0;
    if (
      age >= 90 &&
      age < 120 &&
      !/^\s*(?:or|and) (?:older|over|up)|^\s*\+/.test(passage.text.slice(end, end + 14))
    )
      spans.push({ start, end });
  }
  return spans
    .sort((a, b) => a.start - b.start)
    .filter((span, index, all) => index === 0 || span.start >= (all[index - 1] as Span).end);
}

function runsOf({ tokens, passage }: Reading, tag: number): readonly Span[] {
  if (passage.voice !== 'practice') return none;
  const spans: Span[] = [];
  for (let token = 0; token < tokens.count; token++) {
    if (((tokens.tags[token] as number) & tag) === 0) continue;
    let last = token;
    while (last + 1 < tokens.count && ((tokens.tags[last + 1] as number) & tag) !== 0) last++;
    spans.push({ start: tokens.start[token] as number, end: tokens.end[last] as number });
    token = last;
  }
  return spans;
}
