import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { atLeast, type Severity } from '@chaperone/core';
import { baselineName, isOwnFile, readBaseline, writeBaseline } from '../baseline.js';
import { changedSince, realPath } from '../changed-lines.js';
import { type DocumentOptions, todayHere } from '../check-file.js';
import { checkPacked } from '../check-packed.js';
import { checkText } from '../check-text.js';
import { cacheFolder, openCache } from '../clean-cache.js';
import { CallError, exitCodes } from '../exit.js';
import { type Found, findFiles, type Target } from '../find-files.js';
import { isPackedDocument } from '../kinds.js';
import { printReports, reportOptions } from '../print-reports.js';
import { createProfiles, describeProblem, type LoadedProfile } from '../profiles.js';
import { startProgress } from '../progress.js';
import type { CheckedFile, Summary } from '../report.js';
import { loadReport, type ReportName } from '../reports/index.js';
import { type Run, reject } from '../run.js';
import { readStandardInput } from '../standard-input.js';
import { clearLine, print, tell } from '../terminal.js';
import {
  describeUnreadable,
  isUnreadable,
  readBytes,
  readText,
  type Unreadable,
} from '../text-file.js';

export type FailOn = Severity | 'never';

/** The options of `chaperone check`, checked by the command line's parser. */
export interface CheckCall {
  readonly cwd: string;
  readonly targets: readonly string[];
  readonly format: ReportName;
  readonly output?: string;
  /** Further reports, each to a file of its own. */
  readonly reports: readonly { readonly format: ReportName; readonly file: string }[];
  readonly document: DocumentOptions;
  readonly profile?: string;
  readonly stdin: boolean;
  readonly stdinFilename?: string;
  readonly filesFrom?: string;
  readonly since?: string;
  readonly fix: boolean;
  readonly suggested: boolean;
  readonly dryRun: boolean;
  readonly baseline?: string | true;
  readonly updateBaseline?: string | true;
  readonly failOn: FailOn;
  readonly cache: boolean;
  readonly cacheLocation?: string;
  readonly ignoreFiles: boolean;
  readonly showText: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  readonly color?: boolean;
}

/** `chaperone check`. Resolves to the exit code. */
export async function checkCommand(call: CheckCall): Promise<number> {
  const run = await startRun(call);
  const checked: CheckedFile[] = [];
  const report = await loadReport(call.format);
  const options = reportOptions(call);
  const live = call.output === undefined && !call.dryRun && report.file !== undefined;
  if (live) await print(report.start?.() ?? '');
  const add = async (files: readonly CheckedFile[]) => {
    for (const file of files) {
      checked.push(file);
      if (live) await printLive(report.file?.(file, options) ?? '');
    }
  };
  if (call.stdin) await add(await checkStandardInput(run));
  else await checkTargets(run, add);
  run.cache?.save();
  for (const loaded of run.profiles.used()) tellProblems(loaded, run);
  if (call.updateBaseline !== undefined) return recordBaseline(run);
  const summary = summarize(run, checked);
  if (call.dryRun) await print([...run.diffs, ...run.changes].join(''));
  await printReports(call, report, options, live, checked, summary);
  return exitCode(call.failOn, checked, run.bad.length > 0);
}

async function printLive(text: string): Promise<void> {
  if (text === '') return;
  clearLine();
  await print(text);
}

async function startRun(call: CheckCall): Promise<Run> {
  if (!call.stdin && call.targets.length === 0 && call.filesFrom === undefined) {
    throw new CallError(
      'no file is named.',
      'Name files, folders or patterns: chaperone check replies/ or chaperone check "posts/**/*.md".',
    );
  }
  if (call.stdin && (call.fix || call.since !== undefined)) {
    throw new CallError(
      '--stdin goes with neither --fix nor --since.',
      'Save the copy to a file first.',
    );
  }
  if (call.dryRun && !call.fix)
    throw new CallError('--dry-run says what --fix would do.', 'Give both.');
  const baseline =
    call.baseline === undefined
      ? undefined
      : await readBaseline(nameOr(call.baseline, baselineName), call.cwd);
  return {
    call,
    today: todayHere(),
    profiles: createProfiles(call.profile, call.cwd),
    baseline: call.updateBaseline === undefined ? baseline : undefined,
    changed: call.since === undefined ? undefined : await changedSince(call.since, call.cwd),
    cache: usesCache(call)
      ? openCache(resolve(call.cwd, call.cacheLocation ?? cacheFolder))
      : undefined,
    recorded: [],
    bad: [],
    leftOut: [],
    diffs: [],
    changes: [],
    fixed: 0,
  };
}

/** A run that writes needs every finding, and so has no use for what was clean. */
function usesCache(call: CheckCall): boolean {
  return call.cache && !call.fix && call.updateBaseline === undefined && call.format !== 'html';
}

function nameOr(name: string | true, fallback: string): string {
  return name === true ? fallback : name;
}

async function checkTargets(
  run: Run,
  add: (files: readonly CheckedFile[]) => Promise<void>,
): Promise<void> {
  const found = await targetsOf(run);
  run.leftOut.push(...found.leftOut);
  for (const { path, message } of found.missing)
    reject(run, path, `${path}: not checked, because ${message}`);
  const files =
    run.changed === undefined
      ? found.files
      : found.files.filter((file) => run.changed?.has(realPath(file.absolute)));
  const progress = startProgress(files.length);
  try {
    for (const file of files) {
      progress.next(file.path);
      await add(await checkTarget(file, run));
    }
  } finally {
    progress.stop();
  }
}

async function targetsOf(run: Run): Promise<Found> {
  const { call } = run;
  const listed =
    call.filesFrom === undefined ? [] : splitNames(await readList(call.filesFrom, call.cwd));
  return findFiles([...call.targets, ...listed], call.cwd, call.ignoreFiles);
}

async function readList(file: string, cwd: string): Promise<string> {
  if (file === '-') return (await readStandardInput()).toString('utf8');
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new CallError(
      `${file}: the list of files cannot be read.`,
      'Check the name given to --files-from.',
    );
  }
}

/** One name a line, or separated by NUL as `git ls-files -z` prints them. */
function splitNames(list: string): string[] {
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((name) => name.trim() !== '');
}

/** The parts of a file that reports speak of: one, or several of a document; none where it cannot be checked. */
async function checkTarget(target: Target, run: Run): Promise<readonly CheckedFile[]> {
  const bytes = await readBytes(target.absolute);
  if (!isUnreadable(bytes)) return checkBytes(target, bytes, run);
  refuse(target, bytes, run);
  return [];
}

async function checkBytes(
  target: Target,
  bytes: Buffer,
  run: Run,
): Promise<readonly CheckedFile[]> {
  if (isPackedDocument(target.path)) return checkPacked(target, bytes, run);
  const source = readText(bytes);
  if (isUnreadable(source)) refuse(target, source, run);
  else if (!target.named && isOwnFile(source.text))
    run.leftOut.push({ path: target.path, reason: 'a file of Chaperone’s own' });
  else return [await checkText(target, source, run)];
  return [];
}

/** A file that only turned up in a folder is left out; one that the call names must be readable. */
function refuse(target: Target, problem: Unreadable, run: Run): void {
  if (!target.named && problem.kind !== 'unreadable')
    run.leftOut.push({ path: target.path, reason: problem.reason });
  else reject(run, target.path, describeUnreadable(target.path, problem));
}

async function checkStandardInput(run: Run): Promise<readonly CheckedFile[]> {
  const path = run.call.stdinFilename ?? '<stdin>';
  const target = { path, absolute: resolve(run.call.cwd, path), named: true };
  return checkBytes(target, await readStandardInput(), run);
}

function tellProblems(loaded: LoadedProfile, run: Run): void {
  for (const problem of loaded.problems) {
    const message = describeProblem(problem);
    if (problem.severity === 'error') reject(run, problem.file, message);
    else tell(message);
  }
}

async function recordBaseline(run: Run): Promise<number> {
  const name = nameOr(
    run.call.updateBaseline ?? true,
    run.call.baseline === undefined ? baselineName : nameOr(run.call.baseline, baselineName),
  );
  const count = await writeBaseline(name, run.call.cwd, run.recorded);
  await print(
    `${basename(name)} now knows ${count} finding${count === 1 ? '' : 's'}. Give --baseline ${name} to hear of new ones only.\n`,
  );
  return run.bad.length > 0 ? exitCodes.bad : exitCodes.clean;
}

function summarize(run: Run, checked: readonly CheckedFile[]): Summary {
  const all = checked.flatMap((file) => file.findings);
  const count = (severity: Severity) =>
    all.filter((finding) => finding.severity === severity).length;
  return {
    files: checked.filter(({ part }) => part?.first !== false).length,
    bySeverity: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
    },
    filesWithFindings: new Set(
      checked.filter((file) => file.findings.length > 0).map(({ path }) => path),
    ).size,
    known: checked.reduce((sum, file) => sum + file.known, 0),
    ignored: checked.reduce((sum, file) => sum + file.inspection.ignored.length, 0),
    fixed: run.fixed,
    bad: run.bad,
    leftOut: run.leftOut,
    today: run.today,
  };
}

function exitCode(failOn: FailOn, checked: readonly CheckedFile[], bad: boolean): number {
  if (bad) return exitCodes.bad;
  if (failOn === 'never') return exitCodes.clean;
  const fails = checked.some((file) =>
    file.findings.some((finding) => atLeast(finding.severity, failOn)),
  );
  return fails ? exitCodes.findings : exitCodes.clean;
}
