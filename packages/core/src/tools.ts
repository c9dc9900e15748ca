import { createLexicon, type Lexicon } from './lexicon/index.js';
import type { PracticeProfile } from './profile.js';
import { createReader, type Reader } from './reading.js';
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';
import { allSignals } from './signals/index.js';

/** The compiled vocabulary: what turns passages into readings, and the rules that look at them. */
export interface Tools {
  readonly reader: Reader;
  readonly lexicon: Lexicon;
  readonly rules: readonly Rule[];
}

let builtIn: Tools | undefined;
const custom = new WeakMap<readonly Rule[], Tools>();

/** The compiled signals: made once, since they depend on nothing but the code and the profile's own rules. */
export function toolsFor(profile: PracticeProfile): Tools {
  builtIn ??= { reader: createReader(allSignals, rules), lexicon: createLexicon(), rules };
  if (profile.customRules.length === 0) return builtIn;
  const known = custom.get(profile.customRules);
  if (known) return known;
  const all = [...rules, ...profile.customRules];
  const tools = { reader: createReader(allSignals, all), lexicon: builtIn.lexicon, rules: all };
  custom.set(profile.customRules, tools);
  return tools;
}
