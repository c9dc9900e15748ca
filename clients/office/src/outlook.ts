/// <reference types="office-js" preserve="true" />
import type { Host } from './host.js';

/** The Host for Outlook; undefined where no item is being written. */
export function outlookHost(_office: typeof Office): Host | undefined {
  return undefined;
}
