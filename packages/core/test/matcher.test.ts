import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createLexicon, tagWords } from '../src/lexicon/index.js';
import { macros } from '../src/lexicon/macros.js';
import { createMatcher } from '../src/matcher.js';
import { PhraseError } from '../src/phrases.js';
import { tokenize } from '../src/tokens.js';

const lexicon = createLexicon();

function found(source: string, text: string): string[] {
  const tokens = tokenize(text);
  tagWords(tokens, lexicon);
  return createMatcher([{ signal: 'it', source }], macros)
    .find(tokens)
    .of('it')
    .map(({ start, end }) => text.slice(start, end));
}

describe('The phrase language', () => {
  const table: [phrase: string, text: string, matches: string[]][] = [
    ['thank you', 'Thank you! And thank you again.', ['Thank you', 'thank you']],
    ['thank you', 'Thank, um, you', []],
    ['thank you', 'Thank, you', ['Thank, you']],
    ['thank you so? much?', 'Thank you so much, thank you', ['Thank you so much', 'thank you']],
    ['thanks|thank for coming', 'thanks for coming', ['thanks for coming']],
    ['(coming in|stopping by) today', 'Thanks for stopping by today', ['stopping by today']],
    ['visit~ us', 'visited us, visiting us, a visit', ['visited us', 'visiting us']],
    [
      'your .. <treatment>',
      'Your brand new lip filler looks lovely',
      ['Your brand new lip filler'],
    ],
    ['your ..1 <treatment>', 'Your brand new shiny lip filler', []],
    ['^ thanks', 'Thanks all. Many thanks.', ['Thanks']],
    ['soon $', 'Soon we go. See you soon!', ['soon']],
    ['see you «next week»', 'We will see you next week.', ['next week']],
    ['see !you soon', 'see them soon, see you soon', ['see them soon']],
    ['see !you|<treatment>', 'See Botox, see you, see them', ['see them']],
    ['my !<treatment>', 'My Botox, my dog', ['my dog']],
    ['did not', 'You didn’t come', ['didn’t']],
    ['we are', "we're here", ["we're"]],
    ['you came', 'u came, y’all came', ['u came', 'y’all came']],
    ['so glad', 'Sooooo glad', ['Sooooo glad']],
    ['micro needling', 'micro-needling', ['micro-needling']],
    [
      'lip filler',
      'lip\u200b fil\u200bler and ｌｉｐ filler',
      ['lip\u200b fil\u200bler', 'ｌｉｐ filler'],
    ],
    ['thank you', 'Thank — you', []],
  ];
  for (const [phrase, text, matches] of table) {
    it(`finds ${JSON.stringify(matches)} by "${phrase}" in "${text}"`, () => {
      assert.deepEqual(found(phrase, text), matches);
    });
  }

  it('names the place of a mistake', () => {
    for (const [phrase, at] of [
      ['(a b', 0],
      ['a <nothing>', 2],
      ['{nothing}', 0],
      ['a?', 0],
      ['a ..99', 6],
    ] as const) {
      assert.throws(
        () => createMatcher([{ signal: 'it', source: phrase }], macros),
        (error) => error instanceof PhraseError && error.at === at,
        phrase,
      );
    }
  });

  it('finds each of many phrases just as it does alone', () => {
    const sources = ['a b', 'b .. c', 'a (b|c) d?', '«b» c', '^ a', 'c $', 'a ..2 a', '!a b'];
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ',', '.', '—'), { maxLength: 25 });
    const together = createMatcher(
      sources.map((source) => ({ signal: source, source })),
      macros,
    );
    fc.assert(
      fc.property(words, (list) => {
        const tokens = tokenize(list.join(' '));
        const all = together.find(tokens);
        for (const source of sources) {
          assert.deepEqual(
            all.of(source),
            createMatcher([{ signal: source, source }], macros)
              .find(tokens)
              .of(source),
          );
        }
      }),
    );
  });
});

describe('Tokens', () => {
  it('cover the text in order, each at its own place, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const tokens = tokenize(text);
        let end = 0;
        for (let token = 0; token < tokens.count; token++) {
          const start = tokens.start[token] as number;
          assert.ok(start >= end, 'in order');
          assert.ok((tokens.end[token] as number) > start, 'not empty');
          end = tokens.end[token] as number;
        }
        assert.ok(end <= text.length);
        assert.equal(tokens.sentenceStart[0], 0);
        assert.equal(tokens.sentenceStart.at(-1), tokens.count);
      }),
    );
  });

  const sentences: [text: string, count: number][] = [
    ['Dr. Smith is in. So is Mrs. K. today.', 2],
    ['Open at 9 a.m. Monday.', 1],
    ['Wow!! Really?', 2],
    ['You look great 😍 See you soon', 2],
    ['Line one\nLine two', 2],
    ['It cost $3.50. Fine.', 2],
    ['Visit luma.example. Call us.', 2],
  ];
  for (const [text, count] of sentences) {
    it(`see ${count} sentence${count === 1 ? '' : 's'} in "${text.replace('\n', '\\n')}"`, () => {
      assert.equal(tokenize(text).sentenceStart.length - 1, count);
    });
  }
});
