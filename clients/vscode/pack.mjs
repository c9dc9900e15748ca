import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const here = dirname(fileURLToPath(import.meta.url));

/** Everything that is in the package besides its manifest and license. */
const files = ['dist', 'l10n', 'media', 'package.nls.json', 'README.md', 'CHANGELOG.md'];

/** What only the workspace needs. */
const workspaceOnly = ['private', 'scripts', 'devDependencies'];

/**
 * Puts the built extension into the folder `stage`, as an editor unpacks it. With `webOnly` the desktop entry is left
 * out, so that an editor in a browser must run the extension in its web worker, as vscode.dev does; the tests use that.
 */
export async function unpackTo(stage, { webOnly = false } = {}) {
  const filter = (path) => !/[\\/]dist[\\/](?:types|.*\.tsbuildinfo)$/.test(path);
  for (const file of files)
    await cp(join(here, file), join(stage, file), { recursive: true, filter });
  await cp(join(here, '..', '..', 'LICENSE'), join(stage, 'LICENSE'));
  const manifest = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
  for (const key of workspaceOnly) delete manifest[key];
  manifest.files = ['**'];
  if (webOnly) {
    delete manifest.main;
    delete manifest.extensionKind;
  }
  await writeFile(join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
}

/** Packs the built extension into a .vsix. */
export async function pack(target, options = {}) {
  const stage = await mkdtemp(join(tmpdir(), 'chaperone-vsix-'));
  try {
    await unpackTo(stage, options);
    await createVSIX({
      cwd: stage,
      packagePath: target,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      skipLicense: false,
    });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target = 'chaperone.vsix', kind] = process.argv.slice(2);
  await pack(target, { webOnly: kind === '--web-only' });
}
