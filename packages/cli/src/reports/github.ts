import type { Severity } from '@chaperone/core';
import { shown } from '../mask.js';
import { placed, placeOfFinding } from '../places.js';
import type { Range } from '../positions.js';
import type { CheckedFile, Report, ReportedFinding, ReportOptions } from '../report.js';
import { outcome } from '../words.js';

/** `--format github`: workflow commands that GitHub Actions shows as annotations on the lines. */
export const github: Report = {
  file: (file, options) =>
    file.findings.map((finding, index) => annotation(finding, index, file, options)).join(''),
  end(_files, summary) {
    const problems = summary.bad.map(
      ({ path, message }) =>
        `::error file=${property(path)},title=${property('Chaperone: not checked')}::${data(message)}\n`,
    );
    return `${problems.join('')}Chaperone: ${outcome(summary)}\n`;
  },
};

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function annotation(
  finding: ReportedFinding,
  index: number,
  file: CheckedFile,
  { showText }: ReportOptions,
): string {
  const { message, text } = shown(finding, file.profile, showText);
  const found = placeOfFinding(index, file);
  const place = [
    `file=${property(file.path)}`,
    ...(found.range === undefined ? [] : lines(found.range)),
    `title=${property(`Chaperone: ${finding.rule}`)}`,
  ].join(',');
  const fix = finding.fixes.find((each) => each.preferred) ?? finding.fixes[0];
  const words = [
    placed(message, found),
    showText ? `“${text}”` : '',
    fix ? `Fix: ${fix.title}.` : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
  return `::${commands[finding.severity]} ${place}::${data(words)}\n`;
}

function lines({ start, end }: Range): string[] {
  return [
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    // GitHub shows columns only where start and end stand on one line.
    ...(start.line === end.line
      ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`]
      : []),
  ];
}

/** The escapes of workflow commands' messages. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of workflow commands' properties. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
