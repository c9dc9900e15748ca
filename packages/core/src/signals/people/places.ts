import { placeNames } from '../../lexicon/names-places.js';
import { Tag } from '../../tag.js';
import { Kind, Shape, type Tokens } from '../../tokens.js';

const byFirst = new Map<string, (readonly string[])[]>();

function placesByFirst(): ReadonlyMap<string, (readonly string[])[]> {
  if (byFirst.size > 0) return byFirst;
  for (const place of placeNames) {
    const words = place.split(/[ .-]+/);
    const list = byFirst.get(words[0] as string);
    if (list) list.push(words);
    else byFirst.set(words[0] as string, [words]);
  }
  return byFirst;
}

/** Sets Tag.place on the longest place name that starts at a token and is written with capitals; returns its end. */
export function tagPlaces(tokens: Tokens, token: number): number {
  if (((tokens.shape[token] as number) & Shape.capital) === 0) return token;
  const candidates = placesByFirst().get(tokens.word[token] as string);
  if (!candidates) return token;
  let best = token;
  for (const words of candidates) {
    let at = token;
    let index = 0;
    while (index < words.length && at < tokens.count) {
      if (
        tokens.kind[at] !== Kind.word &&
        at > token &&
        (tokens.word[at] === '.' || tokens.word[at] === '-')
      ) {
        at++;
        continue;
      }
      if (tokens.word[at] !== words[index] || ((tokens.shape[at] as number) & Shape.capital) === 0)
        break;
      at++;
      index++;
    }
    if (index === words.length && at > best) best = at;
  }
  for (let at = token; at < best; at++) tokens.tags[at] = (tokens.tags[at] as number) | Tag.place;
  return best;
}
