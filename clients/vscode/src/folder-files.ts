import {
  type CancellationToken,
  FileType,
  languages,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';

/** File systems in which the editor itself can search. In others it would wait for a search that nobody brings. */
const searchable = ['file', 'vscode-remote', 'vscode-vfs'];

/** The files of a workspace folder that fit `pattern` and not `exclude`, both globs. Few or none once `token` is cancelled. */
export async function filesOf(
  folder: WorkspaceFolder,
  pattern: string,
  exclude: string | undefined,
  token?: CancellationToken,
): Promise<Uri[]> {
  if (searchable.includes(folder.uri.scheme))
    return workspace.findFiles(
      new RelativePattern(folder, pattern),
      exclude ?? null,
      undefined,
      token,
    );
  const files: Uri[] = [];
  const folders = [folder.uri];
  for (const each of folders) {
    if (token?.isCancellationRequested) break;
    for (const [name, type] of await entriesOf(each)) {
      const uri = Uri.joinPath(each, name);
      // A link may lead back to where it stands.
      if (type & FileType.SymbolicLink || (exclude !== undefined && fits(exclude, uri))) continue;
      if (type & FileType.Directory) folders.push(uri);
      else if (fits(pattern, uri)) files.push(uri);
    }
  }
  return files;
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** Whether a file's path fits a glob as the editor reads it. */
function fits(pattern: string, uri: Uri): boolean {
  // The editor's own matcher wants a document, of which a glob needs the address only.
  const document = { uri, fileName: uri.fsPath, languageId: '' } as TextDocument;
  return languages.match({ pattern }, document) > 0;
}
