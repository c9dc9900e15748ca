import { profileNames } from '@chaperone/config/names';
import { DidChangeWatchedFilesNotification, type FileSystemWatcher } from 'vscode-languageserver';
import { parentOf } from './profiles.js';
import type { Traits } from './traits.js';
import type { Wire } from './wire.js';

/** Has the client watch the files that configure the check. */
export interface Watchers {
  /** Watches profiles and rule files in the open folders, and the profiles in the folders above them. */
  start(folders: readonly string[]): void;
  /** Watches one file, which may stand outside of the open folders. */
  file(uri: string): void;
}

export function createWatchers({ client }: Wire, traits: Traits): Watchers {
  const watched = new Set<string>();
  let open: readonly string[] = [];
  const watch = (watchers: FileSystemWatcher[]) => {
    if (traits.watches && watchers.length > 0)
      void client.register(DidChangeWatchedFilesNotification.type, { watchers });
  };
  /** A watcher for names in a folder that is not open; none where the client cannot have one, or has it. */
  const outside = (folder: string, pattern: string): FileSystemWatcher[] => {
    const key = `${folder}/${pattern}`;
    const isOpen = open.some((one) => folder === one || folder.startsWith(`${one}/`));
    if (!traits.watchesOutside || isOpen || watched.has(key)) return [];
    watched.add(key);
    return [{ globPattern: { baseUri: folder, pattern } }];
  };
  return {
    start(folders) {
      open = folders;
      watch([
        { globPattern: '**/chaperone.{yaml,yml}' },
        // A profile may name rule files of any name.
        { globPattern: '**/*.{yaml,yml,json}' },
        ...folders.flatMap((folder) =>
          foldersAbove(folder).flatMap((above) => outside(above, `{${profileNames.join(',')}}`)),
        ),
      ]);
    },
    file(uri) {
      const folder = parentOf(uri);
      if (folder === undefined) return;
      watch(outside(folder, decodeURIComponent(uri.slice(folder.length + 1))));
    },
  };
}

/** The folders above one, nearest first: the nearest profile of them rules. */
function foldersAbove(folder: string): string[] {
  const above: string[] = [];
  for (let at = parentOf(folder); at !== undefined; at = parentOf(at)) above.push(at);
  return above;
}
