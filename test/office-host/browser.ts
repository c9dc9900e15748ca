import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';

/** The address that every pane must load office.js from. */
export const officeAddress = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
export const built = fileURLToPath(new URL('../../clients/office/dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.json': 'application/json',
  '.xml': 'text/xml',
};

/** Serves the built add-in from this machine. */
export async function serveBuilt(folder = built): Promise<{ origin: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    try {
      const body = await readFile(join(folder, path));
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

export function launch(): Promise<Browser> {
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}

/** A page with the simulated host, and everything that asked to leave this machine. */
export interface Opened {
  readonly page: Page;
  readonly frame: Frame;
  /** Addresses outside this machine that were asked for; all but office.js were refused. */
  readonly outside: string[];
  readonly errors: string[];
}

export interface OpenOptions {
  readonly query?: Readonly<Record<string, string>>;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: 'active';
  readonly colorScheme?: 'dark' | 'light';
}

/** Opens the shipped pane inside the simulated host: office.js is answered by the simulated one, all else is refused. */
export async function openHost(
  browser: Browser,
  origin: string,
  options: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1100, height: options.height ?? 800 },
    ...(options.forcedColors ? { forcedColors: options.forcedColors } : {}),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
  });
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  const office = await readFile(join(built, 'demo/office.js'), 'utf8');
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      outside.push(route.request().url());
      if (route.request().url() === officeAddress)
        return route.fulfill({ contentType: 'text/javascript', body: office });
      return route.abort();
    },
  );
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy'))
      errors.push(message.text());
  });
  const query = new URLSearchParams({ pane: '../taskpane.html', ...options.query });
  await page.goto(`${origin}/demo/index.html?${query}`);
  const frame = await (await page.waitForSelector('#pane')).contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  return { page, frame, outside, errors };
}

/** Waits until the pane has looked at the document once. */
export async function settled(frame: Frame): Promise<void> {
  await frame.waitForSelector('html[data-ready]');
  await frame.waitForFunction(() =>
    /place|Nothing|Start writing/.test(document.querySelector('#count')?.textContent ?? ''),
  );
}

const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, as short lines. */
export async function barriers(frame: Frame): Promise<string[]> {
  // The policy of the page forbids scripts in it; the debugger's evaluation is not bound by that.
  await frame.evaluate(await axe);
  return frame.evaluate(async () => {
    const { axe: tool } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await tool.run();
    return violations.map(
      (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  });
}
