import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { chaperone, clean, type Folder, folder, reply, risky } from './chaperone.js';

const schema = JSON.parse(
  readFileSync(new URL('../schema/check-output.schema.json', import.meta.url), 'utf8'),
);

function validator(definition: string) {
  const ajv = new Ajv2020.default({ strict: false });
  addFormats.default(ajv);
  return ajv.compile({ ...schema, $ref: `#/$defs/${definition}` });
}

function assertValid(definition: string, value: unknown): void {
  const validate = validator(definition);
  assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
}

interface Json {
  version: number;
  files: { path: string; channel: string; findings: Finding[] }[];
}

interface Finding {
  rule: string;
  severity: string;
  text: string;
  span: { start: number; end: number };
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  fixes: {
    title: string;
    preferred: boolean;
    edits: { span: { start: number; end: number }; text: string }[];
  }[];
}

describe('chaperone check', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('prints the public contract for a risky and a clean file', async () => {
    const text = reply(`Hello.\n\n${risky}`);
    place = folder({ 'risky.md': text, 'clean.md': reply(clean) });
    const { code, stdout, stderr } = await chaperone(place.path, [
      'check',
      'risky.md',
      'clean.md',
      '--format',
      'json',
      '--level',
      'standard',
    ]);
    assert.equal(stderr, '');
    assert.equal(code, 1);
    const json: Json = JSON.parse(stdout);
    assertValid('output', json);
    assert.deepEqual(
      json.files.map(({ path, channel }) => [path, channel]),
      [
        ['clean.md', 'review-reply'],
        ['risky.md', 'review-reply'],
      ],
    );
    assert.deepEqual(json.files[0]?.findings, []);
    const finding = json.files[1]?.findings[0];
    assert.ok(finding);
    assert.equal(finding.rule, 'reply-thanks-for-visit');
    assert.equal(finding.severity, 'error');
    assert.equal(text.slice(finding.span.start, finding.span.end), finding.text);
    assert.equal(finding.range.start.line, 6);
    assert.equal(
      text.split('\n')[6]?.slice(finding.range.start.character, finding.range.end.character),
      finding.text,
    );
    assert.ok(finding.fixes.length > 0);
  });

  it('prints one file a line as ndjson', async () => {
    place = folder({ 'a.md': reply(risky), 'b.md': reply(clean) });
    const { stdout } = await chaperone(place.path, ['check', '.', '--format', 'ndjson']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, 2);
    for (const line of lines) assertValid('file', JSON.parse(line));
  });

  it('takes channel, level and language from the call', async () => {
    place = folder({ 'copy.weird': risky });
    const at = async (...more: string[]): Promise<Json> =>
      JSON.parse(
        (await chaperone(place.path, ['check', 'copy.weird', '--format', 'json', ...more])).stdout,
      );
    assert.equal((await at('--channel', 'review-reply')).files[0]?.channel, 'review-reply');
    const strict = await at('--channel', 'review-reply', '--level', 'strict');
    const lenient = await at('--channel', 'review-reply', '--level', 'lenient');
    assert.ok((strict.files[0]?.findings.length ?? 0) >= (lenient.files[0]?.findings.length ?? 0));
    const wrong = await chaperone(place.path, ['check', 'copy.weird', '--lang', 'klingon']);
    assert.equal(wrong.code, 2);
    assert.match(
      wrong.stderr,
      /"klingon" is no language that is read.\n {2}The languages are .*plaintext/s,
    );
  });

  it('reads standard input under the name it would have', async () => {
    place = folder({ 'chaperone.yaml': 'channels:\n  "replies/**": review-reply\n' });
    const args = ['check', '--stdin', '--stdin-filename', 'replies/jane.md', '--format', 'json'];
    const { code, stdout } = await chaperone(place.path, args, { input: risky });
    assert.equal(code, 1);
    const json: Json = JSON.parse(stdout);
    assertValid('output', json);
    assert.equal(json.files[0]?.path, 'replies/jane.md');
    assert.equal(json.files[0]?.channel, 'review-reply');
  });

  it('fails on the severity the call names', async () => {
    place = folder({ 'a.md': reply(risky), 'b.md': reply(clean) });
    const codeOf = async (...args: string[]) =>
      (await chaperone(place.path, ['check', '--level', 'standard', ...args])).code;
    assert.equal(await codeOf('a.md'), 1);
    assert.equal(await codeOf('a.md', '--fail-on', 'never'), 0);
    assert.equal(await codeOf('b.md', '--fail-on', 'hint'), 0);
    // In a draft the same words are a warning at most.
    assert.equal(await codeOf('a.md', '--channel', 'internal-draft', '--level', 'strict'), 0);
    assert.equal(
      await codeOf('a.md', '--channel', 'internal-draft', '--level', 'strict', '--fail-on', 'info'),
      1,
    );
  });

  it('names what is wrong with the call and exits with 2', async () => {
    place = folder();
    for (const args of [
      ['check'],
      ['check', '--format', 'word', 'a'],
      ['chekc'],
      ['check', 'a', '--nonsense'],
      ['check', '--dry-run', 'a'],
    ]) {
      const { code, stdout, stderr } = await chaperone(place.path, args);
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.notEqual(stderr, '');
    }
  });

  it('shows the passage, what a reader learns, and the fix', async () => {
    place = folder({ 'a.md': reply(risky) });
    const { stdout } = await chaperone(place.path, ['check', 'a.md', '--level', 'standard']);
    assert.match(stdout, /^a\.md {2}review reply, because the document says so$/m);
    assert.match(stdout, /5:\d+ +error .+\./);
    assert.match(stdout, /«[^»]+»/);
    assert.match(stdout, /fix {2}\S/);
    assert.match(stdout, /reply-thanks-for-visit · \S/);
    assert.match(stdout, /^1 file checked: 1 error in 1 file$/m);
    assert.ok(!stdout.includes('\u001b'), 'no color without a terminal');
  });

  it('shows the passage as readers see it, and a fix in its sentence', async () => {
    place = folder({ 'a.html': '<p>Hello.</p><p>Thank you for <b>com</b>ing&nbsp;in, all!</p>' });
    const { stdout } = await chaperone(place.path, [
      ...['check', 'a.html', '--level', 'standard', '--channel', 'review-reply'],
    ]);
    assert.ok(stdout.includes('\n         Thank you for «coming in», all!\n'), stdout);
    assert.match(stdout, /\n {9}fix {2}.*“Thank you for .*!”\n/);
  });

  it('reads the samples as what they say they are', async () => {
    place = folder();
    const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
    const { stdout } = await chaperone(samples, ['check', '.', '--verbose']);
    for (const heading of [
      'clean-post.md  social post, because the document says so\n  nothing found',
      'newsletter.md  newsletter, because the document says so',
      'review-reply.md  review reply, because the document says so',
    ])
      assert.ok(stdout.includes(`${heading}\n`), heading);
  });

  it('says as what it read copy that is clean and silent about where it will appear', async () => {
    place = folder({ 'a.txt': 'We open at seven.\n', 'b.txt': 'We close at nine.\n' });
    const one = await chaperone(place.path, ['check', 'a.txt']);
    assert.match(one.stdout, /^a\.txt does not say where .* read as a social post; --channel/m);
    const two = await chaperone(place.path, ['check', '.']);
    assert.match(two.stdout, /^2 of them do not say where .* read as a social post; --channel/m);
    const told = await chaperone(place.path, ['check', '.', '--channel', 'newsletter']);
    assert.equal(told.stdout, '2 files checked: nothing found\n');
  });

  it('colors when asked, and NO_COLOR and --no-color win over a terminal', async () => {
    place = folder({ 'a.md': reply(risky) });
    const colored = async (args: string[], env = {}) =>
      (await chaperone(place.path, ['check', 'a.md', ...args], { env })).stdout.includes('\u001b[');
    assert.equal(await colored(['--color']), true);
    assert.equal(await colored([], { FORCE_COLOR: '1' }), true);
    assert.equal(await colored([], { FORCE_COLOR: '1', NO_COLOR: '1' }), false);
    assert.equal(await colored(['--no-color'], { FORCE_COLOR: '1' }), false);
  });

  it('writes further reports to files', async () => {
    place = folder({ 'a.md': reply(risky) });
    const { code, stdout } = await chaperone(place.path, [
      'check',
      'a.md',
      '--report',
      'sarif=out.sarif',
      '--report',
      'html=out.html',
      '-o',
      'out.json',
      '-f',
      'json',
    ]);
    assert.equal(code, 1);
    assert.equal(stdout, '');
    const read = (name: string) => readFileSync(`${place.path}/${name}`, 'utf8');
    assertValid('output', JSON.parse(read('out.json')));
    assert.equal(JSON.parse(read('out.sarif')).version, '2.1.0');
    assert.match(read('out.html'), /^<!doctype html>/);
  });
});

describe('chaperone check --batch', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('answers line by line, in order, with ids of any kind', async () => {
    const items = [
      { id: 1, text: risky, channel: 'review-reply' },
      { id: 'b', text: clean, channel: 'review-reply', level: 'standard' },
      {
        id: { nested: true },
        text: `**${risky}**`,
        channel: 'review-reply',
        lang: 'markdown',
        context: 'Best Botox ever!',
      },
    ];
    place = folder({ 'in.jsonl': `${items.map((item) => JSON.stringify(item)).join('\n')}\n` });
    const { code, stdout, stderr } = await chaperone(place.path, [
      'check',
      '--batch',
      'in.jsonl',
      '--level',
      'standard',
    ]);
    assert.equal(stderr, '');
    assert.equal(code, 1);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) assertValid('batchLine', line);
    assert.deepEqual(
      lines.map(({ id }) => id),
      [1, 'b', { nested: true }],
    );
    assert.deepEqual(
      lines.map(({ findings }) => findings.length > 0),
      [true, false, true],
    );
    const [first, , third] = lines;
    assert.equal(
      risky.slice(first.findings[0].span.start, first.findings[0].span.end),
      first.findings[0].text,
    );
    assert.equal(third.findings[0].span.start, first.findings[0].span.start + 2);
  });

  it('says what is wrong with a line, checks the others, and exits with 2', async () => {
    const lines = [
      '{"id":1,"text":"Hello."}',
      'no json',
      '[]',
      '{"id":2}',
      '',
      '{"id":3,"text":"x","channel":"fax"}',
      '{"id":4,"text":"Hi."}',
    ];
    place = folder();
    const { code, stdout, stderr } = await chaperone(place.path, ['check', '--batch', '-'], {
      input: lines.join('\n'),
    });
    assert.equal(code, 2);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const answer of answers) assertValid('batchLine', answer);
    assert.deepEqual(
      answers.map(({ id }) => id),
      [1, undefined, undefined, 2, 3, 4],
    );
    assert.deepEqual(
      answers.map((answer) => 'error' in answer),
      [false, true, true, true, true, false],
    );
    assert.match(stderr, /-:2: not checked, because it is not JSON/);
    assert.match(
      stderr,
      /-:6: not checked, because its "channel" is "fax", which is none of review-reply/,
    );
  });

  it('checks thousands of texts in one process', async () => {
    const total = 3000;
    const input = Array.from({ length: total }, (_, id) =>
      JSON.stringify({ id, text: id % 3 === 0 ? risky : clean, channel: 'review-reply' }),
    ).join('\n');
    place = folder();
    const { stdout } = await chaperone(
      place.path,
      ['check', '--batch', '-', '--level', 'standard'],
      { input },
    );
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(
      lines.map(({ id }) => id),
      Array.from({ length: total }, (_, id) => id),
    );
    assert.ok(lines.every(({ id, findings }) => findings.length > 0 === (id % 3 === 0)));
  });

  it('names a batch file that is not there', async () => {
    place = folder();
    const { code, stderr } = await chaperone(place.path, ['check', '--batch', 'none.jsonl']);
    assert.equal(code, 2);
    assert.match(stderr, /none\.jsonl: the batch cannot be read/);
  });
});
