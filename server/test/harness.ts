import { PassThrough } from 'node:stream';
import { createChecker } from '@chaperone/core';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  InitializeResult,
  Range,
  RegistrationParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CopyFile, Host } from '../src/host.js';
import { profileText } from '../src/profile-text.js';
import { startServer } from '../src/server.js';
import type { StatusParams } from '../src/status.js';

export interface Setup {
  readonly capabilities?: ClientCapabilities;
  readonly options?: unknown;
  readonly folders?: readonly string[];
  /** Files by URI; without them the host has no file system. */
  readonly files?: Map<string, string>;
  readonly today?: string;
  /** Hears what the server registers, with its options. */
  readonly onRegister?: (method: string, options: unknown) => void;
}

export interface Pushed {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** A server and a client on the two ends of a pipe, with a clock that only the test moves. */
export interface Pair {
  readonly client: ProtocolConnection;
  readonly server: InitializeResult;
  readonly pushed: Pushed[];
  readonly statuses: StatusParams[];
  /** Lets `milliseconds` pass, and all that follows from it happen. */
  pass(milliseconds: number): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Replaces the range of an open document; the version goes up by one. */
  edit(uri: string, version: number, range: Range, text: string): Promise<void>;
  latest(uri: string): Pushed | undefined;
  stop(): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export async function pair(setup: Setup = {}): Promise<Pair> {
  const up = new PassThrough();
  const down = new PassThrough();
  let now = 0;
  const timers = new Set<Timer>();
  const { files } = setup;
  const host: Host = {
    today: () => setup.today ?? '2026-11-24',
    after(milliseconds, run) {
      if (milliseconds === 0) {
        const immediate = setImmediate(run);
        return () => clearImmediate(immediate);
      }
      const timer = { at: now + milliseconds, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    createChecker,
    profileText: () => profileText,
    ...(files
      ? {
          readFile: async (uri: string) => files.get(uri),
          listCopy: (folder: string) => listed(files, folder),
        }
      : {}),
  };
  const serverEnd = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  startServer(serverEnd, host);

  const client = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const pushed: Pushed[] = [];
  const statuses: StatusParams[] = [];
  client.onNotification(
    'textDocument/publishDiagnostics',
    (params: Pushed) => void pushed.push(params),
  );
  client.onNotification('chaperone/status', (params: StatusParams) => void statuses.push(params));
  client.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations)
      setup.onRegister?.(method, registerOptions);
    return null;
  });
  client.listen();
  const server = await client.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: setup.folders?.map((uri) => ({ uri, name: uri })) ?? null,
    capabilities: setup.capabilities ?? {},
    initializationOptions: setup.options,
  });
  await client.sendNotification('initialized', {});

  /** Runs until nothing more is under way: a request that does nothing goes the whole way round, a few times. */
  const settle = async () => {
    for (let round = 0; round < 6; round++)
      await client.sendRequest('textDocument/hover', {
        textDocument: { uri: 'none:' },
        position: { line: 0, character: 0 },
      });
  };
  return {
    client,
    server,
    pushed,
    statuses,
    async pass(milliseconds) {
      await settle();
      now += milliseconds;
      for (const timer of [...timers]) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.run();
      }
      await settle();
    },
    async open(uri, text, languageId = 'markdown') {
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      });
      await settle();
    },
    async edit(uri, version, range, text) {
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    },
    latest: (uri) => pushed.filter((one) => one.uri === uri).at(-1),
    async stop() {
      await client.sendRequest('shutdown');
      client.dispose();
      serverEnd.dispose();
    },
  };
}

async function* listed(
  files: ReadonlyMap<string, string>,
  folder: string,
): AsyncIterable<CopyFile> {
  for (const [uri, text] of files) if (uri.startsWith(`${folder}/`)) yield { uri, stamp: text };
}

/** A range on one line. */
export function on(line: number, from: number, to = from): Range {
  return { start: { line, character: from }, end: { line, character: to } };
}

/** The words a diagnostic underlines. */
export function underlined(text: string, diagnostic: Diagnostic): string {
  return TextDocument.create('x:', 'x', 0, text).getText(diagnostic.range);
}

/** A document's text with the edits for it made. */
export function edited(uri: string, text: string, edit: WorkspaceEdit | undefined): string {
  const versioned = (edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  const edits = [...(edit?.changes?.[uri] ?? []), ...versioned].filter(
    (one): one is TextEdit => 'newText' in one,
  );
  return TextDocument.applyEdits(TextDocument.create(uri, 'x', 0, text), edits);
}

/** The action of this title, or a failed test that names what there was. */
export function titled(actions: readonly CodeAction[], title: string | RegExp): CodeAction {
  const found = actions.find((action) =>
    typeof title === 'string' ? action.title === title : title.test(action.title),
  );
  if (!found)
    throw new Error(
      `No action ${title}; there are: ${actions.map((action) => action.title).join(' | ')}`,
    );
  return found;
}
