import { NameFlag, nameFlags, nameFlagsOf } from '../../lexicon/names.js';
import { Tag } from '../../tag.js';
import { Kind, Shape, type Tokens } from '../../tokens.js';
import {
  caringVerbs,
  credentials,
  firmNouns,
  never,
  particles,
  streetWords,
  timeWords,
} from './cues.js';

/** A run of words that may be somebody's name, as a token range. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** The name flags of its words, initials left out. */
  readonly flags: readonly number[];
  readonly initials: number;
}

const notName = Tag.platform | Tag.relation | Tag.practice | Tag.day;

/** True when the token could be a word of a name: a capital, and nothing that speaks against it. */
export function isNameWord(tokens: Tokens, token: number): boolean {
  if (tokens.kind[token] !== Kind.word || ((tokens.shape[token] as number) & Shape.capital) === 0)
    return false;
  const word = tokens.word[token] as string;
  if (never.has(word) || caringVerbs.has(word) || word.length === 1) return false;
  if (((tokens.tags[token] as number) & notName) !== 0) return false;
  const flags = nameFlagsOf(word, tokens.number[token] as number);
  if (((tokens.tags[token] as number) & (Tag.treatment | Tag.condition)) !== 0)
    return (flags & NameFlag.given) !== 0 && (flags & NameFlag.word) === 0;
  if ((flags & (NameFlag.given | NameFlag.surname)) !== 0) return true;
  return (flags & NameFlag.word) === 0 && /^\p{L}[\p{L}'’]+$/u.test(word) && !derived.test(word);
}

/** Words that are made from others: adverbs and abstract nouns, which no list of names holds and nobody is called. */
const derived =
  /.{3}(?:ally|ably|ibly|edly|ently|antly|ately|ously|fully|essly|ingly|tly|ssly|[td]ely|rily|[ctsx]ions?|ness|ments?|[lrtdnv]it(?:y|ies)|olog(?:y|ies|ists?)|isms?|ible|less|ever|thermore)$/;

/** A single capital letter, an initial. */
export function isInitial(tokens: Tokens, token: number): boolean {
  return (
    tokens.kind[token] === Kind.word &&
    tokens.end[token] === (tokens.start[token] as number) + 1 &&
    ((tokens.shape[token] as number) & Shape.capital) !== 0 &&
    tokens.word[token] !== 'i' &&
    tokens.word[token] !== 'a'
  );
}

/** The longest run that starts at a token which is a name word. */
export function runFrom(tokens: Tokens, from: number): Run {
  const flags = [nameFlags(tokens.word[from] as string)];
  let initials = 0;
  let to = from + 1;
  for (; to < tokens.count && flags.length < 6; ) {
    const next = nextPart(tokens, to, flags);
    if (next === -1) break;
    if (isInitial(tokens, next)) initials++;
    else flags.push(nameFlags(tokens.word[next] as string));
    to = next + 1;
    if (isInitial(tokens, next) && tokens.word[to] === '.' && adjoins(tokens, to)) {
      // "Jen L." at the end of a sentence keeps its full stop outside; a following surname takes it in.
      if (to + 1 < tokens.count && (isNameWord(tokens, to + 1) || isInitial(tokens, to + 1))) to++;
      else if (initials === 1 && flags.length === 1) return { from, to, flags, initials };
    }
  }
  return { from, to, flags, initials };
}

function adjoins(tokens: Tokens, token: number): boolean {
  return ((tokens.shape[token] as number) & Shape.spaceBefore) === 0;
}

/** The token of the next word of the name after `to`, or -1. */
function nextPart(tokens: Tokens, to: number, flags: readonly number[]): number {
  let at = to;
  if (tokens.word[at] === '-' && adjoins(tokens, at) && adjoins(tokens, at + 1))
    return isNameWord(tokens, at + 1) ||
      (tokens.kind[at + 1] === Kind.word &&
        ((tokens.shape[at + 1] as number) & Shape.capital) !== 0)
      ? at + 1
      : -1;
  if (tokens.kind[at] !== Kind.word || adjoins(tokens, at)) return -1;
  const word = tokens.word[at] as string;
  if (streetWords.has(word)) return -1;
  if (firmNouns.has(word) && (nameFlags(word) & NameFlag.surname) === 0) return -1;
  if (isInitial(tokens, at)) return at;
  if (particles.has(word)) {
    let hops = 0;
    while (particles.has(tokens.word[at] ?? '') && hops++ < 3) at++;
    if (isNameWord(tokens, at) && tokens.kind[at] === Kind.word) return at;
    if (((tokens.shape[to] as number) & Shape.capital) === 0) return -1;
    at = to;
  }
  if (!isNameWord(tokens, at)) return -1;
  if (timeWords.has(word) && (flags[0] as number) === 0) return -1;
  // Credentials in capitals end a name: "Kelly Ray RN".
  if (credentials.has(word) && ((tokens.shape[at] as number) & Shape.allCapitals) !== 0) return -1;
  // "Kelly Botox": a treatment after a name is no surname.
  if (((tokens.tags[at] as number) & Tag.treatment) !== 0) return -1;
  return at;
}
