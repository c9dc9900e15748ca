import { resolve } from 'node:path';
import { type Entity, identify, type Span } from '@chaperone/core';
import { exitCodes } from '../exit.js';
import { isPackedDocument } from '../kinds.js';
import { openPacked, placeName } from '../packed.js';
import { lineStarts, positionAt } from '../positions.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { readStandardInput } from '../standard-input.js';
import { colorsFor, harmless, print, tell } from '../terminal.js';
import {
  describeUnreadable,
  isUnreadable,
  readBytes,
  readText,
  type Unreadable,
} from '../text-file.js';
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
  const results: Identified[] = [];
  let bad = false;
  for (const path of call.stdin ? ['<stdin>'] : call.files) {
    const bytes = call.stdin ? await readStandardInput() : await readBytes(resolve(call.cwd, path));
    const texts = isUnreadable(bytes) ? bytes : await textsOf(bytes, path);
    if (isUnreadable(texts)) {
      bad = true;
      tell(describeUnreadable(path, texts));
    } else
      results.push(
        ...texts.map((each) => ({ path, ...each, entities: identify(each.text, profile) })),
      );
  }
  if (call.format === 'json') {
    const files = results.map(({ path, part, entities }) => ({
      path,
      ...(part === undefined ? {} : { part }),
      entities: entities.map(contractOf),
    }));
    await print(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  } else for (const result of results) await print(listing(result, call.color));
  return bad ? exitCodes.bad : exitCodes.clean;
}

/** A text in which identifiers are looked for. */
interface Text {
  readonly text: string;
  /** Of a Word document or a packed part of a mail: its name. */
  readonly part?: string;
  /** Of such a part: names the place of a span. */
  readonly place?: (span: Span) => string;
}

interface Identified extends Text {
  readonly path: string;
  readonly entities: readonly Entity[];
}

async function textsOf(bytes: Buffer, path: string): Promise<readonly Text[] | Unreadable> {
  if (!isPackedDocument(path)) {
    const source = readText(bytes);
    return isUnreadable(source) ? source : [{ text: source.text }];
  }
  const opened = await openPacked(bytes, path);
  if (isUnreadable(opened)) return opened;
  return opened.parts.map((part, index) =>
    index === 0 && part.locate !== undefined
      ? { text: part.text }
      : { text: part.text, part: part.partLabel, place: (span) => placeName(part, span) },
  );
}

function contractOf({ kind, span, text, score }: Entity) {
  return { kind, span: { start: span.start, end: span.end }, text, score };
}

function listing(
  { path, text, entities, place, part }: Identified,
  color: boolean | undefined,
): string {
  const colors = colorsFor(color);
  const starts = lineStarts(text);
  const lines = entities.map((entity) => {
    const { line, character } = positionAt(starts, entity.span.start);
    const where =
      place === undefined
        ? `${path}:${line + 1}:${character + 1}`
        : `${path}, ${place(entity.span)}`;
    return `${where}  ${colors.bold(entity.kind.padEnd(10))} ${harmless(entity.text.replace(/\s+/g, ' '))}\n`;
  });
  if (lines.length > 0) return lines.join('');
  return part === undefined ? `${path}: nothing that identifies a person\n` : '';
}
