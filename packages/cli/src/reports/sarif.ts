import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { authorities, type Rule, type Severity } from '@chaperone/core';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { ruleOf } from '../findings.js';
import { shown } from '../mask.js';
import { passageKey } from '../passage-key.js';
import { placeOf, placeOfFinding, type ReportedPlace } from '../places.js';
import type { Range } from '../positions.js';
import type { CheckedFile, Report, ReportedFinding, ReportOptions, Summary } from '../report.js';
import { version } from '../version.js';

/** `--format sarif`: SARIF 2.1.0, which code scanning services and editors read. */
export const sarif: Report = {
  end(files, summary, options) {
    const ids = [
      ...new Set(
        files.flatMap((file) => [
          ...file.findings.map((finding) => finding.rule),
          ...file.inspection.ignored.map(({ finding }) => finding.rule),
        ]),
      ),
    ].sort();
    const log: Log = {
      $schema:
        'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [runOf(files, summary, ids, options)],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function runOf(
  files: readonly CheckedFile[],
  summary: Summary,
  ids: readonly string[],
  options: ReportOptions,
): Run {
  return {
    tool: {
      driver: {
        name: 'Chaperone',
        semanticVersion: version,
        shortDescription: { text: 'Finds patient-privacy risk in medical marketing copy.' },
        rules: ids.map((id) => descriptor(id, files)),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      SRCROOT: { uri: `${pathToFileURL(process.cwd()).href.replace(/\/$/, '')}/` },
    },
    invocations: [
      {
        executionSuccessful: summary.bad.length === 0,
        toolExecutionNotifications: summary.bad.map(({ message }) => ({
          level: 'error',
          message: { text: message },
        })),
      },
    ],
    results: files.flatMap((file) => [
      ...file.findings.map((finding, index) => resultOf(finding, index, file, ids, options)),
      ...suppressed(file, ids),
    ]),
  };
}

function descriptor(id: string, files: readonly CheckedFile[]): ReportingDescriptor {
  const owner = files.find((file) => ruleOf(id, file.profile));
  const rule: Rule | undefined = owner && ruleOf(id, owner.profile);
  if (!rule) return { id };
  const law = rule.law.flatMap(
    (name) => authorities.find((authority) => authority.id === name) ?? [],
  );
  const worst = Object.values(rule.severity)[0];
  return {
    id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: [rule.why, ...law.map((authority) => `${authority.cite}: ${authority.says}`)].join(
        '\n\n',
      ),
    },
    ...(law[0] ? { helpUri: law[0].url } : {}),
    ...(worst ? { defaultConfiguration: { level: levels[worst] } } : {}),
    properties: { tags: ['privacy', ...rule.law] },
  };
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function resultOf(
  finding: ReportedFinding,
  index: number,
  file: CheckedFile,
  ids: readonly string[],
  { showText }: ReportOptions,
): Result {
  const { message, text } = shown(finding, file.profile, showText);
  const shift = file.source.bom ? 1 : 0;
  const evidence = finding.evidence.filter(
    ({ span }) => span.start !== finding.span.start || span.end !== finding.span.end,
  );
  const related = evidence.map(({ signal, span }, number) => ({
    id: number + 1,
    message: { text: signal },
    ...locationOf(placeOf({ start: span.start - shift, end: span.end - shift }, file), file),
  }));
  const kept = file.kept[index];
  const key = kept ? passageKey(kept, file.inspection, file.source.text) : undefined;
  return {
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: message },
    locations: [locationOf(placeOfFinding(index, file), file, showText ? text : undefined)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    ...(key === undefined
      ? {}
      : {
          partialFingerprints: {
            'chaperonePassage/v1': createHash('sha256')
              .update(`${file.path}\0${key}`)
              .digest('hex')
              .slice(0, 32),
          },
        }),
    // Rewrites hold words of the copy, so they travel only when the words may.
    // What stands in a packed part cannot be replaced in the file's own text.
    ...(showText && finding.fixes.length > 0 && file.part === undefined
      ? { fixes: finding.fixes.map((fix) => fixOf(fix, file, shift)) }
      : {}),
  };
}

/** Findings that a directive silenced, with its reason, so that a reviewer sees them. */
function suppressed(file: CheckedFile, ids: readonly string[]): Result[] {
  return file.inspection.ignored.map(({ finding, reason }) => ({
    ruleId: finding.rule,
    ruleIndex: ids.indexOf(finding.rule),
    level: levels[finding.severity],
    message: { text: ruleOf(finding.rule, file.profile)?.message ?? finding.rule },
    locations: [locationOf(placeOf(finding.span, file), file)],
    suppressions: [
      { kind: 'inSource' as const, status: 'accepted' as const, justification: reason },
    ],
  }));
}

function fixOf(fix: ReportedFinding['fixes'][number], file: CheckedFile, shift: number) {
  return {
    description: { text: fix.title },
    artifactChanges: [
      {
        artifactLocation: artifact(file.path),
        replacements: fix.edits.map((edit) => ({
          deletedRegion: regionOf(
            placeOf({ start: edit.span.start - shift, end: edit.span.end - shift }, file).range,
          ),
          insertedContent: { text: edit.text },
        })),
      },
    ],
  };
}

/** The real file, and for a part of a document also where in it. */
function locationOf({ range, inside }: ReportedPlace, file: CheckedFile, snippet?: string) {
  return {
    physicalLocation: {
      artifactLocation: artifact(file.path),
      region: {
        ...regionOf(range),
        ...(snippet === undefined ? {} : { snippet: { text: snippet } }),
      },
    },
    ...(inside === undefined ? {} : { logicalLocations: [{ name: inside }] }),
  };
}

/** A Word document has no lines, but code scanning services want one. */
function regionOf(range: Range | undefined) {
  if (range === undefined) return { startLine: 1 };
  const { start, end } = range;
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A path below the working folder is relative to it; another is a file address of its own. */
function artifact(path: string) {
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return { uri: pathToFileURL(path).href };
  const uri = path.replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: 'SRCROOT' };
}
