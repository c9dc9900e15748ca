import assert from 'node:assert/strict';
import { check, defaultProfile } from '../src/index.js';

const rulesOf = (to: readonly string[]) =>
  check(
    {
      uri: 'file:///draft.eml',
      languageId: 'email',
      text: `To: ${to.join('; ')}\nSubject: Spring hours\n\nWe open at nine.\n`,
    },
    { ...defaultProfile, domains: ['luma.example'] },
    '2026-11-28',
  ).map((one) => one.rule);
const houses = (count: number) =>
  Array.from({ length: count }, (_, at) => `kim@office-${at + 1}.example`);

describe('recipients that all see each other', () => {
  it('are found when they are private, or people of many houses', () => {
    assert.deepEqual(rulesOf(['amy.f@gmail.com', 'bkline@yahoo.com']), ['cc-patient-list']);
    assert.deepEqual(rulesOf(houses(6)), ['cc-patient-list']);
  });

  it('are left alone when they are a few partners, one house, or the practice itself', () => {
    assert.deepEqual(rulesOf(houses(5)), []);
    assert.deepEqual(
      rulesOf(Array.from({ length: 12 }, (_, at) => `person${at}@agency.example`)),
      [],
    );
    assert.deepEqual(
      rulesOf(Array.from({ length: 12 }, (_, at) => `person${at}@mail${at}.luma.example`)),
      [],
    );
  });
});
