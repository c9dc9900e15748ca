import { FileType, l10n, Range, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { setting } from './settings.js';

const names = ['chaperone.yaml', 'chaperone.yml'];

/** The profile that the settings name for a document; undefined when they name none. */
export function profileSetting(document: Uri | undefined): Uri | undefined {
  const path = setting('profile', document).trim();
  if (path === '') return undefined;
  const folder = folderOf(document);
  if (/^(?:[a-zA-Z]:)?[\\/]/.test(path))
    return folder?.scheme === 'file' || !folder ? Uri.file(path) : folder.with({ path });
  return folder && Uri.joinPath(folder, path);
}

/** The profile that rules a document: the nearest file above it, else the one the settings name. */
export async function profileOf(document: Uri | undefined): Promise<Uri | undefined> {
  const top = folderOf(document);
  let folder = document && document.scheme === top?.scheme ? Uri.joinPath(document, '..') : top;
  while (folder) {
    for (const name of names) {
      const candidate = Uri.joinPath(folder, name);
      if (await exists(candidate)) return candidate;
    }
    const parent = Uri.joinPath(folder, '..');
    if (parent.path === folder.path) break;
    folder = parent;
  }
  const named = profileSetting(document);
  return named && (await exists(named)) ? named : undefined;
}

/** Where a new profile for a document would stand; undefined when no folder is open. */
export function newProfileOf(document: Uri | undefined): Uri | undefined {
  const folder = folderOf(document);
  return profileSetting(document) ?? (folder && Uri.joinPath(folder, 'chaperone.yaml'));
}

/**
 * Changes the profile that rules a document, making it where there is none, and offers to undo that.
 * `change` gets the file's text and returns the new one, or undefined when nothing is to be done.
 * `done` is what the user is told, before the name of the file.
 */
export async function changeProfile(
  document: Uri | undefined,
  change: (text: string) => string | undefined,
  done: string,
  already: string,
): Promise<void> {
  const existing = await profileOf(document);
  const uri = existing ?? newProfileOf(document);
  if (!uri) {
    void window.showWarningMessage(
      l10n.t('Open the folder of your practice first: its profile, chaperone.yaml, is kept there.'),
    );
    return;
  }
  const name = workspace.asRelativePath(uri);
  const before = existing ? await textOf(uri) : undefined;
  let after: string | undefined;
  try {
    after = change(before ?? '');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const open = l10n.t('Open');
    const choice = await window.showErrorMessage(
      l10n.t('{0} was not changed. {1}', name, why),
      open,
    );
    if (choice === open) await window.showTextDocument(uri);
    return;
  }
  if (after === undefined) {
    void window.showInformationMessage(l10n.t('{0} Nothing was changed in {1}.', already, name));
    return;
  }
  await write(uri, after);
  void offerUndo(uri, name, before, after, done);
}

async function offerUndo(
  uri: Uri,
  name: string,
  before: string | undefined,
  after: string,
  done: string,
): Promise<void> {
  const undo = l10n.t('Undo');
  const open = l10n.t('Open');
  const choice = await window.showInformationMessage(
    l10n.t('{0} Written to {1}.', done, name),
    undo,
    open,
  );
  if (choice === open) await window.showTextDocument(uri);
  if (choice !== undo) return;
  if ((await textOf(uri)) !== after) {
    void window.showWarningMessage(l10n.t('{0} was changed since. Please undo it there.', name));
    return;
  }
  if (before === undefined) await workspace.fs.delete(uri);
  else await write(uri, before);
  void window.showInformationMessage(
    before === undefined
      ? l10n.t('Undone. {0} was removed again.', name)
      : l10n.t('Undone. {0} is as it was.', name),
  );
}

/** The text as the user sees it: an open editor may hold changes that are not saved. */
async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function write(uri: Uri, text: string): Promise<void> {
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  if (!open) return workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(0, 0, open.lineCount, 0), text);
  await workspace.applyEdit(edit);
  await open.save();
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

function folderOf(document: Uri | undefined): Uri | undefined {
  const folder = document && workspace.getWorkspaceFolder(document);
  return (folder ?? workspace.workspaceFolders?.[0])?.uri;
}
