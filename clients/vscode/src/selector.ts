import { workspace } from 'vscode';
import { setting } from './settings.js';

/** One kind of document, as both the editor and the language client describe it. */
export interface Filter {
  readonly language: string;
  readonly scheme?: string;
  readonly pattern?: string;
}

/** File systems that hold documents of the user's, beside those of the open folders. Diffs, outputs and the like are not among them. */
const schemes: readonly string[] = [
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-userdata',
  'memfs',
  'github',
  'tmp',
];

/** The documents the server gets to see, by the user's settings. */
export function documentSelector(): Filter[] {
  const profile = [{ language: 'yaml', pattern: '**/chaperone.{yaml,yml}' }];
  const all = [...new Set([...schemes, ...folderSchemes()])];
  const copy = setting('languages').flatMap((language) =>
    all.map((scheme) => ({ scheme, language })),
  );
  const cells = setting('notebooks')
    ? [{ scheme: 'vscode-notebook-cell', language: 'markdown' }]
    : [];
  const commits = setting('commitMessages') ? [{ language: 'git-commit' }] : [];
  return [...profile, ...copy, ...cells, ...commits];
}

/** The file systems of the open folders: an extension may bring one of any name. */
export function folderSchemes(): string[] {
  return [...new Set((workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme))].sort();
}
