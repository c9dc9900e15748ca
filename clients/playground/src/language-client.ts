import {
  type DocumentOptions,
  type Settings,
  type Status,
  severityName,
  workerTransport,
} from '@chaperone/client';
import { setDiagnostics } from '@codemirror/lint';
import { LSPClient, LSPPlugin } from '@codemirror/lsp-client';
import type {
  CodeAction,
  Diagnostic,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { sanitize } from './sanitize.js';

/** The one document of the page. */
export const uri = 'playground:/copy.md';

/** A diagnostic and where it stands in the editor's text. */
export interface Placed {
  readonly diagnostic: Diagnostic;
  readonly from: number;
  readonly to: number;
}

export interface Listeners {
  onFindings(placed: readonly Placed[]): void;
  onStatus(status: Status): void;
}

/** A language client for the worker: squiggles into the editor, findings and status to the page. */
export function createClient(worker: Worker, settings: Settings, listeners: Listeners): LSPClient {
  const client = new LSPClient({
    timeout: 20_000,
    sanitizeHTML: sanitize,
    initializationOptions: { settings, pull: false },
    extensions: [{ clientCapabilities: capabilities }],
    notificationHandlers: {
      'textDocument/publishDiagnostics': (from, params: PublishDiagnosticsParams) =>
        show(from, params, listeners),
      'chaperone/status': (_from, status: Status) => {
        listeners.onStatus(status);
        return true;
      },
    },
  });
  return client.connect(workerTransport(worker));
}

const capabilities = {
  textDocument: {
    publishDiagnostics: {
      versionSupport: true,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    codeAction: {
      isPreferredSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

function show(client: LSPClient, params: PublishDiagnosticsParams, listeners: Listeners): boolean {
  const file = client.workspace.getFile(params.uri);
  const view = file?.getView();
  const plugin = view && LSPPlugin.get(view);
  // Results for a text that has changed since are left to the check that is already under way.
  if (!file || !view || !plugin || params.version !== file.version || !plugin.unsyncedChanges.empty)
    return true;
  const placed = params.diagnostics.map((diagnostic) => ({
    diagnostic,
    from: plugin.fromPosition(diagnostic.range.start),
    to: plugin.fromPosition(diagnostic.range.end),
  }));
  const marks = placed.map(({ diagnostic, from, to }) => ({
    from,
    to,
    severity: severityName(diagnostic.severity),
    message: messageOf(diagnostic),
  }));
  view.dispatch(setDiagnostics(view.state, marks));
  listeners.onFindings(placed);
  return true;
}

/** A diagnostic's words; ours are always plain. */
export function messageOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** Where this copy will appear and how strict to be: heard by the server at once. */
export function tellOptions(client: LSPClient, options: DocumentOptions): void {
  client.notification('chaperone/documentOptions', { uri, ...options });
}

export function tellSettings(client: LSPClient, settings: Settings): void {
  client.notification('workspace/didChangeConfiguration', { settings: { chaperone: settings } });
}

/** The ways out of a diagnostic, or of all that stands in a span, best first. */
export async function actionsAt(
  plugin: LSPPlugin,
  at: Diagnostic | { from: number; to: number },
  only: readonly string[],
): Promise<readonly CodeAction[]> {
  plugin.client.sync();
  const range =
    'range' in at ? at.range : { start: plugin.toPosition(at.from), end: plugin.toPosition(at.to) };
  const context = { diagnostics: 'range' in at ? [at] : [], only: [...only] };
  const params = { textDocument: { uri }, range, context };
  const actions =
    (await plugin.client.request<typeof params, CodeAction[] | null>(
      'textDocument/codeAction',
      params,
    )) ?? [];
  if (!('range' in at)) return actions;
  return actions.filter((action) =>
    action.diagnostics?.some(
      (one) =>
        one.code === at.code &&
        one.range.start.character === at.range.start.character &&
        one.range.start.line === at.range.start.line,
    ),
  );
}

/** Makes the action's edits in the editor. False when the text has changed so that they no longer fit. */
export async function applyAction(plugin: LSPPlugin, action: CodeAction): Promise<boolean> {
  plugin.client.sync();
  return plugin.client.withMapping(async (mapping) => {
    const { edit } = action.edit
      ? action
      : await plugin.client.request<CodeAction, CodeAction>('codeAction/resolve', action);
    const edits = (edit?.documentChanges ?? []).flatMap((change) =>
      'edits' in change && change.textDocument.uri === uri ? change.edits : [],
    );
    const changes = edits.flatMap((one) =>
      'newText' in one
        ? [
            {
              from: mapping.mapPosition(uri, one.range.start),
              to: mapping.mapPosition(uri, one.range.end),
              insert: one.newText,
            },
          ]
        : [],
    );
    if (changes.length === 0) return false;
    plugin.view.dispatch({ changes, userEvent: 'input.fix', scrollIntoView: true });
    plugin.client.sync();
    return true;
  });
}
