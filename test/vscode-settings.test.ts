import assert from 'node:assert/strict';
import { useWindow } from './vscode-suite.js';
import { withSettings } from './vscode-window.js';

describe('each setting in Visual Studio Code', function () {
  const suite = useWindow(this);
  const settings: [
    title: string,
    change: Record<string, unknown>,
    file: string,
    check: () => Promise<void>,
  ][] = [
    ['enable turns it off', { 'chaperone.enable': false }, 'reply.md', () => suite.window.risks(0)],
    [
      'strictness wins over the profile',
      { 'chaperone.strictness': 'lenient' },
      'safe.md',
      () => suite.window.squiggles('warning').first().waitFor({ state: 'detached' }),
    ],
    [
      'lowestSeverity hides what is milder',
      { 'chaperone.lowestSeverity': 'error' },
      'safe.md',
      () => suite.window.squiggles('warning').first().waitFor({ state: 'detached' }),
    ],
    [
      'languages chooses the kinds of file',
      { 'chaperone.languages': ['plaintext'] },
      'reply.md',
      () => suite.window.risks(0),
    ],
    [
      'exclude leaves files out',
      { 'chaperone.exclude': ['**/reply.md'] },
      'reply.md',
      () => suite.window.risks(0),
    ],
    [
      'codeLens hides the line above a reply',
      { 'chaperone.codeLens': false },
      'reply.md',
      () =>
        suite.window.page
          .locator('.codelens-decoration', { hasText: 'risk' })
          .first()
          .waitFor({ state: 'detached' }),
    ],
    [
      'squigglesOnly keeps the squiggles and hides the rest',
      { 'chaperone.squigglesOnly': true },
      'reply.md',
      async () => {
        await suite.window.page
          .locator('.codelens-decoration', { hasText: 'risk' })
          .first()
          .waitFor({ state: 'detached' });
        await suite.window.risks(3);
      },
    ],
  ];
  for (const [title, change, file, check] of settings) {
    it(title, async () => {
      await suite.window.open(file);
      if (file === 'safe.md') await suite.window.squiggles('warning').first().waitFor();
      else await suite.window.risks(3);
      await withSettings(suite.folder, change, check);
      if (file === 'safe.md') await suite.window.squiggles('warning').first().waitFor();
      else await suite.window.risks(3);
    });
  }

  it('profile names a file that stands elsewhere', async () => {
    await suite.window.open('safe.md');
    await suite.window.squiggles('warning').first().waitFor();
    await withSettings(suite.folder, { 'chaperone.profile': 'office/practice.yaml' }, async () => {
      await suite.window.squiggles('warning').first().waitFor({ state: 'detached' });
    });
    await suite.window.squiggles('warning').first().waitFor();
  });

  it('checkOn waits with the check until the file is saved', async () => {
    await withSettings(suite.folder, { 'chaperone.checkOn': 'save' }, async () => {
      await suite.window.open('typed.md');
      await suite.window.squiggles('warning').first().waitFor();
      // The server starts anew for this setting; what is typed before that is still checked.
      let checkedEarly = true;
      for (let tries = 0; checkedEarly && tries < 5; tries++) {
        await suite.window.command('File: Revert File');
        await suite.window.page.keyboard.press('Control+End');
        await suite.window.page.keyboard.type(' See you in two weeks! ');
        checkedEarly = await suite.window
          .squiggles()
          .first()
          .waitFor({ timeout: 5000 })
          .then(
            () => true,
            () => false,
          );
      }
      assert.equal(checkedEarly, false, 'it is checked while it is typed');
      await suite.window.save();
      await suite.window.risks(1);
    });
  });

  it('commitMessages has commit messages checked, which are left alone otherwise', async () => {
    await suite.window.open('COMMIT_EDITMSG');
    await withSettings(suite.folder, { 'chaperone.commitMessages': true }, async () => {
      await suite.window.squiggles().first().waitFor();
    });
    await suite.window.squiggles().first().waitFor({ state: 'detached' });
    await suite.window.command('View: Close All Editors');
  });

  it('commitMessages has the box of source control checked, which is left alone otherwise', async () => {
    const box = suite.window.page.locator('.scm-editor');
    const squiggle = box.locator('.squiggly-error, .squiggly-warning');
    await suite.window.page
      .locator('.activitybar [role=tab][aria-label^="Source Control"]')
      .click();
    await box.click();
    await suite.window.page.keyboard.type(
      'Jenna Parker came in on Tuesday for her lip filler and loves it. ',
    );
    await suite.window.page.waitForTimeout(3000);
    assert.equal(await squiggle.count(), 0);
    await withSettings(suite.folder, { 'chaperone.commitMessages': true }, async () => {
      await squiggle.first().waitFor();
    });
    await squiggle.first().waitFor({ state: 'detached' });
    await box.click();
    await suite.window.page.keyboard.press('Control+a');
    await suite.window.page.keyboard.press('Delete');
  });

  it('notebooks has Markdown cells checked', async () => {
    await suite.window.command('View: Close All Editors');
    await suite.window.openNotebook('notes.ipynb');
    const squiggle = suite.window.page.locator('.notebook-editor .squiggly-error');
    await squiggle.first().waitFor();
    await withSettings(suite.folder, { 'chaperone.notebooks': false }, async () => {
      await squiggle.first().waitFor({ state: 'detached' });
    });
    await squiggle.first().waitFor();
    await suite.window.command('View: Close All Editors');
  });
});
