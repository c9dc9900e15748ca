import type { PracticeProfile } from '../profile.js';
import type { Tokens } from '../tokens.js';

/** Marks the names of people on the tokens. */
export function tagPeople(_tokens: Tokens, _profile: PracticeProfile): void {}
