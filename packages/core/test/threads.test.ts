import assert from 'node:assert/strict';
import { inspect } from '../src/check.js';
import { defaultProfile } from '../src/profile.js';

const inspected = (languageId: string, text: string, options = {}) =>
  inspect({ uri: 'copy', languageId, text }, defaultProfile, '2026-11-28', options);

/** The voice of the passage that holds the words, and whether it is a reply. */
function voice(languageId: string, text: string, words: string, options = {}) {
  const passage = inspected(languageId, text, options).passages.find((one) =>
    one.text.includes(words),
  );
  assert.ok(passage, words);
  return `${passage.voice}${passage.reply ? ', reply' : ''}`;
}

describe('A thread as it is copied from a page', () => {
  for (const head of [
    'Jenna P.\n★☆☆☆☆',
    'Jenna P.\n3 reviews\n★☆☆☆☆ a week ago',
    'Jenna P., Plano TX\n1/5',
    'Jenna P. ★☆☆☆☆ 5/1/2026',
    'Mary-Jo O’Neil · 1 star',
  ])
    it(`knows the review under ${JSON.stringify(head)}`, () => {
      const text = `${head}\nIt was lumpy.\n\nResponse from the owner\nWe hear you.\n\n${head}\nIt was late.\n\nResponse from the owner a week ago\nCall us.\n`;
      for (const languageId of ['plaintext', 'markdown']) {
        const said = (words: string) => voice(languageId, text, words);
        assert.equal(inspected(languageId, text).channel.channel, 'review-reply');
        assert.deepEqual(
          ['lumpy', 'We hear', 'late', 'Call us'].map(said),
          ['reviewer', 'practice, reply', 'reviewer', 'practice, reply'],
          languageId,
        );
      }
    });

  it('takes no thanks for a review because of the stars in them', () => {
    const text = 'Review: Ok.\n\nReply:\n\nThank you for the ★★★★★ words.\n';
    assert.equal(voice('plaintext', text, 'Thank you'), 'practice, reply');
  });

  it('has a title and comments beside its replies', () => {
    const text =
      '<p>Replies for June</p><p>Review: It hurt.</p><!-- Ask Dana --><p>Reply: We hear you.</p>';
    assert.equal(voice('html', text, 'Replies for June'), 'practice');
    assert.equal(voice('html', text, 'Ask Dana'), 'practice');
    assert.equal(voice('html', text, 'We hear'), 'practice, reply');
  });

  it('may come as fields by other names', () => {
    for (const name of ['public_comment', 'ownerComment', 'Business answer', 'Management response'])
      assert.equal(
        voice('json', JSON.stringify([{ text: 'It hurt.', [name]: 'We hear you.' }]), 'We hear'),
        'practice, reply',
        name,
      );
  });
});

describe('An answer by itself', () => {
  for (const text of [
    'This review is not accurate. You never signed a waiver.',
    'We have no record of you as a patient.',
    'Hello Dana! It was a pleasure meeting you.',
    'Our apologies for your long wait. Please call us.',
    'Dear Dana, I reviewed your chart and see no refund.',
  ])
    it(`is taken for one, with a doubt: ${text}`, () => {
      const { channel } = inspected('plaintext', text);
      assert.deepEqual([channel.channel, channel.known], ['review-reply', false]);
    });

  for (const text of [
    'Your review helps us grow. Tap the link in our profile!',
    'It was lovely seeing you all at the fair.',
    'We love our patients. Book your visit today.',
  ])
    it(`is no post: ${text}`, () => {
      assert.notEqual(inspected('plaintext', text).channel.channel, 'review-reply');
    });
});
