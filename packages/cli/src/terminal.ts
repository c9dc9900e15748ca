import { once } from 'node:events';
import pc from 'picocolors';

export type Colors = ReturnType<typeof pc.createColors>;

/** Writes to standard output and waits when the reader is slow, so that any amount can be streamed. */
export async function print(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes one message for people to standard error; every further line is indented. */
export function tell(message: string): void {
  clearLine();
  process.stderr.write(`chaperone: ${harmless(message).replaceAll('\n', '\n  ')}\n`);
}

/** Words of a file, or its name, for a terminal: control characters, which could move the cursor or more, become U+FFFD. */
export function harmless(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}

/** Empties the line that a progress bar may stand on. */
export function clearLine(): void {
  if (process.stderr.isTTY === true) process.stderr.write('\r\u001b[2K');
}

/**
 * Colors for standard output: what `--color` or `--no-color` says, else NO_COLOR and FORCE_COLOR, else
 * whether it is a terminal.
 */
export function colorsFor(choice: boolean | undefined): Colors {
  return pc.createColors(choice ?? wantsColor());
}

function wantsColor(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return process.stdout.isTTY === true && TERM !== 'dumb';
}
