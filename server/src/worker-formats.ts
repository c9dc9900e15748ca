import { filled, fixesOf, formats, parseProfile } from '@chaperone/core';
import { profileText } from './profile-text.js';
import type { Explanations, Rarer } from './rarer.js';

/** Put in by the build, see lazy-data.mjs. */
declare const CHAPERONE_EXPLANATIONS: Explanations;

const rarer: Rarer = {
  profileText,
  formats,
  explanations: CHAPERONE_EXPLANATIONS,
  parseProfile,
  fixesOf,
  filled,
};
Object.assign(globalThis, { chaperoneRarer: rarer });
