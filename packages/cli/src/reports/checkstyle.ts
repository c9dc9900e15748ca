import { shown } from '../mask.js';
import { placed, placeOfFinding } from '../places.js';
import type { CheckedFile, Report, ReportOptions } from '../report.js';
import { element } from './xml.js';

/** `--format checkstyle`: the XML that Jenkins and many editors read. */
export const checkstyle: Report = {
  end(files, _summary, options) {
    const byPath = new Map<string, CheckedFile[]>();
    for (const file of files) byPath.set(file.path, [...(byPath.get(file.path) ?? []), file]);
    const elements = [...byPath].map(([path, parts]) => {
      const errors = parts.flatMap((part) => errorElements(part, options));
      return `${element('file', { name: path }, errors)}\n`;
    });
    const root = element('checkstyle', { version: '4.3' }, ['\n', ...elements]);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
  },
};

function errorElements(file: CheckedFile, { showText }: ReportOptions): string[] {
  return file.findings.map((finding, index) => {
    const { message: said, text } = shown(finding, file.profile, showText);
    const place = placeOfFinding(index, file);
    const message = placed(said, place);
    return element('error', {
      // The format wants a line; a document without lines is named by its first.
      line: (place.range?.start.line ?? 0) + 1,
      column: (place.range?.start.character ?? 0) + 1,
      severity: finding.severity === 'hint' ? 'info' : finding.severity,
      message: showText ? `${message} “${text}”` : message,
      source: `chaperone.${finding.rule}`,
    });
  });
}
