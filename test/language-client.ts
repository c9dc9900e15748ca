import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
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

/** The smallest language client that can drive the built server over stdio. */
export async function startClient(
  folder: string | null = null,
  capabilities: ClientCapabilities = {},
  options: unknown = {},
): Promise<LanguageClient> {
  const child = spawn(process.execPath, [serverPath, '--stdio'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const wire = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
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
