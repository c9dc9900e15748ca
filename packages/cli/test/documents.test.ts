import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chaperone, type Folder, folder, risky } from './chaperone.js';

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
