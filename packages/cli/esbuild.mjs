import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const { outputFiles } = await build({
  entryPoints: { chaperone: 'src/chaperone.ts' },
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  write: false,
  // Commands and reports are loaded when they are used: `chaperone --help` need not read the engine.
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  conditions: ['source'],
  // jsonc-parser's main file is UMD, which bundles badly.
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'linked',
  define: { CHAPERONE_VERSION: JSON.stringify(version) },
  // Dependencies in CommonJS ask for Node's modules through require, which ES modules lack.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});
// Chunks are named by their content: those of the last build would only pile up.
await rm('dist/chunks', { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, contents);
}
await chmod('dist/chaperone.js', 0o755);
