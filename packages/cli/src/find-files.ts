import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { createIgnoreRules, type IgnoreRules } from './ignore-files.js';
import { kindOf } from './kinds.js';

/** A file to check. */
export interface Target {
  /** As the call names it, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** True when the call names this very file, not a folder or a pattern that holds it. */
  readonly named: boolean;
}

/** A file or folder that is not checked, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

export interface Found {
  /** Sorted by name, without repeats. */
  readonly files: readonly Target[];
  readonly leftOut: readonly LeftOut[];
  /** Targets that lead nowhere: a message for each. */
  readonly missing: readonly { path: string; message: string }[];
}

interface Search {
  readonly rules: IgnoreRules | undefined;
  readonly files: Map<string, Target>;
  readonly leftOut: Map<string, LeftOut>;
}

/** Folders that never hold copy. */
const skippedFolders = new Set(['node_modules', 'bower_components', '__pycache__', 'vendor']);

/** Files that are settings, not copy, though their kind is understood. */
const settings =
  /^(chaperone\.ya?ml|.*\.chaperone\.ya?ml|chaperone-baseline\.json|package(-lock)?\.json|pnpm-(lock|workspace)\.yaml|composer\.json|[tj]sconfig(\..*)?\.json|.*\.config\.[cm]?[jt]s|.*\.min\.[cm]?js|.*\.d\.[cm]?ts|manifest\.json|.*\.schema\.json|action\.ya?ml)$/i;

/**
 * Finds the files that the targets (files, folders, globs) name below `cwd`. Folders and globs take the
 * kinds of file that Chaperone reads and honor ignore files; a file named by itself is taken whatever its kind.
 */
export function findFiles(targets: readonly string[], cwd: string, useIgnoreFiles: boolean): Found {
  const search: Search = {
    rules: useIgnoreFiles ? createIgnoreRules() : undefined,
    files: new Map(),
    leftOut: new Map(),
  };
  const missing = targets.flatMap((target) => findTarget(target, cwd, search));
  const files = [...search.files.values()].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
  return { files, leftOut: [...search.leftOut.values()], missing };
}

function findTarget(
  target: string,
  cwd: string,
  search: Search,
): { path: string; message: string }[] {
  const absolute = resolve(cwd, target);
  const kind = fileKind(absolute);
  if (kind === 'file') {
    takeNamed(target, absolute, search);
    return [];
  }
  if (kind === 'folder') {
    walk(
      absolute,
      (path) => shown(path, target, absolute),
      () => true,
      search,
    );
    return [];
  }
  if (picomatch.scan(target).isGlob) return findGlob(target, cwd, search);
  const message = 'there is no such file or folder.\nCheck the name and the folder you are in.';
  return [{ path: slashes(target), message }];
}

function findGlob(
  target: string,
  cwd: string,
  search: Search,
): { path: string; message: string }[] {
  const { base, glob } = picomatch.scan(slashes(target));
  const start = resolve(cwd, base);
  const matches = picomatch(glob, { dot: false });
  let matched = false;
  const wanted = (path: string) => {
    const fits = matches(slashes(relative(start, path)));
    matched ||= fits;
    return fits;
  };
  if (fileKind(start) === 'folder') {
    walk(start, (path) => shown(path, base === '' ? '.' : base, start), wanted, search);
  }
  if (matched) return [];
  return [
    {
      path: target,
      message:
        'no file matches this pattern.\nCheck it, and put it in quotation marks so that the shell leaves it alone.',
    },
  ];
}

function takeNamed(target: string, absolute: string, search: Search): void {
  const path = slashes(target);
  const ignoredBy = search.rules?.ignoredBy(absolute, false, true);
  if (ignoredBy !== undefined)
    search.leftOut.set(absolute, { path, reason: `ignored by ${basename(ignoredBy)}` });
  else search.files.set(absolute, { path, absolute, named: true });
}

function walk(
  folder: string,
  show: (path: string) => string,
  wanted: (path: string) => boolean,
  search: Search,
): void {
  for (const entry of entriesOf(folder)) {
    const absolute = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (!isFolder && !wanted(absolute)) continue;
    const reason = whyLeftOut(absolute, entry, search.rules);
    if (reason !== undefined) {
      if (!search.files.has(absolute))
        search.leftOut.set(absolute, { path: show(absolute) + (isFolder ? '/' : ''), reason });
    } else if (isFolder) walk(absolute, show, wanted, search);
    else if (!search.files.has(absolute))
      search.files.set(absolute, { path: show(absolute), absolute, named: false });
  }
}

function whyLeftOut(
  path: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean; isFile(): boolean },
  rules: IgnoreRules | undefined,
): string | undefined {
  if (entry.isSymbolicLink()) return 'a symbolic link';
  if (entry.isDirectory() && skippedFolders.has(entry.name)) return 'other people’s code';
  if (entry.name.startsWith('.')) return 'hidden';
  const ignoredBy = rules?.ignoredBy(path, entry.isDirectory());
  if (ignoredBy !== undefined) return `ignored by ${basename(ignoredBy)}`;
  if (entry.isDirectory()) return undefined;
  if (!entry.isFile()) return 'not a regular file';
  if (settings.test(entry.name)) return 'settings, not copy';
  return kindOf(entry.name) === undefined ? 'a kind of file that is not read' : undefined;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function fileKind(path: string): 'file' | 'folder' | undefined {
  const stats =
    statSync(path, { throwIfNoEntry: false }) ?? lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? undefined : stats.isDirectory() ? 'folder' : 'file';
}

/** A found path in the words of the call: `posts` finds `posts/a.md`, `.` finds `a.md`. */
function shown(path: string, target: string, start: string): string {
  const below = relative(start, path);
  return slashes(isAbsolute(target) ? path : join(target, below));
}

function slashes(path: string): string {
  return sep === '\\' ? path.split(sep).join('/') : path;
}
