import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Editor, startEditor } from './code-server.js';
import { practiceFolder, restore, vsix } from './vscode-copy.js';
import { type EditorWindow, openWindow } from './vscode-window.js';

/** Pictures for the documentation, taken when asked for: CHAPERONE_PICTURES=docs/images. */
const pictures = process.env.CHAPERONE_PICTURES;

/** One editor with the built extension for all suites; it ends with the last of them. */
let shared: Promise<Editor> | undefined;
after(async function () {
  this.timeout(60_000);
  await (await shared?.catch(() => undefined))?.stop();
});

export interface Suite {
  readonly window: EditorWindow;
  /** The folder of a practice that is open in the window. */
  readonly folder: string;
  onDisk(name: string): Promise<string>;
  /** Opens a file and waits until so many passages are underlined as errors. */
  openWith(name: string, risks: number): Promise<void>;
  /** Undoes what the last command wrote to the profile, by its notification. */
  undo(): Promise<void>;
  /** Takes a picture for the documentation, when asked for. */
  picture(name: string): Promise<void>;
}

interface Options {
  /** More files for the folder. */
  readonly fill?: (folder: string) => Promise<void>;
  /** An editor of its own instead of the shared one; it ends with the suite. */
  readonly editor?: () => Promise<Editor>;
  /** What is to be done in the window before the extension can be seen at work. */
  readonly prepare?: (window: EditorWindow) => Promise<void>;
}

/** Gives a suite a window of its own. A test that fails is tried again on a clean window, and on the files as they were. */
export function useWindow(suite: Mocha.Suite, { fill, editor, prepare }: Options = {}): Suite {
  let window: EditorWindow | undefined;
  let folder = '';
  let own: Editor | undefined;
  suite.timeout(300_000);
  suite.retries(2);
  const use = () => {
    assert.ok(window, 'The window is not open.');
    return window;
  };

  before(async function () {
    // Fetching the editor, the first time, takes minutes.
    this.timeout(900_000);
    assert.ok(existsSync(vsix), 'The extension is not built: run "npx pnpm build" first.');
    folder = await practiceFolder(fill);
    if (editor) own = await editor();
    else shared ??= startEditor(vsix, {});
    window = await openWindow(own ?? (await (shared as Promise<Editor>)), folder);
    await prepare?.(window);
    await window.open('reply.md');
    await window.squiggles().first().waitFor();
  });
  after(async function () {
    this.timeout(60_000);
    await window?.page.context().close();
    await own?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (!window || !test || test.state === 'passed') return;
    this.timeout(300_000);
    const path = join(tmpdir(), `chaperone-failed-${test.title.replace(/\W+/g, '-')}.png`);
    await window.picture(path);
    process.stderr.write(`The window when it failed: ${path}\n`);
    await window.reset();
    restore(folder);
  });

  return {
    get window() {
      return use();
    },
    get folder() {
      return folder;
    },
    onDisk: (name) => readFile(join(folder, name), 'utf8'),
    async openWith(name, risks) {
      await use().open(name);
      await use().risks(risks);
    },
    async undo() {
      await (await use().said('Written to')).getByRole('button', { name: 'Undo' }).click();
      await use().said('Undone');
      await use().clear();
    },
    async picture(name) {
      if (pictures) await use().picture(join(pictures, `vscode-${name}.png`));
    },
  };
}
