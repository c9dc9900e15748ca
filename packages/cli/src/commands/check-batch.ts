import { join } from 'node:path';
import { atLeast, type Channel, channels, type Strictness, strictnesses } from '@chaperone/core';
import { type DocumentOptions, inspectText, todayHere } from '../check-file.js';
import { CallError, exitCodes } from '../exit.js';
import { reported } from '../findings.js';
import { languageIds } from '../kinds.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { tell } from '../terminal.js';
import { type BatchItem, forEachLine } from './batch.js';
import type { FailOn } from './check.js';

export interface BatchCall {
  readonly cwd: string;
  readonly batch: string;
  readonly document: DocumentOptions;
  readonly profile?: string;
  readonly failOn: FailOn;
}

/** `chaperone check --batch`: one text a line in, one line `{id, findings}` out. Resolves to the exit code. */
export async function checkBatch(call: BatchCall): Promise<number> {
  const loaded = createProfiles(call.profile, call.cwd).forFolder(call.cwd);
  for (const problem of loaded.problems) tell(describeProblem(problem));
  const today = todayHere();
  let failed = false;
  const bad = await forEachLine(call.batch, call.cwd, (item) => {
    const options = { languageId: 'plaintext', ...call.document, ...optionsOf(item) };
    const source = { text: item.text, bom: false };
    const { findings } = inspectText(
      item.text,
      join(call.cwd, 'batch'),
      loaded.profile,
      today,
      options,
    );
    const { failOn } = call;
    failed ||= failOn !== 'never' && findings.some((finding) => atLeast(finding.severity, failOn));
    return { findings: reported(findings, source, loaded.profile) };
  });
  if (bad > 0 || loaded.problems.some((problem) => problem.severity === 'error'))
    return exitCodes.bad;
  return failed ? exitCodes.findings : exitCodes.clean;
}

function optionsOf(item: BatchItem): DocumentOptions {
  const channel = choice<Channel>(item, 'channel', channels);
  const strictness = choice<Strictness>(item, 'level', strictnesses);
  const languageId = choice<string>(item, 'lang', languageIds());
  const { context } = item;
  if (context !== undefined && context !== null && typeof context !== 'string') {
    throw new CallError('its "context" is not a string');
  }
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(languageId === undefined ? {} : { languageId }),
    ...(typeof context === 'string' ? { context } : {}),
  };
}

function choice<T extends string>(
  item: BatchItem,
  key: string,
  allowed: readonly T[],
): T | undefined {
  const value = item[key];
  if (value === undefined || value === null) return undefined;
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new CallError(
      `its "${key}" is ${JSON.stringify(value)}, which is none of ${allowed.join(', ')}`,
    );
  return found;
}
