import { strict as assert } from 'node:assert';
import { check, createChecker, defaultProfile } from '@chaperone/core';
import fc from 'fast-check';
import { straight } from '../src/offset-map.js';
import type { Passage } from '../src/passage.js';
import type { Reading } from '../src/signal.js';
import { clauseStarts } from '../src/signals/learned/clauses.js';
import { scorePassage } from '../src/signals/learned/model.js';
import { pack, unpack } from '../src/signals/learned/packed.js';
import { sentenceSpans, tokenize } from '../src/tokens.js';

describe('the learned signal', () => {
  it('scores what tells of a visit above what tells of nothing', () => {
    const telling = best('Nine zaps and a lot of ice packs later, and you never once complained.');
    const telltale = best('Remember when you sat in our chair and cried? Look at you now.');
    const harmless = best(
      'Thank you for the kind words! Notes like this make the whole team smile.',
    );
    const policy = best(
      'Every price is posted on our website, and anyone may call our office manager.',
    );
    for (const risky of [telling, telltale]) {
      assert.ok(risky > harmless, `${risky} > ${harmless}`);
      assert.ok(risky > policy, `${risky} > ${policy}`);
    }
  });

  it('shows the words that weighed most, and they stand in the clause', () => {
    const scored = clausesOf(
      'Your lips look amazing and you sat like a champ in our chair. See you in two weeks for your touch-up!',
    );
    const top = scored.reduce((a, b) => (b.score > a.score ? b : a));
    assert.ok(top.evidence.length > 0);
    for (const { span, weight } of top.evidence) {
      assert.ok(span.start >= top.span.start && span.end <= top.span.end);
      assert.ok(weight > 0);
    }
  });

  it('cuts any text into clauses that follow one another and leave nothing out', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'you',
            'and',
            'we',
            'saw',
            ',',
            '.',
            ';',
            '—',
            'Botox',
            '\n',
            '!',
            '(',
            ')',
            '😘',
            'because',
            '4:15',
          ),
        ),
        (words) => {
          const tokens = tokenize(words.join(' '));
          const starts = clauseStarts(tokens);
          assert.equal(starts[0], 0);
          assert.equal(starts.at(-1), tokens.count);
          assert.ok(
            starts.every(
              (start, index) =>
                index === 0 || start > (starts[index - 1] as number) || tokens.count === 0,
            ),
          );
        },
      ),
    );
  });

  it('gives chances for any text, with spans inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { span, score } of clausesOf(text)) {
          assert.ok(score >= 0 && score <= 1);
          assert.ok(span.start >= 0 && span.start < span.end && span.end <= text.length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is silent on web copy, whatever it says of your results', () => {
    const { findings } = createChecker().inspect(
      {
        uri: 'page.md',
        languageId: 'plaintext',
        text: 'Your results keep improving for three months, and you can see us again for a touch-up.',
      },
      defaultProfile,
      '2026-11-24',
      { channel: 'web-page', strictness: 'standard' },
    );
    assert.deepEqual(findings, []);
  });
});

describe('packed weights', () => {
  it('come back as they were', () => {
    const entries = fc
      .uniqueArray(
        fc.record({ slot: fc.nat((1 << 18) - 1), weight: fc.integer({ min: -31, max: 31 }) }),
        { selector: ({ slot }) => slot },
      )
      .map((list) =>
        list.sort((a, b) => a.slot - b.slot).map(({ slot, weight }) => [slot, weight] as const),
      );
    fc.assert(
      fc.property(entries, (list) => {
        const table = unpack({ ...pack(list), scale: 1, bias: 0 }, 18).weight;
        for (const [slot, weight] of list) assert.equal(table[slot], weight);
        assert.equal(
          table.reduce((count, weight) => count + (weight === 0 ? 0 : 1), 0),
          list.filter(([, weight]) => weight !== 0).length,
        );
      }),
      { numRuns: 30 },
    );
  });
});

function best(text: string): number {
  return Math.max(...clausesOf(text).map(({ score }) => score));
}

function clausesOf(text: string) {
  return scorePassage(reading(text), 'reply').clauses;
}

/** A reply that stands alone. */
function reading(text: string): Reading {
  const tokens = tokenize(text);
  const passage: Passage = {
    text,
    part: 'body',
    map: straight(0, text.length),
    encode: (words) => words,
    channel: 'review-reply',
    voice: 'practice',
    sentences: sentenceSpans(tokens),
    reply: true,
    thread: 1,
    index: 0,
    locate: (span) => span,
  };
  return {
    passage,
    tokens,
    profile: defaultProfile,
    today: '2026-11-24',
    note: (_key, make) => make(),
    matches: () => [],
    phraseMatches: () => [],
    neighbors: () => [],
    readingOf: () => {
      throw new Error('This reading stands alone');
    },
    sentenceAt: () => 0,
  };
}

describe('A clause without words', () => {
  it('is never what is underlined', () => {
    for (const text of [
      '💛💛 Thank you for coming in, Zoë!',
      '⭐⭐⭐⭐⭐ Your lips look great! 😍😍',
      '*** You were our first patient ***',
    ])
      for (const { span } of check(
        { uri: 'x', languageId: 'plaintext', text },
        defaultProfile,
        '2026-11-28',
        {
          channel: 'review-reply',
          strictness: 'strict',
        },
      ))
        assert.match(text.slice(span.start, span.end), /\p{L}/u);
  });
});

describe('A clause that ends with the name of the one it speaks to', () => {
  it('is found beside the name', () => {
    for (const text of ['Eight years and counting, Patty!', 'Patty, eight years and counting!']) {
      const found = check(
        { uri: 'x', languageId: 'plaintext', text },
        defaultProfile,
        '2026-11-28',
        {
          channel: 'review-reply',
          strictness: 'standard',
          context: 'Best Botox ever!',
        },
      ).map(({ rule, span }) => [
        rule === 'reply-names-reviewer',
        text.slice(span.start, span.end),
      ]);
      assert.ok(
        found.some(([isName, words]) => isName && words === 'Patty'),
        text,
      );
      assert.ok(
        found.some(
          ([isName, words]) => !isName && /^eight years and counting$/i.test(String(words)),
        ),
        text,
      );
    }
  });
});

describe('A page on which the practice tells of itself', () => {
  it('is left alone: the writer, their family, how they came to their work', () => {
    for (const text of [
      'As a girl I hid whenever it was time for a cleaning. My uncle was the town dentist, and after school I would watch Uncle Ray work on my brothers. That chair is why I do this today.',
      'When I told my mom that I wanted to be a surgeon, she laughed. I fainted at the sight of a scraped knee. My father drove me to every interview, and he still keeps my first business card.',
    ])
      for (const channel of ['web-page', 'newsletter'] as const)
        assert.deepEqual(
          check({ uri: 'x', languageId: 'plaintext', text }, defaultProfile, '2026-11-28', {
            channel,
            strictness: 'standard',
          })
            .filter(({ severity }) => severity === 'warning' || severity === 'error')
            .map(({ rule }) => rule),
          [],
          text,
        );
  });
});
