import type {
  CancellationToken,
  ResultProgressReporter,
  WorkDoneProgressReporter,
} from 'vscode-languageserver';
import type { Wire } from './wire.js';
import { ErrorCodes, LSPErrorCodes, ResponseError } from './worker-protocol.js';

/** Where messages come from and go to: a worker's own scope, or one end of a channel. */
export interface Port {
  send(message: unknown): void;
  /** Called once; from then on `take` gets every message. */
  listen(take: (message: unknown) => void): void;
  /** Calls back in a turn of its own, after the messages that have come in by now. */
  later(run: () => void): void;
}

type Id = number | string;
type Params = Record<string, unknown> | undefined;
type Listener = (params: Params) => unknown;
type Answerer = (params: Params, token: CancellationToken) => unknown;
interface Message {
  readonly id?: Id | null;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}
interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * The server's end of a connection to the page that started the worker: JSON-RPC 2.0, one message an object. It stands
 * in for vscode-languageserver's there, which is larger than everything else the worker's server holds.
 */
export function createWorkerConnection(port: Port): Wire {
  const { onRequest, onNotification, sendRequest, sendNotification, sendProgress, listen } =
    createPeer(port);
  const withProgress =
    (method: string) =>
    (
      answer: (
        params: Params,
        token: CancellationToken,
        progress: WorkDoneProgressReporter,
        partial: ResultProgressReporter<unknown> | undefined,
      ) => unknown,
    ) =>
      onRequest(method, ({ workDoneToken, partialResultToken, ...params } = {}, token) =>
        answer(
          params,
          token,
          progressOf(workDoneToken, sendProgress),
          partialResultToken === undefined
            ? undefined
            : { report: (value) => sendProgress(partialResultToken, value) },
        ),
      );
  const on = (method: string) => (listener: Listener) => onNotification(method, listener);
  const register = async (type: string | { readonly method: string }, registerOptions: unknown) => {
    const method = methodOf(type);
    const id = `${method} ${registrations++}`;
    await sendRequest('client/registerCapability', {
      registrations: [{ id, method, registerOptions }],
    });
    return {
      dispose: () =>
        void sendRequest('client/unregisterCapability', {
          unregisterations: [{ id, method }],
        }).catch(() => undefined),
    };
  };
  let registrations = 0;
  onRequest('shutdown', () => null);
  const wire = {
    listen,
    onNotification,
    sendRequest,
    sendNotification,
    sendDiagnostics: (params: Params) =>
      sendNotification('textDocument/publishDiagnostics', params),
    onInitialize: withProgress('initialize'),
    onInitialized: on('initialized'),
    onDidChangeConfiguration: on('workspace/didChangeConfiguration'),
    onDidChangeWatchedFiles: on('workspace/didChangeWatchedFiles'),
    onDidOpenTextDocument: on('textDocument/didOpen'),
    onDidChangeTextDocument: on('textDocument/didChange'),
    onDidCloseTextDocument: on('textDocument/didClose'),
    onWillSaveTextDocument: on('textDocument/willSave'),
    onWillSaveTextDocumentWaitUntil: withProgress('textDocument/willSaveWaitUntil'),
    onDidSaveTextDocument: on('textDocument/didSave'),
    onCodeAction: withProgress('textDocument/codeAction'),
    onCodeActionResolve: withProgress('codeAction/resolve'),
    onCodeLens: withProgress('textDocument/codeLens'),
    onCompletion: withProgress('textDocument/completion'),
    onExecuteCommand: withProgress('workspace/executeCommand'),
    onHover: withProgress('textDocument/hover'),
    client: { register },
    console: {
      error: (message: string) => sendNotification('window/logMessage', { type: 1, message }),
    },
    workspace: {
      applyEdit: (params: Params) =>
        sendRequest(
          'workspace/applyEdit',
          params !== undefined && 'edit' in params ? params : { edit: params },
        ),
      getConfiguration: async (item: unknown) => {
        const items = Array.isArray(item) ? item : [item];
        const found = await sendRequest('workspace/configuration', { items });
        return Array.isArray(item) || !Array.isArray(found) ? found : found[0];
      },
      onDidChangeWorkspaceFolders: (listener: (event: unknown) => unknown) => {
        void register('workspace/didChangeWorkspaceFolders', {}).catch(() => undefined);
        return onNotification('workspace/didChangeWorkspaceFolders', (params) =>
          listener(params?.event),
        );
      },
    },
    languages: {
      diagnostics: {
        on: withProgress('textDocument/diagnostic'),
        onWorkspace: withProgress('workspace/diagnostic'),
        refresh: () => sendRequest('workspace/diagnostic/refresh'),
      },
    },
  };
  return wire as unknown as Wire;
}

/** Both directions of JSON-RPC over a port. Requests wait their turn, so that one can be cancelled before it starts. */
function createPeer(port: Port) {
  const answerers = new Map<string, Answerer>();
  const listeners = new Map<string, Listener>();
  const waiting = new Map<Id, Waiting>();
  const running = new Map<Id, { isCancelled: boolean; readonly listeners: Set<() => void> }>();
  let queue: Message[] = [];
  let last = 0;

  const refuse = (id: Id, error: unknown) => {
    // What went wrong inside is told by its kind only: its message may hold words of the copy.
    const { code, message, data } =
      error instanceof ResponseError
        ? error
        : { code: ErrorCodes.InternalError, message: 'The request failed.', data: undefined };
    port.send({
      jsonrpc: '2.0',
      id,
      error: { code, message, ...(data === undefined ? {} : { data }) },
    });
  };

  const answer = async (id: Id, method: string, params: Params) => {
    const answerer = answerers.get(method);
    const state = { isCancelled: false, listeners: new Set<() => void>() };
    running.set(id, state);
    const token: CancellationToken = {
      get isCancellationRequested() {
        return state.isCancelled;
      },
      onCancellationRequested: (listener) => {
        const call = () => void listener(undefined);
        state.listeners.add(call);
        return { dispose: () => void state.listeners.delete(call) };
      },
    };
    try {
      if (!answerer)
        throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`);
      const result = await answerer(params, token);
      if (result instanceof ResponseError) throw result;
      port.send({ jsonrpc: '2.0', id, result: result ?? null });
    } catch (error) {
      refuse(id, error);
    } finally {
      running.delete(id);
    }
  };

  const cancel = (id: Id) => {
    if (queue.some((message) => message.id === id && message.method !== undefined)) {
      queue = queue.filter((message) => message.id !== id || message.method === undefined);
      refuse(id, new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.'));
      return;
    }
    const state = running.get(id);
    if (!state) return;
    state.isCancelled = true;
    for (const listener of state.listeners) listener();
  };

  const take = ({ id, method, params, result, error }: Message) => {
    if (method === undefined) {
      if (id === undefined || id === null) return;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new ResponseError(error.code, error.message, error.data));
      else asked?.resolve(result);
    } else if (id !== undefined && id !== null) void answer(id, method, params);
    else {
      try {
        listeners.get(method)?.(params);
      } catch {
        sendNotification('window/logMessage', { type: 1, message: `${method} failed.` });
      }
    }
  };

  const takeNext = () => {
    const next = queue.shift();
    if (next) take(next);
  };

  async function sendNotification(method: string | { readonly method: string }, params?: unknown) {
    port.send({ jsonrpc: '2.0', method: methodOf(method), params });
  }

  return {
    listen() {
      port.listen((data) => {
        const message = data as Message;
        if (message.method === '$/cancelRequest') {
          cancel(message.params?.id as Id);
          return;
        }
        queue.push(message);
        port.later(takeNext);
      });
    },
    onRequest(method: string, answerer: Answerer) {
      answerers.set(method, answerer);
      return { dispose: () => void answerers.delete(method) };
    },
    onNotification(method: string, listener: Listener) {
      listeners.set(method, listener);
      return { dispose: () => void listeners.delete(method) };
    },
    sendRequest(method: string | { readonly method: string }, params?: unknown): Promise<unknown> {
      const id = ++last;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        port.send({ jsonrpc: '2.0', id, method: methodOf(method), params });
      });
    },
    sendNotification,
    sendProgress: (token: unknown, value: unknown) =>
      void sendNotification('$/progress', { token, value }),
  };
}

function progressOf(
  token: unknown,
  send: (token: unknown, value: unknown) => void,
): WorkDoneProgressReporter {
  if (token === undefined) return { begin() {}, report() {}, done() {} };
  return {
    begin: (title, percentage, message, cancellable) =>
      send(token, { kind: 'begin', title, percentage, message, cancellable }),
    report: (one: number | string, two?: string) =>
      send(token, {
        kind: 'report',
        ...(typeof one === 'number'
          ? { percentage: Math.round(one), message: two }
          : { message: one }),
      }),
    done: () => send(token, { kind: 'end' }),
  };
}

function methodOf(type: string | { readonly method: string }): string {
  return typeof type === 'string' ? type : type.method;
}
