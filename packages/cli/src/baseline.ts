import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isReport } from '@chaperone/config';
import type { Finding, Inspection } from '@chaperone/core';
import { CallError } from './exit.js';
import { passageKey } from './passage-key.js';

/** The name used where `--baseline` and `--update-baseline` name no file. */
export const baselineName = 'chaperone-baseline.json';

/** Findings that were there before, by file: rule, hash of the passage, how often. No words of the copy. */
interface BaselineFile {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly passage: string;
  readonly count: number;
}

/** Tells old findings from new ones. Each known finding is used up once, whatever file its passage moved to. */
export interface Baseline {
  knows(finding: Finding, inspection: Inspection, text: string): boolean;
}

export async function readBaseline(file: string, cwd: string): Promise<Baseline> {
  const { findings } = parse(await read(file, cwd), file);
  const left = new Map<string, number>();
  for (const { passage, count } of findings) left.set(passage, (left.get(passage) ?? 0) + count);
  return {
    knows(finding, inspection, text) {
      const key = passageKey(finding, inspection, text);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count > 0;
    },
  };
}

export interface Recorded {
  readonly path: string;
  readonly finding: Finding;
  readonly inspection: Inspection;
  readonly text: string;
}

/** Writes all findings as known; returns how many. Sorted, so that a version control system shows small changes. */
export async function writeBaseline(
  file: string,
  cwd: string,
  recorded: readonly Recorded[],
): Promise<number> {
  const entries = new Map<string, BaselineEntry>();
  for (const { path, finding, inspection, text } of recorded) {
    const passage = passageKey(finding, inspection, text);
    const key = `${path}\0${finding.rule}\0${passage}`;
    entries.set(key, {
      path,
      rule: finding.rule,
      passage,
      count: (entries.get(key)?.count ?? 0) + 1,
    });
  }
  const findings = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  const content: BaselineFile = { version: 1, findings };
  await writeFile(resolve(cwd, file), `${JSON.stringify(content, null, 2)}\n`);
  return recorded.length;
}

async function read(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new CallError(
      `${file}: there is no such baseline, or it cannot be read.`,
      'Make one with --update-baseline.',
    );
  }
}

function parse(text: string, file: string): BaselineFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (isBaseline(value)) return value;
  throw new CallError(
    `${file}: this is not a baseline of Chaperone.`,
    'Make it anew with --update-baseline.',
  );
}

/** True of a baseline, a JSON report or an HTML report, whatever its name: none of them is copy. */
export function isOwnFile(text: string): boolean {
  if (isReport(text)) return true;
  if (!/^\s*\{\s*"version":\s*1,\s*"(?:findings|files)":\s*\[/.test(text.slice(0, 400)))
    return false;
  try {
    const value: unknown = JSON.parse(text);
    return isBaseline(value) || isJsonReport(value);
  } catch {
    return false;
  }
}

function isJsonReport(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'files' in value &&
    Array.isArray(value.files) &&
    value.files.every((file) => typeof file === 'object' && file !== null && 'findings' in file)
  );
}

function isBaseline(value: unknown): value is BaselineFile {
  if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== 1)
    return false;
  return 'findings' in value && Array.isArray(value.findings) && value.findings.every(isEntry);
}

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== 'object' || value === null || !('passage' in value) || !('count' in value))
    return false;
  return typeof value.passage === 'string' && Number.isInteger(value.count);
}
