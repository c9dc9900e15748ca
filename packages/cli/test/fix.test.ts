import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  chaperone,
  clean,
  command,
  type Folder,
  folder,
  reply,
  repository,
  risky,
} from './chaperone.js';

const fix = ['check', '--fix', '--suggested', '--level', 'standard'];

describe('--fix', () => {
  let place: Folder;
  afterEach(() => place.remove());
  const bytes = (name: string) => readFileSync(join(place.path, name));

  it('rewrites the risky sentence and leaves every other byte alone', async () => {
    const around = (middle: string) =>
      Buffer.from(
        `\uFEFF---\r\nchannel: review-reply\r\n---\r\n\r\n<!-- Zoë’s note -->\r\n\r\n${middle}\r\n\r\n\ta tab, trailing space \r\nlast line without a break`,
      );
    place = folder({ 'a.md': around(risky), 'b.md': around(clean) });
    const { code, stdout } = await chaperone(place.path, [...fix, '.']);
    assert.equal(code, 0);
    assert.match(stdout, /1 fix applied/);
    const text = bytes('a.md').toString('utf8');
    const [head, tail] = [
      around('').toString('utf8').indexOf('\r\n\r\n\r\n\r\n') + 4,
      around('').toString('utf8').length,
    ];
    assert.equal(text.slice(0, head), around('').toString('utf8').slice(0, head));
    assert.ok(text.endsWith(around('').toString('utf8').slice(head, tail)));
    assert.ok(!text.includes('coming in'));
    assert.ok(!/[^\r]\n/.test(text), 'no bare line feed');
    assert.deepEqual(bytes('b.md'), around(clean), 'a clean file is not touched');
  });

  it('leaves a file with nothing to fix byte-identical', async () => {
    const odd = Buffer.from('a\rb\nc\r\nd\n\n\n');
    place = folder({ 'odd.txt': odd });
    await chaperone(place.path, [...fix, 'odd.txt']);
    assert.deepEqual(bytes('odd.txt'), odd);
  });

  it('says a sentence once where two findings offer the same', async () => {
    place = folder({
      'two.md': reply('We refunded your deposit. You still owe $50 for your filler.'),
    });
    await chaperone(place.path, [...fix, 'two.md']);
    const text = bytes('two.md').toString();
    assert.equal(text.split('Our prices and policies are posted').length, 2, text);
  });

  it('prints with --dry-run a diff that git applies to the same result, and writes nothing', async () => {
    const crlf = reply(`${risky}\n\n${clean}\n\nWe refunded your deposit on the spot.`).replaceAll(
      '\n',
      '\r\n',
    );
    place = await repository({
      '.gitattributes': '* -text\n',
      'sub/a.md': reply(risky),
      'crlf.md': crlf,
      'none.md': reply(clean),
    });
    const dry = await chaperone(place.path, [...fix, '--dry-run', '.']);
    assert.match(dry.stdout, /^--- a\/crlf\.md/m);
    assert.match(dry.stdout, /^\+\+\+ b\/sub\/a\.md/m);
    assert.ok(!dry.stdout.includes('none.md'));
    assert.equal(bytes('crlf.md').toString(), crlf);
    place.write('fix.diff', dry.stdout);
    const applied = await command('git', ['apply', '--whitespace=nowarn', 'fix.diff'], place.path);
    assert.equal(applied.stderr, '');
    const byGit = [bytes('sub/a.md').toString(), bytes('crlf.md').toString()];
    place.write('sub/a.md', reply(risky));
    place.write('crlf.md', crlf);
    await chaperone(place.path, [...fix, '.']);
    assert.deepEqual([bytes('sub/a.md').toString(), bytes('crlf.md').toString()], byGit);
  });

  it('keeps the labels of a thread, and writes no form that a person must fill in', async () => {
    place = folder({
      'thread.txt': `Review: Best lips ever!\n\nResponse from the owner: ${risky} Prices are posted.\n`,
      'page.html':
        '<p>Hello</p><img alt="Two hands" src="https://cdn.example.com/jane-doe-peel.jpg">',
    });
    await chaperone(place.path, [...fix, '.']);
    assert.match(
      bytes('thread.txt').toString(),
      /^Review: Best lips ever!\n\nResponse from the owner: (?!Thank you for coming).+ Prices are posted\.\n$/,
    );
    assert.ok(!bytes('page.html').includes('authorized'));
  });

  it('applies without --suggested only what needs no person', async () => {
    place = folder({ 'a.md': reply(risky) });
    const { stdout } = await chaperone(place.path, [
      'check',
      '.',
      '--format',
      'json',
      '--level',
      'standard',
    ]);
    const [finding] = JSON.parse(stdout).files[0].findings;
    assert.equal(finding.rule, 'reply-thanks-for-visit');
    await chaperone(place.path, ['check', '--fix', '.', '--level', 'standard']);
    const { fixText } = await import('../src/fix.js');
    const { inspect, defaultProfile } = await import('@chaperone/core');
    const text = reply(risky);
    const expected = fixText(
      text,
      (now) =>
        inspect(
          { uri: 'file:///a.md', languageId: 'markdown', text: now },
          { ...defaultProfile, strictness: 'standard' },
          '2026-01-01',
        ),
      'safe',
    );
    assert.equal(bytes('a.md').toString(), expected.text);
  });
});

describe('fixText', () => {
  it('skips edits that touch an earlier one and stops when fixes undo each other', async () => {
    const { fixText, withEdits } = await import('../src/fix.js');
    const { inspect, defaultProfile } = await import('@chaperone/core');
    const nothing = inspect(
      { uri: 'file:///a.txt', languageId: 'plaintext', text: '' },
      defaultProfile,
      '2026-01-01',
    );
    const finding = (start: number, end: number, text: string) => ({
      rule: 'x',
      severity: 'error' as const,
      span: { start, end },
      message: 'm',
      evidence: [],
      fixes: [{ title: 't', safe: true, edits: [{ span: { start, end }, text }] }],
    });
    const swap = (text: string) => ({
      ...nothing,
      findings: [finding(0, 1, text.startsWith('a') ? 'b' : 'a')],
    });
    assert.equal(fixText('a', swap, 'safe').applied, 10);
    let rounds = 0;
    const overlapping = () => ({
      ...nothing,
      findings: rounds++ === 0 ? [finding(0, 2, 'X'), finding(1, 3, 'Y'), finding(4, 5, '\n')] : [],
    });
    assert.deepEqual(fixText('abcde\r\n', overlapping, 'safe').text, 'Xcd\r\n\r\n');
    assert.equal(
      withEdits('ab', [
        { span: { start: 1, end: 1 }, text: '1' },
        { span: { start: 0, end: 0 }, text: '0' },
      ]),
      '0a1b',
    );
  });
});
