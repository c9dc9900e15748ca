import type { PracticeProfile } from '@chaperone/core';
import { type PlacedProblem, type ReadProfile, readProfile } from './read-profile.js';

/** A file that a profile names under `ruleFiles`, as its host found it. */
export interface RuleFile {
  /** How problems name the file. */
  readonly path: string;
  /** Absent when the file cannot be read. */
  readonly text?: string | undefined;
}

/**
 * The profile with the custom rules of the files that it names. `files` stands in the order of `profile.ruleFiles`.
 * A file that cannot be read is a problem of the profile, at the place where that names it.
 */
export function withRuleFiles(read: ReadProfile, files: readonly RuleFile[]): ReadProfile {
  const customRules = [...read.profile.customRules];
  const problems = [...read.problems];
  for (const [index, file] of files.entries()) {
    if (file.text === undefined) {
      const named = read.profile.ruleFiles[index] ?? file.path;
      const path = ['ruleFiles', String(index)];
      problems.push({
        path,
        message: `The rule file "${named}" that the profile names cannot be read.`,
        remedy: 'Correct its name under ruleFiles; it is relative to the profile.',
        severity: 'error',
        ...read.place(path),
      });
      continue;
    }
    const added = readRuleFile(file.text, file.path);
    problems.push(...added.problems);
    customRules.push(...added.rules);
  }
  return { ...read, profile: { ...read.profile, customRules }, problems };
}

/** The custom rules of one file: a list, or a list under `customRules`. */
function readRuleFile(
  given: string,
  path: string,
): { rules: PracticeProfile['customRules']; problems: readonly PlacedProblem[] } {
  const text = given.replace(/^\uFEFF/, '');
  const isBare = /^(?:[ \t]*(?:#.*|---[ \t]*)?\r?\n)*[ \t]*-(?!--)/.test(text);
  if (!isBare) {
    const { profile, problems } = readProfile(text, path);
    return { rules: profile.customRules, problems };
  }
  // A bare list becomes the value of the key that holds such lists, on a line of its own: places then are one line off.
  const key = 'customRules:\n';
  const { profile, problems } = readProfile(
    key + text.replace(/^((?:[ \t]*(?:#.*)?\r?\n)*)---/, '$1#  '),
    path,
  );
  const back = (offset: number) => Math.max(0, offset - key.length);
  return {
    rules: profile.customRules,
    problems: problems.map((problem) => ({
      ...problem,
      line: Math.max(1, problem.line - 1),
      span: { start: back(problem.span.start), end: back(problem.span.end) },
    })),
  };
}
