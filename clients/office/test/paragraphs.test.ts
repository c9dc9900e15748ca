import assert from 'node:assert/strict';
import { join, paragraphEdits } from '../src/paragraphs.js';

describe('Paragraphs of a document', () => {
  const joined = join([{ text: 'One.' }, { text: 'Two.' }, { text: 'Three.' }] as never);
  const edits = (words: string, text: string) => {
    const start = joined.text.indexOf(words);
    return paragraphEdits(joined, start, start + words.length, text, '\v');
  };

  it('each lose their part when words go across a border, also from between two', () => {
    assert.deepEqual(edits('ne.\n\nTwo', ''), [
      { index: 0, start: 1, end: 4, text: '' },
      { index: 1, start: 0, end: 3, text: '' },
    ]);
    assert.deepEqual(edits('\n\nTwo.\n\nThree.', ''), [
      { index: 1, start: 0, end: 4, text: '' },
      { index: 2, start: 0, end: 6, text: '' },
    ]);
  });

  it('take no words between two of them', () => {
    assert.equal(edits('\n\nTwo.', 'New.'), undefined);
    assert.equal(edits('ne.\n\nTwo', 'New.'), undefined);
  });
});
