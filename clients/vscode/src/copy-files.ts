import { type CancellationToken, type Uri, workspace } from 'vscode';
import { excludePattern } from './exclude.js';
import { filesOf } from './folder-files.js';
import { readIgnoreFiles } from './ignore-files.js';
import { setting } from './settings.js';

/** A file of copy, and the language id it is read as. */
export interface CopyFile {
  readonly uri: Uri;
  readonly languageId: string;
}

/** File name endings of the language ids that the settings may name. */
const endings: Readonly<Record<string, readonly string[]>> = {
  markdown: ['md', 'markdown'],
  mdx: ['mdx'],
  plaintext: ['txt', 'text'],
  html: ['html', 'htm', 'xhtml'],
  csv: ['csv'],
  email: ['eml'],
  json: ['json'],
  jsonc: ['jsonc'],
  yaml: ['yaml', 'yml'],
  javascript: ['js', 'mjs', 'cjs'],
  typescript: ['ts', 'mts', 'cts'],
  javascriptreact: ['jsx'],
  typescriptreact: ['tsx'],
};

/** Every file of copy in the open folders that neither the settings nor an ignore file leaves out, by path. */
export async function findCopyFiles(token?: CancellationToken): Promise<CopyFile[]> {
  const languageOf = new Map(
    setting('languages').flatMap((id) => (endings[id] ?? []).map((ending) => [ending, id])),
  );
  if (languageOf.size === 0) return [];
  const found: CopyFile[] = [];
  for (const folder of workspace.workspaceFolders ?? []) {
    const isIgnored = await readIgnoreFiles(folder, token);
    const pattern = `**/*.{${[...languageOf.keys()].join(',')}}`;
    for (const uri of await filesOf(folder, pattern, excludePattern(), token)) {
      const languageId = languageOf.get(
        uri.path.slice(uri.path.lastIndexOf('.') + 1).toLowerCase(),
      );
      if (languageId && !isProfile(uri) && !isIgnored(uri)) found.push({ uri, languageId });
    }
  }
  return found.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
}

function isProfile(uri: Uri): boolean {
  return /\/chaperone\.ya?ml$/.test(uri.path);
}
