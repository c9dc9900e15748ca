import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Core as its users run it: one minified file. tsx would measure its own wrappers too. */
export interface BuiltCore {
  readonly file: string;
  readonly core: typeof import('@chaperone/core');
}

/** Bundles core into a file of the system's temporary directory, which goes when the process ends, and imports it. */
export async function buildCore(): Promise<BuiltCore> {
  const folder = mkdtempSync(join(tmpdir(), 'chaperone-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'core.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../core/src/index.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    // Packages whose main file calls require on names that only exist unbundled.
    mainFields: ['module', 'main'],
    // A dependency of core that is CommonJS asks for modules of Node by require.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return { file, core: await import(pathToFileURL(file).href) };
}
