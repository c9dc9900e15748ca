/* Draws the PNG icons from the two SVG files with a browser; the PNGs are committed, so a build needs no browser. */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [source, sizes] of [
  ['icon', [16, 20, 24, 32, 40, 48, 64, 80, 96, 128, 192]],
  ['outline', [32]],
]) {
  const svg = await readFile(new URL(`assets/${source}.svg`, import.meta.url), 'utf8');
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    );
    await writeFile(
      new URL(`assets/${source}-${size}.png`, import.meta.url),
      await page.screenshot({ omitBackground: true }),
    );
    await page.close();
  }
}
await browser.close();
