import type { Rule } from '../rule.js';

/** All rules in order of precedence: where findings overlap, the earlier rule wins. */
export const rules: readonly Rule[] = [];
