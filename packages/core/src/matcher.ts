import { type Atom, type CompiledPhrase, compilePhrase, type Phrase } from './phrases.js';
import type { Span } from './span.js';
import { Kind, type Tokens } from './tokens.js';

/** Finds every phrase in one pass over the tokens. */
export interface Matcher {
  /** Signal name to the spans of its phrases, in order, in passage offsets; overlapping matches of a signal are merged. */
  find(tokens: Tokens): ReadonlyMap<string, readonly Span[]>;
}

/** A set of places in phrases that the words so far may have reached, and where each word leads. */
interface State {
  readonly places: Int32Array;
  /** Phrases that end here. */
  readonly ends: readonly number[];
  readonly next: Map<number, State>;
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
export function createMatcher(phrases: readonly Phrase[], macros: Readonly<Record<string, string>>): Matcher {
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
  readonly #firsts: number[] = [];
  readonly #symbols = new Map<string, Map<number, Symbol>>();
  readonly #unknown = new Map<number, Symbol>();
  #symbolCount = 0;
  #states = new Map<string, State>();
  #root: State;

  constructor(phrases: readonly CompiledPhrase[]) {
    this.#phrases = phrases;
    const atomIds = new Map<string, number>();
    const atomOf: number[] = [];
    const phraseOf: number[] = [];
    phrases.forEach((phrase, number) => {
      const offset = atomOf.length;
      this.#offsets.push(offset);
      for (const first of phrase.first) this.#firsts.push(offset + first);
      for (const position of phrase.positions) {
        atomOf.push(this.#atomId(position.atom, atomIds));
        phraseOf.push(number);
      }
    });
    this.#atomOf = Int32Array.from(atomOf);
    this.#phraseOf = Int32Array.from(phraseOf);
    this.#root = this.#state([]);
  }

  find(tokens: Tokens): ReadonlyMap<string, readonly Span[]> {
    const found = new Map<string, Span[]>();
    const path: number[] = [];
    const symbols: Symbol[] = [];
    const start = this.#edge(startSymbol);
    const end = this.#edge(endSymbol);
    for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
      const from = tokens.sentenceStart[sentence] as number;
      const to = tokens.sentenceStart[sentence + 1] as number;
      path.length = symbols.length = 0;
      let state = this.#feed(this.#root, start, -1, path, symbols, tokens, found);
      for (let token = from; token < to; token++) {
        const kind = tokens.kind[token] as Kind;
        if (kind === Kind.soft || kind === Kind.emoji || kind === Kind.stop) continue;
        if (kind === Kind.clause && tokens.word[token] === '-' && ((tokens.shape[token] as number) & 8) === 0) continue;
        state = this.#feed(state, this.#symbol(tokens.word[token] as string, tokens.tags[token] as number, kind), token, path, symbols, tokens, found);
      }
      this.#feed(state, end, -1, path, symbols, tokens, found);
    }
    return found;
  }

  #feed(state: State, symbol: Symbol, token: number, path: number[], symbols: Symbol[], tokens: Tokens, found: Map<string, Span[]>): State {
    const next = state.next.get(symbol.id) ?? this.#step(state, symbol);
    path.push(token);
    symbols.push(symbol);
    for (const phrase of next.ends) this.#report(phrase, path, symbols, tokens, found);
    return next;
  }

  #step(state: State, symbol: Symbol): State {
    const places = new Set<number>(symbol.entries);
    for (const place of state.places) {
      const phrase = this.#phraseOf[place] as number;
      const offset = this.#offsets[phrase] as number;
      const position = this.#phrases[phrase]?.positions[place - offset];
      for (const follow of position?.follow ?? []) {
        if (symbol.atoms[this.#atomOf[offset + follow] as number]) places.add(offset + follow);
      }
    }
    const next = this.#state([...places].sort((a, b) => a - b));
    state.next.set(symbol.id, next);
    return next;
  }

  #state(places: number[]): State {
    const key = places.join();
    const known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size > maximumStates) {
      // Text that visits ever new states must not grow memory without bound: start over.
      this.#states = new Map();
      this.#root?.next.clear();
    }
    const ends = new Set<number>();
    for (const place of places) {
      const phrase = this.#phraseOf[place] as number;
      if (this.#phrases[phrase]?.last.has(place - (this.#offsets[phrase] as number))) ends.add(phrase);
    }
    const state = { places: Int32Array.from(places), ends: [...ends], next: new Map() };
    this.#states.set(key, state);
    return state;
  }

  #edge(character: string): Symbol {
    return this.#symbol(character, 0, Kind.stop);
  }

  #symbol(word: string, tags: number, kind: Kind): Symbol {
    const listed = this.#atomsOfWord.has(word);
    let byTags = listed ? this.#symbols.get(word) : this.#unknown;
    if (!byTags) {
      byTags = new Map();
      this.#symbols.set(word, byTags);
    }
    const clause = kind === Kind.clause;
    const key = clause ? -1 : tags;
    const known = byTags.get(key);
    if (known) return known;
    const symbol = this.#createSymbol(word, tags, clause);
    byTags.set(key, symbol);
    return symbol;
  }

  #createSymbol(word: string, tags: number, clause: boolean): Symbol {
    const atoms = new Uint8Array(this.#atoms.length);
    for (const atom of this.#atomsOfWord.get(word) ?? []) atoms[atom] = 1;
    const edge = word === startSymbol ? 'start' : word === endSymbol ? 'end' : '';
    for (const id of this.#looseAtoms) {
      const atom = this.#atoms[id] as Atom;
      if (edge !== '' || atom.edge !== '') atoms[id] = edge === atom.edge ? 1 : 0;
      else if (atom.tags !== 0) atoms[id] = (atom.tags & tags) !== 0 ? 1 : 0;
      else if (atom.any) atoms[id] = clause || atom.words.has(word) ? 0 : 1;
    }
    const entries = this.#firsts.filter((place) => atoms[this.#atomOf[place] as number]);
    return { id: this.#symbolCount++, atoms, entries: Int32Array.from(entries) };
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
  #report(number: number, path: readonly number[], symbols: readonly Symbol[], tokens: Tokens, found: Map<string, Span[]>): void {
    const phrase = this.#phrases[number] as CompiledPhrase;
    const offset = this.#offsets[number] as number;
    let step = path.length - 1;
    let active = new Map<number, { from: number; to: number }>();
    for (const last of phrase.last) {
      if (this.#takes(symbols[step], offset + last)) active.set(last, this.#marks(phrase, last, step, { from: -1, to: -1 }));
    }
    let best: { from: number; to: number } | undefined;
    while (active.size > 0) {
      for (const first of phrase.first) {
        const marks = active.get(first);
        if (marks) best = phrase.hasMark ? marks : { from: step, to: path.length - 1 };
      }
      step--;
      if (step < 0) break;
      const before = new Map<number, { from: number; to: number }>();
      for (let place = 0; place < phrase.positions.length; place++) {
        if (!this.#takes(symbols[step], offset + place)) continue;
        for (const follow of phrase.positions[place]?.follow ?? []) {
          const marks = active.get(follow);
          if (marks && !before.has(place)) before.set(place, this.#marks(phrase, place, step, marks));
        }
      }
      active = before;
    }
    if (best) record(found, phrase.signal, spanOf(tokens, path, best.from, best.to));
  }

  #takes(symbol: Symbol | undefined, place: number): boolean {
    return symbol !== undefined && symbol.atoms[this.#atomOf[place] as number] === 1;
  }

  #marks(phrase: CompiledPhrase, place: number, step: number, after: { from: number; to: number }): { from: number; to: number } {
    if (!phrase.positions[place]?.marked) return after;
    return { from: step, to: after.to === -1 ? step : after.to };
  }
}

function spanOf(tokens: Tokens, path: readonly number[], from: number, to: number): Span | undefined {
  let first = from;
  let last = to;
  while (first < last && path[first] === -1) first++;
  while (last > first && path[last] === -1) last--;
  const start = path[first];
  const end = path[last];
  if (start === undefined || end === undefined || start < 0 || end < 0) return undefined;
  return { start: tokens.start[start] as number, end: tokens.end[end] as number };
}

function record(found: Map<string, Span[]>, signal: string, span: Span | undefined): void {
  if (!span) return;
  const list = found.get(signal);
  if (!list) {
    found.set(signal, [span]);
    return;
  }
  // Ends come in order, so only the tail of the list can overlap.
  let merged = span;
  while (list.length > 0) {
    const last = list[list.length - 1] as Span;
    if (last.end <= merged.start) break;
    merged = { start: Math.min(last.start, merged.start), end: Math.max(last.end, merged.end) };
    list.pop();
  }
  list.push(merged);
}
