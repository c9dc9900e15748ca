import assert from 'node:assert/strict';
import { inspect } from '../src/check.js';
import { defaultProfile } from '../src/profile.js';

const inspected = (languageId: string, text: string, options = {}) =>
  inspect({ uri: 'copy', languageId, text }, defaultProfile, '2026-11-28', options);

/** The channel of the passage that holds the words, and whose they are. */
function place(languageId: string, text: string, words: string, options = {}) {
  const passage = inspected(languageId, text, options).passages.find((one) =>
    one.text.includes(words),
  );
  assert.ok(passage, words);
  return [passage.channel, passage.voice, passage.reply];
}

const csv = (head: string, ...rows: string[]) => [head, ...rows].join('\n');

describe('A record that says where it runs', () => {
  for (const said of [
    'google reply',
    'Yelp response',
    'Review reply',
    'reply to review',
    'review-reply',
    'Response (Healthgrades)',
  ])
    it(`is an answer to a review where it says "${said}"`, () => {
      const table = csv('Date,Channel,Text', `2026-01-03,${said},We hear you.`);
      assert.deepEqual(place('csv', table, 'We hear'), ['review-reply', 'practice', true]);
      const json = JSON.stringify([{ platform: said, copy: 'We hear you.' }]);
      assert.deepEqual(place('json', json, 'We hear'), ['review-reply', 'practice', true]);
      const cells = `| Where it runs | Copy |\n|---|---|\n| ${said} | We hear you. |\n`;
      assert.deepEqual(place('markdown', cells, 'We hear'), ['review-reply', 'practice', true]);
    });

  it('goes by its own channel, whatever the other records say', () => {
    const table = csv(
      'Channel,Text',
      'Google reply,One is here.',
      'Instagram reel,Two is here.',
      'E-mail,Three is here.',
      'DM,Four is here.',
      'Blog,Five is here.',
      'Yelp reply,Six is here.',
    );
    const channels = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map(
      (words) => place('csv', table, words)[0],
    );
    assert.deepEqual(channels, [
      'review-reply',
      'social-post',
      'newsletter',
      'direct-message',
      'web-page',
      'review-reply',
    ]);
  });

  it('goes by what was chosen for the whole document, if something was', () => {
    const table = csv('Channel,Text', 'Google reply,One is here.', 'Instagram,Two is here.');
    assert.equal(place('csv', table, 'One', { channel: 'newsletter' })[0], 'newsletter');
  });

  it('may be a review, which the next record answers', () => {
    const table = csv('Type,Author,Text', 'Review,Jo P.,It hurt.', 'Reply,Owner,We hear you.');
    const { passages, findings } = inspected('csv', table);
    const [review, reply] = ['It hurt', 'We hear'].map((words) =>
      passages.find(({ text }) => text.includes(words)),
    );
    assert.equal(review?.voice, 'reviewer');
    assert.equal(reply?.answers, 'It hurt.');
    assert.deepEqual(
      findings.filter(({ span }) => table.slice(span.start, span.end).includes('Jo')),
      [],
    );
  });

  it('is not thought of where words mean something else', () => {
    for (const [languageId, text, words] of [
      ['json', '[{"type":"post","title":"Hi","content":"We hear you."}]', 'We hear'],
      ['json', '[{"type":"review","text":"We hear you."}]', 'We hear'],
      ['csv', csv('Type,Text', 'Photo,We hear you.'), 'We hear'],
    ] as const)
      assert.notEqual(place(languageId, text, words)[0], 'review-reply', text);
  });
});

describe('A page that holds a reply among much else', () => {
  const record =
    '<script type="application/ld+json">{"reviewBody":"It hurt.","owner_response":"We hear you."}</script>';
  const prose = '<p>Our clinic opens at nine and closes at six, with parking behind the house.</p>';

  it('is a page, and the reply in it a reply', () => {
    const page = `${prose}${record}`;
    assert.equal(inspected('html', page).channel.channel, 'web-page');
    assert.deepEqual(place('html', page, 'Our clinic'), ['web-page', 'practice', false]);
    assert.deepEqual(place('html', page, 'We hear'), ['review-reply', 'practice', true]);
    assert.equal(inspected('html', record).channel.channel, 'review-reply');
  });
});

describe('A table from Excel', () => {
  it('may say first what parts its cells', () => {
    const table = '\ufeffsep=;\r\nChannel;Text\r\nGoogle reply;We hear you, and you.\r\n';
    assert.deepEqual(place('csv', table, 'We hear you, and you.'), [
      'review-reply',
      'practice',
      true,
    ]);
  });
});

describe('A field whose name says nothing', () => {
  const options = { channel: 'review-reply' as const };

  it('holds a reply where replies are asked for and it speaks to somebody', () => {
    for (const [languageId, text] of [
      ['json', '{"option_a":"Thank you for your kind words."}'],
      ['yaml', 'short: Thank you for your kind words.\n'],
      ['csv', 'Draft A,Draft B\nThank you for your kind words.,x\n'],
    ] as const)
      assert.deepEqual(place(languageId, text, 'Thank', options), [
        'review-reply',
        'practice',
        true,
      ]);
  });

  it('is left alone where it is one word in small letters, a setting', () => {
    const text = "export default { mood: 'two-column', text: 'Thanks for your visit.' };\n";
    assert.equal(place('javascript', text, 'two-column', options)[2], false);
    assert.equal(place('javascript', text, 'Thanks', options)[2], true);
  });

  it('holds none where it is a title, a note or a setting', () => {
    const text =
      'title: How we thank you.\nnotes: Say thank you and stop there.\nstatus: thanks due\n';
    for (const words of ['How we', 'Say', 'thanks due'])
      assert.equal(place('yaml', text, words, options)[2], false, words);
  });
});

describe('The channel in front matter', () => {
  it('may be called what people call it', () => {
    const { channel, notices } = inspected('markdown', '---\nchannel: Google reply\n---\nHello.\n');
    assert.equal(channel.channel, 'review-reply');
    assert.deepEqual(notices, []);
  });

  it('is asked after where its key is misspelt', () => {
    const { notices } = inspected(
      'markdown',
      '---\nchanel: newsletter\nchance: high\n---\nHello.\n',
    );
    assert.deepEqual(
      notices.map(({ message }) => message),
      ['"chanel" is not a key that Chaperone knows. Did you mean "channel"?'],
    );
  });
});

describe('A reply under a heading or a line of its own', () => {
  it('is another reply', () => {
    for (const [languageId, text] of [
      ['markdown', '## Jo\n\nWe hear you.\n\n## Ann\n\nCall us.\n'],
      ['plaintext', 'We hear you.\n\n-----\n\nCall us.\n'],
    ] as const) {
      const { passages } = inspected(languageId, text, { channel: 'review-reply' });
      const [one, other] = ['We hear', 'Call us'].map((words) =>
        passages.find((passage) => passage.text.includes(words)),
      );
      assert.notEqual(one?.thread, other?.thread, languageId);
    }
  });
});

describe('A reply with a label of its own', () => {
  it('is another reply, though no review stands between', () => {
    const text = 'Google reply:\nWe hear you.\n\nCall us.\n\nResponse to Jo P.: Thanks.\n';
    for (const languageId of ['plaintext', 'markdown']) {
      const threads = ['We hear', 'Call us', 'Thanks'].map(
        (words) =>
          inspected(languageId, text, { channel: 'review-reply' }).passages.find((one) =>
            one.text.includes(words),
          )?.thread,
      );
      assert.equal(threads[0], threads[1], languageId);
      assert.notEqual(threads[1], threads[2], languageId);
    }
  });
});
