import assert from 'node:assert/strict';
import { createWorkerConnection } from '../src/worker-connection.js';
import { ResponseError } from '../src/worker-protocol.js';

type Message = Record<string, unknown> & { id?: number | string; method?: string };

/** A connection and what it sent. `give` hands it messages; `settle` waits until `count` messages have been sent. */
function connected() {
  const sent: Message[] = [];
  let take: (message: unknown) => void = () => undefined;
  let told = () => {};
  const connection = createWorkerConnection({
    send: (message) => {
      sent.push(JSON.parse(JSON.stringify(message)) as Message);
      told();
    },
    listen: (given) => {
      take = given;
    },
    later: (run) => void setImmediate(run),
  });
  const give = (...messages: Message[]) => {
    for (const message of messages) take({ jsonrpc: '2.0', ...message });
  };
  const settle = async (count: number) => {
    while (sent.length < count) await new Promise<void>((resolve) => (told = resolve));
    return sent;
  };
  return { connection, give, settle };
}

const hover = { textDocument: { uri: 'a:b' }, position: { line: 0, character: 0 } };

describe('The connection of the worker', () => {
  it('answers requests in turn, with null where there is nothing', async () => {
    const { connection, give, settle } = connected();
    connection.onHover(({ textDocument }) =>
      textDocument.uri === 'a:b' ? { contents: 'why' } : undefined,
    );
    connection.listen();
    give(
      { id: 1, method: 'textDocument/hover', params: hover },
      {
        id: 'two',
        method: 'textDocument/hover',
        params: { ...hover, textDocument: { uri: 'x:' } },
      },
      { id: 3, method: 'shutdown' },
    );
    assert.deepEqual(await settle(3), [
      { jsonrpc: '2.0', id: 1, result: { contents: 'why' } },
      { jsonrpc: '2.0', id: 'two', result: null },
      { jsonrpc: '2.0', id: 3, result: null },
    ]);
  });

  it('refuses what it does not know, and hides what broke inside', async () => {
    const { connection, give, settle } = connected();
    connection.onHover(() => {
      throw new Error('Maria was here');
    });
    connection.onCodeLens(async () => {
      throw new ResponseError(-32801, 'Changed.', { again: true });
    });
    connection.listen();
    give(
      { id: 1, method: 'textDocument/rename', params: {} },
      { id: 2, method: 'textDocument/hover', params: hover },
      { id: 3, method: 'textDocument/codeLens', params: { textDocument: { uri: 'a:b' } } },
    );
    const answers = await settle(3);
    const errors = new Map(answers.map(({ id, error }) => [id, error as { code: number }]));
    assert.equal(errors.get(1)?.code, -32601);
    assert.equal(errors.get(2)?.code, -32603);
    assert.deepEqual(errors.get(3), { code: -32801, message: 'Changed.', data: { again: true } });
    assert.doesNotMatch(JSON.stringify(answers), /Maria/);
  });

  it('drops a cancelled request that waits, and tells one that runs', async () => {
    const { connection, give, settle } = connected();
    const started: string[] = [];
    connection.onHover(async ({ textDocument }, token) => {
      started.push(textDocument.uri);
      await new Promise((resolve) => token.onCancellationRequested(() => resolve(undefined)));
      assert.ok(token.isCancellationRequested);
      return { contents: 'stopped' };
    });
    connection.listen();
    give(
      { id: 1, method: 'textDocument/hover', params: hover },
      { id: 2, method: 'textDocument/hover', params: { ...hover, textDocument: { uri: 'x:' } } },
      { method: '$/cancelRequest', params: { id: 2 } },
    );
    const [dropped] = await settle(1);
    assert.deepEqual(dropped, {
      jsonrpc: '2.0',
      id: 2,
      error: { code: -32800, message: 'Cancelled.' },
    });
    while (started.length === 0) await new Promise((resolve) => setImmediate(resolve));
    give({ method: '$/cancelRequest', params: { id: 1 } });
    assert.deepEqual((await settle(2))[1], {
      jsonrpc: '2.0',
      id: 1,
      result: { contents: 'stopped' },
    });
    assert.deepEqual(started, ['a:b']);
  });

  it('asks the client, and passes on its answer or its refusal', async () => {
    const { connection, give, settle } = connected();
    connection.listen();
    const asked = connection.workspace.getConfiguration({ section: 'chaperone', scopeUri: 'a:b' });
    const refused = connection.workspace.applyEdit({ label: 'fix', edit: { changes: {} } });
    const [one, two] = await settle(2);
    assert.deepEqual(one?.params, { items: [{ section: 'chaperone', scopeUri: 'a:b' }] });
    assert.equal(two?.method, 'workspace/applyEdit');
    give(
      { id: one?.id as number, result: [{ enable: false }] },
      { id: two?.id as number, error: { code: 7, message: 'No.' } },
    );
    assert.deepEqual(await asked, { enable: false });
    await assert.rejects(refused, ({ code, message }) => code === 7 && message === 'No.');
  });

  it('registers, sends partial results and progress, and survives a listener that throws', async () => {
    const { connection, give, settle } = connected();
    connection.onDidChangeConfiguration(() => {
      throw new Error('Maria was here');
    });
    connection.languages.diagnostics.onWorkspace((_params, _token, progress, partial) => {
      progress.begin('Reading');
      partial?.report({ items: [] });
      progress.done();
      return { items: [] };
    });
    connection.listen();
    const registered = connection.client.register('textDocument/didSave' as never, {});
    const [registration] = await settle(1);
    assert.equal(registration?.method, 'client/registerCapability');
    give({ id: registration?.id as number, result: null });
    await registered;
    give(
      { method: 'workspace/didChangeConfiguration', params: { settings: {} } },
      {
        id: 9,
        method: 'workspace/diagnostic',
        params: { previousResultIds: [], workDoneToken: 'w', partialResultToken: 'p' },
      },
    );
    const [, log, begin, partial, done, result] = await settle(6);
    assert.equal(log?.method, 'window/logMessage');
    assert.doesNotMatch(JSON.stringify(log), /Maria/);
    assert.deepEqual(
      [begin, partial, done].map((message) => message?.params),
      [
        { token: 'w', value: { kind: 'begin', title: 'Reading' } },
        { token: 'p', value: { items: [] } },
        { token: 'w', value: { kind: 'end' } },
      ],
    );
    assert.deepEqual(result, { jsonrpc: '2.0', id: 9, result: { items: [] } });
  });
});
