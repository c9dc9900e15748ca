#!/usr/bin/env node
import { CommanderError } from 'commander';
import { CallError, exitCodes } from './exit.js';
import { createProgram } from './program.js';
import { tell } from './terminal.js';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe (head, less) has seen enough.
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Some terminals do not say how large they are, and prompts would be written one letter a line.
if (process.stdout.isTTY && process.stdout.columns === 0)
  Object.assign(process.stdout, { columns: 80, rows: 24 });

try {
  const program = createProgram(process.cwd(), (code) => {
    process.exitCode = code;
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = codeFor(error);
}

function codeFor(error: unknown): number {
  // The parser has said what was wrong with the call.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.bad;
  if (error instanceof CallError) {
    tell(error.remedy === undefined ? error.message : `${error.message}\n${error.remedy}`);
    return exitCodes.bad;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tell(`Chaperone failed; the copy was not checked. Please report this:\n${trace}`);
  return exitCodes.crash;
}
