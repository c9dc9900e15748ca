import type { Wishes } from './connection.js';
import type { Found } from './found.js';
import type { Store } from './host.js';

/** A finding the writer let stand. The words themselves are not kept, only a short number made from them. */
export interface IgnoredEntry {
  readonly key: string;
  readonly title: string;
  readonly reason: string;
}

/** What the pane keeps with the document. */
export interface DocumentSettings {
  readonly channel: string;
  readonly strictness: string;
  /** What was chosen, as the server takes it. */
  readonly wishes: Wishes;
  readonly ignored: readonly IgnoredEntry[];
  setChannel(value: string): Promise<void>;
  setStrictness(value: string): Promise<void>;
  ignore(found: Found, reason: string): Promise<void>;
  restore(key: string): Promise<void>;
}

export function documentSettings(store: Store): DocumentSettings {
  let ignored = readIgnored(store.get('ignored'));
  let channel = store.get('channel') ?? '';
  let strictness = store.get('strictness') ?? '';
  const keep = () =>
    store.set('ignored', ignored.length === 0 ? undefined : JSON.stringify(ignored));
  return {
    get channel() {
      return channel;
    },
    get strictness() {
      return strictness;
    },
    get wishes() {
      return {
        ...(channel ? { channel } : {}),
        ...(strictness ? { strictness: strictness as 'strict' } : {}),
      };
    },
    get ignored() {
      return ignored;
    },
    setChannel(value) {
      channel = value;
      return store.set('channel', value || undefined);
    },
    setStrictness(value) {
      strictness = value;
      return store.set('strictness', value || undefined);
    },
    ignore(found, reason) {
      ignored = [
        ...ignored.filter((one) => one.key !== found.ignoreKey),
        { key: found.ignoreKey, title: found.title, reason },
      ];
      return keep();
    },
    restore(key) {
      ignored = ignored.filter((one) => one.key !== key);
      return keep();
    },
  };
}

/** What was kept may have been written by anyone who shares the document. */
function readIgnored(text: string | undefined): IgnoredEntry[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: unknown): IgnoredEntry[] => {
      if (typeof one !== 'object' || one === null) return [];
      const { key, title, reason } = one as Record<string, unknown>;
      return typeof key === 'string' && typeof title === 'string' && typeof reason === 'string'
        ? [{ key, title, reason }]
        : [];
    });
  } catch {
    return [];
  }
}
