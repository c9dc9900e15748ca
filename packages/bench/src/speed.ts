import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import { type BuiltCore, buildCore } from './built-core.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const today = '2026-11-24';

/**
 * Times the built core: the check on ordinary copy beside retext with two of its rule sets, a keystroke in 1 MB, the first
 * check of a process; then sizes.
 */
export async function speed(print: (line: string) => void): Promise<void> {
  const built = await buildCore();
  const { check, defaultProfile } = built.core;
  const texts = ordinaryCopy();
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const retext = unified()
    .use(retextEnglish)
    .use(retextEquality)
    .use(retextProfanities)
    .use(retextStringify);
  const timed = (languageId: string) =>
    perThousand(texts, characters, (text) => {
      check({ uri: 'copy', languageId, text }, defaultProfile, today);
    });
  const own = await timed('markdown');
  const plain = await timed('plaintext');
  const peer = await perThousand(texts, characters, async (text) => {
    await retext.process(text);
  });
  print(`## Speed\n\n${texts.length} texts of ordinary clinic copy, ${characters} characters`);
  print(
    `chaperone check: ${own.toFixed(3)} ms per 1,000 characters as Markdown, ${plain.toFixed(3)} ms as plain text`,
  );
  print(
    `retext with retext-equality and retext-profanities: ${peer.toFixed(3)} ms per 1,000 characters (${(peer / own).toFixed(1)} times as long)`,
  );
  print(keystroke(built, texts));
  print(firstCheck(built));
  for (const line of bundleSizes()) print(line);
}

/** The best of five passes after one to warm up, in milliseconds per 1,000 characters. */
async function perThousand(
  texts: readonly string[],
  characters: number,
  run: (text: string) => void | Promise<void>,
): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 6; pass++) {
    const start = performance.now();
    for (const text of texts) await run(text);
    if (pass > 0) best = Math.min(best, performance.now() - start);
  }
  return (best / characters) * 1000;
}

/** One letter typed in the middle of a Markdown document of a million characters, with a checker that remembers. */
function keystroke({ core }: BuiltCore, texts: readonly string[]): string {
  const whole = texts.join('\n\n');
  const text = whole.repeat(Math.ceil(1_000_000 / whole.length)).slice(0, 1_000_000);
  const checker = core.createChecker();
  const inspect = (typed: string) =>
    checker.inspect(
      { uri: 'long.md', languageId: 'markdown', text: typed },
      core.defaultProfile,
      today,
    );
  const first = performance.now();
  inspect(text);
  const whole1 = performance.now() - first;
  const times: number[] = [];
  for (let letter = 1; letter <= 9; letter++) {
    const typed = `${text.slice(0, 500_000)}${'x'.repeat(letter)}${text.slice(500_000)}`;
    const start = performance.now();
    inspect(typed);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return `a document of 1 MB: ${whole1.toFixed(0)} ms the first time, ${(times[4] as number).toFixed(1)} ms for a keystroke (median of nine)`;
}

/** Loading core and its first check, in a process of its own: the best of five. */
function firstCheck({ file }: BuiltCore): string {
  const program = `
    const start = performance.now();
    const { check, defaultProfile } = await import(${JSON.stringify(pathToFileURL(file).href)});
    const loaded = performance.now();
    const text = 'Thank you for coming in to see us!';
    check({ uri: 'a.txt', languageId: 'plaintext', text }, defaultProfile, '${today}', { channel: 'review-reply' });
    console.log(JSON.stringify([loaded - start, performance.now() - loaded]));
  `;
  const runs = Array.from({ length: 5 }, () => {
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    return JSON.parse(told) as [number, number];
  }).sort(([a, b], [c, d]) => a + b - c - d);
  const [load, check] = runs[0] as [number, number];
  return `start: ${load.toFixed(0)} ms to load core, ${check.toFixed(0)} ms for its first check`;
}

/** Texts of the repository's corpus that are labelled clean in the ordinary-copy files. */
function ordinaryCopy(): string[] {
  return ['ordinary.txt', 'ordinary-2.txt'].flatMap((name) =>
    readFileSync(join(root, 'corpus', name), 'utf8')
      .split(/^=== .*$/m)
      .slice(1)
      .map((piece) => piece.trim()),
  );
}

function bundleSizes(): string[] {
  const lines: string[] = [];
  for (const folder of [
    'packages/core/dist',
    'server/dist',
    'packages/cli/dist',
    'clients/vscode/dist',
    'clients/office/dist',
    'clients/playground/dist',
  ]) {
    const path = join(root, folder);
    if (!existsSync(path)) continue;
    for (const name of readdirSync(path)) {
      if (!/\.c?js$/.test(name)) continue;
      const file = join(path, name);
      lines.push(
        `${folder}/${name}: ${(statSync(file).size / 1024).toFixed(0)} KB, ${(gzipSync(readFileSync(file)).length / 1024).toFixed(0)} KB compressed`,
      );
    }
  }
  return lines.length > 0 ? ['\n## Bundles\n', ...lines] : ['Bundles: build first (pnpm build).'];
}
