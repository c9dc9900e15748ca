import assert from 'node:assert/strict';
import { chaperone, clean, type Folder, folder, reply, risky } from './chaperone.js';

describe('bad input', () => {
  let place: Folder;
  afterEach(() => place.remove());

  const cases: { name: string; content: string | Buffer | undefined; says: RegExp }[] = [
    {
      name: 'missing.md',
      content: undefined,
      says: /missing\.md: not checked, because there is no such file or folder\.\n {2}Check the name/,
    },
    {
      name: 'empty.md',
      content: '',
      says: /empty\.md: not checked, because it is empty\.\n {2}Write the copy first/,
    },
    { name: 'blank.md', content: ' \n\t\n', says: /blank\.md: not checked, because it is empty/ },
    {
      name: 'photo.md',
      content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0]),
      says: /photo\.md: not checked, because it is a binary file/,
    },
    {
      name: 'latin1.md',
      content: Buffer.from('Gr\u00fc\u00dfe\nBotox f\u00fcr Jos\u00e9\n', 'latin1'),
      says: /latin1\.md:1:3: not checked, because it is not UTF-8 from here on\.\n {2}Save it as UTF-8/,
    },
    {
      name: 'later.md',
      content: Buffer.concat([Buffer.from('Grüße\nok 😀 '), Buffer.from([0xff])]),
      says: /later\.md:2:7: not checked, because it is not UTF-8/,
    },
    {
      name: 'utf16.md',
      content: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(risky, 'utf16le')]),
      says: /utf16\.md: not checked, because it is UTF-16 \(little endian\), not UTF-8\.\n {2}Save it as UTF-8/,
    },
    {
      name: 'utf16-without-mark.md',
      content: Buffer.from(risky, 'utf16le'),
      says: /it is UTF-16 \(little endian\)/,
    },
  ];
  for (const { name, content, says } of cases) {
    it(`names ${name}, says what to do, and checks the others`, async () => {
      place = folder({
        'good.md': reply(risky),
        ...(content === undefined ? {} : { [name]: content }),
      });
      const { code, stdout, stderr } = await chaperone(place.path, [
        'check',
        name,
        'good.md',
        '--format',
        'json',
      ]);
      assert.equal(code, 2);
      assert.match(stderr, says);
      const { files } = JSON.parse(stdout);
      assert.deepEqual(
        files.map(({ path }: { path: string }) => path),
        ['good.md'],
      );
      assert.ok(files[0].findings.length > 0);
    });
  }

  it('checks a UTF-8 file with a byte order mark and counts the mark in offsets only', async () => {
    const text = `\uFEFF${reply(risky)}`;
    place = folder({ 'bom.md': text });
    const { code, stdout } = await chaperone(place.path, [
      'check',
      'bom.md',
      '--format',
      'json',
      '--level',
      'standard',
    ]);
    assert.equal(code, 1);
    const [file] = JSON.parse(stdout).files;
    assert.equal(file.channel, 'review-reply', 'the front matter is read behind the mark');
    const [finding] = file.findings;
    assert.equal(text.slice(finding.span.start, finding.span.end), finding.text);
    assert.equal(finding.range.start.line, 4);
  });

  it('leaves out what cannot be read in a folder, and says so', async () => {
    place = folder({ 'a.md': reply(risky), 'empty.md': '', 'photo.txt': Buffer.from([1, 0, 2]) });
    const { code, stdout, stderr } = await chaperone(place.path, ['check', '.', '--verbose']);
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assert.match(stdout, /^ {2}empty\.md {2}it is empty$/m);
    assert.match(stdout, /^ {2}photo\.txt {2}it is a binary file, not text$/m);
  });

  it('does not say that nothing was found where no file was checked', async () => {
    place = folder({ 'photo.txt': Buffer.from([1, 0, 2]), 'sub/empty.md': '' });
    for (const format of ['pretty', 'github', 'summary', 'html'])
      for (const target of ['gone.md', 'photo.txt', 'sub']) {
        const { stdout } = await chaperone(place.path, ['check', target, '--format', format]);
        assert.match(stdout, /\bno file was checked/i, format);
        assert.doesNotMatch(stdout, /nothing found/i, format);
      }
  });

  it('keeps control characters of a file or a name from the terminal', async () => {
    const color = '\u001B[31m';
    place = folder({
      'a.md': reply(risky.replace('coming', `${color}coming`)),
      'chaperone.yaml': `name: [\u0007\n${'\u001B ]: [\n'.repeat(50)}`,
    });
    for (const command of [
      ['check', 'a.md'],
      ['explain', 'a.md:5'],
      ['identify', 'a.md'],
      ['ignores'],
    ]) {
      const said = await chaperone(place.path, [...command, ...(command[1] ? [] : ['.'])]);
      const all = said.stdout + said.stderr;
      assert.doesNotMatch(all, /(?![\n\t])\p{Cc}/u, command.join(' '));
      assert.ok(said.stderr.split('not readable as YAML').length <= 6, said.stderr);
    }
    const gone = await chaperone(place.path, ['check', `${color}.md`]);
    assert.match(gone.stderr, /\uFFFD\[31m\.md: not checked/);
  });

  it('annotates what could not be checked, for GitHub', async () => {
    place = folder({ 'a.md': reply(clean), 'chaperone.yaml': 'strictness: loud\n' });
    const { stdout } = await chaperone(place.path, ['check', 'a.md', 'b.md', '--format', 'github']);
    assert.match(
      stdout,
      /^::error file=b\.md,title=Chaperone%3A not checked::b\.md: not checked,/m,
    );
    assert.match(stdout, /^::error file=chaperone\.yaml,.*::chaperone\.yaml:1:1: .*%0A/m);
  });

  it('names file, line and column of a broken profile, and still checks', async () => {
    place = folder({ 'a.md': reply(risky), 'chaperone.yaml': 'name: Luma\nstaff:\n  - "Ana\n' });
    const { code, stdout, stderr } = await chaperone(place.path, ['check', 'a.md']);
    assert.equal(code, 2);
    assert.match(stderr, /chaperone\.yaml:\d+:\d+: error: .+\n {2}\S/);
    assert.match(stdout, /1 error/);
  });

  it('says which profile is missing', async () => {
    place = folder({ 'a.md': reply(risky) });
    const { code, stderr } = await chaperone(place.path, [
      'check',
      'a.md',
      '--profile',
      'none.yaml',
    ]);
    assert.equal(code, 2);
    assert.match(stderr, /none\.yaml: there is no such profile/);
  });

  it('says that a pattern matches nothing', async () => {
    place = folder({ 'a.md': reply(risky) });
    const { code, stderr } = await chaperone(place.path, ['check', 'posts/**/*.md']);
    assert.equal(code, 2);
    assert.match(stderr, /posts\/\*\*\/\*\.md: not checked, because no file matches this pattern/);
  });

  it('says what to save a document as whose format is not read', async () => {
    place = folder({
      'old.doc': '\xd0\xcf',
      'flyer.pdf': '%PDF-1.7',
      'note.rtf': '{\\rtf1 Hello}',
    });
    const { code, stderr } = await chaperone(place.path, [
      'check',
      'old.doc',
      'flyer.pdf',
      'note.rtf',
    ]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /old\.doc: not checked, because its format is not one that is read\.\n {2}Save it as a Word document \(\.docx\)/,
    );
    assert.match(stderr, /flyer\.pdf: .*\n {2}Check the document that it was made from/);
    assert.match(stderr, /note\.rtf: not checked/);
  });
});
