import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launch, offlineContext, serve } from './browser.js';

const dist = fileURLToPath(new URL('../clients/playground/dist', import.meta.url));
const picture = fileURLToPath(new URL('../docs/images/playground.png', import.meta.url));

describe('The playground', () => {
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  let outside: string[];
  let complaints: string[];

  before(async () => {
    browser = await launch();
    host = await serve(dist);
  });
  after(async () => {
    await browser.close();
    await host.close();
  });

  /** Opens the page and waits for the first findings. */
  const open = async (options: BrowserContextOptions = {}) => {
    const offline = await offlineContext(browser, {
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    outside = offline.outside;
    complaints = [];
    page = await offline.context.newPage();
    // A broken security policy and a fault in the page both end up here.
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${host.url}/`);
    await page.locator('.card').first().waitFor();
  };
  afterEach(async () => {
    await page.context().close();
    assert.deepEqual(outside, []);
    assert.deepEqual(complaints, []);
  });

  const text = async () => (await page.locator('.cm-line').allInnerTexts()).join('\n');
  const card = (words: string) =>
    page.locator('.card', { has: page.locator('.words', { hasText: words }) });

  it('underlines what readers learn and says so beside it', async () => {
    await open();
    const visit = card('coming in');
    assert.match(await visit.locator('.message').innerText(), /readers/i);
    assert.ok((await page.locator('.cm-lintRange-error, .cm-lintRange-warning').count()) >= 3);
    assert.match(await page.locator('#status').innerText(), /^Read as a review reply/);
    assert.match(await page.locator('#live').innerText(), /^\d+ risks? found\.$/);
    if (process.env.UPDATE) {
      await mkdir(fileURLToPath(new URL('.', new URL('../docs/images/x', import.meta.url))), {
        recursive: true,
      });
      await page.screenshot({ path: picture });
    }
  });

  it('fixes by click, and goes on to the next finding', async () => {
    await open();
    await card('coming in').locator('.best').click();
    await card('coming in').waitFor({ state: 'detached' });
    assert.doesNotMatch(await text(), /coming in to see us/);
    assert.match(await page.evaluate(() => document.activeElement?.className ?? ''), /head/);
  });

  it('fixes by keyboard alone', async () => {
    await open();
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < 12 && !(await selection(page)).includes('coming in'); step++)
      await page.keyboard.press('F8');
    await page.keyboard.press('Control+.');
    const first = page.locator('[role=menuitem]').first();
    await first.waitFor();
    assert.ok(await first.evaluate((element) => element.matches(':focus')));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await card('coming in').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await card('coming in').waitFor();
  });

  it('explains on hover', async () => {
    await open();
    await page.locator('.cm-lintRange', { hasText: 'coming in' }).first().hover();
    const tooltip = page.locator('.cm-lsp-hover-tooltip');
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /You could write:/);
  });

  it('finds while one writes', async () => {
    await open();
    await page.selectOption('#sample', { label: 'An empty page' });
    await page.selectOption('#channel', 'review-reply');
    await page.locator('.card').first().waitFor({ state: 'detached' });
    await page.locator('.cm-content').click();
    await page.keyboard.type('We refunded your deposit on the spot. ');
    await page.locator('.card .words').first().waitFor();
  });

  it('says of a safe reply that it is safe', async () => {
    await open();
    await page.selectOption('#sample', { label: 'Reply that is safe to post' });
    await page.locator('#calm').waitFor();
    assert.equal(await page.locator('#live').innerText(), 'No risk found.');
  });

  it('finds something in every other sample', async () => {
    await open();
    for (const title of [
      'Reply to a bad review',
      'Instagram caption',
      'Direct message',
      'Newsletter',
      'Web page',
    ]) {
      await page.selectOption('#sample', { label: title });
      const first = (await page.locator('.cm-line').first().innerText()).slice(0, 10);
      assert.notEqual(first, '');
      await page.locator('#status[data-busy]').waitFor({ state: 'detached' });
      assert.ok((await page.locator('.card').count()) > 0, title);
    }
  });

  it('writes safe replies with the practice’s own phone', async () => {
    await open();
    await page.locator('summary', { hasText: 'Your practice' }).click();
    await page.fill('#practice-phone', '(555) 010-0142');
    await page.locator('#status[data-busy]').waitFor({ state: 'detached' });
    await page.locator('.cm-line', { hasText: 'Thank you for' }).click();
    await page.click('#reply');
    await page.locator('[role=menuitem]', { hasText: 'move it to the phone' }).click();
    await page.locator('.cm-line', { hasText: '(555) 010-0142' }).waitFor();
    assert.match(await text(), /Best Botox of my life/);
  });

  it('fits a narrow phone without sideways scrolling', async () => {
    await open({ viewport: { width: 320, height: 640 } });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  });

  it('is dark where the system is, or on request', async () => {
    await open({ colorScheme: 'dark' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await background();
    await page.click('#theme');
    assert.notEqual(await background(), dark);
  });

  it('allows itself nothing but its own files', async () => {
    await open();
    const html = await readFile(`${dist}/index.html`, 'utf8');
    assert.match(html, /default-src 'none'/);
    assert.match(html, /connect-src 'none'/);
    assert.doesNotMatch(html, /unsafe-/);
    await assert.rejects(page.evaluate(() => fetch('/worker.js')));
    complaints = complaints.filter(
      (complaint) =>
        !complaint.includes('Content Security Policy') && !complaint.includes('Failed to fetch'),
    );
  });
});

/** The words selected in the editor, which stands in a shadow root. */
function selection(page: Page): Promise<string> {
  return page.evaluate(() => {
    const root = document.getElementById('editor')?.shadowRoot as
      | (ShadowRoot & { getSelection?(): Selection })
      | null
      | undefined;
    return String(root?.getSelection?.() ?? '');
  });
}
