import { createHash } from 'node:crypto';
import type { Severity } from '@chaperone/core';
import { shown } from '../mask.js';
import { passageKey } from '../passage-key.js';
import { placed, placeOfFinding } from '../places.js';
import type { CheckedFile, Report, ReportOptions } from '../report.js';

/** `--format gitlab`: GitLab's code quality report. */
export const gitlab: Report = {
  end: (files, _summary, options) => `${JSON.stringify(entriesOf(files, options), null, 2)}\n`,
};

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
  hint: 'info',
};

function entriesOf(files: readonly CheckedFile[], { showText }: ReportOptions) {
  const seen = new Map<string, number>();
  return files.flatMap((file) =>
    file.findings.map((finding, index) => {
      const kept = file.kept[index];
      const key = `${file.path}\0${kept ? passageKey(kept, file.inspection, file.source.text) : finding.rule}`;
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      const shownText = shown(finding, file.profile, showText);
      const place = placeOfFinding(index, file);
      const message = placed(shownText.message, place);
      return {
        description: showText ? `${message} “${shownText.text}”` : message,
        check_name: finding.rule,
        // The same through moved lines, and different for the same words twice in a file.
        fingerprint: createHash('sha256').update(`${key}\0${times}`).digest('hex').slice(0, 32),
        severity: severities[finding.severity],
        location: {
          path: file.path.replace(/^\.\//, ''),
          // A document without lines is named by its first, since the format wants one.
          lines: {
            begin: (place.range?.start.line ?? 0) + 1,
            end: (place.range?.end.line ?? 0) + 1,
          },
        },
      };
    }),
  );
}
