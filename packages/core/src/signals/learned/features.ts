import type { Reading } from '../../signal.js';
import { Tag } from '../../tag.js';
import { Kind, Shape, type Tokens, tokenize } from '../../tokens.js';

/** Takes one feature: its 32-bit hash and the tokens it was read from. */
export type Visit = (feature: number, from: number, to: number) => void;

/** What is known of a passage before its clauses are looked at one by one. */
export interface Outline {
  readonly tokens: Tokens;
  /** Hash of each token's word, or of the tag that stands for it; 0 for what features look through. */
  readonly symbol: readonly number[];
  /** Hash of each token's word alone. */
  readonly word: readonly number[];
  /** Bits of `Trait`, for each token. */
  readonly traits: readonly number[];
  /** 1 reply, 2 post, 3 message, 4 page. */
  readonly place: number;
  /** Traits of the review that is being answered; 0 where it is not known. */
  readonly review: number;
}

/** What a word can be to a clause: who is spoken to, when, and what the sentence takes for granted. */
export const traitNames = [
  'you',
  'your',
  'we',
  'our',
  'i',
  'it',
  'third',
  'past',
  'ing',
  'future',
  'negation',
  'again',
  'everyone',
  'policy',
  'thanks',
  'please',
  'call',
  'question',
  'care',
  'body',
  'when',
  'amount',
  'person',
  'staff',
  'feeling',
  'speech',
  'hope',
  'glad',
  'sorry',
  'echo',
  'record',
] as const;
type TraitName = (typeof traitNames)[number];
export const Trait = Object.fromEntries(
  traitNames.map((name, index) => [name, 1 << index]),
) as Readonly<Record<TraitName, number>>;

const lists: Readonly<Partial<Record<TraitName, string>>> = {
  you: 'you yourself y',
  your: 'your yours',
  we: 'we us ourselves',
  our: 'our ours my',
  i: 'i me myself',
  it: 'it this that these those',
  third: 'he she they him her them his their hers someone somebody',
  past: 'was were did had came got gave took made went said told saw sat left felt kept met brought put done been gone seen held paid heard found sent spent knew thought chose drove won ran began wrote spoke broke became grew let stood lost fell brought taught caught slept rode wore tore flew swore ate drank hit cut',
  future: 'will would shall going ll next soon tomorrow until upcoming due',
  negation: "not no never nobody none nothing neither nor without n't",
  again:
    'again back still finally already another anymore return returning second last first since ago long always yet continue continued continuing more',
  everyone:
    'everyone anyone everybody anybody every each all people folks patients clients guests families anything whoever others',
  policy:
    'policy policies always standard practice aim strive goal commitment committed believe pride privacy hipaa confidentiality whenever rules law',
  thanks: 'thank thanks appreciate appreciated grateful gracias',
  please: 'please',
  call: 'call email phone reach contact text message write manager office line desk',
  when: 'today yesterday morning afternoon evening week weeks month months year years day days hour hours minute minutes time times session sessions round',
  hope: 'hope hopefully wish forward wait excited',
  glad: 'glad happy thrilled love loved loving pleased delighted proud joy pleasure honored wonderful ecstatic',
  sorry: 'sorry apologize apologies regret',
  record:
    'record records chart notes file schedule signed consent paid refund refunded charge charged bill billed deposit insurance appointment visit visits visited booked scheduled camera cameras showed form',
};

const traitOf: ReadonlyMap<string, number> = buildTraits();

function buildTraits(): Map<string, number> {
  const traits = new Map<string, number>();
  for (const [name, words] of Object.entries(lists)) {
    for (const word of words.split(' '))
      traits.set(word, (traits.get(word) ?? 0) | Trait[name as TraitName]);
  }
  return traits;
}

/** The tags that stand in for their words, the most telling first. */
const standIns: readonly (readonly [number, string, number])[] = [
  [Tag.staff, '<staff>', Trait.staff],
  [Tag.name, '<name>', Trait.person],
  [Tag.handle, '<handle>', Trait.person],
  [Tag.treatment, '<treatment>', Trait.care],
  [Tag.condition, '<condition>', Trait.care],
  [Tag.body, '<body>', Trait.body],
  [Tag.relative, '<relative>', Trait.person],
  [Tag.money, '<money>', Trait.amount],
  [Tag.clock, '<clock>', Trait.when],
  [Tag.day, '<day>', Trait.when],
  [Tag.month, '<month>', Trait.when],
  [Tag.number, '<number>', Trait.amount],
  [Tag.contact, '<contact>', Trait.call],
  [Tag.merge, '<merge>', 0],
  [Tag.hashtag, '<hashtag>', 0],
];
const standInTags = standIns.reduce((all, [tag]) => all | tag, 0);
const standInHash = standIns.map(([, name]) => hashWord(name));
const capitalHash = hashWord('<capital>');
const emojiHash = hashWord('<emoji>');

/** The 32-bit FNV-1a hash of a word's UTF-16 code units. Never 0. */
export function hashWord(word: string): number {
  return hashPart(word, 0, word.length);
}

/** The same of a word's letters from `start` up to `end`. */
export function hashPart(word: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = start; index < end; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash === 0 ? 1 : hash;
}

/** A 32-bit hash of two. */
export function mix(a: number, b: number): number {
  let hash = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13);
}

/** What an outline is made in before it is cut to its length. */
const rows = { symbol: [] as number[], word: [] as number[], traits: [] as number[] };

/** Reads what the features need from a passage, once. */
export function outlineOf(reading: Reading): Outline {
  const { tokens, passage } = reading;
  const { count } = tokens;
  const { symbol, word, traits } = rows;
  const answered = passage.answers === undefined ? undefined : wordsOf(passage.answers);
  for (let token = 0; token < count; token++) {
    const kind = tokens.kind[token] as number;
    symbol[token] = word[token] = traits[token] = 0;
    if (kind === Kind.soft) continue;
    const text = tokens.word[token] as string;
    if (kind === Kind.emoji) {
      word[token] = hashWord(text);
      symbol[token] = emojiHash;
      continue;
    }
    if (kind === Kind.stop || kind === Kind.clause) {
      symbol[token] = word[token] = hashWord(text);
      if (text === '?') traits[token] = Trait.question;
      continue;
    }
    const hash = hashWord(text);
    word[token] = hash;
    const tags = tokens.tags[token] as number;
    let found = traitOf.get(text) ?? 0;
    let stand = 0;
    if ((tags & standInTags) !== 0) {
      for (let index = 0; index < standIns.length; index++) {
        const [tag, , trait] = standIns[index] as (typeof standIns)[number];
        if ((tags & tag) === 0) continue;
        found |= trait;
        stand = standInHash[index] as number;
        break;
      }
    } else if (
      ((tokens.shape[token] as number) &
        (Shape.capital | Shape.firstInSentence | Shape.allCapitals)) ===
        Shape.capital &&
      text !== 'i'
    ) {
      stand = capitalHash;
      found |= Trait.person;
    }
    if ((tags & Tag.feeling) !== 0) found |= Trait.feeling;
    if ((tags & (Tag.speech | Tag.platform)) !== 0) found |= Trait.speech;
    if (found === 0 && text.length > 4 && text.endsWith('ed')) found = Trait.past;
    if (text.length > 5 && text.endsWith('ing')) found |= Trait.ing;
    if (answered && text.length > 3 && (traitOf.get(text) ?? 0) === 0 && answered.has(text))
      found |= Trait.echo;
    traits[token] = found;
    symbol[token] = stand || hash;
  }
  return {
    tokens,
    symbol: symbol.slice(0, count),
    word: word.slice(0, count),
    traits: traits.slice(0, count),
    place: placeOf(reading),
    review: answered ? traitsOfWords(answered) : 0,
  };
}

function placeOf({ passage }: Reading): number {
  if (passage.reply || passage.channel === 'review-reply') return 1;
  if (passage.channel === 'social-post') return 2;
  return passage.channel === 'direct-message' ? 3 : 4;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).word);
}

function traitsOfWords(words: ReadonlySet<string>): number {
  let traits = 0;
  for (const word of words) traits |= traitOf.get(word) ?? 0;
  return traits;
}

/** Seeds, so that features of different kinds do not meet. */
export const seed = {
  word: 0x11,
  pair: 0x22,
  triple: 0x33,
  skip: 0x44,
  stem: 0x55,
  tail: 0x66,
  trait: 0x77,
  traits: 0x88,
  placed: 0x99,
  place: 0xaa,
  near: 0xbb,
  edge: 0xcc,
  review: 0xdd,
  length: 0xee,
  own: 0xff,
  answer: 0x10f,
};

/** Visits the features of the tokens from `from` up to `to`: a clause, or the whole passage. */
export function visitFeatures(outline: Outline, from: number, to: number, visit: Visit): void {
  const { tokens, symbol, word, traits, place } = outline;
  let one = 1;
  let two = 1;
  let oneAt = from;
  let twoAt = from;
  let all = 0;
  let words = 0;
  let sinceYou = 9;
  let sinceWe = 9;
  for (let token = from; token < to; token++) {
    const here = symbol[token] as number;
    if (here === 0) continue;
    const own = word[token] as number;
    const next = token + 1;
    visit(mix(seed.word, here), token, next);
    visit(mix(seed.placed + place, here), token, next);
    if (own !== here) visit(mix(seed.own, own), token, next);
    visit(mix(mix(seed.pair, one), here), oneAt, next);
    if (two !== 1) {
      visit(mix(mix(mix(seed.triple, two), one), here), twoAt, next);
      visit(mix(mix(seed.skip, two), here), twoAt, next);
    }
    const kind = tokens.kind[token];
    if (kind === Kind.word) {
      words++;
      if (own === here) visitSpelling(tokens.word[token] as string, token, visit);
      const trait = traits[token] as number;
      if (sinceYou < 4) visit(mix(seed.near + 1, here), token, next);
      if (sinceWe < 4) visit(mix(seed.near + 2, here), token, next);
      sinceYou = (trait & (Trait.you | Trait.your)) !== 0 ? 0 : sinceYou + 1;
      sinceWe = (trait & (Trait.we | Trait.i)) !== 0 ? 0 : sinceWe + 1;
    }
    all |= traits[token] as number;
    two = one;
    twoAt = oneAt;
    one = here;
    oneAt = token;
  }
  visit(mix(mix(seed.pair, one), 2), oneAt, to);
  visitTraits(all, outline, words, from, to, visit);
}

function visitSpelling(text: string, token: number, visit: Visit): void {
  if (text.length < 5) return;
  visit(mix(seed.stem, hashWord(text.slice(0, 5))), token, token + 1);
  visit(mix(seed.tail, hashWord(text.slice(-3))), token, token + 1);
}

/** What a review can tell that matters to its answer. */
export const telling =
  Trait.care | Trait.body | Trait.past | Trait.negation | Trait.record | Trait.glad;

/** The class of a clause by its number of words, 0 to 5. */
export function lengthOf(words: number): number {
  return words < 3 ? 0 : words < 6 ? 1 : words < 12 ? 2 : words < 24 ? 3 : words < 48 ? 4 : 5;
}

/** Whom a clause with these traits speaks to or of: 1 the reader, 2 a third, 3 the writer, 4 nobody. */
export function spokenOf(all: number): number {
  if ((all & (Trait.you | Trait.your)) !== 0) return 1;
  if ((all & Trait.third) !== 0) return 2;
  return (all & (Trait.we | Trait.our | Trait.i)) !== 0 ? 3 : 4;
}

/** What the clause has and does not have, and every two of those together. */
function visitTraits(
  all: number,
  { place, review }: Outline,
  words: number,
  from: number,
  to: number,
  visit: Visit,
): void {
  visit(mix(seed.length, lengthOf(words)), from, to);
  visit(mix(seed.place, place), from, to);
  const spoken = spokenOf(all);
  visit(mix(seed.place + 1, place * 8 + spoken), from, to);
  for (let a = 0; a < traitNames.length; a++) {
    if ((all & (1 << a)) === 0) continue;
    visit(mix(seed.trait, a), from, to);
    visit(mix(seed.trait + 1, a * 8 + place), from, to);
    visit(mix(seed.trait + 2, a * 8 + spoken), from, to);
    for (let b = a + 1; b < traitNames.length; b++)
      if ((all & (1 << b)) !== 0) visit(mix(seed.traits, a * 64 + b), from, to);
  }
  const told = review & telling;
  if (review !== 0) visit(mix(seed.review, spoken), from, to);
  for (let a = 0; a < traitNames.length; a++)
    if ((told & (1 << a)) !== 0) visit(mix(seed.review + 1, a * 8 + spoken), from, to);
  // What the review speaks of beside what the answer does: a glad "it" under a review of care.
  for (let a = 0; a < traitNames.length; a++) {
    if ((review & (1 << a)) === 0) continue;
    for (let b = 0; b < traitNames.length; b++)
      if ((all & (1 << b)) !== 0) visit(mix(seed.answer, a * 64 + b), from, to);
  }
}
