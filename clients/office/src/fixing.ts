import type { FoundFix } from './found.js';
import { type Change, edited, type Host, type Outcome, smallestEdit } from './host.js';

/** Makes fixes and takes the last ones back. */
export interface Fixing {
  apply(fix: FoundFix): Promise<Outcome>;
  /** Undefined when there is nothing to take back. */
  undo(): Promise<Outcome | undefined>;
}

const mostUndos = 50;

export function fixing(host: Host): Fixing {
  const done: Change[][] = [];
  return {
    async apply(fix) {
      const back: Change[] = [];
      for (const change of changesOf(fix)) {
        const outcome = await host.apply(change);
        if (outcome.kind !== 'done') {
          // Half a fix is worse than none.
          for (const one of back) await host.apply(one);
          return outcome;
        }
        const after = edited(change.before, change.edits);
        back.unshift({
          key: change.key,
          before: after,
          edits: [smallestEdit(after, change.before)],
        });
      }
      done.push(back);
      if (done.length > mostUndos) done.shift();
      return { kind: 'done' };
    },
    async undo() {
      const last = done.pop();
      if (!last) return undefined;
      for (const change of last) {
        const outcome = await host.apply(change);
        if (outcome.kind !== 'done') return outcome;
      }
      return { kind: 'done' };
    },
  };
}

/** A fix as one change per paragraph. */
export function changesOf(fix: FoundFix): Change[] {
  const byKey = new Map<string, Change>();
  for (const { key, before, start, end, text } of fix.edits) {
    const known = byKey.get(key);
    byKey.set(key, { key, before, edits: [...(known?.edits ?? []), { start, end, text }] });
  }
  return [...byKey.values()];
}
