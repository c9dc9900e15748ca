import type { Store } from './host.js';

/** Keeps values in the browser, for this add-in's own origin. Where that is off, for as long as the pane is open. */
export function browserStore(prefix: string): Store {
  const spare = new Map<string, string>();
  return {
    get(name) {
      try {
        return localStorage.getItem(prefix + name) ?? spare.get(name);
      } catch {
        return spare.get(name);
      }
    },
    async set(name, value) {
      if (value === undefined) spare.delete(name);
      else spare.set(name, value);
      if (value === undefined) localStorage.removeItem(prefix + name);
      else localStorage.setItem(prefix + name, value);
    },
  };
}
