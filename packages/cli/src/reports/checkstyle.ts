import { shown } from '../mask.js';
import type { CheckedFile, Report, ReportOptions } from '../report.js';
import { element } from './xml.js';

/** `--format checkstyle`: the XML that Jenkins and many editors read. */
export const checkstyle: Report = {
  end(files, _summary, options) {
    const root = element('checkstyle', { version: '4.3' }, [
      '\n',
      ...files.map((file) => `${fileElement(file, options)}\n`),
    ]);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
  },
};

function fileElement(file: CheckedFile, { showText }: ReportOptions): string {
  const errors = file.findings.map((finding) => {
    const { message, text } = shown(finding, file.profile, showText);
    return element('error', {
      line: finding.range.start.line + 1,
      column: finding.range.start.character + 1,
      severity: finding.severity === 'hint' ? 'info' : finding.severity,
      message: showText ? `${message} “${text}”` : message,
      source: `chaperone.${finding.rule}`,
    });
  });
  return element('file', { name: file.path }, errors);
}
