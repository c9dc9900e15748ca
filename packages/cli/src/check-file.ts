import { sep } from 'node:path';
import { type CheckOptions, type Inspection, inspect, type PracticeProfile } from '@chaperone/core';
import { kindOf } from './kinds.js';

/** What the call says about every document it checks. */
export interface DocumentOptions extends CheckOptions {
  /** Overrides what the file's name says. */
  readonly languageId?: string;
}

/** The language id of a file: what the call says, else by its name, else plain text. */
export function languageIdFor(path: string, options: DocumentOptions): string {
  return options.languageId ?? kindOf(path) ?? 'plaintext';
}

/** Checks one text that stands at an absolute path. `today` is an ISO date. */
export function inspectText(
  text: string,
  absolute: string,
  profile: PracticeProfile,
  today: string,
  options: DocumentOptions,
): Inspection {
  const { languageId: _, ...checkOptions } = options;
  // Not percent-encoded: the profile's globs are written as people see the path.
  const uri = `file://${sep === '\\' ? `/${absolute.split(sep).join('/')}` : absolute}`;
  return inspect(
    { uri, languageId: languageIdFor(absolute, options), text },
    profile,
    today,
    checkOptions,
  );
}

/** Today on this machine's calendar, as YYYY-MM-DD: authorizations expire by the practice's own day. */
export function todayHere(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
