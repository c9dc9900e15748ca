import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getL10nJson } from '@vscode/l10n-dev';
import { build } from 'esbuild';
import { pack } from './pack.mjs';
import { schema } from './profile-schema.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const server = join(here, '..', '..', 'server', 'dist');
const shared = {
  bundle: true,
  minify: true,
  format: 'cjs',
  target: 'es2023',
  external: ['vscode'],
  legalComments: 'none',
  logLevel: 'warning',
  absWorkingDir: here,
};

await rm(join(here, 'dist'), { recursive: true, force: true });
await mkdir(join(here, 'dist', 'server'), { recursive: true });
await build({
  ...shared,
  entryPoints: ['src/node.ts'],
  outfile: 'dist/node.cjs',
  platform: 'node',
});
await build({
  ...shared,
  entryPoints: ['src/browser.ts'],
  outfile: 'dist/browser.cjs',
  platform: 'browser',
});
for (const name of ['node.js', 'worker.js', 'worker-formats.js', 'worker-learned.js'])
  await copyFile(join(server, name), join(here, 'dist', 'server', name));
await writeFile(join(here, 'dist', 'chaperone.schema.json'), JSON.stringify(schema));

// The words a translator gets: everything that the source says through l10n.t.
const sources = await Promise.all(
  (await readdir(join(here, 'src'), { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map(async (name) => ({
      extension: '.ts',
      contents: await readFile(join(here, 'src', name), 'utf8'),
    })),
);
await mkdir(join(here, 'l10n'), { recursive: true });
const bundle = Object.entries(await getL10nJson(sources)).sort(([a], [b]) => (a < b ? -1 : 1));
await writeFile(
  join(here, 'l10n', 'bundle.l10n.json'),
  `${JSON.stringify(Object.fromEntries(bundle), null, 2)}\n`,
);

await pack(join(here, 'chaperone.vsix'));
