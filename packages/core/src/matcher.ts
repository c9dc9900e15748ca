import { Moves } from './moves.js';
import {
  type Atom,
  type CompiledPhrase,
  compilePhrase,
  type Phrase,
  type Position,
} from './phrases.js';
import type { Span } from './span.js';
import { Kind, Shape, type Tokens } from './tokens.js';
import { type Report, record, spanOf, Walk } from './trail.js';
import { addWord } from './vocabulary.js';

/** Finds every phrase in one pass over the tokens. */
export interface Matcher {
  find(tokens: Tokens): Found;
  /** The number of a signal among those that have phrases, from 0 up; -1 where it has none. */
  numberOf(signal: string): number;
}

/** What was found in a passage. Where a match begins is worked out only for the signals that are asked for. */
export interface Found {
  /** The spans of a signal's phrases, in order, in passage offsets; overlapping matches are merged. */
  of(signal: string): readonly Span[];
  /** The same by the signal's number. */
  at(signal: number): readonly Span[];
  /** True where any phrase of the signal was found, by its number. */
  has(signal: number): boolean;
  /** The numbers of the signals of which a phrase was found. */
  readonly signals: readonly number[];
}

/** What a token can match: computed once per distinct (word, tags). */
interface Symbol {
  readonly id: number;
  readonly atoms: Uint8Array;
  /** First places that this symbol enters. */
  readonly entries: Int32Array;
}

const maximumStates = 30_000;
const startSymbol = '\u0002';
const endSymbol = '\u0003';

/**
 * Compiles phrases into one automaton whose deterministic states are made as text calls for them (a lazy DFA), so
 * that a token costs one look-up. Throws PhraseError when a phrase is wrong.
 */
export function createMatcher(
  phrases: readonly Phrase[],
  macros: Readonly<Record<string, string>>,
): Matcher {
  return new LazyMatcher(phrases.map((phrase) => compilePhrase(phrase, macros)));
}

class LazyMatcher implements Matcher {
  readonly #phrases: readonly CompiledPhrase[];
  readonly #offsets: number[] = [];
  /** By phrase, see `#precedingOf`; made when a match is looked back over. */
  readonly #preceding: (readonly (readonly number[])[] | undefined)[] = [];
  readonly #phraseOf: Int32Array;
  readonly #atomOf: Int32Array;
  readonly #atoms: Atom[] = [];
  readonly #atomsOfWord = new Map<string, number[]>();
  readonly #looseAtoms: number[] = [];
  /** The first places of phrases, by their atom. */
  readonly #firstsOf: number[][] = [];
  /** The places that may follow each place: `#follows` from `#followsFrom` of the place up to that of the next one. */
  readonly #followsFrom: Int32Array;
  readonly #follows: Int32Array;
  /** 1 for places where their phrase may end. */
  readonly #isLast: Uint8Array;
  /** Room for a step: the places reached, and in which step each place was reached last. */
  readonly #reached: Int32Array;
  readonly #reachedIn: Int32Array;
  #steps = 0;
  /** The symbols of each listed word by the tags it comes with; -1 for the word at the end of a clause. */
  readonly #spellings = new Map<string, Map<number, Symbol>>();
  readonly #unlisted = new Map<number, Symbol>();
  /** By the number of a word in the vocabulary, its tags and its symbol when it was met last. */
  readonly #met: Int32Array;
  readonly #symbols: Symbol[] = [];
  readonly #signals: ReadonlyMap<string, number>;
  readonly #walk: Walk;
  readonly #signalOf: Int32Array;
  /** States are sets of places that the words so far may have reached; the one of no place is 0. */
  #places: Int32Array[] = [];
  /** By state, the phrases that end there. */
  #ends: Int32Array[] = [];
  /** The states by a hash of their places. */
  #states = new Map<number, number[]>();
  #moves = new Moves();

  constructor(phrases: readonly CompiledPhrase[]) {
    this.#phrases = phrases;
    const atomIds = new Map<string, number>();
    // The edges of a sentence are words of their own, or they would pass for any unknown word.
    this.#atomsOfWord.set(startSymbol, []).set(endSymbol, []);
    const atomOf: number[] = [];
    const phraseOf: number[] = [];
    const signalOf: number[] = [];
    const followsFrom: number[] = [];
    const follows: number[] = [];
    const isLast: number[] = [];
    const signals = new Map<string, number>();
    phrases.forEach((phrase, number) => {
      const signal = signals.get(phrase.signal) ?? signals.size;
      signals.set(phrase.signal, signal);
      signalOf.push(signal);
      const offset = atomOf.length;
      this.#offsets.push(offset);
      phrase.positions.forEach((position, place) => {
        atomOf.push(this.#atomId(position.atom, atomIds));
        phraseOf.push(number);
        followsFrom.push(follows.length);
        for (const follow of position.follow) follows.push(offset + follow);
        isLast.push(phrase.last.has(place) ? 1 : 0);
      });
      for (const first of phrase.first) {
        const atom = atomOf[offset + first] as number;
        const firsts = this.#firstsOf[atom];
        if (firsts) firsts.push(offset + first);
        else this.#firstsOf[atom] = [offset + first];
      }
    });
    followsFrom.push(follows.length);
    this.#followsFrom = Int32Array.from(followsFrom);
    this.#follows = Int32Array.from(follows);
    this.#isLast = Uint8Array.from(isLast);
    this.#reached = new Int32Array(atomOf.length);
    this.#reachedIn = new Int32Array(atomOf.length);
    this.#atomOf = Int32Array.from(atomOf);
    this.#phraseOf = Int32Array.from(phraseOf);
    this.#signalOf = Int32Array.from(signalOf);
    this.#signals = new Map([...signals]);
    this.#walk = new Walk(signals.size);
    let most = 0;
    for (const word of this.#atomsOfWord.keys()) {
      this.#spellings.set(word, new Map());
      most = Math.max(most, addWord(word));
    }
    this.#met = new Int32Array(2 * most + 2).fill(-1);
    this.#state(new Int32Array(0));
  }

  find(tokens: Tokens): Found {
    const walk = this.#walk;
    const start = this.#symbol(startSymbol, 0, Kind.stop).id;
    const end = this.#symbol(endSymbol, 0, Kind.stop).id;
    const met = this.#met;
    const { kind: kinds, word: words, number: numbers, tags, shape: shapes } = tokens;
    for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
      const from = tokens.sentenceStart[sentence] as number;
      const to = tokens.sentenceStart[sentence + 1] as number;
      walk.begin();
      let state = this.#feed(0, start, -1, walk);
      for (let token = from; token < to; token++) {
        const kind = kinds[token] as Kind;
        if (kind === Kind.soft || kind === Kind.emoji || kind === Kind.stop) continue;
        const at = 2 * (numbers[token] as number);
        let symbol: number;
        if (at > 0 && at < met.length && met[at] === tags[token]) symbol = met[at + 1] as number;
        else {
          const isHyphen = kind === Kind.clause && words[token] === '-';
          if (isHyphen && ((shapes[token] as number) & Shape.spaceBefore) === 0) continue;
          symbol = this.#symbol(words[token] as string, tags[token] as number, kind).id;
          if (at > 0 && at < met.length) {
            met[at] = tags[token] as number;
            met[at + 1] = symbol;
          }
        }
        state = this.#feed(state, symbol, token, walk);
      }
      this.#feed(state, end, -1, walk);
    }
    const trail = walk.finish(tokens);
    return {
      of: (signal) => trail.spansOf(this.numberOf(signal), this.#report),
      at: (signal) => trail.spansOf(signal, this.#report),
      has: (signal) => trail.signals.includes(signal),
      signals: trail.signals,
    };
  }

  numberOf(signal: string): number {
    return this.#signals.get(signal) ?? -1;
  }

  #feed(state: number, symbol: number, token: number, walk: Walk): number {
    let next = this.#moves.get(state, symbol);
    if (next < 0) next = this.#step(state, symbol);
    walk.push(token, symbol);
    const ends = this.#ends[next] as Int32Array;
    for (let at = 0; at < ends.length; at++) {
      const phrase = ends[at] as number;
      walk.hit(this.#signalOf[phrase] as number, phrase);
    }
    return next;
  }

  #step(state: number, symbol: number): number {
    const step = ++this.#steps;
    const reached = this.#reached;
    const reachedIn = this.#reachedIn;
    const follows = this.#follows;
    const { atoms, entries } = this.#symbols[symbol] as Symbol;
    let count = 0;
    for (let at = 0; at < entries.length; at++) {
      const place = entries[at] as number;
      if (reachedIn[place] === step) continue;
      reachedIn[place] = step;
      reached[count++] = place;
    }
    for (const place of this.#places[state] as Int32Array) {
      const end = this.#followsFrom[place + 1] as number;
      for (let at = this.#followsFrom[place] as number; at < end; at++) {
        const next = follows[at] as number;
        if (reachedIn[next] === step || atoms[this.#atomOf[next] as number] !== 1) continue;
        reachedIn[next] = step;
        reached[count++] = next;
      }
    }
    const places = reached.slice(0, count).sort();
    if (this.#places.length > maximumStates) {
      // Text that visits ever new states must not grow memory without bound: start over.
      this.#places = [];
      this.#ends = [];
      this.#states = new Map();
      this.#moves = new Moves();
      this.#state(new Int32Array(0));
      return this.#state(places);
    }
    const next = this.#state(places);
    this.#moves.set(state, symbol, next);
    return next;
  }

  /** The state of some places, ascending. */
  #state(places: Int32Array): number {
    let hash = places.length;
    for (let at = 0; at < places.length; at++)
      hash = Math.imul(hash ^ (places[at] as number), 0x01000193);
    const alike = this.#states.get(hash) ?? [];
    for (const state of alike) if (isSame(this.#places[state] as Int32Array, places)) return state;
    const ends: number[] = [];
    for (let at = 0; at < places.length; at++) {
      const place = places[at] as number;
      const phrase = this.#phraseOf[place] as number;
      if (this.#isLast[place] === 1 && ends.at(-1) !== phrase) ends.push(phrase);
    }
    const state = this.#places.length;
    this.#places.push(places);
    this.#ends.push(ends.length === 0 ? noEnds : Int32Array.from(ends));
    alike.push(state);
    this.#states.set(hash, alike);
    return state;
  }

  #symbol(word: string, tags: number, kind: Kind): Symbol {
    const spellings = this.#spellings.get(word) ?? this.#unlisted;
    const clause = kind === Kind.clause;
    const key = clause ? -1 : tags;
    const known = spellings.get(key);
    if (known) return known;
    const symbol = this.#createSymbol(word, tags, clause);
    spellings.set(key, symbol);
    return symbol;
  }

  #createSymbol(word: string, tags: number, clause: boolean): Symbol {
    const atoms = new Uint8Array(this.#atoms.length);
    const entries: number[] = [];
    const take = (atom: number) => {
      if (atoms[atom] === 1) return;
      atoms[atom] = 1;
      for (const first of this.#firstsOf[atom] ?? []) entries.push(first);
    };
    for (const atom of this.#atomsOfWord.get(word) ?? []) take(atom);
    const edge = word === startSymbol ? 'start' : word === endSymbol ? 'end' : '';
    for (const id of this.#looseAtoms) {
      const atom = this.#atoms[id] as Atom;
      const takes =
        edge !== '' || atom.edge !== ''
          ? edge === atom.edge
          : atom.any
            ? !clause && !atom.words.has(word) && (atom.tags & tags) === 0
            : (atom.tags & tags) !== 0;
      if (takes) take(id);
    }
    const symbol: Symbol = {
      id: this.#symbols.length,
      atoms,
      entries: Int32Array.from(entries),
    };
    this.#symbols.push(symbol);
    return symbol;
  }

  #atomId(atom: Atom, ids: Map<string, number>): number {
    const key = `${atom.edge}/${atom.any}/${atom.tags}/${[...atom.words].sort().join()}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = this.#atoms.length;
    ids.set(key, id);
    this.#atoms.push(atom);
    if (atom.any || atom.tags !== 0 || atom.edge !== '') this.#looseAtoms.push(id);
    for (const word of atom.words) {
      const list = this.#atomsOfWord.get(word);
      // The negation of a word must see the word too; createSymbol decides.
      if (list) {
        if (!atom.any) list.push(id);
      } else this.#atomsOfWord.set(word, atom.any ? [] : [id]);
    }
    return id;
  }

  /** Walks back from the end of a match to where it began, keeping the longest way, and records its span. */
  readonly #report: Report = (number, end, sentence, trail, spans) => {
    const phrase = this.#phrases[number] as CompiledPhrase;
    const offset = this.#offsets[number] as number;
    const { positions } = phrase;
    const { path, symbols } = trail;
    if (positions.length === 1 && positions[0]?.follow.length === 0) {
      const span = spanOf(trail.tokens, path, end, end);
      if (span) record(spans, span);
      return;
    }
    let step = end;
    // For each place of the phrase that is reached, where the mark begins and ends; `away` where it is not reached.
    let { now, before, places, earlier } = scratchFor(positions.length);
    const preceding = this.#precedingOf(number, positions);
    places.length = 0;
    earlier.length = 0;
    for (const last of phrase.last) {
      if (!this.#takes(symbols[step] as number, offset + last)) continue;
      mark(now, last, positions[last]?.marked === true, step, -1, -1);
      places.push(last);
    }
    let bestFrom = away;
    let bestTo = away;
    while (places.length > 0) {
      for (const first of phrase.first) {
        const from = now[2 * first] as number;
        if (from === away) continue;
        bestFrom = phrase.hasMark ? from : step;
        bestTo = phrase.hasMark ? (now[2 * first + 1] as number) : end;
      }
      step--;
      if (step < sentence) break;
      const { atoms } = this.#symbols[symbols[step] as number] as Symbol;
      for (let at = 0; at < places.length; at++) {
        const leading = preceding[places[at] as number] as readonly number[];
        for (let each = 0; each < leading.length; each++) {
          const place = leading[each] as number;
          if (before[2 * place] !== away || atoms[this.#atomOf[offset + place] as number] !== 1)
            continue;
          const { follow, marked } = positions[place] as Position;
          // Of the places behind it, the first that is reached.
          let next = 0;
          while (now[2 * (follow[next] as number)] === away) next++;
          const behind = 2 * (follow[next] as number);
          mark(before, place, marked, step, now[behind] as number, now[behind + 1] as number);
          earlier.push(place);
        }
      }
      for (let at = 0; at < places.length; at++) now[2 * (places[at] as number)] = away;
      [now, before] = [before, now];
      [places, earlier] = [earlier, places];
      earlier.length = 0;
    }
    // The room is left as it was found.
    for (let at = 0; at < places.length; at++) now[2 * (places[at] as number)] = away;
    const span = bestFrom === away ? undefined : spanOf(trail.tokens, path, bestFrom, bestTo);
    if (span) record(spans, span);
  };

  /** For each place of a phrase, the places that it may follow. */
  #precedingOf(number: number, positions: readonly Position[]): readonly (readonly number[])[] {
    const known = this.#preceding[number];
    if (known) return known;
    const preceding: number[][] = positions.map(() => []);
    positions.forEach(({ follow }, place) => {
      for (const next of follow) preceding[next]?.push(place);
    });
    this.#preceding[number] = preceding;
    return preceding;
  }

  #takes(symbol: number, place: number): boolean {
    return (this.#symbols[symbol] as Symbol).atoms[this.#atomOf[place] as number] === 1;
  }
}

const noEnds = new Int32Array(0);
/** Stands for a place that is not reached. A mark that is not begun has -1. */
const away = -2;
let scratch = scratchOf(64);

function scratchOf(room: number) {
  return {
    now: new Int32Array(room).fill(away),
    before: new Int32Array(room).fill(away),
    places: [] as number[],
    earlier: [] as number[],
  };
}

function scratchFor(places: number): typeof scratch {
  if (scratch.now.length < 2 * places) scratch = scratchOf(4 * places);
  return scratch;
}

/** Notes that a place is reached at a step, with the mark as it stands behind it. */
function mark(
  marks: Int32Array,
  place: number,
  isMarked: boolean,
  step: number,
  from: number,
  to: number,
): void {
  marks[2 * place] = isMarked ? step : from;
  marks[2 * place + 1] = isMarked && to === -1 ? step : to;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
