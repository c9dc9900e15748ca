import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built command line: `node esbuild.mjs` makes it. */
export const binary = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'chaperone.js');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder. */
export function chaperone(
  cwd: string,
  args: readonly string[],
  options: { input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return command(process.execPath, [binary, ...args], cwd, options);
}

/** Runs any program in a folder. */
export function command(
  program: string,
  args: readonly string[],
  cwd: string,
  { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { NO_COLOR: _, FORCE_COLOR: __, INIT_CWD: ___, ...own } = process.env;
    const child = spawn(program, [...args], { cwd, env: { ...own, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A folder of its own with these files; `remove` takes it away. */
export interface Folder {
  readonly path: string;
  write(name: string, content: string | Buffer): void;
  remove(): void;
}

export function folder(files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'chaperone-cli-')));
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A git repository with one commit of these files. */
export async function repository(
  files: Readonly<Record<string, string | Buffer>>,
): Promise<Folder> {
  const made = folder(files);
  await git(made.path, 'init', '--quiet', '--initial-branch=main');
  await commit(made.path, 'Start');
  return made;
}

export async function commit(path: string, message: string): Promise<void> {
  await git(path, 'add', '--all');
  await git(path, 'commit', '--quiet', '--message', message);
}

export async function git(path: string, ...args: readonly string[]): Promise<string> {
  const identity = [
    '-c',
    'user.name=Ana Reyes',
    '-c',
    'user.email=ana@luma.example',
    '-c',
    'commit.gpgsign=false',
  ];
  const { code, stdout, stderr } = await command('git', [...identity, ...args], path);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Copy that is certain to hold one error as a review reply, and some that is certain to hold none. */
export const risky = 'Thank you for coming in to see us!';
export const clean = 'Thank you for the kind words!';

/** A Markdown file that says that it is a review reply. */
export function reply(text: string): string {
  return `---\nchannel: review-reply\n---\n\n${text}\n`;
}
