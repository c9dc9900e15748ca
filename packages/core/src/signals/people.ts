import { NameFlag, nameFlags, nameFlagsOf } from '../lexicon/names.js';
import type { PracticeProfile } from '../profile.js';
import { Tag } from '../tag.js';
import { Kind, Shape, type Tokens } from '../tokens.js';
import { lowerCaseRun, rareName } from './people/called.js';
import { namesServing, ownNames } from './people/context.js';
import { greetings, honorifics, kinTitles, thanks } from './people/cues.js';
import { tagHandles } from './people/handles.js';
import { tagPlaces } from './people/places.js';
import { isNameWord, type Run, runFrom } from './people/runs.js';
import { judgeRun } from './people/verdict.js';

/** A name in a passage. */
export interface Person {
  /** Token range: from `from` up to, but not including, `to`. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'person' | 'staff' | 'practice';
  /** 0 to 1: how sure it is that this is a name of somebody. */
  readonly score: number;
  /** What gave it away: 'greeting', 'honorific', 'full name', … */
  readonly cue: string;
}

/** What is known beyond the passage's words. */
export interface PeopleContext {
  /** True when the passage answers a review: third persons are then mostly staff. */
  readonly reply?: boolean;
  /** The review being answered. */
  readonly answers?: string;
  /** Words of names, lower case, that other passages of the document show to be staff. */
  readonly staff?: ReadonlySet<string>;
}

/** A name gets its tag from this score on. */
export const tagThreshold = 0.5;

/**
 * Finds names and sets Tag.name on people, Tag.staff on the practice's own, Tag.practice on its name, Tag.place on
 * places, and turns Tag.handle into Tag.ownhandle where the handle is no patient's. One pass over the tokens.
 */
export function tagPeople(
  tokens: Tokens,
  profile: PracticeProfile,
  context: PeopleContext = {},
): readonly Person[] {
  const own = ownNames(profile);
  tagHandles(tokens, own);
  const people: Person[] = [];
  const serving = context.answers ? namesServing(context.answers) : undefined;
  const known = (word: string) => own.staff.has(word) || (context.staff?.has(word) ?? false);
  let before: Person | undefined;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== Kind.word) continue;
    const practiceEnd = practiceAt(tokens, token, own.practice);
    if (practiceEnd > token) {
      set(tokens, token, practiceEnd, Tag.practice);
      people.push({ from: token, to: practiceEnd, kind: 'practice', score: 1, cue: 'profile' });
      token = practiceEnd - 1;
      continue;
    }
    const placeEnd = tagPlaces(tokens, token);
    if (placeEnd > token + 1 && (nameFlags(tokens.word[token] as string) & NameFlag.given) === 0) {
      token = placeEnd - 1;
      continue;
    }
    const run = candidateAt(tokens, token);
    if (!run) continue;
    const verdict = judgeRun(tokens, run, {
      own: known,
      serving,
      reply: context.reply ?? false,
      before,
      placeEnd,
    });
    if (verdict.kind !== 'none') {
      const person: Person = {
        from: verdict.from,
        to: verdict.to,
        kind: verdict.kind,
        score: verdict.score,
        cue: verdict.cue,
      };
      people.push(person);
      before = person;
      if (person.score >= tagThreshold) mark(tokens, person);
    }
    token = Math.max(run.to, verdict.to) - 1;
  }
  return withStaffRepeated(tokens, people);
}

/** A run with a capital, or a lower-case given name right after a greeting, thanks or an honorific. */
function candidateAt(tokens: Tokens, token: number): Run | undefined {
  if (isNameWord(tokens, token)) return runFrom(tokens, token);
  const word = tokens.word[token] as string;
  const flags = nameFlagsOf(word, tokens.number[token] as number);
  if ((flags & (NameFlag.given | NameFlag.surname)) === 0) return undefined;
  if (((tokens.shape[token] as number) & Shape.capital) !== 0)
    return rareName(tokens, token, nameFlags);
  let back = token - 1;
  while (
    back >= 0 &&
    (tokens.word[back] === ',' ||
      (tokens.word[back] === '.' && tokens.end[back] === tokens.start[token]))
  )
    back--;
  if (back >= 0 && tokens.word[back] === '.' && honorifics.has(tokens.word[back - 1] ?? '')) back--;
  const previous = tokens.word[back] ?? '';
  if (
    !greetings.has(previous) &&
    !thanks.has(previous) &&
    !honorifics.has(previous) &&
    !kinTitles.has(previous) &&
    !(previous === 'you' && thanks.has(tokens.word[back - 1] ?? '')) &&
    !(previous === 'much' || previous === 'again')
  )
    return lowerCaseRun(tokens, token, nameFlags);
  if ((flags & NameFlag.given) === 0 || (flags & NameFlag.word) !== 0) {
    if (
      !/^(?:mr|mrs|ms|miss)$/.test(previous) ||
      (flags & (NameFlag.given | NameFlag.surname)) === 0
    )
      return undefined;
  }
  let to = token + 1;
  const following = nameFlags(tokens.word[to] ?? '');
  if (
    tokens.kind[to] === Kind.word &&
    (following & NameFlag.surname) !== 0 &&
    (following & NameFlag.word) === 0
  )
    to++;
  return { from: token, to, flags: [flags], initials: 0 };
}

function practiceAt(tokens: Tokens, token: number, words: readonly string[]): number {
  if (words.length === 0 || tokens.word[token] !== words[0]) return token;
  let at = token;
  let matched = 0;
  for (const word of words) {
    while (
      at > token &&
      at < tokens.count &&
      tokens.kind[at] !== Kind.word &&
      at - token < words.length * 2
    )
      at++;
    if (tokens.word[at] !== word) break;
    at++;
    matched++;
  }
  // The first word alone ("Luma") stands for the practice when it has a capital and is no name.
  if (matched === words.length) return at;
  const lone =
    ((tokens.shape[token] as number) & Shape.capital) !== 0 &&
    (words[0] as string).length > 3 &&
    nameFlags(words[0] as string) === 0;
  return lone ? token + 1 : token;
}

/** Who is staff once is staff throughout the passage: "Nurse Fatou … Fatou". */
function withStaffRepeated(tokens: Tokens, people: readonly Person[]): readonly Person[] {
  const staff = new Set<string>();
  for (const { kind, from, to, cue } of people) {
    if (kind !== 'staff' || cue === 'third person') continue;
    for (let token = from; token < to; token++)
      if (isNameWord(tokens, token)) staff.add(tokens.word[token] as string);
  }
  if (staff.size === 0) return people;
  return people.map((person) => {
    if (person.kind !== 'person' || person.cue === 'vocative' || person.cue === 'honorific')
      return person;
    if (!staff.has(tokens.word[person.from] as string)) return person;
    for (let token = person.from; token < person.to; token++)
      tokens.tags[token] = ((tokens.tags[token] as number) & ~Tag.name) | Tag.staff;
    return { ...person, kind: 'staff', cue: 'named as staff above' };
  });
}

/** A city's name that is somebody's here is no place. */
function mark(tokens: Tokens, { from, to, kind }: Person): void {
  for (let token = from; token < to; token++)
    tokens.tags[token] =
      ((tokens.tags[token] as number) & ~Tag.place) | (kind === 'staff' ? Tag.staff : Tag.name);
}

function set(tokens: Tokens, from: number, to: number, tag: number): void {
  for (let token = from; token < to; token++)
    tokens.tags[token] = (tokens.tags[token] as number) | tag;
}
