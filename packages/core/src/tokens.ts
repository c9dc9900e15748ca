import { fold } from './fold.js';
import type { Span } from './span.js';
import { abbreviations, calendar, doubled, joined, plain, tails } from './spelling.js';
import {
  hashStart,
  hashStep,
  keepStranger,
  numberAt,
  numberOf,
  strangerAt,
  wordOf,
} from './vocabulary.js';

/** What a token is. */
export const Kind = {
  word: 0,
  number: 1,
  /** Comma, quotation marks, asterisk: phrases look through it. */
  soft: 2,
  /** Semicolon, colon, dash, parenthesis: ends a clause. */
  clause: 3,
  /** Full stop, exclamation mark, question mark, ellipsis, line break: ends a sentence. */
  stop: 4,
  emoji: 5,
  /** `@name`. */
  handle: 6,
  /** `#name`. */
  hashtag: 7,
  /** An e-mail address, a URL, a merge field: one opaque piece. */
  opaque: 8,
} as const;
export type Kind = (typeof Kind)[keyof typeof Kind];

/** What the letters of a token look like. */
export const Shape = { capital: 1, allCapitals: 2, firstInSentence: 4, spaceBefore: 8 } as const;

/**
 * The words of a passage, as parallel arrays. Contractions are two tokens ("didn't" is "did" and "not"), a
 * possessive 's is a token of its own, spelling of the street is made plain (u, ur, thx, y'all, sooo).
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  /** The normalised word, lower case; for punctuation the character itself. */
  readonly word: readonly string[];
  /** The word's number in the vocabulary; 0 for words that nothing looks for, and for some that are looked for. */
  readonly number: readonly number[];
  readonly kind: readonly number[];
  readonly shape: readonly number[];
  /** Bits of `Tag`, set by the lexicon and by the detector of people. */
  readonly tags: number[];
  /** Token indexes where sentences start, ascending, first 0; with `count` at the end. */
  readonly sentenceStart: readonly number[];
}

/** The sentence (its index) that a token stands in. */
export function sentenceAt(tokens: Tokens, token: number): number {
  const starts = tokens.sentenceStart;
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The span of the tokens from `from` up to, but not including, `to`. */
export function tokenSpan(tokens: Tokens, from: number, to: number): Span {
  return { start: tokens.start[from] as number, end: tokens.end[to - 1] as number };
}

/** Sentence spans in passage offsets, without the line breaks that end a sentence. */
export function sentenceSpans(tokens: Tokens): Span[] {
  const spans: Span[] = [];
  for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
    const from = tokens.sentenceStart[sentence] as number;
    const to = tokens.sentenceStart[sentence + 1] as number;
    let last = to;
    while (last - 1 > from && tokens.word[last - 1] === '\n') last--;
    if (to > from) spans.push(tokenSpan(tokens, from, last));
  }
  return spans;
}

enum Char {
  space = 0,
  letter = 1,
  digit = 2,
  soft = 3,
  clause = 4,
  stop = 5,
  break = 6,
  other = 7,
}

const classes = new Uint8Array(128).fill(Char.other);
for (let code = 65; code <= 90; code++) classes[code] = classes[code + 32] = Char.letter;
for (let code = 48; code <= 57; code++) classes[code] = Char.digit;
for (const c of ' \t\r\f\v') classes[c.charCodeAt(0)] = Char.space;
for (const c of ',"\'*_`~^=|\\/+<>&%$#@') classes[c.charCodeAt(0)] = Char.soft;
for (const c of ';:()[]{}') classes[c.charCodeAt(0)] = Char.clause;
classes[45] = Char.clause;
for (const c of '.!?') classes[c.charCodeAt(0)] = Char.stop;
classes[10] = Char.break;

const letterPattern = /\p{L}|\p{M}/u;
const upperPattern = /\p{Lu}/u;
const emojiPattern = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

function classOf(text: string, index: number): Char {
  const code = text.charCodeAt(index);
  if (code < 128) return classes[code] as Char;
  if (code === 0xa0 || code === 0x2009 || code === 0x202f) return Char.space;
  if (code === 0x2014 || code === 0x2013 || code === 0x2022) return Char.clause;
  if (code === 0x2026) return Char.stop;
  if (code >= 0xd800 && code <= 0xdfff) return Char.other;
  return letterPattern.test(text[index] as string) ? Char.letter : Char.other;
}

/** Cuts a passage into tokens and sentences. Linear; offsets are UTF-16 code units of `text`. */
export function tokenize(text: string): Tokens {
  const source = fold(text);
  const out = new Collector(source);
  let index = 0;
  while (index < source.length) index = readToken(source, index, out);
  return out.finish(text);
}

/** A line of so many code units that goes on in the next one was wrapped, whatever letter follows. */
const wrappedLine = 60;

/** True of a line break within a sentence: between words, before a small letter or behind a long line. */
function isWrapped(source: string, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && classOf(source, before) === Char.space) before--;
  const last = before < 0 ? Char.break : classOf(source, before);
  if (last !== Char.letter && last !== Char.digit && source[before] !== ',') return false;
  let after = index + 1;
  while (after < source.length && classOf(source, after) === Char.space) after++;
  if (after === source.length || classOf(source, after) !== Char.letter) return false;
  if (!upperPattern.test(source[after] as string)) return true;
  for (let offset = before; offset > before - wrappedLine; offset--)
    if (offset < 0 || source.charCodeAt(offset) === 10) return false;
  return true;
}

function readToken(source: string, index: number, out: Collector): number {
  const kind = classOf(source, index);
  if (kind === Char.space) {
    out.space = true;
    return index + 1;
  }
  if (kind === Char.letter || kind === Char.digit) {
    const end = readPlainWord(source, index, out);
    return end > index ? end : readWord(source, index, out);
  }
  if (kind === Char.break) {
    if (isWrapped(source, index)) out.space = true;
    else out.push(index, index + 1, '\n', Kind.stop);
    return index + 1;
  }
  const opaque = readOpaque(source, index, out);
  if (opaque > index) return opaque;
  if (kind === Char.stop) {
    let end = index + 1;
    while (end < source.length && classOf(source, end) === Char.stop) end++;
    out.push(index, end, source[end - 1] as string, Kind.stop);
    return end;
  }
  if (kind === Char.other) return readOther(source, index, out);
  // A hyphen between letters joins; elsewhere it is a dash.
  out.push(index, index + 1, source[index] as string, kind === Char.soft ? Kind.soft : Kind.clause);
  return index + 1;
}

/** Handles, hashtags and merge fields: pieces that start with a mark. */
function readOpaque(source: string, index: number, out: Collector): number {
  const mark = source[index];
  if (mark === '@' || mark === '#') {
    const before = index === 0 ? ' ' : (source[index - 1] as string);
    if (isWordCharacter(before)) return index;
    let end = index + 1;
    while (end < source.length && isHandleCharacter(source, end)) end++;
    while (end > index + 1 && source[end - 1] === '.') end--;
    if (end === index + 1) return index;
    const word = source.slice(index, end).toLowerCase();
    out.push(index, end, word, mark === '@' ? Kind.handle : Kind.hashtag);
    return end;
  }
  const pair = source.substr(index, 2);
  const close =
    pair === '{{'
      ? '}}'
      : pair === '*|'
        ? '|*'
        : pair === '<<'
          ? '>>'
          : pair === '%%'
            ? '%%'
            : pair === '[['
              ? ']]'
              : pair === '${'
                ? '}'
                : '';
  if (close === '') return index;
  // A merge field is short: looking no further keeps this linear.
  const found = source.slice(index + 2, index + 82).indexOf(close);
  if (found <= 0) return index;
  const end = index + 2 + found + close.length;
  out.push(index, end, source.slice(index, end).toLowerCase(), Kind.opaque);
  return end;
}

function isHandleCharacter(source: string, index: number): boolean {
  const code = source.charCodeAt(index);
  return (
    code === 95 ||
    code === 46 ||
    classOf(source, index) === Char.letter ||
    classOf(source, index) === Char.digit
  );
}

function isWordCharacter(character: string): boolean {
  const kind = classOf(character, 0);
  return kind === Char.letter || kind === Char.digit;
}

function readOther(source: string, index: number, out: Collector): number {
  const point = source.codePointAt(index) as number;
  const length = point > 0xffff ? 2 : 1;
  const character = String.fromCodePoint(point);
  if (length === 2 && letterPattern.test(character)) {
    out.push(index, index + 2, character.toLowerCase(), Kind.word);
    return index + 2;
  }
  if (!emojiPattern.test(character) && point !== 0x2665 && point !== 0x2661) {
    // Variation selectors, joiners and skin tones belong to the emoji before them.
    if (point === 0xfe0f || point === 0x200d || point === 0x20e3) return index + length;
    out.push(index, index + length, character, Kind.soft);
    return index + length;
  }
  out.push(index, index + length, character, Kind.emoji);
  return index + length;
}

/** By number, whether a word of the vocabulary stands for itself: 1, or 2 where `pushWord` has more to say of it. */
const standing: number[] = [];

function standingOf(number: number): number {
  const known = standing[number];
  if (known !== undefined) return known;
  while (standing.length <= number) {
    const word = wordOf(standing.length);
    standing.push(isSwapped(word) ? 2 : 1);
  }
  return standing[number] as number;
}

/** Reads a word of the letters A to Z that stands for itself, the most frequent case; `index` where it is none. */
function readPlainWord(source: string, index: number, out: Collector): number {
  let hash = hashStart;
  let small = 0;
  let end = index;
  let code = source.charCodeAt(end);
  const first = code;
  while ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
    hash = hashStep(hash, code | 32);
    small |= code & 32;
    code = source.charCodeAt(++end);
  }
  // What may go on within the word: a digit, an apostrophe, a dot, a colon, an @, a letter from elsewhere.
  if (code >= 128 || (code >= 46 && code <= 64 && code !== 63 && code !== 59) || code === 39) {
    const ends = (code === 46 || code === 58) && source.charCodeAt(end + 1) <= 32;
    if (!ends && !(code === 46 && end + 1 === source.length)) return index;
  }
  if (isLocalPart(source, end)) return index;
  if (end === index) return index;
  const number = numberAt(source, index, end, hash);
  const word = number === 0 ? strangerIn(source, index, end, hash) : wordOf(number);
  if (word === undefined || (number !== 0 && standingOf(number) === 2)) return index;
  const capital = first <= 90 ? Shape.capital : 0;
  const shape =
    capital !== 0 && small === 0 && end - index > 1 ? Shape.capital | Shape.allCapitals : capital;
  out.push(index, end, word, Kind.word, shape, number);
  return end;
}

/** A word that the vocabulary does not know, in lower case; undefined where `pushWord` has more to say of it. */
function strangerIn(source: string, start: number, end: number, hash: number): string | undefined {
  const known = strangerAt(source, start, end, hash);
  if (known !== undefined) return known;
  const word = source.slice(start, end).toLowerCase();
  if (isSwapped(word)) return undefined;
  keepStranger(word, hash);
  return word;
}

/** True of a word for which others are put. */
function isSwapped(word: string): boolean {
  return Object.hasOwn(plain, word) || Object.hasOwn(joined, word) || squeezed(word) !== word;
}

function readWord(source: string, index: number, out: Collector): number {
  let end = index;
  let digits = 0;
  let apostrophe = -1;
  for (; end < source.length; end++) {
    const kind = classOf(source, end);
    if (kind === Char.letter) continue;
    if (kind === Char.digit) {
      digits++;
      continue;
    }
    const code = source.charCodeAt(end);
    const next = end + 1 < source.length ? classOf(source, end + 1) : Char.space;
    if (code === 39 && next === Char.letter) {
      apostrophe = end;
      continue;
    }
    // 3.5, 1,000, 9:30: one number.
    if (
      (code === 46 || code === 44 || code === 58) &&
      next === Char.digit &&
      digits > 0 &&
      digits === end - index - separators(source, index, end)
    )
      continue;
    // An e-mail address or a URL: taken whole.
    if (code === 64 && (next === Char.letter || next === Char.digit))
      return readAddress(source, index, end, out);
    if (code === 46 && next === Char.letter && looksLikeHost(source, index, end))
      return readAddress(source, index, end, out);
    if (isLocalPart(source, end)) return readAddress(source, index, end, out);
    if (code === 58 && source.startsWith('://', end)) return readAddress(source, index, end, out);
    if (code === 0xad || code === 0x200b) continue;
    break;
  }
  const raw = source.slice(index, end);
  const bare =
    raw.indexOf('\u00ad') === -1 && raw.indexOf('\u200b') === -1
      ? raw
      : raw.replaceAll('\u00ad', '').replaceAll('\u200b', '');
  if (digits > 0 && digits + separators(source, index, end) === end - index) {
    out.push(index, end, bare, Kind.number);
    return end;
  }
  pushWord(source, index, end, bare, apostrophe, out);
  return end;
}

function separators(source: string, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) {
    const code = source.charCodeAt(index);
    if (code === 46 || code === 44 || code === 58) count++;
  }
  return count;
}

function pushWord(
  source: string,
  index: number,
  end: number,
  raw: string,
  apostrophe: number,
  out: Collector,
): void {
  const word = squeezed(raw.toLowerCase());
  const shape = shapeOf(raw);
  const swap = plain[word];
  if (swap !== undefined && typeof swap === 'string') {
    out.push(index, end, swap, Kind.word, shape);
    return;
  }
  if (apostrophe !== -1 && raw.length === end - index) {
    const tail = source.slice(apostrophe + 1, end).toLowerCase();
    const head = word.slice(0, apostrophe - index);
    if (tail === 't' && head.endsWith('n')) {
      const stem =
        head === 'can'
          ? 'can'
          : head === 'won'
            ? 'will'
            : head === 'shan'
              ? 'shall'
              : head === 'ain'
                ? 'is'
                : head.slice(0, -1);
      const cut = head === 'can' ? apostrophe : apostrophe - 1;
      out.push(index, cut, stem, Kind.word, shape);
      out.push(cut, end, 'not', Kind.word, 0);
      return;
    }
    const full = tails[tail];
    if (full !== undefined) {
      out.push(index, apostrophe, plain[head] ?? head, Kind.word, shape);
      out.push(apostrophe, end, full, Kind.word, 0);
      return;
    }
  }
  const pair = Object.hasOwn(joined, word) ? joined[word] : undefined;
  if (pair && raw.length === end - index) {
    out.push(index, index + pair[0], pair[1], Kind.word, shape);
    out.push(index + pair[0], end, pair[2], Kind.word, 0);
    return;
  }
  out.push(index, end, word, Kind.word, shape);
}

function squeezed(word: string): string {
  for (let index = 2; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code === word.charCodeAt(index - 1) && code === word.charCodeAt(index - 2)) {
      const two = word.replace(/(.)\1\1+/g, '$1$1');
      return doubled.has(two) ? two : word.replace(/(.)\1\1+/g, '$1');
    }
  }
  return word;
}

function shapeOf(raw: string): number {
  const code = raw.charCodeAt(0);
  const capital = code < 128 ? code >= 65 && code <= 90 : upperPattern.test(raw[0] as string);
  if (!capital) return 0;
  return raw.length > 1 && raw === raw.toUpperCase()
    ? Shape.capital | Shape.allCapitals
    : Shape.capital;
}

const hostEndings =
  /^(?:com|org|net|example|io|co|us|edu|gov|info|biz|health|clinic|care|app|me|html?|php|jpe?g|png|gif|webp|svg|pdf|mp4|mov|heic|md|txt|csv|json)(?![a-z])/i;

/** What joins the pieces before the @ of an address: amy.f@, amy_f@, amy-f@, amy+spa@. */
const joinsLocalPart = new Uint8Array(128);
for (const c of '.-_+') joinsLocalPart[c.charCodeAt(0)] = 1;
const longestLocalPart = 64;

/** True where such a mark stands at `index` within the part of an e-mail address before its @. */
function isLocalPart(source: string, index: number): boolean {
  if (joinsLocalPart[source.charCodeAt(index)] !== 1) return false;
  for (let at = index; at < source.length && at - index < longestLocalPart; at++) {
    const character = source[at] as string;
    if (character === '@')
      return at + 1 < source.length && isWordCharacter(source[at + 1] as string);
    const joint = joinsLocalPart[source.charCodeAt(at)] === 1;
    // "follow-up...", "--": two marks in a row stand in no address.
    if (joint && at > index && joinsLocalPart[source.charCodeAt(at - 1)] === 1) return false;
    if (!joint && !isWordCharacter(character)) return false;
  }
  return false;
}

function looksLikeHost(source: string, index: number, dot: number): boolean {
  if (dot - index < 2) return false;
  let ending = dot + 1;
  // foo.bar.com: look at the last label of a run of labels, at most a few of them.
  for (let labels = 0; labels < 4; labels++) {
    if (hostEndings.test(source.slice(ending, ending + 9))) return true;
    let next = ending;
    while (
      next < source.length &&
      next - ending < 40 &&
      (isWordCharacter(source[next] as string) || source[next] === '-')
    )
      next++;
    if (source[next] !== '.') return false;
    ending = next + 1;
  }
  return false;
}

function readAddress(source: string, index: number, from: number, out: Collector): number {
  let end = from;
  while (end < source.length) {
    const code = source.charCodeAt(end);
    if (
      code <= 32 ||
      code === 34 ||
      code === 60 ||
      code === 62 ||
      code === 0xa0 ||
      code === 41 ||
      code === 93 ||
      code === 125 ||
      code === 44
    )
      break;
    end++;
  }
  while (end > from && /[.!?;:'*_]/.test(source[end - 1] as string)) end--;
  if (end <= from) end = from + 1;
  out.push(index, end, source.slice(index, end).toLowerCase(), Kind.opaque);
  return end;
}

/** A sentence is cut here at the latest, so that no step of matching can grow with the document. */
const longestSentence = 250;

/** What the tokens of a passage are collected in before their number is known; nothing is cut within a cut. */
const rows = {
  start: [] as number[],
  end: [] as number[],
  word: [] as string[],
  number: [] as number[],
  kind: [] as number[],
  shape: [] as number[],
};

class Collector {
  readonly #source: string;
  readonly #start = rows.start;
  readonly #end = rows.end;
  readonly #word = rows.word;
  readonly #kind = rows.kind;
  readonly #shape = rows.shape;
  #count = 0;
  space = true;

  constructor(source: string) {
    this.#source = source;
  }

  push(start: number, end: number, word: string, kind: Kind, shape = 0, number = -1): void {
    const at = this.#count++;
    this.#start[at] = start;
    this.#end[at] = end;
    this.#word[at] = word;
    rows.number[at] = number >= 0 ? number : kind === Kind.word ? numberOf(word) : 0;
    this.#kind[at] = kind;
    this.#shape[at] = this.space ? shape | Shape.spaceBefore : shape;
    this.space = false;
  }

  finish(text: string): Tokens {
    const kinds = this.#kind;
    const shapes = this.#shape;
    const count = this.#count;
    const sentences = [0];
    let from = 0;
    for (let token = 0; token + 1 < count; token++) {
      const kind = kinds[token] as number;
      const mayEnd = kind === Kind.stop || kind === Kind.soft || kind === Kind.emoji;
      if (token + 1 - from >= longestSentence || (mayEnd && this.#endsSentence(token))) {
        from = token + 1;
        sentences.push(from);
      }
    }
    sentences.push(count);
    for (const start of sentences) {
      let first = start;
      while (first < count && kinds[first] !== Kind.word && kinds[first] !== Kind.number) first++;
      if (first < count) shapes[first] = (shapes[first] as number) | Shape.firstInSentence;
    }
    return {
      text,
      count,
      start: this.#start.slice(0, count),
      end: this.#end.slice(0, count),
      word: this.#word.slice(0, count),
      number: rows.number.slice(0, count),
      kind: kinds.slice(0, count),
      shape: shapes.slice(0, count),
      tags: new Array<number>(count).fill(0),
      sentenceStart: sentences,
    };
  }

  /** A sentence ends after a stop and the marks that close it, and after an emoji that a capital follows. */
  #endsSentence(token: number): boolean {
    const kind = this.#kind[token];
    const next = this.#kind[token + 1];
    const closes =
      next === Kind.stop ||
      next === Kind.emoji ||
      (next === Kind.soft &&
        /["')*_]/.test(this.#word[token + 1] as string) &&
        ((this.#shape[token + 1] as number) & Shape.spaceBefore) === 0);
    if (kind === Kind.stop) {
      if (this.#word[token] === '\n') return next !== Kind.stop || this.#word[token + 1] !== '\n';
      if (closes) return false;
      if (
        this.#word[token] === '.' &&
        (this.#end[token] as number) - (this.#start[token] as number) === 1
      )
        return this.#fullStopEnds(token);
      return true;
    }
    if (kind === Kind.emoji) return !closes && this.#startsAnew(token);
    if (kind === Kind.soft && !closes) {
      // Before a space alone, or a long run of marks would be looked over from each of them.
      if (
        ((this.#shape[token + 1] as number) & Shape.spaceBefore) === 0 ||
        !/["')*_]/.test(this.#word[token] as string)
      )
        return false;
      // The mark closed a sentence: look back over it to the stop.
      let back = token;
      while (
        back > 0 &&
        this.#kind[back] === Kind.soft &&
        ((this.#shape[back] as number) & Shape.spaceBefore) === 0
      )
        back--;
      return back !== token && this.#kind[back] === Kind.stop;
    }
    return false;
  }

  #startsAnew(token: number): boolean {
    const shape = this.#shape[token + 1] as number;
    return (shape & Shape.capital) !== 0 || this.#kind[token + 1] === Kind.emoji
      ? (shape & Shape.capital) !== 0
      : false;
  }

  #fullStopEnds(token: number): boolean {
    const nextShape = this.#shape[token + 1] as number;
    const gap = this.#source.slice(this.#end[token], this.#start[token + 1]);
    if (gap === '' && this.#kind[token + 1] !== Kind.emoji) return false;
    const before = token > 0 ? (this.#word[token - 1] as string) : '';
    const adjacent = token > 0 && this.#end[token - 1] === this.#start[token];
    if (!adjacent) return true;
    if (before.length === 1 && this.#kind[token - 1] === Kind.word) {
      // An initial ("Jen L.") ends a sentence only when a new one clearly starts.
      return before === 'm' || before === 'i'
        ? (nextShape & Shape.capital) !== 0 && !calendar.test(this.#word[token + 1] as string)
        : this.#kind[token + 1] === Kind.stop;
    }
    return (
      !abbreviations.has(before) ||
      before === 'no' ||
      (before.length > 1 && before === 'etc' && (nextShape & Shape.capital) !== 0)
    );
  }
}
