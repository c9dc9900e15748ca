import type { ProfileText } from './profile-text.js';

/** What stands in worker-formats.js, and is loaded when it is first needed. */
export interface Rarer {
  readonly profileText: ProfileText;
}

declare const self: WorkerGlobalScope & { chaperoneRarer?: Rarer };

let url = '';

/** Names the address of worker-formats.js where it does not stand beside worker.js. */
export function formatsAt(given: string): void {
  url = given;
}

/** Loads worker-formats.js from the worker's own origin, once. */
export function rarer(): Rarer {
  if (!self.chaperoneRarer)
    self.importScripts(url === '' ? new URL('worker-formats.js', self.location.href).href : url);
  if (!self.chaperoneRarer) throw new Error('worker-formats.js is of another version.');
  return self.chaperoneRarer;
}
