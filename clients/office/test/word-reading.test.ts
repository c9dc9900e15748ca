import assert from 'node:assert/strict';
import { partsOf } from '../src/paragraphs.js';
import { hitsBefore } from '../src/word/locate.js';
import { open } from './simulated-word.js';

describe('Word: reading', () => {
  it('asks for the clean text of changed paragraphs only', async () => {
    const sim = await open(Array.from({ length: 100 }, (_, at) => `Text ${at}`));
    await sim.host.read(false);
    sim.document.edit(sim.document.body.paragraphs[3]!, 0, 4, 'Copy');
    let asked = 0;
    const clean = Object.getOwnPropertyDescriptor(
      Object.getPrototypeOf(sim.document.body.paragraphs[0]),
      'clean',
    )!;
    for (const one of sim.document.body.paragraphs)
      Object.defineProperty(one, 'clean', {
        get() {
          asked++;
          return clean.get!.call(this);
        },
      });
    const { paragraphs } = await sim.host.read(false);
    assert.equal(paragraphs[3]!.text, 'Copy 3');
    assert.equal(asked, 1);
  });

  it('counts hits as Word’s search does', () => {
    assert.equal(hitsBefore('aaaa', 'aa', 2), 1);
    assert.equal(hitsBefore("it’s it's", "it's", 5), 1);
  });

  it('reads and writes headers, footers, notes, text boxes and properties, and reads comments', async () => {
    const sim = await open(['Body.']);
    const { document } = sim;
    document.headers.Primary = { paragraphs: [document.paragraph('Jane header')] };
    document.footers.FirstPage = {
      paragraphs: [document.paragraph(''), document.paragraph('Jane footer')],
    };
    document.footnotes = [
      {
        paragraphs: [document.paragraph([{ text: '\u0002', off: 'note' }, { text: 'Jane note' }])],
      },
    ];
    document.endnotes = [{ paragraphs: [document.paragraph('Jane endnote')] }];
    document.textBoxes = [{ paragraphs: [document.paragraph('Jane box')] }];
    document.comments = [{ content: 'Jane comment', on: 'Body' }];
    document.properties = { title: 'Jane title', author: 'Pat' };
    const { paragraphs, notes } = await sim.host.read(true);
    assert.deepEqual(
      paragraphs.map((one) => one.place),
      [
        'body',
        'header',
        'footer',
        'footnote',
        'endnote',
        'text-box',
        'comment',
        'property',
        'property',
      ],
    );
    assert.deepEqual(notes, []);
    for (const one of paragraphs.filter((two) => two.editable && two.text.includes('Jane'))) {
      const start = one.text.indexOf('Jane');
      assert.deepEqual(
        await sim.host.apply({
          key: one.key,
          before: one.text,
          edits: [{ start, end: start + 4, text: 'Our' }],
        }),
        { kind: 'done' },
        one.place,
      );
    }
    assert.equal(document.properties.title, 'Our title');
    assert.equal(document.textBoxes[0]!.paragraphs[0]!.clean, 'Our box');
  });

  it('tells the parts of a document apart, as the command line does', async () => {
    const sim = await open(['Body.']);
    const { document } = sim;
    document.headers.Primary = { paragraphs: [document.paragraph('Header')] };
    document.footnotes = ['One', 'Two'].map((text) => ({
      paragraphs: [document.paragraph(text)],
    }));
    document.comments = [
      { content: 'A colleague’s', on: 'Body' },
      { content: 'Chaperone: Readers learn who was treated.', on: 'Body' },
    ];
    document.properties = { title: 'Title', company: 'Luma' };
    const { paragraphs } = await sim.host.read(true);
    assert.deepEqual(
      partsOf(paragraphs).map(({ name, paragraphs: own, indexes }) => [
        name,
        own.map((one) => one.text),
        indexes,
      ]),
      [
        ['', ['Body.'], [0]],
        ['header/0/Primary', ['Header'], [1]],
        ['footnotes', ['One', 'Two'], [2, 3]],
        ['comments', ['A colleague’s'], [4]],
        ['property/title', ['Title'], [5]],
        ['property/company', ['Luma'], [6]],
      ],
    );
  });

  it('reads a header once that later sections go on with', async () => {
    const sim = await open(['Body.']);
    sim.document.sections = 3;
    sim.document.headers.Primary = { paragraphs: [sim.document.paragraph('Header')] };
    const { paragraphs } = await sim.host.read(true);
    assert.deepEqual(
      paragraphs.map((one) => one.text),
      ['Body.', 'Header'],
    );
  });

  it('reads on when one place cannot be read', async () => {
    const sim = await open(['Body.']);
    Object.defineProperty(sim.document, 'footnotes', {
      get: () => {
        throw new Error('broken');
      },
    });
    const { paragraphs, notes } = await sim.host.read(true);
    assert.equal(paragraphs[0]!.text, 'Body.');
    assert.deepEqual(notes, ['Footnotes and endnotes could not be read.']);
  });
});
