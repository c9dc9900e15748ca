import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  SocketMessageReader,
  SocketMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  ClientCapabilities,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';

/** The built server. */
export const serverPath = fileURLToPath(new URL('../server/dist/node.js', import.meta.url));

export interface LanguageClient {
  readonly wire: MessageConnection;
  readonly process: ChildProcess;
  readonly server: InitializeResult;
  readonly stderr: () => string;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Waits for diagnostics of a document that `wanted` accepts. */
  diagnostics(
    uri: string,
    wanted?: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams>;
  /** Says good-bye and gives the exit code. */
  stop(): Promise<number | null>;
}

/** A started server, and the two ends to speak to it. */
interface Line {
  readonly child: ChildProcess;
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

/** Starts the built server with this option. */
function start(option: string, ipc = false): ChildProcess {
  const stdio = ipc
    ? (['pipe', 'pipe', 'pipe', 'ipc'] as const)
    : (['pipe', 'pipe', 'pipe'] as const);
  return spawn(process.execPath, [serverPath, option], { stdio: [...stdio] });
}

function overSocket(child: ChildProcess, socket: Socket): Line {
  return {
    child,
    reader: new SocketMessageReader(socket),
    writer: new SocketMessageWriter(socket),
  };
}

/** Waits for the server to connect to `server`, which listens where `option` says. */
async function called(server: Server, option: string): Promise<Line> {
  const connected = new Promise<Socket>((resolve) => server.once('connection', resolve));
  const child = start(option);
  const socket = await connected;
  server.close();
  return overSocket(child, socket);
}

/** Every way to speak to the server, by the name of its option. */
export const transports = {
  stdio: async () => {
    const child = start('--stdio');
    const { stdout, stdin } = child as ChildProcess & { stdout: Readable; stdin: Writable };
    return {
      child,
      reader: new StreamMessageReader(stdout),
      writer: new StreamMessageWriter(stdin),
    };
  },
  'node-ipc': async () => {
    const child = start('--node-ipc', true);
    return { child, reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) };
  },
  listen: async () => {
    const child = start('--listen=0');
    const port = await new Promise<number>((resolve) => {
      let said = '';
      child.stderr?.on('data', (data: Buffer) => {
        said += data.toString();
        const found = /Listening on 127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (found) resolve(Number(found));
      });
    });
    return overSocket(child, connect(port, '127.0.0.1'));
  },
  socket: async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return called(server, `--socket=${(server.address() as AddressInfo).port}`);
  },
  pipe: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chaperone-pipe-'));
    const name = join(folder, 'server.sock');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(name, resolve));
    const line = await called(server, `--pipe=${name}`);
    await rm(folder, { recursive: true });
    return line;
  },
} satisfies Record<string, () => Promise<Line>>;

/** The smallest language client that can drive the built server. */
export async function startClient(
  folder: string | null = null,
  capabilities: ClientCapabilities = {},
  options: unknown = {},
  transport: keyof typeof transports = 'stdio',
): Promise<LanguageClient> {
  const { child, reader, writer } = await transports[transport]();
  const wire = createMessageConnection(reader, writer);
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => (errors += data.toString()));
  const seen: PublishDiagnosticsParams[] = [];
  const waiting = new Set<(params: PublishDiagnosticsParams) => void>();
  wire.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    seen.push(params);
    for (const wait of [...waiting]) wait(params);
  });
  wire.onRequest('client/registerCapability', () => null);
  wire.listen();
  const workspaceFolders = folder === null ? null : [{ uri: folder, name: 'workspace' }];
  const server = await wire.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders,
    capabilities,
    initializationOptions: options,
  });
  await wire.sendNotification('initialized', {});
  return {
    wire,
    process: child,
    server,
    stderr: () => errors,
    open: (uri, text, languageId = 'markdown') =>
      wire.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      }),
    diagnostics(uri, wanted = () => true) {
      const known = seen.find((params) => params.uri === uri && wanted(params));
      if (known) return Promise.resolve(known);
      return new Promise((resolve) => {
        const wait = (params: PublishDiagnosticsParams) => {
          if (params.uri !== uri || !wanted(params)) return;
          waiting.delete(wait);
          resolve(params);
        };
        waiting.add(wait);
      });
    },
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await wire.sendRequest('shutdown');
      await wire.sendNotification('exit');
      const code = await ended;
      wire.dispose();
      return code;
    },
  };
}
