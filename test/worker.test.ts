import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type {
  CodeAction,
  Hover,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { launch, offlineContext, serve } from './browser.js';

const worker = fileURLToPath(new URL('../server/dist/worker.js', import.meta.url));
const formats = fileURLToPath(new URL('../server/dist/worker-formats.js', import.meta.url));
const learned = fileURLToPath(new URL('../server/dist/worker-learned.js', import.meta.url));

/** Ways for a script to reach the network, other than loading its own second file. */
const network =
  /\bfetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection|\bimport\s*\(/;

describe('The built worker', () => {
  it('has no call that reaches the network', async () => {
    for (const file of [worker, formats, learned])
      assert.doesNotMatch(await readFile(file, 'utf8'), network);
  });

  it('is a classic script of at most 192 KB, compressed: server, core, lexicon and names', async () => {
    const source = await readFile(worker);
    const bytes = gzipSync(source, { level: 9 }).length;
    assert.ok(bytes <= 192 * 1024, `${bytes} bytes`);
    assert.doesNotThrow(() => new Function(source.toString()));
  });

  it('has the learned weights beside it, at most 80 KB, compressed', async () => {
    const bytes = gzipSync(await readFile(learned), { level: 9 }).length;
    assert.ok(bytes <= 80 * 1024, `${bytes} bytes`);
  });

  describe('in a browser', () => {
    let browser: Browser;
    let host: Awaited<ReturnType<typeof serve>>;
    let page: Page;
    let outside: string[];

    before(async () => {
      browser = await launch();
      host = await serve(dirname(worker));
    });
    after(async () => {
      await browser.close();
      await host.close();
    });
    beforeEach(async () => {
      const offline = await offlineContext(browser);
      outside = offline.outside;
      page = await offline.context.newPage();
      await page.route('**/blank', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
      );
      // tsx wraps functions in a call of this name, which the page does not have.
      await page.addInitScript('globalThis.__name = (value) => value');
      await page.goto(`${host.url}/blank`);
      await page.evaluate(startWorker);
    });
    afterEach(async () => {
      await page.context().close();
      assert.deepEqual(outside, []);
    });
    const request = <T>(method: string, params: unknown) =>
      page.evaluate(
        ([one, two]) => (globalThis as unknown as Wire).request(one as string, two),
        [method, params],
      ) as Promise<T>;
    const notify = (method: string, params: unknown) =>
      page.evaluate(
        ([one, two]) => (globalThis as unknown as Wire).notify(one as string, two),
        [method, params],
      );
    const diagnostics = () =>
      page.evaluate(() =>
        (globalThis as unknown as Wire).next('textDocument/publishDiagnostics'),
      ) as Promise<PublishDiagnosticsParams>;

    it('finds and fixes without a word to the network', async () => {
      const started = await request<InitializeResult>('initialize', {
        processId: null,
        rootUri: null,
        capabilities: {},
      });
      assert.equal(started.serverInfo?.name, 'Chaperone');
      await notify('initialized', {});
      const uri = 'memory:/reply.txt';
      await notify('chaperone/documentOptions', { uri, channel: 'review-reply' });
      await notify('textDocument/didOpen', {
        textDocument: {
          uri,
          languageId: 'plaintext',
          version: 1,
          text: 'Thank you for coming in to see us!',
        },
      });
      const told = await diagnostics();
      const finding = told.diagnostics.find(({ code }) => code === 'reply-thanks-for-visit');
      assert.ok(finding);
      const actions = await request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: finding.range,
        context: { diagnostics: [finding] },
      });
      assert.ok(actions.some(({ isPreferred, edit }) => isPreferred && edit?.changes?.[uri]));
      const hover = await request<Hover>('textDocument/hover', {
        textDocument: { uri },
        position: finding.range.start,
      });
      const explained = JSON.stringify(hover.contents);
      assert.match(explained, /Thanking a reviewer for a visit tells every reader/);
      assert.match(explained, /may not use or disclose protected health information/);
    });

    it('loads its second file only when a profile asks for it', async () => {
      const before = host.requests.length;
      await request('initialize', { processId: null, rootUri: null, capabilities: {} });
      await notify('initialized', {});
      const document = {
        uri: 'memory:/reply.txt',
        languageId: 'plaintext',
        version: 1,
        text: 'Thank you for coming in to see us!',
      };
      await notify('textDocument/didOpen', { textDocument: document });
      await diagnostics();
      assert.ok(!host.requests.slice(before).includes('/worker-formats.js'));
      const profileText =
        'channels:\n  "*.txt": review-reply\nrules:\n  reply-thanks-for-visit: "off"\n';
      await notify('workspace/didChangeConfiguration', {
        settings: { chaperone: { profileText } },
      });
      const after = await diagnostics();
      assert.ok(!after.diagnostics.some(({ code }) => code === 'reply-thanks-for-visit'));
      assert.ok(host.requests.slice(before).includes('/worker-formats.js'));
    });
  });
});

interface Wire {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  next(method: string): Promise<unknown>;
}

/** Runs in the page: a worker and the smallest client for it. */
function startWorker(): void {
  const worker = new Worker('/worker.js');
  const answers = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >();
  const told = new Map<string, unknown[]>();
  const waiting = new Map<string, (value: unknown) => void>();
  let id = 0;
  worker.onmessage = ({ data }) => {
    if (data.method === undefined) {
      const answer = answers.get(data.id);
      if (data.error) answer?.reject(new Error(data.error.message));
      else answer?.resolve(data.result);
      return;
    }
    const wait = waiting.get(data.method);
    waiting.delete(data.method);
    if (wait) wait(data.params);
    else told.set(data.method, [...(told.get(data.method) ?? []), data.params]);
  };
  const wire: Wire = {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        id += 1;
        answers.set(id, { resolve, reject });
        worker.postMessage({ jsonrpc: '2.0', id, method, params });
      }),
    notify: (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params }),
    next: (method) => {
      const [first, ...rest] = told.get(method) ?? [];
      told.set(method, rest);
      return first === undefined
        ? new Promise((resolve) => waiting.set(method, resolve))
        : Promise.resolve(first);
    },
  };
  Object.assign(globalThis, wire);
}
