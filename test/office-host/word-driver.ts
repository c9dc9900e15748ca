import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type {} from './src/page.js';

/** A sentence that a reply to a review must not hold. */
export const visit = 'Thank you for coming in to see us!';

/** Waits until these words, alone or in a sentence, stand underlined. */
export async function underlines(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...window.officeHost.document.annotations.values()].some((one) =>
        one.paragraph.cleanOf(one.start, one.end).includes(wanted),
      ),
    words,
  );
}

/** A point on these words. */
export async function placeOf(page: Page, words: string): Promise<[number, number]> {
  const place = await page.evaluate((wanted) => {
    for (const row of document.querySelectorAll('.sheet p')) {
      const at = row.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || !row.firstChild) continue;
      const range = new Range();
      range.setStart(row.firstChild, at + 2);
      range.setEnd(row.firstChild, at + 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  }, words);
  assert.ok(place, `${words} is on the page`);
  return [place.x, place.y];
}

/** Clicks on these words. */
export async function clickWords(page: Page, words: string): Promise<void> {
  await page.mouse.click(...(await placeOf(page, words)));
}

/** The body as one text. */
export function text(page: Page): Promise<string> {
  return page.evaluate(() =>
    window.officeHost.document.body.paragraphs.map((one) => one.clean).join('\n'),
  );
}
