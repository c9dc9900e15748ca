import type { Browser } from 'playwright-core';
import { launch, type Opened, type OpenOptions, openHost, serveBuilt, settled } from './browser.js';

/** One browser and one server for a suite, and how its tests open the simulated host: each page is closed after its test. */
export function session(
  defaults: Readonly<Record<string, string>> = {},
): (query?: Record<string, string>, options?: OpenOptions) => Promise<Opened> {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveBuilt>>;
  const opened: Opened[] = [];
  before(async () => {
    site = await serveBuilt();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.page.context().close();
  });
  return async (query = {}, options = {}) => {
    const one = await openHost(browser, site.origin, {
      ...options,
      query: { ...defaults, ...query },
    });
    opened.push(one);
    if (query.closed === undefined) await settled(one.frame);
    return one;
  };
}
