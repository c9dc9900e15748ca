import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createMessageConnection,
  type MessageConnection,
} from 'vscode-jsonrpc/browser';
import type {
  CodeAction,
  Diagnostic,
  Hover,
  InitializeParams,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { type Edit, type Mirror, mirror, type Span } from './mirror.js';
import type { DocumentOptions, Settings, Status } from './wire.js';

/** The diagnostics of the text as it stands: results for an older text never arrive here. */
export interface Diagnosed {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A way out of a finding, not yet made into edits. */
export interface Fix {
  readonly title: string;
  readonly kind: string;
  readonly preferred: boolean;
  /** For `resolve`. */
  readonly action: CodeAction;
}

export interface ConnectOptions {
  readonly settings?: Settings;
  /** Where rules are explained; `#rule-id` is added. */
  readonly rulesUrl?: string;
  /** Where worker-formats.js stands, when it does not stand beside worker.js. */
  readonly formatsUrl?: string;
  /** The edits come with the code actions, so that `resolve` asks nothing: for clients that want all fixes at once. */
  readonly eagerEdits?: boolean;
  /** The command that code actions name to change the profile, for clients that hold it themselves. */
  readonly profileCommand?: string;
}

type Stop = () => void;

/** One language server in a worker, and the documents it knows. */
export interface ChaperoneConnection {
  /** Settles when the server has answered; rejects when it cannot start. Everything may be called before. */
  readonly ready: Promise<void>;
  open(uri: string, languageId: string, text: string, options?: DocumentOptions): void;
  /** The whole new text; only what differs is sent. */
  change(uri: string, text: string): void;
  close(uri: string): void;
  setDocumentOptions(uri: string, options: DocumentOptions): void;
  setConfiguration(settings: Settings): void;
  /** The latest diagnostics of an open document. */
  diagnostics(uri: string): readonly Diagnostic[];
  status(uri: string): Status | undefined;
  onDiagnostics(listen: (diagnosed: Diagnosed) => void): Stop;
  onStatus(listen: (status: Status) => void): Stop;
  /** The worker broke; nothing more will come. */
  onFailure(listen: (message: string) => void): Stop;
  /** Ways out at a place: the diagnostic's, or all in a span. */
  codeActions(uri: string, at: Diagnostic | Span, only?: string): Promise<readonly Fix[]>;
  /** The edits of a fix in this document, in UTF-16 offsets. Rejects when the text has changed since. */
  resolve(uri: string, fix: Fix): Promise<readonly Edit[]>;
  /** What hovers there, as Markdown. */
  hover(uri: string, offset: number): Promise<string | undefined>;
  /** Runs a server command; docs/language-server.md lists them. */
  execute(command: string, argument: unknown): Promise<unknown>;
  /** UTF-16 offsets of a range in the text as it stands. */
  spanOf(uri: string, range: Range): Span;
  dispose(): void;
}

/** Connects to a server that runs in `worker`. The worker stays the caller's: `dispose` does not end it. */
export function connect(worker: Worker, options: ConnectOptions = {}): ChaperoneConnection {
  const wire = createMessageConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  const mirrors = new Map<string, Mirror>();
  const known = new Map<string, readonly Diagnostic[]>();
  const statuses = new Map<string, Status>();
  const diagnosed = listeners<Diagnosed>();
  const stated = listeners<Status>();
  const failed = listeners<string>();
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      const message = event.message || 'The worker stopped.';
      failed.tell(message);
      reject(new Error(message));
    });
  });
  wire.onError(([error]) => failed.tell(error.message));

  wire.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, version, diagnostics }: PublishDiagnosticsParams) => {
      const document = mirrors.get(uri);
      if (!document || version !== document.version) return;
      known.set(uri, diagnostics);
      diagnosed.tell({ uri, version, text: document.text, diagnostics });
    },
  );
  wire.onNotification('chaperone/status', (status: Status) => {
    if (!mirrors.has(status.uri)) return;
    statuses.set(status.uri, status);
    stated.tell(status);
  });
  wire.listen();

  const started = initialize(wire, options);
  started.catch((error: unknown) =>
    failed.tell(error instanceof Error ? error.message : 'The server did not start.'),
  );
  // A worker that breaks while it starts never answers.
  const ready = Promise.race([started, broken]);
  ready.catch(() => undefined);
  const notify = (method: string, params: unknown) =>
    void ready.then(() => wire.sendNotification(method, params)).catch(() => undefined);
  const request = async <T>(method: string, params: unknown): Promise<T> => {
    await ready;
    return wire.sendRequest<T>(method, params);
  };
  const documentOf = (uri: string): Mirror => {
    const document = mirrors.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  };

  return {
    ready,
    open(uri, languageId, text, wishes) {
      const document = mirror(uri, languageId, text);
      mirrors.set(uri, document);
      if (wishes) notify('chaperone/documentOptions', { uri, ...wishes });
      notify('textDocument/didOpen', {
        textDocument: { uri, languageId, version: document.version, text },
      });
    },
    change(uri, text) {
      const document = documentOf(uri);
      const change = document.change(text);
      if (!change) return;
      notify('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [change],
      });
    },
    close(uri) {
      mirrors.delete(uri);
      known.delete(uri);
      statuses.delete(uri);
      notify('textDocument/didClose', { textDocument: { uri } });
    },
    setDocumentOptions: (uri, wishes) => notify('chaperone/documentOptions', { uri, ...wishes }),
    setConfiguration: (settings) =>
      notify('workspace/didChangeConfiguration', { settings: { chaperone: settings } }),
    diagnostics: (uri) => known.get(uri) ?? [],
    status: (uri) => statuses.get(uri),
    onDiagnostics: diagnosed.add,
    onStatus: stated.add,
    onFailure: failed.add,
    async codeActions(uri, at, only) {
      const range = 'range' in at ? at.range : documentOf(uri).rangeOf(at);
      const context = {
        diagnostics: 'range' in at ? [at] : [],
        ...(only === undefined ? {} : { only: [only] }),
      };
      const actions = await request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context,
      });
      const matching = (actions ?? []).filter(
        (action) =>
          !('range' in at) ||
          !action.diagnostics ||
          action.diagnostics.some((one) => one.code === at.code && sameRange(one.range, at.range)),
      );
      return matching.map((action) => ({
        title: action.title,
        kind: action.kind ?? '',
        preferred: action.isPreferred === true,
        action,
      }));
    },
    async resolve(uri, fix) {
      const { edit } = fix.action.edit
        ? fix.action
        : await request<CodeAction>('codeAction/resolve', fix.action);
      const document = documentOf(uri);
      return edit ? textEdits(edit, uri).map(document.editOf) : [];
    },
    async hover(uri, offset) {
      const { start: position } = documentOf(uri).rangeOf({ start: offset, end: offset });
      const hover = await request<Hover | null>('textDocument/hover', {
        textDocument: { uri },
        position,
      });
      return hover && typeof hover.contents === 'object' && 'value' in hover.contents
        ? hover.contents.value
        : undefined;
    },
    execute: (command, argument) =>
      request('workspace/executeCommand', { command, arguments: [argument] }),
    spanOf: (uri, range) => documentOf(uri).spanOf(range),
    dispose() {
      void ready
        .then(() => wire.sendRequest('shutdown'))
        .catch(() => undefined)
        .finally(() => wire.dispose());
    },
  };
}

async function initialize(
  wire: MessageConnection,
  { settings, rulesUrl, formatsUrl, eagerEdits, profileCommand }: ConnectOptions,
): Promise<void> {
  const params: InitializeParams = {
    processId: null,
    rootUri: null,
    capabilities: {
      general: { positionEncodings: ['utf-16'] },
      textDocument: {
        synchronization: {},
        publishDiagnostics: {
          relatedInformation: true,
          versionSupport: true,
          codeDescriptionSupport: true,
          dataSupport: true,
        },
        codeAction: {
          isPreferredSupport: true,
          dataSupport: true,
          ...(eagerEdits ? {} : { resolveSupport: { properties: ['edit'] } }),
          codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        },
        hover: { contentFormat: ['markdown'] },
      },
      workspace: { workspaceEdit: { documentChanges: true } },
    },
    initializationOptions: {
      ...(settings ? { settings } : {}),
      ...(rulesUrl === undefined ? {} : { rulesUrl }),
      ...(formatsUrl === undefined ? {} : { formatsUrl }),
      ...(profileCommand === undefined ? {} : { profileCommand }),
    },
  };
  await wire.sendRequest('initialize', params);
  await wire.sendNotification('initialized', {});
}

function textEdits(edit: WorkspaceEdit, uri: string): readonly TextEdit[] {
  const changes = edit.documentChanges ?? [];
  const versioned = changes.flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return [...(edit.changes?.[uri] ?? []), ...versioned].filter(
    (one): one is TextEdit => 'newText' in one,
  );
}

function sameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function listeners<T>(): { add(listen: (value: T) => void): Stop; tell(value: T): void } {
  const all = new Set<(value: T) => void>();
  return {
    add(listen) {
      all.add(listen);
      return () => void all.delete(listen);
    },
    tell(value) {
      for (const listen of [...all]) listen(value);
    },
  };
}
