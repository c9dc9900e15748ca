import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { check, createChecker, defaultProfile } from '@chaperone/core';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const today = '2026-11-24';

/** Times the check on ordinary copy beside retext with two of its rule sets, then a keystroke in 1 MB, then sizes. */
export async function speed(print: (line: string) => void): Promise<void> {
  const texts = ordinaryCopy();
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const retext = unified()
    .use(retextEnglish)
    .use(retextEquality)
    .use(retextProfanities)
    .use(retextStringify);
  const own = await perThousand(texts, characters, (text) => {
    check({ uri: 'copy.md', languageId: 'markdown', text }, defaultProfile, today);
  });
  const peer = await perThousand(texts, characters, async (text) => {
    await retext.process(text);
  });
  print(`## Speed\n\n${texts.length} texts of ordinary clinic copy, ${characters} characters`);
  print(`chaperone check: ${own.toFixed(3)} ms per 1,000 characters`);
  print(
    `retext with retext-equality and retext-profanities: ${peer.toFixed(3)} ms per 1,000 characters (${(peer / own).toFixed(1)} times as long)`,
  );
  print(keystroke(texts));
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
function keystroke(texts: readonly string[]): string {
  const whole = texts.join('\n\n');
  const text = whole.repeat(Math.ceil(1_000_000 / whole.length)).slice(0, 1_000_000);
  const checker = createChecker();
  const inspect = (typed: string) =>
    checker.inspect({ uri: 'long.md', languageId: 'markdown', text: typed }, defaultProfile, today);
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
