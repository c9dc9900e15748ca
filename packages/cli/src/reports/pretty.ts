import { lawOf } from '../findings.js';
import { flaggedWords, passageWords } from '../passage-words.js';
import { placeOfFinding } from '../places.js';
import type { CheckedFile, Report, ReportedFinding, ReportOptions, Summary } from '../report.js';
import { type Colors, harmless } from '../terminal.js';
import { byReason, channelWords, count, outcome } from '../words.js';

/** `--format pretty`: for people, with the passage, what a reader learns, and the way out. */
export const pretty: Report = { file: fileText, end: endText };

function fileText(file: CheckedFile, options: ReportOptions): string {
  const { colors } = options;
  const findings = file.findings.flatMap((finding, index) =>
    isShown(finding, options) ? [{ finding, index }] : [],
  );
  const channel = file.inspection.channel;
  const about = `${channelWords[channel.channel]}, because ${channel.because}`;
  const name = harmless(
    file.part?.first === false ? `${file.path}, ${file.part.label}` : file.path,
  );
  if (findings.length === 0) {
    return options.verbose
      ? `${colors.bold(name)}  ${colors.dim(about)}\n  ${colors.green('nothing found')}\n\n`
      : '';
  }
  const texts = findings.map(({ finding, index }) => findingText(finding, index, file, options));
  return `${colors.bold(name)}  ${colors.dim(about)}\n${texts.join('\n')}\n`;
}

function findingText(
  finding: ReportedFinding,
  index: number,
  file: CheckedFile,
  { colors, width, wraps }: ReportOptions,
): string {
  const indent = ' '.repeat(9);
  const place = placeOfFinding(index, file).words;
  // What --fix would do, else what --suggested would.
  const safe = file.kept[index]?.fixes.findIndex((each) => each.safe) ?? -1;
  const fix =
    finding.fixes[safe] ?? finding.fixes.find((each) => each.preferred) ?? finding.fixes[0];
  const law = lawOf(finding.rule, file.profile)[0]?.cite;
  const lines = [
    ...messageLines(place, finding, { colors, width, wraps }),
    `${indent}${quote(finding, index, file, colors, width - indent.length)}`,
    ...fixLines(fix, file, colors, width - indent.length).map((text) => indent + text),
    indent + colors.dim([finding.rule, law].filter(Boolean).join(' · ')),
  ];
  return `${lines.join('\n')}\n`;
}

/** Place, severity and message; on a terminal, what does not fit goes on below, in words that stay whole. */
function messageLines(
  place: string,
  finding: ReportedFinding,
  { colors, width, wraps }: Pick<ReportOptions, 'colors' | 'width' | 'wraps'>,
): string[] {
  const head = `  ${place.padEnd(6)} ${finding.severity} `;
  const room = wraps ? Math.max(20, width - head.length) : Number.POSITIVE_INFINITY;
  const [first = '', ...rest] = wrapped(finding.message, room);
  return [
    `  ${colors.dim(place.padEnd(6))} ${severityWord(finding, colors)} ${first}`,
    ...rest.map((line) => ' '.repeat(head.length) + line),
  ];
}

/** The text in lines of at most `room` characters, cut between words; a longer word stands alone. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function severityWord({ severity }: ReportedFinding, colors: Colors): string {
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan, hint: colors.dim }[
    severity
  ];
  return paint(severity);
}

/** The passage with the flagged words marked: underlined in color, else between « and »; cut to the terminal's width. */
function quote(
  finding: ReportedFinding,
  index: number,
  file: CheckedFile,
  colors: Colors,
  width: number,
): string {
  const words = flaggedWords(finding, index, file);
  const flagged = clip(oneLine(words.flagged), Math.max(20, width - 10));
  const room = Math.max(0, width - flagged.length - 4);
  const before = clipStart(harmless(words.before.trimStart()), Math.ceil(room / 2));
  const after = clip(harmless(words.after), Math.floor(room / 2));
  const marked = colors.isColorSupported ? colors.underline(flagged) : `«${flagged}»`;
  return `${colors.dim(before)}${marked}${colors.dim(after)}`;
}

function fixLines(
  fix: ReportedFinding['fixes'][number] | undefined,
  file: CheckedFile,
  colors: Colors,
  width: number,
): string[] {
  if (!fix) return [];
  const words = newWords(fix.edits, file);
  const title = `${colors.green('fix')}  ${fix.title}`;
  if (words === '') return [title];
  const room = width - fix.title.length - 9;
  // Too little room beside the title: the words stand below it.
  if (room < 30) return [`${title}:`, `     “${clip(oneLine(words), Math.max(20, width - 7))}”`];
  return [`${title}: “${clip(oneLine(words), room)}”`];
}

/** The words that a fix puts in place; where they are no sentence, the sentence around them too. */
function newWords(edits: ReportedFinding['fixes'][number]['edits'], file: CheckedFile): string {
  const edit = edits.find(({ text }) => text.trim() !== '');
  if (edit === undefined) return '';
  const words = edit.text.trim();
  if (/[.!?…)\]>]["”’]?$/.test(words) || edits.length > 1) return words;
  const shift = file.source.bom ? 1 : 0;
  const { start, end } = edit.span;
  const around = passageWords({ start: start - shift, end: end - shift }, file);
  if (around === undefined) return words;
  const head = /[^.!?]*$/.exec(around.before)?.[0] ?? '';
  const tail = /^[^.!?]*[.!?]?/.exec(around.after)?.[0] ?? '';
  return (head + edit.text + tail).trim();
}

function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' '));
}

function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

function clipStart(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `…${length <= 1 ? '' : characters.slice(1 - length).join('')}`;
}

function isShown(finding: ReportedFinding, { quiet }: ReportOptions): boolean {
  return !quiet || finding.severity === 'error' || finding.severity === 'warning';
}

function endText(files: readonly CheckedFile[], summary: Summary, options: ReportOptions): string {
  const { colors } = options;
  const risky = (counts: string) =>
    colors.bold(`${counts} in ${count(summary.filesWithFindings, 'file')}`);
  const lines = [outcome(summary, risky, colors.green('nothing found'))];
  if (summary.fixed > 0) lines.push(`${count(summary.fixed, 'fix', 'fixes')} applied`);
  else lines.push(...fixableLines(files));
  if (summary.known > 0) lines.push(`${count(summary.known, 'finding')} known from the baseline`);
  if (summary.ignored > 0)
    lines.push(
      `${count(summary.ignored, 'finding')} ignored with a reason (chaperone ignores lists them)`,
    );
  if (summary.bad.length > 0)
    lines.push(`${count(summary.bad.length, 'problem')}, told on standard error`);
  lines.push(...guessedLines(files, options), ...leftOutLines(summary, options));
  return `${lines.join('\n')}\n`;
}

/** Copy that is silent about where it will appear may be clean only because it was taken for something else. */
function guessedLines(files: readonly CheckedFile[], { colors }: ReportOptions): string[] {
  const guessed = files.filter(
    ({ findings, inspection }) => findings.length === 0 && !inspection.channel.known,
  );
  const first = guessed[0];
  if (!first) return [];
  const { channel } = first.inspection.channel;
  const as = guessed.every((file) => file.inspection.channel.channel === channel)
    ? `read as a ${channelWords[channel]}`
    : 'guessed';
  return [
    colors.dim(
      guessed.length === 1
        ? `${harmless(first.path)} does not say where it will appear and was ${as}; --channel says it`
        : `${guessed.length} of them do not say where they will appear and were each ${as}; --channel says it`,
    ),
  ];
}

function fixableLines(files: readonly CheckedFile[]): string[] {
  const all = files.flatMap((file) => file.kept);
  const safe = all.filter((finding) => finding.fixes.some((fix) => fix.safe)).length;
  const suggested = all.filter(
    ({ fixes }) => !fixes.some((fix) => fix.safe) && fixes.some((fix) => fix.preferred),
  ).length;
  return [
    ...(safe > 0 ? [`${count(safe, 'finding')} can be fixed with --fix`] : []),
    ...(suggested > 0
      ? [
          `${safe > 0 ? `${suggested} more` : count(suggested, 'finding')} can be rewritten with --fix --suggested; look first with --dry-run`,
        ]
      : []),
  ];
}

function leftOutLines(summary: Summary, { verbose, colors }: ReportOptions): string[] {
  if (summary.leftOut.length === 0) return [];
  const total = `left out ${count(summary.leftOut.length, 'file or folder', 'files and folders')}: ${byReason(summary.leftOut.map((each) => each.reason))}`;
  if (!verbose) return [colors.dim(`${total} (--verbose names them)`)];
  return [
    colors.dim(total),
    ...summary.leftOut.map(({ path, reason }) => colors.dim(harmless(`  ${path}  ${reason}`))),
  ];
}
