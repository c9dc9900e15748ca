import { type ConfigurationScope, workspace } from 'vscode';
import type { Level, Severity } from './protocol.js';

/** The extension's settings, as the user set them. package.json describes each and holds its default. */
export interface Settings {
  readonly enable: boolean;
  readonly strictness: 'profile' | Level;
  readonly lowestSeverity: Severity;
  /** A path from the workspace folder; empty for the nearest chaperone.yaml. */
  readonly profile: string;
  /** Language ids. */
  readonly languages: readonly string[];
  /** Globs. */
  readonly exclude: readonly string[];
  readonly checkOn: 'type' | 'save';
  readonly squigglesOnly: boolean;
  readonly codeLens: boolean;
  readonly notebooks: boolean;
  readonly commitMessages: boolean;
}

/** Settings that shape what passes between editor and server: a change of one starts the server anew. */
export const startSettings: readonly (keyof Settings)[] = [
  'lowestSeverity',
  'languages',
  'exclude',
  'checkOn',
  'squigglesOnly',
  'notebooks',
  'commitMessages',
];

/** One setting's value; `scope` is the document asked about, where it matters. */
export function setting<Name extends keyof Settings>(
  name: Name,
  scope?: ConfigurationScope,
): Settings[Name] {
  const value = workspace.getConfiguration('chaperone', scope ?? null).get<Settings[Name]>(name);
  if (value === undefined) throw new Error(`package.json has no default for chaperone.${name}`);
  return value;
}
