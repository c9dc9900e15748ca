import {
  networkOutputs,
  readsOwnWord,
  reviewWordsOf,
} from '../../core/src/signals/learned/network.js';
import type { CorpusText } from './corpus.js';
import type { PassageExample } from './dataset.js';
import { slotMask } from './slots.js';

/** A passage as the network learns from it. Words are rows of the table of vectors; row 0 is that of unknown words. */
export interface NetworkExample {
  /** For each token that says something: its word, or the tag that stands for it. */
  readonly symbols: Int32Array;
  /** Its own word beside the tag; 0 where there is none. */
  readonly own: Int32Array;
  readonly traits: Int32Array;
  readonly clauseOf: Int32Array;
  /** The review's words that are known, each once. */
  readonly review: Int32Array;
  readonly place: number;
  /** Which of the network's outputs judges it. */
  readonly output: number;
  /** 1 for each clause that a mark reaches, 0 for the others. */
  readonly risky: Float32Array;
  readonly isRisky: number;
  readonly importance: number;
}

/** Slots of the words that get a vector, ascending: those that most passages have, at least two. */
export function frequentSlots(examples: readonly PassageExample[], most: number): number[] {
  const passages = new Map<number, number>();
  for (const example of examples)
    for (const slot of slotsOf(example)) passages.set(slot, (passages.get(slot) ?? 0) + 1);
  return [...passages]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([slot]) => slot)
    .sort((a, b) => a - b);
}

function slotsOf({ outline, passage }: PassageExample): Set<number> {
  const slots = new Set<number>();
  outline.symbol.forEach((symbol, token) => {
    if (symbol === 0) return;
    slots.add(symbol & slotMask);
    const word = outline.word[token] as number;
    if (readsOwnWord(symbol, word)) slots.add(word & slotMask);
  });
  for (const word of reviewWordsOf(passage.answers)) slots.add(word & slotMask);
  return slots;
}

/** Reads a passage for the network, with the words that stand in `slots`. */
export function networkExample(
  { outline, passage, whole, clauses }: PassageExample,
  output: number,
  importance: number,
  rowOf: ReadonlyMap<number, number>,
): NetworkExample {
  const tokens: number[] = [];
  const clauseOf: number[] = [];
  clauses.forEach(({ tokens: { from, to } }, clause) => {
    for (let token = from; token < to; token++) {
      if (outline.symbol[token] === 0) continue;
      tokens.push(token);
      clauseOf.push(clause);
    }
  });
  const row = (hash: number | undefined) => rowOf.get((hash as number) & slotMask) ?? 0;
  return {
    symbols: Int32Array.from(tokens, (token) => row(outline.symbol[token])),
    own: Int32Array.from(tokens, (token) =>
      readsOwnWord(outline.symbol[token] as number, outline.word[token] as number)
        ? row(outline.word[token])
        : 0,
    ),
    traits: Int32Array.from(tokens, (token) => outline.traits[token] as number),
    clauseOf: Int32Array.from(clauseOf),
    review: Int32Array.from(
      new Set(
        reviewWordsOf(passage.answers)
          .map(row)
          .filter((at) => at > 0),
      ),
    ),
    place: outline.place,
    output,
    risky: Float32Array.from(clauses, ({ marks }) => (marks.length > 0 ? 1 : 0)),
    isRisky: whole.marks.length > 0 ? 1 : 0,
    importance,
  };
}

/** Which of the network's outputs judges a text. */
export function outputOf(text: CorpusText, isReplyLike: (text: CorpusText) => boolean): number {
  return networkOutputs.indexOf(isReplyLike(text) ? 'reply' : 'copy');
}
