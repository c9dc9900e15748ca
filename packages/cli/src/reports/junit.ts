import { shown } from '../mask.js';
import { placeOfFinding } from '../places.js';
import type { CheckedFile, Report, ReportOptions } from '../report.js';
import { element, escapeXml } from './xml.js';

/**
 * `--format junit`: each file is a suite, each finding a test that failed; a clean file is a test that passed.
 * Information and hints pass with a note, since they ask for nothing.
 */
export const junit: Report = {
  end(files, summary, options) {
    const suites = [
      ...files.map((file) => suite(file, options)),
      ...summary.bad.map(({ path, message }) => badSuite(path, message)),
    ];
    const totals = {
      name: 'chaperone',
      tests: suites.reduce((sum, each) => sum + each.tests, 0),
      failures: suites.reduce((sum, each) => sum + each.failures, 0),
      errors: summary.bad.length,
      time: 0,
    };
    const root = element('testsuites', totals, ['\n', ...suites.map((each) => `${each.xml}\n`)]);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
  },
};

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
}

function suite(file: CheckedFile, { showText }: ReportOptions): Suite {
  const failing = file.findings.flatMap((finding, index) =>
    finding.severity === 'error' || finding.severity === 'warning' ? [{ finding, index }] : [],
  );
  const cases = failing.map(({ finding, index }) => {
    const { message, text } = shown(finding, file.profile, showText);
    const { words, inside } = placeOfFinding(index, file);
    const place = inside === undefined ? `${file.path}:${words}` : `${file.path}, ${words}:`;
    const body = escapeXml(`${place} ${finding.severity}: ${message} ${text}`);
    const failure = element('failure', { message, type: finding.severity }, [body]);
    return element(
      'testcase',
      { name: `${finding.rule} (${words})`, classname: file.path, time: 0 },
      [failure],
    );
  });
  if (cases.length === 0)
    cases.push(element('testcase', { name: 'nothing found', classname: file.path, time: 0 }));
  const counts = { tests: cases.length, failures: failing.length };
  return {
    ...counts,
    xml: element('testsuite', { name: file.path, ...counts, errors: 0, time: 0 }, cases),
  };
}

function badSuite(path: string, message: string): Suite {
  const error = element('error', { message, type: 'not checked' });
  const testcase = element('testcase', { name: 'not checked', classname: path, time: 0 }, [error]);
  return {
    tests: 1,
    failures: 0,
    xml: element('testsuite', { name: path, tests: 1, failures: 0, errors: 1, time: 0 }, [
      testcase,
    ]),
  };
}
