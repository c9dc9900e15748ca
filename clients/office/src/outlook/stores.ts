/// <reference types="office-js" preserve="true" />
import type { Store } from '../host.js';
import { ask, type Item } from './item.js';

const prefix = 'chaperone.';

/** The user's own settings, 32 KB in the mailbox: the practice profile. Rejects when they cannot be saved. */
export function mailboxStore(settings: Office.RoamingSettings): Store {
  return {
    get: (name) => textOf(settings.get(prefix + name)),
    async set(name, value) {
      if (value === undefined) settings.remove(prefix + name);
      else settings.set(prefix + name, value);
      await ask<void>((done) => settings.saveAsync(done));
    },
  };
}

/** Small values kept with the item, 2,500 characters in all: channel, ignored findings. For the session where Outlook refuses. */
export async function itemStore(item: Item): Promise<Store> {
  const held = await ask<Office.CustomProperties>((done) =>
    item.loadCustomPropertiesAsync(done),
  ).catch(() => undefined);
  const spare = new Map<string, string | undefined>();
  return {
    get: (name) => (spare.has(name) ? spare.get(name) : textOf(held?.get(prefix + name))),
    async set(name, value) {
      spare.set(name, value);
      if (!held) throw new Error('This item keeps no properties.');
      if (value === undefined) held.remove(prefix + name);
      else held.set(prefix + name, value);
      await ask<void>((done) => held.saveAsync(done));
    },
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
