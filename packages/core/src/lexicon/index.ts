import { Tag, type TagName } from '../tag.js';
import { Kind, type Tokens } from '../tokens.js';
import { addWord } from '../vocabulary.js';
import { conditions } from './conditions.js';
import { capitalTreatments, treatments } from './treatments.js';
import { words } from './words.js';

interface Entry {
  tags: number;
  next: Map<string, Entry> | undefined;
}

/** Sets the lexicon's tags on the tokens: the longest entry that starts at a token wins. */
export function tagWords(tokens: Tokens, lexicon: Lexicon): void {
  const { kind: kinds, number: numbers, shape: shapes, tags } = tokens;
  const { treatment, capital } = Tag;
  for (let token = 0; token < tokens.count; token++) {
    const kind = kinds[token];
    if (kind === Kind.soft || kind === Kind.clause || kind === Kind.stop) continue;
    const isCapital = ((shapes[token] as number) & 5) === 1;
    if (kind !== Kind.word) tags[token] = (tags[token] as number) | shapeTags(tokens, token);
    else if (isCapital) tags[token] = (tags[token] as number) | capital;
    const number = numbers[token] as number;
    const entry =
      number > 0 ? lexicon.byNumber[number] : lexicon.byWord.get(tokens.word[token] as string);
    if (entry) tagLongest(tokens, token, entry);
    if (isCapital && capitalOnly.has(tokens.word[token] as string))
      tags[token] = (tags[token] as number) | treatment;
  }
}

const capitalOnly = new Set(capitalTreatments.split('\n'));

/** What phrases may begin with a word. */
export interface Lexicon {
  readonly byWord: ReadonlyMap<string, Entry>;
  /** The same by the word's number in the vocabulary. */
  readonly byNumber: readonly (Entry | undefined)[];
}

function tagLongest(tokens: Tokens, from: number, first: Entry): void {
  let entry: Entry | undefined = first;
  let tags = first.tags;
  let last = from;
  for (let token = from + 1; entry?.next && token < tokens.count; token++) {
    // A hyphen joins ("micro-needling"); other marks end the entry.
    if (tokens.word[token] === '-') continue;
    entry = entry.next.get(tokens.word[token] as string);
    if (entry?.tags) {
      tags = entry.tags;
      last = token;
    }
  }
  if (tags === 0) return;
  for (let token = from; token <= last; token++)
    tokens.tags[token] = (tokens.tags[token] as number) | tags;
}

function shapeTags(tokens: Tokens, token: number): number {
  const kind = tokens.kind[token];
  if (kind === Kind.number) return numberTags(tokens, token);
  if (kind === Kind.handle) return Tag.handle;
  if (kind === Kind.hashtag) return Tag.hashtag;
  if (kind === Kind.opaque)
    return /^(?:\{\{|\*\||<<|%%|\[\[|\$\{)/.test(tokens.word[token] as string)
      ? Tag.merge
      : Tag.contact;
  const shape = tokens.shape[token] as number;
  return (shape & 5) === 1 ? Tag.capital : 0;
}

function numberTags(tokens: Tokens, token: number): number {
  const word = tokens.word[token] as string;
  if (token > 0 && tokens.word[token - 1] === '$') return Tag.number | Tag.money;
  if (/^\d{1,2}:\d\d$/.test(word)) return Tag.number | Tag.clock;
  return Tag.number;
}

/** Builds the lexicon from the plain lists. Entries are phrases of normalised words; plurals are added. */
export function createLexicon(): Lexicon {
  const root = new Map<string, Entry>();
  add(root, treatments, 'treatment');
  add(root, conditions, 'condition');
  for (const [tag, list] of Object.entries(words)) add(root, list, tag as TagName);
  const byNumber: (Entry | undefined)[] = [];
  for (const [word, entry] of root) byNumber[addWord(word)] = entry;
  for (let number = 0; number < byNumber.length; number++) byNumber[number] ??= undefined;
  return { byWord: root, byNumber };
}

function add(root: Map<string, Entry>, list: string, tag: TagName): void {
  for (const line of list.split('\n')) {
    const phrase = line.trim().toLowerCase();
    if (phrase === '') continue;
    addPhrase(root, phrase, Tag[tag]);
    if (/[a-z]{2}$/.test(phrase) && !/s$/.test(phrase))
      addPhrase(
        root,
        /[^aeiou]y$/.test(phrase)
          ? `${phrase.slice(0, -1)}ies`
          : /(?:x|ch|sh)$/.test(phrase)
            ? `${phrase}es`
            : `${phrase}s`,
        Tag[tag],
      );
  }
}

function addPhrase(root: Map<string, Entry>, phrase: string, tag: number): void {
  let level = root;
  let entry: Entry | undefined;
  for (const word of phrase.replaceAll("'s", " 's").split(/[\s-]+/)) {
    if (entry) level = entry.next ??= new Map();
    entry = level.get(word);
    if (!entry) {
      entry = { tags: 0, next: undefined };
      level.set(word, entry);
    }
  }
  if (entry) entry.tags |= tag;
}
