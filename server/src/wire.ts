import type { Connection, TextDocuments } from 'vscode-languageserver';

type Of<Key extends keyof Connection, Part extends keyof Connection[Key]> = Pick<
  Connection[Key],
  Part
>;

/**
 * What the server uses of a connection. In Node that is vscode-languageserver's; a worker has one of its own
 * (worker-connection.ts), which has this and nothing more: what is added here is added there.
 */
export interface Wire
  extends Pick<
    Connection,
    | 'listen'
    | 'sendRequest'
    | 'sendNotification'
    | 'sendDiagnostics'
    | 'onNotification'
    | 'onInitialize'
    | 'onInitialized'
    | 'onDidChangeConfiguration'
    | 'onDidChangeWatchedFiles'
    | 'onCodeAction'
    | 'onCodeActionResolve'
    | 'onCodeLens'
    | 'onCompletion'
    | 'onExecuteCommand'
    | 'onHover'
    | 'onDidOpenTextDocument'
    | 'onDidChangeTextDocument'
    | 'onDidCloseTextDocument'
    | 'onWillSaveTextDocument'
    | 'onWillSaveTextDocumentWaitUntil'
    | 'onDidSaveTextDocument'
  > {
  readonly client: Of<'client', 'register'>;
  readonly console: Of<'console', 'error'>;
  readonly workspace: Of<
    'workspace',
    'applyEdit' | 'getConfiguration' | 'onDidChangeWorkspaceFolders'
  >;
  readonly languages: {
    readonly diagnostics: Pick<
      Connection['languages']['diagnostics'],
      'on' | 'onWorkspace' | 'refresh'
    >;
  };
}

/** What the server uses of the open documents. */
export type OpenDocuments<Document extends { uri: string }> = Pick<
  TextDocuments<Document>,
  'get' | 'keys' | 'onDidChangeContent' | 'onDidClose' | 'onDidSave'
>;
