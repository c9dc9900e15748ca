import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * `.gitignore` and `.chaperoneignore` share git's syntax and both may stand in any folder. In one folder
 * .chaperoneignore is read last, so it can bring back what .gitignore leaves out (`!drafts/`).
 * .gitignore speaks where folders and globs are searched; .chaperoneignore also about files that the
 * call names, because commit hooks name every file.
 */
export interface IgnoreRules {
  /** The ignore file that leaves out this absolute path, or undefined. */
  ignoredBy(path: string, isFolder: boolean, named?: boolean): string | undefined;
}

interface Rules {
  readonly folder: string;
  readonly file: string;
  readonly git: boolean;
  readonly matcher: Ignore;
}

export const gitIgnore = '.gitignore';
export const ownIgnore = '.chaperoneignore';

export function createIgnoreRules(): IgnoreRules {
  const rulesByFolder = new Map<string, readonly Rules[]>();
  const chains = new Map<string, readonly Rules[]>();

  const rulesOf = (folder: string): readonly Rules[] => {
    const known = rulesByFolder.get(folder);
    if (known) return known;
    const read = readRules(folder);
    rulesByFolder.set(folder, read);
    return read;
  };

  // From the repository's top (the file system's, outside a repository) down to the folder itself.
  const chainOf = (folder: string): readonly Rules[] => {
    const known = chains.get(folder);
    if (known) return known;
    const parent = dirname(folder);
    const above = parent === folder || existsSync(join(folder, '.git')) ? [] : chainOf(parent);
    const chain = [...above, ...rulesOf(folder)];
    chains.set(folder, chain);
    return chain;
  };

  return {
    ignoredBy(path, isFolder, named = false) {
      let verdict: string | undefined;
      for (const rules of chainOf(dirname(path))) {
        if (named && rules.git) continue;
        const name = relative(rules.folder, path).split(sep).join('/');
        const { ignored, unignored } = rules.matcher.test(isFolder ? `${name}/` : name);
        if (ignored) verdict = rules.file;
        else if (unignored) verdict = undefined;
      }
      return verdict;
    },
  };
}

function readRules(folder: string): readonly Rules[] {
  const found = [
    { file: join(folder, '.git', 'info', 'exclude'), git: true },
    { file: join(folder, gitIgnore), git: true },
    { file: join(folder, ownIgnore), git: false },
  ];
  return found.flatMap(({ file, git }) => {
    const text = readOrNothing(file);
    return text === undefined ? [] : [{ folder, file, git, matcher: ignore().add(text) }];
  });
}

function readOrNothing(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
