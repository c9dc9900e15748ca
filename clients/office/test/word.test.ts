import assert from 'node:assert/strict';
import type { Faults, Run } from '../../../test/office-host/src/model.js';
import { doubled, popupDidNothing } from '../src/strings.js';
import { marks, open, underlined } from './simulated-word.js';

const later = (milliseconds = 20) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function draw(sim: Awaited<ReturnType<typeof open>>, words: string, suggestions?: string[]) {
  const snapshot = await sim.host.read(false);
  const sheets = snapshot.paragraphs
    .map((one, index) => marks(one.text, one.key, index, words, suggestions))
    .filter((one) => one.marks.length > 0);
  await sim.host.draw(sheets, 0);
  return snapshot;
}

describe('Word: underlines', () => {
  it('stand on exactly the flagged words, after accents, emoji, tabs and line breaks', async () => {
    const sim = await open(['é😀\tAfter the BOTOX\vcame the BOTOX.', 'Nothing here.', 'BOTOX']);
    await draw(sim, 'BOTOX');
    assert.deepEqual(underlined(sim.document), ['BOTOX', 'BOTOX', 'BOTOX']);
    assert.deepEqual(
      [...sim.document.annotations.values()].map((one) => one.start),
      [14, 29, 0],
    );
  });

  const odd: Run[][] = [
    [{ text: '\u0002', off: 'note' }, { text: ' A note about her BOTOX visit.' }],
    [
      { text: 'We saw ' },
      { text: 'Jane and her BOTOX and ', off: 'deleted' },
      { text: 'nobody for BOTOX.' },
    ],
    [{ text: 'Code ' }, { text: 'BOTOX', off: 'hidden' }, { text: ' then BOTOX again' }],
    [{ text: '{ DATE }', off: 'field' }, { text: '12 May, BOTOX' }],
  ];
  for (const faults of [
    {},
    { countsRaw: true },
    { noteShift: true },
    { countsRaw: true, noteShift: true },
  ] as Partial<Faults>[]) {
    it(`are read back in paragraphs with notes, fields, hidden and deleted words (${JSON.stringify(faults)})`, async () => {
      const sim = await open([...odd, 'Plain BOTOX.'], faults);
      await draw(sim, 'BOTOX');
      const all = [...sim.document.annotations.values()];
      assert.ok(
        all.every((one) => one.paragraph.cleanOf(one.start, one.end) === 'BOTOX'),
        JSON.stringify(underlined(sim.document)),
      );
      assert.equal(all.length, 5);
    });
  }

  it('are not written when the text has moved on, and the pane is told', async () => {
    const sim = await open(['See you for BOTOX.', 'BOTOX too.']);
    const snapshot = await sim.host.read(false);
    const sheets = snapshot.paragraphs.map((one, index) =>
      marks(one.text, one.key, index, 'BOTOX'),
    );
    sim.document.edit(sim.document.body.paragraphs[0]!, 0, 3, 'Meet');
    await sim.host.draw(sheets, 0);
    assert.deepEqual(
      [...sim.document.annotations.values()].map((one) => one.paragraph.clean),
      ['BOTOX too.'],
    );
    assert.ok(sim.log.includes('dirty'));
  });

  it('replace what stood there before, and an empty sheet clears the paragraph', async () => {
    const sim = await open(['BOTOX and BOTOX']);
    const snapshot = await draw(sim, 'BOTOX');
    await draw(sim, 'BOTOX');
    assert.equal(sim.document.annotations.size, 2);
    await sim.host.draw(
      [{ key: snapshot.paragraphs[0]!.key, text: 'BOTOX and BOTOX', index: 0, marks: [] }],
      0,
    );
    assert.equal(sim.document.annotations.size, 0);
  });

  it('start nearest the writer and cost three round trips a batch of thirty paragraphs', async () => {
    const sim = await open(Array.from({ length: 300 }, (_, at) => `Paragraph ${at} with BOTOX.`));
    const snapshot = await sim.host.read(false);
    const sheets = snapshot.paragraphs.map((one, index) =>
      marks(one.text, one.key, index, 'BOTOX'),
    );
    const before = sim.transport.syncs;
    await sim.host.draw(sheets, 150);
    assert.equal(sim.document.annotations.size, 300);
    assert.equal(
      [...sim.document.annotations.values()][0]!.paragraph.clean,
      'Paragraph 150 with BOTOX.',
    );
    assert.ok(sim.transport.syncs - before <= 30, `${sim.transport.syncs - before} round trips`);
  });

  it('survive a paragraph that vanished in the middle of a batch', async () => {
    const sim = await open(['BOTOX one', 'BOTOX two', 'BOTOX three', 'BOTOX four']);
    const snapshot = await sim.host.read(false);
    const sheets = snapshot.paragraphs.map((one, index) =>
      marks(one.text, one.key, index, 'BOTOX'),
    );
    sim.document.remove(sim.document.body.paragraphs[2]!);
    await sim.host.draw(sheets, 0);
    assert.equal(sim.document.annotations.size, 3);
  });

  it('go, with every handler, when the pane closes; a second start does not double them', async () => {
    const sim = await open(['BOTOX']);
    await draw(sim, 'BOTOX');
    assert.ok(sim.document.handlerCount() > 0);
    await sim.host.end();
    assert.equal(sim.document.annotations.size, 0);
    assert.equal(sim.document.handlerCount(), 0);
  });
});

describe('Word: the ladder', () => {
  const rungs: [string, Partial<Faults>, string, number][] = [
    ['all there is', {}, 'rung popup full', 1],
    ['WordApi 1.7', { wordApi: '1.7' }, 'rung underline no-popup', 1],
    ['WordApi 1.6', { wordApi: '1.6' }, 'rung list old-word', 0],
    ['WordApi 1.3', { wordApi: '1.3' }, 'rung list old-word', 0],
    ['no subscription', { noSubscription: true }, 'rung highlight no-subscription', 0],
    ['missing popup strings', { popupStringsMissing: true }, 'rung underline no-strings', 1],
  ];
  for (const [name, faults, says, drawn] of rungs) {
    it(`with ${name}: ${says}`, async () => {
      const sim = await open(['Her BOTOX.'], faults);
      await draw(sim, 'BOTOX');
      assert.equal(sim.log.filter((line) => line.startsWith('rung')).at(-1), says);
      assert.equal(sim.document.annotations.size, drawn);
    });
  }

  it('without a subscription the words pointed at are lit up for the moment, and reading goes on by place', async () => {
    const sim = await open(['Her BOTOX.'], { noSubscription: true });
    const [sheet] = (await sim.host.read(false)).paragraphs.map((one, index) =>
      marks(one.text, one.key, index, 'BOTOX'),
    );
    assert.equal(await sim.host.reveal(sheet!.marks[0]!), true);
    assert.equal(
      sim.document.highlight?.paragraph.cleanOf(
        sim.document.highlight.start,
        sim.document.highlight.end,
      ),
      'BOTOX',
    );
    await sim.host.end();
    assert.equal(sim.document.highlight, undefined);
  });
});

describe('Word: the popup', () => {
  const cases: [string, Partial<Faults>, string | undefined][] = [
    ['a Word that writes', {}, undefined],
    ['a Word that only reports it (Mac)', { acceptDoesNothing: true }, popupDidNothing],
    ['a Word that writes beside the old words (web)', { acceptDoubles: true }, doubled],
  ];
  for (const [name, faults, note] of cases) {
    it(`Accept replaces once on ${name}`, async () => {
      const sim = await open(['Loved your BOTOX, Jane.'], faults);
      await draw(sim, 'your BOTOX', ['that']);
      const [id] = [...sim.document.annotations.keys()];
      sim.document.accept(id!, 0);
      await later();
      assert.equal(sim.document.body.paragraphs[0]!.clean, 'Loved that, Jane.');
      assert.ok(
        sim.log.some(
          (line) => line.startsWith('accepted') && (note === undefined || line.endsWith(note)),
        ),
        sim.log.join('|'),
      );
    });
  }

  it('Accept leaves alone what the writer typed meanwhile', async () => {
    const sim = await open(['Loved your BOTOX, Jane.'], { acceptDoesNothing: true });
    await draw(sim, 'your BOTOX', ['that']);
    const [id] = [...sim.document.annotations.keys()];
    sim.document.accept(id!, 0);
    sim.document.edit(sim.document.body.paragraphs[0]!, 0, 5, 'Liked');
    await later();
    assert.equal(sim.document.body.paragraphs[0]!.clean, 'Liked your BOTOX, Jane.');
  });

  it('Reject is passed on, and never more than three rewrites are offered there', async () => {
    const sim = await open(['BOTOX']);
    await draw(sim, 'BOTOX', ['a', 'b', 'c', 'd']);
    const [one] = [...sim.document.annotations.values()];
    assert.deepEqual(one!.suggestions, ['a', 'b', 'c']);
    assert.equal(one!.popup?.brand, 'text of Popup.Brand');
    sim.document.reject(one!.id);
    await later();
    assert.ok(sim.log.some((line) => line.startsWith('rejected')));
  });
});

describe('Word: writing', () => {
  it('changes the second of two equal words', async () => {
    const sim = await open(['BOTOX, then BOTOX.']);
    const [paragraph] = (await sim.host.read(false)).paragraphs;
    const outcome = await sim.host.apply({
      key: paragraph!.key,
      before: paragraph!.text,
      edits: [{ start: 12, end: 17, text: 'care' }],
    });
    assert.deepEqual(outcome, { kind: 'done' });
    assert.equal(sim.document.body.paragraphs[0]!.clean, 'BOTOX, then care.');
  });

  it('finds words with Word’s own search marks, curly quotes and tabs in them', async () => {
    const text = "It’s 5^2 and ^t\tthe “end”, it's.";
    const sim = await open([text]);
    const [paragraph] = (await sim.host.read(false)).paragraphs;
    for (const words of ["it's", 'It’s', '5^2', '^t\tthe', '“end”']) {
      const start = text.indexOf(words);
      assert.equal(
        await sim.host.reveal({
          id: 'x',
          key: paragraph!.key,
          before: text,
          start,
          end: start + words.length,
        }),
        true,
      );
      const at = sim.document.selection!;
      assert.equal(at.paragraph.cleanOf(at.start, at.end), words);
    }
  });

  it('replaces more words than Word’s search takes', async () => {
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const sim = await open([`Start. ${long} End.`]);
    const [paragraph] = (await sim.host.read(false)).paragraphs;
    const outcome = await sim.host.apply({
      key: paragraph!.key,
      before: paragraph!.text,
      edits: [{ start: 7, end: 7 + long.length, text: 'Short.' }],
    });
    assert.deepEqual(outcome, { kind: 'done' });
    assert.equal(sim.document.body.paragraphs[0]!.clean, 'Start. Short. End.');
  });

  it('writes nothing when the text has changed', async () => {
    const sim = await open(['Her BOTOX.']);
    const [paragraph] = (await sim.host.read(false)).paragraphs;
    sim.document.edit(sim.document.body.paragraphs[0]!, 0, 3, 'His');
    const outcome = await sim.host.apply({
      key: paragraph!.key,
      before: paragraph!.text,
      edits: [{ start: 0, end: 3, text: 'My' }],
    });
    assert.equal(outcome.kind, 'moved-on');
    assert.equal(sim.document.writes, 0);
  });

  it('removes, inserts and makes several edits at once', async () => {
    const sim = await open(['One two three.', '']);
    const [paragraph, empty] = (await sim.host.read(false)).paragraphs;
    const edits = [
      { start: 0, end: 4, text: '' },
      { start: 8, end: 13, text: 'four' },
      { start: 14, end: 14, text: ' Five.' },
    ];
    assert.deepEqual(
      await sim.host.apply({ key: paragraph!.key, before: paragraph!.text, edits }),
      { kind: 'done' },
    );
    assert.equal(sim.document.body.paragraphs[0]!.clean, 'two four. Five.');
    assert.deepEqual(
      await sim.host.apply({
        key: empty!.key,
        before: '',
        edits: [{ start: 0, end: 0, text: 'New.' }],
      }),
      { kind: 'done' },
    );
    assert.equal(sim.document.body.paragraphs[1]!.clean, 'New.');
  });

  it('puts a comment on the words', async () => {
    const sim = await open(['Her BOTOX.']);
    const [paragraph] = (await sim.host.read(false)).paragraphs;
    assert.equal(
      await sim.host.comment!(
        { id: 'x', key: paragraph!.key, before: 'Her BOTOX.', start: 4, end: 9 },
        'Readers learn.',
      ),
      true,
    );
    assert.deepEqual(sim.document.comments, [{ content: 'Readers learn.', on: 'BOTOX' }]);
  });
});
