import assert from 'node:assert/strict';
import { besides } from '../src/profiles.js';
import { type Pair, pair } from './harness.js';

const folder = 'file:///practice';
const profile = `${folder}/chaperone.yaml`;
const encoded = `${folder}/our%20rules/words.yaml`;
const uri = `${folder}/replies/jenna.md`;
const reply = '> ★★★★★ So kind!\n\nLove you too, lovebug!\n';
const rule = (id: string) => `# what counsel told us
- id: ${id}
  title: Reply uses a pet name for a client
  why: Counsel reads our pet names as confirming that the person is a client.
  severity: { review-reply: warning }
  phrases: [lovebug]
  when: { within: sentence, all: [phrase], mark: phrase }
  message: This reply uses a name we only give to clients.
  fixes: [{ title: Say it to anyone, replace: sentence, with: Thank you for the kind words! }]
  examples: { violating: ['Love you too, «lovebug»!'], clean: ['Thank you for the kind words!'] }
`;

describe('The rule files of a profile', () => {
  let both: Pair | undefined;
  let files: Map<string, string>;
  const start = async (setup: Parameters<typeof pair>[0] = {}) => {
    both = await pair({ folders: [folder], files, ...setup });
    return both;
  };
  beforeEach(() => {
    files = new Map([
      [profile, 'name: Luma\nruleFiles:\n  - our rules/words.yaml\n'],
      [encoded, rule('luma-pet-names')],
    ]);
  });
  afterEach(async () => {
    await both?.stop();
    both = undefined;
  });
  const codes = ({ latest }: Pair, of = uri) => latest(of)?.diagnostics.map(({ code }) => code);
  const changed = ({ client }: Pair, file: string) =>
    client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: file, type: 2 }],
    });

  it('add their rules to its own', async () => {
    const here = await start();
    await here.open(uri, reply);
    await here.pass(1);
    const found = here.latest(uri)?.diagnostics.find(({ code }) => code === 'luma-pet-names');
    assert.equal(found?.message, 'This reply uses a name we only give to clients.');
    assert.equal(here.statuses.find((status) => status.uri === uri)?.profileProblems, 0);
  });

  it('are read again when they change on disk', async () => {
    const here = await start();
    await here.open(uri, reply);
    await here.pass(1);
    files.set(encoded, rule('luma-nicknames'));
    await changed(here, encoded);
    await here.pass(1);
    assert.ok(codes(here)?.includes('luma-nicknames'));
    assert.ok(!codes(here)?.includes('luma-pet-names'));
  });

  it('do not hide that another file of the folder has changed', async () => {
    const here = await start();
    await here.open(uri, reply);
    await here.pass(1);
    const before = here.pushed.length;
    await changed(here, `${folder}/other.yaml`);
    await here.pass(1);
    assert.equal(here.pushed.length, before, 'a file that no profile names changes nothing');
  });

  it('count as they stand in the editor, and are not checked as copy', async () => {
    const here = await start();
    await here.open(uri, reply);
    await here.open(encoded, rule('luma-nicknames'), 'yaml');
    await here.pass(1000);
    assert.ok(codes(here)?.includes('luma-nicknames'));
    assert.deepEqual(codes(here, encoded), []);
    assert.equal(here.statuses.findLast((status) => status.uri === encoded)?.state, 'profile');
  });

  it('show what is wrong in them at its place, and a missing one where it is named', async () => {
    files.set(profile, 'ruleFiles: [our rules/words.yaml, gone.yaml]\n');
    files.set(encoded, rule('luma-pet-names').replace('severity: {', 'severty: {'));
    const here = await start();
    await here.open(uri, reply);
    await here.pass(1);
    const inRules = here.latest(encoded)?.diagnostics ?? [];
    assert.ok(
      inRules.some(
        ({ range, message }) => range.start.line === 4 && /severty/.test(message as string),
      ),
      JSON.stringify(inRules),
    );
    const [missing, ...rest] = here.latest(profile)?.diagnostics ?? [];
    assert.match(missing?.message as string, /"gone\.yaml" .* cannot be read/);
    assert.deepEqual(missing?.range.start, { line: 0, character: 34 });
    assert.deepEqual(rest, []);
  });

  it('are watched wherever they stand, and profiles above the open folders too', async () => {
    files.set(profile, 'ruleFiles: [../shared/words.yaml, our rules/words.yaml]\n');
    files.set('file:///shared/words.yaml', rule('luma-pet-names'));
    const watched: unknown[] = [];
    const here = await start({
      capabilities: {
        workspace: {
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
      onRegister: (method, options) => {
        if (method === 'workspace/didChangeWatchedFiles')
          watched.push(
            ...(options as { watchers: { globPattern: unknown }[] }).watchers.map(
              ({ globPattern }) => globPattern,
            ),
          );
      },
      folders: [`${folder}/replies`],
    });
    await here.open(uri, reply);
    await here.pass(1);
    assert.deepEqual(watched, [
      '**/chaperone.{yaml,yml}',
      '**/*.{yaml,yml,json}',
      { baseUri: folder, pattern: '{chaperone.yaml,chaperone.yml}' },
      { baseUri: 'file:///shared', pattern: 'words.yaml' },
      { baseUri: `${folder}/our%20rules`, pattern: 'words.yaml' },
    ]);
    files.set('file:///shared/words.yaml', rule('luma-nicknames'));
    await changed(here, 'file:///shared/words.yaml');
    await here.pass(1);
    assert.ok(codes(here)?.includes('luma-nicknames'));
  });

  it('cannot be named from the settings, which says so', async () => {
    const here = await start({
      options: { settings: { profileText: 'ruleFiles: [words.yaml]\n' } },
    });
    await here.open(uri, reply);
    await here.pass(1);
    assert.equal(here.statuses.find((status) => status.uri === uri)?.profileProblems, 1);
  });

  it('are named relative to their profile, or by a whole path', () => {
    const from = 'file:///c%3A/practice/a/chaperone.yaml';
    assert.equal(besides(from, 'x y.yaml'), 'file:///c%3A/practice/a/x%20y.yaml');
    assert.equal(besides(from, '../b/./x.yaml'), 'file:///c%3A/practice/b/x.yaml');
    assert.equal(besides(from, '..\\x.yaml'), 'file:///c%3A/practice/x.yaml');
    assert.equal(besides(from, '../../../../x.yaml'), 'file:///x.yaml');
    assert.equal(besides('file:///a/chaperone.yaml', '/etc/x.yaml'), 'file:///etc/x.yaml');
    assert.equal(
      besides('vscode-vfs://github/o/r/chaperone.yaml', '/x.yaml'),
      'vscode-vfs://github/x.yaml',
    );
    assert.equal(besides('file:///a/chaperone.yaml', 'C:\\x.yaml'), 'file:///C%3A/x.yaml');
  });
});
