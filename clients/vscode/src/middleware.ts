import {
  CodeAction,
  type Command,
  type Diagnostic,
  DiagnosticSeverity,
  Hover,
  MarkdownString,
  Uri,
  workspace,
} from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { isExcluded } from './exclude.js';
import { profileSetting } from './profile-file.js';
import type { Severity } from './protocol.js';
import { type Settings, setting } from './settings.js';

/** Puts the user's settings between the editor and the server. */
export const middleware: Middleware = {
  workspace: {
    async configuration(params, token, next) {
      const answer = await next(params, token);
      if (!Array.isArray(answer)) return answer;
      return answer.map((value: unknown, index) => {
        const { section, scopeUri } = params.items[index] ?? {};
        return section === 'chaperone' ? serverSettings(value, scopeUri) : value;
      });
    },
  },
  async provideDiagnostics(document, previous, token, next) {
    const report = await next(document, previous, token);
    return report?.kind === 'full' ? { ...report, items: severeEnough(report.items) } : report;
  },
  handleDiagnostics: (uri, diagnostics, next) => next(uri, severeEnough(diagnostics)),
  provideCodeLenses: (document, token, next) =>
    setting('squigglesOnly') ? [] : next(document, token),
  async provideHover(document, position, token, next) {
    const hover = await next(document, position, token);
    return hover && new Hover(hover.contents.map(withoutTitles), hover.range);
  },
  async provideCodeActions(document, range, context, token, next) {
    const actions = await next(document, range, context, token);
    return actions?.map((action) => withUndo(action, document.uri));
  },
  resolveCodeAction: (action, token, next) => (action.command ? action : next(action, token)),
  provideCompletionItem: (document, position, context, token, next) =>
    setting('squigglesOnly') ? [] : next(document, position, context, token),
};

/** What the server is told. It knows neither squiggles nor the boxes of version control, only what to check. */
function serverSettings(value: unknown, scopeUri: string | undefined): unknown {
  const own: Partial<Settings> = typeof value === 'object' && value !== null ? value : {};
  const uri = scopeUri === undefined ? undefined : Uri.parse(scopeUri);
  const document =
    uri && workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  return {
    ...own,
    enable: own.enable !== false && !(document && isExcluded(document)),
    strictness: own.strictness === 'profile' ? undefined : own.strictness,
    profile: profileSetting(uri)?.toString(),
    ...(setting('commitMessages') ? { skipLanguages: [] } : {}),
  };
}

/** The editor writes a finding's message above what we say about it, so we need not say it again. */
function withoutTitles<Content>(content: Content): Content | MarkdownString {
  if (!(content instanceof MarkdownString)) return content;
  const parts = content.value
    .split('\n\n---\n\n')
    .map((part) => part.replace(/^\*\*[^\n]*\*\*\n\n/, ''));
  return new MarkdownString(parts.join('\n\n---\n\n'));
}

/** A quick fix that writes to the practice profile is ours to carry out: it saves the file, names it and offers to undo. */
function withUndo(action: Command | CodeAction, document: Uri): Command | CodeAction {
  if (!(action instanceof CodeAction) || !('data' in action)) return action;
  const { plan } = (action.data ?? {}) as { plan?: { make: string; change?: unknown } };
  if (plan?.make !== 'profile') return action;
  action.command = {
    title: action.title,
    command: 'chaperone.applyProfileChange',
    arguments: [document.toString(), plan.change],
  };
  return action;
}

const ranks: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics that are as severe as the user wants to see. */
export function severeEnough(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const lowest = ranks[setting('lowestSeverity')];
  return diagnostics.filter(({ severity }) => severity <= lowest);
}
