import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  ProgressType,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
} from 'vscode-languageserver/node';
import { type Pair, pair } from './harness.js';

const folder = 'file:///practice';
const other = 'file:///agency';
const reply = '> ★★★★★ Best Botox ever!\n\nThank you for coming in to see us!\n';
const many = (count: number) =>
  new Map<string, string>(
    Array.from({ length: count }, (_, index) => [`${folder}/reply-${index}.md`, reply] as const),
  );

describe('Workspace diagnostics', () => {
  let both: Pair | undefined;
  const start = async (setup: Parameters<typeof pair>[0]) => {
    both = await pair(setup);
    return both;
  };
  afterEach(async () => {
    await both?.stop();
    both = undefined;
  });
  const ask = (client: Pair['client'], params: object = {}) =>
    client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      ...params,
    });

  it('cover every file of every folder', async () => {
    const files = new Map([
      [`${folder}/reply.md`, reply],
      [`${other}/reply.md`, reply],
      ['file:///elsewhere/reply.md', reply],
    ]);
    const { client } = await start({ folders: [folder, other], files });
    const { items } = await ask(client);
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [`${folder}/reply.md`, `${other}/reply.md`],
    );
    assert.ok(items.every((item) => item.kind === 'full' && item.items.length > 0));
  });

  it('follow when folders are added and removed', async () => {
    const files = new Map([
      [`${folder}/reply.md`, reply],
      [`${other}/reply.md`, reply],
    ]);
    const { client } = await start({
      folders: [folder],
      files,
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [{ uri: other, name: 'agency' }],
        removed: [{ uri: folder, name: 'practice' }],
      },
    });
    assert.deepEqual(
      (await ask(client)).items.map(({ uri }) => uri),
      [`${other}/reply.md`],
    );
  });

  it('say "unchanged" of files that stayed as they were, and only of those', async () => {
    const files = many(3);
    const { client } = await start({ folders: [folder], files });
    const first = await ask(client);
    const previousResultIds = first.items.map((item) => ({
      uri: item.uri,
      value: item.resultId ?? '',
    }));
    files.set(`${folder}/reply-1.md`, 'Thank you for the kind words!\n');
    files.delete(`${folder}/reply-2.md`);
    const second = await ask(client, { previousResultIds });
    assert.deepEqual(
      second.items.map((item) => [
        item.uri.slice(-4, -3),
        item.kind,
        item.kind === 'full' ? item.items.length > 0 : null,
      ]),
      [
        ['0', 'unchanged', null],
        ['1', 'full', true],
        ['2', 'full', false],
      ],
    );
  });

  it('look again at everything when a profile changed', async () => {
    const files = many(1);
    const { client } = await start({ folders: [folder], files });
    const first = await ask(client);
    const previousResultIds = first.items.map((item) => ({
      uri: item.uri,
      value: item.resultId ?? '',
    }));
    files.set(`${folder}/chaperone.yaml`, 'rules:\n  reply-thanks-for-visit: "off"\n');
    await client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder}/chaperone.yaml`, type: 1 }],
    });
    const second = await ask(client, { previousResultIds });
    assert.equal(second.items[0]?.kind, 'full');
  });

  it('come file by file, with progress, to a client that wants it so', async () => {
    const { client } = await start({
      folders: [folder],
      files: many(45),
      capabilities: { window: { workDoneProgress: true } },
    });
    const parts: WorkspaceDiagnosticReportPartialResult[] = [];
    const progress: { kind: string; percentage?: number }[] = [];
    client.onProgress(
      new ProgressType<WorkspaceDiagnosticReportPartialResult>(),
      'parts',
      (part) => void parts.push(part),
    );
    client.onProgress(
      new ProgressType<{ kind: string }>(),
      'work',
      (step) => void progress.push(step),
    );
    const whole = await ask(client, { partialResultToken: 'parts', workDoneToken: 'work' });
    assert.deepEqual(whole.items, []);
    assert.equal(parts.flatMap(({ items }) => items).length, 45);
    assert.equal(progress[0]?.kind, 'begin');
    assert.equal(progress.at(-1)?.kind, 'end');
    assert.equal(progress.at(-2)?.percentage, 100);
  });

  it('stop when they are cancelled', async () => {
    const { client } = await start({ folders: [folder], files: many(2000) });
    const parts: unknown[] = [];
    const source = new CancellationTokenSource();
    client.onProgress(
      new ProgressType<WorkspaceDiagnosticReportPartialResult>(),
      'parts',
      (part) => {
        parts.push(part);
        source.cancel();
      },
    );
    await assert.rejects(
      client.sendRequest(
        'workspace/diagnostic',
        { previousResultIds: [], partialResultToken: 'parts' },
        source.token,
      ),
      { code: -32800 },
    );
    assert.ok(parts.length < 2000);
  });

  it('name what is wrong in a profile, at its place', async () => {
    const files = new Map([[`${folder}/chaperone.yaml`, 'name: Luma\nstrictnes: standard\n']]);
    const { client } = await start({ folders: [folder], files });
    const [item] = (await ask(client)).items;
    assert.ok(item?.kind === 'full');
    assert.equal(item.items[0]?.range.start.line, 1);
    assert.equal(item.items[0]?.severity, 2);
  });

  it('are one command too, for clients that cannot ask', async () => {
    const { client } = await start({ folders: [folder], files: many(2) });
    const { files } = await client.sendRequest<{
      files: { uri: string; diagnostics: unknown[] }[];
    }>('workspace/executeCommand', { command: 'chaperone.checkWorkspace' });
    assert.equal(files.length, 2);
    assert.ok(files.every(({ diagnostics }) => diagnostics.length > 0));
  });
});
