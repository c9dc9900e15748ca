import assert from 'node:assert/strict';
import type {
  ApplyWorkspaceEditParams,
  CodeAction,
  ConfigurationParams,
} from 'vscode-languageserver';
import { profileText } from '../src/profile-text.js';
import { createProfiles, parentOf, toUri } from '../src/profiles.js';
import { defaultSettings } from '../src/settings.js';
import { edited, on, type Pair, pair, titled } from './harness.js';

const folder = 'file:///practice';
const uri = `${folder}/replies/jenna.md`;
const visit = '> ★★★★★ Best Botox ever!\n\nThank you for coming in to see us!\n';
const off = 'rules:\n  reply-thanks-for-visit: "off"\n';

describe('The practice profile', () => {
  let both: Pair | undefined;
  const start = async (setup: Parameters<typeof pair>[0] = {}) => {
    both = await pair(setup);
    return both;
  };
  afterEach(async () => {
    await both?.stop();
    both = undefined;
  });
  const isFound = ({ latest }: Pair, of = uri) =>
    latest(of)?.diagnostics.some(({ code }) => code === 'reply-thanks-for-visit');

  it('is the nearest one above the document', async () => {
    const files = new Map([
      [`${folder}/chaperone.yaml`, off],
      [`${folder}/strict/chaperone.yaml`, 'name: Luma\n'],
    ]);
    const here = await start({ folders: [folder], files });
    await here.open(uri, visit);
    await here.open(`${folder}/strict/deep/reply.md`, visit);
    await here.pass(1);
    assert.equal(isFound(here), false);
    assert.equal(isFound(here, `${folder}/strict/deep/reply.md`), true);
    assert.equal(
      here.statuses.find((status) => status.uri === uri)?.profileUri,
      `${folder}/chaperone.yaml`,
    );
  });

  it('is read again when the file changes', async () => {
    const files = new Map<string, string>();
    const here = await start({ folders: [folder], files });
    await here.open(uri, visit);
    await here.pass(1);
    assert.equal(isFound(here), true);
    files.set(`${folder}/chaperone.yaml`, off);
    await here.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder}/chaperone.yaml`, type: 1 }],
    });
    await here.pass(1);
    assert.equal(isFound(here), false);
  });

  it('counts as it stands in the editor, saved or not', async () => {
    const here = await start({
      folders: [folder],
      files: new Map([[`${folder}/chaperone.yaml`, '']]),
    });
    await here.open(uri, visit);
    await here.open(`${folder}/chaperone.yaml`, off, 'yaml');
    await here.pass(1);
    assert.equal(isFound(here), false);
  });

  it('shows what is wrong in it, whether it is open or not', async () => {
    const text = 'name: Luma\nstrictnes: standard\n';
    const file = `${folder}/chaperone.yaml`;
    const here = await start({ folders: [folder], files: new Map([[file, text]]) });
    await here.open(uri, visit);
    await here.pass(1);
    assert.equal(here.latest(file)?.diagnostics[0]?.range.start.line, 1);
    await here.open(file, text, 'yaml');
    await here.pass(1);
    const [problem] = here.latest(file)?.diagnostics ?? [];
    assert.equal(problem?.range.start.line, 1);
    assert.match(String(problem?.message), /strictnes/);
  });

  it('comes by settings where there are no files, and changes with them', async () => {
    const here = await start({ options: { settings: { profileText: off } } });
    await here.open(uri, visit);
    await here.pass(1);
    assert.equal(isFound(here), false);
    await here.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { chaperone: { profileText: '' } },
    });
    await here.pass(1);
    assert.equal(isFound(here), true);
  });

  it('is read by the client where only it has files', async () => {
    const here = await start({ options: { readsFiles: true } });
    here.client.onRequest('chaperone/readFile', (params: { uri: string }) =>
      params.uri === `${folder}/chaperone.yaml` ? off : null,
    );
    await here.open(uri, visit);
    await here.pass(1);
    assert.equal(isFound(here), false);
  });

  it('gives way to settings asked for per folder', async () => {
    const here = await start({ capabilities: { workspace: { configuration: true } } });
    const asked: (string | undefined)[] = [];
    here.client.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      asked.push(...items.map(({ scopeUri, section }) => `${section} ${scopeUri}`));
      return items.map(() => ({ enable: false }));
    });
    await here.open(uri, visit);
    await here.pass(1);
    assert.deepEqual(asked, [`chaperone ${uri}`]);
    assert.deepEqual(here.latest(uri)?.diagnostics, []);
    assert.equal(here.statuses.at(-1)?.state, 'off');
  });

  const eager = {
    workspace: {
      applyEdit: true,
      workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
    },
  };
  const tagged = '> ★★★★★ Best Botox ever!\n\nFollow @jennap for more of her lip filler.\n';

  it('takes an account of the practice, and keeps its comments', async () => {
    const file = `${folder}/chaperone.yaml`;
    const text = '# Our practice\nname: Luma # since 2011\nhandles:\n  - "@luma"\n';
    const here = await start({
      folders: [folder],
      files: new Map([[file, text]]),
      capabilities: eager,
    });
    await here.open(uri, tagged);
    const actions = await here.client.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: on(2, 9),
      context: { diagnostics: [] },
    });
    const after = edited(file, text, titled(actions, /@jennap is our own account/).edit);
    assert.equal(
      after,
      '# Our practice\nname: Luma # since 2011\nhandles:\n  - "@luma"\n  - "@jennap"\n',
    );
  });

  it('is made where there is none', async () => {
    const here = await start({ folders: [folder], files: new Map(), capabilities: eager });
    const applied: ApplyWorkspaceEditParams[] = [];
    here.client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      applied.push(params);
      return { applied: true };
    });
    await here.open(uri, visit);
    const result = await here.client.sendRequest('workspace/executeCommand', {
      command: 'chaperone.addToProfile',
      arguments: [{ uri, list: 'staff', value: 'Maria' }],
    });
    assert.deepEqual(result, {
      applied: true,
      profileUri: `${folder}/chaperone.yaml`,
      created: true,
      before: '',
    });
    const [create] = applied[0]?.edit.documentChanges ?? [];
    assert.deepEqual(create, {
      kind: 'create',
      uri: `${folder}/chaperone.yaml`,
      options: { ignoreIfExists: true },
    });
    assert.equal(edited(`${folder}/chaperone.yaml`, '', applied[0]?.edit), 'staff:\n  - Maria\n');
  });

  describe('as text', () => {
    const staff = (value: string) => ({ title: '', list: 'staff' as const, value });
    const cases: readonly (readonly [string, string])[] = [
      ['', 'staff:\n  - Maria\n'],
      ['name: Luma\n', 'name: Luma\nstaff:\n  - Maria\n'],
      ['staff: [Ana] # the desk\nname: Luma\n', 'staff: [ Ana, Maria ] # the desk\nname: Luma\n'],
      ['staff:\n- Ana\n# the end\n', 'staff:\n- Ana\n- Maria\n# the end\n'],
      ['staff:\r\n  - Ana\r\n', 'staff:\r\n  - Ana\r\n  - Maria\r\n'],
      ['staff:\n  - Maria\n', 'staff:\n  - Maria\n'],
      ['staff: [Ana\n', 'staff: [Ana\n'],
    ];
    for (const [before, after] of cases) {
      it(`takes Maria into ${JSON.stringify(before)}`, () =>
        assert.equal(profileText.change(before, staff('Maria')), after));
    }

    it('sets a rule', () => {
      const change = { title: '', rule: 'reply-at-all', severity: 'off' as const };
      assert.equal(
        profileText.change('name: Luma\n', change),
        'name: Luma\nrules:\n  reply-at-all: off\n',
      );
      assert.deepEqual(profileText.read('rules:\n  reply-at-all: off\n', 'x').problems, []);
    });
  });

  it('is looked for from the folder up, each folder once', async () => {
    const asked: string[] = [];
    const profiles = createProfiles(
      async (file) => void asked.push(file) as undefined,
      () => profileText,
    );
    await profiles.for('file:///a/b/c.md', defaultSettings);
    await profiles.for('file:///a/b/d.md', defaultSettings);
    assert.deepEqual(asked, [
      'file:///a/b/chaperone.yaml',
      'file:///a/b/chaperone.yml',
      'file:///a/chaperone.yaml',
      'file:///a/chaperone.yml',
    ]);
  });

  it('may be named by a path of any file system', () => {
    assert.equal(toUri('/a b/chaperone.yaml'), 'file:///a%20b/chaperone.yaml');
    assert.equal(toUri('C:\\a\\chaperone.yaml'), 'file:///C%3A/a/chaperone.yaml');
    assert.equal(toUri('vscode-vfs://github/a'), 'vscode-vfs://github/a');
    assert.equal(parentOf('file:///a'), undefined);
    assert.equal(parentOf('untitled:Untitled-1'), undefined);
  });
});
