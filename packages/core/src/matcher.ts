import {
  type Atom,
  type CompiledPhrase,
  compilePhrase,
  type Phrase,
  type Position,
} from './phrases.js';
import type { Span } from './span.js';
import { Kind, Shape, type Tokens } from './tokens.js';

/** Finds every phrase in one pass over the tokens. */
export interface Matcher {
  find(tokens: Tokens): Found;
}

/** What was found in a passage. Where a match begins is worked out only for the signals that are asked for. */
export interface Found {
  /** The spans of a signal's phrases, in order, in passage offsets; overlapping matches are merged. */
  of(signal: string): readonly Span[];
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
  readonly #firsts: number[] = [];
  readonly #symbols = new Map<string, Map<number, Symbol>>();
  readonly #unknown = new Map<number, Symbol>();
  #symbolCount = 0;
  #states = new Map<string, State>();
  #root: State;

  constructor(phrases: readonly CompiledPhrase[]) {
    this.#phrases = phrases;
    const atomIds = new Map<string, number>();
    // The edges of a sentence are words of their own, or they would pass for any unknown word.
    this.#atomsOfWord.set(startSymbol, []).set(endSymbol, []);
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

  find(tokens: Tokens): Found {
    const trail = new Trail(tokens);
    const start = this.#edge(startSymbol);
    const end = this.#edge(endSymbol);
    for (let sentence = 0; sentence + 1 < tokens.sentenceStart.length; sentence++) {
      const from = tokens.sentenceStart[sentence] as number;
      const to = tokens.sentenceStart[sentence + 1] as number;
      trail.begin();
      let state = this.#feed(this.#root, start, -1, trail);
      for (let token = from; token < to; token++) {
        const kind = tokens.kind[token] as Kind;
        if (kind >= Kind.soft && (kind <= Kind.soft || kind === Kind.emoji || kind === Kind.stop))
          continue;
        if (
          kind === Kind.clause &&
          tokens.word[token] === '-' &&
          ((tokens.shape[token] as number) & Shape.spaceBefore) === 0
        )
          continue;
        state = this.#feed(
          state,
          this.#symbol(tokens.word[token] as string, tokens.tags[token] as number, kind),
          token,
          trail,
        );
      }
      this.#feed(state, end, -1, trail);
    }
    return { of: (signal) => this.#spans(signal, trail) };
  }

  #feed(state: State, symbol: Symbol, token: number, trail: Trail): State {
    const next = state.next.get(symbol.id) ?? this.#step(state, symbol);
    trail.push(token, symbol);
    if (next.ends.length > 0)
      for (const phrase of next.ends)
        trail.hit((this.#phrases[phrase] as CompiledPhrase).signal, phrase);
    return next;
  }

  #spans(signal: string, trail: Trail): readonly Span[] {
    const hits = trail.hits.get(signal);
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
      if (this.#phrases[phrase]?.last.has(place - (this.#offsets[phrase] as number)))
        ends.add(phrase);
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
  #report(number: number, end: number, sentence: number, trail: Trail, spans: Span[]): void {
    const phrase = this.#phrases[number] as CompiledPhrase;
    const offset = this.#offsets[number] as number;
    const { path, symbols } = trail;
    let step = end;
    let active = new Map<number, { from: number; to: number }>();
    for (const last of phrase.last) {
      if (this.#takes(symbols[step], offset + last))
        active.set(last, marksAt(phrase, last, step, unmarked));
    }
    let best: { from: number; to: number } | undefined;
    while (active.size > 0) {
      for (const first of phrase.first) {
        const marks = active.get(first);
        if (marks) best = phrase.hasMark ? marks : { from: step, to: end };
      }
      step--;
      if (step < sentence) break;
      const before = new Map<number, { from: number; to: number }>();
      for (let place = 0; place < phrase.positions.length; place++) {
        if (!this.#takes(symbols[step], offset + place)) continue;
        for (const follow of (phrase.positions[place] as Position).follow) {
          const marks = active.get(follow);
          if (marks && !before.has(place)) before.set(place, marksAt(phrase, place, step, marks));
        }
      }
      active = before;
    }
    const span = best && spanOf(trail.tokens, path, best.from, best.to);
    if (span) record(spans, span);
  }

  #takes(symbol: Symbol | undefined, place: number): boolean {
    return symbol !== undefined && symbol.atoms[this.#atomOf[place] as number] === 1;
  }
}

const noSpans: readonly Span[] = [];
const unmarked = { from: -1, to: -1 };

function marksAt(
  phrase: CompiledPhrase,
  place: number,
  step: number,
  after: { from: number; to: number },
): { from: number; to: number } {
  if (!phrase.positions[place]?.marked) return after;
  return { from: step, to: after.to === -1 ? step : after.to };
}

/** The way through a passage: tokens and symbols as they were fed, and where phrases ended. */
class Trail {
  readonly tokens: Tokens;
  readonly path: Int32Array;
  readonly symbols: Symbol[] = [];
  /** By signal, triples of phrase, place in the path, and where its sentence began in the path. */
  readonly hits = new Map<string, number[]>();
  readonly spans = new Map<string, readonly Span[]>();
  #length = 0;
  #sentence = 0;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
    this.path = new Int32Array(tokens.count + 2 * tokens.sentenceStart.length);
  }

  begin(): void {
    this.#sentence = this.#length;
  }

  push(token: number, symbol: Symbol): void {
    this.path[this.#length++] = token;
    this.symbols.push(symbol);
  }

  hit(signal: string, phrase: number): void {
    const list = this.hits.get(signal);
    if (list) list.push(phrase, this.#length - 1, this.#sentence);
    else this.hits.set(signal, [phrase, this.#length - 1, this.#sentence]);
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
