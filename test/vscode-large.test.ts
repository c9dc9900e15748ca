import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWindow } from './vscode-suite.js';

const count = 2000;
const reply = (number: number) =>
  `<!-- chaperone: channel=review-reply -->\n\n> Review ${number}: they were kind to me.\n\n${
    number % 2 === 0 ? 'Thank you for coming in to see us!' : 'Thanks for the review.'
  }\n`;

/** A practice's archive of replies. */
async function fill(folder: string): Promise<void> {
  await mkdir(join(folder, 'archive'));
  for (let number = 0; number < count; number++)
    await writeFile(join(folder, 'archive', `reply-${number}.md`), reply(number));
}

describe('a workspace of 2,000 files in Visual Studio Code', function () {
  const suite = useWindow(this, { fill });
  const { picture } = suite;

  it('is checked with progress, which can be cancelled', async () => {
    await suite.window.command('Chaperone: Check Workspace');
    const progress = await suite.window.said(/\d+ of 20\d\d files/);
    await picture('progress');
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await suite.window.said(/stopped/i);
    await suite.window.clear();
  });

  it('is checked to the end', async () => {
    await suite.window.command('Chaperone: Check Workspace');
    const seen = await (await suite.window.said(/\d+ files checked: \d+ risks/)).innerText();
    const [, files, risks] = /(\d+) files checked: (\d+) risks/.exec(seen) ?? [];
    assert.ok(Number(files) >= count, seen);
    assert.ok(Number(risks) >= count / 2, seen);
    assert.ok((await suite.window.problems()) >= count / 2);
    await suite.window.clear();
  });

  it('stays quick to type in afterwards', async () => {
    await suite.openWith('fix.md', 1);
  });
});
