// `npm test`: installs, builds and runs every suite. `npm test -- cli core` runs those packages' suites only.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build, install, packages, requireNode, root, run, say } from './lib/workspace.mjs';

const reporter = join(root, 'scripts', 'lib', 'counting-reporter.cjs');

requireNode();
await install();
const only = process.argv.slice(2);
const suites = packages().filter((each) => each.scripts.test !== undefined && isWanted(each));
await build(only.length === 0 ? undefined : suites.map((suite) => suite.name));
const scratch = mkdtempSync(join(tmpdir(), 'chaperone-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const broken = [];
try {
  // The end-to-end suite stands in test/ and comes last, as the workspace lists it.
  for (const suite of suites) await runSuite(suite);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (suites.length === 0) say(`no suite is named ${only.join(' or ')}`);
if (broken.length > 0) say(`with failures: ${broken.join(', ')}`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
// The two streams may end in one place: let the first drain so that the summary stays the last line.
await new Promise((resolve) => process.stderr.write('', resolve));
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function isWanted(each) {
  return only.length === 0 || only.includes(basename(each.folder)) || only.includes(each.name);
}

async function runSuite(suite) {
  const counts = join(scratch, `${suite.name.replace(/\W+/g, '-')}.json`);
  say(`testing ${suite.name}`);
  const code = await run('npm', ['run', '--silent', 'test', '--', '--reporter', reporter], {
    cwd: suite.folder,
    env: { ...process.env, CHAPERONE_COUNTS: counts },
  });
  const { passed, failed, skipped: pending } = read(counts);
  totals.passed += passed;
  totals.skipped += pending;
  // A suite that does not load writes no counts, and one that ends badly for another reason failed all the same.
  const failures = code === 0 ? failed : Math.max(failed, 1);
  totals.failed += failures;
  if (failures > 0) broken.push(suite.name);
}

function read(counts) {
  try {
    return JSON.parse(readFileSync(counts, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
