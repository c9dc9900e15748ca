import { commands, l10n, Range, Uri, window, workspace } from 'vscode';
import { type FindingsView, type Grouping, groupingName, groupings } from '../findings-view.js';
import type { IgnoreTarget, ProtocolRange } from '../protocol.js';
import { saveReport } from '../report.js';
import type { Session } from '../session.js';
import { linesFor } from '../status.js';
import { chooseChannel, ignoreWithReason, recordAuthorization } from './directives.js';
import { fixAllSafe, fixEachOfRule, insertSafeReply } from './fix.js';
import { goToFinding, goToLine } from './navigate.js';
import {
  addToProfile,
  applyProfileChange,
  changeLevel,
  openProfile,
  type ProfileChange,
} from './profile.js';
import { createRulePages } from './rule.js';
import { createWorkspaceCommands } from './workspace.js';

/** Registers every command of the extension. A command that fails says so; none fails in silence. */
export function registerCommands(session: Session, view: FindingsView): void {
  const workspaceCommands = createWorkspaceCommands(session);
  const showRule = createRulePages(session);
  const all: Readonly<Record<string, (...given: never[]) => unknown>> = {
    checkAllFiles: workspaceCommands.check,
    openReport: workspaceCommands.report,
    saveReport,
    nextFinding: (target?: { uri: string; range: ProtocolRange }) => goToFinding(1, target),
    previousFinding: () => goToFinding(-1),
    fixAllSafe: () => fixAllSafe(session),
    fixEachOfRule: () => fixEachOfRule(session),
    insertSafeReply: () => insertSafeReply(session),
    addStaff: () => addToProfile('staff'),
    addPhone: () => addToProfile('phones'),
    addHandle: () => addToProfile('handles'),
    openProfile,
    changeLevel: () => changeLevel(session),
    recordAuthorization: () => recordAuthorization(session),
    ignoreWithReason: (target?: IgnoreTarget) => ignoreWithReason(session, target),
    chooseChannel: () => chooseChannel(session),
    showRule,
    groupFindings: () => groupFindings(view),
    showStatus: () => showStatus(session),
    openSample: () => openSample(session),
    restart: () => session.restart(),
    // Not in the palette: links and quick fixes come here.
    goTo: (uri: string, line: number) => goToLine(Uri.parse(uri), line),
    applyProfileChange: (document: string, change: ProfileChange) =>
      applyProfileChange(Uri.parse(document), change),
  };
  for (const [name, handler] of Object.entries(all)) {
    session.context.subscriptions.push(
      commands.registerCommand(`chaperone.${name}`, (...given: never[]) => run(handler, given)),
    );
  }
}

async function run(handler: (...given: never[]) => unknown, given: never[]): Promise<void> {
  try {
    await handler(...given);
  } catch (error) {
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

async function groupFindings(view: FindingsView): Promise<void> {
  const items = groupings.map((grouping) => ({
    label: l10n.t('By {0}', groupingName(grouping)),
    grouping,
    picked: grouping === view.grouping,
  }));
  const chosen = await window.showQuickPick<{ label: string; grouping: Grouping }>(items, {
    title: l10n.t('Group the findings'),
  });
  if (!chosen) return;
  view.group(chosen.grouping);
  await commands.executeCommand('chaperone.findings.focus');
}

async function showStatus(session: Session): Promise<void> {
  const document = window.activeTextEditor?.document;
  const lines = document ? linesFor(document, session) : [];
  if (lines.length === 0) {
    void window.showInformationMessage(
      l10n.t(
        'Chaperone has nothing to say about this editor. Open a file of copy to have it checked.',
      ),
    );
    return;
  }
  const items = lines.map(({ text, detail, command }) => ({
    label: text,
    detail,
    description: command.title,
    command: command.command,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('What was checked here, and why'),
  });
  if (chosen && chosen.command !== 'chaperone.showStatus')
    await commands.executeCommand(chosen.command);
}

/** Opens the sample as an unsaved document, so that it can be changed freely and lands nowhere. */
async function openSample({ context }: Session): Promise<void> {
  const bytes = await workspace.fs.readFile(
    Uri.joinPath(context.extensionUri, 'media', 'sample-reply.md'),
  );
  const document = await workspace.openTextDocument({
    language: 'markdown',
    content: new TextDecoder().decode(bytes),
  });
  await window.showTextDocument(document, { selection: new Range(0, 0, 0, 0) });
}
