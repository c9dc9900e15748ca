import { Kind, type Tokens } from '../../tokens.js';

/** Words that open a new clause after a comma or a joining word. */
const openers = new Set(
  'i we you he she it they my our your his her their that this there who which what when while where since because if so and but or as please thank thanks just'.split(
    ' ',
  ),
);
const joiners = new Set([
  'and',
  'but',
  'so',
  'because',
  'since',
  'while',
  'when',
  'until',
  'unless',
  'if',
]);
const subjects = new Set([
  'i',
  'we',
  'you',
  'he',
  'she',
  'it',
  'they',
  'your',
  'our',
  'my',
  'that',
]);

/**
 * Cuts a passage into clauses: token indexes where they start, ascending, first 0, `count` at the end. A clause ends with
 * its sentence, at a dash, colon, semicolon or bracket, and before a comma or a joining word that opens a new one;
 * none is shorter than three words unless its sentence is.
 */
export function clauseStarts(tokens: Tokens): number[] {
  const starts: number[] = [0];
  const { count, kind, word, sentenceStart } = tokens;
  let sentence = 1;
  let words = 0;
  for (let token = 0; token < count; token++) {
    if (token === sentenceStart[sentence]) {
      sentence++;
      if (token > 0) starts.push(token);
      words = 0;
    } else if (
      words >= 3 &&
      opens(tokens, token) &&
      wordsLeft(tokens, token, sentenceStart[sentence] as number) >= 3
    ) {
      starts.push(token);
      words = 0;
    }
    if (kind[token] === Kind.word && (word[token] as string) !== 'not') words++;
    else if (kind[token] === Kind.number) words++;
  }
  starts.push(count);
  return starts;
}

function opens({ kind, word }: Tokens, token: number): boolean {
  const before = kind[token - 1];
  if (before === Kind.clause)
    return word[token - 1] !== '-' || kind[token] !== Kind.word || word[token - 2] === '-';
  if (before === Kind.soft && word[token - 1] === ',') return openers.has(word[token] as string);
  if (before !== Kind.word || !joiners.has(word[token] as string)) return false;
  return subjects.has(word[token + 1] as string);
}

function wordsLeft({ kind }: Tokens, token: number, end: number): number {
  let words = 0;
  for (let at = token; at < end && words < 3; at++)
    if (kind[at] === Kind.word || kind[at] === Kind.number) words++;
  return words;
}
