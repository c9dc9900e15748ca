import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The built extension. */
export const vsix = join(root, 'clients', 'vscode', 'chaperone.vsix');

const channel = '<!-- chaperone: channel=review-reply -->';
const thanks = 'Thank you for coming in to see us!';

/** A practice's folder, file by file. */
const files: Readonly<Record<string, string>> = {
  'reply.md': `${channel}

> Best Botox ever! So gentle, and I look ten years younger.

${thanks} We're thrilled you love your Botox results!

> I waited for an hour.

See you in two weeks!
`,
  'fix.md': `${channel}\n\n${thanks}\n`,
  'each.md': `${channel}\n\n> Great place!\n\n${thanks}\n\n> Lovely people.\n\n${thanks}\n`,
  'safe-fix.md': `${channel}\n\n> Great place!\n\n${thanks}\n\n> I waited for an hour.\n\nSee you in two weeks!\n`,
  'on-save.md': `${channel}\n\n> Great place!\n\n${thanks}\n\n`,
  'eye.md': `${channel}\n\n> I waited for an hour.\n\nSee you in two weeks!\n`,
  'fix-not.md': `${channel}\n\n${thanks}\n`,
  'ignore.md': `${channel}\n\n${thanks}\n`,
  'ignore-too.md': `${channel}\n\n${thanks}\n`,
  'ignored.md': `${channel}\n\n> Great place!\n\n${thanks} <!-- chaperone: ignore reply-thanks-for-visit reason="read by counsel" -->\n`,
  'safe.md': `${channel}\n\nThank you for the kind words!\n`,
  'typed.md': `${channel}\n\nThank you for the kind words!`,
  'empty.md': `${channel}\n\n`,
  'story.md': 'We are open on Saturdays.\n',
  'plain.txt': 'We are open on Saturdays.\n',
  'list.json': '{ "title": "Spring" }\n',
  COMMIT_EDITMSG: `${channel}\n${thanks}\n`,
  'office/practice.yaml': 'strictness: lenient\n',
  'notes.ipynb': JSON.stringify({
    cells: [{ cell_type: 'markdown', metadata: {}, source: [`${channel}\n`, '\n', thanks] }],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  }),
};

/** Makes the folder of a practice, with its history in Git, and gives its path. `fill` adds files of a suite's own. */
export async function practiceFolder(
  fill: (folder: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'chaperone-copy-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await fill(folder);
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Pat Writer', '-c', 'user.email=pat@practice.example', ...args],
      { cwd: folder },
    );
  git('init', '-q', '-b', 'main');
  git('add', '.');
  git('commit', '-q', '-m', 'First copy', '--date', '2026-01-05T12:00:00Z');
  return folder;
}

/** Puts every file of the folder back to what it was, and takes new ones away. */
export function restore(folder: string): void {
  execFileSync('git', ['checkout', '-q', '--', '.'], { cwd: folder });
  execFileSync('git', ['clean', '-q', '-f', '-d'], { cwd: folder });
}
