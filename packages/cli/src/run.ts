import type { Inspection, PracticeProfile, Span } from '@chaperone/core';
import type { Baseline, Recorded } from './baseline.js';
import { type ChangedLines, realPath } from './changed-lines.js';
import type { CleanCache } from './clean-cache.js';
import type { CheckCall } from './commands/check.js';
import type { LeftOut, Target } from './find-files.js';
import { reported } from './findings.js';
import { lineStarts, positionAt, type Range, rangeOf } from './positions.js';
import type { Profiles } from './profiles.js';
import type { CheckedFile, CheckedPart } from './report.js';
import { tell } from './terminal.js';
import type { Source } from './text-file.js';

/** Everything one run of `chaperone check` needs while it goes through the files. */
export interface Run {
  readonly call: CheckCall;
  /** ISO date. */
  readonly today: string;
  readonly profiles: Profiles;
  readonly baseline: Baseline | undefined;
  readonly changed: ChangedLines | undefined;
  readonly cache: CleanCache | undefined;
  readonly recorded: Recorded[];
  readonly bad: { path: string; message: string }[];
  readonly leftOut: LeftOut[];
  /** What `--dry-run` prints: unified diffs, then lists of the changes to documents. */
  readonly diffs: string[];
  readonly changes: string[];
  fixed: number;
}

/** A text that was checked, with all that was found in it. */
export interface Checked {
  readonly target: Target;
  readonly source: Source;
  readonly languageId: string;
  readonly profile: PracticeProfile;
  readonly inspection: Inspection;
  readonly part?: CheckedPart;
}

/** What a report says of a text: the findings on changed lines that the baseline does not know. Records for a new one. */
export function fileOf(run: Run, checked: Checked): CheckedFile {
  const { target, source, languageId, profile, inspection, part } = checked;
  const wanted = inspection.findings.filter(({ span }) =>
    isChanged(run, target, () => rangeInFile(span, source, part)),
  );
  if (run.call.updateBaseline !== undefined)
    run.recorded.push(
      ...wanted.map((finding) => ({ path: target.path, finding, inspection, text: source.text })),
    );
  const kept = wanted.filter((finding) => !run.baseline?.knows(finding, inspection, source.text));
  return {
    path: target.path,
    channel: inspection.channel.channel,
    findings: reported(kept, source, profile),
    source,
    languageId,
    profile,
    inspection,
    kept,
    known: wanted.length - kept.length,
    ...(part === undefined ? {} : { part }),
  };
}

/** Where a span of a text stands in the file on the disk; undefined where that file has no lines, as a Word document. */
export function rangeInFile(
  span: Span,
  source: Source,
  part: CheckedPart | undefined,
): Range | undefined {
  return part === undefined ? rangeOf(lineStarts(source.text), span) : part.range?.(span);
}

/** True when the call did not ask for changed lines, when one of them is in the range, or when the file has no lines. */
export function isChanged(run: Run, target: Target, range: () => Range | undefined): boolean {
  if (run.changed === undefined) return true;
  const lines = run.changed.get(realPath(target.absolute));
  if (lines === undefined || lines === 'all') return lines === 'all';
  const found = range();
  if (found === undefined) return true;
  const first = found.start.line;
  const last = found.end.line - (found.end.character === 0 && found.end.line > first ? 1 : 0);
  return lines.some(({ from, to }) => first < to && from <= last);
}

/** Names a file that cannot be checked; the run will end with the exit code for that. */
export function reject(run: Run, path: string, message: string): void {
  run.bad.push({ path, message });
  tell(message);
}

/** What the author should know about a file beside its findings goes to standard error, whatever the format. */
export function tellNotices(
  path: string,
  text: string,
  inspection: Inspection,
  part?: CheckedPart,
): void {
  const notes = [...inspection.notices, ...inspection.idle];
  if (notes.length === 0) return;
  const starts = lineStarts(text);
  for (const { message, span } of notes) {
    const { line, character } = positionAt(starts, span.start);
    const place =
      part === undefined ? `${path}:${line + 1}:${character + 1}` : `${path}, ${part.place(span)}`;
    tell(`${place}: note: ${message}`);
  }
}
