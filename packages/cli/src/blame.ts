import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { count } from './words.js';

const run = promisify(execFile);

/** Who last wrote a line, one-based, and the ISO date of that. */
export type Authors = ReadonlyMap<number, { readonly author: string; readonly since: string }>;

/** Author and date of each line, one-based, from git; empty where git knows nothing of the file. */
export async function blame(absolute: string): Promise<Authors> {
  const lines = new Map<number, { author: string; since: string }>();
  let output: string;
  try {
    output = (
      await run('git', ['blame', '--line-porcelain', '--', basename(absolute)], {
        cwd: dirname(absolute),
        maxBuffer: 256 * 1024 * 1024,
      })
    ).stdout;
  } catch {
    return lines;
  }
  let line = 0;
  let author = '';
  let since = '';
  for (const text of output.split('\n')) {
    const header = /^[0-9a-f]{40,64} \d+ (\d+)/.exec(text);
    if (header) line = Number(header[1]);
    else if (text.startsWith('author ')) author = text.slice(7);
    else if (text.startsWith('author-time '))
      since = new Date(Number(text.slice(12)) * 1000).toISOString().slice(0, 10);
    else if (text.startsWith('\t') && author !== 'Not Committed Yet')
      lines.set(line, { author, since });
  }
  return lines;
}

/** "today", "3 days ago", "4 months ago"; both are ISO dates. */
export function ageOf(since: string, today: string): string {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(since)) / 86_400_000));
  return days === 0
    ? 'today'
    : days < 60
      ? `${count(days, 'day')} ago`
      : `${count(Math.round(days / 30), 'month')} ago`;
}
