import type { Server } from './connection.js';
import type { Fixing } from './fixing.js';
import type { ProfileChange } from './reports.js';
import * as words from './strings.js';

/** The practice profile, as YAML. */
export interface PaneProfile {
  text(): string;
  /** Uses and keeps it. Rejects when it cannot be kept. */
  save(yaml: string): Promise<unknown>;
}

/**
 * Makes changes of the profile from a finding, which undo takes back. Gives "done", or a sentence about what went
 * wrong. `look` checks everything again.
 */
export function profileChanging(
  profile: PaneProfile,
  server: Server,
  fixes: Fixing,
  look: () => Promise<void>,
): (change: ProfileChange) => Promise<string> {
  return async (change) => {
    const before = profile.text();
    const after = await server.changed(before, change).catch(() => before);
    if (after === before) return words.profileUnchanged;
    const kept = await use(after);
    fixes.remember(async () => {
      // It may have been edited in its own tab since.
      if (profile.text() !== after) return undefined;
      await use(before);
      return { kind: 'done' };
    });
    return kept ? 'done' : words.notSaved;
  };

  async function use(yaml: string): Promise<boolean> {
    const kept = await profile.save(yaml).then(
      () => true,
      () => false,
    );
    await look();
    return kept;
  }
}
