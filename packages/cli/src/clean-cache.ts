import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelChoice } from '@chaperone/core';
import { version } from './version.js';

/** The folder used where `--cache-location` names none. */
export const cacheFolder = '.chaperone-cache';

/**
 * Remembers which files were clean, by a hash of everything their check depends on. Files with findings are
 * checked again each time, so that the cache never holds words of the copy.
 */
export interface CleanCache {
  /** The channel of a file that was clean under this key; undefined when it must be checked. */
  cleanChannel(path: string, key: string): ChannelChoice | undefined;
  /** Remembers that a file is clean, with its channel; without one, that it is not. */
  remember(path: string, key: string, channel: ChannelChoice | undefined): void;
  save(): void;
}

export function openCache(folder: string): CleanCache {
  const file = join(folder, 'clean.json');
  const engine = engineKey();
  const entries = new Map(Object.entries(read(file, engine)));
  let changed = false;
  return {
    cleanChannel(path, key) {
      const entry = entries.get(path);
      return entry?.key === key ? entry.channel : undefined;
    },
    remember(path, key, channel) {
      if (channel === undefined && !entries.has(path)) return;
      changed = true;
      if (channel) entries.set(path, { key, channel });
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

interface Entry {
  readonly key: string;
  readonly channel: ChannelChoice;
}

function read(file: string, engine: string): Record<string, Entry> {
  try {
    // Written by `save` of this very build, which the engine key vouches for.
    const value: { engine: string; entries: Record<string, Entry> } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return value.engine === engine ? value.entries : {};
  } catch {
    // No cache yet, or one that was cut off: as good as empty.
    return {};
  }
}
