import assert from 'node:assert/strict';
import { readProfile, withRuleFiles } from '../src/index.js';

const rule = (key: string) => `- ${key}: luma-pet-names
  title: Reply uses a pet name for a client
  why: Counsel reads our pet names as confirming that the person is a client.
  severity: { review-reply: warning }
  phrases: [lovebug]
  when: { within: sentence, all: [phrase], mark: phrase }
  message: This reply uses a name we only give to clients.
  fixes: [{ title: Say it to anyone, replace: sentence, with: Thank you for the kind words! }]
  examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] }
`;

describe('withRuleFiles', () => {
  const profile = readProfile('name: Luma\nruleFiles: [a.yaml, b.yaml]\n', 'chaperone.yaml');
  const idsOf = (text: string) =>
    withRuleFiles(profile, [{ path: 'a.yaml', text }]).profile.customRules.map(({ id }) => id);

  it('takes a bare list, also behind comments and a document marker, and a list under its key', () => {
    const bare = rule('id');
    const keyed = `customRules:\n${bare.replace(/^/gm, '  ')}`;
    for (const text of [
      bare,
      `# ours\n\n${bare}`,
      `\uFEFF# ours\r\n---\n${bare}`,
      keyed,
      `---\n${keyed}`,
    ])
      assert.deepEqual(idsOf(text), ['luma-pet-names'], text);
  });

  it('says where something is wrong: in the file itself, or where a missing one is named', () => {
    const text = `# ours\n${rule('idd')}`;
    const { problems } = withRuleFiles(profile, [{ path: 'a.yaml', text }, { path: 'b.yaml' }]);
    const [wrong] = problems;
    assert.equal(wrong?.file, 'a.yaml');
    assert.equal(wrong.line, 2);
    assert.equal(
      text.slice(wrong.span.start).search(/idd/) < 3,
      true,
      text.slice(wrong.span.start),
    );
    const missing = problems.at(-1);
    assert.deepEqual([missing?.file, missing?.line, missing?.column], ['chaperone.yaml', 2, 21]);
  });
});
