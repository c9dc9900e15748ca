import { macros } from './lexicon/macros.js';
import { createMatcher, type Found, type Matcher } from './matcher.js';
import { createOpenings, type Openings } from './openings.js';
import type { Passage } from './passage.js';
import { type Phrase, PhraseError } from './phrases.js';
import type { PracticeProfile } from './profile.js';
import type { Rule } from './rule.js';
import type { Reading, Signal, Signals } from './signal.js';
import { type Gate, gates, Mark, marksIn } from './signals/gates.js';
import type { Span } from './span.js';
import type { Tokens } from './tokens.js';

/** The signals with all phrases compiled: what turns passages into readings. */
export interface Reader {
  readonly signals: Signals;
  /** The number of a signal for `isOpen`. Throws where there is no such signal. */
  numberOf(signal: string): number;
  /** The phrases in a passage, its tokens with their tags set. */
  find(tokens: Tokens): Found;
  /** `found` is what `find` gives for the tokens, where it is known already. */
  read(
    passage: Passage,
    tokens: Tokens,
    profile: PracticeProfile,
    today: string,
    around?: Surroundings,
    found?: Found,
  ): OpenReading;
}

/** A reading that says of a signal, by its number, whether it may match: a few bits looked up. */
export interface OpenReading extends Reading {
  isOpen(signal: number): boolean;
}

/** What a reading may see of the rest of its document. */
export interface Surroundings {
  neighborsOf(passage: Passage): readonly Passage[];
  readingOf(passage: Passage): Reading;
}

/** The name under which a rule's own phrases are found. */
export function phraseSignal(rule: Rule): string {
  return `phrase:${rule.id}`;
}

/** Compiles the phrases of all signals and rules into one matcher. Throws PhraseError naming the place when one is wrong. */
export function createReader(signals: Signals, rules: readonly Rule[]): Reader {
  const phrases: Phrase[] = [];
  for (const [signal, { phrases: sources = [] }] of Object.entries(signals)) {
    for (const source of sources) phrases.push({ signal, source });
  }
  for (const rule of rules)
    for (const source of rule.phrases ?? []) phrases.push({ signal: phraseSignal(rule), source });
  const matcher = compile(phrases);
  const names = [
    ...Object.keys(signals),
    ...rules.filter((rule) => rule.phrases?.length).map(phraseSignal),
  ];
  const numbers = new Map(names.map((name, index) => [name, index]));
  const numberOf = (name: string) => {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`There is no signal "${name}"`);
    return number;
  };
  const lists = new WeakMap<readonly string[], readonly number[]>();
  const vocabulary: Vocabulary = {
    entries: new Map(
      names.map((name, index) => [
        name,
        { index, phrases: matcher.numberOf(name), find: signals[name]?.find },
      ]),
    ),
    openings: createOpenings(
      names,
      (name) => (signals[name]?.find ? (gateOf(name) ?? 'always') : undefined),
      matcher,
    ),
    gates: names.map((name) => (signals[name]?.find ? gateOf(name) : undefined)),
    within: names.map((name) => signals[name]?.within),
    numbersOf(list) {
      const known = lists.get(list) ?? list.map(numberOf);
      lists.set(list, known);
      return known;
    },
  };
  return {
    signals,
    numberOf,
    find: (tokens) => matcher.find(tokens),
    read: (passage, tokens, profile, today, around, found = matcher.find(tokens)) =>
      new PassageReading(vocabulary, found, passage, tokens, profile, today, around),
  };
}

/** A signal as readings look it up. */
interface Entry {
  readonly index: number;
  /** Its number in the matcher. */
  readonly phrases: number;
  readonly find: Signal['find'] | undefined;
}

/** What all readings of a reader share. */
interface Vocabulary {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly openings: Openings;
  /** By the signals' numbers. */
  readonly gates: readonly (Gate | undefined)[];
  readonly within: readonly (string | undefined)[];
  /** The numbers of signals, kept for each list that was asked for. */
  numbersOf(signals: readonly string[]): readonly number[];
}

function gateOf(name: string): Gate | undefined {
  return Object.hasOwn(gates, name) ? gates[name] : undefined;
}

function compile(phrases: readonly Phrase[]): Matcher {
  try {
    return createMatcher(phrases, macros);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    for (const phrase of phrases) {
      try {
        createMatcher([phrase], macros);
      } catch (cause) {
        if (cause instanceof PhraseError)
          throw new PhraseError(`${phrase.signal}: "${phrase.source}": ${cause.message}`, cause.at);
      }
    }
    throw error;
  }
}

const none: readonly Span[] = [];

class PassageReading implements OpenReading {
  readonly passage: Passage;
  readonly profile: PracticeProfile;
  readonly today: string;
  readonly tokens: Tokens;
  readonly #vocabulary: Vocabulary;
  readonly #phrases: Found;
  /** The signals that were asked, by their numbers, and what they found: few of many. */
  readonly #asked: number[] = [];
  readonly #found: (readonly Span[])[] = [];
  readonly #around: Surroundings | undefined;
  /** The signals that may match, as bits by their numbers. */
  #open: Int32Array | undefined;
  #lower: string | undefined;
  #neighbors: readonly Passage[] | undefined;
  /** Keys and values by turns. */
  readonly #notes: unknown[] = [];

  constructor(
    vocabulary: Vocabulary,
    phrases: Found,
    passage: Passage,
    tokens: Tokens,
    profile: PracticeProfile,
    today: string,
    around?: Surroundings,
  ) {
    this.#vocabulary = vocabulary;
    this.passage = passage;
    this.tokens = tokens;
    this.profile = profile;
    this.today = today;
    this.#phrases = phrases;
    this.#around = around;
  }

  matches(name: string): readonly Span[] {
    const entry = this.#vocabulary.entries.get(name);
    if (!entry) throw new Error(`There is no signal "${name}"`);
    const { find, index } = entry;
    if (!find) return this.#phrases.at(entry.phrases);
    const known = this.#asked.indexOf(index);
    if (known !== -1) return this.#found[known] as readonly Span[];
    if (!this.isOpen(index)) return none;
    // Guards against signals that ask in a circle: the inner question finds nothing.
    const place = this.#asked.push(index) - 1;
    this.#found.push(none);
    const spans = find(this);
    const found: readonly Span[] = Array.isArray(spans) ? spans : [...spans];
    this.#found[place] = found;
    return found;
  }

  mayMatch(name: string): boolean | undefined {
    const entry = this.#vocabulary.entries.get(name);
    if (!entry) throw new Error(`There is no signal "${name}"`);
    const known = this.#asked.indexOf(entry.index);
    if (known !== -1) return (this.#found[known] as readonly Span[]).length > 0;
    if (!entry.find) return this.#phrases.has(entry.phrases);
    return this.isOpen(entry.index) ? undefined : false;
  }

  openAmong(signals: readonly string[]): readonly number[] {
    const numbers = this.#vocabulary.numbersOf(signals);
    const open: number[] = [];
    for (let at = 0; at < numbers.length; at++)
      if (this.isOpen(numbers[at] as number)) open.push(at);
    return open;
  }

  isOpen(signal: number): boolean {
    this.#open ??= this.#vocabulary.openings.of(this.#phrases, this.tokens, this.#marks());
    const row = this.#open[signal >> 5] as number;
    const gate = this.#vocabulary.gates[signal];
    if (((row >>> (signal & 31)) & 1) === 0 && !(gate?.holds && this.#holds(signal, gate.holds)))
      return false;
    const within = this.#vocabulary.within[signal];
    return within === undefined || this.matches(within).length > 0;
  }

  /** Looks for letters once: what was found opens the signal for good, what was not is remembered as no match. */
  #holds(signal: number, sought: readonly string[]): boolean {
    if (this.#asked.includes(signal)) return false;
    this.#lower ??= this.passage.text.toLowerCase();
    const lower = this.#lower;
    for (let at = 0; at < sought.length; at++)
      if (lower.includes(sought[at] as string)) {
        const open = this.#open as Int32Array;
        open[signal >> 5] = (open[signal >> 5] as number) | (1 << (signal & 31));
        return true;
      }
    this.#asked.push(signal);
    this.#found.push(none);
    return false;
  }

  #marks(): number {
    const { text, part, role } = this.passage;
    const prose = part === 'body' || part === 'heading' || part === 'quote';
    return marksIn(text) | (role === undefined && prose ? 0 : Mark.aside);
  }

  note<T>(key: object, make: () => T): T {
    for (let at = 0; at < this.#notes.length; at += 2)
      if (this.#notes[at] === key) return this.#notes[at + 1] as T;
    const value = make();
    this.#notes.push(key, value);
    return value;
  }

  phraseMatches(name: string): readonly Span[] {
    return this.#phrases.of(name);
  }

  neighbors(): readonly Passage[] {
    this.#neighbors ??= this.#around?.neighborsOf(this.passage) ?? [];
    return this.#neighbors;
  }

  readingOf(passage: Passage): Reading {
    const reading = passage === this.passage ? this : this.#around?.readingOf(passage);
    if (!reading) throw new Error('This reading stands alone');
    return reading;
  }

  sentenceAt(offset: number): number {
    const { sentences } = this.passage;
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((sentences[middle] as Span).start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
