import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Editor, startEditor } from './code-server.js';
import { practiceFolder, restore, vsix } from './vscode-copy.js';
import { type EditorWindow, openWindow, withSettings } from './vscode-window.js';

/** Pictures for the documentation, taken when asked for: CHAPERONE_PICTURES=docs/images. */
const pictures = process.env.CHAPERONE_PICTURES;

describe('the extension in Visual Studio Code', function () {
  this.timeout(300_000);
  this.retries(2);
  let editor: Editor;
  let window: EditorWindow;
  let folder: string;

  before(async function () {
    // Fetching the editor, the first time, takes minutes.
    this.timeout(900_000);
    assert.ok(existsSync(vsix), 'The extension is not built: run "npx pnpm build" first.');
    folder = await practiceFolder();
    editor = await startEditor(vsix, {});
    window = await openWindow(editor, folder);
    await window.open('reply.md');
    await window.squiggles().first().waitFor();
  });

  after(async () => {
    await editor?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async function () {
    // A test that failed is tried again: on a clean window, and on the files as they were.
    if (!this.currentTest || this.currentTest.state === 'passed') return;
    this.timeout(300_000);
    const path = join(
      tmpdir(),
      `chaperone-failed-${this.currentTest.title.replace(/\W+/g, '-')}.png`,
    );
    await window?.picture(path);
    process.stderr.write(`The window when it failed: ${path}\n`);
    await window?.reset();
    if (folder) restore(folder);
  });

  const onDisk = (name: string) => readFile(join(folder, name), 'utf8');
  const picture = async (name: string) => {
    if (pictures) await window.picture(join(pictures, `vscode-${name}.png`));
  };
  const openWith = async (name: string, risks: number) => {
    await window.open(name);
    await window.risks(risks);
  };
  /** Undoes what the last command wrote to the profile, by its notification. */
  const undo = async () => {
    await (await window.said('Written to')).getByRole('button', { name: 'Undo' }).click();
    await window.said('Undone');
    await window.clear();
  };

  it('underlines what reveals a patient, and nothing of the review itself', async () => {
    await openWith('reply.md', 3);
    await picture('squiggle');
  });

  it('says in a hover what a reader learns, and a safe way to write it', async () => {
    await openWith('reply.md', 3);
    const words = await window.hover(window.squiggles().first());
    assert.match(words, /Readers learn that the reviewer was treated here/);
    assert.match(words, /You could write/);
    assert.equal(words.split('Readers learn').length, 2, 'the message stands there once');
    await picture('hover');
    await window.page.keyboard.press('Escape');
  });

  it('counts the risks above each reply', async () => {
    await openWith('reply.md', 3);
    const lenses = window.page.locator('.codelens-decoration');
    await lenses.filter({ hasText: '2 risks' }).waitFor();
    await lenses.filter({ hasText: '1 risk' }).last().waitFor();
  });

  it('goes from finding to finding by key, around the end', async () => {
    await openWith('reply.md', 3);
    await window.page.keyboard.press('Control+Home');
    const lines = ['Ln 1, Col 1'];
    for (const key of ['n', 'n', 'n', 'n', 'p']) {
      await window.page.keyboard.press('Control+k');
      await window.page.keyboard.press(`Alt+${key}`);
      lines.push(await window.nextPlace(lines.at(-1) ?? ''));
    }
    await window.page
      .locator('.monaco-hover:visible', { hasText: 'Readers learn' })
      .first()
      .waitFor();
    await window.page.keyboard.press('Escape');
    const [, first, second, third, around, back] = lines;
    assert.equal(new Set([first, second, third]).size, 3);
    assert.deepEqual([around, back], [first, third]);
  });

  it('rewrites a passage by a quick fix', async () => {
    await openWith('fix.md', 1);
    await window.command('Chaperone: Go to Next Finding');
    await window.page.keyboard.press('Escape');
    await window.quickFix('Thank them for the words', () => picture('quickfix'));
    await window.risks(0);
    await window.save();
    assert.match(await onDisk('fix.md'), /\n\nThank you for the kind words!\n$/);
  });

  it('fixes every finding of one rule', async () => {
    await openWith('each.md', 2);
    await window.command('Chaperone: Fix All of This Rule');
    await window.choose('reply-thanks-for-visit');
    await window.risks(0);
    await window.save();
    assert.equal((await onDisk('each.md')).split('Thank you for the kind words!').length, 3);
  });

  it('says so when no fix is right without a look', async () => {
    await openWith('ignore.md', 1);
    await window.command('Chaperone: Fix All That Are Safe Without a Look');
    await window.said('needs your eye');
    await window.clear();
  });

  it('inserts a safe reply', async () => {
    await window.open('empty.md');
    await window.page.keyboard.press('Control+End');
    await window.command('Chaperone: Insert a Safe Reply');
    await window.choose('Thank for the kind words');
    await window.save();
    assert.match(
      await onDisk('empty.md'),
      /Thank you for the kind words! Comments like this mean a lot to our team\./,
    );
  });

  it('ignores a finding with a reason, by quick fix', async () => {
    await openWith('ignore.md', 1);
    await window.command('Chaperone: Go to Next Finding');
    await window.page.keyboard.press('Escape');
    await window.quickFix('Ignore here, with a reason');
    await window.answer('counsel has read this', 'Ignore with a reason');
    await window.risks(0);
    await window.save();
    assert.match(
      await onDisk('ignore.md'),
      /chaperone: ignore reply-thanks-for-visit reason="counsel has read this"/,
    );
  });

  it('ignores a finding with a reason, by command', async () => {
    await openWith('ignore-too.md', 1);
    await window.command('Chaperone: Go to Next Finding');
    await window.page.keyboard.press('Escape');
    await window.command('Chaperone: Ignore with a Reason');
    await window.answer('a made-up example', 'Ignore with a reason');
    await window.risks(0);
    await window.save();
    assert.match(
      await onDisk('ignore-too.md'),
      /chaperone: ignore reply-thanks-for-visit reason="a made-up example"/,
    );
  });

  it('records an authorization by reference', async () => {
    await window.open('story.md');
    await window.command('Chaperone: Record an Authorization');
    await window.answer('Maria Lopez', '(1/3)');
    await window.page.getByText('Names do not belong here').first().waitFor();
    await window.answer('AUTH-2026-014', '(1/3)');
    await window.page
      .locator('.quick-input-widget:visible')
      .getByText('Where does the form allow it?')
      .or(window.page.getByPlaceholder('Where does the form allow it?'))
      .first()
      .waitFor();
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Space');
    await window.page.keyboard.press('Enter');
    await window.answer('2099-12-31', '(3/3)');
    await window.save();
    assert.match(
      await onDisk('story.md'),
      /chaperone: authorized id=AUTH-2026-014 channels=\w+ expires=2099-12-31/,
    );
  });

  it('says in the file where the copy will appear', async () => {
    await window.open('story.md');
    await window.command('Chaperone: Say Where This Will Appear');
    await window.choose('Newsletter');
    await window.save();
    assert.match(await onDisk('story.md'), /^<!-- chaperone: channel=newsletter -->/);
  });

  it('tells how many risks, where the copy appears, and which profile rules', async () => {
    await openWith('reply.md', 3);
    await window.command('Chaperone: What Was Checked Here, and Why');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '3 risks' }).waitFor();
    await rows.filter({ hasText: 'Reply to a review' }).waitFor();
    await rows.filter({ hasText: 'No practice profile' }).waitFor();
    await window.page.keyboard.press('Escape');
    await window.page.locator('#status\\.languageStatus').hover();
    await window.page.locator('.hover-language-status', { hasText: '3 risks' }).waitFor();
    await window.page.mouse.move(600, 300);
  });

  it('says why a file is not checked', async () => {
    await window.open('list.json');
    await window.command('Chaperone: What Was Checked Here, and Why');
    const row = window.page.locator('.quick-input-list .monaco-list-row', {
      hasText: 'Not checked',
    });
    assert.match(await row.innerText(), /chaperone\.languages does not name "json"/);
    await window.page.keyboard.press('Escape');
  });

  describe('the practice profile', () => {
    it('gets a staff member; the file is made, named, and removed again by Undo', async () => {
      await openWith('reply.md', 3);
      await window.command('Chaperone: Add Staff Member to the Profile');
      await window.answer('Nurse Kelly', 'Add a staff member');
      await window.said('Written to chaperone.yaml');
      assert.equal(await onDisk('chaperone.yaml'), 'staff:\n  - Nurse Kelly\n');
      await undo();
      assert.ok(!existsSync(join(folder, 'chaperone.yaml')));
    });

    it('gets a phone number and a handle; Undo brings back every byte', async () => {
      const before = '# ours\nname: Luma   # the practice\nphones: ["(555) 010-0199"]\n';
      await writeFile(join(folder, 'chaperone.yaml'), before);
      await window.command('Chaperone: Add Our Own Phone Number to the Profile');
      await window.answer('(555) 010-0142', 'Add your own phone number');
      await window.said('Written to chaperone.yaml');
      assert.equal(
        await onDisk('chaperone.yaml'),
        before.replace('0199"]', '0199", (555) 010-0142]'),
      );
      await undo();
      assert.equal(await onDisk('chaperone.yaml'), before);
      await window.command('Chaperone: Add Our Own Handle to the Profile');
      await window.answer('@lumaaesthetics', 'Add your own handle');
      await window.said('Written to chaperone.yaml');
      assert.equal(await onDisk('chaperone.yaml'), `${before}handles:\n  - "@lumaaesthetics"\n`);
      await undo();
      assert.equal(await onDisk('chaperone.yaml'), before);
      await rm(join(folder, 'chaperone.yaml'));
    });

    it('changes the level, which is heard at once', async () => {
      await window.open('safe.md');
      await window.squiggles('warning').first().waitFor();
      await window.command('Chaperone: Change Level (Strict, Standard, Lenient)');
      await window.choose('Standard');
      await window.said('Written to chaperone.yaml');
      assert.equal(await onDisk('chaperone.yaml'), 'strictness: standard\n');
      await window.squiggles('warning').first().waitFor({ state: 'detached' });
      await undo();
      await window.squiggles('warning').first().waitFor();
    });

    it('is written by a quick fix, with Undo', async () => {
      await openWith('fix-not.md', 1);
      await window.command('Chaperone: Go to Next Finding');
      await window.page.keyboard.press('Escape');
      await window.quickFix('only as a note, in chaperone.yaml');
      await window.said('Written to chaperone.yaml');
      assert.match(await onDisk('chaperone.yaml'), /^rules:\n {2}reply-[a-z-]+: info\n$/);
      await window.squiggles('info').first().waitFor();
      await undo();
      await window.squiggles('info').first().waitFor({ state: 'detached' });
      await window.risks(1);
    });

    it('is opened or begun by a command, completed and checked while it is edited', async () => {
      await window.open('reply.md');
      await window.command('Chaperone: Open or Create the Practice Profile');
      await window.page.locator('.tab.active', { hasText: 'chaperone.yaml' }).waitFor();
      await window.page.keyboard.press('Control+End');
      await window.page.keyboard.type('strictness: ');
      await window.page.locator('.suggest-widget.visible', { hasText: 'lenient' }).waitFor();
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.type('mild\nstafff: [x]\n');
      await window.page.keyboard.press('Escape');
      await window.squiggles('error').first().waitFor();
      assert.match(await window.hover(window.squiggles('warning').first()), /Did you mean "staff"/);
      await window.command('View: Revert and Close Editor');
      await rm(join(folder, 'chaperone.yaml'));
    });
  });

  describe('the whole workspace', () => {
    it('is checked; what is found stands in Problems and in a tree by file, rule and severity', async () => {
      await window.command('View: Close All Editors');
      await window.command('Chaperone: Check Workspace');
      await window.said(/\d+ files checked: \d+ risks/);
      await window.clear();
      const rows = window.page.locator('.pane-body .monaco-list-row');
      await rows.filter({ hasText: 'reply.md' }).first().waitFor();
      await picture('tree');
      for (const [by, words] of [
        ['By rule', 'reply-at-all'],
        ['By severity', 'Error'],
        ['By file', 'reply.md'],
      ] as const) {
        await window.commandThen('Chaperone: Group Findings by File, Rule or Severity', by);
        await rows.filter({ hasText: words }).first().waitFor();
      }
      assert.ok((await window.problems()) >= 3);
    });

    it('has a report with a chart and every ignored finding, its reason, author and age', async () => {
      await window.command('Chaperone: Open the Report');
      const report = window.webview();
      await report.locator('h1').waitFor();
      assert.ok((await report.locator('svg[role=list] rect').count()) > 2);
      const row = report.locator('tr', { hasText: 'read by counsel' });
      assert.match(
        await row.innerText(),
        /ignored\.md, line 5\s+reply-thanks-for-visit\s+read by counsel\s+Pat Writer\s+\d+ days/,
      );
      assert.match(
        (await report
          .locator('meta[http-equiv=Content-Security-Policy]')
          .getAttribute('content')) ?? '',
        /^default-src 'none'; style-src 'nonce-\w+'$/,
      );
      await window.command('View: Hide Panel').catch(() => undefined);
      await picture('report');
    });

    it('has a report that can be saved, without links and without the copy itself', async () => {
      await window.command('Chaperone: Save the Report as HTML');
      await window.page.locator('.quick-input-widget:visible input').waitFor();
      await window.page.keyboard.press('Enter');
      await window.said('The report was saved');
      const html = await onDisk('chaperone-report.html');
      assert.match(html, /Pat Writer/);
      assert.doesNotMatch(html, /href=|https?:|coming in to see us|<script/);
      await window.clear();
      await window.command('View: Close All Editors');
      await rm(join(folder, 'chaperone-report.html'));
    });
  });

  it('shows the rule of the finding at the cursor', async () => {
    await openWith('reply.md', 3);
    await window.command('Chaperone: Go to Next Finding');
    await window.page.keyboard.press('Escape');
    await window.command('Chaperone: Show the Rule');
    await window.webview().getByText('reply-thanks-for-visit').first().waitFor();
    await window.command('View: Close All Editors');
  });

  it('opens the sample, unsaved, with something to find', async () => {
    await window.command('Chaperone: Open the Sample Reply');
    await window.squiggles().nth(3).waitFor();
    await window.command('View: Revert and Close Editor');
  });

  it('has a walkthrough', async () => {
    await window.command('Welcome: Open Walkthrough...');
    await window.choose('Get started with Chaperone');
    await window.page.getByText('See what a reader would learn').first().waitFor();
    await window.page.getByRole('button', { name: 'Open the Sample Reply' }).first().waitFor();
    await window.command('View: Close All Editors');
  });

  it('goes on after a restart', async () => {
    await window.open('reply.md');
    await window.command('Chaperone: Restart');
    await window.risks(3);
  });

  describe('each setting', () => {
    const settings: [
      title: string,
      change: Record<string, unknown>,
      file: string,
      check: () => Promise<void>,
    ][] = [
      ['enable turns it off', { 'chaperone.enable': false }, 'reply.md', () => window.risks(0)],
      [
        'strictness wins over the profile',
        { 'chaperone.strictness': 'lenient' },
        'safe.md',
        () => window.squiggles('warning').first().waitFor({ state: 'detached' }),
      ],
      [
        'lowestSeverity hides what is milder',
        { 'chaperone.lowestSeverity': 'error' },
        'safe.md',
        () => window.squiggles('warning').first().waitFor({ state: 'detached' }),
      ],
      [
        'languages chooses the kinds of file',
        { 'chaperone.languages': ['plaintext'] },
        'reply.md',
        () => window.risks(0),
      ],
      [
        'exclude leaves files out',
        { 'chaperone.exclude': ['**/reply.md'] },
        'reply.md',
        () => window.risks(0),
      ],
      [
        'codeLens hides the line above a reply',
        { 'chaperone.codeLens': false },
        'reply.md',
        () =>
          window.page
            .locator('.codelens-decoration', { hasText: 'risk' })
            .first()
            .waitFor({ state: 'detached' }),
      ],
      [
        'squigglesOnly keeps the squiggles and hides the rest',
        { 'chaperone.squigglesOnly': true },
        'reply.md',
        async () => {
          await window.page
            .locator('.codelens-decoration', { hasText: 'risk' })
            .first()
            .waitFor({ state: 'detached' });
          await window.risks(3);
        },
      ],
    ];
    for (const [title, change, file, check] of settings) {
      it(title, async () => {
        await window.open(file);
        if (file === 'safe.md') await window.squiggles('warning').first().waitFor();
        else await window.risks(3);
        await withSettings(folder, change, check);
        if (file === 'safe.md') await window.squiggles('warning').first().waitFor();
        else await window.risks(3);
      });
    }

    it('profile names a file that stands elsewhere', async () => {
      await window.open('safe.md');
      await window.squiggles('warning').first().waitFor();
      await withSettings(folder, { 'chaperone.profile': 'office/practice.yaml' }, async () => {
        await window.squiggles('warning').first().waitFor({ state: 'detached' });
      });
      await window.squiggles('warning').first().waitFor();
    });

    it('checkOn waits with the check until the file is saved', async () => {
      await withSettings(folder, { 'chaperone.checkOn': 'save' }, async () => {
        await window.open('typed.md');
        await window.squiggles('warning').first().waitFor();
        // The server starts anew for this setting; what is typed before that is still checked.
        let checkedEarly = true;
        for (let tries = 0; checkedEarly && tries < 5; tries++) {
          await window.command('File: Revert File');
          await window.page.keyboard.press('Control+End');
          await window.page.keyboard.type(' See you in two weeks! ');
          checkedEarly = await window
            .squiggles()
            .first()
            .waitFor({ timeout: 5000 })
            .then(
              () => true,
              () => false,
            );
        }
        assert.equal(checkedEarly, false, 'it is checked while it is typed');
        await window.save();
        await window.risks(1);
      });
    });

    it('commitMessages has commit messages checked, which are left alone otherwise', async () => {
      await window.open('COMMIT_EDITMSG');
      await withSettings(folder, { 'chaperone.commitMessages': true }, async () => {
        await window.squiggles().first().waitFor();
      });
      await window.squiggles().first().waitFor({ state: 'detached' });
      await window.command('View: Close All Editors');
    });

    it('notebooks has Markdown cells checked', async () => {
      await window.command('View: Close All Editors');
      await window.openNotebook('notes.ipynb');
      const squiggle = window.page.locator('.notebook-editor .squiggly-error');
      await squiggle.first().waitFor();
      await withSettings(folder, { 'chaperone.notebooks': false }, async () => {
        await squiggle.first().waitFor({ state: 'detached' });
      });
      await squiggle.first().waitFor();
      await window.command('View: Close All Editors');
    });
  });
});
