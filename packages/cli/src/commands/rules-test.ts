import {
  channels,
  type Example,
  inspect,
  type PracticeProfile,
  type Rule,
  rules,
} from '@chaperone/core';
import { todayHere } from '../check-file.js';
import { CallError, exitCodes } from '../exit.js';
import { createProfiles, describeProblem } from '../profiles.js';
import { colorsFor, print, tell } from '../terminal.js';
import { count } from '../words.js';

export interface RulesTestCall {
  readonly cwd: string;
  readonly profile?: string;
  readonly color?: boolean;
}

/** `chaperone rules test`: runs the examples of a profile's own rules. Resolves to the exit code. */
export async function rulesTestCommand(call: RulesTestCall): Promise<number> {
  const { profile, problems, file } = createProfiles(call.profile, call.cwd).forFolder(call.cwd);
  if (file === undefined)
    throw new CallError(
      'there is no chaperone.yaml at or above this folder.',
      'Make one with chaperone init, or name one.',
    );
  for (const problem of problems) tell(describeProblem(problem));
  const broken = problems.some((problem) => problem.severity === 'error');
  const colors = colorsFor(call.color);
  let passed = 0;
  let failed = 0;
  for (const rule of profile.customRules) {
    const results = testRule(rule, profile);
    const complaints = results.filter((result) => result !== undefined);
    passed += results.length - complaints.length;
    failed += complaints.length;
    await print(
      `${complaints.length === 0 ? colors.green('ok  ') : colors.red('fail')} ${rule.id}\n${complaints.map((text) => `       ${text}\n`).join('')}`,
    );
  }
  if (profile.customRules.length === 0)
    await print('The profile has no rules of its own (customRules).\n');
  else
    await print(
      `${count(profile.customRules.length, 'rule')}, ${count(passed + failed, 'example')}: ${passed} as expected, ${failed} not\n`,
    );
  return broken ? exitCodes.bad : failed > 0 ? exitCodes.findings : exitCodes.clean;
}

/** One entry per example: undefined where it came out as expected, else what is wrong. */
export function testRule(rule: Rule, profile: PracticeProfile): (string | undefined)[] {
  // Alone, since an earlier rule may speak first where both object.
  const alone: PracticeProfile = {
    ...profile,
    strictness: 'strict',
    rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'] as const)),
    customRules: [rule],
  };
  const find = (example: Example) => {
    const channel =
      typeof example === 'string'
        ? channels.find((each) => rule.severity[each] !== undefined)
        : example.channel;
    const { text, start, end } = unmarked(typeof example === 'string' ? example : example.text);
    const document = { uri: 'file:///example.txt', languageId: 'plaintext', text };
    const findings = inspect(
      document,
      alone,
      todayHere(),
      channel === undefined ? {} : { channel },
    ).findings;
    return {
      text,
      start,
      end,
      spans: findings.filter((finding) => finding.rule === rule.id).map(({ span }) => span),
    };
  };
  return [
    ...rule.examples.violating.map((example) => {
      const { text, start, end, spans } = find(example);
      if (spans.length === 0)
        return `nothing was found in “${text}”; a violating example must be found`;
      if (start === -1 || spans.some((span) => span.start === start && span.end === end))
        return undefined;
      const found = spans.map((span) => `“${text.slice(span.start, span.end)}”`).join(', ');
      return `in “${text}” the words ${found} were found, not “${text.slice(start, end)}”`;
    }),
    ...rule.examples.clean.map((example) => {
      const { text, spans } = find(example);
      const [span] = spans;
      return (
        span &&
        `“${text.slice(span.start, span.end)}” was found in “${text}”; a clean example must stay silent`
      );
    }),
  ];
}

/** The text without « and », and what stood between them; -1 where nothing was marked. */
function unmarked(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf('«');
  const close = marked.indexOf('»');
  const text = marked.replaceAll(/[«»]/g, '');
  return start === -1 || close < start
    ? { text, start: -1, end: -1 }
    : { text, start, end: close - 1 };
}
