import assert from 'node:assert/strict';
import { isHeldOut, readCorpus } from '../src/corpus.js';
import { passagesOf } from '../src/dataset.js';

describe('The corpus', () => {
  const texts = readCorpus();

  it('marks words that stand in the text, in risky texts and nowhere else', () => {
    for (const { id, text, marks, clean } of texts) {
      assert.equal(marks.length > 0, !clean, id);
      for (const { span, words } of marks)
        assert.equal(text.slice(span.start, span.end), words, id);
    }
  });

  it('has ids that are used once', () => {
    const ids = texts.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    );
  });

  it('keeps about a fifth aside, and both halves of a pair on one side', () => {
    const aside = texts.filter(({ id }) => isHeldOut(id)).length / texts.length;
    assert.ok(aside > 0.15 && aside < 0.25, String(aside));
    for (const { id } of texts)
      if (/^cp-.*a$/.test(id)) assert.equal(isHeldOut(id), isHeldOut(id.replace(/a$/, 'b')), id);
  });

  it('is read as check reads it: clauses cover marks', () => {
    const [text] = texts.filter(({ id }) => id === 'ch-001');
    assert.ok(text);
    const clauses = passagesOf(text).flatMap((passage) => passage.clauses);
    assert.ok(clauses.some(({ marks }) => marks.length > 0));
    assert.ok(clauses.some(({ marks }) => marks.length === 0) || clauses.length < 3);
  });
});
