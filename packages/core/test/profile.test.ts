import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultProfile, parseProfile } from '../src/index.js';

describe('parseProfile', () => {
  it('reads what a practice writes', () => {
    const { profile, problems } = parseProfile({
      name: 'Luma',
      staff: ['Kelly'],
      phones: '(555) 010-0142',
      strictness: 'standard',
      channels: { 'replies/**': 'review-reply' },
      rules: { 'reply-at-all': false },
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [profile.name, profile.staff, profile.phones, profile.strictness, profile.rules],
      ['Luma', ['Kelly'], ['(555) 010-0142'], 'standard', { 'reply-at-all': 'off' }],
    );
  });

  const mistakes: [input: unknown, path: string[], remedy: RegExp][] = [
    [[], [], /Begin with/],
    [{ stafff: [] }, ['stafff'], /"staff"/],
    [{ staff: { a: 1 } }, ['staff'], /one entry a line/],
    [{ staff: ['Kelly', {}] }, ['staff', '1'], /quotation marks|delete/],
    [{ strictness: 'severe' }, ['strictness'], /strict, standard, lenient/],
    [{ channels: { 'a/**': 'billboard' } }, ['channels', 'a/**'], /review-reply/],
    [{ rules: { 'reply-at-all': 'loud' } }, ['rules', 'reply-at-all'], /off/],
    [{ rules: { 'reply-at-al': 'off' } }, ['rules', 'reply-at-al'], /reply-at-all/],
    [{ jurisdiction: ['us-zz'] }, ['jurisdiction', '0'], /us-ca/],
  ];
  for (const [input, path, remedy] of mistakes) {
    it(`names the place and the remedy in ${JSON.stringify(input)}`, () => {
      const [problem] = parseProfile(input).problems;
      assert.deepEqual(problem?.path, path);
      assert.match(problem?.remedy ?? '', remedy);
    });
  }

  it('never throws, and keeps what is right beside what is wrong', () => {
    fc.assert(fc.property(fc.anything(), (input) => assert.ok(parseProfile(input).profile)));
    assert.deepEqual(parseProfile({ strictness: 'severe', name: 'Luma' }).profile, {
      ...defaultProfile,
      name: 'Luma',
    });
  });
});
