import type { Severity } from '@chaperone/core';
import { shown } from '../mask.js';
import type { CheckedFile, Report, ReportedFinding, ReportOptions } from '../report.js';
import { count, severityCounts } from '../words.js';

/** `--format github`: workflow commands that GitHub Actions shows as annotations on the lines. */
export const github: Report = {
  file: (file, options) =>
    file.findings.map((finding) => annotation(finding, file, options)).join(''),
  end(_files, summary) {
    const found = severityCounts(summary.bySeverity) || 'nothing found';
    return `Chaperone: ${count(summary.files, 'file')} checked: ${found}\n`;
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
  file: CheckedFile,
  { showText }: ReportOptions,
): string {
  const { message, text } = shown(finding, file.profile, showText);
  const { start, end } = finding.range;
  const place = [
    `file=${property(file.path)}`,
    `line=${start.line + 1}`,
    `endLine=${end.line + 1}`,
    // GitHub shows columns only where start and end stand on one line.
    ...(start.line === end.line
      ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`]
      : []),
    `title=${property(`Chaperone: ${finding.rule}`)}`,
  ].join(',');
  const fix = finding.fixes.find((each) => each.preferred) ?? finding.fixes[0];
  const words = [message, showText ? `“${text}”` : '', fix ? `Fix: ${fix.title}.` : '']
    .filter((part) => part !== '')
    .join('\n');
  return `::${commands[finding.severity]} ${place}::${data(words)}\n`;
}

/** The escapes of workflow commands' messages. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The escapes of workflow commands' properties. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
