import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { chaperone, clean, type Folder, folder, reply, repository, risky } from './chaperone.js';

async function checked(place: Folder, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await chaperone(place.path, ['check', ...args, '--format', 'ndjson']);
  assert.equal(stderr, '');
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).path);
}

describe('finding files', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('takes the kinds it reads from a folder, and leaves out the rest', async () => {
    place = folder({
      'b.md': clean,
      'a.txt': clean,
      'site/page.html': `<p>${clean}</p>`,
      'photo.png': 'x',
      'node_modules/x/readme.md': clean,
      '.hidden/notes.md': clean,
      'package.json': '{}',
      'chaperone.yaml': 'name: Luma\n',
    });
    symlinkSync(join(place.path, 'a.txt'), join(place.path, 'link.md'));
    assert.deepEqual(await checked(place, '.'), ['a.txt', 'b.md', 'site/page.html']);
    const { stdout } = await chaperone(place.path, ['check', '.', '--verbose']);
    for (const line of [
      'photo.png  a kind of file that is not read',
      '.hidden/  hidden',
      'package.json  settings, not copy',
      'link.md  a symbolic link',
    ]) {
      assert.ok(stdout.includes(`  ${line}\n`), line);
    }
  });

  it('names files as the call does, each once', async () => {
    place = folder({ 'posts/a.md': clean, 'posts/deep/b.md': clean });
    assert.deepEqual(await checked(place, 'posts'), ['posts/a.md', 'posts/deep/b.md']);
    assert.deepEqual(await checked(place, 'posts', 'posts/a.md', 'posts/**/*.md'), [
      'posts/a.md',
      'posts/deep/b.md',
    ]);
    assert.deepEqual(await checked(place, join(place.path, 'posts', 'a.md')), [
      join(place.path, 'posts', 'a.md'),
    ]);
  });

  it('expands patterns itself', async () => {
    place = folder({
      'posts/a.md': clean,
      'posts/deep/b.md': clean,
      'posts/c.txt': clean,
      'other.md': clean,
    });
    assert.deepEqual(await checked(place, 'posts/*.md'), ['posts/a.md']);
    assert.deepEqual(await checked(place, 'posts/**/*.md'), ['posts/a.md', 'posts/deep/b.md']);
    assert.deepEqual(await checked(place, '**/*.{txt,md}'), [
      'other.md',
      'posts/a.md',
      'posts/c.txt',
      'posts/deep/b.md',
    ]);
  });

  it('takes a file name that looks like a pattern as a name', async () => {
    place = folder({ '[draft] reply (1).md': clean });
    assert.deepEqual(await checked(place, '[draft] reply (1).md'), ['[draft] reply (1).md']);
  });

  it('honors .gitignore and .chaperoneignore in every folder; the latter can bring back', async () => {
    place = await repository({
      '.gitignore': 'out/\n*.tmp.md\n',
      '.chaperoneignore': 'legal/\n!kept.tmp.md\n',
      'a.md': clean,
      'out/b.md': clean,
      'c.tmp.md': clean,
      'kept.tmp.md': clean,
      'legal/terms.md': clean,
      'sub/.chaperoneignore': '/only-here.md\n',
      'sub/only-here.md': clean,
      'sub/deep/only-here.md': clean,
    });
    assert.deepEqual(await checked(place, '.'), ['a.md', 'kept.tmp.md', 'sub/deep/only-here.md']);
    assert.deepEqual(
      await checked(place, 'sub'),
      ['sub/deep/only-here.md'],
      'ignore files above count',
    );
    assert.equal((await checked(place, '.', '--no-ignore')).length, 7);
    const { stdout } = await chaperone(place.path, ['check', '.', '-v']);
    assert.match(stdout, /^ {2}legal\/ {2}ignored by \.chaperoneignore$/m);
    assert.match(stdout, /^ {2}out\/ {2}ignored by \.gitignore$/m);
  });

  it('checks a named file that git ignores, but not one that .chaperoneignore leaves out', async () => {
    place = await repository({
      '.gitignore': 'a.md\n',
      '.chaperoneignore': 'b.md\n',
      'a.md': clean,
      'b.md': clean,
    });
    assert.deepEqual(await checked(place, 'a.md', 'b.md'), ['a.md']);
  });

  it('reads names from a list, by line or by NUL', async () => {
    place = folder({ 'a.md': clean, 'b c.md': clean, 'list.txt': 'a.md\r\nb c.md\r\n' });
    assert.deepEqual(await checked(place, '--files-from', 'list.txt'), ['a.md', 'b c.md']);
    const { stdout } = await chaperone(
      place.path,
      ['check', '--files-from', '-', '--format', 'json'],
      { input: 'a.md\0b c.md\0' },
    );
    assert.equal(JSON.parse(stdout).files.length, 2);
    const none = await chaperone(place.path, ['check', '--files-from', '-', '--format', 'json'], {
      input: '',
    });
    assert.deepEqual([none.code, JSON.parse(none.stdout).files], [0, []]);
  });

  it('lets the nearest profile win', async () => {
    const channel = (name: string) => `channels:\n  "**": ${name}\n`;
    place = folder({
      'chaperone.yaml': channel('newsletter'),
      'a.txt': risky,
      'luma/chaperone.yaml': channel('review-reply'),
      'luma/deep/b.txt': risky,
      'other.yaml': channel('web-page'),
    });
    const channels = async (...args: string[]) => {
      const { stdout } = await chaperone(place.path, [
        'check',
        'a.txt',
        'luma',
        '--format',
        'json',
        ...args,
      ]);
      return JSON.parse(stdout).files.map((file: { channel: string }) => file.channel);
    };
    assert.deepEqual(await channels(), ['newsletter', 'review-reply']);
    assert.deepEqual(await channels('--profile', 'other.yaml'), ['web-page', 'web-page']);
  });

  it('knows its own files by what they hold: baselines and reports are no copy', async () => {
    place = folder({ 'a.md': reply(risky) });
    const run = (...args: string[]) =>
      chaperone(place.path, ['check', '.', '--level', 'standard', ...args]);
    await run('--update-baseline', 'known.json');
    await run('--report', 'json=found.json', '--report', 'html=found.html', '--show-text');
    const { stdout } = await run('--baseline', 'known.json', '--verbose');
    for (const name of ['known.json', 'found.json', 'found.html'])
      assert.ok(stdout.includes(`  ${name}  a file of Chaperone’s own\n`), name);
    assert.match(stdout, /^1 file checked: nothing found$/m);
  });

  it('says what it does not understand in a document', async () => {
    place = folder({ 'a.md': '---\nchannel: fax\n---\n\nHello.\n' });
    const { code, stderr } = await chaperone(place.path, ['check', 'a.md']);
    assert.equal(code, 0);
    assert.match(stderr, /a\.md:\d+:\d+: note: "fax" is not a channel/);
  });
});

describe('--cache', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('gives the same report, holds no words, and notices changes of file, profile and call', async () => {
    place = folder({ 'a.md': reply(risky), 'b.md': reply(clean) });
    const run = async (...args: string[]) =>
      chaperone(place.path, [
        'check',
        '.',
        '--cache',
        '--format',
        'json',
        '--level',
        'standard',
        ...args,
      ]);
    const first = await run();
    assert.deepEqual(await run(), first);
    const cache = await import('node:fs').then(({ readFileSync }) =>
      readFileSync(join(place.path, '.chaperone-cache', 'clean.json'), 'utf8'),
    );
    assert.ok(cache.includes('b.md') && !cache.includes('a.md') && !cache.includes('kind words'));
    place.write('b.md', reply(risky));
    const changed = JSON.parse((await run()).stdout);
    assert.ok(changed.files[1].findings.length > 0);
    place.write('b.md', reply(clean));
    await run();
    place.write('chaperone.yaml', 'rules:\n  reply-thanks-for-visit: "off"\n');
    const quiet = JSON.parse((await run()).stdout);
    assert.ok(
      !quiet.files[0].findings.some(
        (finding: { rule: string }) => finding.rule === 'reply-thanks-for-visit',
      ),
    );
  });
});
