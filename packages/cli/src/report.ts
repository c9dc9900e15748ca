import type {
  Channel,
  Finding,
  Inspection,
  Match,
  PracticeProfile,
  Severity,
  Span,
} from '@chaperone/core';
import type { Authors } from './blame.js';
import type { LeftOut } from './find-files.js';
import type { Range } from './positions.js';
import type { Colors } from './terminal.js';
import type { Source } from './text-file.js';

/** The version of the JSON that `--format json` prints; see schema/check-output.schema.json. */
export const contractVersion = 1;

/** A finding as `--format json`, `ndjson` and `--batch` print it: a public contract. */
export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  /** UTF-16 code units of the file's text. */
  readonly span: Span;
  readonly range: Range;
  /** In a part of a Word document or a mail: where to look for it, such as "paragraph 3". */
  readonly place?: string;
  /** The words that were flagged. */
  readonly text: string;
  readonly message: string;
  readonly law: readonly { readonly id: string; readonly cite: string; readonly url: string }[];
  readonly evidence: readonly Match[];
  readonly fixes: readonly {
    readonly title: string;
    readonly preferred: boolean;
    readonly edits: readonly { readonly span: Span; readonly text: string }[];
  }[];
}

/** One file's part of the JSON: a public contract. */
export interface ReportedFile {
  readonly path: string;
  /** Of a Word document or a mail: the part whose text the offsets, lines and edits are of. */
  readonly part?: string;
  readonly channel: Channel;
  readonly findings: readonly ReportedFinding[];
}

/** A checked file with all that a report may want to say about it. */
export interface CheckedFile extends Omit<ReportedFile, 'part'> {
  readonly source: Source;
  readonly languageId: string;
  readonly profile: PracticeProfile;
  readonly inspection: Inspection;
  /** Core's findings behind `findings`, in the same order. */
  readonly kept: readonly Finding[];
  /** Findings that the baseline knows. */
  readonly known: number;
  /** Who wrote the lines of the file; set where something in it is ignored and the report says by whom. */
  readonly authors?: Authors;
  /** Set when the text is a part of a Word document or of a mail, not the file's own text. */
  readonly part?: CheckedPart;
}

/** A part of a Word document or of a mail. Spans are of the part's text. */
export interface CheckedPart {
  /** For people: "header", "picture descriptions", "HTML part". */
  readonly label: string;
  /** True of the part that stands for the file. */
  readonly first: boolean;
  /** Where a person would look: "paragraph 3". */
  place(span: Span): string;
  /** Where it stands in the file on the disk; absent where that file has no lines. */
  range?(span: Span): Range;
}

/** What a run adds up to. */
export interface Summary {
  readonly files: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly filesWithFindings: number;
  readonly known: number;
  readonly ignored: number;
  readonly fixed: number;
  /** Files that could not be checked, with the reason. */
  readonly bad: readonly { readonly path: string; readonly message: string }[];
  readonly leftOut: readonly LeftOut[];
  readonly today: string;
}

/** How a report is to be made. */
export interface ReportOptions {
  readonly showText: boolean;
  readonly verbose: boolean;
  /** Only errors and warnings. */
  readonly quiet: boolean;
  readonly colors: Colors;
  /** Width of the terminal in characters. */
  readonly width: number;
  /** True on a terminal, whose lines end at `width`; what goes to a file or a pipe keeps one line each. */
  readonly wraps: boolean;
}

/** Writes one kind of report. Pieces are printed in order: start, each file as it is done, end. */
export interface Report {
  start?(): string;
  file?(file: CheckedFile, options: ReportOptions): string;
  end(files: readonly CheckedFile[], summary: Summary, options: ReportOptions): string;
}
