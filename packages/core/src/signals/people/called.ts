import { NameFlag } from '../../lexicon/names.js';
import { Kind, Shape, type Tokens } from '../../tokens.js';
import { receivingVerbs } from './cues.js';
import type { Run } from './runs.js';
import type { Words } from './words.js';

/** How a name is called or celebrated, which no month, flower or verb is; '' when it is not. */
export type Call = 'vocative' | 'celebrated' | 'named' | 'full name' | '';

/**
 * The plainest places of a name: "Hi May,", "…, April!" after words to somebody, "proud of Mark for", "our client Rose",
 * "Bill L. trusted". There a word that is also something else, or is written in lower case, is a name.
 */
export function callOf(words: Words, run: Run): Call {
  const flags = run.flags[0] ?? 0;
  const unknown = flags === 0 && words.capital(run.from) && !words.first;
  if (((flags & NameFlag.given) === 0 && !unknown) || (flags & NameFlag.place) !== 0) return '';
  const { left, next, last, previous } = words;
  const open = last || next === ',' || next === '!';
  if (/^(?:hi|hello|hey|hiya|dear|hola)$/.test(left) && (last || /^[,!:—–-]$/.test(next)))
    return 'vocative';
  if (left === ',' && open && spokenTo(words, previous)) return 'vocative';
  if (left === '@' && run.flags.length === 1) return 'vocative';
  if (celebrated(words, previous) && (open || /^(?:for|on|who|and|at|with|as)$/.test(next)))
    return 'celebrated';
  if (/^(?:client|patient|reviewer|named)$/.test(left) && next !== '-') return 'named';
  if (left === 'meet' && (open || next === "'s")) return 'named';
  if (run.initials > 0 && run.flags.length === 1 && receivingVerbs.has(afterInitial(words, run)))
    return 'full name';
  return '';
}

/** The word after "Jen L." */
function afterInitial(words: Words, run: Run): string {
  return words.word(words.next === '.' ? run.to + 1 : run.to);
}

/** "proud of", "shoutout to", "congrats", "happy birthday (to)". */
function celebrated(words: Words, at: number): boolean {
  const [two, one] = [words.word(at - 1), words.word(at)];
  if (one === 'of') return two === 'proud';
  if (one === 'to')
    return /^(?:shoutout|out|congrats|congratulations|kudos|props|birthday|anniversary|off)$/.test(
      two,
    );
  return (
    /^(?:congrats|congratulations|kudos)$/.test(one) || (one === 'birthday' && two === 'happy')
  );
}

/** True when the sentence up to the comma at `comma` speaks to somebody: thanks, or "you". */
function spokenTo({ tokens }: Words, comma: number): boolean {
  for (let at = comma - 1; at >= Math.max(0, comma - 14); at--) {
    if (tokens.kind[at] === Kind.stop) return false;
    if (/^(?:you|ya|your|thanks|thank|congrats|congratulations)$/.test(tokens.word[at] as string))
      return true;
  }
  return false;
}

/** A given name in lower case at a place where a name is called, with the surname after it; undefined elsewhere. */
export function lowerCaseRun(tokens: Tokens, token: number, flagsOf: FlagsOf): Run | undefined {
  const word = tokens.word[token] as string;
  const flags = flagsOf(word);
  if (
    word.length < 3 ||
    (flags & NameFlag.given) === 0 ||
    (flags & (NameFlag.word | NameFlag.place)) !== 0
  )
    return undefined;
  return isAllLower(tokens, token) || cueBefore(tokens, token)
    ? withSurname(tokens, token, flagsOf)
    : undefined;
}

/** "Hi May,", "proud of Will": a word that hardly ever is a name, with a capital where a name is called. */
export function rareName(tokens: Tokens, token: number, flagsOf: FlagsOf): Run | undefined {
  const flags = flagsOf(tokens.word[token] as string);
  const proud = tokens.word[token - 1] === 'of' && tokens.word[token - 2] === 'proud';
  return (flags & NameFlag.given) !== 0 && (proud || cueBefore(tokens, token))
    ? { from: token, to: token + 1, flags: [flags], initials: 0 }
    : undefined;
}

type FlagsOf = (word: string) => number;

function withSurname(tokens: Tokens, from: number, flagsOf: FlagsOf): Run {
  const flags = [flagsOf(tokens.word[from] as string)];
  let to = from + 1;
  const initial = tokens.kind[to] === Kind.word && (tokens.word[to] as string).length === 1;
  if (initial && tokens.word[to + 1] === '.' && !/^[ai]$/.test(tokens.word[to] as string))
    return { from, to: to + 1, flags, initials: 1 };
  const next = flagsOf(tokens.word[to] ?? '');
  if (
    tokens.kind[to] === Kind.word &&
    (next & NameFlag.surname) !== 0 &&
    (next & NameFlag.word) === 0
  ) {
    flags.push(next);
    to++;
  }
  return { from, to, flags, initials: 0 };
}

/** True in a passage without any capital: whoever types like that types names so too. */
function isAllLower(tokens: Tokens, token: number): boolean {
  const sentence = sentenceAround(tokens, token);
  for (let at = sentence.from; at < sentence.to; at++)
    if (tokens.kind[at] === Kind.word && ((tokens.shape[at] as number) & Shape.capital) !== 0)
      return false;
  return sentence.to - sentence.from > 1;
}

function sentenceAround(tokens: Tokens, token: number): { from: number; to: number } {
  let from = token;
  while (from > 0 && tokens.kind[from - 1] !== Kind.stop) from--;
  let to = token;
  while (to < tokens.count && tokens.kind[to] !== Kind.stop) to++;
  return { from, to };
}

function cueBefore(tokens: Tokens, token: number): boolean {
  const one = tokens.word[token - 1] ?? '';
  return /^(?:hi|hello|hey|dear|hola|congrats|meet|client|patient|shoutout|birthday|@)$/.test(one);
}
