import { roleKind } from './formats/roles.js';
import { macros } from './lexicon/macros.js';
import { createMatcher, type Matcher } from './matcher.js';
import type { Passage } from './passage.js';
import type { FixTemplate } from './rule.js';
import type { Reading } from './signal.js';
import { overlaps, type Span } from './span.js';
import { toneOf } from './tone.js';

const matchers = new WeakMap<readonly string[], Matcher>();

/**
 * What the phrases of a fix's `where` find at the mark, in passage offsets: the longest match that overlaps it. With
 * `first`, only where the passage has no earlier match, so that two fixes do not write the same words twice.
 * Compiled when first asked for: most findings are never fixed.
 */
export function whereMatch(
  where: readonly string[],
  reading: Reading,
  mark: Span,
  first: boolean,
): Span | undefined {
  let matcher = matchers.get(where);
  if (!matcher) {
    matcher = createMatcher(
      where.map((source, index) => ({ signal: String(index), source })),
      macros,
    );
    matchers.set(where, matcher);
  }
  const found = matcher.find(reading.tokens);
  const all = where.flatMap((_, index) => found.of(String(index)));
  const [longest] = all
    .filter((span) => overlaps(span, mark))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  if (!longest || (first && all.some((span) => span.end <= longest.start))) return undefined;
  return longest;
}

/** True of a name under a key for names. */
function isName({ role, text }: Passage): boolean {
  return role !== undefined && roleKind(role) === 'author' && !/\S(?:\s+\S+){4}/.test(text);
}

type Rewrite = Extract<FixTemplate, { replace: unknown }>;

/** True where a fix of this kind has a place: the channel, the part, the tone, and for marked words a boundary on either side. */
export function fits(
  { channels, in: parts, tone, replace, with: words }: Rewrite,
  reading: Reading,
  mark: Span,
): boolean {
  const { passage } = reading;
  if (channels && !channels.includes(passage.channel)) return false;
  if (parts && !parts.includes(passage.part)) return false;
  if (tone && (toneOf(reading) ?? tone) !== tone) return false;
  // "author": "Read our reviews" would be nobody's name.
  if (words !== '' && replace !== 'mark' && isName(passage)) return false;
  if (replace !== 'mark' || words === '') return true;
  // "#LA-20871": words in place of a piece of something would not read as words.
  const { text } = passage;
  const joined = /[\p{L}\p{N}_][\p{L}\p{N}_]/u;
  return (
    text[mark.start - 1] !== '#' &&
    !joined.test(text.slice(Math.max(0, mark.start - 1), mark.start + 1)) &&
    !joined.test(text.slice(Math.max(0, mark.end - 1), mark.end + 1))
  );
}
