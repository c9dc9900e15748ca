import type { Checker } from '@chaperone/core';
import type { ProfileText } from './profile-text.js';

/** Stops what `start` began. */
export type Stop = () => void;

/** A file of copy on disk: `stamp` changes whenever its content may have changed. */
export interface CopyFile {
  readonly uri: string;
  readonly stamp: string;
}

/** Everything the server cannot know by itself: the clock, the files, the engine. */
export interface Host {
  /** ISO date of today, YYYY-MM-DD, in the user's own time zone. */
  today(): string;
  /** Calls back once after `milliseconds`. */
  after(milliseconds: number, run: () => void): Stop;
  createChecker(): Checker;
  /** The text of a file, or undefined where there is none. Absent where there is no file system. */
  readFile?(uri: string): Promise<string | undefined>;
  /** Files of copy under a folder. Absent where there is no file system. */
  listCopy?(folder: string): AsyncIterable<CopyFile>;
  /** Reads and changes the text of profiles. */
  profileText(): ProfileText;
  /** Says where the worker finds its second file. */
  formatsAt?(url: string): void;
}

/** The local date of a clock reading as YYYY-MM-DD. */
export function isoDate(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Timers of the platform. */
export function after(milliseconds: number, run: () => void): Stop {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
