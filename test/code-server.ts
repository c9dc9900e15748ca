import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const run = promisify(execFile);

/** The versions the tests were written against. code-server 4.139.1 is VS Code 1.139.1. */
const versions = { 'node@': '24.21.0', 'code-server@': '4.139.1' };

/** Kept outside the checkout, so that a new clone need not fetch the editor again. */
const cache = join(
  process.env['CHAPERONE_CACHE'] ??
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'chaperone'),
  `code-server-${versions['code-server@']}`,
);
const node = join(cache, 'node_modules', 'node', 'bin', 'node');
const entry = join(cache, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
const complete = join(cache, 'complete');

/** A Visual Studio Code that runs in a browser, with one extension installed. */
export interface Editor {
  readonly browser: Browser;
  /** Where the editor listens; `?folder=/path` opens a folder. */
  readonly url: string;
  /** Everything the editor's server wrote to its streams. */
  log(): string;
  /** Ends the editor and the browser and removes their folders. */
  stop(): Promise<void>;
}

/** Starts an editor of its own folders and port, with the extension `vsix` if one is given. `settings` become its user settings. */
export async function startEditor(
  vsix: string | undefined,
  settings: Record<string, unknown>,
  { asksForTrust = false }: { readonly asksForTrust?: boolean } = {},
): Promise<Editor> {
  await fetchEditor();
  const home = await mkdtemp(join(tmpdir(), 'chaperone-editor-'));
  const folders = [
    '--user-data-dir',
    join(home, 'data'),
    '--extensions-dir',
    join(home, 'extensions'),
  ];
  const settingsPath = join(home, 'data', 'User', 'settings.json');
  await mkdir(dirname(settingsPath), { recursive: true });
  await writeFile(settingsPath, JSON.stringify({ ...quiet, ...settings }, null, 2));
  if (vsix)
    await run(node, [entry, ...folders, '--install-extension', vsix], { env: environment(home) });
  const port = await freePort();
  const options = [
    '--auth',
    'none',
    '--bind-addr',
    `127.0.0.1:${port}`,
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-getting-started-override',
  ];
  const server = spawn(node, [entry, ...folders, ...options], {
    env: environment(home),
    detached: true,
  });
  const output: string[] = [];
  server.stdout.on('data', (chunk) => output.push(String(chunk)));
  server.stderr.on('data', (chunk) => output.push(String(chunk)));
  const url = `http://127.0.0.1:${port}/`;
  try {
    await listening(url, server, output);
    const browser = await startBrowser();
    return {
      browser,
      url,
      log: () => output.join(''),
      async stop() {
        await browser.close();
        await end(server);
        await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      },
    };
  } catch (error) {
    await end(server);
    throw error;
  }
}

/** A Chromium of this machine: CHROMIUM, or the usual places. */
export async function startBrowser(): Promise<Browser> {
  const places = [
    process.env['CHROMIUM'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) {
    throw new Error(
      'These tests need Chromium. Install it ("apt-get install chromium" on Debian), or set CHROMIUM to its path.',
    );
  }
  const flags = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath, args: flags });
}

/** Opens a folder in a new window of the editor and waits until the workbench stands. */
export async function openFolder(editor: Editor, folder: string): Promise<Page> {
  const context = await editor.browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${editor.url}?folder=${encodeURIComponent(folder)}`);
  await page.locator('.monaco-workbench').waitFor({ timeout: 120_000 });
  return page;
}

/** Installs the editor into the cache, once; about two minutes and 700 MB. */
async function fetchEditor(): Promise<void> {
  if (existsSync(complete) && existsSync(node) && existsSync(entry)) return;
  process.stderr.write(
    `\nFetching Visual Studio Code for the browser (code-server) from npm into ${cache}: about 2 minutes and 700 MB, once.\n`,
  );
  try {
    await rm(cache, { recursive: true, force: true });
    await mkdir(cache, { recursive: true });
    await writeFile(join(cache, 'package.json'), JSON.stringify({ name: 'editor', private: true }));
    for (const [name, version] of Object.entries(versions)) await install(name + version);
    await writeFile(complete, '');
  } catch (error) {
    throw new Error(
      `The editor could not be fetched. It needs the npm registry and, for its native parts, a compiler, pkg-config and libkrb5-dev ("apt-get install -y build-essential pkg-config libkrb5-dev" on Debian). ${error}`,
    );
  }
}

/** A registry that stops answering must not hold the tests for good: two tries, of eight minutes at most. */
async function install(what: string): Promise<void> {
  const arguments_ = ['install', what, '--save-exact', '--no-audit', '--no-fund'];
  // The user's own npm settings and certificates count here: some machines reach the registry only through them.
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env['PATH']}` };
  const options = { cwd: cache, env, maxBuffer: 1e8, timeout: 480_000 };
  await run('npm', arguments_, options).catch(() => run('npm', arguments_, options));
}

/** The editor insists on the Node that it was made for, so that comes first on the path. */
function environment(home: string): NodeJS.ProcessEnv {
  const { PATH = '', HOME = home, USER = 'tester', LANG = 'C.UTF-8' } = process.env;
  return {
    PATH: `${dirname(node)}:${PATH}`,
    HOME,
    USER,
    LANG,
    XDG_DATA_HOME: join(home, 'share'),
    XDG_CONFIG_HOME: join(home, 'config'),
  };
}

async function listening(
  url: string,
  server: ChildProcess,
  output: readonly string[],
): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The editor did not start:\n${output.join('')}`);
}

/** Ends the editor with all it started: they share a process group. */
async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  process.kill(-server.pid, 'SIGTERM');
  const patience = setTimeout(() => server.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(patience);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What keeps the workbench still, so that tests and pictures show only what they are about. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'window.commandCenter': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'files.autoSave': 'off',
  'editor.accessibilitySupport': 'off',
};
