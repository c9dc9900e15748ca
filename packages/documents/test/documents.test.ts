import assert from 'node:assert/strict';
import { defaultProfile, formatOf, inspect } from '@chaperone/core';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { DocumentError, type OpenedDocument, openDocument } from '../src/index.js';

const word =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="a" xmlns:mc="b" xmlns:pic="c" xmlns:v="d"';

const body = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r
<w:document ${word}><w:body>
<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Reply &amp; review</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Thank you for com</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ing</w:t></w:r><w:r><w:t xml:space="preserve"> in to see us!</w:t><w:br/><w:t>Caf\u00e9 \u{1f495}</w:t></w:r></w:p>
<w:p><w:del w:author="A"><w:r><w:delText>Gone words</w:delText></w:r></w:del><w:ins w:author="A"><w:r><w:t>We refunded your deposit on the spot.</w:t></w:r></w:ins></w:p>
<w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>In a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:t>Beside</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:docPr id="1" name="Picture 1" descr="Jane &quot;JD&quot; Doe after filler"/><pic:cNvPr id="0" name="jane-doe.jpg"/><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:p><w:r><w:t>In the box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>
</w:body></w:document>`;

const part = (root: string, inner: string) =>
  `<?xml version="1.0"?><w:${root} ${word}>${inner}</w:${root}>`;
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const files: Record<string, string> = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels':
    '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  'word/document.xml': body,
  'word/header1.xml': part('hdr', paragraph('Luma header')),
  'word/footer1.xml': part('ftr', paragraph('Luma footer')),
  'word/comments.xml': part(
    'comments',
    `<w:comment w:author="Kim">${paragraph('Did Jane sign?')}</w:comment>`,
  ),
  'word/footnotes.xml': part('footnotes', paragraph('A note')),
  'word/media/image1.png': '\x89PNG',
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>Jane&apos;s reply</dc:title><dc:creator>Front desk</dc:creator><cp:keywords></cp:keywords></cp:coreProperties>',
};

const docx = (changed: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ ...files, ...changed }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

const textOf = (opened: OpenedDocument, name: string) =>
  opened.parts.find((each) => each.name === name)?.text;

/** The document after `words` of a part were replaced. */
function changed(
  bytes: Uint8Array,
  file: string,
  name: string,
  words: string,
  by: string,
): Uint8Array {
  const opened = openDocument(bytes, file);
  const start = textOf(opened, name)?.indexOf(words) ?? -1;
  assert.ok(start >= 0, `${words} is not in ${name}`);
  return opened.apply(
    new Map([[name, [{ span: { start, end: start + words.length }, text: by }]]]),
  );
}

describe('A Word document', () => {
  it('gives paragraphs, cells, text boxes and insertions, and no deleted text', () => {
    assert.equal(
      textOf(openDocument(docx(), 'a.docx'), 'word/document.xml'),
      'Reply & review\n\nThank you for coming in to see us!\nCaf\u00e9 \u{1f495}\n\nWe refunded your deposit on the spot.\n\nIn a cell\n\nBeside\n\nIn the box',
    );
  });

  it('gives headers, footers, notes, comments, pictures and properties with labels', () => {
    const { parts } = openDocument(docx(), 'a.docx');
    assert.deepEqual(
      parts.slice(1).map((each) => [each.partLabel, each.text]),
      [
        [
          'picture descriptions',
          '<img alt="Jane &quot;JD&quot; Doe after filler">\n<img src="jane-doe.jpg">\n',
        ],
        ['header', 'Luma header'],
        ['footer', 'Luma footer'],
        ['comments', 'Did Jane sign?'],
        ['footnotes', 'A note'],
        ['file property "title"', "Jane's reply"],
        ['file property "author"', 'Front desk'],
      ],
    );
    const pictures = parts.find((each) => each.languageId === 'html');
    const blocks = formatOf('html').read(pictures?.text ?? '').blocks;
    assert.deepEqual(
      blocks.map((block) => [block.part, block.text]),
      [
        ['alt-text', 'Jane "JD" Doe after filler'],
        ['data', 'jane-doe.jpg'],
      ],
    );
  });

  it('writes a fix into the run it begins in and keeps the formatting around it', () => {
    const fixed = changed(
      docx(),
      'a.docx',
      'word/document.xml',
      'for coming in',
      'for the <kind> words',
    );
    const xml = strFromU8(unzipSync(fixed)['word/document.xml'] as Uint8Array);
    assert.ok(xml.includes('Thank you for the &lt;kind&gt; words</w:t>'));
    assert.ok(xml.includes('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve"></w:t>'));
    assert.ok(xml.includes('<w:t xml:space="preserve"> to see us!</w:t>'));
    assert.ok(xml.includes('<w:delText>Gone words</w:delText>'));
    assert.match(
      textOf(openDocument(fixed, 'a.docx'), 'word/document.xml') ?? '',
      /Thank you for the <kind> words to see us!/,
    );
  });

  it('writes line breaks as such, and leaves the other files alone', () => {
    const fixed = changed(
      docx(),
      'a.docx',
      'word/document.xml',
      'in to see us!\nCaf\u00e9',
      'a\nb',
    );
    const before = unzipSync(docx());
    const after = unzipSync(fixed);
    assert.ok(
      strFromU8(after['word/document.xml'] as Uint8Array).includes(
        'a</w:t><w:br/><w:t xml:space="preserve">b</w:t>',
      ),
    );
    assert.deepEqual(Object.keys(after), Object.keys(before));
    for (const name of Object.keys(before))
      if (name !== 'word/document.xml') assert.deepEqual(after[name], before[name]);
  });

  it('keeps paragraphs apart when an edit spans them', () => {
    const fixed = changed(docx(), 'a.docx', 'word/document.xml', 'review\n\nThank you', 'x');
    assert.match(
      textOf(openDocument(fixed, 'a.docx'), 'word/document.xml') ?? '',
      /^Reply & x\n\n for coming/,
    );
  });

  it('writes into descriptions, properties, headers and comments', () => {
    const alt = changed(
      docx(),
      'a.docx',
      'word/document.xml#pictures',
      'Jane &quot;JD&quot; Doe',
      'A &amp;&nbsp;B',
    );
    assert.match(
      strFromU8(unzipSync(alt)['word/document.xml'] as Uint8Array),
      /descr="A &amp;&#160;B after filler"/,
    );
    const title = changed(docx(), 'a.docx', 'docProps/core.xml#title', "Jane's", 'A & B');
    assert.equal(textOf(openDocument(title, 'a.docx'), 'docProps/core.xml#title'), 'A & B reply');
    const comment = changed(docx(), 'a.docx', 'word/comments.xml', 'Jane', 'she');
    assert.equal(textOf(openDocument(comment, 'a.docx'), 'word/comments.xml'), 'Did she sign?');
  });

  const cell = (...texts: string[]) => `<w:tc>${texts.map(paragraph).join('')}</w:tc>`;
  const table = `<w:tbl><w:tr>${cell('Review')}${cell('Reply')}</w:tr><w:tr>${cell('It &quot;hurt&quot;, twice')}${cell('Thank you for coming in.', 'Call "us".')}</w:tr></w:tbl>`;
  const withTable = docx({
    'word/document.xml': part('document', `<w:body>${paragraph('Above')}${table}</w:body>`),
  });

  it('gives a table as comma-separated values, so that a review and its reply are told apart', () => {
    const { parts } = openDocument(withTable, 'a.docx');
    assert.deepEqual(
      parts.slice(0, 2).map((each) => [each.partLabel, each.languageId, each.text]),
      [
        ['document', 'plaintext', 'Above'],
        [
          'table 1',
          'csv',
          '"Review","Reply"\n"It ""hurt"", twice","Thank you for coming in.\n\nCall ""us""."\n',
        ],
      ],
    );
    assert.ok(parts[1]?.places.some(({ name }) => name === 'table 1, row 2, column 2'));
    const { passages } = inspect(
      { uri: 'a.docx', languageId: 'csv', text: parts[1]?.text ?? '' },
      defaultProfile,
      '2026-01-01',
    );
    assert.deepEqual(
      passages.map(({ voice, reply }) => [voice, reply]),
      [
        ['reviewer', false],
        ['practice', true],
      ],
    );
  });

  it('writes into the cells of a table', () => {
    const words = 'coming in.\n\nCall ""us"".';
    const fixed = changed(
      withTable,
      'a.docx',
      'word/document.xml#table-1',
      words,
      'the ""kind"" note',
    );
    assert.equal(
      textOf(openDocument(fixed, 'a.docx'), 'word/document.xml#table-1'),
      '"Review","Reply"\n"It ""hurt"", twice","Thank you for the ""kind"" note"\n',
    );
    const xml = strFromU8(unzipSync(fixed)['word/document.xml'] as Uint8Array);
    assert.ok(
      xml.includes('Thank you for the &quot;kind&quot; note</w:t></w:r></w:p></w:tc>'),
      xml,
    );
  });

  it('lets a paragraph go with the gap before it, unless something hangs on it', () => {
    const body = (...inner: string[]) =>
      docx({ 'word/document.xml': part('document', `<w:body>${inner.join('')}</w:body>`) });
    const without = (bytes: Uint8Array, words: string) =>
      /<w:body>(.*)<\/w:body>/.exec(
        strFromU8(
          unzipSync(changed(bytes, 'a.docx', 'word/document.xml', words, ''))[
            'word/document.xml'
          ] as Uint8Array,
        ),
      )?.[1];
    const [one, two, three] = ['One.', 'Two.', 'Three.'].map(paragraph) as [string, string, string];
    assert.equal(without(body(one, two, three), '\n\nTwo.'), one + three);
    assert.equal(without(body(one, '<w:p/>', two, three), '\n\nTwo.\n\nThree.'), one);
    // Only a part of the words, or not the gap: the paragraph stays.
    assert.match(without(body(one, two, three), '\n\nTwo') ?? '', /<w:t[^>]*>\.<\/w:t>/);
    assert.match(without(body(one, two, three), 'Two.') ?? '', /<w:t[^>]*><\/w:t>/);
    for (const hanging of [
      '<w:bookmarkStart w:id="0"/>',
      '<w:r><w:footnoteReference w:id="2"/></w:r>',
      '<w:pPr><w:sectPr/></w:pPr>',
      '<w:r><w:drawing/></w:r>',
    ]) {
      const kept = two.replace('<w:p>', `<w:p>${hanging}`);
      assert.ok(without(body(one, kept, three), '\n\nTwo.')?.includes(hanging), hanging);
    }
  });

  it('after any edits reads as its text with those edits', () => {
    const opened = openDocument(docx(), 'a.docx');
    const text = textOf(opened, 'word/document.xml') as string;
    const sentence = text.split('\n\n')[1] as string;
    const from = text.indexOf(sentence);
    const boundary = [0];
    for (const character of sentence) boundary.push((boundary.at(-1) as number) + character.length);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.string({
          unit: fc.constantFrom(
            'a',
            ' ',
            '&',
            '<',
            '"',
            "'",
            '\n',
            '\u00e9',
            '\u{1f600}',
            ']]>',
            '\u0001',
          ),
        }),
        (a, b, words) => {
          const [start, end] = [
            boundary[a % boundary.length] as number,
            boundary[b % boundary.length] as number,
          ].sort((x, y) => x - y) as [number, number];
          const fixed = opened.apply(
            new Map([
              [
                'word/document.xml',
                [{ span: { start: from + start, end: from + end }, text: `x${words}x` }],
              ],
            ]),
          );
          const expected = `${sentence.slice(0, start)}x${words.replaceAll('\u0001', '')}x${sentence.slice(end)}`;
          const found = textOf(openDocument(fixed, 'a.docx'), 'word/document.xml') as string;
          assert.equal(
            found,
            text.replace(sentence, () => expected),
          );
        },
      ),
      // The example covers nothing but a line break.
      { numRuns: 60, examples: [[385145621, 628404580, '']] },
    );
  });

  it('the findings of its parts are those of the same plain text', () => {
    const { parts } = openDocument(docx(), 'a.docx');
    const text = parts[0]?.text ?? '';
    const one = inspect(
      { uri: 'a.docx', languageId: 'plaintext', text },
      defaultProfile,
      '2026-01-01',
      { channel: 'review-reply' },
    );
    assert.ok(
      one.findings.some((finding) =>
        text.slice(finding.span.start, finding.span.end).includes('coming in'),
      ),
    );
  });
});

describe('A file that cannot be opened', () => {
  const problem = (bytes: Uint8Array, name = 'a.docx') => {
    try {
      openDocument(bytes, name);
    } catch (error) {
      assert.ok(error instanceof DocumentError);
      assert.match(error.message, /\.$/);
      return error.problem;
    }
    return undefined;
  };
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

  it('is explained by its kind', () => {
    assert.equal(
      problem(Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')])),
      'encrypted',
    );
    assert.equal(problem(Uint8Array.from(ole)), 'old-format');
    assert.equal(problem(strToU8('Hello')), 'not-a-document');
    assert.equal(problem(new Uint8Array()), 'damaged');
    assert.equal(problem(docx().slice(0, 700)), 'damaged');
    assert.equal(problem(docx({ 'word/document.xml': '<w:document><w:p>' })), 'damaged');
    assert.equal(problem(zipSync({ 'a.txt': strToU8('x') })), 'not-a-document');
    assert.equal(problem(strToU8('Hello\0'), 'a.eml'), 'not-a-document');
    assert.equal(problem(strToU8('x'), 'a.pdf'), 'not-a-document');
    const locked = docx();
    locked[6] = 1;
    assert.equal(problem(locked), 'encrypted');
  });

  it('is never anything but a DocumentError, however it is cut', () => {
    const whole = docx();
    fc.assert(
      fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), (cut, noise) => {
        const bytes = Uint8Array.from([...whole.slice(0, cut), ...noise]);
        if (bytes.length === whole.length) return;
        problem(bytes);
      }),
      { numRuns: 60 },
    );
  });
});

describe('A mail file', () => {
  const packed = (text: string, charset = 'utf-8', type = 'text/plain') =>
    [
      'From: Desk <desk@luma.example>',
      'Subject: Hello',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      `Content-Type: ${type}; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(text, charset === 'utf-8' ? 'utf-8' : 'latin1').toString('base64'),
      '--b--',
      '',
    ].join('\r\n');

  it('is one part as it stands, and its packed parts unpacked', () => {
    const opened = openDocument(
      strToU8(packed('Thank you for coming in, Zo\u00eb \u{1f495}')),
      'a.eml',
    );
    assert.deepEqual(
      opened.parts.map((each) => [each.name, each.languageId]),
      [
        ['message', 'email'],
        ['part-1', 'email'],
      ],
    );
    assert.equal(opened.parts[1]?.text, 'Thank you for coming in, Zo\u00eb \u{1f495}');
  });

  it('packs a fixed part again, and fixes the rest in place', () => {
    const opened = openDocument(
      strToU8(packed('<p>Thank you for coming in</p>', 'utf-8', 'text/html')),
      'a.eml',
    );
    const subject = opened.parts[0]?.text.indexOf('Hello') ?? 0;
    const fixed = opened.apply(
      new Map([
        ['message', [{ span: { start: subject, end: subject + 5 }, text: 'Hi' }]],
        ['part-1', [{ span: { start: 13, end: 26 }, text: 'for the kind words \u2014 all' }]],
      ]),
    );
    const again = openDocument(fixed, 'a.eml');
    assert.equal(again.parts[1]?.text, '<p>Thank you for the kind words \u2014 all</p>');
    assert.match(again.parts[0]?.text ?? '', /Subject: Hi\r\n/);
  });

  it('keeps a Western character set', () => {
    const bytes = Buffer.from(
      'Subject: x\r\nContent-Type: text/plain; charset=windows-1252\r\n\r\nCaf\u00e9 \x92s visit\r\n',
      'latin1',
    );
    const opened = openDocument(bytes, 'a.eml');
    const text = opened.parts[0]?.text ?? '';
    assert.ok(text.includes('Caf\u00e9 \u2019s'));
    assert.deepEqual(Buffer.from(opened.apply(new Map())), bytes);
    const start = text.indexOf('visit');
    const fixed = opened.apply(
      new Map([['message', [{ span: { start, end: start + 5 }, text: 'words' }]]]),
    );
    assert.deepEqual(
      Buffer.from(fixed),
      Buffer.from(bytes.toString('latin1').replace('visit', 'words'), 'latin1'),
    );
  });

  it('writes a packed Western part with the letters it has', () => {
    const opened = openDocument(strToU8(packed('Caf\u00e9 visit', 'iso-8859-1')), 'a.eml');
    const fixed = opened.apply(
      new Map([['part-1', [{ span: { start: 5, end: 10 }, text: 'ann\u00e9e \u{1f495}' }]]]),
    );
    assert.equal(openDocument(fixed, 'a.eml').parts[1]?.text, 'Caf\u00e9 ann\u00e9e ?');
  });
});
