import {
  type CancellationToken,
  type Diagnostic,
  l10n,
  languages,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import { type CopyFile, findCopyFiles } from './copy-files.js';
import { severeEnough } from './middleware.js';
import type { Inspected } from './protocol.js';
import type { Session } from './session.js';

/** One file of the workspace after it was looked at. */
export interface CheckedFile {
  readonly file: CopyFile;
  readonly inspected: Inspected;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a check of the workspace came to. */
export interface WorkspaceResult {
  readonly checked: readonly CheckedFile[];
  /** Files that were not looked at, and why: half a sentence. */
  readonly left: readonly { readonly uri: Uri; readonly because: string }[];
  readonly cancelled: boolean;
}

export interface WorkspaceCheck {
  /** Checks every file of copy, with progress that the user can cancel, and shows what was found in Problems. */
  run(): Thenable<WorkspaceResult>;
}

/** How many files are read and checked at a time: enough to hide the waiting, few enough to stay responsive. */
const atOnce = 8;

export function createWorkspaceCheck(session: Session): WorkspaceCheck {
  const problems = languages.createDiagnosticCollection('chaperone.workspace');
  const known = new Map<string, CopyFile>();

  /** Checks one file again and shows what is found now. An open document shows its own findings. */
  const look = async (file: CopyFile): Promise<CheckedFile | string> => {
    const result = await inspect(session, file);
    const isOpen = workspace.textDocuments.some(
      (document) => document.uri.toString() === file.uri.toString(),
    );
    problems.set(file.uri, typeof result === 'string' || isOpen ? [] : result.diagnostics);
    return result;
  };
  const again = (uri: Uri) => {
    const file = known.get(uri.toString());
    if (file) void look(file);
  };
  const watcher = workspace.createFileSystemWatcher('**/*', true);
  session.context.subscriptions.push(
    problems,
    watcher,
    watcher.onDidChange(again),
    watcher.onDidDelete((uri) => {
      known.delete(uri.toString());
      problems.delete(uri);
    }),
    workspace.onDidOpenTextDocument(({ uri }) => problems.delete(uri)),
    workspace.onDidCloseTextDocument(({ uri }) => again(uri)),
  );

  return {
    run: () =>
      window.withProgress(
        { location: ProgressLocation.Notification, title: l10n.t('Chaperone'), cancellable: true },
        async (progress, token) => {
          progress.report({ message: l10n.t('looking for files') });
          const files = await findCopyFiles(token);
          problems.clear();
          known.clear();
          const checked: CheckedFile[] = [];
          const left: { uri: Uri; because: string }[] = [];
          await inBatches(files, token, async (file, done) => {
            const result = await look(file);
            known.set(file.uri.toString(), file);
            if (typeof result === 'string') left.push({ uri: file.uri, because: result });
            else if (result.inspected.state === 'checked') checked.push(result);
            else left.push({ uri: file.uri, because: result.inspected.because });
            progress.report({
              increment: 100 / files.length,
              message: l10n.t('{0} of {1} files', done, files.length),
            });
          });
          return { checked, left, cancelled: token.isCancellationRequested };
        },
      ),
  };
}

/** What the server says of a file, or in half a sentence why it was not asked. */
export async function inspect(
  session: Session,
  { uri, languageId }: CopyFile,
): Promise<CheckedFile | string> {
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  let text: string;
  try {
    text =
      open?.getText() ??
      new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch (error) {
    return error instanceof TypeError
      ? l10n.t('it is not text in UTF-8; save it as UTF-8')
      : l10n.t('it could not be read');
  }
  const client = session.client();
  const argument = { uri: client.code2ProtocolConverter.asUri(uri), languageId, text };
  const params = { command: 'chaperone.inspect', arguments: [argument] };
  const inspected: Inspected = await client.sendRequest(ExecuteCommandRequest.type, params);
  const diagnostics = severeEnough(
    await client.protocol2CodeConverter.asDiagnostics([...inspected.diagnostics]),
  );
  return { file: { uri, languageId }, inspected, diagnostics };
}

/** Works through a list, a few at a time, until done or cancelled. `done` counts from 1. */
async function inBatches<Item>(
  items: readonly Item[],
  token: CancellationToken,
  work: (item: Item, done: number) => Promise<void>,
): Promise<void> {
  const rest = items.values();
  let done = 0;
  const worker = async () => {
    for (const item of rest) {
      if (token.isCancellationRequested) return;
      await work(item, ++done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
