import type { Channel, Severity, Strictness } from './channel.js';
import type { Rule } from './rule.js';

/** The practice whose copy this is: who its own people are, and how strict its counsel is. */
export interface PracticeProfile {
  readonly name: string;
  readonly staff: readonly string[];
  readonly handles: readonly string[];
  readonly partners: readonly string[];
  readonly phones: readonly string[];
  readonly domains: readonly string[];
  readonly addresses: readonly string[];
  readonly strictness: Strictness;
  /** 'us' is always there; 'us-ca', 'us-tx', 'us-wa', 'us-ftc', 'eu' add citations. */
  readonly jurisdiction: readonly string[];
  /** Globs to channels; the first that matches wins. */
  readonly channels: Readonly<Record<string, Channel>>;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly customRules: readonly Rule[];
}

/** The profile of a practice nothing is known about. Checking works well with it. */
export const defaultProfile: PracticeProfile = {
  name: '',
  staff: [],
  handles: [],
  partners: [],
  phones: [],
  domains: [],
  addresses: [],
  strictness: 'strict',
  jurisdiction: ['us'],
  channels: {},
  rules: {},
  customRules: [],
};

/** A problem in a profile: `path` names the place as keys ("customRules", "0", "id"). */
export interface ProfileProblem {
  readonly path: readonly string[];
  readonly message: string;
  /** What to do about it, in plain words. */
  readonly remedy: string;
  readonly severity: 'error' | 'warning';
}

/**
 * Reads a practice profile from parsed YAML or JSON. Never throws: what is wrong is reported and the rest
 * is used, so that a broken profile never takes checking down.
 */
export function parseProfile(input: unknown): { profile: PracticeProfile; problems: readonly ProfileProblem[] } {
  if (input === null || typeof input !== 'object') return { profile: defaultProfile, problems: [] };
  return { profile: { ...defaultProfile, ...(input as Partial<PracticeProfile>) }, problems: [] };
}
