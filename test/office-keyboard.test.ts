import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { session } from './office-host/session.js';
import type {} from './office-host/src/page.js';
import { text, visit } from './office-host/word-driver.js';

describe('The task pane by keyboard', function () {
  this.timeout(180_000);
  const open = session();

  /** What the keyboard is on. */
  const focused = (frame: Frame) =>
    frame.evaluate(() => {
      const { activeElement: element } = document;
      return { id: element?.id, className: element?.className, words: element?.textContent ?? '' };
    });

  it('does everything: next, a rewrite, ignore with a reason, undo, back to the list', async () => {
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

  it('goes from tab to tab by arrow keys, and shows the panel of the one it is on', async () => {
    const { page, frame } = await open();
    await frame.click('#tab-findings');
    for (const [key, panel] of [
      ['ArrowRight', 'practice'],
      ['ArrowRight', 'about'],
      ['ArrowLeft', 'practice'],
      ['Home', 'findings'],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal((await focused(frame)).id, `tab-${panel}`);
      assert.deepEqual(
        await frame
          .locator('[role=tabpanel]:visible')
          .evaluateAll((all) => all.map(({ id }) => id)),
        [`panel-${panel}`],
      );
    }
    await page.keyboard.press('F8');
    assert.equal((await focused(frame)).className, 'card-head');
    await frame.click('#tab-practice');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await frame.waitForSelector('[data-field="yaml"]');
    await page.keyboard.press('ArrowLeft');
    await frame.waitForSelector('[data-field="name"]');
  });

  it('takes back what was done last, be it a fix or an ignore, and goes back to the finding', async () => {
    const { page, frame } = await open();
    const before = await text(page);
    await frame.locator('.check-now').focus();
    await page.keyboard.press('F8');
    const [first, second] = [await words(), await wordsOf(frame.locator('.card-head').nth(1))];
    await page.keyboard.press('1');
    await frame.waitForFunction(() =>
      document.querySelector('.live')?.textContent?.startsWith('Fixed'),
    );
    assert.equal(await words(), second, 'the next finding has the keyboard');
    await page.keyboard.press('Delete');
    await page.keyboard.type('She is on our staff');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.ignored:not([hidden])');
    await page.keyboard.press('Control+z');
    await frame.waitForSelector('.ignored', { state: 'hidden' });
    assert.equal(await words(), second);
    assert.notEqual(await text(page), before, 'the fix still stands');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(
      (sentence) =>
        window.officeHost.document.body.paragraphs.some(({ clean }) => clean.includes(sentence)),
      visit,
    );
    assert.equal(await text(page), before);
    await frame.waitForFunction(
      (wanted) => document.activeElement?.querySelector('mark')?.textContent === wanted,
      first,
    );
    await page.keyboard.press('Control+z');
    await frame.waitForFunction(() =>
      /nothing to take back/.test(document.querySelector('.live')?.textContent ?? ''),
    );

    async function words(): Promise<string> {
      return frame.evaluate(() => document.activeElement?.querySelector('mark')?.textContent ?? '');
    }
    async function wordsOf(head: ReturnType<Frame['locator']>): Promise<string> {
      return (await head.locator('mark').textContent()) ?? '';
    }
  });

  it('keeps its place in the list of what is ignored while the document is looked at', async () => {
    const { page, frame } = await open();
    await frame.locator('.check-now').focus();
    await page.keyboard.press('F8');
    await page.keyboard.press('Delete');
    await page.keyboard.type('A public figure, see the file');
    await page.keyboard.press('Enter');
    await frame.locator('.ignored summary').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal((await focused(frame)).words, 'Show again');
    await page.keyboard.press('F9');
    await frame.waitForFunction(() =>
      /to look at/.test(document.querySelector('.live')?.textContent ?? ''),
    );
    assert.equal((await focused(frame)).words, 'Show again');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.ignored', { state: 'hidden' });
    assert.equal((await focused(frame)).className, 'card-head');
  });

  it('shows the whole open card, or its head and what fits, in the smallest pane', async () => {
    const { page, frame } = await open({ 'pane-width': '329' }, { width: 829, height: 538 });
    await frame.locator('.check-now').focus();
    for (let at = 0; at < 4; at++) {
      await page.keyboard.press('F8');
      const seen = await frame.evaluate(() => {
        const head = document.activeElement!.getBoundingClientRect();
        const card = document.activeElement!.closest('.card')!.getBoundingClientRect();
        const floor = document.querySelector('footer')!.getBoundingClientRect().top;
        return {
          head: head.top >= 0 && head.bottom <= floor,
          rest: card.bottom <= floor || head.top < 60,
        };
      });
      assert.deepEqual(seen, { head: true, rest: true }, `finding ${at + 1}`);
    }
  });

  it('tells the practice profile who works here, from the finding, and takes that back', async () => {
    const { page, frame } = await open({ copy: 'clean' });
    await page.locator('.sheet p').last().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Thank you for coming in, Maria Lopez!');
    const named = frame.locator('.card-head', {
      has: frame.locator('mark:text-is("Maria Lopez")'),
    });
    await named.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    for (let tabs = 0; tabs < 6; tabs++) {
      if ((await focused(frame)).words === 'Maria Lopez works here') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await named.waitFor({ state: 'detached' });
    assert.match((await frame.textContent('.live')) ?? '', /profile was changed/);
    assert.equal((await focused(frame)).className, 'card-head', 'the next finding is at hand');
    assert.equal(await frame.inputValue('[data-field="staff"]'), 'Maria Lopez');
    await page.keyboard.press('Control+z');
    await named.waitFor();
    assert.equal(await frame.inputValue('[data-field="staff"]'), '');
  });
});
