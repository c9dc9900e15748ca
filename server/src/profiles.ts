import type { PlacedProblem } from '@chaperone/config';
import { profileNames } from '@chaperone/config/names';
import { defaultProfile, type PracticeProfile } from '@chaperone/core';
import type { ProfileText } from './profile-text.js';
import type { Settings } from './settings.js';

/** The profile that rules a document. */
export interface ProfileChoice {
  readonly profile: PracticeProfile;
  readonly problems: readonly PlacedProblem[];
  /** The file it was read from; absent for text from the settings and for no profile at all. */
  readonly uri?: string;
}

/** Finds and keeps profiles. Nearest file wins: the document's own folder, then its parents. */
export interface Profiles {
  for(uri: string, settings: Settings): Promise<ProfileChoice>;
  /** A profile file may have changed on disk or in an editor. */
  changed(): void;
}

const noProfile: ProfileChoice = { profile: defaultProfile, problems: [] };

/** `read` gives a file's text, or undefined where there is none. */
export function createProfiles(
  read: (uri: string) => Promise<string | undefined>,
  reader: () => ProfileText,
): Profiles {
  let folders = new Map<string, Promise<ProfileChoice | undefined>>();
  let files = new Map<string, Promise<ProfileChoice | undefined>>();
  let fromText: { text: string; choice: ProfileChoice } | undefined;

  const file = (uri: string): Promise<ProfileChoice | undefined> => {
    const known = files.get(uri) ?? readChoice(uri);
    files.set(uri, known);
    return known;
  };
  const readChoice = async (uri: string): Promise<ProfileChoice | undefined> => {
    const text = await read(uri);
    return text === undefined ? undefined : { ...reader().read(text, uri), uri };
  };
  const nearest = (folder: string): Promise<ProfileChoice | undefined> => {
    const known = folders.get(folder) ?? search(folder);
    folders.set(folder, known);
    return known;
  };
  const search = async (folder: string): Promise<ProfileChoice | undefined> => {
    for (const name of profileNames) {
      const found = await file(`${folder}/${name}`);
      if (found) return found;
    }
    const parent = parentOf(folder);
    return parent === undefined ? undefined : nearest(parent);
  };

  return {
    async for(uri, settings) {
      if (settings.profileText !== undefined) {
        if (fromText?.text !== settings.profileText) {
          fromText = {
            text: settings.profileText,
            choice: reader().read(settings.profileText, 'chaperone.yaml'),
          };
        }
        return fromText.choice;
      }
      const folder = parentOf(uri);
      const found = folder === undefined ? undefined : await nearest(folder);
      if (found) return found;
      if (settings.profile === undefined) return noProfile;
      return (await file(toUri(settings.profile))) ?? noProfile;
    },
    changed() {
      folders = new Map();
      files = new Map();
    },
  };
}

/** True for a file that holds a profile: it is read as such, never checked as copy. */
export function isProfileFile(uri: string): boolean {
  return profileNames.some((name) => uri.endsWith(`/${name}`));
}

/** The folder a URI stands in, without a slash at its end; undefined at the top. */
export function parentOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/');
  if (slash < 0) return undefined;
  const parent = uri.slice(0, slash);
  return /^[\w+.-]+:\/?\/?$/.test(parent) ? undefined : parent;
}

/** A path of either kind of file system as a URI; a URI stays as it is. */
export function toUri(path: string): string {
  if (/^[\w+.-]{2,}:/.test(path)) return path;
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  return slashed.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}
