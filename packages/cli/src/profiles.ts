import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type PlacedProblem, profileNames, readProfile, withRuleFiles } from '@chaperone/config';
import { defaultProfile, type PracticeProfile } from '@chaperone/core';
import { CallError } from './exit.js';

/** A practice profile and the file it comes from; no file when the practice has none. */
export interface LoadedProfile {
  readonly profile: PracticeProfile;
  readonly file?: string;
  readonly problems: readonly PlacedProblem[];
}

/** Gives each file its profile: the nearest chaperone.yaml at or above its folder, or the one file the call names. */
export interface Profiles {
  /** The profile for a file, by its absolute path. */
  forFile(path: string): LoadedProfile;
  /** The profile for files of a folder, by its absolute path. */
  forFolder(folder: string): LoadedProfile;
  /** All profiles used so far. */
  used(): readonly LoadedProfile[];
}

const none: LoadedProfile = { profile: defaultProfile, problems: [] };

/** `only` is the file of `--profile`, relative to `cwd`. Throws a CallError when that cannot be read. */
export function createProfiles(only: string | undefined, cwd: string): Profiles {
  const byFile = new Map<string, LoadedProfile>();
  const byFolder = new Map<string, LoadedProfile>();

  const load = (file: string): LoadedProfile => {
    const known = byFile.get(file);
    if (known) return known;
    const loaded = loadProfile(file, cwd);
    byFile.set(file, loaded);
    return loaded;
  };

  const forFolder = (folder: string): LoadedProfile => {
    if (only !== undefined) return load(resolve(cwd, only));
    const known = byFolder.get(folder);
    if (known) return known;
    const file = profileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    const parent = dirname(folder);
    const loaded = file !== undefined ? load(file) : parent === folder ? none : forFolder(parent);
    byFolder.set(folder, loaded);
    return loaded;
  };

  if (only !== undefined && !existsSync(resolve(cwd, only))) {
    throw new CallError(`${only}: there is no such profile.`, 'Check the name given to --profile.');
  }
  return {
    forFolder,
    forFile: (path) => forFolder(dirname(path)),
    used: () => [...byFile.values()],
  };
}

function loadProfile(file: string, cwd: string): LoadedProfile {
  const name = relative(cwd, file) || file;
  try {
    const read = readProfile(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''), name);
    const files = read.profile.ruleFiles.map((each) => {
      const path = resolve(dirname(file), each);
      return { path: relative(cwd, path), text: textOf(path) };
    });
    const { profile, problems } = withRuleFiles(read, files);
    return { profile, file, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const problem: PlacedProblem = {
      file: name,
      line: 1,
      column: 1,
      span: { start: 0, end: 0 },
      path: [],
      severity: 'error',
      message: `The profile cannot be read: ${reason}.`,
      remedy: 'Check that it is a file and that you may read it.',
    };
    return { profile: defaultProfile, file, problems: [problem] };
  }
}

/** A file's text; undefined where it cannot be read. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** `FILE:LINE:COLUMN: error: message`, and the remedy on the next line. */
export function describeProblem(problem: PlacedProblem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.severity}: ${problem.message}\n${problem.remedy}`;
}
