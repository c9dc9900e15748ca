import { env, l10n, type Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { blame } from './blame.js';
import { isFinding, ruleOf, severityOf } from './findings.js';
import type { ProtocolRange } from './protocol.js';
import {
  type Report,
  type ReportFinding,
  type ReportIgnore,
  reportHtml,
  type Words,
} from './report-html.js';
import { channelName, risksFound, severityName } from './status-lines.js';
import type { WorkspaceResult } from './workspace-check.js';

let panel: WebviewPanel | undefined;
let shown: Report | undefined;

/** Shows what a check of the workspace came to, for whoever signs off. */
export async function showReport(result: WorkspaceResult): Promise<void> {
  shown = await reportOf(result);
  panel ??= newPanel();
  panel.webview.html = reportHtml(shown, nonce());
  panel.reveal();
}

/** Saves the report that is open as a page that can be mailed or printed: no links, no copy. */
export async function saveReport(): Promise<void> {
  if (!shown) return;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    ...(folder
      ? { defaultUri: folder.with({ path: `${folder.path}/chaperone-report.html` }) }
      : {}),
    filters: { HTML: ['html'] },
    title: l10n.t('Save the Report'),
  });
  if (!target) return;
  await workspace.fs.writeFile(
    target,
    new TextEncoder().encode(reportHtml(withoutLinks(shown), nonce())),
  );
  const open = l10n.t('Open in a Browser to Print');
  const choice = await window.showInformationMessage(
    l10n.t('The report was saved as {0}.', workspace.asRelativePath(target)),
    open,
  );
  if (choice === open) await env.openExternal(target);
}

function newPanel(): WebviewPanel {
  // No script runs here, and the only thing a link can do is to go to a line.
  const options = {
    enableScripts: false,
    enableCommandUris: ['chaperone.goTo'],
    enableFindWidget: true,
    localResourceRoots: [],
  };
  const created = window.createWebviewPanel(
    'chaperone.report',
    l10n.t('Chaperone Report'),
    ViewColumn.Active,
    options,
  );
  created.onDidDispose(() => {
    panel = undefined;
    shown = undefined;
  });
  return created;
}

async function reportOf({ checked, left }: WorkspaceResult): Promise<Report> {
  const findings = checked.flatMap(({ file, inspected, diagnostics }) =>
    diagnostics.filter(isFinding).map(
      (diagnostic): ReportFinding => ({
        ...placeOf(file.uri, diagnostic.range.start.line),
        rule: ruleOf(diagnostic),
        channel: inspected.channel ? channelName(inspected.channel) : l10n.t('Unknown'),
        severity: severityOf(diagnostic),
        message: diagnostic.message,
      }),
    ),
  );
  const ignores = await Promise.all(
    checked
      .filter(({ inspected }) => inspected.ignored.length > 0)
      .map(({ file, inspected }) => ignoresOf(file.uri, inspected.ignored)),
  );
  const cut = checked.flatMap(({ file, inspected }) =>
    inspected.diagnostics
      .filter(({ code }) => code === 'not-shown')
      .map(({ message }) => ({
        file: workspace.asRelativePath(file.uri),
        because: String(message),
      })),
  );
  const day = new Date().toLocaleDateString(env.language, { dateStyle: 'long' });
  const files =
    checked.length === 1 ? l10n.t('1 file checked') : l10n.t('{0} files checked', checked.length);
  return {
    title: l10n.t('Privacy in our copy'),
    summary: l10n.t('{0}, {1}. {2}.', files, risksFound(findings.length), day),
    language: env.language,
    words: {
      ...words(),
      ...(cut.length > 0 ? { left: l10n.t('Not checked, or not shown in full') } : {}),
    },
    findings,
    ignores: ignores.flat(),
    left: [
      ...cut,
      ...left.map(({ uri, because }) => ({ file: workspace.asRelativePath(uri), because })),
    ],
  };
}

async function ignoresOf(
  uri: Uri,
  ignored: readonly { rule: string; reason: string; range: ProtocolRange }[],
): Promise<ReportIgnore[]> {
  const authors = await blame(uri);
  return ignored.map(({ rule, reason, range }) => {
    const written = authors?.[range.start.line];
    return {
      ...placeOf(uri, range.start.line),
      rule,
      reason,
      author: written?.author ?? l10n.t('unknown'),
      age: written ? ageOf(written.when) : l10n.t('unknown'),
    };
  });
}

function placeOf(uri: Uri, line: number): { file: string; line: number; href: string } {
  const argument = encodeURIComponent(JSON.stringify([uri.toString(), line]));
  return {
    file: workspace.asRelativePath(uri),
    line: line + 1,
    href: `command:chaperone.goTo?${argument}`,
  };
}

function ageOf(when: Date): string {
  const days = Math.floor((Date.now() - when.getTime()) / 86_400_000);
  if (days < 1) return l10n.t('today');
  return days === 1 ? l10n.t('1 day') : l10n.t('{0} days', days);
}

function withoutLinks(report: Report): Report {
  const plain = <Entry extends { href?: string }>({ href, ...rest }: Entry) => rest;
  return { ...report, findings: report.findings.map(plain), ignores: report.ignores.map(plain) };
}

/** A word that nobody can guess, for the page's own style. */
function nonce(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function words(): Words {
  return {
    byChannel: l10n.t('Findings by where the copy appears'),
    byRule: l10n.t('Findings by rule'),
    findings: l10n.t('All findings'),
    ignores: l10n.t('Ignored, with a reason'),
    left: l10n.t('Not checked'),
    file: l10n.t('File'),
    line: l10n.t('line'),
    rule: l10n.t('Rule'),
    channel: l10n.t('Appears as'),
    severity: l10n.t('Severity'),
    learns: l10n.t('What a reader learns'),
    reason: l10n.t('Reason'),
    author: l10n.t('Author'),
    age: l10n.t('Age'),
    why: l10n.t('Why'),
    none: l10n.t('Nothing found.'),
    noIgnores: l10n.t('No finding is ignored.'),
    severities: {
      error: severityName('error'),
      warning: severityName('warning'),
      info: severityName('info'),
      hint: severityName('hint'),
    },
  };
}
