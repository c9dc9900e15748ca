// What `npm start` and `npm test` share: fetch pnpm, install, and build what changed. Node's own modules only,
// because nothing is installed yet when this runs.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The workspace's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const windows = process.platform === 'win32';
const stampFolder = join(root, 'node_modules', '.cache', 'chaperone');
const oldest = [20, 19];

/** Prints one line of progress on stderr, so that a report on stdout stays clean. */
export function say(line) {
  process.stderr.write(`chaperone: ${line}\n`);
}

/** Ends with a plain message when this Node.js is too old to run the project. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  say(
    `this is Node.js ${process.versions.node}; ${oldest.join('.')} or newer is needed. Get it from https://nodejs.org`,
  );
  process.exit(2);
}

/** Runs a program with the terminal handed through; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // Windows starts npm and npx through the shell, since they are .cmd files there.
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: windows && command !== process.execPath,
      ...options,
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Installs dependencies with the pnpm that package.json names, unless nothing changed since the last time. */
export async function install() {
  const stamp = join(root, 'node_modules', '.chaperone-install');
  const key = hash([
    'pnpm-lock.yaml',
    'package.json',
    'pnpm-workspace.yaml',
    ...packages().map((each) => join(each.folder, 'package.json')),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  const { packageManager } = readJson(join(root, 'package.json'));
  say(`installing what the project needs with ${packageManager} (once; takes a minute or two)`);
  const code = await run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, CI: process.env.CI ?? 'true' },
  });
  if (code !== 0) {
    say('the installation failed; the lines above say why. Is the npm registry within reach?');
    process.exit(code);
  }
  writeFileSync(stamp, key);
}

/**
 * Builds the named packages and what they depend on, in order; all packages when none is named.
 * A package is built again only when its sources, or those of a package it depends on, changed.
 */
export async function build(names) {
  const all = packages();
  const wanted = inOrder(all, names ?? all.map((each) => each.name));
  const keys = new Map();
  for (const each of wanted) {
    const key = keyOf(each, keys);
    keys.set(each.name, key);
    if (each.scripts.build === undefined || isBuilt(each, key)) continue;
    say(`building ${each.name}`);
    const code = await run('npm', ['run', '--silent', 'build'], {
      cwd: each.folder,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    if (code !== 0) {
      say(`building ${each.name} failed; the lines above say why`);
      process.exit(code);
    }
    writeStamp(each, key);
  }
}

/** The workspace's packages: name, folder, scripts, folders outside that it is built from, workspace packages it needs. */
export function packages() {
  return readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
    .split('\n')
    .flatMap((line) => /^ {2}- ([\w*/-]+)\s*$/.exec(line)?.[1] ?? [])
    .flatMap((glob) => (glob.endsWith('/*') ? children(glob.slice(0, -2)) : [glob]))
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => {
      const manifest = readJson(join(folder, 'package.json'));
      const needs = { ...manifest.dependencies, ...manifest.devDependencies };
      return {
        name: manifest.name,
        folder,
        scripts: manifest.scripts ?? {},
        alsoBuiltFrom: manifest.alsoBuiltFrom ?? [],
        dependsOn: Object.keys(needs).filter((name) =>
          String(needs[name]).startsWith('workspace:'),
        ),
      };
    });
}

function children(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

/** The named packages after all that they depend on. */
function inOrder(all, names) {
  const byName = new Map(all.map((each) => [each.name, each]));
  const ordered = new Set();
  const visit = (name) => {
    const found = byName.get(name);
    if (found === undefined || ordered.has(found)) return;
    for (const needed of found.dependsOn) visit(needed);
    ordered.add(found);
  };
  for (const name of names) visit(name);
  return [...ordered];
}

/** A hash of everything that a package's build can read. */
function keyOf(each, keys) {
  const folders = [each.folder, ...each.alsoBuiltFrom.map((folder) => join(each.folder, folder))];
  const sources = folders.flatMap(filesBelow).sort();
  const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'];
  return createHash('sha256')
    .update(hash([...shared, ...sources]))
    .update(each.dependsOn.map((name) => keys.get(name) ?? '').join('\n'))
    .digest('hex');
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (
      entry.name === 'node_modules' ||
      entry.name === 'dist' ||
      entry.name === 'test' ||
      entry.name.startsWith('.')
    )
      return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !/\.(vsix|tsbuildinfo)$/.test(entry.name) ? [path] : [];
  });
}

function hash(files) {
  const sum = createHash('sha256').update(process.version);
  for (const file of files) {
    const path = file.startsWith(root) ? file : join(root, file);
    if (existsSync(path))
      sum
        .update(relative(root, path).split(sep).join('/'))
        .update('\0')
        .update(readFileSync(path))
        .update('\0');
  }
  return sum.digest('hex');
}

function isBuilt(each, key) {
  const stamp = stampOf(each);
  if (!existsSync(stamp)) return false;
  const { key: last, made } = readJson(stamp);
  return last === key && made.every((path) => existsSync(join(each.folder, path)));
}

function writeStamp(each, key) {
  const top = readdirSync(each.folder).filter((name) => name.endsWith('.vsix'));
  const dist = join(each.folder, 'dist');
  const made = existsSync(dist) ? readdirSync(dist).map((name) => join('dist', name)) : [];
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampOf(each), JSON.stringify({ key, made: [...top, ...made] }));
}

function stampOf(each) {
  return join(stampFolder, `${each.name.replace(/[^\w-]+/g, '-')}.json`);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
