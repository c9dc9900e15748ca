import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from 'playwright-core';
import { unpackTo } from '../clients/vscode/pack.mjs';
import { startEditor } from './code-server.js';
import { useWindow } from './vscode-suite.js';

const address = 'https://extension.chaperone.example';
/** An extension that has files in memory only. */
const memoryAddress = 'https://memory.chaperone.example';
const memoryFiles = fileURLToPath(new URL('memory-files', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
};

describe('the extension in the web extension host of Visual Studio Code', function () {
  let unpacked: string;
  const asked: string[] = [];
  before(async () => {
    unpacked = await mkdtemp(join(tmpdir(), 'chaperone-web-'));
    await unpackTo(unpacked, { webOnly: true });
  });
  after(() => rm(unpacked, { recursive: true, force: true }));

  /** Answers for the address from which the editor gets the extension: the editor takes none without https. */
  const answer = async (route: Route) => {
    const { hostname, pathname } = new URL(route.request().url());
    const isOurs = hostname === new URL(address).hostname;
    if (isOurs) asked.push(pathname);
    const from = isOurs ? unpacked : memoryFiles;
    const body = await readFile(join(from, normalize(pathname))).catch(() => undefined);
    const contentType = types[extname(pathname)] ?? 'application/octet-stream';
    const headers = { 'access-control-allow-origin': '*' };
    if (body) await route.fulfill({ body, contentType, headers });
    else await route.fulfill({ status: 404, headers });
  };
  const suite = useWindow(this, {
    editor: () => startEditor(undefined, {}),
    // As one tries an extension in vscode.dev: the editor fetches it from an address, and runs it in a worker.
    prepare: async (window) => {
      for (const location of [memoryAddress, address]) {
        await window.page.context().route(`${location}/**`, answer);
        await window.command('Developer: Install Extension from Location...');
        await window.answer(location);
      }
    },
  });
  const { onDisk, openWith, picture, undo } = suite;

  it('is a web worker, with its server in another', async () => {
    assert.ok(asked.includes('/dist/browser.cjs'), asked.join());
    assert.ok(asked.includes('/dist/server/worker.js'), asked.join());
    assert.ok(!asked.some((path) => path.includes('node')), asked.join());
    await picture('web');
  });

  it('underlines, explains and fixes', async () => {
    await openWith('fix.md', 1);
    assert.match(
      await suite.window.hover(suite.window.squiggles().first()),
      /Readers learn that the reviewer was treated here/,
    );
    await suite.window.page.keyboard.press('Escape');
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.quickFix('Thank them for the words');
    await suite.window.risks(0);
    await suite.window.save();
    assert.match(await onDisk('fix.md'), /\n\nThank you for the kind words!\n$/);
  });

  it('reads and writes the practice profile, with Undo', async () => {
    await suite.window.open('safe.md');
    await suite.window.squiggles('warning').first().waitFor();
    await suite.window.command('Chaperone: Change Level (Strict, Standard, Lenient)');
    await suite.window.choose('Standard');
    await suite.window.said('Written to chaperone.yaml');
    assert.equal(await onDisk('chaperone.yaml'), 'strictness: standard\n');
    await suite.window.squiggles('warning').first().waitFor({ state: 'detached' });
    assert.ok(asked.includes('/dist/server/worker-formats.js'), asked.join());
    await undo();
    await suite.window.squiggles('warning').first().waitFor();
  });

  it('checks the workspace and writes its report', async () => {
    await suite.window.command('Chaperone: Check Workspace');
    await suite.window.said(/\d+ files checked: \d+ risks/);
    await suite.window.clear();
    await suite.window.command('Chaperone: Open the Report');
    await suite.window.webview().locator('h1').waitFor();
    assert.ok((await suite.window.webview().locator('svg[role=list] rect').count()) > 2);
    await suite.window.command('View: Close All Editors');
  });

  it('works in a folder that no disk has, and in which the editor cannot search', async () => {
    const { window } = suite;
    const [origin] = window.page.url().split('?');
    await window.page.goto(`${origin}?folder=${encodeURIComponent('practice-files:/practice')}`);
    await window.page.getByRole('treeitem', { name: 'reply.md' }).waitFor();
    // Neither what an ignore file leaves out nor node_modules.
    await window.command('Chaperone: Check Workspace');
    await window.said('2 files checked: 2 risks');
    await window.clear();
    const rows = window.page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: 'answer.md' }).first().waitFor();
    await window.page.getByRole('treeitem', { name: 'reply.md' }).first().dblclick();
    await window.risks(1);
    await window.command('Chaperone: Go to Next Finding');
    await window.page.keyboard.press('Escape');
    await window.quickFix('Thank them for the words');
    await window.risks(0);
    await window.save();
    assert.match(await window.text(), /Thank you for the kind words!/);
    await window.command('Chaperone: Add Staff Member to the Profile');
    await window.answer('Nurse Kelly', 'Add a staff member');
    await window.said('Written to chaperone.yaml');
    await picture('virtual');
    await undo();
    await window.page
      .getByRole('treeitem', { name: 'chaperone.yaml' })
      .waitFor({ state: 'detached' });
  });
});
