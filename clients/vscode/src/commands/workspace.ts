import { commands, l10n, window } from 'vscode';
import { isFinding } from '../findings.js';
import { showReport } from '../report.js';
import type { Session } from '../session.js';
import { risksFound } from '../status-lines.js';
import { createWorkspaceCheck, type WorkspaceResult } from '../workspace-check.js';

/** The commands that look at the whole workspace. */
export function createWorkspaceCommands(session: Session): {
  check(): Promise<void>;
  report(): Promise<void>;
} {
  const workspaceCheck = createWorkspaceCheck(session);
  let running: Promise<WorkspaceResult> | undefined;
  const check = async (): Promise<WorkspaceResult> => {
    const result = await workspaceCheck.run();
    await commands.executeCommand('setContext', 'chaperone.checkedWorkspace', true);
    return result;
  };
  /** Whoever asks while a check is under way waits for that one. */
  const run = (): Promise<WorkspaceResult> => {
    running ??= check().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    async check() {
      const result = await run();
      await commands.executeCommand('chaperone.findings.focus');
      const report = l10n.t('Open the Report');
      const choice = await window.showInformationMessage(told(result), report);
      if (choice === report) await showReport(result);
    },
    async report() {
      const result = await run();
      if (result.cancelled) void window.showInformationMessage(told(result));
      else await showReport(result);
    },
  };
}

/** What a check came to, in a sentence or two. */
function told({ checked, left, cancelled }: WorkspaceResult): string {
  const found = checked.flatMap(({ diagnostics }) => diagnostics.filter(isFinding)).length;
  const files =
    checked.length === 1
      ? l10n.t('1 file checked: {0}.', risksFound(found))
      : l10n.t('{0} files checked: {1}.', checked.length, risksFound(found));
  if (checked.length + left.length === 0 && !cancelled)
    return l10n.t(
      'No file of copy was found here. Open the folder of your practice, or see the settings chaperone.languages and chaperone.exclude.',
    );
  if (cancelled) return l10n.t('Stopped. {0}', files);
  if (left.length === 0) return files;
  return `${files} ${left.length === 1 ? l10n.t('1 file was not checked; the report says why.') : l10n.t('{0} files were not checked; the report says why.', left.length)}`;
}
