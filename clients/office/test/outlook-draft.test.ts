import assert from 'node:assert/strict';
import { editHtml, htmlParagraphs } from '../src/outlook/html-draft.js';
import { paragraphKeys } from '../src/outlook/item.js';
import { editText, textParagraphs } from '../src/outlook/text-draft.js';

const texts = (html: string) => htmlParagraphs(html).map(({ text }) => text.trim());

/** Replaces `words` in the draft's HTML; undefined when it cannot be done safely. */
function replaced(html: string, words: string, by: string): string | undefined {
  const paragraph = htmlParagraphs(html).find(({ text }) => text.includes(words));
  assert.ok(paragraph, words);
  const start = paragraph.text.indexOf(words);
  return editHtml(html, paragraph.map, [{ start, end: start + words.length, text: by }]);
}

describe('Outlook: reading a draft', () => {
  it('gives paragraphs as a reader sees them', () => {
    assert.deepEqual(
      texts(
        '<html><head><title>x</title><style>p{}</style></head><body><p>One &amp;\r\n two&nbsp;<b>three</b></p>\n<div>Four<br>five<ul><li>six</li></ul></div><!-- no --><script>seven</script></body></html>',
      ),
      ['One &  two\u00a0three', 'Four\nfive', 'six'],
    );
  });

  const threads: readonly (readonly [string, string])[] = [
    ['new Outlook and the web', '<div id="appendonsend"></div><p>Old</p>'],
    ['the line above a reply', '<hr><div id="divRplyFwdMsg">From: Jane</div><p>Old</p>'],
    [
      'classic Outlook',
      '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p>From: Jane</p></div><p>Old</p>',
    ],
    ['Gmail', '<div class="gmail_quote"><p>Old</p></div>'],
    ['Apple Mail', '<blockquote type="cite"><p>Old</p></blockquote>'],
    ['a signature', '<div id="Signature"><p>Old</p></div>'],
    ['a signature of Gmail', '<div class="gmail_signature">Old</div>'],
    ['the phone’s signature', '<div id="ms-outlook-mobile-signature">Old</div>'],
  ];
  for (const [name, html] of threads)
    it(`leaves out what ${name} marks`, () => {
      assert.deepEqual(texts(`<p>Mine</p>${html}`), ['Mine']);
    });

  it('reads on below an answer between the lines', () => {
    assert.deepEqual(texts('<p>A</p><blockquote type="cite">Q</blockquote><p>B</p>'), ['A', 'B']);
  });

  it('gives paragraphs names that stay with them', () => {
    const keys = paragraphKeys();
    const [a, b, c] = keys(['A', 'B', 'C']);
    assert.deepEqual(keys(['A', 'B2', 'C']), [a, b, c]);
    const [first, , , last] = keys(['New', 'A', 'B2', 'C']);
    assert.equal(last, c);
    assert.ok(![b, c].includes(first));
    assert.deepEqual(keys(['C']), [c]);
    assert.equal(new Set(keys(['C', 'C', 'C'])).size, 3);
  });
});

describe('Outlook: writing in a draft', () => {
  const html =
    "<P  CLASS='x'>Hi&nbsp;Jane &mdash; thanks for <b>your</b> visit &#x1F600; today.\r\n</P ><img src=a.png><!-- kept -->";

  it('changes one text node and no other byte', () => {
    assert.equal(replaced(html, 'thanks', 'hello'), html.replace('thanks', 'hello'));
    assert.equal(replaced(html, 'Jane — ', 'all, '), html.replace('Jane &mdash; ', 'all, '));
    assert.equal(replaced(html, '\u{1F600}', ':)'), html.replace('&#x1F600;', ':)'));
  });

  it('writes over several text nodes and keeps the markup between them', () => {
    assert.equal(
      replaced(html, 'for your visit', 'a & b <c>'),
      html.replace('for <b>your</b> visit', 'a &amp; b &lt;c&gt;<b></b>'),
    );
  });

  it('writes several edits, inserts, and removes', () => {
    const source = '<p>One two three</p>';
    const [paragraph] = htmlParagraphs(source);
    const edits = [
      { start: 0, end: 3, text: '1' },
      { start: 7, end: 7, text: '!' },
      { start: 7, end: 13, text: '' },
    ];
    assert.equal(editHtml(source, paragraph!.map, edits), '<p>1 two!</p>');
  });

  it('refuses across a line break, in half a character, and where source and text differ', () => {
    assert.equal(replaced('<p>One<br>two</p>', 'One\ntwo', 'x'), undefined);
    assert.equal(replaced('<p>a &#x1F600; b</p>', '\ud83d', 'x'), undefined);
    assert.equal(replaced('<p>On</i>e two</p>', 'two', 'x'), undefined);
  });

  it('changes plain text in its place and keeps its line ends', () => {
    const text = 'Hi Jane,\r\n\r\nOne two\r\nthree\r\n\r\nBye\r\n';
    const paragraphs = textParagraphs(text);
    assert.deepEqual(
      paragraphs.map((one) => one.text),
      ['Hi Jane,', 'One two \nthree', 'Bye'],
    );
    assert.equal(
      editText(text, paragraphs[1]!.map, [{ start: 4, end: 7, text: 'a\nb' }]),
      'Hi Jane,\r\n\r\nOne a\r\nb\r\nthree\r\n\r\nBye\r\n',
    );
  });
});
