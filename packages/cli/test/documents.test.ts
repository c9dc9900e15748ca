import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { wordDocument } from '../../documents/test/word-document.js';
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

const schema = JSON.parse(
  readFileSync(new URL('../schema/check-output.schema.json', import.meta.url), 'utf8'),
);

const mail = `From: office@luma.example\r\nTo: jane@example.com\r\nSubject: Hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${risky}\r\n`;

describe('packed documents', () => {
  let place: Folder;
  afterEach(() => place.remove());

  it('checks a mail and writes fixes to a copy beside it', async () => {
    place = folder({ 'draft.eml': mail });
    const args = [
      'check',
      '.',
      '--channel',
      'review-reply',
      '--level',
      'standard',
      '--format',
      'json',
    ];
    const { code, stdout } = await chaperone(place.path, args);
    assert.equal(code, 1);
    const [file] = JSON.parse(stdout).files;
    assert.equal(file.path, 'draft.eml');
    assert.ok(
      file.findings.some(({ rule }: { rule: string }) => rule === 'reply-thanks-for-visit'),
    );
    const copy = join(place.path, 'draft.checked.eml');
    await chaperone(place.path, [...args, '--fix', '--suggested', '--dry-run']);
    assert.equal(existsSync(copy), false);
    const { stderr } = await chaperone(place.path, [...args, '--fix', '--suggested']);
    assert.match(stderr, /draft\.eml: \d+ changes? written to a copy, draft\.checked\.eml/);
    assert.equal(readFileSync(join(place.path, 'draft.eml'), 'utf8'), mail);
    assert.ok(!readFileSync(copy, 'utf8').includes('coming in'));
  });

  it('says what is wrong with a file that is no Word document', async () => {
    place = folder({ 'a.docx': 'no zip', 'b.txt': 'Hello.' });
    const { code, stderr, stdout } = await chaperone(place.path, [
      'check',
      'a.docx',
      'b.txt',
      '--format',
      'json',
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /a\.docx: not checked, because it cannot be opened: /);
    assert.equal(JSON.parse(stdout).files.length, 1);
    // In a folder it is left out, with the reason, as other files that cannot be read.
    const inFolder = await chaperone(place.path, ['check', '.', '--verbose']);
    assert.equal(inFolder.code, 0);
    assert.match(inFolder.stdout, /^ {2}a\.docx {2}it cannot be opened: /m);
  });

  it('reads a mail without headers as text, and says so', async () => {
    place = folder({ 'note.eml': `${risky}\n`, 'b.md': reply(clean) });
    const { code, stderr, stdout } = await chaperone(place.path, [
      'check',
      'note.eml',
      'b.md',
      '--channel',
      'review-reply',
      '--format',
      'json',
    ]);
    assert.equal(code, 1);
    assert.equal(
      stderr,
      'chaperone: note.eml: note: it has no mail headers, so it is read as text alone\n',
    );
    assert.deepEqual(
      JSON.parse(stdout).files.map((file: { path: string }) => file.path),
      ['b.md', 'note.eml'],
    );
  });

  const packedMail = [
    'From: desk@luma.example',
    'Subject: Hello',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`Welcome \u00eb.\n\n${risky}\n`).toString('base64'),
    '',
  ];

  it('names the real file and its lines for a part that is packed, and does not say that it was not read', async () => {
    place = folder({ 'mime.eml': packedMail.join('\r\n') });
    const args = ['check', 'mime.eml', '--channel', 'review-reply', '--level', 'standard'];
    const { stdout, stderr } = await chaperone(place.path, [...args, '--format', 'sarif']);
    assert.equal(stderr, '');
    const [result] = JSON.parse(stdout).runs[0].results;
    assert.equal(result.ruleId, 'reply-thanks-for-visit');
    const [location] = result.locations;
    assert.equal(location.physicalLocation.artifactLocation.uri, 'mime.eml');
    // Four letters of base64 hold three bytes.
    const byte = Buffer.from(packedMail[6] as string, 'base64').indexOf('coming in');
    assert.deepEqual(location.physicalLocation.region, {
      startLine: 7,
      startColumn: Math.floor((byte * 8) / 6) + 1,
      endLine: 7,
      endColumn: Math.floor(((byte + 'coming in'.length) * 8 - 1) / 6) + 2,
    });
    assert.deepEqual(location.logicalLocations, [{ name: 'text part, line 3' }]);
  });

  it('names the real file in every format', async () => {
    place = folder({ 'replies.docx': Buffer.from(wordDocument()) });
    const report = async (format: string) =>
      (await chaperone(place.path, ['check', '.', '--level', 'standard', '--format', format]))
        .stdout;
    for (const format of ['sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'html', 'summary']) {
      const text = await report(format);
      assert.match(text, /paragraph 3/i, format);
      assert.ok(!text.includes('docx#'), format);
    }
    const { files } = JSON.parse(await report('json'));
    const validate = new Ajv2020.default({ strict: false, formats: { uri: true } }).compile(schema);
    assert.ok(validate({ version: 1, files }), JSON.stringify(validate.errors));
    assert.ok(files.every((file: { path: string }) => file.path === 'replies.docx'));
    assert.deepEqual(files.map(({ part }: { part: string }) => part).slice(0, 3), [
      'document',
      'picture descriptions',
      'comments',
    ]);
    assert.equal(files[0].findings[0].place, 'paragraph 3');
    const { stdout } = await chaperone(place.path, ['explain', 'replies.docx:3']);
    assert.match(stdout, /words {3}“coming in”\n {2}at {6}paragraph 3/);
    const identified = await chaperone(place.path, ['identify', 'replies.docx']);
    assert.match(identified.stdout, /replies\.docx, comments, paragraph 1 {2}PERSON +Jane Doe/);
  });

  it('says with --dry-run which passage would become what, beside a diff that git applies', async () => {
    place = await repository({
      'replies.docx': Buffer.from(wordDocument()),
      'a.md': reply(risky),
    });
    const args = ['check', '.', '--level', 'standard', '--fix', '--suggested'];
    const dry = await chaperone(place.path, [...args, '--dry-run']);
    assert.match(
      dry.stdout,
      /\nreplies\.docx: \d changes would be written to a copy, replies\.checked\.docx\n {2}paragraph 3\n {4}- Reply: Thank you for coming in to see us, Dana! Prices are posted here\.\n {4}\+ Reply: (?!Thank you for coming).+ Prices are posted here\.\n/,
    );
    assert.ok(!dry.stdout.includes('Did Jane Doe'), 'notes among colleagues stay as they are');
    place.write('fix.diff', dry.stdout);
    const applied = await command('git', ['apply', 'fix.diff'], place.path);
    assert.equal(applied.stderr, '');
    assert.ok(!readFileSync(join(place.path, 'a.md'), 'utf8').includes('coming in'));
    assert.equal(existsSync(join(place.path, 'replies.checked.docx')), false);
  });

  it('reports what is left in the copy, and writes no copy of a copy', async () => {
    place = folder({ 'replies.docx': Buffer.from(wordDocument()) });
    const args = ['check', '.', '--level', 'standard', '--fix', '--suggested', '--format', 'json'];
    const first = await chaperone(place.path, args);
    const { files } = JSON.parse(first.stdout);
    assert.ok(files.every((file: { path: string }) => file.path === 'replies.checked.docx'));
    assert.ok(
      !JSON.stringify(files).includes('reply-thanks-for-visit'),
      'what was fixed is not reported',
    );
    await chaperone(place.path, args);
    assert.deepEqual(readdirSync(place.path).sort(), ['replies.checked.docx', 'replies.docx']);
  });
});

describe('rule files', () => {
  it('adds the rules of files that the profile names, and says when one is missing', async () => {
    const rule = `- id: luma-pet-names
  title: Reply uses a pet name for a client
  why: Counsel reads our pet names as confirming that the person is a client.
  severity: { review-reply: warning }
  phrases: [lovebug]
  when: { within: sentence, all: [phrase], mark: phrase }
  message: This reply uses a name we only give to clients.
  fixes: [{ title: Say it to anyone, replace: sentence, with: Thank you for the kind words! }]
  examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] }
`;
    const place = folder({
      'chaperone.yaml': 'ruleFiles: [own.yaml, none.yaml]\n',
      'own.yaml': rule,
      'copy.txt': 'Hello.',
    });
    const { code, stderr } = await chaperone(place.path, ['check', 'copy.txt']);
    const { rules } = JSON.parse(
      (await chaperone(place.path, ['rules', '--format', 'json'])).stdout,
    );
    const tested = await chaperone(place.path, ['rules', 'test']);
    place.remove();
    assert.equal(code, 2);
    assert.match(stderr, /chaperone\.yaml:1:23: error: The rule file "none\.yaml"/);
    assert.ok(
      rules.some(
        ({ id, custom }: { id: string; custom: boolean }) => id === 'luma-pet-names' && custom,
      ),
    );
    assert.match(tested.stdout, /ok {3}luma-pet-names\n1 rule, 2 examples: 2 as expected, 0 not/);
  });
});
