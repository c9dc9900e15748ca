import assert from 'node:assert/strict';
import { defaultProfile, inspect } from '../src/index.js';

const today = '2026-11-24';

function look(text: string, languageId = 'markdown') {
  return inspect({ uri: 'a.md', languageId, text }, defaultProfile, today, {
    strictness: 'standard',
  });
}

const thanks = 'Thank you for coming in to see us!';

describe('Directives', () => {
  it('set the channel, in a comment and in front matter', () => {
    assert.equal(
      look('<!-- chaperone: channel=review-reply -->\n\nHello').channel.channel,
      'review-reply',
    );
    assert.equal(look('---\nchannel: newsletter\n---\n\nHello').channel.channel, 'newsletter');
    assert.match(
      look('<!-- chaperone: channel=billboard -->\n\nHello').notices[0]?.message ?? '',
      /not a channel/,
    );
  });

  it('silence one rule on the next block, with a reason that is kept', () => {
    const { findings, ignored } = look(
      `<!-- chaperone: channel=review-reply -->\n\n<!-- chaperone: ignore reply-thanks-for-visit reason="counsel approved" by=Ana -->\n${thanks}\n\n${thanks}`,
    );
    assert.equal(findings.length, 1);
    assert.deepEqual(
      ignored.map(({ reason, author }) => [reason, author]),
      [['counsel approved', 'Ana']],
    );
  });

  it('speak of a picture with its file name, description, title and caption', () => {
    const told = 'Our patient Jane Doe came in for filler';
    const picture = `<img src="/img/jane-doe-filler.jpg"\n alt="${told}" title="${told}">`;
    const page = (note: string) =>
      look(
        `<p>Hello</p>\n<!-- chaperone: ${note} -->\n<figure>${picture}<figcaption>${told}</figcaption></figure>\n<p>${told}</p>`,
        'html',
      );
    const rules = page('ignore other reason="x"').findings.map(({ rule }) => rule);
    assert.deepEqual(new Set(rules), new Set(['image-metadata-identifies', 'name-with-treatment']));
    const authorized = page('authorized id=A-7 channels=web expires=2027-06-30 scope=name,photo');
    assert.deepEqual(
      authorized.findings.map(({ rule }) => rule),
      ['name-with-treatment'],
      'the paragraph behind the picture is another matter',
    );
    assert.deepEqual(authorized.idle, []);
    const ignored = page('ignore name-with-treatment reason="signed"');
    assert.equal(ignored.ignored.length, 3);
    const markdown = look(
      `<!-- chaperone: ignore name-with-treatment reason="signed" -->\n![${told}](jane-doe.jpg "${told}")`,
    );
    assert.ok(!markdown.findings.some(({ rule }) => rule === 'name-with-treatment'));
  });

  it('need a reason to silence', () => {
    const { findings, notices } = look(
      `<!-- chaperone: channel=review-reply -->\n\n<!-- chaperone: ignore reply-thanks-for-visit -->\n${thanks}`,
    );
    assert.equal(findings.length, 1);
    assert.match(notices[0]?.message ?? '', /needs a reason/);
  });

  it('are named when they silence nothing', () => {
    const { idle } = look(
      '<!-- chaperone: ignore reply-thanks-for-visit reason="old" -->\nOur hours are 9 to 5.',
    );
    assert.deepEqual(
      idle.map(({ kind }) => kind),
      ['unused-ignore'],
    );
  });

  const story = 'Sarah Whitman came to us with stubborn melasma and left glowing.';
  it('let authorized copy ship until the day it ends, in the channels it names', () => {
    const with_ = (expires: string, channels: string) =>
      look(
        `<!-- chaperone: channel=web-page -->\n\n<!-- chaperone: authorized id=MA-7 channels=${channels} expires=${expires} -->\n${story}`,
      );
    assert.equal(with_('2027-01-31', 'web').findings.length, 0);
    assert.ok(with_('2027-01-31', 'instagram').findings.length > 0);
    const expired = with_('2026-11-23', 'web');
    assert.ok(expired.findings.length > 0);
    assert.deepEqual(
      expired.idle.map(({ kind }) => kind),
      ['expired-authorization'],
    );
  });

  it('are told when they cannot be read', () => {
    for (const [comment, pattern] of [
      ['authorized channels=web', /needs an id/],
      ['authorized id=MA-7', /where the copy may appear/],
      ['authorized id=MA-7 channels=web expires=soon', /not a date/],
      ['authorized id=MA-7 channels=web,billboards', /billboards/],
      ['permit everything', /does not know the directive/],
    ] as const) {
      assert.match(
        look(`<!-- chaperone: ${comment} -->\n${story}`).notices[0]?.message ?? '',
        pattern,
        comment,
      );
    }
  });
});
