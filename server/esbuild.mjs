import { chmod, readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { explanations, lazyData, learned } from './lazy-data.mjs';
import { coreOfWorker, lazyFormats } from './lazy-formats.mjs';
import { workerProtocol } from './worker-protocol.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

const shared = {
  bundle: true,
  minify: true,
  target: 'es2022',
  conditions: ['source'],
  define: { CHAPERONE_VERSION: JSON.stringify(version) },
  legalComments: 'none',
  logLevel: 'warning',
};

await build({
  ...shared,
  entryPoints: ['src/node.ts'],
  outfile: 'dist/node.js',
  platform: 'node',
  // jsonc-parser's main file calls require on names that only exist unbundled.
  mainFields: ['module', 'main'],
  format: 'esm',
  target: 'node20',
  banner: {
    js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
await chmod('dist/node.js', 0o755);

const inWorker = {
  ...shared,
  outdir: 'dist',
  platform: 'browser',
  // Packages that differ between a page and a worker: a worker has no document.
  conditions: ['source', 'worker'],
  format: 'iife',
};
await build({
  ...inWorker,
  entryPoints: ['src/worker.ts'],
  plugins: [lazyFormats, lazyData, workerProtocol],
});
await build({
  ...inWorker,
  entryPoints: ['src/worker-formats.ts'],
  plugins: [coreOfWorker],
  define: { ...shared.define, CHAPERONE_EXPLANATIONS: JSON.stringify(await explanations()) },
});
await build({ ...inWorker, stdin: learned, outfile: 'dist/worker-learned.js', outdir: undefined });
