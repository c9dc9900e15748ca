import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { languageIdOf } from '@chaperone/core';
import ignore, { type Ignore } from 'ignore';
import type { CopyFile } from './host.js';
import { isProfileFile } from './profiles.js';

/** Folders that never hold a practice's own copy. */
const skipped = new Set(['node_modules', 'bower_components', 'vendor', '__pycache__']);

/** The text of a file, or undefined where there is none, it cannot be read or is not UTF-8. */
export async function readTextFile(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined;
  try {
    const bytes = await readFile(fileURLToPath(uri));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Files of copy under a folder, without what .gitignore and .chaperoneignore leave out. */
export async function* listCopyFiles(folder: string): AsyncIterable<CopyFile> {
  if (!folder.startsWith('file:')) return;
  yield* walk(fileURLToPath(folder), []);
}

interface Rules {
  readonly at: string;
  readonly rules: Ignore;
}

async function* walk(folder: string, above: readonly Rules[]): AsyncIterable<CopyFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  const all = [...above, ...(await rulesIn(folder, entries))];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (skipped.has(entry.name) || entry.name.startsWith('.') || isIgnored(`${path}${sep}`, all))
        continue;
      yield* walk(path, all);
    } else if (entry.isFile() && !isIgnored(path, all)) {
      const uri = pathToFileURL(path).href;
      if (!isProfileFile(uri) && languageIdOf(entry.name) === undefined) continue;
      const found = await stat(path).catch(() => undefined);
      if (found) yield { uri, stamp: `${found.mtimeMs}:${found.size}` };
    }
  }
}

async function rulesIn(folder: string, entries: readonly Dirent[]): Promise<Rules[]> {
  const found: Rules[] = [];
  for (const name of ['.gitignore', '.chaperoneignore']) {
    if (!entries.some((entry) => entry.name === name && entry.isFile())) continue;
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    found.push({ at: folder, rules: ignore().add(text) });
  }
  return found;
}

/** The rules nearest to the file have the last word. */
function isIgnored(path: string, all: readonly Rules[]): boolean {
  let ignored = false;
  for (const { at, rules } of all) {
    const inside = relative(at, path).split(sep).join('/') + (path.endsWith(sep) ? '/' : '');
    const result = rules.test(inside);
    if (result.ignored) ignored = true;
    if (result.unignored) ignored = false;
  }
  return ignored;
}
