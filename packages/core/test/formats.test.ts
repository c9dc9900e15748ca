import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { editsFor } from '../src/block-edit.js';
import { inspect } from '../src/check.js';
import { coreFormats, formatOf, formats, languageIdOf } from '../src/document.js';
import { applyFix } from '../src/finding.js';
import { createMarkdown } from '../src/formats/markdown.js';
import { roleKind } from '../src/formats/roles.js';
import { locate } from '../src/offset-map.js';
import type { Block, ReadDocument } from '../src/passage.js';
import { defaultProfile } from '../src/profile.js';

const fixture = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

const read = (languageId: string, text: string) => formatOf(languageId).read(text);

const readFixture = (name: string, languageId = languageIdOf(name) as string) =>
  read(languageId, fixture(name));

const texts = (document: ReadDocument) => document.blocks.map((block) => block.text);

/** The block that holds the words; fails where there is none. */
function blockWith(document: ReadDocument, words: string): Block {
  const block = document.blocks.find((candidate) => candidate.text.includes(words));
  assert.ok(block, `no block holds "${words}" in ${JSON.stringify(texts(document))}`);
  return block;
}

/** The source of the words of a block. */
function sourceOf(source: string, block: Block, words: string): string {
  const start = block.text.indexOf(words);
  const span = locate(block.map, { start, end: start + words.length });
  return source.slice(span.start, span.end);
}

/** The source after `words` were replaced by `by`. */
function edited(languageId: string, source: string, words: string, by: string): string {
  const block = blockWith(read(languageId, source), words);
  const start = block.text.indexOf(words);
  return applyFix(source, {
    title: '',
    edits: editsFor(block, { start, end: start + words.length }, by),
  });
}

describe('Shapes that tools export', () => {
  it('a Google review export: review and reply of one record share a group', () => {
    const document = readFixture('google-reviews.json');
    const review = blockWith(document, 'Nurse Dana');
    const reply = blockWith(document, 'Thank you for coming in');
    assert.equal(review.role, 'comment');
    assert.equal(reply.role, 'reviewreply');
    assert.equal(review.group, reply.group);
    assert.deepEqual(reply.path, ['reviews', 'reviewreply', 'comment']);
    assert.notEqual(reply.group, blockWith(document, 'We hear you').group);
    assert.equal(blockWith(document, 'Marisol Q.').role, 'displayname');
    assert.equal(blockWith(document, 'https://example.com/p/marisol').part, 'data');
  });

  it('a Yelp export as CSV: header names are roles, rows are groups', () => {
    const document = readFixture('yelp-reviews.csv');
    const review = blockWith(document, '"Glass skin" is real');
    const reply = blockWith(document, 'touch-up');
    assert.deepEqual([review.role, reply.role], ['review text', 'owner response']);
    assert.equal(review.group, reply.group);
    assert.equal(roleKind('review text'), 'review');
    assert.equal(roleKind('owner response'), 'reply');
  });

  it('post planners: Later, Buffer, Hootsuite', () => {
    const later = readFixture('later.csv');
    assert.equal(blockWith(later, 'Meet Jane').role, 'caption');
    assert.equal(blockWith(later, 'Jane, 34').part, 'alt-text');
    assert.equal(blockWith(later, 'jane-d-jawline').part, 'data');
    assert.equal(blockWith(later, 'link in bio').role, 'first comment');
    assert.equal(blockWith(readFixture('buffer.csv'), 'patient Rosa').role, 'text');
    const hootsuite = readFixture('hootsuite.csv');
    assert.equal(blockWith(hootsuite, 'hi Tess').group, 0);
    assert.equal(blockWith(hootsuite, 'hi Tess').role, undefined);
  });

  it('a Mailchimp campaign: preheader, cells, merge tags to the letter', () => {
    const document = readFixture('mailchimp.html');
    assert.equal(blockWith(document, 'Your Botox is due').role, 'preheader');
    assert.equal(blockWith(document, 'Your Botox is due').text, 'Your Botox is due, *|FNAME|*');
    assert.equal(blockWith(document, 'Spring').text, 'Spring\u00a0glow, *|FNAME|*!');
    assert.equal(
      blockWith(document, 'last visit').text,
      'It has been three months since your last visit,\nand we saved you a chair.',
    );
    assert.equal(blockWith(document, 'Patient Ana').part, 'alt-text');
    assert.equal(blockWith(document, 'ana-r-peel').part, 'data');
    assert.ok(!texts(document).some((text) => /mso|mcnTextContent\{|MC_PREVIEW/.test(text)));
  });

  it('a Constant Contact campaign', () => {
    const document = readFixture('constant-contact.html');
    assert.equal(blockWith(document, '{{first_name}}').role, 'preheader');
    assert.equal(
      blockWith(document, 'Thank you').text,
      'Thank you for trusting us with your skin\u2014see you soon!',
    );
    assert.equal(blockWith(document, 'Dear').text, 'Dear [[FIRSTNAME OR "friend"]],');
  });

  it("Word's own export", () => {
    const document = readFixture('word-export.html');
    assert.equal(blockWith(document, 'Thank you').text, 'Thank you for coming in to see us, Jane!');
    assert.ok(!texts(document).some((text) => /Calibri|View|supportLists/.test(text)));
  });

  it("Google Docs' export: comment marks are no words, comments are comments", () => {
    const document = readFixture('google-docs-export.html');
    assert.equal(
      blockWith(document, 'We loved').text,
      'We loved having Jane\u00a0in for her consult \u{1f495}',
    );
    assert.deepEqual(
      [blockWith(document, 'release').part, blockWith(document, 'release').text],
      ['comment', 'Did Jane Doe sign the release?'],
    );
  });

  it('a mail file: recipients, subject, both parts; no thread, no signature', () => {
    const document = readFixture('draft.eml');
    assert.deepEqual(
      document.blocks.map((block) => [block.part, block.text]),
      [
        ['recipients', 'Jane Doe <jane@example.com>, Ana R <ana@example.com>'],
        ['recipients', 'vip-list@luma.example'],
        ['subject', 'Your caf\u00e9 voucher'],
        ['body', 'Thank you for coming in, Jane\u2019s mom \u{1f495}'],
        ['body', 'Thank you for coming in!'],
        ['data', 'jane-bruise.jpg'],
      ],
    );
  });

  it("a mail's HTML ends where Outlook puts the message that it answers", () => {
    const head =
      '<div style="border-top:solid #E1E1E1 1.0pt"><p class=MsoNormal><b>From:</b> Jane Doe<br><b>Sent:</b> Monday<br><b>To:</b> Desk<br><b>Subject:</b> Botox</p></div>';
    const thread = `${head}<p>I came in twice<!-- x --></p>`;
    assert.deepEqual(texts(read('html', `<p>Hello all</p>${thread}`)), ['Hello all']);
    assert.deepEqual(read('html', `<p>Hello all</p>${thread}`).comments, []);
    assert.equal(texts(read('html', '<p>From: our desk</p><p>Hello</p>')).length, 2);
  });

  it("a draft as Outlook's client sends it", () => {
    const document = readFixture('outlook-draft.txt', 'email');
    assert.deepEqual(
      document.blocks.map((block) => [block.part, block.role, block.text]),
      [
        ['recipients', 'to', 'jane@example.com; ana@example.com'],
        ['subject', 'subject', 'Your follow-up'],
        ['body', undefined, 'Hi Jane,\nSee you in two weeks for your touch-up!'],
      ],
    );
  });

  it('a mail without headers is all text', () => {
    assert.deepEqual(texts(read('email', 'Note: hi\n\nthere')), ['Note: hi', 'there']);
  });

  it('a message whose part is packed says so', () => {
    const packed =
      'MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGk=\n';
    assert.match(read('email', packed).notices[0]?.message ?? '', /base64/);
  });
});

describe('A thread', () => {
  const flagged = (languageId: string, text: string, channel?: 'review-reply') =>
    inspect(
      { uri: 'file:///x', languageId, text },
      { ...defaultProfile, strictness: 'standard' },
      '2026-01-01',
      channel === undefined ? {} : { channel },
    ).findings.map(({ span }) => text.slice(span.start, span.end));

  it('is cut into who says what, with blank lines between and without', () => {
    const lines = [
      'Review: Loved it, I came in for Botox twice',
      'Reply: Thank you for coming in!',
      'Review: They never came back to me',
      'Response from the owner: We refunded your deposit.',
    ];
    for (const [languageId, gap] of [
      ['plaintext', '\n'],
      ['plaintext', '\n\n'],
      ['markdown', '\n'],
      ['markdown', '\n\n'],
    ] as const) {
      assert.deepEqual(
        flagged(languageId, lines.join(gap)),
        ['coming in', 'refunded your deposit'],
        `${languageId} ${JSON.stringify(gap)}`,
      );
    }
    const bold = lines.map((line) => line.replace(/^[^:]*:/, '**$&**')).join('\n');
    assert.deepEqual(flagged('markdown', bold), ['coming in', 'refunded your deposit']);
  });

  it('reads through emoji, invisible characters and fancy type', () => {
    const fancy = (words: string) =>
      Array.from(words, (letter) =>
        /[a-z]/.test(letter) ? String.fromCodePoint(0x1d41a + letter.charCodeAt(0) - 97) : letter,
      ).join('');
    const reply = (text: string) => flagged('plaintext', text, 'review-reply');
    for (const words of [
      'coming in',
      'coming \u{1f495} in',
      'com\u00ading\u00a0in',
      'com\u200bing in',
      '\uff43\uff4f\uff4d\uff49\uff4e\uff47 in',
      fancy('coming in'),
    ])
      assert.deepEqual(reply(`Thank you for ${words}!`), [words]);
    assert.deepEqual(reply(`${fancy('thank you for coming in')}!`), [fancy('coming in')]);
  });

  it('is found in exports of reviews, as tables and as records', () => {
    for (const [name, words] of [
      ['google-reviews.csv', ['coming\nin', 'Marisol']],
      ['google-reviews.json', ['coming in', 'Marisol', 'you love your results']],
      ['yelp-reviews.csv', ['Priya', 'refunded your deposit on the']],
      ['yelp-reviews.json', ['Priya', 'refunded your deposit\\u00a0on the']],
    ] as const) {
      const found = flagged(languageIdOf(name) as string, fixture(name));
      for (const each of words) assert.ok(found.includes(each), `${each} in ${name}: ${found}`);
      assert.ok(!found.some((each) => /artist|facial|overcharged|came in/.test(each)), name);
    }
  });

  it('leaves reviews alone that nobody has answered yet, and what stands beside the replies', () => {
    const table = [
      'Reviewer,Review Text,Owner Response',
      'Kim,I came in for Botox twice,Thank you for coming in!',
      'Jane Doe,I came in for lip filler and Dr. Lee fixed it,',
    ].join('\n');
    assert.deepEqual(flagged('csv', table), ['coming in']);
    const page =
      '---\nauthor: front desk\nchannel: review-reply\n---\n\n| Review | Reply |\n|---|---|\n| Nice | Thanks! |';
    const strict = inspect(
      { uri: 'file:///x.md', languageId: 'markdown', text: page },
      { ...defaultProfile, strictness: 'strict' },
      '2026-01-01',
    );
    assert.deepEqual(
      strict.findings.map(({ span }) => page.slice(span.start, span.end)),
      ['Thanks!'],
    );
  });

  it('knows a review by who wrote it and by its stars', () => {
    for (const review of ['Jenna P. wrote:\nI came in twice', '“I came in twice” Dana R., ★★★★★'])
      assert.deepEqual(
        flagged('plaintext', `${review}\n\nOwner response:\nThank you for coming in!`),
        ['coming in'],
      );
  });

  it('reads on over lines that were wrapped, and stops at those that were not', () => {
    const reply = (text: string) => flagged('plaintext', text, 'review-reply');
    assert.deepEqual(reply('Thank you for coming\nin to see us!'), ['coming\nin']);
    assert.deepEqual(reply('Thank you for\r\ncoming in to see us!'), ['coming in']);
    assert.deepEqual(flagged('csv', 'Review,Reply\nNice,"Thank you for coming\nin!"\n'), [
      'coming\nin',
    ]);
    assert.deepEqual(reply('Thank you for coming\nIn other news, we open at nine.'), []);
  });
});

describe('Markdown', () => {
  it('reads a thread file: quotes, tables by cell, links, images, fences, front matter', () => {
    const document = readFixture('thread.md');
    assert.equal(blockWith(document, 'Dr. Lee').quoteDepth, 1);
    assert.equal(blockWith(document, 'Dr. Lee').text, 'Dr. Lee fixed my nose. I can breathe!');
    assert.equal(blockWith(document, 'Loved my').role, 'review');
    assert.equal(blockWith(document, 'So glad').role, 'reply');
    assert.equal(blockWith(document, 'Loved my').group, blockWith(document, 'So glad').group);
    assert.equal(blockWith(document, '/blog/sam').role, 'href');
    assert.equal(blockWith(document, 'sam-after').role, 'src');
    assert.equal(blockWith(document, 'Sam after').role, 'alt');
    assert.ok(blockWith(document, 'Sam is back'));
    assert.equal(
      blockWith(document, 'Thanks again').text,
      'Thanks again, *|FNAME|* & see you\u00a0soon.\nThe team',
    );
    assert.match(document.comments[0]?.text ?? '', /^chaperone: ignore/);
    assert.deepEqual(
      document.meta.map((entry) => [entry.key, entry.value]),
      [
        ['title', 'April replies'],
        ['channel', 'review-reply'],
        ['author', 'front desk'],
      ],
    );
  });

  it('a soft line break reads as a space and the line start is kept', () => {
    const source = 'Thank you for\n  coming in';
    const block = blockWith(read('markdown', source), 'Thank');
    assert.equal(block.text, 'Thank you for coming in');
    assert.deepEqual(block.lineStarts, [14]);
    assert.equal(sourceOf(source, block, 'for coming'), 'for\n  coming');
  });

  it('markup inside a word does not split it', () => {
    for (const source of ['**Ja**ne came', '<b>Ja</b>ne came', '*Ja*ne came', '[Ja](x)ne came']) {
      assert.equal(blockWith(read('markdown', source), 'ne').text, 'Jane came');
    }
  });

  it('pieces read one by one give the blocks of the whole', () => {
    const markdown = formatOf('markdown');
    for (const name of ['thread.md', 'page.mdx']) {
      const source = fixture(name);
      const cuts = markdown.cuts?.(source) ?? [];
      const pieces = cuts.flatMap((cut, index) =>
        markdown.read(source.slice(cut, cuts[index + 1])).blocks.map((block) => block.text),
      );
      assert.ok(cuts.length > 5);
      assert.deepEqual(pieces, texts(markdown.read(source)));
    }
  });

  it('does not cut inside fences, HTML, lists and front matter', () => {
    const markdown = formatOf('markdown');
    for (const source of [
      '---\na: b\n\nc: d\n---\n',
      '```\na\n\nb\n```\n',
      '~~~ js\na\n\n```\n\nb\n~~~\n',
      '<!-- a\n\nb -->\n',
      '<script>\n\na\n</script>\n',
      '- a\n\n  b\n\n  ```\n  c\n\n  d\n  ```\n',
      'a\n\n---\nb: c\n---\n',
    ]) {
      const cuts = markdown.cuts?.(`${source}\nlast`) ?? [];
      assert.deepEqual(
        cuts.filter((cut) => cut > 0 && cut < source.length),
        [],
        source,
      );
      assert.ok((cuts.at(-1) as number) >= source.length, source);
    }
  });

  it('the small reader strips tags and keeps comments', () => {
    const document = createMarkdown().read(
      '---\ntitle: "Hi Jane"\nlist: [a]\n---\n<div><p>A &amp; <b>b</b></p></div>\n\n<!-- chaperone: x -->\n\nlast',
    );
    assert.deepEqual(texts(document), ['Hi Jane', 'A & b', 'last']);
    assert.equal(document.comments[0]?.text, 'chaperone: x');
    assert.equal(coreFormats.length, 2);
  });
});

describe('Pages and content files', () => {
  it('HTML: attributes, meta, JSON-LD, comments, data attributes, headers of tables', () => {
    const source = [
      '<title>Jane &amp; us</title><meta name="description" content="Meet Jane">',
      '<meta property=og:title content=Jane><meta name="viewport" content="width=1">',
      '<script type="application/ld+json">{"@type":"Review","reviewBody":"I \\"love\\" it"}</script>',
      '<script>var hidden = "no";</script><!-- Jane D., filler --><!-- chaperone: x -->',
      '<button aria-label="Book now" data-patient="Jane Doe" data-toggle="x"><b>Bo</b>ok</button>',
      '<table><tr><th>Review<th>Reply<tr><td>Nice<td>Thank you</table>',
      '<div itemscope><span itemprop="author">Kim</span><p itemprop="reviewBody">Great</p></div>',
    ].join('\n');
    const document = read('html', source);
    assert.deepEqual(
      document.blocks.map((block) => [block.part, block.role, block.text]),
      [
        ['heading', 'title', 'Jane & us'],
        ['body', 'description', 'Meet Jane'],
        ['heading', 'og:title', 'Jane'],
        ['body', '@type', 'Review'],
        ['body', 'reviewbody', 'I "love" it'],
        ['comment', undefined, 'Jane D., filler'],
        ['alt-text', 'aria-label', 'Book now'],
        ['data', 'data-patient', 'Jane Doe'],
        ['body', 'button', 'Book'],
        ['body', 'th', 'Review'],
        ['body', 'th', 'Reply'],
        ['body', 'review', 'Nice'],
        ['body', 'reply', 'Thank you'],
        ['body', undefined, 'Kim'],
        ['body', 'reviewbody', 'Great'],
      ],
    );
    assert.equal(sourceOf(source, blockWith(document, 'Bo'), 'Book now'), 'Book now');
  });

  it('MDX: attributes as records, strings in exports, comments in braces', () => {
    const document = readFixture('page.mdx');
    assert.equal(blockWith(document, 'Jane D.').role, 'name');
    assert.equal(blockWith(document, 'Jane D.').group, blockWith(document, 'my peel').group);
    assert.equal(blockWith(document, 'jane-d.jpg').part, 'data');
    assert.equal(blockWith(document, 'Real people').role, 'description');
    assert.equal(blockWith(document, 'We saw').text, 'We saw Jane for her peel in May.');
    assert.match(document.comments[0]?.text ?? '', /^chaperone: ignore/);
    assert.ok(!texts(document).some((text) => text.includes('import')));
  });

  it('MDX that is half typed: the rest stays as it was', () => {
    const whole =
      '<Card caption="Meet Jane">\n\nWords **Ja**ne {/* chaperone: ignore x reason="y" */} {name}.\n\n</Card>\n';
    const before = read('mdx', whole);
    assert.deepEqual(texts(before), ['Meet Jane', 'Words Jane  {name}.']);
    for (const typed of ['<Broken', '<Broken a="', 'Text { half', '<Card a={', '</']) {
      const now = read('mdx', `${whole}\n${typed}`);
      assert.deepEqual(texts(now).slice(0, 2), texts(before), typed);
      assert.deepEqual(now.comments, before.comments);
    }
    assert.equal(
      edited('mdx', `${whole}\n<Broken`, 'Words Jane', 'a {b}'),
      `${whole.replace('Words **Ja**ne', 'a \\{b\\}')}\n<Broken`,
    );
  });

  it('TSX: joined strings, templates, text between tags', () => {
    const document = readFixture('page.tsx');
    assert.equal(blockWith(document, 'again').text, "We can't wait to see you again!");
    assert.equal(blockWith(document, 'again').group, blockWith(document, 'Best lips').group);
    assert.equal(blockWith(document, 'Botox').text, 'Hi $' + '{x}, your Botox is due');
    assert.equal(blockWith(document, 'Thank you').text, 'Thank you for coming in, {name}!');
    assert.equal(blockWith(document, 'Kim').role, 'alt');
    assert.ok(!texts(document).some((text) => /flex|hero/.test(text)));
    assert.equal(document.comments.length, 1);
  });

  it('YAML: folded, quoted and plain values', () => {
    const document = readFixture('site.yaml');
    assert.deepEqual(
      document.blocks.map((block) => [block.role, block.text]),
      [
        ['site', 'Luma Aesthetics'],
        ['author', 'Jane D.'],
        ['quote', 'I came for Botox and stayed for the people.\nTruly.'],
        ['reply', "We're thrilled you love your Botox results!"],
        ['photo', 'img/jane.jpg'],
        ['author', 'Kim "KK" K.'],
        ['quote', 'Line one\nline two'],
        ['reply', 'Thank you for coming in'],
        ['tags', 'glow'],
        ['tags', 'lips and more'],
      ],
    );
    assert.equal(document.comments[0]?.text, 'chaperone: ignore x reason="y"');
  });

  it('HTML in a JSON value is read as HTML', () => {
    const source = '{"content": {"rendered": "<p>Thank you <b>Ja<\\/b>ne &amp; co<\\/p>"}}';
    const block = blockWith(read('json', source), 'Thank');
    assert.deepEqual([block.role, block.text], ['content', 'Thank you Jane & co']);
    assert.equal(sourceOf(source, block, 'Jane &'), 'Ja<\\/b>ne &amp;');
  });

  it('knows a format by its file name', () => {
    const names = { 'a.MD': 'markdown', 'a.jsonc': 'jsonc', 'a.tsx': 'typescriptreact' };
    for (const [name, id] of Object.entries(names)) assert.equal(languageIdOf(name), id);
    assert.equal(languageIdOf('a.exe'), undefined);
    assert.equal(formatOf('nonsense').languageIds[0], 'plaintext');
    const ids = formats.flatMap((format) => format.languageIds);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('Edits keep the source well formed', () => {
  const table: readonly (readonly [string, string, string, string, string])[] = [
    ['markdown', 'Thank you **Jane for** coming', 'you Jane', 'all', 'Thank all for coming'],
    ['markdown', '**Thanks for coming!** Bye', 'Thanks for coming! ', '', 'Bye'],
    ['markdown', '**Thanks! Bye now**', 'Thanks! ', '', '**Bye now**'],
    ['markdown', 'Thanks. - we', 'Thanks. ', '', '\\- we'],
    ['markdown', '| a |\n|---|\n| Jane came |', 'Jane came', 'a | b', '| a |\n|---|\n| a \\| b |'],
    ['markdown', 'Read [Jane story](x) now', 'Read Jane', 'Our', 'Our[ story](x) now'],
    ['markdown', 'Call 2 * 3', 'Call', 'a*b _c_', 'a\\*b \\_c\\_ 2 * 3'],
    ['markdown', '> Jane\n> came', 'Jane came', 'a\nb', '> a\\\n> b'],
    [
      'html',
      '<p>Thank <b>you Jane</b> for</p>',
      'Thank you',
      'X & Y',
      '<p>X &amp; Y<b> Jane</b> for</p>',
    ],
    ['html', '<p>Hi <b>Jane</b>!</p>', 'Jane', '', '<p>Hi !</p>'],
    ['html', '<img alt=Jane>', 'Jane', 'a "b"', '<img alt=a&#32;&#34;b&#34;>'],
    ['json', '{"a": "Hi Jane"}', 'Jane', '"x"\n', '{"a": "Hi \\"x\\"\\n"}'],
    ['yaml', 'a: Hi Jane', 'Jane', 'x: y', 'a: "Hi x: y"'],
    ['yaml', "a: 'Hi Jane'", 'Jane', "it's", "a: 'Hi it''s'"],
    ['yaml', 'a: >\n  Thanks. Bye\n  now\n', 'Thanks. ', '', 'a: >\n  Bye\n  now\n'],
    ['csv', 'text,b\nHi Jane,1\n', 'Jane', 'a, b', 'text,b\n"Hi a, b",1\n'],
    ['csv', 'text,b\n"Hi Jane",1\n', 'Jane', '"x"', 'text,b\n"Hi ""x""",1\n'],
    ['javascript', "f('Hi there Jane')", 'Jane', "it's", "f('Hi there it\\'s')"],
    ['javascriptreact', '<p>Hi Jane there</p>', 'Jane', '{x}', '<p>Hi &#123;x&#125; there</p>'],
  ];
  for (const [languageId, source, words, by, expected] of table) {
    it(`${languageId}: ${JSON.stringify(source)}, "${words}" becomes "${by}"`, () => {
      assert.equal(edited(languageId, source, words, by), expected);
    });
  }

  it('a block that is not editable gets no edit', () => {
    const block = blockWith(read('html', '<img src="jane.jpg">'), 'jane.jpg');
    assert.deepEqual(editsFor(block, { start: 0, end: 4 }, 'x'), []);
  });

  it('quoted-printable and encoded words stay what they are', () => {
    const source = fixture('draft.eml');
    const fixed = edited('email', source, 'Jane\u2019s mom', 'caf\u00e9 guests = all');
    assert.ok(fixed.includes('caf=C3=A9 guests =3D all'));
    assert.ok(edited('email', source, 'Your caf\u00e9', 'Um\u00a0ja').includes('=?UTF-8?Q?'));
  });
});
