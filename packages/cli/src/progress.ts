import { clearLine, harmless } from './terminal.js';

export interface Progress {
  /** One more file is being checked. */
  next(path: string): void;
  stop(): void;
}

/** Fewer files than this are checked before a bar could be read. */
const fewest = 20;
/** Width of the bar, and the pause between two drawings of it in ms. */
const width = 24;
const pause = 80;

/**
 * A progress bar on standard error while a person watches; otherwise nothing. It is one line that is written anew:
 * cursor and modes of the terminal stay as they are, since findings are printed in between and the run may be ended.
 */
export function startProgress(total: number): Progress {
  const { stderr } = process;
  if (stderr.isTTY !== true || total < fewest) return { next: () => {}, stop: () => {} };
  let done = 0;
  let drawn = 0;
  return {
    next(path) {
      done++;
      const now = Date.now();
      if (now - drawn < pause) return;
      drawn = now;
      const filled = Math.round((width * done) / total);
      const bar = '='.repeat(filled) + '-'.repeat(width - filled);
      const line = `checking ${bar} ${done} of ${total}  `;
      const room = (stderr.columns ?? 80) - 1 - line.length;
      clearLine();
      stderr.write(line + (room > 0 ? harmless(path).slice(-room) : ''));
    },
    stop: clearLine,
  };
}
