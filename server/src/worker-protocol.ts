import type * as lsp from 'vscode-languageserver';
import type { OpenDocuments } from './wire.js';

// The names of vscode-languageserver that the server uses, for the worker: the build puts this file in its place there.
// The library cannot be had in parts, and all of it is larger than the rest of the server.

export const CodeActionKind = {
  QuickFix: 'quickfix',
  RefactorRewrite: 'refactor.rewrite',
  SourceFixAll: 'source.fixAll',
} as const satisfies Partial<typeof lsp.CodeActionKind>;

export const CompletionItemKind = { Text: 1, Keyword: 14 } as const satisfies Partial<
  typeof lsp.CompletionItemKind
>;

export const DiagnosticSeverity = {
  Error: 1,
  Warning: 2,
  Information: 3,
  Hint: 4,
} as const satisfies typeof lsp.DiagnosticSeverity;

export const DiagnosticTag = { Unnecessary: 1 } as const satisfies Partial<
  typeof lsp.DiagnosticTag
>;

export const DocumentDiagnosticReportKind = {
  Full: 'full',
  Unchanged: 'unchanged',
} as const satisfies typeof lsp.DocumentDiagnosticReportKind;

export const InsertTextFormat = {
  PlainText: 1,
  Snippet: 2,
} as const satisfies typeof lsp.InsertTextFormat;

export const MarkupKind = {
  PlainText: 'plaintext',
  Markdown: 'markdown',
} as const satisfies Partial<typeof lsp.MarkupKind>;

export const TextDocumentSyncKind = { Incremental: 2 } as const satisfies Partial<
  typeof lsp.TextDocumentSyncKind
>;

export const ErrorCodes = {
  InvalidParams: -32602,
  MethodNotFound: -32601,
  InternalError: -32603,
} as const satisfies Partial<Record<keyof typeof lsp.ErrorCodes, number>>;

export const LSPErrorCodes = {
  ContentModified: -32801,
  RequestCancelled: -32800,
  ServerCancelled: -32802,
} as const satisfies Partial<Record<keyof typeof lsp.LSPErrorCodes, number>>;

export const CodeLensRefreshRequest = { type: { method: 'workspace/codeLens/refresh' } } as const;
export const DidChangeConfigurationNotification = {
  type: { method: 'workspace/didChangeConfiguration' },
} as const;
export const DidChangeWatchedFilesNotification = {
  type: { method: 'workspace/didChangeWatchedFiles' },
} as const;

export const TextEdit = {
  replace: (range: lsp.Range, newText: string): lsp.TextEdit => ({ range, newText }),
  insert: (position: lsp.Position, newText: string): lsp.TextEdit => ({
    range: { start: position, end: position },
    newText,
  }),
} as const satisfies Partial<typeof lsp.TextEdit>;

export const TextDocumentEdit = {
  create: (
    textDocument: lsp.OptionalVersionedTextDocumentIdentifier,
    edits: lsp.TextDocumentEdit['edits'],
  ): lsp.TextDocumentEdit => ({ textDocument, edits }),
} as const;

export const CreateFile = {
  create: (uri: string, options?: lsp.CreateFileOptions): lsp.CreateFile => ({
    kind: 'create',
    uri,
    ...(options ? { options } : {}),
  }),
} as const;

export class ResponseError<Data = unknown> extends Error {
  readonly code: number;
  readonly data: Data | undefined;
  constructor(code: number, message: string, data?: Data) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

type Change<Document> = (event: { readonly document: Document }) => void;
type On = (listener: (params: never) => void) => unknown;

/** The documents that the client has open, kept up to date by what it tells. */
export class TextDocuments<Document extends { uri: string }> implements OpenDocuments<Document> {
  readonly #configuration: lsp.TextDocumentsConfiguration<Document>;
  readonly #open = new Map<string, Document>();
  readonly #changed: Change<Document>[] = [];
  readonly #closed: Change<Document>[] = [];
  readonly #saved: Change<Document>[] = [];

  constructor(configuration: lsp.TextDocumentsConfiguration<Document>) {
    this.#configuration = configuration;
  }

  get(uri: string): Document | undefined {
    return this.#open.get(uri);
  }

  keys(): string[] {
    return [...this.#open.keys()];
  }

  readonly onDidChangeContent = listing(this.#changed);
  readonly onDidClose = listing(this.#closed);
  readonly onDidSave = listing(this.#saved);

  listen(connection: {
    readonly onDidOpenTextDocument: On;
    readonly onDidChangeTextDocument: On;
    readonly onDidCloseTextDocument: On;
    readonly onDidSaveTextDocument: On;
  }): void {
    connection.onDidOpenTextDocument(({ textDocument }: lsp.DidOpenTextDocumentParams) => {
      const { uri, languageId, version, text } = textDocument;
      this.#put(this.#configuration.create(uri, languageId, version, text));
    });
    connection.onDidChangeTextDocument((params: lsp.DidChangeTextDocumentParams) => {
      const { textDocument, contentChanges } = params;
      const document = this.#open.get(textDocument.uri);
      if (!document || contentChanges.length === 0) return;
      this.#put(this.#configuration.update(document, contentChanges, textDocument.version));
    });
    connection.onDidCloseTextDocument(({ textDocument }: lsp.DidCloseTextDocumentParams) => {
      const document = this.#open.get(textDocument.uri);
      if (!document) return;
      this.#open.delete(textDocument.uri);
      for (const tell of this.#closed) tell({ document });
    });
    connection.onDidSaveTextDocument(({ textDocument }: lsp.DidSaveTextDocumentParams) => {
      const document = this.#open.get(textDocument.uri);
      if (document) for (const tell of this.#saved) tell({ document });
    });
  }

  #put(document: Document): void {
    this.#open.set(document.uri, document);
    for (const tell of this.#changed) tell({ document });
  }
}

function listing<Document>(listeners: Change<Document>[]): lsp.Event<{ document: Document }> {
  return (listener, scope) => {
    const tell: Change<Document> = (event) => listener.call(scope, event);
    listeners.push(tell);
    return { dispose: () => void listeners.splice(listeners.indexOf(tell), 1) };
  };
}
