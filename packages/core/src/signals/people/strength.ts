import { NameFlag } from '../../lexicon/names.js';
import type { Run } from './runs.js';

/** How much the words themselves look like a name, whatever stands around them: 0 to 0.9. */
export function strength(run: Run): number {
  const given = run.flags.map((flags) =>
    (flags & NameFlag.given) !== 0
      ? (flags & (NameFlag.word | NameFlag.place)) !== 0
        ? 0.25
        : 0.55
      : 0,
  );
  const last = run.flags.map((flags) =>
    (flags & NameFlag.surname) !== 0 ? ((flags & NameFlag.word) !== 0 ? 0.2 : 0.3) : 0,
  );
  const first = given[0] ?? 0;
  if (run.flags.length === 1)
    return Math.min(
      0.75,
      Math.max(first, (last[0] ?? 0) - 0.05, run.flags[0] === 0 ? 0.2 : 0) +
        (run.initials > 0 ? 0.25 : 0),
    );
  const end = last[last.length - 1] ?? 0;
  const unknown = run.flags[run.flags.length - 1] === 0;
  if (first > 0) return Math.min(0.9, first + (end > 0 ? end + 0.1 : unknown ? 0.25 : 0.15));
  if (end > 0) return (run.flags[0] === 0 || (last[0] ?? 0) > 0 ? 0.4 : 0.25) + end / 2;
  if (given.some((value) => value > 0.3)) return 0.5;
  return run.flags.every((flags) => flags === 0) ? 0.4 : 0.3;
}
