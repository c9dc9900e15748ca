import type { Authority, Format, filled, fixesOf, parseProfile, Rule } from '@chaperone/core';
import type { ProfileText } from './profile-text.js';

/** What people read about a rule or a law, by its id. */
export interface Explanations {
  readonly rules: Readonly<Record<string, Partial<Rule>>>;
  readonly laws: Readonly<Record<string, Partial<Authority>>>;
}

/** What stands in worker-formats.js, and is loaded when it is first needed. */
export interface Rarer {
  readonly profileText: ProfileText;
  /** Core's formats, in core's order. */
  readonly formats: readonly Format[];
  readonly explanations: Explanations;
  readonly parseProfile: typeof parseProfile;
  /** What writes the fixes of a finding, when somebody asks for one. */
  readonly fixesOf: typeof fixesOf;
  readonly filled: typeof filled;
}

declare const self: WorkerGlobalScope & { chaperoneRarer?: Rarer; chaperoneLearned?: unknown };

let url = '';

/** Names the address of worker-formats.js, and with it of the other files, where they do not stand beside worker.js. */
export function formatsAt(given: string): void {
  url = given;
}

/** Loads worker-formats.js from the worker's own origin, once. */
export function rarer(): Rarer {
  if (!self.chaperoneRarer) load('worker-formats.js');
  if (!self.chaperoneRarer) throw new Error('worker-formats.js is of another version.');
  return self.chaperoneRarer;
}

/** What training learned. Loads worker-learned.js from the worker's own origin, once. Used by the build, see lazy-data.mjs. */
export function learned(): unknown {
  if (!self.chaperoneLearned) load('worker-learned.js');
  if (!self.chaperoneLearned) throw new Error('worker-learned.js is of another version.');
  return self.chaperoneLearned;
}

function load(file: string): void {
  self.importScripts(new URL(file, url === '' ? self.location.href : url).href);
}

/**
 * Completes an object with keys that are read from worker-formats.js when they are first asked for. Used by the build,
 * see lazy-data.mjs.
 */
export function late<Entry extends { readonly id: string }>(
  table: keyof Explanations,
  keys: readonly string[],
  entry: Entry,
): Entry {
  const words = () => rarer().explanations[table][entry.id] as Record<string, unknown>;
  for (const key of keys)
    Object.defineProperty(entry, key, { get: () => words()[key], enumerable: true });
  return entry;
}

/**
 * A format of which only the names are here. `comment` is its comment around a NUL character;
 * `methods` come from worker-formats.js at the first call. Used by the build, see lazy-formats.mjs.
 */
export function lazyFormat(
  index: number,
  names: Pick<Format, 'languageIds' | 'extensions'>,
  methods: readonly (keyof Format)[],
  comment?: string,
): Format {
  const real = () => rarer().formats[index] as Format;
  const late = methods.map((key) => [key, { get: () => real()[key], enumerable: true }] as const);
  const written =
    comment === undefined ? {} : { comment: (text: string) => comment.replace('\0', () => text) };
  return Object.defineProperties({ ...names, ...written }, Object.fromEntries(late)) as Format;
}
