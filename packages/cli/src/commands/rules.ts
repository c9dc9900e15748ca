import { channels, type Rule, rules } from '@chaperone/core';
import { exitCodes } from '../exit.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { colorsFor, print, tell } from '../terminal.js';
import { channelWords, count } from '../words.js';

export interface RulesCall {
  readonly cwd: string;
  readonly format: 'pretty' | 'json';
  readonly profile?: string;
  readonly color?: boolean;
}

/** `chaperone rules`: all rules in order of precedence, and the practice's own. Resolves to the exit code. */
export async function rulesCommand(call: RulesCall): Promise<number> {
  const { profile, problems } = createProfiles(call.profile, call.cwd).forFolder(call.cwd);
  for (const problem of problems) tell(describeProblem(problem));
  const all = [...rules, ...profile.customRules];
  if (call.format === 'json') {
    const listed = all.map((rule) => ({
      ...contractOf(rule),
      custom: profile.customRules.includes(rule),
      set: profile.rules[rule.id] ?? null,
    }));
    await print(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const colors = colorsFor(call.color);
  const lines = all.map((rule) => {
    const set = profile.rules[rule.id];
    const note = set === undefined ? '' : colors.yellow(`  ${set} in the profile`);
    return `${colors.bold(rule.id)}${note}\n  ${rule.title}\n  ${colors.dim(severities(rule))}\n`;
  });
  await print(
    `${lines.join('')}${count(all.length, 'rule')}. “chaperone explain RULE” says more of one.\n`,
  );
  return exitCodes.clean;
}

function contractOf({ id, title, why, law, severity }: Rule) {
  return { id, title, why, law, severity };
}

function severities(rule: Rule): string {
  return channels
    .flatMap((channel) =>
      rule.severity[channel] ? [`${channelWords[channel]}: ${rule.severity[channel]}`] : [],
    )
    .join(', ');
}
