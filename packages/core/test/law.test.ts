import { deepEqual, equal, ok } from 'node:assert/strict';
import { severityOf } from '../src/judge.js';
import { authorities, lawOf, leastSeverity, packs } from '../src/law.js';
import { defaultProfile, jurisdictions } from '../src/profile.js';
import { rules } from '../src/rules/index.js';

describe('Authorities', () => {
  it('have ids of their own', () => {
    equal(new Set(authorities.map(({ id }) => id)).size, authorities.length);
  });

  it('say what they are, where they stand and when they were read', () => {
    for (const { id, cite, says, url, read, jurisdiction } of authorities) {
      ok(cite.length > 5 && says.endsWith('.'), id);
      ok(URL.canParse(url), id);
      ok(/^\d{4}-\d\d-\d\d$/.test(read), id);
      ok((jurisdictions as readonly string[]).includes(jurisdiction), id);
    }
  });

  it('name the year of every sum of money', () => {
    for (const { id, cite, says } of authorities)
      if (/[$]|GBP/.test(cite + says) && !/nominal/.test(says))
        ok(/\b20\d\d\b/.test(cite + says), id);
  });

  it('hold a case for every rule of replies, stories and pictures that rests on one', () => {
    ok(rules.filter(({ law }) => law.some((id) => id.startsWith('case-'))).length >= 15);
  });
});

describe('Packs', () => {
  it('are there for every jurisdiction beside the federal one', () => {
    deepEqual(Object.keys(packs).sort(), jurisdictions.filter((name) => name !== 'us').sort());
  });

  it('add to rules that exist, with authorities that exist', () => {
    for (const [name, pack] of Object.entries(packs)) {
      for (const [rule, law] of Object.entries(pack.law)) {
        ok(
          rules.some(({ id }) => id === rule),
          `${name}: ${rule}`,
        );
        for (const id of law)
          ok(
            authorities.some((authority) => authority.id === id),
            `${name}: ${id}`,
          );
      }
      for (const rule of Object.keys(pack.severity))
        ok(
          rules.some(({ id }) => id === rule),
          `${name}: ${rule}`,
        );
    }
  });

  it('add citations after the rule’s own, without repeating one', () => {
    const rule = { id: 'review-suppression', law: ['crfa'] };
    deepEqual(
      lawOf(rule).map(({ id }) => id),
      ['crfa'],
    );
    deepEqual(
      lawOf(rule, ['us', 'us-ftc', 'nowhere', 'constructor']).map(({ id }) => id),
      ['crfa', 'ftc-suppression'],
    );
  });

  it('raise a severity at every level, but not over what the practice chose', () => {
    const rule = rules.find(({ id }) => id === 'review-suppression');
    ok(rule);
    const ftc = { ...defaultProfile, jurisdiction: ['us', 'us-ftc'] };
    equal(severityOf(rule, 'newsletter', 'lenient', defaultProfile), 'off');
    equal(severityOf(rule, 'newsletter', 'lenient', ftc), 'warning');
    equal(severityOf(rule, 'web-page', 'strict', ftc), 'error');
    equal(
      severityOf(rule, 'newsletter', 'lenient', { ...ftc, rules: { 'review-suppression': 'off' } }),
      'off',
    );
  });

  it('ask for a severity, the worst of those asked', () => {
    equal(leastSeverity('before-after-without-authorization', ['us']), undefined);
    equal(leastSeverity('before-after-without-authorization', ['us', 'us-ca']), 'warning');
    equal(leastSeverity('before-after-without-authorization', ['us', 'us-ca', 'eu']), 'error');
  });
});
