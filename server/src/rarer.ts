import type { Format } from '@chaperone/core';
import type { ProfileText } from './profile-text.js';

/** What stands in worker-formats.js, and is loaded when it is first needed. */
export interface Rarer {
  readonly profileText: ProfileText;
  /** Core's formats, in core's order. */
  readonly formats: readonly Format[];
}

declare const self: WorkerGlobalScope & { chaperoneRarer?: Rarer };

let url = '';

/** Names the address of worker-formats.js where it does not stand beside worker.js. */
export function formatsAt(given: string): void {
  url = given;
}

/** Loads worker-formats.js from the worker's own origin, once. */
export function rarer(): Rarer {
  if (!self.chaperoneRarer) {
    self.importScripts(url === '' ? new URL('worker-formats.js', self.location.href).href : url);
  }
  if (!self.chaperoneRarer) throw new Error('worker-formats.js is of another version.');
  return self.chaperoneRarer;
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
