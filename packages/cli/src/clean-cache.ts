import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { version } from './version.js';

/** The folder used where `--cache-location` names none. */
export const cacheFolder = '.chaperone-cache';

/**
 * Remembers which files were clean, by a hash of everything their check depends on. Files with findings are
 * checked again each time, so that the cache never holds words of the copy.
 */
export interface CleanCache {
  isClean(path: string, key: string): boolean;
  remember(path: string, key: string, clean: boolean): void;
  save(): void;
}

export function openCache(folder: string): CleanCache {
  const file = join(folder, 'clean.json');
  const engine = engineKey();
  const entries = new Map(Object.entries(read(file, engine)));
  let changed = false;
  return {
    isClean: (path, key) => entries.get(path) === key,
    remember(path, key, clean) {
      if ((entries.get(path) === key) === clean) return;
      changed = true;
      if (clean) entries.set(path, key);
      else entries.delete(path);
    },
    save() {
      if (!changed) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, '.gitignore'), '*\n');
      writeFileSync(file, JSON.stringify({ engine, entries: Object.fromEntries(entries) }));
    },
  };
}

/** A hash over parts of any length. */
export function hashOf(...parts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(`${part.length}:`).update(part);
  return sum.digest('hex');
}

/** Changes with every version and every build of the program. */
function engineKey(): string {
  const folder = dirname(fileURLToPath(import.meta.url));
  return `${version} ${statSync(folder).mtimeMs}`;
}

function read(file: string, engine: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (
      typeof value !== 'object' ||
      value === null ||
      !('engine' in value) ||
      value.engine !== engine
    )
      return {};
    if (!('entries' in value) || typeof value.entries !== 'object' || value.entries === null)
      return {};
    return Object.fromEntries(
      Object.entries(value.entries).filter(([, key]) => typeof key === 'string'),
    );
  } catch {
    // No cache yet, or one that was cut off: as good as empty.
    return {};
  }
}
