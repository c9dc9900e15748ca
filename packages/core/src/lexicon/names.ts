import { coded } from './names-data.js';
import { placeNames } from './names-places.js';

/** What a word may be as a name; a word may be several. */
export const NameFlag = { given: 1, surname: 2, word: 4, place: 8 } as const;

const flagsOfClass: Readonly<Record<string, number>> = { A: 1, B: 2, C: 3, G: 4, D: 5, E: 6, F: 7 };
let decoded: ReadonlyMap<string, number> | undefined;

/** The flags of a word in lower case; 0 when no list has it. Diacritics do not matter. */
export function nameFlags(word: string): number {
  decoded ??= decode();
  const flags = decoded.get(word);
  if (flags !== undefined) return flags;
  if (isPlain(word)) return 0;
  return decoded.get(plainName(word)) ?? 0;
}

/** The flags of the words of the vocabulary, by number. */
const byNumber: number[] = [];

/** The same for a word whose number in the vocabulary is known (0 for none). */
export function nameFlagsOf(word: string, number: number): number {
  if (number === 0) return nameFlags(word);
  while (byNumber.length <= number) byNumber.push(-1);
  const known = byNumber[number] as number;
  if (known >= 0) return known;
  const flags = nameFlags(word);
  byNumber[number] = flags;
  return flags;
}

function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** Lower case without diacritics, apostrophes and hyphens: how the lists spell names. */
export function plainName(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’-]/gu, '')
    .replace(
      /[łøđßı]/g,
      (letter) => ({ ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i' })[letter] ?? letter,
    );
}

function decode(): Map<string, number> {
  const flags = new Map<string, number>();
  let own = 0;
  let name = '';
  for (let at = 0; at < coded.length; ) {
    const code = coded.charCodeAt(at++);
    if (code >= 65) {
      own = flagsOfClass[String.fromCharCode(code)] ?? 0;
      name = '';
      continue;
    }
    let end = at;
    while (coded.charCodeAt(end) >= 97) end++;
    name = name.slice(0, code - 48) + coded.slice(at, end);
    flags.set(name, own);
    at = end;
  }
  for (const place of placeNames)
    if (!place.includes(' ')) flags.set(place, (flags.get(place) ?? 0) | NameFlag.place);
  return flags;
}
