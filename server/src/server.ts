import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ActionData, actionKinds, actionsFor, editFor } from './code-actions.js';
import { codeLenses } from './code-lens.js';
import { commandNames, execute } from './commands.js';
import { completionsAt, triggerCharacters } from './completion.js';
import type { Context } from './context.js';
import { createDiagnoser } from './diagnoser.js';
import type { Host } from './host.js';
import { hoverAt } from './hover.js';
import { update } from './positions.js';
import { createProfiles } from './profiles.js';
import { createDesk, type Review } from './review.js';
import { createSettings, type DocumentOptions, parseDocumentOptions } from './settings.js';
import { isRecord, type Traits, traitsOf } from './traits.js';
import { createWatchers } from './watchers.js';
import type { OpenDocuments, Wire } from './wire.js';
import { createWorkspaceCheck } from './workspace.js';

declare const CHAPERONE_VERSION: string | undefined;
const version = typeof CHAPERONE_VERSION === 'string' ? CHAPERONE_VERSION : '0.0.0';

/** Serves one client over `connection`, which this starts to listen on. */
export function startServer(connection: Wire, host: Host): void {
  connection.onInitialize((params) => {
    const traits = traitsOf(params);
    if (traits.options.formatsUrl !== undefined) host.formatsAt?.(traits.options.formatsUrl);
    serve(connection, host, traits, foldersOf(params));
    return capabilitiesOf(traits);
  });
  connection.listen();
}

function serve(connection: Wire, host: Host, traits: Traits, folders: readonly string[]): void {
  let openFolders = folders;
  const carets = new Map<string, number | undefined>();
  const options = new Map<string, DocumentOptions>();
  const documents: OpenDocuments<TextDocument> & Pick<TextDocuments<TextDocument>, 'listen'> =
    new TextDocuments({
      create: (uri, languageId, number, text) => TextDocument.create(uri, languageId, number, text),
      update: (document, changes, number) =>
        update(document, changes, number, traits.encoding, (caret) =>
          carets.set(document.uri, caret),
        ),
    });
  const readText = async (uri: string): Promise<string | undefined> => {
    const open = documents.get(uri);
    if (open) return open.getText();
    // Only the client can read what is not on this disk.
    if (host.readFile && (uri.startsWith('file:') || !traits.options.readsFiles))
      return host.readFile(uri);
    if (!traits.options.readsFiles) return undefined;
    const text: unknown = await connection
      .sendRequest('chaperone/readFile', { uri })
      .catch(() => undefined);
    return typeof text === 'string' ? text : undefined;
  };
  const settings = createSettings(connection, traits);
  const watchers = createWatchers(connection, traits);
  const profiles = createProfiles(readText, host.profileText, watchers.file);
  const desk = createDesk(host, settings, profiles, (uri) => options.get(uri) ?? {});
  const context: Context = {
    connection,
    host,
    traits,
    documents,
    desk,
    profiles,
    readText,
    folders: () => openFolders,
  };
  const diagnoser = createDiagnoser(context);
  const workspace = createWorkspaceCheck(context);

  const changed = () => {
    profiles.changed();
    workspace.changed();
    diagnoser.refresh();
    if (traits.refreshesLenses)
      void connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
  };

  documents.onDidChangeContent(({ document }) => {
    diagnoser.edited(document, carets.get(document.uri));
    if (profiles.isProfilePart(document.uri)) changed();
  });
  documents.onDidSave(({ document }) => diagnoser.saved(document.uri));
  documents.onDidClose(({ document }) => {
    carets.delete(document.uri);
    options.delete(document.uri);
    settings.forget(document.uri);
    desk.close(document.uri);
    diagnoser.closed(document.uri);
    if (profiles.isProfilePart(document.uri)) changed();
  });

  connection.onInitialized(() => {
    if (traits.configuration && traits.configurationEvents)
      void connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'chaperone',
      });
    watchers.start(openFolders);
    if (traits.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => trimmed(uri)));
        openFolders = [
          ...openFolders.filter((uri) => !gone.has(uri)),
          ...added.map(({ uri }) => trimmed(uri)),
        ];
        changed();
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    changed();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => profiles.isProfilePart(uri))) changed();
  });
  connection.onNotification('chaperone/documentOptions', (params: unknown) => {
    if (!isRecord(params) || typeof params.uri !== 'string') return;
    options.set(params.uri, parseDocumentOptions(params));
    diagnoser.refresh();
  });

  /** The review of an open document, and nothing where it is closed or the client no longer waits. */
  const reviewOf = async (uri: string): Promise<Review | undefined> => {
    const document = documents.get(uri);
    return document && desk.review(document);
  };

  connection.languages.diagnostics.on((params, token) =>
    diagnoser.pull(params.textDocument.uri, params.previousResultId, token),
  );
  connection.languages.diagnostics.onWorkspace(
    async (params, token, progress, partial): Promise<WorkspaceDiagnosticReport> => {
      const previous = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
      const items: WorkspaceDiagnosticReport['items'] = [];
      await workspace.run(
        previous,
        (item) => (partial ? partial.report({ items: [item] }) : items.push(item)),
        token,
        progress,
      );
      return { items };
    },
  );
  connection.onCodeAction(async (params) => {
    const review = await reviewOf(params.textDocument.uri);
    if (!review) return [];
    const actions = actionsFor(review, params, context);
    if (traits.resolvesEdits) return actions;
    return Promise.all(actions.map(async (action) => withEdit(action, review, context)));
  });
  connection.onCodeActionResolve(async (action) => {
    const data: unknown = action.data;
    if (!isActionData(data)) return action;
    const review = await reviewOf(data.uri);
    if (!review || review.document.version !== data.version) {
      throw new ResponseError(
        LSPErrorCodes.ContentModified,
        'The text has changed since; ask again.',
      );
    }
    return withEdit(action, review, context);
  });
  connection.onHover(async ({ textDocument, position }) => {
    const review = await reviewOf(textDocument.uri);
    return (review && hoverAt(review, position, traits)) ?? null;
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const review = await reviewOf(textDocument.uri);
    return review ? completionsAt(review, position, traits) : [];
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const review = await reviewOf(textDocument.uri);
    return review ? codeLenses(review, traits) : [];
  });
  connection.onExecuteCommand((params, token, progress) =>
    execute(params, context, { workspace, token, progress }),
  );
  documents.listen(connection);
}

async function withEdit<Action extends { data?: unknown; edit?: unknown }>(
  action: Action,
  review: Review,
  context: Context,
): Promise<Action> {
  const data: unknown = action.data;
  if (!isActionData(data)) return action;
  const edit = await editFor(data.plan, review, context);
  return edit ? { ...action, edit } : action;
}

function isActionData(value: unknown): value is ActionData {
  return (
    isRecord(value) &&
    typeof value.uri === 'string' &&
    typeof value.version === 'number' &&
    isRecord(value.plan)
  );
}

function capabilitiesOf(traits: Traits): InitializeResult {
  return {
    serverInfo: { name: 'Chaperone', version },
    capabilities: {
      positionEncoding: traits.encoding,
      // Without "save", clients that check on save alone would never be told of one.
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        save: { includeText: false },
      },
      diagnosticProvider: {
        identifier: 'chaperone',
        interFileDependencies: false,
        workspaceDiagnostics: traits.options.workspaceDiagnostics,
        workDoneProgress: true,
      },
      codeActionProvider: { codeActionKinds: actionKinds, resolveProvider: true },
      hoverProvider: true,
      completionProvider: { triggerCharacters },
      codeLensProvider: { resolveProvider: false },
      executeCommandProvider: { commands: commandNames, workDoneProgress: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}

function foldersOf(params: InitializeParams): readonly string[] {
  const folders =
    params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  return folders.map(trimmed);
}

function trimmed(uri: string): string {
  return uri.replace(/\/+$/, '');
}
