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
  if (/^[a-z]*$/.test(word)) return 0;
  return decoded.get(plainName(word)) ?? 0;
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
