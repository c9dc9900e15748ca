import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { launch } from './browser.js';
import { assertReadable } from './report-page.js';

const chaperone = fileURLToPath(new URL('../packages/cli/dist/chaperone.js', import.meta.url));
const thanks = 'Thank you for coming in to see us, Dana!';
const files: Readonly<Record<string, string>> = {
  [`${'a-folder-with-a-long-name'.repeat(4)}.md`]: `<!-- chaperone: channel=review-reply -->\n\n${thanks}\n`,
  'ignored.md': `<!-- chaperone: channel=review-reply -->\n\nThank you for coming in! <!-- chaperone: ignore reply-thanks-for-visit reason="read by counsel" -->\n`,
  'empty.md': '',
};

describe('the HTML report of the command line, in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chaperone-report-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const [name, targets] of [
    ['with findings and ignores', ['.', '--show-text']],
    ['with nothing found', ['ignored.md']],
  ] as const)
    it(`has no barrier that axe finds and no sideways scroll, ${name}`, async () => {
      const report = join(folder, 'report.html');
      execFileSync(
        process.execPath,
        [chaperone, 'check', ...targets, '--format', 'html', '-o', report, '--fail-on', 'never'],
        { cwd: folder, stdio: 'ignore' },
      );
      assert.match(await readFile(report, 'utf8'), /Ignored with a reason/);
      await assertReadable(browser, report);
    });
});
