import assert from 'node:assert/strict';
import { officeAddress } from './office-host/browser.js';
import {
  counts,
  finding,
  fixedSaid,
  openFinding,
  patience,
  source,
} from './office-host/mail-driver.js';
import { session } from './office-host/session.js';
import type {} from './office-host/src/page.js';

describe('Outlook, fixing and sending from the shipped pane', function () {
  this.timeout(180_000);
  const open = session({ host: 'outlook', send: '../on-send.html' });

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
    await page.waitForFunction(() => window.officeHost.mail.fields.To.length === 0, null, patience);
    await fixedSaid(frame);
    await frame.click('.undo');
    await page.waitForFunction(() => window.officeHost.mail.fields.To.length === 2, null, patience);
    assert.equal(
      await page.evaluate(() => window.officeHost.mail.fields.To[0]?.displayName),
      'Amy Frost',
    );
    // The pane goes back to the finding that is there again.
    await frame.waitForSelector('.card-head[aria-expanded="true"]:has-text("f@gmail.com")');
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

  it('does not ask at sending about what was ignored in the pane', async () => {
    const { page, frame } = await open({ kind: 'reply' });
    await openFinding(frame, 'Maria Lopez');
    for (let left = await frame.locator('.card').count(); left > 0; left--) {
      // The next one opens by itself.
      await frame.click('.card-body .ignore');
      await frame.fill('.reason .input', 'She agreed in writing');
      await frame.locator('.reason fluent-button').first().click();
      await frame.waitForFunction(
        (before) => document.querySelectorAll('.card').length < before,
        left,
        patience,
      );
    }
    // What another runtime may not see yet: the item's own properties.
    await page.evaluate(() => window.officeHost.mail.custom.clear());
    await page.waitForFunction(
      () =>
        JSON.parse(window.officeHost.mail.session.get('chaperone.verdict') ?? '{}').findings
          ?.length === 0,
      null,
      patience,
    );
    await page.click('#mail-send');
    await page.waitForFunction(
      () => document.querySelector('#mail-sent')?.textContent === 'Sent.',
      null,
      patience,
    );
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
