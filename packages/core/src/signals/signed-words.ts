import type { Passage } from '../passage.js';
import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind, Shape, type Tokens } from '../tokens.js';
import { isTagged, wordAt } from './scan.js';

/** Words about care and the name that signs them, in records, elements and quoted blocks. 45 CFR 164.508(a)(3). */
export const signedWordSignals = signals({
  'quote-record': {
    describes: 'a testimonial as data: the words under one key, the person under another',
    leg: 'person',
    find: quoteRecords,
  },
  'quote-attribution': {
    describes:
      'the name, initials, age or town that signs words about care in the passage beside it',
    leg: 'person',
    find: attributions,
  },
});

const quoteRoles =
  /(?:quote|testimonial|review(?:body|text)?$|reviewbody|^text$|^body$|blurb|story|children|content|^words$|^note$)/i;
const personRoles =
  /^(?:author|name|by|from|client|patient|customer|reviewer|who|person|attribution|cite|byline|guest|footer|display[-_ ]?name)(?:[-_. ]?name)?$/i;

function* quoteRecords(reading: Reading): Generator<Span> {
  const { passage } = reading;
  if (passage.part === 'data' || passage.part === 'comment') return;
  if (
    (passage.quoteDepth ?? 0) > 0 &&
    isSaying(passage) &&
    reading.matches('first-person').length > 0 &&
    reading
      .neighbors()
      .some((other) => reading.readingOf(other).matches('quote-attribution').length > 0)
  ) {
    yield { start: 0, end: passage.text.length };
    return;
  }
  const inRecord =
    passage.role !== undefined && passage.group !== undefined && quoteRoles.test(passage.role);
  const child =
    passage.role === undefined && passage.group === undefined && passage.part === 'body';
  if (!inRecord && !child) return;
  const person = signerOf(reading, passage, child);
  if (!person || !isSaying(passage)) return;
  if (reading.matches('quote-not-care').some((span) => span.start < 40)) return;
  if (reading.readingOf(person).matches('quote-not-care').length > 0) return;
  const careful = child
    ? reading.matches('first-person').length > 0 || reading.matches('care-nearby').length > 0
    : reading.matches('praised-us').length > 0 ||
      /quote|testimonial|review/i.test(passage.role ?? '');
  if (careful) yield { start: 0, end: passage.text.length };
}

/** True of three words or more. */
function isSaying({ text }: Passage): boolean {
  return text.split(/\s+/, 4).length >= 3;
}

/** The person of the same record; for the words of an element, of its attributes (which come just before). */
function signerOf(reading: Reading, passage: Passage, child: boolean): Passage | undefined {
  const signs = (other: Passage) =>
    other.role !== undefined &&
    personRoles.test(other.role) &&
    other.text.trim() !== '' &&
    other.text.length < 60;
  const beside = reading.neighbors();
  if (!child) return beside.find(signs);
  const before = beside.filter(
    (other) => other.index < passage.index && other.group !== undefined && other.path === undefined,
  );
  return (
    before.find(signs) ??
    before
      .flatMap((other) =>
        reading
          .readingOf(other)
          .neighbors()
          .filter((third) => third.group === other.group),
      )
      .find(signs)
  );
}

function* attributions(reading: Reading): Generator<Span> {
  const { passage, tokens } = reading;
  if (
    passage.text.length > 80 ||
    passage.part === 'data' ||
    passage.part === 'recipients' ||
    passage.part === 'comment'
  )
    return;
  if (!isSignature(reading)) return;
  const signed = passage.role !== undefined && personRoles.test(passage.role);
  const quoted = (passage.quoteDepth ?? 0) > 0 || passage.part === 'quote';
  const words = [
    ...reading.neighbors(),
    ...(signed && passage.group !== undefined ? followers(reading) : []),
  ].filter(
    (other) =>
      other.text.length > passage.text.length ||
      other.part === 'quote' ||
      (other.quoteDepth ?? 0) > 0 ||
      quoteRoles.test(other.role ?? ''),
  );
  const said = words.some((other) => {
    const isQuote =
      other.part === 'quote' ||
      (other.quoteDepth ?? 0) > 0 ||
      /["\u201d]\s*$/.test(other.text) ||
      (signed && (other.role === undefined || quoteRoles.test(other.role)));
    return (
      isQuote &&
      (reading.readingOf(other).matches('first-person').length > 0 ||
        reading.readingOf(other).matches('care-nearby').length > 0)
    );
  });
  if (
    said &&
    (signed ||
      quoted ||
      words.some(
        (other) =>
          other.part === 'quote' || (other.quoteDepth ?? 0) > 0 || /["\u201d]\s*$/.test(other.text),
      ))
  ) {
    yield { start: tokens.start[0] as number, end: tokens.end[tokens.count - 1] as number };
  }
}

/** The passages after the attributes of an element: its words. */
function followers(reading: Reading): readonly Passage[] {
  const group = reading.neighbors().filter((other) => other.group === reading.passage.group);
  return group
    .flatMap((other) => reading.readingOf(other).neighbors())
    .filter((other) => other.group === undefined && other.index > reading.passage.index);
}

/** Words that stand in no signature. */
const ofSentences = new Set('is are was the we you our your ask book call most if'.split(' '));

/** "Thuy-Linh, mom of three", "S.P., 44, Galveston", "Leif, 39": begins with a name or initials, and is no sentence. */
function isSignature(reading: Reading): boolean {
  const { tokens } = reading;
  let from = 0;
  while (from < tokens.count && !isWordLike(tokens, from)) from++;
  if (from >= tokens.count || ((tokens.shape[from] as number) & Shape.capital) === 0) return false;
  if (
    isTagged(tokens, from, 'staff', 'practice', 'treatment', 'month', 'day', 'setting') ||
    /^(?:studio|room|suite|step|photo|figure|op)$/.test(wordAt(tokens, from)) ||
    reading.matches('quote-not-care').length > 0
  )
    return false;
  for (let at = from; at < tokens.count; at++)
    if (isTagged(tokens, at, 'past') || ofSentences.has(wordAt(tokens, at))) return false;
  const next = wordAt(tokens, from + 1);
  const initials = wordAt(tokens, from).length === 1 && next === '.';
  return (
    isTagged(tokens, from, 'name') ||
    initials ||
    (next === ',' && wordAt(tokens, from + 2) !== 'and') ||
    /^[A-Z][\p{L}'-]+ [A-Z]\.?\s*$/u.test(reading.passage.text.trim())
  );
}

function isWordLike(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === Kind.word || tokens.kind[token] === Kind.handle;
}
