#!/usr/bin/env node
// `npm start`: installs and builds what changed, then
//   npm start                    checks the sample copy and says how to open the other doors
//   npm start -- check FILE…     checks your own files (and every other command of the command line)
//   npm start -- serve           serves the playground and the Office task pane on this machine
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, install, requireNode, root, run, say } from './lib/workspace.mjs';

const [command, ...rest] = process.argv.slice(2);
// npm moves to the project's root and says where the caller stood; a commit hook runs this file where it stands.
const here = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
const cli = join(root, 'packages', 'cli', 'dist', 'chaperone.js');

requireNode();
await install();
if (command === undefined) await showSamples();
else if (command === 'serve') await serve();
else await runCommand();

async function runCommand() {
  await build(['@chaperone/cli']);
  process.exitCode = await run(process.execPath, [cli, command, ...rest], { cwd: here });
}

async function serve() {
  await build(['@chaperone/playground', '@chaperone/office']);
  const { startServing } = await import('./lib/serve.mjs');
  process.exitCode = await startServing(rest, here);
}

async function showSamples() {
  await build();
  say('checking the sample copy in samples/');
  const code = await run(process.execPath, [cli, 'check', 'samples', '--verbose'], { cwd: root });
  process.stdout.write(`${doors().join('\n')}\n`);
  // The samples are meant to hold findings: only a check that could not be made is a failure here.
  process.exitCode = code > 1 ? code : 0;
}

function doors() {
  const vsix = join(root, 'clients', 'vscode', 'chaperone.vsix');
  const shown = relative(here, vsix) || vsix;
  return [
    '',
    'Next:',
    '  Your own files     npm start -- check FILE…',
    '  Playground         npm start -- serve      then open http://127.0.0.1:3000/playground/',
    ...(existsSync(vsix)
      ? [
          `  VS Code            code --install-extension ${shown}`,
          '                     or Extensions view, the … menu, "Install from VSIX…"',
        ]
      : []),
    '  Word and Outlook   npm start -- serve      then sideload a manifest from clients/office/dist/manifests/:',
    '                     Word for the web: Home > Add-ins > More Settings > Upload My Add-in',
    '                     Outlook: https://aka.ms/olksideload > My add-ins > Custom Addins > Add from File',
    '                     docs/office.md has every other way, step by step',
  ];
}
