/**
 * The words that anything here looks for, each with a number from 1 up; 0 stands for every other word. Words are added
 * when phrases and the lexicon are compiled, and are never taken away. A word's number finds everything else that is
 * known of it without comparing letters again.
 */
const words: string[] = [''];
const numbers = new Map<string, number>();
/** Open addressing by the hash of a word's letters; as many places as a power of two, at most half of them taken. */
let table = new Int32Array(1 << 13);

/** The word with a number. */
export function wordOf(number: number): string {
  return words[number] as string;
}

/** The number of a word in lower case; 0 when nothing looks for it. */
export function numberOf(word: string): number {
  return numbers.get(word) ?? 0;
}

/** Adds a word in lower case, and returns its number. */
export function addWord(word: string): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  const number = words.length;
  words.push(word);
  numbers.set(word, number);
  if (words.length * 2 > table.length) {
    table = new Int32Array(table.length * 2);
    for (let other = 1; other < number; other++) place(other);
  }
  place(number);
  return number;
}

export const hashStart = 0x811c9dc5 | 0;

/** One step of the 32-bit FNV-1a hash over UTF-16 code units. */
export function hashStep(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/**
 * The number of the word that stands in `source` from `start` up to `end`, where only letters A to Z of either case
 * stand; 0 when nothing looks for it. `hash` is the hash of the letters in lower case.
 */
export function numberAt(source: string, start: number, end: number, hash: number): number {
  const mask = table.length - 1;
  for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
    const number = table[at] as number;
    if (number === 0) return 0;
    if (isSame(words[number] as string, source, start, end)) return number;
  }
}

/**
 * The words of copy that nothing looks for, as they were met last: copying their letters and comparing them with lists
 * costs more than all else that is done with them. A word's place is given by its hash; the next one there takes it.
 */
const strangers: string[] = new Array<string>(1 << 13).fill('');

/** Such a word that stands in `source` from `start` up to `end` (see `numberAt`); undefined where it is not remembered. */
export function strangerAt(
  source: string,
  start: number,
  end: number,
  hash: number,
): string | undefined {
  const word = strangers[spread(hash) & (strangers.length - 1)] as string;
  return isSame(word, source, start, end) ? word : undefined;
}

/** Remembers a word of the letters a to z. */
export function keepStranger(word: string, hash: number): void {
  strangers[spread(hash) & (strangers.length - 1)] = word;
}

function isSame(word: string, source: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== (source.charCodeAt(start + at) | 32)) return false;
  return true;
}

function place(number: number): void {
  const word = words[number] as string;
  let hash = hashStart;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
  const mask = table.length - 1;
  let at = spread(hash) & mask;
  while (table[at] !== 0) at = (at + 1) & mask;
  table[at] = number;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
