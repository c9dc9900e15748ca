import { ageOf, blame } from '../blame.js';
import { inspectText, todayHere } from '../check-file.js';
import { CallError, exitCodes } from '../exit.js';
import { findFiles, type Target } from '../find-files.js';
import { lineStarts, positionAt } from '../positions.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { type Colors, colorsFor, harmless, print, tell } from '../terminal.js';
import { isUnreadable, readBytes, readText } from '../text-file.js';
import { count } from '../words.js';

export interface IgnoresCall {
  readonly cwd: string;
  readonly targets: readonly string[];
  readonly format: 'pretty' | 'json';
  readonly strict: boolean;
  readonly profile?: string;
  readonly color?: boolean;
}

/** An ignored finding, or a directive that does nothing (any more). */
interface Entry {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly kind: 'ignored' | 'unused-ignore' | 'expired-authorization' | 'unused-authorization';
  readonly rule: string | null;
  /** The reason given, or what is idle about the directive. */
  readonly reason: string;
  readonly author: string | null;
  /** ISO date of the line's last change in git; null outside git. */
  readonly since: string | null;
}

/** `chaperone ignores`: what was silenced, by whom and why, and which directives do nothing. Resolves to the exit code. */
export async function ignoresCommand(call: IgnoresCall): Promise<number> {
  const { files, missing } = findFiles(call.targets, call.cwd, true);
  const [first] = missing;
  if (first) throw new CallError(`${first.path}: ${first.message}`);
  const profiles = createProfiles(call.profile, call.cwd);
  const today = todayHere();
  const entries: Entry[] = [];
  for (const file of files)
    entries.push(...(await entriesOf(file, profiles.forFile(file.absolute).profile, today)));
  for (const { problems } of profiles.used())
    for (const problem of problems) tell(describeProblem(problem));
  if (call.format === 'json')
    await print(`${JSON.stringify({ version: 1, ignores: entries }, null, 2)}\n`);
  else await print(listing(entries, today, colorsFor(call.color)));
  return call.strict && entries.some((entry) => entry.kind !== 'ignored')
    ? exitCodes.findings
    : exitCodes.clean;
}

async function entriesOf(
  file: Target,
  profile: Parameters<typeof inspectText>[2],
  today: string,
): Promise<Entry[]> {
  const bytes = await readBytes(file.absolute);
  const source = isUnreadable(bytes) ? bytes : readText(bytes);
  if (isUnreadable(source)) return [];
  const { ignored, idle } = inspectText(source.text, file.absolute, profile, today, {});
  if (ignored.length + idle.length === 0) return [];
  const starts = lineStarts(source.text);
  const authors = await blame(file.absolute);
  const entry = (
    kind: Entry['kind'],
    rule: string | null,
    reason: string,
    start: number,
  ): Entry => {
    const line = positionAt(starts, start).line + 1;
    return {
      path: file.path,
      line,
      kind,
      rule,
      reason,
      ...(authors.get(line) ?? { author: null, since: null }),
    };
  };
  return [
    ...ignored.map(({ finding, reason, span }) =>
      entry('ignored', finding.rule, reason, span.start),
    ),
    ...idle.map(({ kind, message, span }) => entry(kind, null, message, span.start)),
  ].sort((a, b) => a.line - b.line);
}

function listing(entries: readonly Entry[], today: string, colors: Colors): string {
  if (entries.length === 0) return 'Nothing is ignored.\n';
  const lines = entries.map(({ path, line, kind, rule, reason, author, since }) => {
    const what =
      kind === 'ignored' ? colors.bold(rule ?? '') : colors.yellow(kind.replace('-', ' '));
    const who = author === null ? 'not in git yet' : `${author}, ${ageOf(since ?? today, today)}`;
    return `${path}:${line}  ${what}\n  ${harmless(reason)}\n  ${colors.dim(who)}\n`;
  });
  const idle = entries.filter((entry) => entry.kind !== 'ignored').length;
  const summary = `${count(entries.length - idle, 'finding')} ignored with a reason${idle > 0 ? `; ${count(idle, 'directive')} that ${idle === 1 ? 'does' : 'do'} nothing and may go` : ''}\n`;
  return lines.join('') + summary;
}
