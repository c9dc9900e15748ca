import { EventEmitter, type ExtensionContext, l10n, Uri, window, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { middleware } from './middleware.js';
import type { Status } from './protocol.js';
import { documentSelector } from './selector.js';
import type { Connect, Connected, Session } from './session.js';
import { setting } from './settings.js';

/** The session, with the power to end it. */
export interface Server extends Session {
  stop(): Promise<void>;
}

/** Keeps one server running, one start after the other. */
export function createServer(context: ExtensionContext, connect: Connect): Server {
  const log = window.createOutputChannel('Chaperone', { log: true });
  const statuses = new Map<string, Status>();
  const changed = new EventEmitter<Status>();
  const started = new EventEmitter<void>();
  let connected: Connected | undefined;
  let turn: Promise<void> = Promise.resolve();
  context.subscriptions.push(log, changed, started);

  const stop = async () => {
    const old = connected;
    connected = undefined;
    statuses.clear();
    if (!old) return;
    try {
      await old.client.dispose();
    } catch (error) {
      log.warn(`The server did not end cleanly: ${error}`);
    }
    old.release();
  };
  const start = async () => {
    await stop();
    const next = connect(clientOptions(context, log));
    next.client.onNotification('chaperone/status', (status: Status) => {
      statuses.set(Uri.parse(status.uri).toString(), status);
      changed.fire(status);
    });
    next.client.onRequest('chaperone/readFile', ({ uri }: { uri: string }) =>
      readFile(Uri.parse(uri)),
    );
    try {
      await next.client.start();
      connected = next;
      started.fire();
    } catch (error) {
      next.release();
      log.error(`The server could not be started: ${error}`);
      const open = l10n.t('Show the Log');
      const choice = await window.showErrorMessage(
        l10n.t('Chaperone could not start, so nothing is checked.'),
        open,
      );
      if (choice === open) log.show();
    }
  };
  /** Starts and stops wait for each other. */
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    turn = turn.then(task, task);
    return turn;
  };

  return {
    context,
    client() {
      if (!connected)
        throw new Error(l10n.t('Chaperone is still starting. Try again in a moment.'));
      return connected.client;
    },
    restart: () => inTurn(start),
    stop: () => inTurn(stop),
    statusOf: (uri) => statuses.get(uri.toString()),
    onStatus: changed.event,
    onStart: started.event,
  };
}

function clientOptions(
  context: ExtensionContext,
  log: LanguageClientOptions['outputChannel'] & object,
): LanguageClientOptions {
  const onSave = setting('checkOn') === 'save';
  return {
    documentSelector: documentSelector(),
    diagnosticCollectionName: 'chaperone',
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      formatsUrl: Uri.joinPath(
        context.extensionUri,
        'dist',
        'server',
        'worker-formats.js',
      ).toString(true),
      ignoreCommand: 'chaperone.ignoreWithReason',
      lensCommand: 'chaperone.nextFinding',
      workspaceDiagnostics: false,
      readsFiles: true,
    },
    diagnosticPullOptions: { onChange: !onSave, onSave },
    middleware,
  };
}

/** A file's text for a server that has no files of its own; null where there is none. */
async function readFile(uri: Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
