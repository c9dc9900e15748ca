import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type * as client from '../packages/client/src/index.js';
import { launch, offlineContext, serve } from './browser.js';

const worker = fileURLToPath(new URL('../server/dist/worker.js', import.meta.url));
const entry = fileURLToPath(new URL('../packages/client/src/index.ts', import.meta.url));

/** What the page holds while a test runs in it. */
interface Held {
  readonly chaperoneClient: typeof client;
  connection: client.ChaperoneConnection;
  /** Everything that was told, in order. */
  told: client.Diagnosed[];
  /** Waits for diagnostics of the text as it stands. */
  next(text: string): Promise<client.Diagnosed>;
}

const uri = 'memory:/reply.txt';
const thanks = 'Thank you for coming in to see us!';

describe('The client of Office and the playground, on the built worker in a browser', function () {
  this.timeout(120_000);
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serve>>;
  let page: Page;
  let script: string;

  before(async () => {
    const built = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'chaperoneClient',
      platform: 'browser',
    });
    script = built.outputFiles[0]?.text ?? '';
    browser = await launch();
    host = await serve(dirname(worker));
  });
  after(async () => {
    await browser?.close();
    await host?.close();
  });
  beforeEach(async () => {
    const { context } = await offlineContext(browser);
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.route('**/blank', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    // tsx wraps functions in a call of this name, which the page does not have.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.goto(`${host.url}/blank`);
    await page.addScriptTag({ content: script });
    await page.evaluate(() => {
      const held = globalThis as unknown as Held;
      held.connection = held.chaperoneClient.connect(new Worker('/worker.js'), {
        settings: { channel: 'review-reply', strictness: 'standard' },
      });
      held.told = [];
      held.connection.onDiagnostics((diagnosed) => held.told.push(diagnosed));
      held.next = async (text) => {
        for (;;) {
          const found = held.told.find((one) => one.text === text);
          if (found) return found;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };
    });
  });
  afterEach(() => page.context().close());

  it('tells what is found, resolves a fix into edits and is told of the fixed text', async () => {
    const seen = await page.evaluate(
      async ([uri, text]) => {
        const { connection, next, chaperoneClient } = globalThis as unknown as Held;
        connection.open(uri, 'plaintext', text);
        const first = await next(text);
        const [diagnostic] = first.diagnostics;
        if (!diagnostic) throw new Error('nothing was found');
        const span = connection.spanOf(uri, diagnostic.range);
        const hover = await connection.hover(uri, span.start);
        const fixes = await connection.codeActions(uri, diagnostic, 'quickfix');
        const [fix] = fixes.filter(({ preferred }) => preferred);
        if (!fix) throw new Error('no fix is preferred');
        const edits = await connection.resolve(uri, fix);
        const fixed = chaperoneClient.withEdits(text, edits);
        connection.change(uri, fixed);
        const last = await next(fixed);
        return {
          rule: chaperoneClient.findingData(diagnostic)?.rule,
          words: text.slice(span.start, span.end),
          hover,
          fixed,
          left: last.diagnostics.map(({ severity }) => severity),
          known: connection.diagnostics(uri).length,
          state: connection.status(uri)?.state,
          version: last.version,
        };
      },
      [uri, `💛 ${thanks}`] as const,
    );
    assert.equal(seen.rule, 'reply-thanks-for-visit');
    assert.match(seen.words, /^coming in/);
    assert.match(seen.hover ?? '', /You could write:/);
    assert.equal(seen.fixed, '💛 Thank you for the kind words!');
    assert.ok(seen.left.every((severity) => severity !== 1 && severity !== 2));
    assert.equal(seen.known, seen.left.length);
    assert.equal(seen.state, 'checked');
    assert.equal(seen.version, 2);
  });

  it('never tells what was found in an older text', async () => {
    const stale = await page.evaluate(
      async ([uri, text]) => {
        const { connection, next, told } = globalThis as unknown as Held;
        const versions = Array.from({ length: 40 }, (_, length) => text.slice(0, length + 1));
        const at: { text: string; told: string }[] = [];
        let now = versions[0] ?? '';
        connection.onDiagnostics((diagnosed) => at.push({ text: now, told: diagnosed.text }));
        connection.open(uri, 'plaintext', now);
        for (const version of versions) {
          now = version;
          connection.change(uri, version);
          await new Promise((resolve) => setTimeout(resolve, 7));
        }
        await next(now);
        return { wrong: at.filter((one) => one.text !== one.told), count: told.length };
      },
      [uri, `${thanks} Bye now, all of you.`] as const,
    );
    assert.deepEqual(stale.wrong, []);
    assert.ok(stale.count > 0);
  });

  it('refuses a fix that was made for an older text', async () => {
    const answer = await page.evaluate(
      async ([uri, text]) => {
        const { connection, next } = globalThis as unknown as Held;
        connection.open(uri, 'plaintext', text);
        const { diagnostics } = await next(text);
        const [fix] = await connection.codeActions(uri, diagnostics[0] ?? { start: 0, end: 1 });
        connection.change(uri, `Hello. ${text}`);
        if (!fix) return 'no fix';
        return connection.resolve(uri, fix).then(
          () => 'resolved',
          (error: Error) => error.message,
        );
      },
      [uri, thanks] as const,
    );
    assert.match(answer, /changed since/);
  });

  it('passes on settings, options of a document, commands, and what is closed', async () => {
    const seen = await page.evaluate(
      async ([uri, text]) => {
        const { connection, next, told } = globalThis as unknown as Held;
        connection.open(uri, 'plaintext', text);
        const before = (await next(text)).diagnostics.length;
        const again = async (what: () => void) => {
          const count = told.length;
          what();
          while (told.length === count) await new Promise((resolve) => setTimeout(resolve, 20));
          return told.at(-1)?.diagnostics.length;
        };
        const off = await again(() =>
          connection.setConfiguration({
            channel: 'review-reply',
            profileText: 'rules:\n  reply-thanks-for-visit: "off"\nstrictness: lenient\n',
          }),
        );
        const on = await again(() => connection.setConfiguration({ channel: 'review-reply' }));
        const page = await again(() =>
          connection.setDocumentOptions(uri, { channel: 'web-page', strictness: 'lenient' }),
        );
        const replies = (await connection.execute('chaperone.replies', { uri })) as unknown[];
        connection.close(uri);
        return {
          before,
          off,
          on,
          page,
          replies: replies.length,
          closed: connection.diagnostics(uri).length,
          status: connection.status(uri) === undefined,
        };
      },
      [uri, thanks] as const,
    );
    assert.ok(seen.before > 0);
    assert.equal(seen.off, 0);
    assert.ok((seen.on ?? 0) > 0);
    assert.equal(seen.page, 0);
    assert.ok(seen.replies >= 5);
    assert.deepEqual([seen.closed, seen.status], [0, true]);
  });

  it('says so when the worker breaks, and rejects what is asked of it', async () => {
    const failure = await page.evaluate(async () => {
      const { chaperoneClient } = globalThis as unknown as Held;
      const script = URL.createObjectURL(new Blob(['throw new Error("broken")']));
      const connection = chaperoneClient.connect(new Worker(script));
      const told = new Promise<string>((resolve) => connection.onFailure(resolve));
      const asked = connection.execute('chaperone.rules', {}).then(
        () => 'answered',
        () => 'rejected',
      );
      return [await told, await asked];
    });
    assert.match(failure[0] ?? '', /broken/);
    assert.equal(failure[1], 'rejected');
  });

  it('ends the conversation, and leaves the worker to its owner', async () => {
    const answers = await page.evaluate(async () => {
      const { connection } = globalThis as unknown as Held;
      await connection.ready;
      connection.dispose();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return connection.execute('chaperone.rules', {}).then(
        () => 'answered',
        () => 'rejected',
      );
    });
    assert.equal(answers, 'rejected');
  });
});
