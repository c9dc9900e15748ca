import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Edit } from '@chaperone/core';
import type { DocumentPart, OpenedDocument } from '@chaperone/documents';
import { changeList } from './change-list.js';
import { cleanInspection, isQuiet } from './check-text.js';
import { hashOf } from './clean-cache.js';
import type { Target } from './find-files.js';
import { compatible, mostRounds } from './fix.js';
import {
  comments,
  copyName,
  type InspectedPart,
  inspectParts,
  openPacked,
  originalName,
} from './packed.js';
import type { CheckedFile } from './report.js';
import { fileOf, isChanged, type Run, rangeInFile, reject, tellNotices } from './run.js';
import { tell } from './terminal.js';
import { describeUnreadable, isUnreadable } from './text-file.js';
import { count } from './words.js';

/**
 * Checks each part of a Word document or a mail, and writes fixes to a copy beside it. The first part stands for the
 * file; of the others only those with something to say are given.
 */
export async function checkPacked(
  target: Target,
  bytes: Buffer,
  run: Run,
): Promise<readonly CheckedFile[]> {
  const opened = await openPacked(bytes, target.absolute);
  if (isUnreadable(opened)) {
    // As for text: what only turned up in a folder is left out, with the reason.
    if (target.named) reject(run, target.path, describeUnreadable(target.path, opened));
    else run.leftOut.push({ path: target.path, reason: opened.reason });
    return [];
  }
  for (const note of opened.notes) tell(`${target.path}: note: ${note}`);
  const { profile } = run.profiles.forFile(target.absolute);
  const { call, today } = run;
  const key = run.cache
    ? hashOf(
        bytes.toString('latin1'),
        today,
        JSON.stringify(call.document),
        JSON.stringify(profile),
      )
    : '';
  const cleanChannel = run.cache?.cleanChannel(target.path, key);
  if (cleanChannel) {
    const source = { text: '', bom: false };
    const inspection = cleanInspection(cleanChannel);
    return [fileOf(run, { target, source, languageId: 'document', profile, inspection })];
  }
  const inspect = (document: OpenedDocument) =>
    inspectParts(document, target.absolute, profile, today, call.document);
  const original = { bytes, opened, parts: inspect(opened) };
  const last =
    call.fix && !isCopy(target) ? await fixDocument(target, original, inspect, run) : original;
  const quiet = last.parts.every(({ inspection }) => isQuiet(inspection));
  run.cache?.remember(target.path, key, quiet ? last.parts[0]?.inspection.channel : undefined);
  // What is left to do is left in the copy.
  const written = last !== original && !call.dryRun;
  const shown = written ? { ...target, path: copyName(target.path) } : target;
  const files = last.parts.map(({ part, inspection, checked }) => {
    tellNotices(shown.path, part.text, inspection, checked);
    return fileOf(run, {
      target: shown,
      source: { text: part.text, bom: false },
      languageId: part.languageId,
      profile,
      inspection,
      ...(checked === undefined ? {} : { part: checked }),
    });
  });
  return files.filter(
    ({ findings, inspection, known }, index) =>
      index === 0 || findings.length + inspection.ignored.length + known > 0,
  );
}

/** A copy that an earlier run wrote: its own copies would pile up. */
function isCopy({ absolute }: Target): boolean {
  const original = originalName(absolute);
  return original !== undefined && existsSync(original);
}

interface State {
  readonly bytes: Uint8Array;
  readonly opened: OpenedDocument;
  readonly parts: readonly InspectedPart[];
}

/** Applies fixes round by round, as for text. Gives the state it was called with when there is nothing to fix. */
async function fixDocument(
  target: Target,
  original: State,
  inspect: (opened: OpenedDocument) => readonly InspectedPart[],
  run: Run,
): Promise<State> {
  let state = original;
  let applied = 0;
  for (let round = 0; round < mostRounds; round++) {
    const { edits, fixes } = editsOf(target, state, round === 0, run);
    if (fixes === 0) break;
    const bytes = state.opened.apply(edits);
    const opened = await openPacked(bytes, target.absolute);
    // Nothing but blanks may be left of it.
    if (isUnreadable(opened)) break;
    if (opened.parts.every((part) => part.text === partOf(state.opened, part)?.text)) break;
    state = { bytes, opened, parts: inspect(opened) };
    applied += fixes;
  }
  if (state === original) return original;
  run.fixed += applied;
  const copy = basename(copyName(target.absolute));
  const changes = count(applied, 'change');
  if (run.call.dryRun) {
    const head = `${target.path}: ${changes} would be written to a copy, ${copy}\n`;
    run.changes.push(head + (await changeList(original.parts, state.parts)));
  } else {
    await writeFile(copyName(target.absolute), state.bytes);
    tell(`${target.path}: ${changes} written to a copy, ${copy}`);
  }
  return state;
}

function editsOf(target: Target, { parts }: State, first: boolean, run: Run) {
  const edits = new Map<string, readonly Edit[]>();
  let fixes = 0;
  for (const { part, inspection, checked } of parts) {
    // What colleagues say to each other is for them to rewrite.
    if (part.partLabel === comments) continue;
    const source = { text: part.text, bom: false };
    const findings = inspection.findings.filter(
      ({ span }) =>
        run.changed === undefined ||
        (first && isChanged(run, target, () => rangeInFile(span, source, checked))),
    );
    const chosen = compatible(findings, run.call.suggested ? 'suggested' : 'safe');
    fixes += chosen.length;
    if (chosen.length > 0) edits.set(part.name, chosen.flat());
  }
  return { edits, fixes };
}

function partOf(opened: OpenedDocument, { name }: DocumentPart): DocumentPart | undefined {
  return opened.parts.find((part) => part.name === name);
}
