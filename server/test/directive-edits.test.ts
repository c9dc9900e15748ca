import assert from 'node:assert/strict';
import { createChecker, defaultProfile, type Edit } from '@chaperone/core';
import { directiveEdit, ignoreEdit } from '../src/directive-edits.js';

const thanks = 'Thank you for coming in to see us!';
const copies: Readonly<Record<string, string>> = {
  markdown: `> ★★★★★ Great place!\n\n${thanks} Bye.\n`,
  'markdown list': `- ${thanks}\n- We read every review.\n`,
  'markdown table': `| reply |\n|---|\n| ${thanks} |\n`,
  html: `<p>Hello.</p>\n<p>${thanks}</p>\n<p>Bye.</p>\n`,
  mdx: `import A from './a'\n\n${thanks}\n\n<A />\n`,
  yaml: `title: Hello\nreply: ${thanks}\nend: Bye\n`,
  jsonc: `{\n  "title": "Hello",\n  "reply": "${thanks}"\n}\n`,
  javascript: `const a = 'Hello there.';\nconst reply = '${thanks}';\n`,
  typescriptreact: `const a = <p>${thanks}</p>;\n`,
};
const without: Readonly<Record<string, string>> = {
  plaintext: thanks,
  json: `{ "reply": "${thanks}" }`,
  csv: `reply\n${thanks}\n`,
};

describe('A directive that is written into copy', () => {
  const inspect = (languageId: string, text: string) =>
    createChecker().inspect({ uri: 'file:///a', languageId, text }, defaultProfile, '2026-11-24', {
      channel: 'review-reply',
      strictness: 'standard',
    });
  const made = (text: string, { span, text: words }: Edit) =>
    text.slice(0, span.start) + words + text.slice(span.end);
  const rule = 'reply-thanks-for-visit';

  for (const [name, text] of Object.entries(copies)) {
    it(`silences its finding in ${name}, and changes nothing else`, () => {
      const languageId = name.split(' ')[0] ?? name;
      const before = inspect(languageId, text);
      const finding = before.findings.find((one) => one.rule === rule);
      assert.ok(finding, JSON.stringify(before.findings));
      const edit = ignoreEdit(before, languageId, text, finding.span, rule, 'it is "made up"');
      assert.ok(edit);
      const after = inspect(languageId, made(text, edit));
      assert.deepEqual(
        after.findings.filter((one) => one.rule === rule),
        [],
      );
      assert.deepEqual(
        after.ignored.map(({ reason }) => reason),
        ["it is 'made up'"],
      );
      assert.deepEqual(
        after.passages.filter(({ part }) => part !== 'comment').map((passage) => passage.text),
        before.passages.filter(({ part }) => part !== 'comment').map((passage) => passage.text),
      );
    });
  }

  for (const [languageId, text] of Object.entries(without)) {
    it(`has no place in ${languageId}`, () => {
      const found = inspect(languageId, text);
      const [finding] = found.findings;
      assert.ok(finding);
      assert.equal(ignoreEdit(found, languageId, text, finding.span, rule, 'x'), undefined);
    });
  }

  it('speaks of what follows where it stands between two passages', () => {
    const text = 'We are open.\n\n\n\nCome and see.\n';
    const at = { start: 14, end: 14 };
    const edit = directiveEdit(inspect('markdown', text), 'markdown', text, at, 'chaperone: x');
    assert.equal(
      edit && made(text, edit),
      'We are open.\n\n\n\n<!-- chaperone: x -->\nCome and see.\n',
    );
  });
});
