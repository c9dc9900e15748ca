import cliProgress from 'cli-progress';
import { clearLine } from './terminal.js';

export interface Progress {
  next(path: string): void;
  /** Takes the bar away before something else is printed; the next step draws it again. */
  clear(): void;
  stop(): void;
}

/** Fewer files than this are checked before a bar could be read. */
const fewest = 20;

/** A progress bar on standard error while a person watches; otherwise nothing. */
export function startProgress(total: number): Progress {
  if (process.stderr.isTTY !== true || total < fewest) {
    return { next: () => {}, clear: () => {}, stop: () => {} };
  }
  const bar = new cliProgress.SingleBar({
    format: 'checking {bar} {value} of {total}  {path}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barsize: 24,
  });
  bar.start(total, 0, { path: '' });
  return {
    next: (path) => bar.increment(1, { path: path.slice(-40) }),
    clear: clearLine,
    stop: () => bar.stop(),
  };
}
