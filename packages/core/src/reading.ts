import { macros } from './lexicon/macros.js';
import { createMatcher, type Found, type Matcher } from './matcher.js';
import type { Passage } from './passage.js';
import { type Phrase, PhraseError } from './phrases.js';
import type { PracticeProfile } from './profile.js';
import type { Rule } from './rule.js';
import type { Reading, Signal, Signals } from './signal.js';
import { gates, Mark, marksIn } from './signals/gates.js';
import type { Span } from './span.js';
import type { Tokens } from './tokens.js';
import { addWord } from './vocabulary.js';

/** The signals with all phrases compiled: what turns passages into readings. */
export interface Reader {
  readonly signals: Signals;
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
  ): Reading;
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
  const entries = new Map(
    names.map((name, index) => [name, entryOf(name, index, signals[name], matcher)]),
  );
  return {
    signals,
    find: (tokens) => matcher.find(tokens),
    read: (passage, tokens, profile, today, around, found = matcher.find(tokens)) =>
      new PassageReading(entries, found, passage, tokens, profile, today, around),
  };
}

/** A signal as readings look it up. */
interface Entry {
  readonly index: number;
  /** Its number in the matcher. */
  readonly phrases: number;
  readonly find: Signal['find'] | undefined;
  readonly gate: Opening | undefined;
}

/** A gate with its signals as numbers of the matcher, and its words as numbers of the vocabulary. */
interface Opening {
  readonly phrases: readonly number[];
  readonly tags: number;
  readonly marks: number;
  readonly words: readonly number[];
  readonly text?: RegExp;
}

function entryOf(name: string, index: number, signal: Signal | undefined, matcher: Matcher): Entry {
  const gate = signal?.find && Object.hasOwn(gates, name) ? gates[name] : undefined;
  return {
    index,
    phrases: matcher.numberOf(name),
    find: signal?.find,
    gate: gate && {
      ...gate,
      phrases: gate.phrases.map((other) => matcher.numberOf(other)),
      words: gate.words.map(addWord),
    },
  };
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

class PassageReading implements Reading {
  readonly passage: Passage;
  readonly profile: PracticeProfile;
  readonly today: string;
  readonly tokens: Tokens;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #phrases: Found;
  readonly #known: (readonly Span[] | undefined)[] = [];
  readonly #around: Surroundings | undefined;
  #marks = -1;
  #tags = -1;

  constructor(
    entries: ReadonlyMap<string, Entry>,
    phrases: Found,
    passage: Passage,
    tokens: Tokens,
    profile: PracticeProfile,
    today: string,
    around?: Surroundings,
  ) {
    this.#entries = entries;
    this.passage = passage;
    this.tokens = tokens;
    this.profile = profile;
    this.today = today;
    this.#phrases = phrases;
    this.#around = around;
  }

  matches(name: string): readonly Span[] {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`There is no signal "${name}"`);
    const { find, gate, index } = entry;
    if (!find) return this.#phrases.at(entry.phrases);
    const known = this.#known[index];
    if (known) return known;
    if (gate && !this.#opens(gate)) return none;
    // Guards against signals that ask in a circle: the inner question finds nothing.
    this.#known[index] = none;
    const spans = find(this);
    const found: readonly Span[] = Array.isArray(spans) ? spans : [...spans];
    this.#known[index] = found;
    return found;
  }

  mayMatch(name: string): boolean | undefined {
    const entry = this.#entries.get(name);
    if (!entry) throw new Error(`There is no signal "${name}"`);
    const known = this.#known[entry.index];
    if (known) return known.length > 0;
    if (!entry.find) return this.#phrases.has(entry.phrases);
    return entry.gate && !this.#opens(entry.gate) ? false : undefined;
  }

  #opens({ phrases, tags, marks, words, text }: Opening): boolean {
    for (let at = 0; at < phrases.length; at++)
      if (this.#phrases.has(phrases[at] as number)) return true;
    if (tags !== 0 && (this.#allTags() & tags) !== 0) return true;
    if (marks !== 0 && (this.#allMarks() & marks) !== 0) return true;
    for (let at = 0; at < words.length; at++)
      if (this.tokens.number.includes(words[at] as number)) return true;
    return text?.test(this.passage.text) ?? false;
  }

  /** The tags of all tokens together. */
  #allTags(): number {
    if (this.#tags === -1) {
      const { tags } = this.tokens;
      let all = 0;
      for (let token = 0; token < tags.length; token++) all |= tags[token] as number;
      this.#tags = all;
    }
    return this.#tags;
  }

  #allMarks(): number {
    if (this.#marks === -1) {
      const { text, part, role } = this.passage;
      const prose = part === 'body' || part === 'heading' || part === 'quote';
      this.#marks = marksIn(text) | (role === undefined && prose ? 0 : Mark.aside);
    }
    return this.#marks;
  }

  phraseMatches(name: string): readonly Span[] {
    return this.#phrases.of(name);
  }

  neighbors(): readonly Passage[] {
    return this.#around?.neighborsOf(this.passage) ?? [];
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
