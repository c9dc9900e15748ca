import type { PlacedProblem, ReadProfile } from '@chaperone/config';
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
  /** URIs of the files with rules of the practice's own that the profile names. */
  readonly ruleFiles: readonly string[];
}

/** Finds and keeps profiles. Nearest file wins: the document's own folder, then its parents. */
export interface Profiles {
  for(uri: string, settings: Settings): Promise<ProfileChoice>;
  /** A profile's text as it stands in an editor, with the rules of the files that it names. */
  read(text: string, uri: string): Promise<ProfileChoice>;
  /** True for a file that holds a profile, or rules that a profile read so far names. */
  isProfilePart(uri: string): boolean;
  /** A profile file may have changed on disk or in an editor. */
  changed(): void;
}

const noProfile: ProfileChoice = { profile: defaultProfile, problems: [], ruleFiles: [] };

/** `read` gives a file's text, or undefined where there is none. `onRuleFile` hears the URI of each rule file that a profile names. */
export function createProfiles(
  read: (uri: string) => Promise<string | undefined>,
  reader: () => ProfileText,
  onRuleFile: (uri: string) => void = () => undefined,
): Profiles {
  let folders = new Map<string, Promise<ProfileChoice | undefined>>();
  let files = new Map<string, Promise<ProfileChoice | undefined>>();
  let fromText: { text: string; choice: Promise<ProfileChoice> } | undefined;
  const named = new Set<string>();

  const file = (uri: string): Promise<ProfileChoice | undefined> => {
    const known = files.get(uri) ?? readChoice(uri);
    files.set(uri, known);
    return known;
  };
  const readChoice = async (uri: string): Promise<ProfileChoice | undefined> => {
    const text = await read(uri);
    return text === undefined ? undefined : readText(text, uri);
  };
  const readText = async (text: string, uri: string): Promise<ProfileChoice> => {
    const plain = reader().read(text, uri);
    const ruleFiles = plain.profile.ruleFiles.map((path) => besides(uri, path));
    for (const one of ruleFiles) {
      named.add(comparable(one));
      onRuleFile(one);
    }
    if (ruleFiles.length === 0) return { ...choiceOf(plain), uri, ruleFiles };
    const files = await Promise.all(
      ruleFiles.map(async (path) => ({ path, text: await read(path) })),
    );
    return { ...choiceOf(reader().withRuleFiles(plain, files)), uri, ruleFiles };
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

  /** Text from the settings stands in no folder, so no file can be named from there. */
  const readAlone = async (text: string): Promise<ProfileChoice> => {
    const plain = reader().read(text, 'chaperone.yaml');
    const files = plain.profile.ruleFiles.map((path) => ({ path }));
    return { ...choiceOf(reader().withRuleFiles(plain, files)), ruleFiles: [] };
  };

  return {
    read: readText,
    isProfilePart: (uri) => isProfileFile(uri) || named.has(comparable(uri)),
    async for(uri, settings) {
      if (settings.profileText !== undefined) {
        if (fromText?.text !== settings.profileText) {
          fromText = { text: settings.profileText, choice: readAlone(settings.profileText) };
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

/** The URI of a path that the file `uri` names: absolute, or relative to that file's folder. */
export function besides(uri: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (/^(?:[\w+.-]{2,}:|[A-Za-z]:\/)/.test(slashed)) return toUri(slashed);
  const [, root = '', folder = ''] =
    /^([\w+.-]+:(?:\/\/[^/]*)?)(\/.*)?$/.exec(parentOf(uri) ?? '') ?? [];
  const steps = slashed.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of slashed.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(encodeURIComponent(step));
  }
  return `${root}/${steps.join('/')}`;
}

/** Clients escape different characters of the same URI. */
export function comparable(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function choiceOf({ profile, problems }: ReadProfile): Omit<ProfileChoice, 'ruleFiles'> {
  return { profile, problems };
}

/** A path of either kind of file system as a URI; a URI stays as it is. */
export function toUri(path: string): string {
  if (/^[\w+.-]{2,}:/.test(path)) return path;
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  return slashed.startsWith('/') ? `file://${encoded}` : `file:///${encoded}`;
}
