import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { blame } from './blame.js';
import type { CheckCall } from './commands/check.js';
import { CallError } from './exit.js';
import type { CheckedFile, Report, ReportOptions, Summary } from './report.js';
import { loadReport } from './reports/index.js';
import { colorsFor, print } from './terminal.js';

export function reportOptions(call: CheckCall): ReportOptions {
  const colors = colorsFor(call.output === undefined ? call.color : false);
  return {
    showText: call.showText,
    verbose: call.verbose,
    quiet: call.quiet,
    colors,
    width: process.stdout.columns ?? 100,
    wraps: call.output === undefined && process.stdout.columns !== undefined,
  };
}

/** Prints the report, or what of it was not printed as the files went by, and writes those that go to files. */
export async function printReports(
  call: CheckCall,
  report: Report,
  options: ReportOptions,
  live: boolean,
  found: readonly CheckedFile[],
  summary: Summary,
): Promise<void> {
  const formats = [call.format, ...call.reports.map(({ format }) => format)];
  const checked = formats.includes('html') ? await withAuthors(found, call.cwd) : found;
  if (!call.dryRun) {
    if (live) await print(report.end(checked, summary, options));
    else if (call.output === undefined) await print(whole(report, checked, summary, options));
    else
      await writeReport(resolve(call.cwd, call.output), whole(report, checked, summary, options));
  }
  for (const { format, file } of call.reports) {
    const text = whole(await loadReport(format), checked, summary, {
      ...options,
      colors: colorsFor(false),
      wraps: false,
    });
    await writeReport(resolve(call.cwd, file), text);
  }
}

/** The files with who wrote them, where something in them is ignored: a report of ignores says by whom. */
async function withAuthors(
  files: readonly CheckedFile[],
  cwd: string,
): Promise<readonly CheckedFile[]> {
  const all: CheckedFile[] = [];
  for (const file of files)
    all.push(
      file.inspection.ignored.length === 0
        ? file
        : { ...file, authors: await blame(resolve(cwd, file.path)) },
    );
  return all;
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
