import ignore, { type Ignore } from 'ignore';
import { type CancellationToken, Uri, type WorkspaceFolder, workspace } from 'vscode';
import { filesOf } from './folder-files.js';

/** Says of a file in a workspace folder whether a .gitignore or .chaperoneignore leaves it out. */
export type Ignored = (uri: Uri) => boolean;

interface Rules {
  /** Path of the folder the ignore file stands in, with a slash at its end. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** Reads the ignore files of a workspace folder. The file nearest to what is asked about has the last word. */
export async function readIgnoreFiles(
  folder: WorkspaceFolder,
  token?: CancellationToken,
): Promise<Ignored> {
  const names = '**/.{gitignore,chaperoneignore}';
  const files = await filesOf(folder, names, '**/node_modules/**', token);
  const all = await Promise.all(files.map(readRules));
  all.sort((a, b) => a.folder.length - b.folder.length);
  return ({ path }) => {
    let ignored = false;
    for (const { folder: above, rules } of all) {
      if (!path.startsWith(above)) continue;
      const result = rules.test(path.slice(above.length));
      if (result.ignored) ignored = true;
      if (result.unignored) ignored = false;
    }
    return ignored;
  };
}

async function readRules(file: Uri): Promise<Rules> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  return {
    folder: `${Uri.joinPath(file, '..').path.replace(/\/$/, '')}/`,
    rules: ignore().add(text),
  };
}
