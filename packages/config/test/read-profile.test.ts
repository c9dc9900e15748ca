import assert from 'node:assert/strict';
import { readProfile } from '../src/index.js';

describe('readProfile', () => {
  it('reads the practice and its people', () => {
    const { profile, problems } = readProfile('name: Luma\nstaff:\n  - Maria\n', 'chaperone.yaml');
    assert.deepEqual(problems, []);
    assert.equal(profile.name, 'Luma');
    assert.deepEqual(profile.staff, ['Maria']);
  });

  it('reads an empty file as a practice nothing is known about', () => {
    assert.deepEqual(readProfile('', 'chaperone.yaml').problems, []);
  });

  it('names file, line and column of broken YAML and still gives a profile', () => {
    const { profile, problems } = readProfile('name: Luma\nstaff: [Maria\n', 'here/chaperone.yaml');
    const [first] = problems;
    assert.ok(first);
    assert.equal(first.file, 'here/chaperone.yaml');
    assert.equal(first.severity, 'error');
    assert.ok(first.line >= 2);
    assert.ok(first.remedy.length > 0);
    assert.equal(profile.strictness, 'strict');
  });

  it('says of a value that is cut short only that, and judges the others', () => {
    for (const text of ['strictness: loud\nname: [Luma\n', 'strictness: loud\nname: {a: Luma\n']) {
      const said = readProfile(text, 'a.yaml').problems.map(({ message }) => message);
      assert.equal(said.length, 2, said.join());
      assert.match(said[0] ?? '', /not readable as YAML/);
      assert.match(said[1] ?? '', /"loud" is not a level/);
    }
  });

  it('warns of a rule that there is not, unless a rule file may hold it', () => {
    const warned = (more: string) =>
      readProfile(`rules:\n  house-tone: "off"\n  reply-thanks-for-visit: hint\n${more}`, 'a.yaml')
        .problems;
    const [problem, ...others] = warned('');
    assert.deepEqual([problem?.line, problem?.severity], [2, 'warning']);
    assert.match(problem?.message ?? '', /There is no rule "house-tone"/);
    assert.deepEqual(others, []);
    assert.deepEqual(warned('ruleFiles: [own.yaml]\n'), []);
  });
});
