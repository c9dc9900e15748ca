import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { CallError } from '../exit.js';
import { print, tell } from '../terminal.js';

/** One line of a batch, parsed: an object with at least `text`. */
export type BatchItem = Readonly<Record<string, unknown>> & { readonly text: string };

/** Results are printed in pieces of about this many characters. */
const pieceSize = 64 * 1024;

/**
 * Reads JSON objects line by line from a file (`-` is standard input), and prints one line for each, in order,
 * as they come. A line that cannot be used gives `{id?, error}` and a note; returns how many there were.
 */
export async function forEachLine(
  file: string,
  cwd: string,
  answer: (item: BatchItem) => object,
): Promise<number> {
  let bad = 0;
  let number = 0;
  let piece = '';
  for await (const line of linesOf(file, cwd)) {
    number++;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    const result = answerLine(text, answer);
    if ('error' in result) {
      bad++;
      tell(`${file}:${number}: not checked, because ${result.error}`);
    }
    piece += `${JSON.stringify(result)}\n`;
    if (piece.length < pieceSize && file !== '-') continue;
    await print(piece);
    piece = '';
  }
  await print(piece);
  return bad;
}

async function* linesOf(file: string, cwd: string): AsyncGenerator<string> {
  const input = file === '-' ? process.stdin : createReadStream(resolve(cwd, file));
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(
      `${file}: the batch cannot be read: ${reason}.`,
      'Check the name given to --batch.',
    );
  }
}

function answerLine(line: string, answer: (item: BatchItem) => object): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { error: `it is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { error: 'it is not an object with an id and a text' };
  }
  const id = 'id' in value ? { id: value.id } : {};
  if (!hasText(value)) return { ...id, error: 'it has no "text" of type string' };
  try {
    return { ...id, ...answer(value) };
  } catch (error) {
    if (error instanceof CallError) return { ...id, error: error.message };
    throw error;
  }
}

function hasText(value: object): value is BatchItem {
  return 'text' in value && typeof value.text === 'string';
}
