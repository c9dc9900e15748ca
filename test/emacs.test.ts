import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serverPath } from './language-client.js';

const script = fileURLToPath(new URL('emacs.el', import.meta.url));

interface Seen {
  readonly timeout?: string;
  readonly underlined?: string;
  readonly hover?: string;
  readonly actions?: number;
  readonly text?: string;
}

describe('The built server in Emacs, with Eglot', () => {
  before(function () {
    if (hasEglot()) return;
    console.log(
      '      Emacs with Eglot is not installed: apt-get install emacs-nox elpa-eglot runs this test too.',
    );
    this.skip();
  });

  it('underlines, explains and fixes with another client than ours', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chaperone-emacs-'));
    try {
      const out = join(folder, 'seen.json');
      await writeFile(
        join(folder, 'jenna-reply.md'),
        '> ★★★★★ Botox 😀!\n\n💛 Thank you for coming in to see us! 💛\n',
      );
      const env = {
        ...process.env,
        HOME: folder,
        LANG: 'C.UTF-8',
        CHAPERONE_SERVER: serverPath,
        CHAPERONE_NODE: process.execPath,
        CHAPERONE_FOLDER: folder,
        CHAPERONE_OUT: out,
      };
      await promisify(execFile)('emacs', ['--batch', '--load', script], {
        env,
        timeout: 240_000,
      });
      const seen = JSON.parse(await readFile(out, 'utf8')) as Seen;
      assert.equal(seen.timeout, undefined, JSON.stringify(seen));
      assert.match(seen.underlined ?? '', /^coming in/);
      assert.match(seen.hover ?? '', /You could write:/);
      assert.ok((seen.actions ?? 0) > 2);
      assert.match(seen.text ?? '', /^> ★★★★★ Botox 😀!\n\n💛 Thank you for the kind words!/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }).timeout(300_000);
});

function hasEglot(): boolean {
  try {
    execFileSync('emacs', ['--batch', '--eval', "(require 'eglot)"], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
