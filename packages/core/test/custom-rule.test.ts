import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { parse } from 'yaml';
import { check } from '../src/check.js';
import { parseCustomRules } from '../src/custom-rule.js';
import { defaultProfile } from '../src/profile.js';
import { rules } from '../src/rules/index.js';

const petNames = {
  id: 'luma-pet-names',
  title: 'The reply uses a pet name for a client',
  why: 'Counsel reads our pet names as confirming that the person is a client.',
  severity: { 'review-reply': 'warning' },
  phrases: ['lovebug', 'Luma babe'],
  when: { within: 'sentence', all: ['phrase'], mark: 'phrase' },
  message: 'This reply uses a name we only give to clients.',
  fixes: [
    { title: 'Say it to anyone', replace: 'sentence', with: 'Thank you for the kind words!' },
  ],
  examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] },
};

/** The one problem of one rule. */
function problemOf(change: object): { path: string; message: string; remedy: string } {
  const { rules: accepted, problems } = parseCustomRules([{ ...petNames, ...change }]);
  deepEqual(accepted, []);
  const first = problems[0];
  ok(first);
  return { path: first.path.join('.'), message: first.message, remedy: first.remedy };
}

describe('Custom rules', () => {
  it('are read from YAML and find what they say', () => {
    const { rules: accepted, problems } = parseCustomRules(
      parse(`
- id: luma-pet-names
  title: The reply uses a pet name for a client
  why: Counsel reads our pet names as confirming that the person is a client.
  severity: { review-reply: warning }
  phrases: [lovebug, Luma babe]
  when: { within: sentence, all: [phrase], mark: phrase }
  message: This reply uses a name we only give to clients.
  fixes: [{ title: Say it to anyone, replace: sentence, with: Thank you for the kind words! }]
  examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] }
`),
    );
    deepEqual(problems, []);
    const text = 'Take care, lovebug!';
    const findings = check(
      { uri: 'a.txt', languageId: 'plaintext', text },
      { ...defaultProfile, customRules: accepted },
      '2026-11-24',
      { channel: 'review-reply', strictness: 'standard' },
    );
    ok(
      findings.some(
        ({ rule, span }) =>
          rule === 'luma-pet-names' && text.slice(span.start, span.end) === 'lovebug',
      ),
    );
  });

  it('may use the signals and the phrase language of the built-in rules', () => {
    const { problems } = parseCustomRules([
      {
        ...petNames,
        id: 'no-glow',
        phrases: ['glow~ (up|on)'],
        when: [{ within: 'sentence', all: ['phrase'], unless: ['generic'], mark: 'phrase' }],
        examples: {
          violating: ['Your skin «glowed up»!'],
          clean: ['Most patients glow up in spring.'],
        },
      },
    ]);
    deepEqual(problems, []);
  });

  it('are refused one by one: the good ones stay', () => {
    const { rules: accepted, problems } = parseCustomRules([
      { ...petNames, id: 'Bad Id' },
      petNames,
    ]);
    deepEqual(
      accepted.map(({ id }) => id),
      ['luma-pet-names'],
    );
    equal(problems.length, 1);
    deepEqual(problems[0]?.path, ['0', 'id']);
  });

  it('must be a list', () => {
    for (const input of [null, 'x', 3, {}, undefined])
      equal(parseCustomRules(input).problems.length, 1);
  });

  it('never throw, whatever they are', () => {
    for (const entry of [
      null,
      3,
      'x',
      [],
      {},
      { id: 7 },
      { ...petNames, when: [] },
      { ...petNames, fixes: 'x' },
      { ...petNames, examples: [] },
      { ...petNames, severity: {} },
    ]) {
      const { rules: accepted, problems } = parseCustomRules([entry]);
      deepEqual(accepted, []);
      ok(problems.length > 0);
      for (const { message, remedy } of problems) ok(message && remedy);
    }
  });

  const table: readonly [string, object, string, RegExp, RegExp][] = [
    [
      'a violating example that is not found',
      { examples: { violating: ['Love you, «sweet pea»!'], clean: ['Hi.'] } },
      '0.examples.violating.0',
      /does not find/,
      /Widen/,
    ],
    [
      'a mark in the wrong place',
      { examples: { violating: ['Love «you too», lovebug!'], clean: ['Hi.'] } },
      '0.examples.violating.0',
      /underlines "lovebug"/,
      /Move the marks/,
    ],
    [
      'a clean example that is found',
      { examples: { violating: ['Hi «lovebug»'], clean: ['Bye lovebug'] } },
      '0.examples.clean.0',
      /finds "lovebug"/,
      /Narrow/,
    ],
    [
      'no violating example',
      { examples: { violating: [], clean: ['Hi.'] } },
      '0.examples.violating',
      /no entry/,
      /«lovebug»/,
    ],
    [
      'no clean example',
      { examples: { violating: ['Hi «lovebug»'] } },
      '0.examples.clean',
      /has no "clean"/,
      /must stay silent/,
    ],
    ['an id of ours', { id: 'reply-at-all' }, '0.id', /built-in rule/, /my-reply-at-all/],
    [
      'a mistake in a phrase',
      { phrases: ['(lovebug'] },
      '0.phrases.0',
      /never closed.*character 1/,
      /phrase language/,
    ],
    [
      'a tag that does not exist',
      { phrases: ['<treatmnt>'] },
      '0.phrases.0',
      /no tag <treatmnt>/,
      /phrase language/,
    ],
    [
      'a signal that does not exist',
      { when: { within: 'sentence', all: ['phrase', 'named-car'], mark: 'phrase' } },
      '0.when.all',
      /no signal "named-car"/,
      /named-care/,
    ],
    [
      'phrases that are missing',
      { phrases: undefined },
      '0.when.all',
      /has no phrases/,
      /Add phrases/,
    ],
    ['a key that does not exist', { phrase: ['x'] }, '0.phrase', /no key "phrase"/, /phrases/],
    [
      'a severity that does not exist',
      { severity: { 'review-reply': 'fatal' } },
      '0.severity.review-reply',
      /fatal/,
      /warning/,
    ],
    [
      'a channel that does not exist',
      { severity: { replies: 'warning' } },
      '0.severity.replies',
      /no key "replies"/,
      /./,
    ],
    [
      'a channel where the rule is silent',
      {
        examples: { violating: [{ channel: 'newsletter', text: 'Hi «lovebug»' }], clean: ['Hi.'] },
      },
      '0.examples.violating.0',
      /silent in newsletter/,
      /severity/,
    ],
  ];
  for (const [what, change, path, message, remedy] of table) {
    it(`are refused for ${what}, with the place and the remedy`, () => {
      const problem = problemOf(change);
      equal(problem.path, path);
      match(problem.message, message);
      match(problem.remedy, remedy);
    });
  }

  it('may not share an id', () => {
    const { rules: accepted, problems } = parseCustomRules([petNames, petNames]);
    equal(accepted.length, 1);
    deepEqual(
      problems.map(({ path }) => path.join('.')),
      ['1.id'],
    );
  });

  it('are the same data as the built-in rules: each of those passes under another name', () => {
    const copies = rules
      .filter(({ law }) => law.length > 0)
      .slice(0, 3)
      .map((rule) => ({ ...rule, id: `my-${rule.id}` }));
    for (const copy of copies)
      ok(!parseCustomRules([copy]).problems.some(({ path }) => path[1] !== 'examples'));
  });
});
