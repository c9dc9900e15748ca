import type { Found, Matcher } from './matcher.js';
import type { Gate } from './signals/gates.js';
import type { Tokens } from './tokens.js';
import { addWord } from './vocabulary.js';

/** Which signals may match in a passage, as bits by their numbers: what no gate opens finds nothing there. */
export interface Openings {
  /** `marks` are the bits of `Mark` that stand in the passage. */
  of(found: Found, tokens: Tokens, marks: number): Int32Array;
}

/**
 * Turns the gates about: for each phrase, tag, mark and word, the signals that it opens. A signal without a gate is
 * its phrases, or is always open where it has a `find`; `names` are in the order of the signals' numbers.
 */
export function createOpenings(
  names: readonly string[],
  gateOf: (name: string) => Gate | 'always' | undefined,
  matcher: Matcher,
): Openings {
  const size = (names.length + 31) >> 5;
  const always = new Int32Array(size);
  const byPhrase: (Int32Array | undefined)[] = [];
  const byTag: (Int32Array | undefined)[] = [];
  const byMark: (Int32Array | undefined)[] = [];
  const byWord: (Int32Array | undefined)[] = [];
  const add = (rows: (Int32Array | undefined)[], row: number, signal: number) => {
    while (rows.length <= row) rows.push(undefined);
    const bits = rows[row] ?? new Int32Array(size);
    rows[row] = bits;
    bits[signal >> 5] = (bits[signal >> 5] as number) | (1 << (signal & 31));
  };
  names.forEach((name, signal) => {
    const gate = gateOf(name);
    if (gate === 'always') add([always], 0, signal);
    for (const phrase of gate === undefined ? [name] : gate === 'always' ? [] : gate.phrases)
      if (matcher.numberOf(phrase) !== -1) add(byPhrase, matcher.numberOf(phrase), signal);
    if (gate === undefined || gate === 'always') return;
    for (let bit = 0; bit < 32; bit++) {
      if ((gate.tags & (1 << bit)) !== 0) add(byTag, bit, signal);
      if ((gate.marks & (1 << bit)) !== 0) add(byMark, bit, signal);
    }
    for (const word of gate.words) add(byWord, addWord(word), signal);
  });
  return {
    of({ signals }, { count, tags, number }, marks) {
      const open = always.slice();
      for (let at = 0; at < signals.length; at++) join(open, byPhrase[signals[at] as number]);
      let all = 0;
      for (let token = 0; token < count; token++) {
        all |= tags[token] as number;
        const own = number[token] as number;
        if (own < byWord.length && byWord[own] !== undefined) join(open, byWord[own]);
      }
      joinEach(open, byTag, all);
      joinEach(open, byMark, marks);
      return open;
    },
  };
}

function join(open: Int32Array, more: Int32Array | undefined): void {
  if (more === undefined) return;
  for (let at = 0; at < open.length; at++) open[at] = (open[at] as number) | (more[at] as number);
}

/** Joins the rows of the bits that are set. */
function joinEach(open: Int32Array, rows: readonly (Int32Array | undefined)[], bits: number): void {
  for (let left = bits; left !== 0; left &= left - 1)
    join(open, rows[31 - Math.clz32(left & -left)]);
}
