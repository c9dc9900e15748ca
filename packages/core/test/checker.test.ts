import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyFix,
  type CheckOptions,
  createChecker,
  defaultProfile,
  inspect,
  rules,
  type SourceDocument,
} from '../src/index.js';

const today = '2026-11-24';
const options: CheckOptions = { channel: 'review-reply', strictness: 'standard' };

function plain(document: SourceDocument, checker = createChecker(), use = options) {
  const { findings, ignored, idle, notices, channel } = checker.inspect(
    document,
    defaultProfile,
    today,
    use,
  );
  return JSON.parse(JSON.stringify({ findings, ignored, idle, notices, channel })) as unknown;
}

const lines = fc.constantFrom(
  'Thank you for coming in to see us!',
  'Thank you for the kind words!',
  '',
  '> Best Botox ever',
  '# Reply',
  'We refunded your deposit on the spot.',
  '```',
  '- See you in two weeks',
  '<!-- chaperone: ignore reply-thanks-for-visit reason="counsel" -->',
  '<!-- chaperone: end -->',
  '---',
  '| a | b |',
  '|---|---|',
  'So happy you love it 😍',
  'our hours are 9 to 5',
);
const text = fc.array(lines, { maxLength: 14 }).map((list) => list.join('\n'));
const edit = fc.record({
  at: fc.nat(400),
  remove: fc.nat(12),
  insert: fc.oneof(lines, fc.constantFrom('\n', '\n\n', 'x', ' ', '`', '```\n')),
});

describe('A Checker', () => {
  for (const languageId of ['plaintext', 'markdown']) {
    it(`gives after any edits what a fresh check gives (${languageId})`, () => {
      fc.assert(
        fc.property(text, fc.array(edit, { maxLength: 6 }), (start, edits) => {
          const checker = createChecker();
          let now = start;
          plain({ uri: 'a', languageId, text: now }, checker);
          for (const { at, remove, insert } of edits) {
            const place = Math.min(at, now.length);
            now = now.slice(0, place) + insert + now.slice(place + remove);
            const document = { uri: 'a', languageId, text: now };
            assert.deepEqual(plain(document, checker), plain(document));
          }
        }),
        { numRuns: 150 },
      );
    });
  }

  it('follows a change of profile, channel and day', () => {
    const checker = createChecker();
    const document = {
      uri: 'a',
      languageId: 'plaintext',
      text: 'Thank you for coming in to see us!',
    };
    const severities = (use: CheckOptions, profile = defaultProfile) =>
      checker.inspect(document, profile, today, use).findings.map(({ severity }) => severity);
    assert.deepEqual(severities(options), ['error']);
    assert.deepEqual(severities({ channel: 'web-page' }), []);
    const quiet = Object.fromEntries(rules.map(({ id }) => [id, 'info' as const]));
    assert.deepEqual(severities(options, { ...defaultProfile, rules: quiet }), ['info']);
    assert.deepEqual(severities(options), ['error']);
  });
});

describe('check', () => {
  it('never throws and keeps every span inside the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('plaintext', 'markdown', 'html', 'json', 'yaml', 'csv', 'email'),
        (source, languageId) => {
          for (const finding of inspect(
            { uri: 'a', languageId, text: source },
            defaultProfile,
            today,
            options,
          ).findings) {
            assert.ok(
              finding.span.start >= 0 &&
                finding.span.start < finding.span.end &&
                finding.span.end <= source.length,
            );
          }
        },
      ),
    );
  });

  it('gives every finding a message and a way out, and fixes that end the finding', () => {
    const copy = 'Thank you for coming in to see us! We refunded your deposit on the spot.';
    const document = { uri: 'a', languageId: 'plaintext', text: copy };
    const { findings } = inspect(document, defaultProfile, today, options);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ['reply-thanks-for-visit', 'reply-discusses-billing'],
    );
    for (const finding of findings) {
      assert.ok(finding.message.endsWith('.'));
      assert.ok(finding.fixes.length > 0);
      for (const fix of finding.fixes) {
        const after = inspect(
          { ...document, text: applyFix(copy, fix) },
          defaultProfile,
          today,
          options,
        ).findings;
        assert.ok(!after.some(({ rule }) => rule === finding.rule), fix.title);
      }
    }
  });

  it("never finds the reviewer's own words", () => {
    const document = {
      uri: 'a',
      languageId: 'markdown',
      text: '> **Jenna P.** Thank you for seeing me, my Botox looks great!\n\nThank you for the kind words!',
    };
    assert.deepEqual(inspect(document, defaultProfile, today, options).findings, []);
  });

  it('hears a confirmation in the light of the review', () => {
    const answer = { uri: 'a', languageId: 'plaintext', text: 'So happy it worked out!' };
    const rulesOf = (context?: string) =>
      inspect(answer, defaultProfile, today, {
        ...options,
        ...(context ? { context } : {}),
      }).findings.map(({ rule }) => rule);
    assert.deepEqual(rulesOf('best Botox ever'), ['reply-confirms-treatment']);
  });
});
