import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { type Editor, openFolder } from './code-server.js';

/** One window of the editor, driven the way a person drives it: by keys and by what stands on the screen. */
export interface EditorWindow {
  readonly page: Page;
  /** Opens a file of the folder in the editor. */
  open(name: string): Promise<void>;
  /** Runs a command from the command palette by its whole title. */
  command(title: string): Promise<void>;
  /** Types into the input that is open and accepts it. */
  answer(text: string): Promise<void>;
  /** Chooses the entry that is named so from the list that is open. */
  choose(label: string): Promise<void>;
  /** Runs a command that asks, and answers it; asks again where the question was lost. */
  commandThen(title: string, label: string): Promise<void>;
  /** Passages underlined in the active editor; `severity` as the editor says it. */
  squiggles(severity?: 'error' | 'warning' | 'info' | 'hint'): Locator;
  /** Rests the pointer on a passage and gives what the editor then says about it. */
  hover(passage: Locator): Promise<string>;
  /** A notification that holds these words. */
  toast(words: string | RegExp): Locator;
  /** Takes all notifications away. */
  clear(): Promise<void>;
  /** The words of the active editor, as they stand on the screen. */
  text(): Promise<string>;
  /** Waits until exactly so many passages are underlined as errors. */
  risks(count: number): Promise<void>;
  /** Opens the quick fixes at the caret and takes the one whose title holds these words. */
  quickFix(words: string, look?: () => Promise<void>): Promise<void>;
  /** Where the selection stands, as the status bar says, once it is not where it was `before`. */
  nextPlace(before: string): Promise<string>;
  /** How many errors and warnings the status bar counts. */
  problems(): Promise<number>;
  /** Opens a notebook and its first cell for editing. */
  openNotebook(name: string): Promise<void>;
  /** Saves the active editor once it holds a change. */
  save(): Promise<void>;
  /** Undoes what was typed and closes every editor without saving. */
  closeAll(): Promise<void>;
  /** The document of the webview that is open. */
  webview(): FrameLocator;
  picture(path: string): Promise<void>;
}

export async function openWindow(editor: Editor, folder: string): Promise<EditorWindow> {
  const page = await openFolder(editor, folder);
  page.setDefaultTimeout(10_000);
  const input = page.locator('.quick-input-widget:visible input');
  const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  const active = page.locator('.editor-group-container.active .editor-instance').first();

  /** Types into the palette or the file picker and takes the row. Keys are lost while an earlier one is closing: then again. */
  async function pick(key: string, typed: string, row: () => Locator): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await page.keyboard.press(key);
        await input.waitFor({ timeout: 2000 });
        await input.fill(typed, { timeout: 2000 });
        await row().waitFor({ timeout: 5000 });
        await page.keyboard.press('Enter');
        return;
      } catch (error) {
        if (tries === 6) throw error;
        await page.keyboard.press('Escape');
        await page.waitForTimeout(300 * tries);
      }
    }
  }

  const window: EditorWindow = {
    page,
    async open(name) {
      await pick('Control+p', name, () => rows.first().getByText(name, { exact: true }));
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await active.locator('.view-lines').waitFor();
    },
    async command(title) {
      // The palette puts the best match first once it has caught up with what was typed.
      await pick('F1', `>${title}`, () => rows.first().getByText(title).first());
      // The palette is gone, or what stands there now is the command's own question.
      await page.waitForFunction(
        (typed) =>
          ![...document.querySelectorAll<HTMLInputElement>('.quick-input-widget input')].some(
            (field) => field.value === typed && field.checkVisibility(),
          ),
        `>${title}`,
      );
    },
    async answer(text) {
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    async commandThen(title, label) {
      for (let tries = 1; ; tries++) {
        await window.command(title);
        try {
          await input.waitFor({ timeout: 2500 });
          return await window.choose(label);
        } catch (error) {
          if (tries === 4) throw error;
        }
      }
    },
    async choose(label) {
      await input.fill(label);
      await rows.first().getByText(label).first().waitFor();
      await page.keyboard.press('Enter');
    },
    async risks(count) {
      for (let tries = 0; tries < 150; tries++) {
        if ((await window.squiggles().count()) === count) return;
        await page.waitForTimeout(100);
      }
      throw new Error(`${await window.squiggles().count()} passages are underlined, not ${count}.`);
    },
    async quickFix(words, look) {
      const entry = page.locator('.action-widget .monaco-list-row', { hasText: words }).first();
      // The menu stays away while the editor is still asking for what the document holds.
      for (let tries = 0; tries < 4 && !(await entry.isVisible()); tries++) {
        await page.keyboard.press('Control+.');
        await entry.waitFor({ timeout: 2500 }).catch(() => undefined);
      }
      await look?.();
      await entry.click();
    },
    async nextPlace(before) {
      const place = page.locator('#status\\.editor\\.selection');
      if (before)
        await page
          .locator('#status\\.editor\\.selection', { hasText: before })
          .waitFor({ state: 'detached' });
      return place.innerText();
    },
    async problems() {
      const label = (await page.locator('#status\\.problems a').getAttribute('aria-label')) ?? '';
      return [...label.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
    },
    async openNotebook(name) {
      await pick('Control+p', name, () => rows.filter({ hasText: name }).first());
      await window.command('Notebook: Edit Cell');
      await page.locator('.notebook-editor .view-lines').first().waitFor();
    },
    squiggles: (severity = 'error') => active.locator(`.squiggly-${severity}`),
    async hover(passage) {
      const shown = page.locator('.monaco-hover:visible').first();
      for (let tries = 0; tries < 5; tries++) {
        await page.mouse.move(5, 400);
        const box = await passage.boundingBox();
        if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
        const words = await shown.innerText({ timeout: 3000 }).catch(() => '');
        if (words !== '') return words;
      }
      throw new Error('The editor showed no hover.');
    },
    toast: (words) => page.locator('.notification-toast', { hasText: words }),
    async clear() {
      await page.keyboard.press('Escape');
      await window.command('Notifications: Clear All Notifications');
    },
    text: async () => (await active.locator('.view-lines').innerText()).replaceAll('\u00a0', ' '),
    save: async () => {
      await page.locator('.tab.active.dirty').waitFor();
      await page.keyboard.press('Control+s');
      await page.locator('.tab.active:not(.dirty)').waitFor();
    },
    async closeAll() {
      await window.command('View: Revert and Close Editor');
      await window.command('View: Close All Editors');
    },
    webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
    picture: async (path) => void (await page.screenshot({ path })),
  };
  return window;
}

/** Gives the folder settings of its own while `work` runs. */
export async function withSettings(
  folder: string,
  settings: Record<string, unknown>,
  work: () => Promise<void>,
): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  try {
    await work();
  } finally {
    await rm(join(folder, '.vscode'), { recursive: true });
  }
}
