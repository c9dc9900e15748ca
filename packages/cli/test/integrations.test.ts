import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { parse } from 'yaml';
import {
  binary,
  clean,
  command,
  commit,
  type Folder,
  folder,
  git,
  reply,
  repository,
  risky,
} from './chaperone.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('the GitHub Action', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('annotates the lines a pull request changes, and writes summary and SARIF', async () => {
    place = await repository({ 'old.md': reply(risky), '.gitignore': 'runner/\n' });
    await git(place.path, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    await git(place.path, 'switch', '--quiet', '--create', 'work');
    place.write('new.md', reply(risky));
    await commit(place.path, 'Answer');
    place.write('runner/output', '');
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    const [step] = action.runs.steps;
    const { code, stdout, stderr } = await command(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      place.path,
      {
        env: {
          INPUT_FILES: 'old.md\nnew.md\n',
          INPUT_LEVEL: 'standard',
          INPUT_FAIL_ON: 'error',
          INPUT_CHANGED_ONLY: 'true',
          INPUT_SARIF: 'runner/chaperone.sarif',
          ACTION_FOLDER: root,
          GITHUB_BASE_REF: 'main',
          GITHUB_STEP_SUMMARY: join(place.path, 'runner', 'summary.md'),
          GITHUB_OUTPUT: join(place.path, 'runner', 'output'),
        },
      },
    );
    assert.equal(code, 1, stderr);
    assert.match(stdout, /^::error file=new\.md,line=5,.*title=Chaperone%3A reply-/m);
    assert.ok(!stdout.includes('old.md'));
    assert.ok(!stdout.includes('coming in'), 'the words stay out of the log');
    assert.match(readFileSync(join(place.path, 'runner', 'summary.md'), 'utf8'), /new\.md:5/);
    assert.equal(
      readFileSync(join(place.path, 'runner', 'output'), 'utf8'),
      'sarif=runner/chaperone.sarif\n',
    );
    assert.ok(existsSync(join(place.path, 'runner', 'chaperone.sarif')));
  });
});

describe('the pre-commit hook', () => {
  it('checks the files of the commit in the caller’s folder', async () => {
    const place = folder({ 'a.md': reply(risky), 'b.md': reply(clean) });
    const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));
    const [script, ...args] = hook.entry.split(' ');
    const bad = await command(join(root, script), [...args, 'a.md'], place.path);
    const good = await command(
      join(root, script),
      [...args, '--level', 'standard', 'b.md'],
      place.path,
    );
    place.remove();
    assert.equal(bad.code, 1, bad.stderr);
    assert.equal(good.code, 0, good.stderr);
    assert.ok(new RegExp(hook.files).test('replies/jane.md'));
  });
});

describe('chaperone mcp', () => {
  it('offers the check, the rules and safe replies to an agent', async () => {
    const place = folder({
      'chaperone.yaml': 'strictness: standard\nphones: ["(555) 010-0142"]\n',
    });
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [binary, 'mcp'],
        cwd: place.path,
      }),
    );
    try {
      const { tools } = await client.listTools();
      assert.deepEqual(tools.map(({ name }) => name).sort(), [
        'check_copy',
        'explain_rule',
        'safe_reply',
      ]);
      const call = (name: string, args: Record<string, unknown>) =>
        client.callTool({ name, arguments: args });
      const found = await call('check_copy', { text: risky, channel: 'review-reply' });
      assert.match(JSON.stringify(found.structuredContent), /"rule":"reply-thanks-for-visit"/);
      const silent = await call('check_copy', { text: clean, channel: 'review-reply' });
      assert.match(JSON.stringify(silent.structuredContent), /"findings":\[\]/);
      assert.match(
        JSON.stringify(await call('explain_rule', { rule: 'reply-thanks-for-visit' })),
        /reply-thanks-for-visit/,
      );
      assert.equal((await call('explain_rule', { rule: 'nonsense' })).isError, true);
      const replies = await call('safe_reply', { review: 'They were rude.', critical: true });
      assert.match(JSON.stringify(replies.content), /\(555\) 010-0142/);
      place.write('chaperone.yaml', 'strictness: loud\n');
      const warned = await call('check_copy', { text: clean, channel: 'review-reply' });
      assert.match(JSON.stringify(warned.content), /chaperone\.yaml:1:1: error: \\"loud\\" is not/);
    } finally {
      await client.close();
      place.remove();
    }
  });
});
