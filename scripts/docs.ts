import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulesPage } from '../packages/core/src/rules-page.js';

/** Writes docs/rules.md from the rules: `pnpm docs`. packages/core/test/docs.test.ts fails when it is out of date. */
const target = fileURLToPath(new URL('../docs/rules.md', import.meta.url));
writeFileSync(target, rulesPage());
console.log('Wrote docs/rules.md');
