import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { CodeAction, Hover, WorkspaceDiagnosticReport } from 'vscode-languageserver-protocol';
import { type LanguageClient, serverPath, startClient, transports } from './language-client.js';

const reply = '> Best Botox ever! *****\n\nThank you for coming in to see us!\n';

describe('The built server over stdio', function () {
  this.timeout(120_000);
  let folder: string;
  let client: LanguageClient | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chaperone-'));
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    await rm(folder, { recursive: true, force: true });
  });
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  it('is executable, and says its version and how to start it', async () => {
    await access(serverPath, constants.X_OK);
    const run = promisify(execFile);
    assert.match((await run(serverPath, ['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
    assert.match((await run(serverPath, ['--help'])).stdout, /--stdio/);
    await assert.rejects(run(serverPath, ['--nonsense']), /There is no option --nonsense/);
  });

  it('underlines, explains and fixes a reply', async () => {
    client = await startClient(pathToFileURL(folder).href);
    const uri = uriOf('reply.md');
    await client.open(uri, reply);
    const { diagnostics } = await client.diagnostics(uri);
    const finding = diagnostics.find((diagnostic) => diagnostic.code === 'reply-thanks-for-visit');
    assert.ok(finding, JSON.stringify(diagnostics));
    assert.equal(finding.source, 'Chaperone');
    assert.equal(finding.range.start.line, 2);
    assert.match(finding.codeDescription?.href ?? '', /#reply-thanks-for-visit$/);

    const hover = await client.wire.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: finding.range.start,
    });
    assert.match((hover.contents as { value: string }).value, /reader/i);

    const actions = await client.wire.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const first = actions.find((action) => action.isPreferred);
    assert.ok(first?.edit?.changes?.[uri], JSON.stringify(actions));
  });

  for (const transport of Object.keys(transports) as (keyof typeof transports)[]) {
    it(`speaks over ${transport}, and ends when told to`, async () => {
      client = await startClient(pathToFileURL(folder).href, {}, {}, transport);
      const uri = uriOf('reply.md');
      await client.open(uri, reply);
      const { diagnostics } = await client.diagnostics(uri);
      assert.ok(diagnostics.some(({ code }) => code === 'reply-thanks-for-visit'));
      const ended = client;
      client = undefined;
      assert.equal(await ended.stop(), 0);
    });
  }

  it('says so when a port cannot be used, and ends', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const run = promisify(execFile)(serverPath, [`--listen=${port}`]);
    await assert.rejects(run, /cannot be used/);
    taken.close();
  });

  it('reads the nearest chaperone.yaml from disk', async () => {
    await writeFile(join(folder, 'chaperone.yaml'), 'rules:\n  reply-thanks-for-visit: "off"\n');
    client = await startClient(pathToFileURL(folder).href);
    const uri = uriOf('reply.md');
    await client.open(uri, reply);
    const { diagnostics } = await client.diagnostics(uri);
    assert.ok(!diagnostics.some((diagnostic) => diagnostic.code === 'reply-thanks-for-visit'));
  });

  it('checks the files of a workspace, and leaves out what .gitignore leaves out', async () => {
    await writeFile(join(folder, 'a-reply.md'), reply);
    await writeFile(join(folder, 'b-reply.md'), reply);
    await writeFile(join(folder, '.gitignore'), 'b-*\n');
    client = await startClient(pathToFileURL(folder).href);
    const report = await client.wire.sendRequest<WorkspaceDiagnosticReport>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    assert.deepEqual(
      report.items.map(({ uri }) => uri),
      [uriOf('a-reply.md')],
    );
    assert.ok(report.items.every((item) => item.kind === 'full' && item.items.length > 0));
  });

  it('writes nothing of the copy to its log, and ends when told to', async () => {
    client = await startClient(pathToFileURL(folder).href);
    await client.open(uriOf('reply.md'), reply);
    await client.diagnostics(uriOf('reply.md'));
    const ended = client;
    client = undefined;
    assert.equal(await ended.stop(), 0);
    assert.equal(ended.stderr(), '');
  });
});
