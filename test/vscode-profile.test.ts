import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useWindow } from './vscode-suite.js';

describe('the practice profile in Visual Studio Code', function () {
  const suite = useWindow(this);
  const { onDisk, openWith, undo } = suite;
  it('gets a staff member; the file is made, named, and removed again by Undo', async () => {
    await openWith('reply.md', 3);
    await suite.window.command('Chaperone: Add Staff Member to the Profile');
    await suite.window.answer('Nurse Kelly', 'Add a staff member');
    await suite.window.said('Written to chaperone.yaml');
    assert.equal(await onDisk('chaperone.yaml'), 'staff:\n  - Nurse Kelly\n');
    await undo();
    assert.ok(!existsSync(join(suite.folder, 'chaperone.yaml')));
  });

  it('gets a phone number and a handle; Undo brings back every byte', async () => {
    const before = '# ours\nname: Luma   # the practice\nphones: ["(555) 010-0199"]\n';
    await writeFile(join(suite.folder, 'chaperone.yaml'), before);
    await suite.window.command('Chaperone: Add Our Own Phone Number to the Profile');
    await suite.window.answer('(555) 010-0142', 'Add your own phone number');
    await suite.window.said('Written to chaperone.yaml');
    assert.equal(
      await onDisk('chaperone.yaml'),
      before.replace('0199"]', '0199", (555) 010-0142]'),
    );
    await undo();
    assert.equal(await onDisk('chaperone.yaml'), before);
    await suite.window.command('Chaperone: Add Our Own Handle to the Profile');
    await suite.window.answer('@lumaaesthetics', 'Add your own handle');
    await suite.window.said('Written to chaperone.yaml');
    assert.equal(await onDisk('chaperone.yaml'), `${before}handles:\n  - "@lumaaesthetics"\n`);
    await undo();
    assert.equal(await onDisk('chaperone.yaml'), before);
    await rm(join(suite.folder, 'chaperone.yaml'));
  });

  it('changes the level, which is heard at once', async () => {
    await suite.window.open('safe.md');
    await suite.window.squiggles('warning').first().waitFor();
    await suite.window.command('Chaperone: Change Level (Strict, Standard, Lenient)');
    await suite.window.choose('Standard');
    await suite.window.said('Written to chaperone.yaml');
    assert.equal(await onDisk('chaperone.yaml'), 'strictness: standard\n');
    await suite.window.squiggles('warning').first().waitFor({ state: 'detached' });
    await undo();
    await suite.window.squiggles('warning').first().waitFor();
  });

  it('is written by a quick fix, with Undo', async () => {
    await openWith('fix-not.md', 1);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.quickFix('only as a note, in chaperone.yaml');
    await suite.window.said('Written to chaperone.yaml');
    assert.match(await onDisk('chaperone.yaml'), /^rules:\n {2}reply-[a-z-]+: info\n$/);
    await suite.window.squiggles('info').first().waitFor();
    await undo();
    await suite.window.squiggles('info').first().waitFor({ state: 'detached' });
    await suite.window.risks(1);
  });

  it('is opened or begun by a command, completed and checked while it is edited', async () => {
    await suite.window.open('reply.md');
    await suite.window.command('Chaperone: Open or Create the Practice Profile');
    await suite.window.page.locator('.tab.active', { hasText: 'chaperone.yaml' }).waitFor();
    await suite.window.page.keyboard.press('Control+End');
    await suite.window.page.keyboard.type('strictness: ');
    await suite.window.page.locator('.suggest-widget.visible', { hasText: 'lenient' }).waitFor();
    await suite.window.page.keyboard.press('Escape');
    await suite.window.page.keyboard.type('mild\nstafff: [x]\n');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.squiggles('error').first().waitFor();
    assert.match(
      await suite.window.hover(suite.window.squiggles('warning').first()),
      /Did you mean "staff"/,
    );
    await suite.window.command('View: Revert and Close Editor');
    await rm(join(suite.folder, 'chaperone.yaml'));
  });
});
