import assert from 'node:assert/strict';
import type { Browser, Frame, Page } from 'playwright-core';
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

const patience = { timeout: 60_000 };

describe('Outlook, the shipped pane in Chromium beside a simulated draft', function () {
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
    const one = await openHost(browser, site.origin, {
      ...options,
      query: { host: 'outlook', send: '../on-send.html', ...query },
    });
    opened.push(one);
    if (query.closed === undefined) await settled(one.frame);
    return one;
  };

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

  it('reads and fixes plain text', async () => {
    const { page, frame } = await open({ kind: 'reply', copy: 'text' });
    const before = await source(page);
    await openFinding(frame, 'Maria Lopez');
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      () => !window.officeHost.mail.body.includes('Lopez'),
      null,
      patience,
    );
    const after = await source(page);
    const at = before.indexOf('On Mon, Jane wrote:');
    assert.equal(after.slice(after.indexOf('On Mon')), before.slice(at));
    await frame.click('.undo');
    await page.waitForFunction((text) => window.officeHost.mail.body === text, before, patience);
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

  it('fixes in one text node, keeps every other byte, and takes it back', async () => {
    const { page, frame } = await open();
    const before = await source(page);
    await openFinding(frame, 'Jane Doe');
    await frame.click('.rewrite-button.first');
    await page.waitForFunction((text) => window.officeHost.mail.body !== text, before, patience);
    const after = await source(page);
    const line = before.split('\n').findIndex((one) => one.includes('Jane Doe'));
    before.split('\n').forEach((one, at) => {
      if (at !== line) assert.equal(after.split('\n')[at], one);
    });
    assert.match(after.split('\n')[line] ?? '', /^<p class="MsoNormal" style="color:#1F497D">/);
    assert.doesNotMatch(after, /Jane Doe/);
    await fixedSaid(frame);
    await frame.click('.undo');
    await page.waitForFunction((text) => window.officeHost.mail.body === text, before, patience);
  });

  it('replaces what the writer has selected through Outlook itself, so that its undo works', async () => {
    const { page, frame } = await open({ kind: 'reply' });
    await openFinding(frame, 'Maria Lopez');
    const sentence = 'Maria Lopez came in for the same Botox treatment last week.';
    const words = () => page.evaluate(() => document.querySelector('#mail-body')!.textContent);
    const before = await words();
    await page.evaluate((wanted) => {
      const walker = document.createTreeWalker(document.querySelector('#mail-body')!, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
    }, sentence);
    await page.waitForFunction(
      (wanted) => window.officeHost.mail.selection.text === wanted,
      sentence,
      patience,
    );
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      () => !window.officeHost.mail.body.includes('Lopez'),
      null,
      patience,
    );
    await fixedSaid(frame);
    assert.equal((await counts(page)).bodyWrites, 0, 'the body as a whole was not written');
    await page.evaluate(() => document.execCommand('undo'));
    assert.equal(await words(), before);
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

  it('changes the subject, and moves a list to Bcc and back', async () => {
    const { page, frame } = await open();
    await openFinding(frame, 'f@gmail.com>; bkline@yahoo.com');
    assert.equal(await frame.locator('.card-body .rewrite-button').count(), 1);
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      () => window.officeHost.mail.fields.Bcc.length === 2,
      null,
      patience,
    );
    assert.equal(await page.evaluate(() => window.officeHost.mail.fields.To.length), 0);
    await fixedSaid(frame);
    await frame.click('.undo');
    await page.waitForFunction(() => window.officeHost.mail.fields.To.length === 2, null, patience);
    assert.equal(
      await page.evaluate(() => window.officeHost.mail.fields.To[0]?.displayName),
      'Amy Frost',
    );
    await openFinding(frame, 'Your Botox touch-up is due');
    await frame.click('.rewrite-button.first');
    await page.waitForFunction(
      () => window.officeHost.mail.subject !== 'Your Botox touch-up is due',
      null,
      patience,
    );
    await fixedSaid(frame);
    await frame.click('.undo');
    await page.waitForFunction(
      () => window.officeHost.mail.subject === 'Your Botox touch-up is due',
      null,
      patience,
    );
  });

  it('writes nothing when the draft has moved on, and says so', async () => {
    const { page, frame } = await open({ faults: '{"slowBody":1500}' });
    await openFinding(frame, 'Jane Doe');
    const changed = await page.evaluate(() => {
      const { mail } = window.officeHost;
      mail.body = mail.body.replace('Jane Doe', 'Jane Q. Doe');
      mail.onPaint();
      return mail.body;
    });
    await frame.click('.rewrite-button.first');
    await frame.waitForFunction(
      () => /changed since/.test(document.querySelector('.trouble')?.textContent ?? ''),
      null,
      patience,
    );
    assert.equal(await source(page), changed);
    assert.equal((await counts(page)).bodyWrites, 0);
  });

  it('is patient with an Outlook that answers with the old text, and honest about one that writes nothing', async () => {
    const stale = await open({ faults: '{"staleReads":2}' });
    await openFinding(stale.frame, 'Jane Doe');
    await stale.frame.click('.rewrite-button.first');
    await fixedSaid(stale.frame);
    const deaf = await open({ faults: '{"writesNothing":true}' });
    await openFinding(deaf.frame, 'Jane Doe');
    await deaf.frame.click('.rewrite-button.first');
    await deaf.frame.waitForFunction(
      () => /does not show the change/.test(document.querySelector('.trouble')?.textContent ?? ''),
      null,
      patience,
    );
  });

  it('copies a rewrite', async () => {
    const { page, frame } = await open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFinding(frame, 'Jane Doe');
    await frame.locator('.rewrite fluent-button').first().click();
    await frame.waitForFunction(
      () => /Copied/.test(document.querySelector('.live')?.textContent ?? ''),
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

  it('asks at sending by the pane’s own verdict, and Take Action opens the finding', async () => {
    const { page, frame, errors } = await open({ kind: 'reply' });
    await finding(frame, 'Maria Lopez');
    await page.waitForFunction(
      () => window.officeHost.mail.session.has('chaperone.verdict'),
      null,
      patience,
    );
    // A verdict that only the pane can have written: the dialog must show it.
    await page.evaluate(() => {
      const { session } = window.officeHost.mail;
      const verdict = JSON.parse(session.get('chaperone.verdict')!);
      verdict.findings[0].message = 'Said by the pane.';
      session.set('chaperone.verdict', JSON.stringify(verdict));
    });
    await page.click('#mail-send');
    const dialog = await page.waitForSelector('#alert[open]', patience);
    assert.match((await dialog.textContent()) ?? '', /Said by the pane\. \(“Maria Lopez”\)/);
    await page.locator('#alert button').first().click();
    await frame.waitForFunction(
      () =>
        /Maria Lopez/.test(
          document.querySelector('.card-head[aria-expanded="true"]')?.textContent ?? '',
        ),
      null,
      patience,
    );
    assert.deepEqual(errors, []);
  });

  it('asks at sending without the pane, opens it at the finding, and lets clean mail go', async () => {
    const { page, outside } = await open({ kind: 'reply', closed: '1' });
    await page.click('#mail-send');
    const dialog = await page.waitForSelector('#alert[open]', patience);
    assert.match((await dialog.textContent()) ?? '', /Maria Lopez/);
    await page.locator('#alert button').first().click();
    const frame = (await (await page.waitForSelector('#pane')).contentFrame())!;
    await frame.waitForSelector('.card-head[aria-expanded="true"]', patience);
    await page.evaluate(() => {
      const { mail } = window.officeHost;
      mail.body = mail.body.replace(
        'Maria Lopez came in for the same Botox treatment last week.',
        '',
      );
      mail.body = mail.body.replace('We&rsquo;re thrilled she loves it!', 'We open at nine.');
      mail.onPaint();
    });
    await page.click('#mail-send');
    await page.waitForFunction(
      () => document.querySelector('#mail-sent')?.textContent === 'Sent.',
      null,
      patience,
    );
    assert.deepEqual([...new Set(outside)], [officeAddress]);
  });
});

async function finding(frame: Frame, words: string): Promise<void> {
  await frame.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.card mark')].some((one) => one.textContent?.includes(wanted)),
    words,
    patience,
  );
}

async function openFinding(frame: Frame, words: string): Promise<void> {
  await finding(frame, words);
  const head = frame.locator('.card-head', { hasText: words }).first();
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
}

async function fixedSaid(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () => document.querySelector('.live')?.textContent?.startsWith('Fixed'),
    null,
    patience,
  );
}

function source(page: Page): Promise<string> {
  return page.evaluate(() => window.officeHost.mail.body);
}

function counts(page: Page) {
  return page.evaluate(() => ({ ...window.officeHost.mail.counts }));
}

/** Waits until no call is open. */
async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => window.officeHost.mail.counts.open === 0, null, patience);
}
