import { resolve } from 'node:path';
import { explain, type Inspection, rules, strictnesses } from '@chaperone/core';
import { type DocumentOptions, inspectText, languageIdFor, todayHere } from '../check-file.js';
import { CallError, exitCodes } from '../exit.js';
import { reported, ruleOf } from '../findings.js';
import { lineStarts, lineText, positionAt } from '../positions.js';
import { createProfiles, describeProblem, type LoadedProfile } from '../profiles.js';
import { type Colors, colorsFor, print, tell } from '../terminal.js';
import {
  describeUnreadable,
  isUnreadable,
  readBytes,
  readText,
  type Source,
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
  if (!rule) throw new CallError(`no rule is named "${call.subject}".`, suggestion(call.subject));
  await print(`${explain(rule).trimEnd()}\n`);
  return exitCodes.clean;
}

function suggestion(id: string): string {
  const words = id.split(/[^a-z]+/i).filter((word) => word.length > 3);
  const near = rules
    .filter((rule) => words.some((word) => rule.id.includes(word.toLowerCase())))
    .slice(0, 5);
  const others = '“chaperone rules” lists all; for a line of a file write FILE:LINE.';
  return near.length === 0
    ? others
    : `Did you mean ${near.map((rule) => rule.id).join(', ')}? ${others}`;
}

async function explainLine(call: ExplainCall, path: string, line: number): Promise<number> {
  const absolute = resolve(call.cwd, path);
  const bytes = await readBytes(absolute);
  const source = isUnreadable(bytes) ? bytes : readText(bytes);
  if (isUnreadable(source)) {
    tell(describeUnreadable(path, source));
    return exitCodes.bad;
  }
  const starts = lineStarts(source.text);
  if (line < 1 || line > starts.length)
    throw new CallError(`${path} has no line ${line}.`, `It has ${starts.length}.`);
  const loaded = createProfiles(call.profile, call.cwd).forFile(absolute);
  for (const problem of loaded.problems) tell(describeProblem(problem));
  const inspection = inspectText(source.text, absolute, loaded.profile, todayHere(), call.document);
  const colors = colorsFor(call.color);
  const parts = [
    `${colors.bold(`${path}:${line}`)}  ${lineText(source.text, starts, line - 1).trim()}`,
    '',
    ...circumstances(call, absolute, inspection, loaded),
    '',
    ...findingsOn(line - 1, source, inspection, loaded, starts, colors),
    ...ignoredOn(line - 1, source, inspection, starts),
    ...whyNot(line - 1, inspection, loaded, starts, call.document),
  ];
  await print(`${parts.join('\n').trimEnd()}\n`);
  return exitCodes.clean;
}

function circumstances(
  call: ExplainCall,
  absolute: string,
  inspection: Inspection,
  loaded: LoadedProfile,
): string[] {
  const { channel, because, known } = inspection.channel;
  const level = call.document.strictness ?? loaded.profile.strictness;
  return [
    `Channel   ${channelWords[channel]}, because ${because}${known ? '' : '; findings are warnings at most until it is known'}`,
    `Level     ${level}${call.document.strictness === undefined ? '' : ', from --level'}`,
    `Read as   ${languageIdFor(absolute, call.document)}`,
    `Profile   ${loaded.file ?? 'none: no chaperone.yaml at or above the file'}`,
  ];
}

function findingsOn(
  line: number,
  source: Source,
  inspection: Inspection,
  loaded: LoadedProfile,
  starts: readonly number[],
  colors: Colors,
): string[] {
  const here = reported(inspection.findings, source, loaded.profile).filter(
    ({ range }) => range.start.line <= line && line <= range.end.line,
  );
  const shift = source.bom ? 1 : 0;
  return here.flatMap((finding) => {
    const { range } = finding;
    const rule = ruleOf(finding.rule, loaded.profile);
    const quoted = (start: number, end: number) =>
      `“${source.text.slice(start - shift, end - shift).replace(/\s+/g, ' ')}”`;
    return [
      `${colors.bold(`Flagged   ${finding.severity}: ${finding.message}`)}`,
      `  words   “${finding.text.replace(/\s+/g, ' ')}”`,
      `  at      line ${range.start.line + 1}, column ${range.start.character + 1}`,
      ...finding.evidence.map(
        ({ signal, span }) =>
          `  since   ${signal}: ${quoted(span.start, span.end)}, line ${positionAt(starts, span.start - shift).line + 1}`,
      ),
      ...(rule ? [`  why     ${rule.why}`] : []),
      ...finding.law.map(({ cite, url }) => `  law     ${cite} ${url}`),
      ...finding.fixes.map((fix) => `  way out ${fix.title}`),
      `  rule    ${finding.rule} (chaperone explain ${finding.rule})`,
      '',
    ];
  });
}

function ignoredOn(
  line: number,
  source: Source,
  inspection: Inspection,
  starts: readonly number[],
): string[] {
  return inspection.ignored
    .filter(({ finding }) => isOn(line, finding.span, starts))
    .flatMap(({ finding, reason, span }) => [
      `Ignored   ${finding.rule}: ${finding.message}`,
      `  reason  ${reason}`,
      `  said at line ${positionAt(starts, span.start).line + 1}: ${source.text.slice(span.start, span.end).trim()}`,
      '',
    ]);
}

/** What keeps rules from speaking on a line without findings. */
function whyNot(
  line: number,
  inspection: Inspection,
  loaded: LoadedProfile,
  starts: readonly number[],
  options: DocumentOptions,
): string[] {
  if (inspection.findings.some((finding) => isOn(line, finding.span, starts))) return [];
  const passages = inspection.passages.filter((passage) =>
    isOn(line, passage.locate({ start: 0, end: passage.text.length }), starts),
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

function isOn(
  line: number,
  span: { start: number; end: number },
  starts: readonly number[],
): boolean {
  const last = Math.max(span.start, span.end - 1);
  return positionAt(starts, span.start).line <= line && line <= positionAt(starts, last).line;
}
