import type { Span } from './span.js';
import { Kind, type Tokens } from './tokens.js';

/**
 * The clause around a token: up to a semicolon, colon, dash, bracket or the end of the sentence; a comma ends it too
 * where at least three words stand on this side of it. Passage offsets.
 */
export function clauseAround(tokens: Tokens, token: number, sentence: Span): Span {
  let first = token;
  let words = 0;
  while (
    first > 0 &&
    (tokens.start[first - 1] as number) >= sentence.start &&
    !ends(tokens, first - 1, words)
  ) {
    first--;
    if (tokens.kind[first] === Kind.word) words++;
  }
  let last = token;
  words = 0;
  while (
    last + 1 < tokens.count &&
    (tokens.end[last + 1] as number) <= sentence.end &&
    !ends(tokens, last + 1, words)
  ) {
    last++;
    if (tokens.kind[last] === Kind.word) words++;
  }
  while (first < token && tokens.kind[first] !== Kind.word && tokens.kind[first] !== Kind.number)
    first++;
  while (last > token && tokens.kind[last] !== Kind.word && tokens.kind[last] !== Kind.number)
    last--;
  return { start: tokens.start[first] as number, end: tokens.end[last] as number };
}

function ends(tokens: Tokens, token: number, words: number): boolean {
  const kind = tokens.kind[token];
  if (kind === Kind.clause)
    return tokens.word[token] !== '-' || ((tokens.shape[token] as number) & 8) !== 0;
  if (kind === Kind.emoji) return true;
  return kind === Kind.soft && tokens.word[token] === ',' && words >= 3;
}
