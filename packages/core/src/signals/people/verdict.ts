import type { Tokens } from '../../tokens.js';
import { asCalled, asCompanion, asTitled, asVocative } from './address.js';
import { asBrand, ruledOut } from './exclusions.js';
import { asNarrative } from './narrative.js';
import type { Run } from './runs.js';
import { asSignature } from './signature.js';
import { asStaff } from './staff.js';
import type { Around, Verdict } from './verdict-types.js';
import { Words } from './words.js';

/** Decides what a run is: cues around it first, then the lists, then its capitals. */
export function judgeRun(tokens: Tokens, run: Run, around: Around): Verdict {
  const words = new Words(tokens, run);
  return (
    asBrand(words, run) ??
    asCalled(words, run, around) ??
    ruledOut(words, run, around) ??
    asStaff(words, run, around) ??
    asTitled(words, run) ??
    asSignature(words, run, around) ??
    asCompanion(words, run, around) ??
    asVocative(words, run, around) ??
    asNarrative(words, run, around)
  );
}
