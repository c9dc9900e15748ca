import assert from 'node:assert/strict';
import { previewOf } from '../src/quote.js';

const text = 'Hello there. Thank you for coming in today, Jane! See you soon.';

/** The preview of putting `by` where `words` stand. */
function preview(words: string, by: string): string {
  const start = text.indexOf(words);
  const edits = [{ start, end: start + words.length, text: by, key: 'p', before: text }];
  return previewOf({ title: '', whole: false, edits });
}

describe('The preview of a fix', () => {
  it('shows the sentence as it would read', () => {
    assert.equal(preview('coming in today', 'your review'), 'Thank you for your review, Jane!');
    assert.equal(preview(', Jane', ''), 'Thank you for coming in today!');
    assert.equal(preview('Hello', 'Good day'), 'Good day there.');
  });

  it('is empty when the whole sentence goes', () => {
    assert.equal(preview('Thank you for coming in today, Jane! ', ''), '');
    assert.equal(preview(' See you soon.', ''), '');
  });

  it('shows what is written in other paragraphs too', () => {
    const edits = [
      { start: 0, end: 6, text: 'Thank you!', key: 'a', before: 'Reply.' },
      { start: 0, end: 11, text: '', key: 'b', before: 'Come again.' },
    ];
    assert.equal(previewOf({ title: '', whole: false, edits }), 'Thank you!');
  });
});
