import { copyFile, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

const server = '../../server/dist';

await mkdir('dist', { recursive: true });
await build({
  entryPoints: { playground: 'src/main.ts' },
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  conditions: ['source'],
  legalComments: 'none',
  logLevel: 'warning',
});
for (const name of ['index.html', 'style.css', 'icon.svg'])
  await copyFile(`src/${name}`, `dist/${name}`);
for (const name of ['worker.js', 'worker-formats.js', 'worker-learned.js'])
  await copyFile(`${server}/${name}`, `dist/${name}`);
