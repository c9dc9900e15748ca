import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { mailOnly } from './mail-only.mjs';
import { writeManifests } from './manifest/write.ts';
import { officeScript, policy } from './src/policy.js';

const here = (path) => new URL(path, import.meta.url).pathname;
const { version } = JSON.parse(await readFile(here('package.json'), 'utf8'));
const server = here('../../server/dist/');
const host = here('../../test/office-host/');

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );
if (!(await exists(`${server}worker.js`))) {
  console.error(
    'server/dist/worker.js is missing. Build the server first: pnpm --filter @chaperone/language-server build',
  );
  process.exit(1);
}
const workerScripts = ['worker.js'];
for (const name of ['worker-formats.js', 'worker-learned.js'])
  if (await exists(server + name)) workerScripts.push(name);

// What stands there is put on a web server as it is: nothing of an earlier build may be left.
await rm(here('dist'), { recursive: true, force: true });
await mkdir(here('dist/demo'), { recursive: true });

const shared = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  platform: 'browser',
  conditions: ['source'],
  legalComments: 'none',
  logLevel: 'warning',
  define: {
    CHAPERONE_VERSION: JSON.stringify(version),
    CHAPERONE_WORKER_SCRIPTS: JSON.stringify(workerScripts),
  },
};

await build({
  ...shared,
  entryPoints: [here('src/taskpane.ts')],
  outfile: here('dist/taskpane.js'),
});
await build({
  ...shared,
  entryPoints: [here('src/taskpane.css')],
  outfile: here('dist/taskpane.css'),
});
// The check at sending, for Outlooks that run it in a page, and for classic Outlook's runtime without one.
await build({
  ...shared,
  entryPoints: [here('src/on-send.ts')],
  outfile: here('dist/on-send-page.js'),
  plugins: [mailOnly],
});
await build({
  ...shared,
  entryPoints: [here('src/on-send.ts')],
  outfile: here('dist/on-send.js'),
  plugins: [mailOnly],
  // V8 runs it from Outlook 2403 on; which V8 is written nowhere, so everything that can be is lowered.
  target: 'es2018',
  platform: 'neutral',
  inject: [here('src/send/older-runtime.js')],
  mainFields: ['module', 'main'],
});
const page = await readFile(here('src/taskpane.html'), 'utf8');
const send = await readFile(here('src/on-send.html'), 'utf8');
const pageWith = (office) => page.replace('{{policy}}', policy).replace('{{office}}', office);
await writeFile(here('dist/taskpane.html'), pageWith(officeScript));
const sendPage = (office) => send.replace('{{policy}}', policy).replace('{{office}}', office);
await writeFile(here('dist/on-send.html'), sendPage(officeScript));
for (const script of workerScripts) await cp(server + script, here(`dist/${script}`));
await cp(here('assets'), here('dist/assets'), {
  recursive: true,
  filter: (path) => !path.endsWith('.svg'),
});

// Where the add-in will be served: an administrator sets it, a developer has it on this machine.
const origin = (process.env.CHAPERONE_ORIGIN ?? 'https://localhost:3000').replace(/\/+$/, '');
if (!origin.startsWith('https://')) {
  console.error(`CHAPERONE_ORIGIN must start with https://, and is ${origin}`);
  process.exit(1);
}
await writeManifests({ origin, version }, here('dist/manifests'));
for (const name of ['support.html', 'support.css'])
  await cp(here(`src/${name}`), here(`dist/${name}`));

// The simulated host beside the pane: the same pane, with the simulated Office in the place of Microsoft's file.
await build({
  ...shared,
  minify: false,
  entryPoints: [`${host}src/page.ts`],
  outfile: here('dist/demo/host.js'),
});
await build({
  ...shared,
  minify: false,
  entryPoints: [`${host}src/office-js.ts`],
  outfile: here('dist/demo/office.js'),
});
for (const name of ['index.html', 'host.css'])
  await cp(`${host}src/${name}`, here(`dist/demo/${name}`));
await writeFile(here('dist/taskpane-demo.html'), pageWith('demo/office.js'));
await writeFile(here('dist/on-send-demo.html'), sendPage('demo/office.js'));
