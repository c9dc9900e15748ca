import assert from 'node:assert/strict';
import { useWindow } from './vscode-suite.js';
import { withSettings } from './vscode-window.js';

describe('the extension in Visual Studio Code', function () {
  const suite = useWindow(this);
  const { onDisk, openWith, picture } = suite;

  it('underlines what reveals a patient, and nothing of the review itself', async () => {
    await openWith('reply.md', 3);
    await picture('squiggle');
  });

  it('says in a hover what a reader learns, and a safe way to write it', async () => {
    await openWith('reply.md', 3);
    const words = await suite.window.hover(suite.window.squiggles().first());
    assert.match(words, /Readers learn that the reviewer was treated here/);
    assert.match(words, /You could write/);
    assert.equal(words.split('Readers learn').length, 2, 'the message stands there once');
    await picture('hover');
    await suite.window.page.keyboard.press('Escape');
  });

  it('counts the risks above each reply', async () => {
    await openWith('reply.md', 3);
    const lenses = suite.window.page.locator('.codelens-decoration');
    await lenses.filter({ hasText: '2 risks' }).waitFor();
    await lenses.filter({ hasText: '1 risk' }).last().waitFor();
  });

  it('goes from finding to finding by key, around the end', async () => {
    await openWith('reply.md', 3);
    await suite.window.page.keyboard.press('Control+Home');
    const lines = ['Ln 1, Col 1'];
    for (const key of ['n', 'n', 'n', 'n', 'p']) {
      await suite.window.page.keyboard.press('Control+k');
      await suite.window.page.keyboard.press(`Alt+${key}`);
      lines.push(await suite.window.nextPlace(lines.at(-1) ?? ''));
    }
    await suite.window.page
      .locator('.monaco-hover:visible', { hasText: 'Readers learn' })
      .first()
      .waitFor();
    await suite.window.page.keyboard.press('Escape');
    const [, first, second, third, around, back] = lines;
    assert.equal(new Set([first, second, third]).size, 3);
    assert.deepEqual([around, back], [first, third]);
  });

  it('rewrites a passage by a quick fix', async () => {
    await openWith('fix.md', 1);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.quickFix('Thank them for the words', () => picture('quickfix'));
    await suite.window.risks(0);
    await suite.window.save();
    assert.match(await onDisk('fix.md'), /\n\nThank you for the kind words!\n$/);
  });

  it('fixes every finding of one rule', async () => {
    await openWith('each.md', 2);
    await suite.window.command('Chaperone: Fix All of This Rule');
    await suite.window.choose('reply-thanks-for-visit');
    await suite.window.risks(0);
    await suite.window.save();
    assert.equal((await onDisk('each.md')).split('Thank you for the kind words!').length, 3);
  });

  it('makes the fixes that need no second look, and leaves the rest', async () => {
    await openWith('safe-fix.md', 2);
    await suite.window.command('Chaperone: Fix All That Are Safe Without a Look');
    await suite.window.risks(1);
    await suite.window.save();
    assert.match(
      await onDisk('safe-fix.md'),
      /\n\nThank you for your review!\n\n> I waited for an hour\.\n\nSee you in two weeks!\n$/,
    );
  });

  it('makes them when the file is saved, where the user wants that', async () => {
    const onSave = { 'source.fixAll.chaperone': 'explicit' };
    await withSettings(suite.folder, { 'editor.codeActionsOnSave': onSave }, async () => {
      await openWith('on-save.md', 1);
      // The setting counts from when the editor has read it: an early save changes nothing.
      for (let tries = 0; tries < 10 && (await suite.window.squiggles().count()) > 0; tries++) {
        await suite.window.page.keyboard.press('Control+End');
        await suite.window.page.keyboard.type('We are open.');
        await suite.window.save();
        await suite.window.page.waitForTimeout(1000);
      }
      await suite.window.risks(0);
    });
    assert.match(
      await onDisk('on-save.md'),
      /\n\nThank you for your review!\n\n(?:We are open\.)+$/,
    );
  });

  it('says so when no fix is right without a look', async () => {
    await openWith('eye.md', 1);
    await suite.window.command('Chaperone: Fix All That Are Safe Without a Look');
    await suite.window.said('needs your eye');
    await suite.window.clear();
  });

  it('inserts a safe reply', async () => {
    await suite.window.open('empty.md');
    await suite.window.page.keyboard.press('Control+End');
    await suite.window.command('Chaperone: Insert a Safe Reply');
    await suite.window.choose('Thank for the kind words');
    await suite.window.save();
    assert.match(
      await onDisk('empty.md'),
      /Thank you for the kind words! Comments like this mean a lot to our team\./,
    );
  });

  it('ignores a finding with a reason, by quick fix', async () => {
    await openWith('ignore.md', 1);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.quickFix('Ignore here, with a reason');
    await suite.window.answer('counsel has read this', 'Ignore with a reason');
    await suite.window.risks(0);
    await suite.window.save();
    assert.match(
      await onDisk('ignore.md'),
      /chaperone: ignore reply-thanks-for-visit reason="counsel has read this"/,
    );
  });

  it('ignores a finding with a reason, by command', async () => {
    await openWith('ignore-too.md', 1);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.command('Chaperone: Ignore with a Reason');
    await suite.window.answer('a made-up example', 'Ignore with a reason');
    await suite.window.risks(0);
    await suite.window.save();
    assert.match(
      await onDisk('ignore-too.md'),
      /chaperone: ignore reply-thanks-for-visit reason="a made-up example"/,
    );
  });

  it('records an authorization by reference', async () => {
    await suite.window.open('story.md');
    await suite.window.command('Chaperone: Record an Authorization');
    await suite.window.answer('Maria Lopez', '(1/3)');
    await suite.window.page.getByText('Names do not belong here').first().waitFor();
    await suite.window.answer('AUTH-2026-014', '(1/3)');
    await suite.window.page
      .locator('.quick-input-widget:visible')
      .getByText('Where does the form allow it?')
      .or(suite.window.page.getByPlaceholder('Where does the form allow it?'))
      .first()
      .waitFor();
    await suite.window.page.keyboard.press('ArrowDown');
    await suite.window.page.keyboard.press('Space');
    await suite.window.page.keyboard.press('Enter');
    await suite.window.answer('2099-12-31', '(3/3)');
    await suite.window.save();
    assert.match(
      await onDisk('story.md'),
      /chaperone: authorized id=AUTH-2026-014 channels=\w+ expires=2099-12-31/,
    );
  });

  it('says before it asks that plain text has no place for a note', async () => {
    await suite.window.open('plain.txt');
    await suite.window.page.locator('#status\\.languageStatus').waitFor();
    for (const command of ['Record an Authorization', 'Say Where This Will Appear']) {
      await suite.window.command(`Chaperone: ${command}`);
      await suite.window.said('Files of the kind "plaintext" have no place for such a note');
      await suite.window.clear();
    }
  });

  it('says in the file where the copy will appear', async () => {
    await suite.window.open('story.md');
    await suite.window.command('Chaperone: Say Where This Will Appear');
    await suite.window.choose('Newsletter');
    await suite.window.save();
    assert.match(await onDisk('story.md'), /^<!-- chaperone: channel=newsletter -->/);
  });

  it('tells how many risks, where the copy appears, and which profile rules', async () => {
    await openWith('reply.md', 3);
    await suite.window.command('Chaperone: What Was Checked Here, and Why');
    const rows = suite.window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '3 risks' }).waitFor();
    await rows.filter({ hasText: 'Reply to a review' }).waitFor();
    await rows.filter({ hasText: 'No practice profile' }).waitFor();
    await suite.window.page.keyboard.press('Escape');
    await suite.window.page.locator('#status\\.languageStatus').hover();
    await suite.window.page.locator('.hover-language-status', { hasText: '3 risks' }).waitFor();
    await suite.window.page.mouse.move(600, 300);
  });

  it('says why a file is not checked', async () => {
    await suite.window.open('list.json');
    await suite.window.command('Chaperone: What Was Checked Here, and Why');
    const row = suite.window.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Not checked',
    });
    assert.match(await row.innerText(), /chaperone\.languages does not name "json"/);
    await suite.window.page.keyboard.press('Escape');
  });

  it('shows the rule of the finding at the cursor', async () => {
    await openWith('reply.md', 3);
    await suite.window.command('Chaperone: Go to Next Finding');
    await suite.window.page.keyboard.press('Escape');
    await suite.window.command('Chaperone: Show the Rule');
    await suite.window.webview().getByText('reply-thanks-for-visit').first().waitFor();
    await suite.window.command('View: Close All Editors');
  });

  it('opens the sample, unsaved, with something to find', async () => {
    await suite.window.command('Chaperone: Open the Sample Reply');
    await suite.window.squiggles().nth(3).waitFor();
    await suite.window.command('View: Revert and Close Editor');
  });

  it('has a walkthrough', async () => {
    await suite.window.command('Welcome: Open Walkthrough...');
    await suite.window.choose('Get started with Chaperone');
    await suite.window.page.getByText('See what a reader would learn').first().waitFor();
    await suite.window.page
      .getByRole('button', { name: 'Open the Sample Reply' })
      .first()
      .waitFor();
    await suite.window.command('View: Close All Editors');
  });

  it('goes on after a restart', async () => {
    await suite.window.open('reply.md');
    await suite.window.command('Chaperone: Restart');
    await suite.window.risks(3);
  });
});
