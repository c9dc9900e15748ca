import { writeFile } from 'node:fs/promises';
import type { Finding, Inspection } from '@chaperone/core';
import { inspectText, languageIdFor } from './check-file.js';
import { hashOf } from './clean-cache.js';
import type { Target } from './find-files.js';
import { type FixChoice, fixText } from './fix.js';
import type { CheckedFile } from './report.js';
import { fileOf, isChanged, type Run, rangeInFile, tellNotices } from './run.js';
import { fullText, type Source } from './text-file.js';
import { unifiedDiff } from './unified-diff.js';

/** Checks one text file, and fixes it where the call asks for that. */
export async function checkText(target: Target, source: Source, run: Run): Promise<CheckedFile> {
  const { call, today } = run;
  const { profile } = run.profiles.forFile(target.absolute);
  const languageId = languageIdFor(target.absolute, call.document);
  const key = run.cache
    ? hashOf(
        fullText(source),
        languageId,
        today,
        JSON.stringify(call.document),
        JSON.stringify(profile),
      )
    : '';
  const cleanChannel = run.cache?.cleanChannel(target.path, key);
  if (cleanChannel) {
    const inspection = cleanInspection(cleanChannel);
    return fileOf(run, { target, source, languageId, profile, inspection });
  }
  const check = (text: string) => inspectText(text, target.absolute, profile, today, call.document);
  const { text, inspection } = call.fix
    ? await fixFile(target, source, check, run)
    : { text: source.text, inspection: check(source.text) };
  run.cache?.remember(target.path, key, isQuiet(inspection) ? inspection.channel : undefined);
  tellNotices(target.path, text, inspection);
  return fileOf(run, { target, source: { ...source, text }, languageId, profile, inspection });
}

/** What the check of a file without any finding gives. */
export function cleanInspection(channel: Inspection['channel']): Inspection {
  return { findings: [], ignored: [], idle: [], notices: [], passages: [], channel };
}

/** True when there is nothing to say about a text. */
export function isQuiet({ findings, ignored, idle, notices }: Inspection): boolean {
  return findings.length + ignored.length + idle.length + notices.length === 0;
}

async function fixFile(
  target: Target,
  source: Source,
  check: (text: string) => Inspection,
  run: Run,
) {
  const choice: FixChoice = run.call.suggested ? 'suggested' : 'safe';
  // After the first round lines have moved: only the text as git knows it can be asked which lines changed.
  const wanted = (finding: Finding, text: string) =>
    run.changed === undefined ||
    (text === source.text &&
      isChanged(run, target, () => rangeInFile(finding.span, source, undefined)));
  const fixed = fixText(source.text, check, choice, wanted);
  if (fixed.applied === 0) return fixed;
  run.fixed += fixed.applied;
  const before = fullText(source);
  const after = fullText({ ...source, text: fixed.text });
  if (run.call.dryRun) run.diffs.push(await unifiedDiff(target.path, before, after));
  else await writeFile(target.absolute, after);
  return fixed;
}
