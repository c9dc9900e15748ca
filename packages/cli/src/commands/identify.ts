import { resolve } from 'node:path';
import { type Entity, identify } from '@chaperone/core';
import { exitCodes } from '../exit.js';
import { lineStarts, positionAt } from '../positions.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { readStandardInput } from '../standard-input.js';
import { colorsFor, print, tell } from '../terminal.js';
import { describeUnreadable, isUnreadable, readBytes, readText } from '../text-file.js';
import { forEachLine } from './batch.js';

export interface IdentifyCall {
  readonly cwd: string;
  readonly files: readonly string[];
  readonly stdin: boolean;
  readonly batch?: string;
  readonly profile?: string;
  readonly format: 'pretty' | 'json';
  readonly color?: boolean;
}

/** `chaperone identify`: the identifiers by themselves, without judging them. Resolves to the exit code. */
export async function identifyCommand(call: IdentifyCall): Promise<number> {
  const profiles = createProfiles(call.profile, call.cwd);
  const { profile, problems } = profiles.forFolder(call.cwd);
  for (const problem of problems) tell(describeProblem(problem));
  if (call.batch !== undefined) {
    const bad = await forEachLine(call.batch, call.cwd, ({ text }) => ({
      entities: identify(text, profile).map(contractOf),
    }));
    return bad > 0 ? exitCodes.bad : exitCodes.clean;
  }
  const results: { path: string; text: string; entities: readonly Entity[] }[] = [];
  let bad = false;
  for (const path of call.stdin ? ['<stdin>'] : call.files) {
    const bytes = call.stdin ? await readStandardInput() : await readBytes(resolve(call.cwd, path));
    const source = isUnreadable(bytes) ? bytes : readText(bytes);
    if (isUnreadable(source)) {
      bad = true;
      tell(describeUnreadable(path, source));
    } else results.push({ path, text: source.text, entities: identify(source.text, profile) });
  }
  if (call.format === 'json') {
    const files = results.map(({ path, entities }) => ({
      path,
      entities: entities.map(contractOf),
    }));
    await print(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  } else for (const result of results) await print(listing(result, call.color));
  return bad ? exitCodes.bad : exitCodes.clean;
}

function contractOf({ kind, span, text, score }: Entity) {
  return { kind, span: { start: span.start, end: span.end }, text, score };
}

function listing(
  { path, text, entities }: { path: string; text: string; entities: readonly Entity[] },
  color: boolean | undefined,
): string {
  const colors = colorsFor(color);
  const starts = lineStarts(text);
  const lines = entities.map((entity) => {
    const { line, character } = positionAt(starts, entity.span.start);
    return `${path}:${line + 1}:${character + 1}  ${colors.bold(entity.kind.padEnd(10))} ${entity.text.replace(/\s+/g, ' ')}\n`;
  });
  return lines.length > 0 ? lines.join('') : `${path}: nothing that identifies a person\n`;
}
