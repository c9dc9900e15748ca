import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseDiff } from '../src/changed-lines.js';
import {
  chaperone,
  clean,
  commit,
  type Folder,
  folder,
  git,
  reply,
  repository,
  risky,
} from './chaperone.js';

const billing = 'We refunded your deposit on the spot.';

async function found(place: Folder, ...args: string[]): Promise<Record<string, number[]>> {
  const { stdout, stderr, code } = await chaperone(place.path, [
    'check',
    '.',
    '--format',
    'json',
    '--level',
    'standard',
    ...args,
  ]);
  assert.notEqual(code, 2, stderr);
  assert.notEqual(code, 3, stderr);
  const { files } = JSON.parse(stdout);
  return Object.fromEntries(
    files.map((file: { path: string; findings: { range: { start: { line: number } } }[] }) => [
      file.path,
      file.findings.map(({ range }) => range.start.line + 1),
    ]),
  );
}

describe('--since', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('reports changed lines only, committed or not, and new files', async () => {
    place = await repository({
      'old.md': reply(`${risky}\n\nHello.`),
      'same.md': reply(risky),
      'naïve name.md': reply('Hello.'),
    });
    await git(place.path, 'switch', '--quiet', '--create', 'work');
    place.write('old.md', reply(`${risky}\n\nHello.\n\n${billing}`));
    await commit(place.path, 'Answer');
    place.write('naïve name.md', reply(`Hello.\n\n${risky}`));
    place.write('new.md', reply(risky));
    assert.deepEqual(await found(place, '--since', 'main'), {
      'naïve name.md': [7],
      'new.md': [5],
      'old.md': [9],
    });
    assert.deepEqual(await found(place, '--since', 'HEAD'), {
      'naïve name.md': [7],
      'new.md': [5],
    });
  });

  it('compares with where the branches part, not with later work of others', async () => {
    place = await repository({ 'a.md': reply(risky), 'b.md': reply('Hello.') });
    await git(place.path, 'switch', '--quiet', '--create', 'work');
    place.write('b.md', reply(risky));
    await commit(place.path, 'Mine');
    await git(place.path, 'switch', '--quiet', 'main');
    place.write('a.md', reply('Hello.'));
    await commit(place.path, 'Theirs');
    await git(place.path, 'switch', '--quiet', 'work');
    assert.deepEqual(await found(place, '--since', 'main'), { 'b.md': [5] });
  });

  it('works from a folder below the top', async () => {
    place = await repository({ 'sub/a.md': reply('Hello.'), 'b.md': reply('Hello.') });
    place.write('sub/a.md', reply(risky));
    place.write('b.md', reply(risky));
    const { stdout } = await chaperone(join(place.path, 'sub'), [
      'check',
      '.',
      '--since',
      'HEAD',
      '--format',
      'json',
      '--level',
      'standard',
    ]);
    assert.deepEqual(
      JSON.parse(stdout).files.map(({ path }: { path: string }) => path),
      ['a.md'],
    );
  });

  it('fixes changed lines only', async () => {
    place = await repository({ 'a.md': reply(`${risky}\n\nHello.`) });
    place.write('a.md', reply(`${risky}\n\nHello.\n\n${billing}`));
    await chaperone(place.path, [
      'check',
      '.',
      '--since',
      'HEAD',
      '--fix',
      '--suggested',
      '--level',
      'standard',
    ]);
    assert.deepEqual((await found(place))['a.md'], [5]);
  });

  it('says what is wrong with a revision, or a folder outside git', async () => {
    place = await repository({ 'a.md': reply(risky) });
    const wrong = await chaperone(place.path, ['check', '.', '--since', 'nowhere']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /git does not know the revision "nowhere"/);
    const option = await chaperone(place.path, ['check', '.', '--since', '--output=x']);
    assert.equal(option.code, 2);
    const bare = folder({ 'a.md': reply(risky) });
    const outside = await chaperone(bare.path, ['check', '.', '--since', 'main'], {
      env: { GIT_CEILING_DIRECTORIES: '/' },
    });
    bare.remove();
    assert.equal(outside.code, 2);
    assert.match(outside.stderr, /not in a git repository/);
  });

  it('reads diffs whose lines look like headers', () => {
    const diff = [
      'diff --git a/x.md b/x.md',
      '--- a/x.md',
      '+++ b/x.md',
      '@@ -3 +3,2 @@',
      '--- b/y',
      '+++ b/y',
      '+@@ -1 +1 @@',
      '@@ -9,2 +9,0 @@',
      '-a',
      '-b',
      'diff --git "a/\\303\\251\\t.md" "b/\\303\\251\\t.md"',
      '--- /dev/null',
      '+++ "b/\\303\\251\\t.md"',
      '@@ -0,0 +1 @@',
      '+x',
      '',
    ].join('\n');
    assert.deepEqual(
      [...parseDiff(diff)],
      [
        [
          'x.md',
          [
            { from: 2, to: 4 },
            { from: 8, to: 10 },
          ],
        ],
        ['é\t.md', [{ from: 0, to: 1 }]],
      ],
    );
  });
});

describe('--baseline', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('knows findings though lines and files move, and hears of new ones', async () => {
    place = folder({ 'a.md': reply(risky) });
    const made = await chaperone(place.path, [
      'check',
      '.',
      '--update-baseline',
      '--level',
      'standard',
    ]);
    assert.equal(made.code, 0);
    assert.match(made.stdout, /chaperone-baseline\.json now knows 1 finding/);
    const baseline = await import('node:fs').then(({ readFileSync }) =>
      readFileSync(join(place.path, 'chaperone-baseline.json'), 'utf8'),
    );
    assert.ok(!baseline.includes('coming'), 'no words of the copy');
    const known = ['--baseline', 'chaperone-baseline.json'];
    assert.deepEqual(await found(place, ...known), { 'a.md': [] });
    place.write('a.md', reply(`Hello.\n\n\n${risky}`));
    assert.deepEqual(await found(place, ...known), { 'a.md': [] }, 'moved down');
    renameSync(join(place.path, 'a.md'), join(place.path, 'b.md'));
    assert.deepEqual(await found(place, ...known), { 'b.md': [] }, 'moved to another file');
    place.write('b.md', reply(`${risky}\n\n${billing}`));
    assert.deepEqual(await found(place, ...known), { 'b.md': [7] }, 'another finding');
    place.write('c.md', reply(risky));
    const twice = await found(place, ...known);
    assert.equal(Object.values(twice).flat().length, 2, 'the same words a second time are new');
  });

  it('says when the baseline is missing or none', async () => {
    place = folder({ 'a.md': reply(risky), 'no.json': '{"version":2}' });
    for (const name of ['none.json', 'no.json']) {
      const { code, stderr } = await chaperone(place.path, ['check', 'a.md', '--baseline', name]);
      assert.equal(code, 2);
      assert.match(stderr, /--update-baseline/);
    }
  });

  it('reports the same through a baseline of a clean folder', async () => {
    place = folder({ 'a.md': reply(clean) });
    await chaperone(place.path, ['check', '.', '--update-baseline', 'base.json']);
    place.write('a.md', reply(risky));
    assert.deepEqual((await found(place, '--baseline', 'base.json'))['a.md'], [5]);
  });
});
