import { placeOfFinding } from '../places.js';
import { type CheckedFile, contractVersion, type Report, type ReportedFile } from '../report.js';

/** `--format json`: one object, the public contract of schema/check-output.schema.json. */
export const json: Report = {
  end: (files) =>
    `${JSON.stringify({ version: contractVersion, files: files.map(contractOf) }, null, 2)}\n`,
};

/** `--format ndjson`: one file a line, as soon as it is checked. */
export const ndjson: Report = {
  file: (file) => `${JSON.stringify(contractOf(file))}\n`,
  end: () => '',
};

function contractOf(file: CheckedFile): ReportedFile {
  const { path, channel, findings, part } = file;
  if (part === undefined) return { path, channel, findings };
  const located = findings.map((finding, index) => ({
    ...finding,
    place: placeOfFinding(index, file).words,
  }));
  return { path, part: part.label, channel, findings: located };
}
