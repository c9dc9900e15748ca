import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explain } from '../src/explain.js';
import { rules } from '../src/rules/index.js';
import { rulesPage } from '../src/rules-page.js';

describe('docs/rules.md', () => {
  const page = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

  it('is what the rules say: run `pnpm docs` after changing one', () => {
    equal(page, rulesPage());
  });

  it('has every rule under an anchor that is its id', () => {
    for (const { id } of rules) ok(page.includes(`\n## ${id}\n`), id);
  });
});

describe('explain', () => {
  it('shows copy, law, severities and what the first fix makes of each violating example', () => {
    for (const rule of rules) {
      const text = explain(rule);
      ok(text.startsWith(`## ${rule.id}\n`), rule.id);
      for (const part of [
        '**Why.**',
        '**Law and cases**',
        '| strict |',
        '| standard |',
        '| lenient |',
        '**Ways out**',
        '**What it finds**',
        '**What it leaves alone**',
      ])
        ok(text.includes(part), `${rule.id}: ${part}`);
    }
  });

  it('adds the law of the jurisdictions asked for', () => {
    const rule = rules.find(({ id }) => id === 'name-with-treatment');
    ok(rule);
    ok(!explain(rule).includes('California'));
    ok(explain(rule, ['us', 'us-ca']).includes('California Civil Code 56.10'));
  });
});
