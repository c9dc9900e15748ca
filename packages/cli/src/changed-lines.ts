import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { CallError } from './exit.js';

const run = promisify(execFile);

/** Lines, zero-based, `from` up to but not including `to`. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The changed lines by absolute path; 'all' for a file that git does not know yet. */
export type ChangedLines = ReadonlyMap<string, readonly Lines[] | 'all'>;

/**
 * What changed since a git revision, committed or not: the lines of the working tree that differ from where
 * its history and ours part, and new files. Throws a CallError when git cannot tell.
 */
export async function changedSince(revision: string, cwd: string): Promise<ChangedLines> {
  const top = (
    await git(['rev-parse', '--show-toplevel'], cwd, 'this folder is not in a git repository.')
  ).trimEnd();
  const unknown = `git does not know the revision "${revision}".`;
  await git(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`],
    cwd,
    unknown,
  );
  // Without a common history the revision itself is what to compare with.
  const base = await git(['merge-base', revision, 'HEAD'], cwd).catch(() => revision);
  const diff = await git(
    [
      '-c',
      'core.quotepath=false',
      'diff',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--no-renames',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      base.trim(),
      '--',
    ],
    top,
  );
  const changed = new Map<string, readonly Lines[] | 'all'>();
  for (const [path, lines] of parseDiff(diff)) changed.set(resolve(top, path), lines);
  const untracked = await git(['ls-files', '--others', '--exclude-standard', '-z'], top);
  for (const path of untracked.split('\0').filter(Boolean)) changed.set(resolve(top, path), 'all');
  return changed;
}

/** The path that git uses for a file: without symbolic links in the way to it. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** Reads `git diff --unified=0`: the changed lines of each file as it now is. */
export function parseDiff(diff: string): Map<string, readonly Lines[]> {
  const files = new Map<string, Lines[]>();
  let lines: Lines[] = [];
  // Lines of a hunk still to come: a line of the copy may look like a header.
  let pending = 0;
  for (const line of diff.split('\n')) {
    if (pending > 0 && /^[-+]/.test(line)) {
      pending--;
      continue;
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      const count = Number(hunk[3] ?? 1);
      pending = Number(hunk[1] ?? 1) + count;
      const from = Number(hunk[2]) - 1;
      // Where lines were only removed, the lines on both sides now stand together.
      lines.push(count === 0 ? { from, to: from + 2 } : { from, to: from + count });
    } else if (line.startsWith('+++ ') && line !== '+++ /dev/null') {
      lines = [];
      files.set(pathOf(line.slice(4)), lines);
    }
  }
  return files;
}

/** `b/some path`, with a tab after it when it has spaces, or in quotation marks with escapes. */
function pathOf(header: string): string {
  const bare = header.replace(/\r$/, '');
  if (!bare.startsWith('"')) return bare.replace(/\t$/, '').slice(2);
  const bytes: number[] = [];
  const body = bare.slice(1, bare.lastIndexOf('"'));
  const escapes: Record<string, number> = { n: 10, t: 9, r: 13, a: 7, b: 8, f: 12, v: 11 };
  for (const [piece, octal, letter] of body.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gsu)) {
    if (octal !== undefined) bytes.push(Number.parseInt(octal, 8));
    else if (letter !== undefined) bytes.push(escapes[letter] ?? letter.charCodeAt(0));
    else bytes.push(...Buffer.from(piece));
  }
  return Buffer.from(bytes).toString('utf8').slice(2);
}

async function git(args: readonly string[], cwd: string, message?: string): Promise<string> {
  try {
    return (await run('git', [...args], { cwd, maxBuffer: 1024 * 1024 * 1024 })).stdout;
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (missing)
      throw new CallError(
        '--since needs git, which is not installed.',
        'Install git, or leave --since out.',
      );
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new CallError(
      message ?? `git failed: ${said}`,
      'Check the revision given to --since, and that you stand in the repository. A shallow clone lacks the history: fetch it (in a workflow, fetch-depth: 0).',
    );
  }
}
