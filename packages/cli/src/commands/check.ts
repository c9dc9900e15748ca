import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { atLeast, type Edit, type Finding, type Inspection, type Severity } from '@chaperone/core';
import {
  type Baseline,
  baselineName,
  type Recorded,
  readBaseline,
  writeBaseline,
} from '../baseline.js';
import { type ChangedLines, changedSince, realPath } from '../changed-lines.js';
import { type DocumentOptions, inspectText, languageIdFor, todayHere } from '../check-file.js';
import { type CleanCache, cacheFolder, hashOf, openCache } from '../clean-cache.js';
import { CallError, exitCodes } from '../exit.js';
import { type Found, findFiles, type LeftOut, type Target } from '../find-files.js';
import { reported } from '../findings.js';
import { compatible, type FixChoice, fixText } from '../fix.js';
import { isPackedDocument } from '../kinds.js';
import { copyName, openPacked } from '../packed.js';
import { lineStarts, positionAt } from '../positions.js';
import { createProfiles, describeProblem, type LoadedProfile, type Profiles } from '../profiles.js';
import { startProgress } from '../progress.js';
import type { CheckedFile, Report, ReportOptions, Summary } from '../report.js';
import { loadReport, type ReportName } from '../reports/index.js';
import { readStandardInput } from '../standard-input.js';
import { clearLine, colorsFor, print, tell } from '../terminal.js';
import {
  describeUnreadable,
  fullText,
  isUnreadable,
  readBytes,
  readText,
  type Source,
} from '../text-file.js';
import { unifiedDiff } from '../unified-diff.js';

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

/** Everything one run needs while it goes through the files. */
interface Run {
  readonly call: CheckCall;
  readonly today: string;
  readonly profiles: Profiles;
  readonly baseline: Baseline | undefined;
  readonly changed: ChangedLines | undefined;
  readonly cache: CleanCache | undefined;
  readonly recorded: Recorded[];
  readonly bad: { path: string; message: string }[];
  readonly leftOut: LeftOut[];
  readonly diffs: string[];
  fixed: number;
}

/** `chaperone check`. Resolves to the exit code. */
export async function checkCommand(call: CheckCall): Promise<number> {
  const run = await startRun(call);
  const checked: CheckedFile[] = [];
  const report = await loadReport(call.format);
  const options = reportOptions(call);
  const live = call.output === undefined && !call.dryRun && report.file !== undefined;
  if (live) await print(report.start?.() ?? '');
  const add = async (file: CheckedFile | undefined) => {
    if (!file) return;
    checked.push(file);
    if (live) await printLive(report.file?.(file, options) ?? '');
  };
  if (call.stdin) await add(await checkStandardInput(run));
  else await checkTargets(run, add);
  run.cache?.save();
  for (const loaded of run.profiles.used()) tellProblems(loaded, run);
  if (call.updateBaseline !== undefined) return recordBaseline(run);
  const summary = summarize(run, checked);
  await printReports(call, report, options, live, checked, summary, run.diffs);
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
  add: (file: CheckedFile | undefined) => Promise<void>,
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
  for (const file of files) {
    progress.next(file.path);
    if (isPackedDocument(file.path))
      for (const part of await checkPacked(file, run)) await add(part);
    else await add(await checkTarget(file, run));
  }
  progress.stop();
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

async function checkTarget(target: Target, run: Run): Promise<CheckedFile | undefined> {
  const bytes = await readBytes(target.absolute);
  const source = isUnreadable(bytes) ? bytes : readText(bytes);
  if (isUnreadable(source)) {
    // A file that only turned up in a folder is left out; one that the call names must be readable.
    if (!target.named && source.kind !== 'unreadable')
      run.leftOut.push({ path: target.path, reason: source.reason });
    else reject(run, target.path, describeUnreadable(target.path, source));
    return undefined;
  }
  return checkSource(target, source, run);
}

/** Checks each part of a Word document or a mail by itself; the first bears the file's name, the others also their own. */
async function checkPacked(target: Target, run: Run): Promise<readonly CheckedFile[]> {
  const bytes = await readBytes(target.absolute);
  const opened = isUnreadable(bytes) ? bytes : await openPacked(bytes, target.absolute);
  if (isUnreadable(opened)) {
    reject(run, target.path, describeUnreadable(target.path, opened));
    return [];
  }
  const { profile } = run.profiles.forFile(target.absolute);
  const edits = new Map<string, readonly Edit[]>();
  const checked = opened.parts.map((part, index) => {
    const options = { ...run.call.document, languageId: part.languageId };
    const inspection = inspectText(part.text, target.absolute, profile, run.today, options);
    const path = index === 0 ? target.path : `${target.path}#${part.partLabel}`;
    tellNotices(path, part.text, inspection);
    const { findings } = inspection;
    if (run.call.fix)
      edits.set(part.name, compatible(findings, run.call.suggested ? 'suggested' : 'safe').flat());
    if (run.call.updateBaseline !== undefined)
      run.recorded.push(
        ...findings.map((finding) => ({ path, finding, inspection, text: part.text })),
      );
    const kept = findings.filter((finding) => !run.baseline?.knows(finding, inspection, part.text));
    const source = { text: part.text, bom: false };
    return fileOf(
      { ...target, path },
      source,
      part.languageId,
      profile,
      inspection,
      kept,
      findings.length - kept.length,
    );
  });
  const changes = [...edits.values()].flat().length;
  if (changes > 0) {
    const copy = copyName(target.absolute);
    if (!run.call.dryRun) await writeFile(copy, opened.apply(edits));
    tell(
      `${target.path}: ${changes} ${changes === 1 ? 'change' : 'changes'} ${run.call.dryRun ? 'would be written' : 'written'} to a copy, ${basename(copy)}`,
    );
  }
  return checked.filter((file, index) => index === 0 || file.findings.length > 0);
}

async function checkStandardInput(run: Run): Promise<CheckedFile | undefined> {
  const path = run.call.stdinFilename ?? '<stdin>';
  const source = readText(await readStandardInput());
  if (isUnreadable(source)) {
    reject(run, path, describeUnreadable(path, source));
    return undefined;
  }
  return checkSource({ path, absolute: resolve(run.call.cwd, path), named: true }, source, run);
}

async function checkSource(target: Target, source: Source, run: Run): Promise<CheckedFile> {
  const { call, today } = run;
  const { profile } = run.profiles.forFile(target.absolute);
  const languageId = languageIdFor(target.absolute, call.document);
  const key = run.cache
    ? hashOf(
        fullText(source),
        languageId,
        today,
        JSON.stringify(call.document),
        JSON.stringify(profile),
      )
    : '';
  const cleanChannel = run.cache?.cleanChannel(target.path, key);
  if (cleanChannel) {
    const nothing = { findings: [], ignored: [], idle: [], notices: [], passages: [] };
    return fileOf(
      target,
      source,
      languageId,
      profile,
      { ...nothing, channel: cleanChannel },
      [],
      0,
    );
  }
  const check = (text: string) => inspectText(text, target.absolute, profile, today, call.document);
  const { text, inspection } = call.fix
    ? await fixFile(target, source, check, run)
    : { text: source.text, inspection: check(source.text) };
  const quiet =
    inspection.findings.length +
      inspection.ignored.length +
      inspection.idle.length +
      inspection.notices.length ===
    0;
  run.cache?.remember(target.path, key, quiet ? inspection.channel : undefined);
  tellNotices(target.path, text, inspection);
  const now: Source = { ...source, text };
  const wanted = inspection.findings.filter((finding) =>
    isChanged(finding, text, target, run.changed),
  );
  if (call.updateBaseline !== undefined)
    run.recorded.push(
      ...wanted.map((finding) => ({ path: target.path, finding, inspection, text })),
    );
  const kept = wanted.filter((finding) => !run.baseline?.knows(finding, inspection, text));
  return fileOf(target, now, languageId, profile, inspection, kept, wanted.length - kept.length);
}

function fileOf(
  target: Target,
  source: Source,
  languageId: string,
  profile: LoadedProfile['profile'],
  inspection: Inspection,
  kept: readonly Finding[],
  known: number,
): CheckedFile {
  const findings = reported(kept, source, profile);
  return {
    path: target.path,
    channel: inspection.channel.channel,
    findings,
    source,
    languageId,
    profile,
    inspection,
    kept,
    known,
  };
}

async function fixFile(
  target: Target,
  source: Source,
  check: (text: string) => Inspection,
  run: Run,
) {
  const choice: FixChoice = run.call.suggested ? 'suggested' : 'safe';
  // After the first round lines have moved: only the text as git knows it can be asked which lines changed.
  const wanted = (finding: Finding, text: string) =>
    run.changed === undefined ||
    (text === source.text && isChanged(finding, text, target, run.changed));
  const fixed = fixText(source.text, check, choice, wanted);
  if (fixed.applied === 0) return fixed;
  run.fixed += fixed.applied;
  const before = fullText(source);
  const after = fullText({ ...source, text: fixed.text });
  if (run.call.dryRun) run.diffs.push(await unifiedDiff(target.path, before, after));
  else await writeFile(target.absolute, after);
  return fixed;
}

function isChanged(
  finding: Finding,
  text: string,
  target: Target,
  changed: ChangedLines | undefined,
): boolean {
  if (changed === undefined) return true;
  const lines = changed.get(realPath(target.absolute));
  if (lines === undefined || lines === 'all') return lines === 'all';
  const starts = lineStarts(text);
  const first = positionAt(starts, finding.span.start).line;
  const last = positionAt(starts, Math.max(finding.span.start, finding.span.end - 1)).line;
  return lines.some(({ from, to }) => first < to && from <= last);
}

function reject(run: Run, path: string, message: string): void {
  run.bad.push({ path, message });
  tell(message);
}

/** What the author should know about a file beside its findings goes to standard error, whatever the format. */
function tellNotices(path: string, text: string, inspection: Inspection): void {
  const notes = [...inspection.notices, ...inspection.idle];
  if (notes.length === 0) return;
  const starts = lineStarts(text);
  for (const { message, span } of notes) {
    const { line, character } = positionAt(starts, span.start);
    tell(`${path}:${line + 1}:${character + 1}: note: ${message}`);
  }
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

function reportOptions(call: CheckCall): ReportOptions {
  const colors = colorsFor(call.output === undefined ? call.color : false);
  return {
    showText: call.showText,
    verbose: call.verbose,
    quiet: call.quiet,
    colors,
    width: process.stdout.columns ?? 100,
  };
}

async function printReports(
  call: CheckCall,
  report: Report,
  options: ReportOptions,
  live: boolean,
  checked: readonly CheckedFile[],
  summary: Summary,
  diffs: readonly string[],
): Promise<void> {
  if (call.dryRun) await print(diffs.join(''));
  else if (live) await print(report.end(checked, summary, options));
  else if (call.output === undefined) await print(whole(report, checked, summary, options));
  else await writeReport(resolve(call.cwd, call.output), whole(report, checked, summary, options));
  for (const { format, file } of call.reports) {
    const text = whole(await loadReport(format), checked, summary, {
      ...options,
      colors: colorsFor(false),
    });
    await writeReport(resolve(call.cwd, file), text);
  }
}

function whole(
  report: Report,
  checked: readonly CheckedFile[],
  summary: Summary,
  options: ReportOptions,
): string {
  const files = checked.map((file) => report.file?.(file, options) ?? '').join('');
  return (report.start?.() ?? '') + files + report.end(checked, summary, options);
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(
      `the report cannot be written: ${reason}`,
      'Check that the folder exists and that you may write there.',
    );
  }
}

function summarize(run: Run, checked: readonly CheckedFile[]): Summary {
  const all = checked.flatMap((file) => file.findings);
  const count = (severity: Severity) =>
    all.filter((finding) => finding.severity === severity).length;
  return {
    files: checked.length,
    bySeverity: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      hint: count('hint'),
    },
    filesWithFindings: checked.filter((file) => file.findings.length > 0).length,
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
