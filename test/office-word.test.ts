import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import {
  barriers,
  launch,
  type Opened,
  type OpenOptions,
  officeAddress,
  openHost,
  serveBuilt,
  settled,
} from './office-host/browser.js';
import type {} from './office-host/src/page.js';

const visit = 'Thank you for coming in to see us!';

describe('Word, the shipped pane in Chromium beside a simulated Word', function () {
  this.timeout(180_000);
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveBuilt>>;
  const opened: Opened[] = [];
  before(async () => {
    site = await serveBuilt();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.page.context().close();
  });
  const open = async (
    query: Record<string, string> = {},
    options: OpenOptions = {},
  ): Promise<Opened> => {
    const one = await openHost(browser, site.origin, { ...options, query });
    opened.push(one);
    await settled(one.frame);
    return one;
  };

  it('underlines what it finds, and writes nothing to the outside but the request for office.js', async () => {
    const { page, outside, errors } = await open();
    await underlines(page, visit);
    assert.deepEqual([...new Set(outside)], [officeAddress]);
    assert.deepEqual(errors, []);
    const worker = page.workers().find((one) => one.url().startsWith('blob:'));
    assert.ok(worker, 'the server runs in a worker started from a blob');
    const left = await worker.evaluate(() =>
      [
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'WebTransport',
        'importScripts',
      ].filter((name) => Reflect.get(globalThis, name) !== undefined),
    );
    assert.deepEqual(left, []);
  });

  it('binds even a worker that kept its fetch to the policy of the page', async () => {
    const { frame, outside } = await open();
    const said = await frame.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const script =
            "fetch('https://elsewhere.example/').then(() => postMessage('sent'), () => postMessage('blocked'))";
          const worker = new Worker(URL.createObjectURL(new Blob([script])));
          worker.onmessage = (event) => resolve(String(event.data));
        }),
    );
    assert.equal(said, 'blocked');
    assert.equal(
      outside.some((url) => url.includes('elsewhere')),
      false,
    );
    const beacon = await frame.evaluate(async () => {
      const image = await new Promise<string>((resolve) => {
        const element = new Image();
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('blocked');
        element.src = 'https://elsewhere.example/x.png';
      });
      const fetched = await fetch('https://elsewhere.example/').then(
        () => 'sent',
        () => 'blocked',
      );
      return [image, fetched];
    });
    assert.deepEqual(beacon, ['blocked', 'blocked']);
    assert.equal(
      outside.some((url) => url.includes('elsewhere')),
      false,
    );
  });

  it('follows typing: a new sentence is underlined, a corrected one no longer', async () => {
    const { page, frame } = await open({ copy: 'clean' });
    assert.match((await frame.textContent('#count')) ?? '', /Nothing found|1 place/);
    const row = page.locator('.sheet p').last();
    await row.click();
    await page.keyboard.press('End');
    await page.keyboard.type(` ${visit}`);
    await underlines(page, visit);
    for (let at = 0; at <= visit.length; at++) await page.keyboard.press('Backspace');
    await page.waitForFunction(
      (words) =>
        ![...window.officeHost.document.annotations.values()].some((one) =>
          one.paragraph.cleanOf(one.start, one.end).includes(words),
        ),
      visit,
    );
  });

  it('takes a rewrite at the underline, on Words that write it, that do not, and that write it twice', async () => {
    for (const faults of [{}, { acceptDoesNothing: true }, { acceptDoubles: true }]) {
      const { page, frame } = await open({ faults: JSON.stringify(faults) });
      await underlines(page, visit);
      await clickWords(page, 'Thank you for coming');
      await page.locator('#popup button').first().click();
      await page.waitForFunction(
        (words) =>
          !window.officeHost.document.body.paragraphs.some((one) => one.clean.includes(words)),
        visit,
      );
      await frame.waitForFunction(() => document.querySelector('.live')?.textContent !== '');
      const text = await page.evaluate(() => window.officeHost.document.body.paragraphs[2]!.clean);
      assert.equal(
        text.match(/Thank you for the kind words!/g)?.length,
        1,
        `${JSON.stringify(faults)}: ${text}`,
      );
    }
  });

  it('opens the card of the underline that was clicked, and selects the words of the card', async () => {
    const { page, frame } = await open();
    await underlines(page, visit);
    await clickWords(page, 'We refunded');
    await frame.waitForSelector('.card-head[aria-expanded="true"]');
    assert.match(
      (await frame.textContent('.card-head[aria-expanded="true"] mark')) ?? '',
      /refunded/i,
    );
    await frame.click('.card-body [data-focus$="/show"]');
    await page.waitForFunction(() => {
      const at = window.officeHost.document.selection;
      return (
        at !== undefined &&
        at.end > at.start &&
        /refund/i.test(at.paragraph.cleanOf(at.start, at.end))
      );
    });
  });

  it('fixes and takes back from the pane, and the host’s own undo works too', async () => {
    const { page, frame } = await open();
    const before = await text(page);
    await frame.click('.card-head');
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      (words) =>
        !window.officeHost.document.body.paragraphs.some((one) => one.clean.includes(words)),
      visit,
    );
    await frame.waitForFunction(() =>
      document.querySelector('.live')?.textContent?.startsWith('Fixed'),
    );
    const after = await text(page);
    await frame.click('.undo');
    await page.waitForFunction(
      (words) =>
        window.officeHost.document.body.paragraphs.some((one) => one.clean.includes(words)),
      visit,
    );
    assert.equal(await text(page), before);
    await page.evaluate(() => window.officeHost.document.undo());
    assert.equal(await text(page), after);
  });

  it('works by keyboard alone: next, a rewrite, ignore with a reason, undo, back to the list', async () => {
    const { page, frame } = await open();
    const count = () => frame.locator('.card').count();
    const first = await count();
    await frame.locator('.check-now').focus();
    await page.keyboard.press('F8');
    assert.equal(
      await frame.evaluate(() => document.activeElement?.getAttribute('aria-expanded')),
      'true',
    );
    await page.keyboard.press('1');
    await frame.waitForFunction((n) => document.querySelectorAll('.card').length < n, first);
    assert.equal(
      await frame.evaluate(() => document.activeElement?.classList.contains('card-head')),
      true,
      'the focus stays in the list',
    );
    const second = await count();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    assert.match((await frame.textContent('.problem')) ?? '', /few words/);
    await page.keyboard.type('She is on our staff');
    await page.keyboard.press('Enter');
    await frame.waitForFunction((n) => document.querySelectorAll('.card').length < n, second);
    assert.match((await frame.textContent('.ignored')) ?? '', /1 finding ignored/);
    const third = await count();
    await page.keyboard.press('Control+z');
    await frame.waitForFunction((n) => document.querySelectorAll('.card').length > n, third);
    await page.keyboard.press('F9');
    await page.keyboard.press('F8');
    await page.keyboard.press('Tab');
    assert.equal(
      await frame.evaluate(() => document.activeElement?.classList.contains('rewrite-button')),
      true,
    );
    await page.keyboard.press('Escape');
    assert.equal(
      await frame.evaluate(() => document.activeElement?.classList.contains('card-head')),
      true,
    );
  });

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
    assert.ok((await page.evaluate(() => window.officeHost.document.handlerCount())) <= 5);
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
    await frame.fill('[data-field="yaml"]', '# ours\nname: Luma\nstaff: [Dana]\n');
    await frame.click('.save');
    await frame.waitForFunction(() =>
      /Saved/.test(document.querySelector('.live')?.textContent ?? ''),
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

/** Waits until these words, alone or in a sentence, stand underlined. */
async function underlines(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...window.officeHost.document.annotations.values()].some((one) =>
        one.paragraph.cleanOf(one.start, one.end).includes(wanted),
      ),
    words,
  );
}

async function clickWords(page: Page, words: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    for (const row of document.querySelectorAll('.sheet p')) {
      const at = row.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || !row.firstChild) continue;
      const range = new Range();
      range.setStart(row.firstChild, at + 2);
      range.setEnd(row.firstChild, at + 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, words);
  assert.ok(place, `${words} is on the page`);
  await page.mouse.click(place.x, place.y);
}

function text(page: Page): Promise<string> {
  return page.evaluate(() =>
    window.officeHost.document.body.paragraphs.map((one) => one.clean).join('\n'),
  );
}
