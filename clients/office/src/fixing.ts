import type { FoundFix } from './found.js';
import { type Change, edited, type Host, type Outcome, smallestEdit } from './host.js';

/** Takes something back; undefined where it was taken back already. */
export type Undo = () => Promise<Outcome | undefined>;

/** Makes fixes, and takes back what was done last. */
export interface Fixing {
  apply(fix: FoundFix): Promise<Outcome>;
  /** Something else was done, which undo takes back in its turn. */
  remember(undo: Undo): void;
  /** Undefined when there is nothing to take back. */
  undo(): Promise<Outcome | undefined>;
}

const mostUndos = 50;

export function fixing(host: Host): Fixing {
  const done: Undo[] = [];
  const fixes: Fixing = {
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
      fixes.remember(async () => {
        for (const change of back) {
          const outcome = await host.apply(change);
          if (outcome.kind !== 'done') return outcome;
        }
        return { kind: 'done' };
      });
      return { kind: 'done' };
    },
    remember(undo) {
      done.push(undo);
      if (done.length > mostUndos) done.shift();
    },
    async undo() {
      for (let last = done.pop(); last; last = done.pop()) {
        const outcome = await last();
        if (outcome) return outcome;
      }
      return undefined;
    },
  };
  return fixes;
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
