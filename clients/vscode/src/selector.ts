import { setting } from './settings.js';

/** One kind of document, as both the editor and the language client describe it. */
export interface Filter {
  readonly language: string;
  readonly scheme?: string;
  readonly pattern?: string;
}

/** File systems of the editor that hold documents of the user's. Diffs, outputs and the like are not among them. */
const schemes = [
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
  const copy = setting('languages').flatMap((language) =>
    schemes.map((scheme) => ({ scheme, language })),
  );
  const cells = setting('notebooks')
    ? [{ scheme: 'vscode-notebook-cell', language: 'markdown' }]
    : [];
  const commits = setting('commitMessages') ? [{ language: 'git-commit' }] : [];
  return [...profile, ...copy, ...cells, ...commits];
}
