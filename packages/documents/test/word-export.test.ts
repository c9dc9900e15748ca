import assert from 'node:assert/strict';
import { defaultProfile, inspect } from '@chaperone/core';
import fc from 'fast-check';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import { openDocument } from '../src/index.js';
import { wordDocument } from './word-document.js';

const whole = wordDocument();
const body = 'word/document.xml';
const open = (bytes: Uint8Array) => openDocument(bytes, 'replies.docx');
const bodyOf = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)[body] as Uint8Array);
const textOf = (bytes: Uint8Array) =>
  open(bytes).parts.find(({ name }) => name === body)?.text ?? '';

/** The document with the words at these offsets of its body replaced. */
function fixed(start: number, end: number, text: string): Uint8Array {
  return open(whole).apply(new Map([[body, [{ span: { start, end }, text }]]]));
}

/** The XML without its words: elements, formatting and revisions. */
function bones(xml: string): string {
  return xml
    .replaceAll(' xml:space="preserve"', '')
    .replace(/(<w:t>)[^<]*(?:<\/w:t><w:(?:br|tab)\/><w:t>[^<]*)*(<\/w:t>)/g, '$1$2');
}

describe('A document as Word writes it', () => {
  it('reads as its words, whatever runs, marks and fields they are split into', () => {
    assert.deepEqual(textOf(whole).split('\n\n'), [
      'Replies to reviews',
      '“Best lips ever!” Dana R., ★★★★★',
      'Reply: Thank you for coming in to see us, Dana! Prices are posted here.',
      'We refunded your deposit on the spot.',
      'Book a consult by April. Ask us anything.',
      'Monday',
      'Post about sunscreen',
      'Spring special',
    ]);
  });

  it('names every paragraph and picture', () => {
    assert.deepEqual(
      open(whole).parts.flatMap(({ places, text }) =>
        places
          .filter((_, index) => index === places.length - 1)
          .map(({ name, span }) => [name, text.slice(span.start, span.end).trim()]),
      ),
      [
        ['paragraph 8', 'Spring special'],
        ['picture 1', '<img src="jane-doe-after.jpg">'],
        ['comments, paragraph 1', 'Did Jane Doe sign the release for her filler pictures?'],
        ['footnotes, paragraph 1', 'By phone or online.'],
        ['header, paragraph 1', 'Luma Aesthetics'],
        ['file property "title"', 'Jane Doe, filler before & after'],
        ['file property "author"', 'Front desk'],
        ['file property "last author"', 'Front desk'],
        ['file property "company"', 'Luma Aesthetics'],
        ['file property "manager"', 'Kim Lowe'],
        ['file property "Approved by"', 'Kim Lowe'],
      ],
    );
  });

  it('is read as a reply to a review, and the mark spans the runs', () => {
    const text = textOf(whole);
    const { findings, channel } = inspect(
      { uri: 'file:///x.docx', languageId: 'plaintext', text },
      defaultProfile,
      '2026-03-03',
    );
    assert.equal(channel.channel, 'review-reply');
    const marked = findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)]);
    assert.ok(
      marked.some(([rule, words]) => rule === 'reply-thanks-for-visit' && words === 'coming in'),
    );
    assert.ok(marked.every(([, words]) => !words?.includes('Best lips')));
  });

  it('keeps every run, its formatting and the revisions when words across runs are replaced', () => {
    const start = textOf(whole).indexOf('Thank you');
    const end = textOf(whole).indexOf(' Prices');
    const xml = bodyOf(fixed(start, end, 'Thank you for the kind words!'));
    assert.equal(bones(xml), bones(bodyOf(whole)));
    assert.ok(xml.includes('<w:rPr><w:b/></w:rPr><w:t>Reply:</w:t>'));
    assert.ok(xml.includes('> Thank you for the kind words!</w:t>'));
    assert.ok(xml.includes('<w:delText>would never refund</w:delText>'));
    assert.ok(xml.includes('<w:ins w:id="92"'));
  });

  it('any edit changes the words alone, and nothing in the other files', () => {
    const text = textOf(whole);
    const paragraphs = text.split('\n\n');
    const word = fc.constantFrom(
      'Thanks',
      ' ',
      '&',
      '<b>',
      '"',
      '\n',
      'caf\u00e9',
      '\u{1f495}',
      ']]>',
    );
    fc.assert(
      fc.property(
        fc.nat(paragraphs.length - 1),
        fc.nat(),
        fc.nat(),
        fc.array(word, { maxLength: 5 }),
        (which, a, b, words) => {
          const paragraph = paragraphs[which] as string;
          const from = paragraphs.slice(0, which).join('\n\n').length + (which > 0 ? 2 : 0);
          const [start, end] = [a % (paragraph.length + 1), b % (paragraph.length + 1)].sort(
            (x, y) => x - y,
          ) as [number, number];
          const said = `x${words.join('')}x`;
          const after = fixed(from + start, from + end, said);
          const expected = paragraph.slice(0, start) + said + paragraph.slice(end);
          assert.equal(
            textOf(after),
            paragraphs.map((other, index) => (index === which ? expected : other)).join('\n\n'),
          );
          assert.equal(bones(bodyOf(after)), bones(bodyOf(whole)));
          const [before, now] = [unzipSync(whole), unzipSync(after)];
          for (const name of Object.keys(before))
            if (name !== body) assert.deepEqual(now[name], before[name], name);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('a damaged XML file in it never ends in anything but a plain message', () => {
    const files = unzipSync(whole);
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(files)),
        fc.nat(),
        fc.string({ maxLength: 8 }),
        (name, at, noise) => {
          const xml = strFromU8(files[name] as Uint8Array);
          const cut = at % (xml.length + 1);
          const broken = new TextEncoder().encode(xml.slice(0, cut) + noise);
          try {
            for (const { text, places } of open(zipSync({ ...files, [name]: broken })).parts)
              for (const { span } of places) assert.ok(span.end <= text.length);
          } catch (error) {
            assert.equal((error as Error).name, 'DocumentError', String(error));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
