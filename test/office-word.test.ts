import assert from 'node:assert/strict';
import { officeAddress } from './office-host/browser.js';
import { session } from './office-host/session.js';
import type {} from './office-host/src/page.js';
import { clickWords, placeOf, text, underlines, visit } from './office-host/word-driver.js';

describe('Word, the shipped pane in Chromium beside a simulated Word', function () {
  this.timeout(180_000);
  const open = session();

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

  it('shows which card is meant when the pointer rests on an underline, and opens none', async () => {
    const { page, frame } = await open();
    await underlines(page, 'We refunded');
    await page.mouse.move(...(await placeOf(page, 'We refunded')));
    await frame.waitForSelector('.card.pointed');
    assert.match((await frame.textContent('.card.pointed mark')) ?? '', /refunded/i);
    assert.equal(await frame.locator('.card-head[aria-expanded="true"]').count(), 0);
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

  it('checks header and properties by themselves, whatever the text ends with', async () => {
    const { page, frame } = await open();
    await page.evaluate(() => {
      const { document } = window.officeHost;
      document.insertAfter(document.body.paragraphs.at(-1), [
        document.paragraph('Review by Zoe Q., five stars: Lovely place. I will be back.'),
      ]);
      document.properties.title = 'Jane Doe, Botox, before and after';
    });
    await frame.waitForFunction(() =>
      [...document.querySelectorAll('.card')].some((card) =>
        /In the file properties[\s\S]*Jane Doe/.test(card.textContent ?? ''),
      ),
    );
    await frame.locator('.card-head', { hasText: 'Jane Doe' }).click();
    await frame.click('.card-body .why');
    await frame.waitForSelector('.explanation');
  });
});
