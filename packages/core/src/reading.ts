import { macros } from './lexicon/macros.js';
import { createMatcher, type Found, type Matcher } from './matcher.js';
import type { Passage } from './passage.js';
import { type Phrase, PhraseError } from './phrases.js';
import type { PracticeProfile } from './profile.js';
import type { Rule } from './rule.js';
import type { Reading, Signal, Signals } from './signal.js';
import type { Span } from './span.js';
import type { Tokens } from './tokens.js';

/** The signals with all phrases compiled: what turns passages into readings. */
export interface Reader {
  readonly signals: Signals;
  read(
    passage: Passage,
    tokens: Tokens,
    profile: PracticeProfile,
    today: string,
    around?: Surroundings,
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
  const ruleSignals = new Set(rules.filter((rule) => rule.phrases?.length).map(phraseSignal));
  return {
    signals,
    read: (passage, tokens, profile, today, around) =>
      new PassageReading(
        signals,
        ruleSignals,
        matcher.find(tokens),
        passage,
        tokens,
        profile,
        today,
        around,
      ),
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
  readonly #signals: Signals;
  readonly #ruleSignals: ReadonlySet<string>;
  readonly #phrases: Found;
  readonly #known = new Map<string, readonly Span[]>();

  readonly #around: Surroundings | undefined;

  constructor(
    signals: Signals,
    ruleSignals: ReadonlySet<string>,
    phrases: Found,
    passage: Passage,
    tokens: Tokens,
    profile: PracticeProfile,
    today: string,
    around?: Surroundings,
  ) {
    this.#signals = signals;
    this.#ruleSignals = ruleSignals;
    this.passage = passage;
    this.tokens = tokens;
    this.profile = profile;
    this.today = today;
    this.#phrases = phrases;
    this.#around = around;
  }

  matches(name: string): readonly Span[] {
    const known = this.#known.get(name);
    if (known) return known;
    const signal = this.#signals[name];
    if (!signal && !this.#ruleSignals.has(name)) throw new Error(`There is no signal "${name}"`);
    // Guards against signals that ask in a circle: the inner question finds nothing.
    this.#known.set(name, none);
    const found = this.#compute(name, signal);
    this.#known.set(name, found);
    return found;
  }

  #compute(name: string, signal: Signal | undefined): readonly Span[] {
    if (!signal?.find) return this.phraseMatches(name);
    const found = signal.find(this);
    return Array.isArray(found) ? found : [...found];
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
