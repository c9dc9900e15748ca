import assert from 'node:assert/strict';
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { serverPath } from './language-client.js';

const script = fileURLToPath(new URL('neovim.lua', import.meta.url));

interface Seen {
  readonly timeout?: string;
  readonly source?: string;
  readonly underlined?: string;
  readonly hover?: string;
  readonly text?: string;
}

describe('The built server in Neovim', () => {
  before(function () {
    if (hasNeovim()) return;
    console.log('      Neovim is not installed: apt-get install neovim runs this test too.');
    this.skip();
  });

  it('underlines, explains and fixes with another client than ours', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chaperone-nvim-'));
    try {
      const out = join(folder, 'seen.json');
      await writeFile(
        join(folder, 'jenna-reply.md'),
        '> ★★★★★ Botox 😀!\n\n💛 Thank you for coming in to see us! 💛\n',
      );
      const env = {
        ...process.env,
        HOME: folder,
        XDG_STATE_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CACHE_HOME: folder,
        CHAPERONE_SERVER: serverPath,
        CHAPERONE_NODE: process.execPath,
        CHAPERONE_FOLDER: folder,
        CHAPERONE_OUT: out,
      };
      await promisify(execFile)(
        'nvim',
        ['--headless', '--clean', '-n', '-c', `luafile ${script}`],
        { env, timeout: 240_000 },
      );
      const seen = JSON.parse(await readFile(out, 'utf8')) as Seen;
      assert.equal(seen.timeout, undefined, JSON.stringify(seen));
      assert.equal(seen.source, 'Chaperone');
      assert.match(seen.underlined ?? '', /^coming in/);
      assert.match(seen.hover ?? '', /You could write:/);
      assert.doesNotMatch(seen.text ?? '', /coming in/);
      assert.match(seen.text ?? '', /^> ★★★★★ Botox 😀!\n/);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }).timeout(300_000);
});

function hasNeovim(): boolean {
  try {
    execFileSync('nvim', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
