import type { Frame, Page } from 'playwright-core';
import type {} from './src/page.js';

/** How long a condition may take on a busy machine. */
export const patience = { timeout: 60_000 };

/** Waits until these words are among those found. */
export async function finding(frame: Frame, words: string): Promise<void> {
  await frame.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll('.card mark')].some((one) => one.textContent?.includes(wanted)),
    words,
    patience,
  );
}

/** Opens the card of these words. */
export async function openFinding(frame: Frame, words: string): Promise<void> {
  await finding(frame, words);
  const head = frame.locator('.card-head', { hasText: words }).first();
  if ((await head.getAttribute('aria-expanded')) !== 'true') await head.click();
}

/** Waits until the pane says that a fix was made. */
export async function fixedSaid(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () => document.querySelector('.live')?.textContent?.startsWith('Fixed'),
    null,
    patience,
  );
}

/** The body's source. */
export function source(page: Page): Promise<string> {
  return page.evaluate(() => window.officeHost.mail.body);
}

/** How often the body was read and written, and the most calls open at once. */
export function counts(page: Page) {
  return page.evaluate(() => ({ ...window.officeHost.mail.counts }));
}

/** Waits until no call is open. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForFunction(() => window.officeHost.mail.counts.open === 0, null, patience);
}
