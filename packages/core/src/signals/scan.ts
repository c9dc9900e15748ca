import type { Reading } from '../signal.js';
import type { Span } from '../span.js';
import { Tag, type TagName } from '../tag.js';
import { Kind, sentenceAt, type Tokens } from '../tokens.js';

/** The token that holds an offset, or the first one after it; `count` when there is none. */
export function tokenAt(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when the token carries any of the tags. */
export function isTagged(tokens: Tokens, token: number, ...names: readonly TagName[]): boolean {
  const tags = tokens.tags[token] ?? 0;
  if (tags !== 0)
    for (let at = 0; at < names.length; at++)
      if ((tags & Tag[names[at] as TagName]) !== 0) return true;
  return false;
}

/** The token's word, or '' outside the text. */
export function wordAt(tokens: Tokens, token: number): string {
  return tokens.word[token] ?? '';
}

/** The next token in a direction that is no quotation mark, comma or emoji; -1 when the sentence ends first. */
export function neighborToken(tokens: Tokens, token: number, step: 1 | -1): number {
  for (let at = token + step; at >= 0 && at < tokens.count; at += step) {
    const kind = tokens.kind[at];
    if (kind === Kind.stop || kind === Kind.clause) return -1;
    if (kind !== Kind.soft && kind !== Kind.emoji) return at;
  }
  return -1;
}

/** First and one-past-last token of the sentence that holds a token. */
export function sentenceRange(tokens: Tokens, token: number): readonly [number, number] {
  const sentence = sentenceAt(tokens, token);
  return [tokens.sentenceStart[sentence] as number, tokens.sentenceStart[sentence + 1] as number];
}

/** The spans that stand in the sentence of an offset or at most `reach` sentences from it. */
export function around(
  reading: Reading,
  offset: number,
  spans: readonly Span[],
  reach: number,
): Span[] {
  const sentence = reading.sentenceAt(offset);
  return spans.filter((span) => Math.abs(reading.sentenceAt(span.start) - sentence) <= reach);
}

/** True when a tagged token stands in the sentence of `token` or at most `reach` sentences from it. */
export function hasTagNear(
  tokens: Tokens,
  token: number,
  reach: number,
  ...names: readonly TagName[]
): boolean {
  const sentence = sentenceAt(tokens, token);
  const last = tokens.sentenceStart.length - 2;
  const from = tokens.sentenceStart[Math.max(0, sentence - reach)] as number;
  const to = tokens.sentenceStart[Math.min(last, sentence + reach) + 1] as number;
  let sought = 0;
  for (let at = 0; at < names.length; at++) sought |= Tag[names[at] as TagName];
  const { tags } = tokens;
  for (let at = from; at < to; at++) if (((tags[at] as number) & sought) !== 0) return true;
  return false;
}

/** Runs of neighboring tokens that carry a tag, as token ranges; initials and hyphens inside a name belong to it. */
export function* taggedRuns(tokens: Tokens, name: TagName): Generator<readonly [number, number]> {
  for (let token = 0; token < tokens.count; token++) {
    if (((tokens.tags[token] as number) & Tag[name]) === 0) continue;
    let end = token + 1;
    while (
      end < tokens.count &&
      (isTagged(tokens, end, name) ||
        (/^[.'-]$/.test(wordAt(tokens, end)) && isTagged(tokens, end + 1, name)))
    )
      end++;
    yield [token, end];
    token = end;
  }
}

/** The smallest span that holds all. */
export function covering(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map((span) => span.start)),
    end: Math.max(...spans.map((span) => span.end)),
  };
}

/** One span for each sentence, from its first to its last match, with whole words and the currency sign before a number. */
export function* perSentence(reading: Reading, spans: Iterable<Span>): Generator<Span> {
  let open: Span | undefined;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const whole = wholeWords(reading.passage.text, span);
    if (open && reading.sentenceAt(open.start) === reading.sentenceAt(span.start))
      open = covering([open, whole]);
    else {
      if (open) yield open;
      open = whole;
    }
  }
  if (open) yield open;
}

function wholeWords(text: string, { start, end }: Span): Span {
  let first = start;
  while (
    first > 0 &&
    start - first < 12 &&
    /[\p{L}$'’]/u.test(text[first - 1] as string) &&
    /[\p{L}\d'’]/u.test(text[first] as string)
  )
    first--;
  let last = end;
  while (
    last < text.length &&
    last - end < 12 &&
    /\p{L}/u.test(text[last] as string) &&
    /\p{L}/u.test(text[last - 1] as string)
  )
    last++;
  return { start: first, end: last };
}
