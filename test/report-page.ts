import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { barriers } from './office-host/browser.js';

/** Opens a saved report on a small screen, light and dark: everyone can read it, and it asks for nothing else. */
export async function assertReadable(browser: Browser, file: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      // Else axe itself may not run in the page.
      bypassCSP: true,
      colorScheme,
      viewport: { width: 320, height: 800 },
    });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await page.locator('h1').waitFor();
    assert.deepEqual(await barriers(page.mainFrame()), [], colorScheme);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} pixels wide, ${colorScheme}`);
    assert.equal(asked.length, 1, asked.join());
    await context.close();
  }
}
