import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  chaperone,
  command,
  type Folder,
  folder,
  git,
  reply,
  repository,
  risky,
} from './chaperone.js';

describe('the other commands', () => {
  let place: Folder;
  afterEach(() => place.remove());
  const run = (...args: string[]) => chaperone(place.path, args);

  it('explains a rule, and suggests one for a wrong name', async () => {
    place = folder();
    assert.match((await run('explain', 'reply-thanks-for-visit')).stdout, /reply-thanks-for-visit/);
    const wrong = await run('explain', 'thanks-visit');
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /Did you mean .*reply-thanks-for-visit/);
  });

  it('suggests the likest rule first, and how to ask about a file', async () => {
    place = folder({ 'reply-thanks.md': reply(risky) });
    const rule = await chaperone(place.path, ['explain', 'reply-thanks-for']);
    assert.match(rule.stderr, /Did you mean reply-thanks-for-visit,/);
    const file = await chaperone(place.path, ['explain', 'reply-thanks.md']);
    assert.match(file.stderr, /write reply-thanks\.md:LINE/);
    assert.deepEqual([rule.code, file.code], [2, 2]);
  });

  it('explains why a line is flagged, and why another is not', async () => {
    place = folder({
      'a.md': reply(`> Loved it! ★★★★★\n\n${risky}`),
      'chaperone.yaml': 'strictness: standard\n',
    });
    const flagged = (await run('explain', 'a.md:7')).stdout;
    assert.match(flagged, /Flagged {3}error/);
    assert.match(flagged, /Profile {3}.*chaperone\.yaml/);
    assert.match(flagged, /Level {5}standard/);
    assert.match((await run('explain', 'a.md:5')).stdout, /reviewer’s words/);
    assert.equal((await run('explain', 'a.md:99')).code, 2);
  });

  it('lists rules, prints the profile in force, and identifies', async () => {
    place = folder({ 'chaperone.yaml': 'name: Luma\nrules:\n  reply-thanks-for-visit: warning\n' });
    const { rules } = JSON.parse((await run('rules', '--format', 'json')).stdout);
    assert.ok(rules.length > 40);
    assert.equal(
      rules.find(({ id }: { id: string }) => id === 'reply-thanks-for-visit').set,
      'warning',
    );
    assert.equal(parse((await run('config', 'print')).stdout).name, 'Luma');
    const line = JSON.stringify({ id: 7, text: 'Call 212-555-0187 or mail jen@example.com.' });
    const out = await chaperone(place.path, ['identify', '--format', 'json', '--batch', '-'], {
      input: line,
    });
    const { id, entities } = JSON.parse(out.stdout);
    assert.equal(id, 7);
    assert.deepEqual(
      entities.map(({ kind }: { kind: string }) => kind),
      ['PHONE', 'EMAIL'],
    );
  });

  it('writes a profile that reads back without a problem, and never over another', async () => {
    for (const preset of ['clinic', 'agency']) {
      place = folder();
      assert.equal(
        (await run('init', '--yes', '--preset', preset, '--name', 'Luma: "Aesthetics"')).code,
        0,
      );
      const printed = await run('config', 'print');
      assert.deepEqual([printed.code, printed.stderr], [0, '']);
      assert.equal(parse(printed.stdout).name, 'Luma: "Aesthetics"');
      const before = readFileSync(join(place.path, 'chaperone.yaml'), 'utf8');
      assert.equal((await run('init', '--yes')).code, 2);
      assert.equal(readFileSync(join(place.path, 'chaperone.yaml'), 'utf8'), before);
      if (preset === 'clinic') place.remove();
    }
  });

  it('lists ignores with reason and author', async () => {
    const ignore = '<!-- chaperone: ignore reply-thanks-for-visit reason="Counsel agreed" -->';
    place = await repository({
      'a.md': reply(`${ignore}\n\n${risky}`),
      'b.md': reply(`${ignore}\n\nHello.`),
    });
    await git(place.path, 'status');
    const { ignores } = JSON.parse((await run('ignores', '--format', 'json')).stdout);
    assert.deepEqual(
      ignores.map(({ path, kind, author }: Record<string, string>) => [path, kind, author]),
      [
        ['a.md', 'ignored', 'Ana Reyes'],
        ['b.md', 'unused-ignore', 'Ana Reyes'],
      ],
    );
    assert.equal((await run('ignores', '--strict')).code, 1);
    const { stdout } = await run('check', '.', '--format', 'html');
    assert.match(stdout, /Counsel agreed<\/td><td>Ana Reyes<\/td><td>(?:today|1 day ago)<\/td>/);
  });

  it('prints a completion script that bash takes', async () => {
    place = folder();
    const { stdout } = await run('completion', 'bash');
    const script = `${stdout}\nCOMP_WORDS=(chaperone check --for); COMP_CWORD=2; _chaperone; echo "\${COMPREPLY[@]}"`;
    const out = await command('bash', ['-c', script], place.path);
    assert.equal(out.stderr, '');
    assert.equal(out.stdout.trim(), '--format');
    assert.match((await run('completion', 'fish')).stdout, /complete -c chaperone/);
  });
});
