import assert from 'node:assert/strict';
import fc from 'fast-check';
import { schema as profileSchema } from '../profile-schema.mjs';
import { descriptionAt, type Schema, suggestionsAt } from '../src/profile-completion.js';

const schema: Schema = profileSchema;

/** Labels suggested where `|` stands. */
function at(marked: string): string[] {
  const [before = ''] = marked.split('|');
  const lines = before.split('\n');
  return suggestionsAt(
    marked.replace('|', ''),
    lines.length - 1,
    lines.at(-1)?.length ?? 0,
    schema,
  ).map(({ label }) => label);
}

describe('completion in chaperone.yaml', () => {
  it('names the keys that are not there yet', () => {
    const labels = at('name: Luma\n|\nstaff: []\n');
    assert.ok(labels.includes('phones') && labels.includes('customRules'));
    assert.ok(!labels.includes('name') && !labels.includes('staff'));
  });
  it('names the levels', () =>
    assert.deepEqual(at('strictness: |'), ['strict', 'standard', 'lenient']));
  it('names the levels while one is typed', () =>
    assert.deepEqual(at('strictness: sta|'), ['strict', 'standard', 'lenient']));
  it('names the channels behind a pattern', () =>
    assert.ok(at('channels:\n  "replies/**": |').includes('review-reply')));
  it('names severities behind a rule', () =>
    assert.deepEqual(at('rules:\n  my-rule: |'), ['error', 'warning', 'info', 'hint', 'off']));
  it('names places in a list', () => assert.ok(at('jurisdiction:\n  - |').includes('us-ca')));
  it('names the keys of a rule of one’s own', () => {
    assert.ok(at('customRules:\n  - |').includes('id'));
    const labels = at('customRules:\n  - id: x\n    |\n    why: y\n');
    assert.ok(labels.includes('severity') && !labels.includes('id') && !labels.includes('why'));
    assert.ok(at('customRules:\n  - id: x\n    severity:\n      |').includes('newsletter'));
    assert.ok(at('customRules:\n  - id: x\n    when:\n      within: |').includes('sentence'));
  });
  it('stays out of free text and comments', () => {
    assert.deepEqual(at('name: |'), []);
    assert.deepEqual(at('staff:\n  - |'), []);
    assert.deepEqual(at('# str|'), []);
  });
  it('says what a key is for', () => {
    assert.match(descriptionAt('a: 1\nstaff:\n', 1, 2, schema) ?? '', /practice’s own people/);
    assert.equal(descriptionAt('a: 1\nstaff: x\n', 1, 7, schema), undefined);
  });
  it('never fails, whatever is typed', () => {
    const piece = fc.constantFrom(
      'rules',
      'customRules',
      ':',
      ' ',
      '  ',
      '\n',
      '- ',
      '#',
      '"',
      "'",
      'x',
      '{',
      '[',
      '\t',
      'when',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.nat(10),
        fc.nat(20),
        (pieces, line, character) => {
          assert.ok(Array.isArray(suggestionsAt(pieces.join(''), line, character, schema)));
          descriptionAt(pieces.join(''), line, character, schema);
        },
      ),
    );
  });
});
