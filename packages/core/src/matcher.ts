import {
  type Atom,
  type CompiledPhrase,
  compilePhrase,
  type Phrase,
  type Position,
} from './phrases.js';
import type { Span } from './span.js';
import { Kind, Shape, type Tokens } from './tokens.js';
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
}

/** A set of places in phrases that the words so far may have reached, and where each word leads. */
interface State {
  readonly places: Int32Array;
  /** Phrases that end here. */
  readonly ends: Int32Array;
  readonly next: Map<number, State>;
}

/** What a token can match: computed once per distinct (word, tags). */
interface Symbol {
  readonly id: number;
  readonly atoms: Uint8Array;
  /** First places that this symbol enters. */
  readonly entries: Int32Array;
  /** Where it leads from the root, the state that most words are met in. */
  fromRoot: State | undefined;
}

/** The symbols of one listed word: the one met last, and all by their tags. */
interface Spelling {
  tags: number;
  symbol: Symbol | undefined;
  readonly byTags: Map<number, Symbol>;
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
  readonly #spellings = new Map<string, Spelling>();
  /** The same by the word's number in the vocabulary; undefined for words of no phrase. */
  readonly #spellingOf: (Spelling | undefined)[] = [];
  readonly #unknown: Spelling = { tags: -2, symbol: undefined, byTags: new Map() };
  readonly #symbols: Symbol[] = [];
  readonly #signals: ReadonlyMap<string, number>;
  readonly #signalOf: Int32Array;
  /** By a hash of their places. */
  #states = new Map<number, State[]>();
  #stateCount = 0;
  #root: State;

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
    for (const word of this.#atomsOfWord.keys()) {
      const spelling = { tags: -2, symbol: undefined, byTags: new Map() };
      this.#spellings.set(word, spelling);
      this.#spellingOf[addWord(word)] = spelling;
    }
    for (let number = 0; number < this.#spellingOf.length; number++)
      this.#spellingOf[number] ??= undefined;
    this.#root = this.#state(0);
  }

  find(tokens: Tokens): Found {
    const trail = new Trail(tokens, this.#signals.size);
    const start = this.#edge(startSymbol);
    const end = this.#edge(endSymbol);
    const { kind: kinds, word: words, number: numbers, tags, shape: shapes } = tokens;
    for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
      const from = tokens.sentenceStart[sentence] as number;
      const to = tokens.sentenceStart[sentence + 1] as number;
      trail.begin();
      let state = this.#feed(this.#root, start, -1, trail);
      for (let token = from; token < to; token++) {
        const kind = kinds[token] as Kind;
        if (kind === Kind.soft || kind === Kind.emoji || kind === Kind.stop) continue;
        const number = numbers[token] as number;
        let symbol: Symbol;
        if (number > 0) {
          const spelling = this.#spellingOf[number] ?? this.#unknown;
          const own = tags[token] as number;
          symbol =
            spelling.tags === own
              ? (spelling.symbol as Symbol)
              : this.#symbolOf(spelling, words[token] as string, own, own, false);
        } else {
          const isHyphen = kind === Kind.clause && words[token] === '-';
          if (isHyphen && ((shapes[token] as number) & Shape.spaceBefore) === 0) continue;
          symbol = this.#symbol(words[token] as string, tags[token] as number, kind);
        }
        state = this.#feed(state, symbol, token, trail);
      }
      this.#feed(state, end, -1, trail);
    }
    return {
      of: (signal) => this.#spans(this.numberOf(signal), trail),
      at: (signal) => this.#spans(signal, trail),
      has: (signal) => trail.hits[signal] !== undefined,
    };
  }

  numberOf(signal: string): number {
    return this.#signals.get(signal) ?? -1;
  }

  #feed(state: State, symbol: Symbol, token: number, trail: Trail): State {
    const next =
      (state === this.#root ? symbol.fromRoot : state.next.get(symbol.id)) ??
      this.#step(state, symbol);
    trail.push(token, symbol.id);
    const { ends } = next;
    for (let at = 0; at < ends.length; at++) {
      const phrase = ends[at] as number;
      trail.hit(this.#signalOf[phrase] as number, phrase);
    }
    return next;
  }

  #spans(signal: number, trail: Trail): readonly Span[] {
    const hits = trail.hits[signal];
    if (!hits) return noSpans;
    const known = trail.spans.get(signal);
    if (known) return known;
    const spans: Span[] = [];
    for (let index = 0; index < hits.length; index += 3) {
      this.#report(
        hits[index] as number,
        hits[index + 1] as number,
        hits[index + 2] as number,
        trail,
        spans,
      );
    }
    trail.spans.set(signal, spans);
    return spans;
  }

  #step(state: State, symbol: Symbol): State {
    const step = ++this.#steps;
    const reached = this.#reached;
    const reachedIn = this.#reachedIn;
    const follows = this.#follows;
    const { atoms, entries } = symbol;
    let count = 0;
    for (let at = 0; at < entries.length; at++) {
      const place = entries[at] as number;
      if (reachedIn[place] === step) continue;
      reachedIn[place] = step;
      reached[count++] = place;
    }
    for (const place of state.places) {
      const end = this.#followsFrom[place + 1] as number;
      for (let at = this.#followsFrom[place] as number; at < end; at++) {
        const next = follows[at] as number;
        if (reachedIn[next] === step || atoms[this.#atomOf[next] as number] !== 1) continue;
        reachedIn[next] = step;
        reached[count++] = next;
      }
    }
    const next = this.#state(count);
    if (state === this.#root) symbol.fromRoot = next;
    else state.next.set(symbol.id, next);
    return next;
  }

  /** The state of the first `count` places that were reached. */
  #state(count: number): State {
    const places = this.#reached.slice(0, count).sort();
    let hash = count;
    for (let at = 0; at < count; at++) hash = Math.imul(hash ^ (places[at] as number), 0x01000193);
    const alike = this.#states.get(hash);
    const known = alike?.find((state) => isSame(state.places, places));
    if (known) return known;
    if (this.#stateCount > maximumStates) {
      // Text that visits ever new states must not grow memory without bound: start over.
      this.#states = new Map();
      this.#stateCount = 0;
      for (const symbol of this.#symbols) symbol.fromRoot = undefined;
    }
    const ends: number[] = [];
    for (let at = 0; at < count; at++) {
      const place = places[at] as number;
      const phrase = this.#phraseOf[place] as number;
      if (this.#isLast[place] === 1 && ends.at(-1) !== phrase) ends.push(phrase);
    }
    const state: State = { places, ends: Int32Array.from(ends), next: new Map() };
    const list = this.#states.get(hash);
    if (list) list.push(state);
    else this.#states.set(hash, [state]);
    this.#stateCount++;
    return state;
  }

  #edge(character: string): Symbol {
    return this.#symbol(character, 0, Kind.stop);
  }

  #symbol(word: string, tags: number, kind: Kind): Symbol {
    const spelling = this.#spellings.get(word) ?? this.#unknown;
    const clause = kind === Kind.clause;
    return this.#symbolOf(spelling, word, clause ? -1 : tags, tags, clause);
  }

  #symbolOf(spelling: Spelling, word: string, key: number, tags: number, clause: boolean): Symbol {
    let symbol = spelling.byTags.get(key);
    if (!symbol) {
      symbol = this.#createSymbol(word, tags, clause);
      spelling.byTags.set(key, symbol);
    }
    if (!clause) {
      spelling.tags = key;
      spelling.symbol = symbol;
    }
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
          : atom.tags !== 0
            ? (atom.tags & tags) !== 0
            : atom.any && !clause && !atom.words.has(word);
      if (takes) take(id);
    }
    const symbol: Symbol = {
      id: this.#symbols.length,
      atoms,
      entries: Int32Array.from(entries),
      fromRoot: undefined,
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
  #report(number: number, end: number, sentence: number, trail: Trail, spans: Span[]): void {
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
    let { now, before } = scratchFor(positions.length);
    now.fill(away, 0, 2 * positions.length);
    for (const last of phrase.last) {
      if (this.#takes(symbols[step] as number, offset + last))
        mark(now, last, positions[last]?.marked === true, step, -1, -1);
    }
    let bestFrom = away;
    let bestTo = away;
    for (let isReached = true; isReached; ) {
      for (const first of phrase.first) {
        const from = now[2 * first] as number;
        if (from === away) continue;
        bestFrom = phrase.hasMark ? from : step;
        bestTo = phrase.hasMark ? (now[2 * first + 1] as number) : end;
      }
      step--;
      if (step < sentence) break;
      isReached = false;
      const { atoms } = this.#symbols[symbols[step] as number] as Symbol;
      for (let place = 0; place < positions.length; place++) {
        before[2 * place] = away;
        if (atoms[this.#atomOf[offset + place] as number] !== 1) continue;
        const { follow, marked } = positions[place] as Position;
        for (let at = 0; at < follow.length; at++) {
          const next = follow[at] as number;
          const from = now[2 * next] as number;
          if (from === away) continue;
          mark(before, place, marked, step, from, now[2 * next + 1] as number);
          isReached = true;
          break;
        }
      }
      [now, before] = [before, now];
    }
    const span = bestFrom === away ? undefined : spanOf(trail.tokens, path, bestFrom, bestTo);
    if (span) record(spans, span);
  }

  #takes(symbol: number, place: number): boolean {
    return (this.#symbols[symbol] as Symbol).atoms[this.#atomOf[place] as number] === 1;
  }
}

const noSpans: readonly Span[] = [];
/** Stands for a place that is not reached. A mark that is not begun has -1. */
const away = -2;
let scratch = { now: new Int32Array(64), before: new Int32Array(64) };

function scratchFor(places: number): typeof scratch {
  if (scratch.now.length < 2 * places)
    scratch = { now: new Int32Array(4 * places), before: new Int32Array(4 * places) };
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

/** The way through a passage: tokens and symbols as they were fed, and where phrases ended. */
class Trail {
  readonly tokens: Tokens;
  readonly path: Int32Array;
  /** Ids of symbols. */
  readonly symbols: Int32Array;
  /** By signal, triples of phrase, place in the path, and where its sentence began in the path. */
  readonly hits: (number[] | undefined)[];
  readonly spans = new Map<number, readonly Span[]>();
  #length = 0;
  #sentence = 0;

  constructor(tokens: Tokens, signals: number) {
    this.tokens = tokens;
    this.path = new Int32Array(tokens.count + 2 * tokens.sentenceStart.length);
    this.symbols = new Int32Array(this.path.length);
    this.hits = new Array(signals).fill(undefined);
  }

  begin(): void {
    this.#sentence = this.#length;
  }

  push(token: number, symbol: number): void {
    this.path[this.#length] = token;
    this.symbols[this.#length++] = symbol;
  }

  hit(signal: number, phrase: number): void {
    const list = this.hits[signal];
    if (list) list.push(phrase, this.#length - 1, this.#sentence);
    else this.hits[signal] = [phrase, this.#length - 1, this.#sentence];
  }
}

function spanOf(tokens: Tokens, path: Int32Array, from: number, to: number): Span | undefined {
  let first = from;
  let last = to;
  while (first < last && path[first] === -1) first++;
  while (last > first && path[last] === -1) last--;
  const start = path[first];
  const end = path[last];
  if (start === undefined || end === undefined || start < 0 || end < 0) return undefined;
  return { start: tokens.start[start] as number, end: tokens.end[end] as number };
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** Adds a span to a list in order of ends; only the tail of the list can overlap it. */
function record(list: Span[], span: Span): void {
  let merged = span;
  while (list.length > 0) {
    const last = list[list.length - 1] as Span;
    if (last.end <= merged.start) break;
    merged = { start: Math.min(last.start, merged.start), end: Math.max(last.end, merged.end) };
    list.pop();
  }
  list.push(merged);
}
