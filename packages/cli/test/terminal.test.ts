import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { binary, clean, type Folder, folder, reply, risky } from './chaperone.js';

/** A terminal of 60 columns, by util-linux's `script`. */
function inTerminal(cwd: string, args: readonly string[]) {
  const command = ['stty cols 60 rows 24;', 'exec', process.execPath, binary, ...args].join(' ');
  return spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { cwd });
}

describe('on a terminal', function () {
  this.timeout(60_000);
  let place: Folder;
  before(function () {
    if (!spawnSync('script', ['--version']).stdout?.includes('util-linux')) this.skip();
  });
  afterEach(() => place?.remove());

  it('prints findings and summary below each other while a bar shows how far it is', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `reply-${index}.md`);
    place = folder(
      Object.fromEntries(names.map((name, index) => [name, reply(index % 20 ? clean : risky)])),
    );
    const child = inTerminal(place.path, ['check', '.', '--level', 'standard']);
    let text = '';
    for await (const chunk of child.stdout) text += chunk;
    assert.match(text, /checking [=-]{24} \d+ of 60/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told.
    assert.doesNotMatch(text, /\x1B(?:[78]|\[\?(?:7|25)l|\[s|\[u)/, 'cursor and modes stay');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colors, and a line that is written anew.
    const seen = text.replace(/[^\n]*\r\x1B\[2K/g, '').replace(/\x1B\[[0-9;]*[mK]/g, '');
    const lines = seen.trimEnd().split(/\r?\n/);
    assert.ok(
      lines.every((line) => line.length <= 60),
      JSON.stringify(lines.filter((line) => line.length > 60)),
    );
    assert.equal(lines.filter((line) => /^reply-\d+\.md/.test(line)).length, 3);
    const summary = lines.findIndex((line) => line.startsWith('60 files checked: 3 errors'));
    assert.ok(summary > lines.findLastIndex((line) => /^reply-\d+\.md/.test(line)), seen);
  });

  it('ends init at Ctrl+C, and writes nothing', async () => {
    place = folder();
    const child = inTerminal(place.path, ['init']);
    let text = '';
    for await (const chunk of child.stdout) {
      text += chunk;
      if (/Enter/.test(text) && !child.stdin.writableEnded) child.stdin.end('\x03');
    }
    assert.match(text, /Nothing was written\.\s*$/);
    assert.ok(!existsSync(join(place.path, 'chaperone.yaml')));
  });
});
