import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { type Channel, defaultProfile, inspect, type Passage, rules } from '@chaperone/core';
import { createLexicon, tagWords } from '../src/lexicon/index.js';
import { createReader } from '../src/reading.js';
import type { Reading } from '../src/signal.js';
import { gates } from '../src/signals/gates.js';
import { allSignals } from '../src/signals/index.js';
import { tagPeople } from '../src/signals/people.js';
import { tokenize } from '../src/tokens.js';

const today = '2026-11-24';
const reader = createReader(allSignals, rules);
const lexicon = createLexicon();
const corpus = new URL('../../../corpus/', import.meta.url);

describe('The gates before the signals', () => {
  it('stand before signals that there are', () => {
    for (const [name, { phrases }] of Object.entries(gates)) {
      assert.ok(allSignals[name]?.find, name);
      for (const other of phrases) assert.ok(allSignals[other]?.phrases, `${name}: ${other}`);
    }
  });

  it('hide nothing: every signal finds as much without them', function () {
    this.timeout(300_000);
    const gated = Object.keys(gates);
    const seen = new Set<string>();
    for (const reading of readings()) {
      for (const name of gated) {
        const found = [...(allSignals[name]?.find?.(reading) ?? [])];
        if (found.length > 0) seen.add(name);
        assert.deepEqual(reading.matches(name), found, `${name} in: ${reading.passage.text}`);
      }
    }
    // What was never found shows nothing about its gate.
    assert.deepEqual(
      gated.filter((name) => !seen.has(name)),
      [],
    );
  });
});

function* readings(): Generator<Reading> {
  const copies: { text: string; languageId: string; channel?: Channel; context?: string }[] = [];
  for (const { examples, severity } of rules)
    for (const example of [...examples.violating, ...examples.clean]) {
      const [channel] = Object.keys(severity) as Channel[];
      const copy = typeof example === 'string' ? { text: example } : example;
      const text = copy.text.replace(/[«»]/g, '');
      copies.push({ languageId: 'plaintext', ...(channel ? { channel } : {}), ...copy, text });
    }
  for (const name of readdirSync(corpus).filter((file) => file.endsWith('.txt'))) {
    const pieces = readFileSync(new URL(name, corpus), 'utf8').split(/^=== /m).slice(1);
    // A third of the corpus, risky and clean by turns, holds every signal many times.
    for (const piece of pieces.filter((_, at) => at % 3 === 0)) {
      const [head = '', ...lines] = piece.split('\n');
      const context = lines[0]?.startsWith('~ ') ? lines.shift()?.slice(2) : undefined;
      const languageId = head.split(/\s+/)[2] ?? 'plaintext';
      const text = lines.filter((line) => !line.startsWith('! ')).join('\n');
      const reply = head.includes(' RR ') ? { channel: 'review-reply' as const } : {};
      copies.push({ text, languageId, ...reply, ...(context ? { context } : {}) });
    }
  }
  for (const { text, languageId, ...options } of copies) {
    const { passages } = inspect({ uri: 'copy', languageId, text }, defaultProfile, today, options);
    for (const passage of passages) yield readingOf(passage);
  }
}

function readingOf(passage: Passage): Reading {
  const tokens = tokenize(passage.text);
  tagWords(tokens, lexicon);
  tagPeople(tokens, defaultProfile, {
    reply: passage.reply,
    ...(passage.answers === undefined ? {} : { answers: passage.answers }),
  });
  return reader.read(passage, tokens, defaultProfile, today);
}
