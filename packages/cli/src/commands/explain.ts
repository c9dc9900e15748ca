import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  explain,
  type Inspection,
  overlaps,
  rules,
  type Span,
  strictnesses,
} from '@chaperone/core';
import { type DocumentOptions, inspectText, languageIdFor, todayHere } from '../check-file.js';
import { CallError, exitCodes } from '../exit.js';
import { lawOf, ruleOf } from '../findings.js';
import { isPackedDocument } from '../kinds.js';
import { type InspectedPart, inspectParts, openPacked } from '../packed.js';
import { lineStarts, lineText, type Range, rangeOf } from '../positions.js';
import { createProfiles, describeProblem, type LoadedProfile } from '../profiles.js';
import { type Colors, colorsFor, harmless, print, tell } from '../terminal.js';
import {
  describeUnreadable,
  isUnreadable,
  readBytes,
  readText,
  type Source,
  type Unreadable,
} from '../text-file.js';
import { channelWords } from '../words.js';

export interface ExplainCall {
  readonly cwd: string;
  readonly subject: string;
  readonly document: DocumentOptions;
  readonly profile?: string;
  readonly color?: boolean;
}

/** `chaperone explain RULE` and `chaperone explain FILE:LINE`. Resolves to the exit code. */
export async function explainCommand(call: ExplainCall): Promise<number> {
  const place = /^(.+?):(\d+)(?::\d+)?$/.exec(call.subject);
  if (place) return explainLine(call, place[1] ?? '', Number(place[2]));
  const { profile } = createProfiles(call.profile, call.cwd).forFolder(call.cwd);
  const rule = ruleOf(call.subject, profile);
  if (!rule)
    throw new CallError(`no rule is named "${call.subject}".`, suggestion(call.subject, call.cwd));
  await print(`${explain(rule).trimEnd()}\n`);
  return exitCodes.clean;
}

/** The rules whose names are most like `id`, best first; for a file, how to ask about one of its lines. */
function suggestion(id: string, cwd: string): string {
  if (existsSync(resolve(cwd, id))) return `To ask about a line of this file, write ${id}:LINE.`;
  const words = id
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
  const near = rules
    .map((rule) => ({
      id: rule.id,
      likeness: words.filter((word) => rule.id.includes(word)).length,
    }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map((rule) => rule.id);
  const others = '“chaperone rules” lists all; for a line of a file write FILE:LINE.';
  return near.length === 0 ? others : `Did you mean ${near.join(', ')}? ${others}`;
}

/** A checked text, and whether a span of it stands on the line that is asked about. */
interface View {
  readonly source: Source;
  readonly languageId: string;
  readonly inspection: Inspection;
  /** The words of the line; empty where this text has none there. */
  readonly words: string;
  isHere(span: Span): boolean;
  /** "line 3, column 7" or "paragraph 3". */
  place(span: Span): string;
}

async function explainLine(call: ExplainCall, path: string, line: number): Promise<number> {
  const absolute = resolve(call.cwd, path);
  const loaded = createProfiles(call.profile, call.cwd).forFile(absolute);
  const views = await viewsOf(call, path, absolute, line, loaded);
  if (isUnreadable(views)) {
    tell(describeUnreadable(path, views));
    return exitCodes.bad;
  }
  for (const problem of loaded.problems) tell(describeProblem(problem));
  const [first] = views;
  if (first === undefined) return exitCodes.clean;
  const colors = colorsFor(call.color);
  const flagged = views.flatMap((view) => findingsOn(view, loaded, colors));
  const parts = [
    `${colors.bold(`${path}:${line}`)}  ${harmless(views.map(({ words }) => words).find(Boolean) ?? '')}`,
    '',
    ...circumstances(call, first, loaded),
    '',
    ...flagged,
    ...views.flatMap(ignoredOn),
    ...(flagged.length > 0 ? [] : whyNot(views, loaded, call.document)),
  ];
  await print(`${parts.join('\n').trimEnd()}\n`);
  return exitCodes.clean;
}

async function viewsOf(
  call: ExplainCall,
  path: string,
  absolute: string,
  line: number,
  { profile }: LoadedProfile,
): Promise<readonly View[] | Unreadable> {
  const bytes = await readBytes(absolute);
  if (isUnreadable(bytes)) return bytes;
  if (isPackedDocument(path)) {
    const opened = await openPacked(bytes, absolute);
    if (isUnreadable(opened)) return opened;
    const parts = inspectParts(opened, absolute, profile, todayHere(), call.document);
    return viewsOfParts(parts, path, line);
  }
  const source = readText(bytes);
  if (isUnreadable(source)) return source;
  const inspection = inspectText(source.text, absolute, profile, todayHere(), call.document);
  const languageId = languageIdFor(absolute, call.document);
  return [lineView(source, languageId, inspection, path, line)];
}

function lineView(
  source: Source,
  languageId: string,
  inspection: Inspection,
  path: string,
  line: number,
): View {
  const starts = lineStarts(source.text);
  if (line < 1 || line > starts.length)
    throw new CallError(`${path} has no line ${line}.`, `It has ${starts.length}.`);
  return {
    source,
    languageId,
    inspection,
    words: lineText(source.text, starts, line - 1).trim(),
    isHere: (span) => isOn(line - 1, rangeOf(starts, span)),
    place(span) {
      const { start } = rangeOf(starts, span);
      return `line ${start.line + 1}, column ${start.character + 1}`;
    },
  };
}

/** Of a mail all parts, by the lines of the file; of a Word document the body, whose paragraphs are counted. */
function viewsOfParts(parts: readonly InspectedPart[], path: string, line: number): View[] {
  return parts.flatMap(({ part, inspection, checked }): View[] => {
    const source: Source = { text: part.text, bom: false };
    const { languageId } = part;
    if (checked === undefined) return [lineView(source, languageId, inspection, path, line)];
    const view = { source, languageId, inspection, place: checked.place };
    const { range } = checked;
    if (range !== undefined)
      return [{ ...view, words: '', isHere: (span) => isOn(line - 1, range(span)) }];
    if (!checked.first) return [];
    const here = part.places[line - 1];
    if (here === undefined)
      throw new CallError(`${path} has no paragraph ${line}.`, `It has ${part.places.length}.`);
    const words = part.text.slice(here.span.start, here.span.end);
    return [{ ...view, words, isHere: (span) => overlaps(span, here.span) }];
  });
}

function circumstances(call: ExplainCall, view: View, loaded: LoadedProfile): string[] {
  const { channel, because, known } = view.inspection.channel;
  const level = call.document.strictness ?? loaded.profile.strictness;
  return [
    `Channel   ${channelWords[channel]}, because ${because}${known ? '' : '; findings are warnings at most until it is known'}`,
    `Level     ${level}${call.document.strictness === undefined ? '' : ', from --level'}`,
    `Read as   ${view.languageId}`,
    `Profile   ${loaded.file ?? 'none: no chaperone.yaml at or above the file'}`,
  ];
}

function findingsOn(view: View, loaded: LoadedProfile, colors: Colors): string[] {
  const { source, inspection } = view;
  const here = inspection.findings.filter(({ span }) => view.isHere(span));
  const quoted = ({ start, end }: Span) =>
    `“${harmless(source.text.slice(start, end).replace(/\s+/g, ' '))}”`;
  return here.flatMap((finding) => {
    const rule = ruleOf(finding.rule, loaded.profile);
    return [
      `${colors.bold(`Flagged   ${finding.severity}: ${finding.message}`)}`,
      `  words   ${quoted(finding.span)}`,
      `  at      ${view.place(finding.span)}`,
      ...finding.evidence.map(
        ({ signal, span }) => `  since   ${signal}: ${quoted(span)}, ${view.place(span)}`,
      ),
      ...(rule ? [`  why     ${rule.why}`] : []),
      ...lawOf(finding.rule, loaded.profile).map(({ cite, url }) => `  law     ${cite} ${url}`),
      ...finding.fixes.map((fix) => `  way out ${fix.title}`),
      `  rule    ${finding.rule} (chaperone explain ${finding.rule})`,
      '',
    ];
  });
}

function ignoredOn(view: View): string[] {
  return view.inspection.ignored
    .filter(({ finding }) => view.isHere(finding.span))
    .flatMap(({ finding, reason, span }) => [
      `Ignored   ${finding.rule}: ${finding.message}`,
      `  reason  ${harmless(reason)}`,
      `  said at ${view.place(span)}: ${harmless(view.source.text.slice(span.start, span.end).trim())}`,
      '',
    ]);
}

/** What keeps rules from speaking on a line without findings. */
function whyNot(views: readonly View[], loaded: LoadedProfile, options: DocumentOptions): string[] {
  const passages = views.flatMap(({ inspection, isHere }) =>
    inspection.passages.filter((passage) =>
      isHere(passage.locate({ start: 0, end: passage.text.length })),
    ),
  );
  const level = options.strictness ?? loaded.profile.strictness;
  const off = Object.entries(loaded.profile.rules)
    .filter(([, severity]) => severity === 'off')
    .map(([id]) => id);
  const reasons = [
    ...(passages.length === 0
      ? ['there is no prose on this line: markup, settings, a comment or nothing at all']
      : []),
    ...(passages.some((passage) => passage.voice === 'reviewer')
      ? ['these are the reviewer’s words; only what the practice says is judged']
      : []),
    ...(level !== strictnesses[0]
      ? [`the level is ${level}: some rules speak at ${strictnesses[0]} only`]
      : []),
    ...(off.length > 0 ? [`the profile turns these rules off: ${off.join(', ')}`] : []),
  ];
  const nothing = 'Nothing is flagged on this line.';
  if (reasons.length === 0)
    return [
      `${nothing} No rule for this channel found that its words tell a reader who is a patient.`,
    ];
  return [nothing, ...reasons.map((reason) => `  - ${reason}`)];
}

function isOn(line: number, { start, end }: Range): boolean {
  const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return start.line <= line && line <= last;
}
