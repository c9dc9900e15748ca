import { NameFlag, nameFlags } from '../lexicon/names.js';
import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind } from '../tokens.js';
import { hasTagNear, isTagged, taggedRuns } from './scan.js';

/** What file names, addresses and attributes say of the person in a picture. */
export const fileNameSignals = signals({
  'name-in-address': {
    describes: "a person's name in a file name, a path or an address",
    leg: 'person',
    find: namesInAddresses,
  },
  'name-in-alt-text': {
    describes: "a person's name in the alternative text of a picture of care",
    leg: 'person',
    phrases: ['(alt text|alt|slide)'],
    find: namesInAltText,
  },
  'patient-attribute': {
    describes: 'a key or attribute that holds a patient by name',
    leg: 'person',
    find: patientAttributes,
  },
});

const careWords = new Set(
  'before after pre post preop postop b4 aft ba results result gallery patient patients case tx cid lips lip filler botox nose rhinoplasty breast augmentation tummy tuck lift facelift necklift neck jowls jawline otoplasty ears lipo bbl laser peel veneers braces smile teeth hair hairline grafts brows bleph lids implants abs belly chin cheeks skin acne melasma liposuction abdominoplasty mommy makeover botched session week wk mo day final final2 pigment scar kybella coolsculpting emsculpt weight loss transformation review'.split(
    ' ',
  ),
);
const safeWords = new Set(
  'team staff dr doctor nurse rn np md headshot headshots about provider providers product products author authors blog logo stock hero model models brand office press news events event founder bio'.split(
    ' ',
  ),
);

function* namesInAddresses(reading: Reading): Generator<Span> {
  const { passage } = reading;
  const text = passage.text;
  if (passage.part === 'data' || passage.part === 'alt-text' || passage.role === 'slug') {
    yield* inAddress(
      text,
      0,
      passage.role === 'slug',
      /^(?:before|after|left|right|b|a)$/.test(passage.role ?? ''),
    );
    return;
  }
  for (let token = 0; token < reading.tokens.count; token++) {
    if (reading.tokens.kind[token] !== Kind.opaque) continue;
    const start = reading.tokens.start[token] as number;
    yield* inAddress(text.slice(start, reading.tokens.end[token]), start, false);
  }
  const slug = /^\s*slug:\s*/.exec(text.slice(0, 20));
  if (slug) yield* inAddress(text.slice(slug[0].length), slug[0].length, true);
}

function* inAddress(
  address: string,
  offset: number,
  isSlug: boolean,
  ofCare = false,
): Generator<Span> {
  if (address.length > 400 || (!isSlug && !/[./]/.test(address)) || address.includes('@')) return;
  const words = wordsOf(address);
  if (words.some((word) => safeWords.has(word.text))) return;
  const care =
    ofCare ||
    words.some((word) => careWords.has(word.text) || /^(?:b4|before|after)\d*$/.test(word.text));
  if (!care) return;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as Word;
    const next = words[index + 1];
    const dated =
      /^[a-z]{1,3}$/.test(word.text) && next !== undefined && /^(?:19|20)\d{6}$/.test(next.text);
    if (dated) yield { start: offset + word.start, end: offset + (next as Word).end };
    const ambiguous =
      next !== undefined &&
      (nameFlags(word.text) & NameFlag.given) !== 0 &&
      (nameFlags(next.text) & (NameFlag.surname | NameFlag.word | NameFlag.place)) ===
        NameFlag.surname &&
      !careWords.has(next.text);
    if (dated || careWords.has(word.text) || !(isGivenName(word.text) || ambiguous)) continue;
    const adjacent = next && next.start - word.end <= 1;
    const surname =
      adjacent &&
      !careWords.has(next.text) &&
      /^[a-z]+$/.test(next.text) &&
      (isSurname(next.text) ||
        isGivenName(next.text) ||
        next.text.length === 1 ||
        (next.text.length > 3 && isSurnameLike(next.text)));
    if (surname) yield { start: offset + word.start, end: offset + next.end };
    else if (word.strong) yield { start: offset + word.start, end: offset + word.end };
  }
}

/** A given name that is no ordinary word or town: "grace" and "austin" name nobody in a path. */
function isGivenName(word: string): boolean {
  const flags = nameFlags(word);
  return (flags & NameFlag.given) !== 0 && (flags & (NameFlag.word | NameFlag.place)) === 0;
}

function isSurname(word: string): boolean {
  return (nameFlags(word) & NameFlag.surname) !== 0 && !notSurnames.test(word);
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written in a way that only a person's name is: at the start of the file name or with an initial glued on ("TamaraW"). */
  readonly strong: boolean;
}

/** The words of an address: cut at marks and between a small and a capital letter. */
function wordsOf(address: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  const file = address.lastIndexOf('/') + 1;
  for (let index = 0; index <= address.length; index++) {
    const character = address[index] ?? '/';
    const letter = /[A-Za-z0-9]/.test(character);
    const hump =
      letter && start !== -1 && /[A-Z]/.test(character) && /[a-z]/.test(address[index - 1] ?? '');
    if (start !== -1 && (!letter || hump)) {
      words.push({
        text: address.slice(start, index).toLowerCase(),
        start,
        end: index,
        strong: start === file || /^review$/.test(words.at(-1)?.text ?? ''),
      });
      start = -1;
    }
    if (letter && start === -1) start = index;
  }
  return words;
}

const notSurnames =
  /^(?:filler|clinic|street|office|before|after|face|photo|image|banner|icon|thumb|small|large|mobile|desktop|header|footer|card|cover|main|page|test|final|copy|blue|pink|green|white|black|mint|tile|voluma|botox|lipo|lift|peel)s?$/;

function isSurnameLike(word: string): boolean {
  return !notSurnames.test(word);
}

function* namesInAltText(reading: Reading): Generator<Span> {
  const { passage, tokens } = reading;
  const alt =
    passage.part === 'alt-text' ||
    /(?:^|[-_ ])alt$|aria-label|^title$/.test(passage.role ?? '') ||
    reading.phraseMatches('name-in-alt-text').length > 0;
  if (!alt) return;
  for (const [from, to] of taggedRuns(tokens, 'name')) {
    if (isTagged(tokens, from, 'staff', 'treatment', 'practice')) continue;
    const care =
      hasTagNear(tokens, from, 0, 'treatment', 'condition', 'body', 'setting', 'month', 'day') ||
      reading.matches('before-after').length > 0;
    if (
      care &&
      !reading
        .matches('vendor-cue')
        .some(
          (span) =>
            reading.sentenceAt(span.start) === reading.sentenceAt(tokens.start[from] as number),
        )
    )
      yield { start: tokens.start[from] as number, end: tokens.end[to - 1] as number };
  }
}

const patientRoles =
  /^(?:data[-_])?(?:patient|client|pt)(?:[-_]?(?:name|full[-_]?name|first[-_]?name|last[-_]?name))?$|^data[-_](?:name|subject)$/i;

function* patientAttributes(reading: Reading): Generator<Span> {
  const { passage } = reading;
  if (passage.role !== undefined && patientRoles.test(passage.role)) {
    const text = passage.text.trim();
    // A count, an id or a flag names nobody.
    if (/^[A-Z][a-z]+(?: [A-Z][a-z.'-]*)*$/.test(text) && text.length < 60)
      yield { start: 0, end: passage.text.length };
    return;
  }
  const at = passage.text.indexOf('?patient=');
  if (at !== -1) yield { start: at, end: Math.min(passage.text.length, at + 40) };
}
