import type { Person } from '../people.js';
import type { Run } from './runs.js';

/** What a run of capitals is. */
export interface Verdict {
  readonly kind: 'person' | 'staff' | 'none';
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly cue: string;
}

/** What the judge of a run may ask about the passage. */
export interface Around {
  /** True for a word of a name that is known to be staff. */
  own(word: string): boolean;
  /** The names that the answered review speaks of. */
  readonly serving: ReadonlySet<string> | undefined;
  readonly reply: boolean;
  readonly before: Person | undefined;
  /** Where the place name that starts with the run ends; the run's start when there is none. */
  readonly placeEnd: number;
}

export function none(run: Run): Verdict {
  return { kind: 'none', from: run.from, to: run.to, score: 0, cue: '' };
}

export function is(
  kind: 'person' | 'staff',
  run: Run,
  score: number,
  cue: string,
  from = run.from,
): Verdict {
  return { kind, from, to: run.to, score: Math.max(0, Math.min(1, score)), cue };
}
