import assert from 'node:assert/strict';
import { barriers, officeAddress } from './office-host/browser.js';
import { counts, finding, openFinding, patience, quiet } from './office-host/mail-driver.js';
import { session } from './office-host/session.js';
import type {} from './office-host/src/page.js';

describe('Outlook, the shipped pane in Chromium beside a simulated draft', function () {
  this.timeout(180_000);
  const open = session({ host: 'outlook', send: '../on-send.html' });

  it('finds what subject, recipients and body give away, and sends nothing outside', async () => {
    const { frame, outside, errors, page } = await open();
    await finding(frame, 'f@gmail.com>; bkline@yahoo.com');
    await finding(frame, 'Your Botox touch-up is due');
    await finding(frame, 'Jane Doe');
    assert.match((await frame.textContent('.findings')) ?? '', /In the recipients/);
    assert.match((await frame.textContent('.findings')) ?? '', /In the subject/);
    assert.deepEqual([...new Set(outside)], [officeAddress]);
    assert.deepEqual(errors, []);
    assert.ok((await counts(page)).mostOpen <= 3, 'never more calls at a time than Outlook takes');
  });

  it('reads replies, forwards and meetings, and leaves the thread and the signature out', async () => {
    for (const kind of ['reply', 'forward', 'appointment']) {
      const { frame } = await open({ kind });
      if (kind !== 'forward') await finding(frame, kind === 'reply' ? 'Maria Lopez' : 'Jane Doe');
      else assert.match((await frame.textContent('#count')) ?? '', /Nothing found/);
      const view = (await frame.textContent('.draft-text')) ?? '';
      assert.doesNotMatch(view, /being our patient|last Tuesday|Sent:/, kind);
    }
  });

  it('shows the draft as text with its findings, and runs nothing that stands in it', async () => {
    const { page, frame } = await open({ copy: 'unsafe' });
    await finding(frame, 'Maria Lopez');
    assert.match((await frame.textContent('.draft-text')) ?? '', /<img src=x onerror=/);
    assert.equal(await frame.locator('.draft-text img, .draft-text script').count(), 0);
    assert.equal(await page.evaluate(() => 'wasRun' in window), false);
    await frame.locator('.draft-text .underlined', { hasText: 'Maria' }).click();
    assert.match(
      (await frame.textContent('.card-head[aria-expanded="true"]')) ?? '',
      /Maria Lopez/,
    );
  });

  it('finds many people of other houses in To', async () => {
    const { page, frame } = await open({ copy: 'clean' });
    await page.fill(
      '#mail-To',
      Array.from({ length: 7 }, (_, at) => `Kim ${at} <kim@office-${at}.example>`).join('; '),
    );
    await page.locator('#mail-To').blur();
    await frame.waitForFunction(
      () => /Every recipient sees/.test(document.querySelector('.findings')?.textContent ?? ''),
      null,
      patience,
    );
  });

  it('follows typing by looking, at once by key, and not at all while hidden', async () => {
    const { page, frame } = await open({ copy: 'clean' });
    await page.locator('#mail-body').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Maria Lopez came in for Botox last week.');
    await finding(frame, 'Maria Lopez');
    // Hidden: no reading of the body, however long.
    await frame.evaluate(() => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    });
    await quiet(page);
    const before = (await counts(page)).bodyReads;
    await page.waitForTimeout(6000);
    assert.equal((await counts(page)).bodyReads, before);
    await frame.locator('.check-now').focus();
    await page.keyboard.press('F9');
    await page.waitForFunction(
      (reads) => window.officeHost.mail.counts.bodyReads > reads,
      before,
      patience,
    );
  });

  it('looks more rarely when a look is dear', async () => {
    const { page } = await open({ faults: '{"slowBody":1000}' });
    await quiet(page);
    const before = (await counts(page)).bodyReads;
    // Twenty times what a look costs is twenty seconds; the next one is not in the first ten.
    await page.waitForTimeout(10_000);
    assert.equal((await counts(page)).bodyReads, before);
  });

  it('keeps profile, channel and ignored findings in the mailbox and with the item', async () => {
    const { page, frame } = await open();
    await openFinding(frame, 'Jane Doe');
    await frame.click('.card-body .ignore');
    await frame.fill('.reason .input', 'Jane signed a release');
    await frame.locator('.reason fluent-button').first().click();
    await frame.waitForSelector('.ignored:not([hidden])');
    await frame.click('#tab-practice');
    await frame.fill('[data-field="staff"]', 'Dana Whitfield');
    await frame.click('.save');
    await frame.waitForFunction(
      () => /mailbox/.test(document.querySelector('.live')?.textContent ?? ''),
      null,
      patience,
    );
    const kept = await page.evaluate(() => {
      const { roaming, custom } = window.officeHost.mail;
      return JSON.stringify([[...roaming], [...custom]]);
    });
    assert.match(kept, /Dana Whitfield/);
    assert.match(kept, /signed a release/);
    assert.doesNotMatch(kept, /sister|touch-up|gmail/);
    await page.evaluate(() => window.officeHost.reopen());
    const again = (await (await page.waitForSelector('#pane')).contentFrame())!;
    await again.waitForSelector('.ignored:not([hidden])', patience);
  });

  it('works on an Outlook that has no more than Mailbox 1.3', async () => {
    const { page, frame, errors } = await open({ faults: '{"mailbox":"1.3"}' });
    await openFinding(frame, 'Jane Doe');
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      () => !window.officeHost.mail.body.includes('Jane Doe'),
      null,
      patience,
    );
    assert.equal(await page.evaluate(() => window.officeHost.mail.session.size), 0);
    assert.deepEqual(errors, []);
  });

  it('keeps the list when Outlook refuses to be read, says so, and recovers', async () => {
    const { page, frame } = await open();
    await finding(frame, 'Jane Doe');
    await page.evaluate(() => {
      window.officeHost.mail.faults.failsReads = true;
    });
    await frame.press('.check-now', 'F9');
    await frame.waitForFunction(
      () => /out of date/.test(document.querySelector('.trouble')?.textContent ?? ''),
      null,
      patience,
    );
    assert.ok((await frame.locator('.card').count()) > 0);
    await page.evaluate(() => {
      window.officeHost.mail.faults.failsReads = false;
    });
    await frame.click('.trouble fluent-button');
    await frame.waitForFunction(
      () => document.querySelector('.trouble')?.textContent === '',
      null,
      patience,
    );
  });

  it('starts anew when a pinned pane comes to another draft', async () => {
    const { page, frame } = await open();
    await finding(frame, 'Jane Doe');
    await page.evaluate(() => {
      const { mail } = window.officeHost;
      mail.body = '<p>Maria Lopez came in for Botox last week.</p>';
      mail.onPaint();
      mail.fire('olkItemSelectedChanged');
    });
    await finding(frame, 'Maria Lopez');
  });

  it('offers the paste box where nothing is being written', async () => {
    const { frame } = await open({ reading: '1' });
    assert.match((await frame.textContent('.outside')) ?? '', /No message or meeting/);
    await frame.fill('#paste', 'Maria Lopez came in for Botox last week.');
    await frame.waitForSelector('.card', patience);
  });

  it('has no barrier that axe finds and no sideways scroll at 320 pixels', async () => {
    const { frame } = await open({ 'pane-width': '320' }, { width: 700 });
    await openFinding(frame, 'Jane Doe');
    assert.deepEqual(await barriers(frame), []);
    assert.equal(
      await frame.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
      false,
    );
  });
});
