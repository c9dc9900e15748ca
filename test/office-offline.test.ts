import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, officeAddress } from './office-host/browser.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const npmOffice = dirname(
  createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'),
);
const officeFolder = officeAddress.slice(0, officeAddress.lastIndexOf('/') + 1);
const patience = { timeout: 60_000 };

/** The pane as `npm start -- serve` serves it, in a browser and nothing else. */
describe('The pane outside Office, as "npm start -- serve" serves it', function () {
  this.timeout(180_000);
  let browser: Browser;
  let server: ChildProcess;
  let origin = '';
  const contexts: BrowserContext[] = [];

  before(async () => {
    server = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "const { startServing } = await import('./scripts/lib/serve.mjs'); process.exitCode = await startServing(['--port', '0'], process.cwd());",
      ],
      { cwd: root, env: { ...process.env, HOME: join(root, 'test') } },
    );
    origin = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk;
        const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
        if (url) resolve(url[0]);
      };
      server.stdout?.on('data', hear);
      server.stderr?.on('data', hear);
      server.once('exit', () => reject(new Error(`The server ended: ${said}`)));
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    server?.kill('SIGTERM');
  });
  afterEach(async () => {
    for (const one of contexts.splice(0)) await one.close();
  });

  /** Opens the pane; requests for office.js's folder are answered by `office`, everything else outside is refused. */
  async function openPane(
    office: (path: string) => Promise<Buffer | string | undefined>,
    query = '',
  ): Promise<{ page: Page; outside: string[] }> {
    const context = await browser.newContext({ viewport: { width: 350, height: 700 } });
    contexts.push(context);
    const outside: string[] = [];
    await context.route(
      (url) => url.origin !== origin,
      async (route) => {
        const url = route.request().url();
        outside.push(url);
        const body = url.startsWith(officeFolder)
          ? await office(new URL(url).pathname.slice(new URL(officeFolder).pathname.length))
          : undefined;
        if (body === undefined) return route.abort();
        return route.fulfill({
          body,
          contentType: extname(url) === '.css' ? 'text/css' : 'text/javascript',
        });
      },
    );
    const page = await context.newPage();
    await page.goto(`${origin}/office/taskpane.html${query}`);
    return { page, outside };
  }

  async function checksPasted(page: Page, says: RegExp): Promise<void> {
    await page.waitForSelector('.outside', patience);
    assert.match((await page.textContent('.outside .notice')) ?? '', says);
    await page.fill('#paste', 'Jane Doe came in for Botox last week.');
    await page.waitForSelector('.card mark', patience);
    await page.click('.card-head');
    await page.click('.rewrite-button.first');
    await page.waitForFunction(
      () => !document.querySelector<HTMLTextAreaElement>('#paste')?.value.includes('Jane Doe'),
      null,
      patience,
    );
  }

  it('says so when office.js cannot be loaded, and checks what is pasted', async () => {
    const { page, outside } = await openPane(async () => undefined);
    await checksPasted(page, /Office could not be loaded/);
    assert.deepEqual([...new Set(outside)], [officeAddress]);
  });

  it('says so with the real office.js and no host around it, and lets it reach nothing', async () => {
    const { page, outside } = await openPane(async (path) => {
      const file = join(npmOffice, path);
      return existsSync(file) ? readFile(file) : undefined;
    });
    await checksPasted(page, /opened outside Word and Outlook/);
    assert.deepEqual(
      outside.filter((url) => !url.startsWith(officeFolder)),
      [],
    );
    assert.ok(outside.length > 1, 'the real file loads files of its own');
  });

  it('says so with the real office.js that was told of a host which never answers', async () => {
    const { page } = await openPane(async (path) => {
      const file = join(npmOffice, path);
      return existsSync(file) ? readFile(file) : undefined;
    }, '?_host_Info=Word$Web$16.00$en-US$$$$0');
    await checksPasted(page, /did not answer/);
  });

  it('says so when onReady never resolves', async () => {
    const { page } = await openPane(
      async () => 'window.Office = { onReady: () => new Promise(() => undefined), context: {} };',
    );
    await checksPasted(page, /did not answer/);
  });

  it('shows the demo with Word and with Outlook, and asks for nothing that is not there', async () => {
    const { page } = await openPane(async () => undefined);
    const errors: string[] = [];
    page.on('console', (message) => {
      // Of the page's icon only the console tells.
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(origin);
    await page.getByRole('link', { name: 'simulated Word' }).waitFor();
    for (const host of ['word', 'outlook']) {
      await page.goto(`${origin}/office-demo/?host=${host}`);
      const frame = await (await page.waitForSelector('#pane')).contentFrame();
      await frame!.waitForSelector('.card mark', patience);
    }
    assert.deepEqual(errors, []);
    assert.equal((await fetch(`${origin}/office/`)).url, `${origin}/office/taskpane.html`);
  });
});
