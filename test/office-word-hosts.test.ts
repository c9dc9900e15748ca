import assert from 'node:assert/strict';
import { barriers, type OpenOptions, settled } from './office-host/browser.js';
import { session } from './office-host/session.js';
import type {} from './office-host/src/page.js';
import { underlines, visit } from './office-host/word-driver.js';

describe('Word, the shipped pane in many Words, documents and looks', function () {
  this.timeout(180_000);
  const open = session();

  it('comes back after closing: channel, ignored findings and underlines, none of them doubled', async () => {
    const { page, frame } = await open();
    await underlines(page, visit);
    const drawn = await page.evaluate(() => window.officeHost.document.annotations.size);
    await frame.locator('#panel-findings > .field .select').selectOption('newsletter');
    await frame.waitForFunction(() => document.querySelector('.guess')?.textContent === '');
    await frame.locator('#panel-findings > .field .select').selectOption('');
    await frame.click('.card-head');
    await frame.click('.card-body .ignore');
    await frame.fill('.reason .input', 'Agreed with counsel');
    await frame.locator('.reason fluent-button').first().click();
    await frame.waitForSelector('.ignored:not([hidden])');
    await page.evaluate(() => window.officeHost.reopen());
    const again = await (await page.waitForSelector('#pane')).contentFrame();
    await again!.waitForSelector('.ignored:not([hidden])');
    await page.waitForFunction((n) => window.officeHost.document.annotations.size === n - 1, drawn);
    // Three for paragraphs, and one each for what is clicked, pointed at and taken at an underline.
    assert.ok((await page.evaluate(() => window.officeHost.document.handlerCount())) <= 6);
    const kept = await page.evaluate(() =>
      JSON.stringify([...window.officeHost.document.settings]),
    );
    const stored = await again!.evaluate(
      () => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }),
    );
    assert.match(kept, /Agreed with counsel/);
    assert.doesNotMatch(kept + stored, /coming in|Botox|refunded/i);
  });

  it('sees what a co-author wrote, and what came without any event', async () => {
    const { page, frame } = await open({ copy: 'clean', faults: '{"dropEvents":1}' });
    await page.evaluate((words) => {
      const { document } = window.officeHost;
      document.insertAfter(
        document.body.paragraphs.at(-1),
        [document.paragraph('Reply:'), document.paragraph(words)],
        'Remote',
      );
    }, visit);
    await frame.evaluate(() => window.dispatchEvent(new Event('focus')));
    await underlines(page, visit);
  });

  it('keeps up when every round trip is slow and five hundred paragraphs are pasted at once', async () => {
    const { page } = await open({ copy: 'clean', latency: '40' });
    await page.evaluate((words) => {
      const { document } = window.officeHost;
      const added = Array.from({ length: 500 }, (_, at) =>
        document.paragraph(at % 50 === 0 ? words : `Paragraph ${at} about parking.`),
      );
      document.insertAfter(document.body.paragraphs.at(-1), added);
    }, visit);
    await page.waitForFunction(() => window.officeHost.document.annotations.size >= 10);
  });

  it('underlines a document of 300 pages, and an edit in it costs few round trips', async () => {
    const { page, frame } = await open({ copy: 'long' });
    const opened = Date.now();
    await page.waitForFunction(() => window.officeHost.document.annotations.size >= 300, null, {
      timeout: 120_000,
    });
    console.log(`      underlined ${Date.now() - opened} ms after the first list`);
    assert.match((await frame.textContent('#count')) ?? '', /^3\d\d places/);
    const before = await page.evaluate(() => window.officeHost.transport.syncs);
    await page.evaluate((words) => {
      const { document } = window.officeHost;
      const paragraph = document.body.paragraphs[1504]!;
      document.edit(paragraph, 0, paragraph.raw.length, `${words} Number 1504.`);
    }, visit);
    await page.waitForFunction(
      () =>
        [...window.officeHost.document.annotations.values()].some((one) =>
          one.paragraph.clean.endsWith('Number 1504.'),
        ),
      null,
      { timeout: 120_000 },
    );
    const syncs = (await page.evaluate(() => window.officeHost.transport.syncs)) - before;
    assert.ok(syncs < 40, `${syncs} round trips`);
  });

  it('draws again at the first use of the pane what Word did not show at opening', async () => {
    for (const use of ['click', 'key']) {
      const { page, frame } = await open({ faults: '{"invisibleAtOpen":true}' });
      await underlines(page, visit);
      const shown = () =>
        page.evaluate(() =>
          [...window.officeHost.document.annotations.values()].some((one) => one.visible),
        );
      assert.equal(await shown(), false);
      if (use === 'click') await frame.click('#count');
      else await frame.press('.check-now', 'F8');
      await page.waitForFunction(() =>
        [...window.officeHost.document.annotations.values()].every((one) => one.visible),
      );
    }
  });

  const rungs: readonly (readonly [string, Record<string, unknown>, RegExp, boolean])[] = [
    ['everything', {}, /Click one to see a safe rewrite/, true],
    ['underlines but no popup', { wordApi: '1.7' }, /cannot show rewrites at the underline/, true],
    ['no strings for the popup', { popupStringsMissing: true }, /refused to show them/, true],
    ['no subscription', { noSubscription: true }, /takes a Microsoft 365 subscription/, false],
    ['no annotations at all', { wordApi: '1.3' }, /has no underlines for add-ins/, false],
  ];
  for (const [name, faults, says, drawn] of rungs) {
    it(`works on a Word with ${name}, and says which way it shows findings`, async () => {
      const { page, frame } = await open({ faults: JSON.stringify(faults) });
      await frame.waitForFunction(
        (source) => new RegExp(source).test(document.querySelector('.rung')?.textContent ?? ''),
        says.source,
      );
      if (drawn) await underlines(page, visit);
      else assert.equal(await page.evaluate(() => window.officeHost.document.annotations.size), 0);
      await frame.click('.card-head');
      await frame.click('.card-body [data-focus$="/show"]');
      await page.waitForFunction(() => (window.officeHost.document.selection?.end ?? 0) > 0);
      await frame.click('.rewrite-button.first');
      await page.waitForFunction(
        (words) =>
          !window.officeHost.document.body.paragraphs.some((one) => one.clean.includes(words)),
        visit,
      );
    });
  }

  it('adds comments only when asked twice', async () => {
    const { page, frame } = await open();
    await frame.click('.extras summary');
    await frame.click('.comments');
    assert.equal(await page.evaluate(() => window.officeHost.document.comments.length), 0);
    await frame.click('.comments-yes');
    await page.waitForFunction(() => window.officeHost.document.comments.length > 0);
    assert.match(
      await page.evaluate(() => window.officeHost.document.comments[0]!.content),
      /^Chaperone: /,
    );
  });

  it('explains a finding with the law behind it', async () => {
    const { frame } = await open();
    await frame.click('.card-head');
    await frame.click('.card-body .why');
    await frame.waitForSelector('.explanation');
    assert.match((await frame.textContent('.explanation')) ?? '', /CFR|HIPAA/);
  });

  it('starts a worker that died again', async () => {
    const { page, frame } = await open();
    const [worker] = page.workers();
    await worker!.evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('planted');
        }),
    );
    await page.evaluate((words) => {
      const { document } = window.officeHost;
      document.insertAfter(document.body.paragraphs.at(-1), [
        document.paragraph('Reply:'),
        document.paragraph(`${words} Again.`),
      ]);
    }, visit);
    await page.waitForFunction(() =>
      [...window.officeHost.document.annotations.values()].some((one) =>
        one.paragraph.clean.endsWith('Again.'),
      ),
    );
    assert.ok(await frame.$('.card'));
  });

  it('keeps the practice profile and uses it: staff are no patients', async () => {
    const { page, frame } = await open();
    await frame.click('#tab-practice');
    await frame.fill('[data-field="staff"]', 'Dana Whitfield');
    await frame.fill('[data-field="name"]', 'Luma Aesthetics');
    await frame.click('#profile-yaml');
    assert.match(await frame.inputValue('[data-field="yaml"]'), /staff:\n\s+- Dana Whitfield/);
    await frame.fill('[data-field="yaml"]', 'name: Luma\nstrictness: loud\n');
    await frame.waitForFunction(() =>
      /Line 2/.test(document.querySelector('.profile-problems')?.textContent ?? ''),
    );
    await frame.click('.save');
    await frame.waitForFunction(() =>
      /Saved.*1 thing to correct/.test(document.querySelector('.live')?.textContent ?? ''),
    );
    await frame.fill('[data-field="yaml"]', '# ours\nname: Luma\nstaff: [Dana]\n');
    await frame.click('.save');
    await frame.waitForFunction(() =>
      /^Saved[^:]*computer\.\s*$/.test(document.querySelector('.live')?.textContent ?? ''),
    );
    const download = page.waitForEvent('download');
    await frame.click('.export');
    assert.equal((await download).suggestedFilename(), 'chaperone.yaml');
    await page.evaluate(() => window.officeHost.reopen());
    const again = (await (await page.waitForSelector('#pane')).contentFrame())!;
    await settled(again);
    await again.click('#tab-practice');
    assert.equal(await again.inputValue('[data-field="name"]'), 'Luma');
    await again.setInputFiles('input[type=file]', {
      name: 'chaperone.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('name: Imported\n'),
    });
    await again.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-field="name"]')?.value === 'Imported',
    );
  });

  const looks: readonly [string, Record<string, string>, OpenOptions][] = [
    ['at 320 pixels', { 'pane-width': '320' }, { width: 700 }],
    ['dark', { theme: 'dark' }, {}],
    ['in high contrast', {}, { forcedColors: 'active' }],
  ];
  for (const [name, query, options] of looks) {
    it(`has no barrier that axe finds, and no sideways scroll, ${name}`, async () => {
      const { frame } = await open(query, options);
      await frame.click('.card-head');
      for (const tab of ['findings', 'practice', 'about']) {
        await frame.click(`#tab-${tab}`);
        assert.deepEqual(await barriers(frame), [], tab);
        assert.equal(
          await frame.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          ),
          false,
          tab,
        );
      }
    });
  }
});
