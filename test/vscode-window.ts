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
  /** Waits until the input that is open asks for `asked`, types the answer and accepts it. */
  answer(text: string, asked?: string): Promise<void>;
  /** Chooses the entry that is named so from the list that is open. */
  choose(label: string, timeout?: number): Promise<void>;
  /** Runs a command that asks, and answers it; asks again where the question was lost. */
  commandThen(title: string, label: string): Promise<void>;
  /** Passages underlined in the active editor; `severity` as the editor says it. */
  squiggles(severity?: 'error' | 'warning' | 'info' | 'hint'): Locator;
  /** Rests the pointer on a passage and gives what the editor then says about it. */
  hover(passage: Locator): Promise<string>;
  /** Waits for a notification that holds these words; one that has gone already is looked up behind the bell. */
  said(words: string | RegExp): Promise<Locator>;
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
  /** Closes what is open without saving, whatever a test left behind. */
  reset(): Promise<void>;
  /** The document of the webview that is open. */
  webview(): FrameLocator;
  picture(path: string): Promise<void>;
}

/** How long anything may take before a test says that it does not happen, in ms. A busy machine needs much of it. */
const patience = 60_000;

export async function openWindow(editor: Editor, folder: string): Promise<EditorWindow> {
  const page = await openFolder(editor, folder);
  page.setDefaultTimeout(patience);
  const input = page.locator('.quick-input-widget:visible input');
  const question = page.locator('.quick-input-widget:visible');
  const rows = page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  const active = page.locator('.editor-group-container.active .editor-instance').first();

  /** Does `work` again until it succeeds or the time is up: keys are lost while the editor is busy with something else. */
  async function again<T>(work: () => Promise<T>, limit = 2 * patience): Promise<T> {
    const end = Date.now() + limit;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (Date.now() > end) throw error;
        await page.keyboard.press('Escape');
        await page.waitForTimeout(500);
      }
    }
  }

  /** Types into the palette or the file picker and takes the row. */
  const pick = (key: string, typed: string, row: () => Locator) =>
    again(async () => {
      await page.keyboard.press(key);
      await input.waitFor({ timeout: 5000 });
      await input.fill(typed, { timeout: 5000 });
      await row().waitFor({ timeout: 15_000 });
      await page.keyboard.press('Enter');
    });

  const window: EditorWindow = {
    page,
    async open(name) {
      await again(async () => {
        await pick('Control+p', name, () => rows.first().getByText(name, { exact: true }));
        await page.locator('.tab.active', { hasText: name }).waitFor({ timeout: 15_000 });
        await active.locator('.view-lines').waitFor({ timeout: 15_000 });
      });
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
    async answer(text, asked) {
      if (asked) await question.filter({ hasText: asked }).waitFor();
      await input.fill(text);
      await page.keyboard.press('Enter');
    },
    commandThen: (title, label) =>
      again(async () => {
        await window.command(title);
        await input.waitFor({ timeout: 10_000 });
        await window.choose(label, 10_000);
      }),
    async choose(label, timeout = patience) {
      await input.fill(label, { timeout });
      await rows.first().getByText(label).first().waitFor({ timeout });
      await page.keyboard.press('Enter');
    },
    async risks(count) {
      const end = Date.now() + patience;
      for (;;) {
        const seen = await window.squiggles().count();
        if (seen === count) return;
        if (Date.now() > end) throw new Error(`${seen} passages are underlined, not ${count}.`);
        await page.waitForTimeout(100);
      }
    },
    async quickFix(words, look) {
      const entry = page.locator('.action-widget .monaco-list-row', { hasText: words }).first();
      // The menu stays away while the editor is still asking for what the document holds.
      await again(async () => {
        await page.keyboard.press('Control+.');
        await entry.waitFor({ timeout: 10_000 });
      });
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
      const end = Date.now() + patience;
      for (;;) {
        await page.mouse.move(5, 400);
        const box = await passage.boundingBox();
        if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
        const words = await shown.innerText({ timeout: 5000 }).catch(() => '');
        if (words !== '' && !/^Loading/.test(words)) return words;
        if (Date.now() > end) throw new Error('The editor showed no hover.');
      }
    },
    async said(words) {
      const notice = page.locator('.notification-list-item', { hasText: words }).first();
      const end = Date.now() + patience;
      for (;;) {
        const seen = await notice.waitFor({ timeout: 8000 }).then(
          () => true,
          () => false,
        );
        if (seen) return notice;
        if (Date.now() > end) throw new Error(`No notification says ${words}.`);
        await page
          .locator('#status\\.notifications a')
          .click({ timeout: 2000 })
          .catch(() => undefined);
      }
    },
    async clear() {
      await page.keyboard.press('Escape');
      await window.command('Notifications: Clear All Notifications');
    },
    text: async () => (await active.locator('.view-lines').innerText()).replaceAll('\u00a0', ' '),
    save: async () => {
      await page.locator('.tab.active.dirty').waitFor();
      const end = Date.now() + patience;
      while (await page.locator('.tab.active.dirty').count()) {
        if (Date.now() > end) throw new Error('The editor did not save.');
        await page.keyboard.press('Control+s');
        await page
          .locator('.tab.active:not(.dirty)')
          .waitFor({ timeout: 5000 })
          .catch(() => undefined);
      }
    },
    async reset() {
      for (let times = 0; times < 3; times++) await page.keyboard.press('Escape');
      const end = Date.now() + patience;
      // Each editor is put back to what is on disk, so that none asks whether to save.
      while ((await page.locator('.tab.active').count()) && Date.now() < end)
        await window.command('View: Revert and Close Editor');
      await window.command('Notifications: Clear All Notifications');
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
