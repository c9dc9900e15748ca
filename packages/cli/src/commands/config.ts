import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { stringify } from 'yaml';
import { CallError, exitCodes } from '../exit.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { print, tell } from '../terminal.js';

export interface ConfigCall {
  readonly cwd: string;
  readonly path: string;
  readonly format: 'yaml' | 'json';
  readonly profile?: string;
}

/** `chaperone config print`: the profile that holds for a path, with every default. Resolves to the exit code. */
export async function configCommand(call: ConfigCall): Promise<number> {
  const absolute = resolve(call.cwd, call.path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats)
    throw new CallError(
      `${call.path}: there is no such file or folder.`,
      'Name a file or folder, or none for the one you are in.',
    );
  const profiles = createProfiles(call.profile, call.cwd);
  const { profile, file, problems } = stats.isDirectory()
    ? profiles.forFolder(absolute)
    : profiles.forFile(absolute);
  for (const problem of problems) tell(describeProblem(problem));
  if (call.format === 'json')
    await print(`${JSON.stringify({ file: file ?? null, profile }, null, 2)}\n`);
  else
    await print(
      `# ${file === undefined ? 'No chaperone.yaml at or above this place: these are the defaults.' : `From ${file}`}\n${stringify(profile)}`,
    );
  return problems.some((problem) => problem.severity === 'error') ? exitCodes.bad : exitCodes.clean;
}
