import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assertReadable } from './report-page.js';
import { useWindow } from './vscode-suite.js';

describe('the whole workspace in Visual Studio Code', function () {
  const suite = useWindow(this);
  const { onDisk, picture } = suite;
  it('is checked; what is found stands in Problems and in a tree by file, rule and severity', async () => {
    await suite.window.command('View: Close All Editors');
    await suite.window.command('Chaperone: Check Workspace');
    await suite.window.said(/\d+ files checked: \d+ risks/);
    await suite.window.clear();
    const rows = suite.window.page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: 'reply.md' }).first().waitFor();
    await picture('tree');
    for (const [by, words] of [
      ['By rule', 'reply-at-all'],
      ['By severity', 'Error'],
      ['By file', 'reply.md'],
    ] as const) {
      await suite.window.commandThen('Chaperone: Group Findings by File, Rule or Severity', by);
      await rows.filter({ hasText: words }).first().waitFor();
    }
    assert.ok((await suite.window.problems()) >= 3);
  });

  it('has a report with a chart and every ignored finding, its reason, author and age', async () => {
    await suite.window.command('Chaperone: Open the Report');
    const report = suite.window.webview();
    await report.locator('h1').waitFor();
    assert.ok((await report.locator('svg[role=list] rect').count()) > 2);
    const row = report.locator('tr', { hasText: 'read by counsel' });
    assert.match(
      await row.innerText(),
      /ignored\.md, line 5\s+reply-thanks-for-visit\s+read by counsel\s+Pat Writer\s+\d+ days/,
    );
    assert.match(
      (await report.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content')) ??
        '',
      /^default-src 'none'; style-src 'nonce-\w+'$/,
    );
    await suite.window.command('View: Hide Panel').catch(() => undefined);
    await picture('report');
  });

  it('has a report that can be saved, without links and without the copy itself', async () => {
    await suite.window.command('Chaperone: Save the Report as HTML');
    await suite.window.page.locator('.quick-input-widget:visible input').waitFor();
    await suite.window.page.keyboard.press('Enter');
    await suite.window.said('The report was saved');
    const html = await onDisk('chaperone-report.html');
    assert.match(html, /Pat Writer/);
    assert.match(html, /<meta name="generator" content="Chaperone">/, 'a report is no copy');
    assert.doesNotMatch(html, /href=|https?:|coming in to see us|<script/);
    const browser = suite.window.page.context().browser();
    assert.ok(browser);
    await assertReadable(browser, join(suite.folder, 'chaperone-report.html'));
    await suite.window.clear();
    await suite.window.command('View: Close All Editors');
    await rm(join(suite.folder, 'chaperone-report.html'));
  });
});
