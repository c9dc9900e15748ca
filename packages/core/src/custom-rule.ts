import * as v from 'valibot';
import { channels } from './channel.js';
import { customRuleSchema } from './custom-rule-schema.js';
import { findingsIn, markedCopy } from './examples.js';
import { macros } from './lexicon/macros.js';
import { createMatcher } from './matcher.js';
import { nearest } from './nearest.js';
import { PhraseError } from './phrases.js';
import type { PracticeProfile, ProfileProblem } from './profile.js';
import type { Condition, Example, Rule } from './rule.js';
import { rules as builtIn } from './rules/index.js';
import { allSignals } from './signals/index.js';

/**
 * Reads custom rules from parsed YAML or JSON. Never throws: a rule that is wrong is refused, with the reason, the
 * place (as keys from the list down) and the remedy; the others are used. Every rule's examples are run.
 */
export function parseCustomRules(input: unknown): {
  rules: readonly Rule[];
  problems: readonly ProfileProblem[];
} {
  const problems: ProfileProblem[] = [];
  if (!Array.isArray(input)) {
    return {
      rules: [],
      problems: [
        problem(
          [],
          'Custom rules are a list.',
          'Begin each rule with "- id: …" on a line of its own.',
        ),
      ],
    };
  }
  const read = input.map((entry, index) => readRule(entry, String(index), problems));
  const unique = read.map((rule, index) =>
    rule && isTaken(rule, index, read, problems) ? undefined : rule,
  );
  const candidates = unique.filter((rule) => rule !== undefined);
  const passing = unique.filter(
    (rule, index): rule is Rule =>
      rule !== undefined && passesExamples(rule, index, candidates, problems),
  );
  return { rules: passing, problems };
}

function readRule(entry: unknown, index: string, problems: ProfileProblem[]): Rule | undefined {
  const result = v.safeParse(customRuleSchema, entry);
  if (!result.success) {
    for (const issue of result.issues) problems.push(problemOf(issue, index));
    return undefined;
  }
  const rule = result.output as Rule;
  const before = problems.length;
  checkPhrases(rule, index, problems);
  checkSignals(rule, index, problems);
  return problems.length === before ? rule : undefined;
}

const keys = Object.keys(customRuleSchema.entries);

function problemOf(issue: v.BaseIssue<unknown>, index: string): ProfileProblem {
  const path = [index, ...(issue.path ?? []).map((item) => String(item.key))];
  const key = path.at(-1) ?? '';
  if (issue.expected === 'never') {
    const meant = nearest(key, [
      ...keys,
      ...channels,
      'within',
      'all',
      'any',
      'unless',
      'mark',
      'replace',
      'with',
      'insert',
    ]);
    return problem(
      path,
      `A rule has no key "${key}" here.`,
      meant ? `Did you mean "${meant}"?` : `The keys of a rule are ${keys.join(', ')}.`,
    );
  }
  if (issue.received === 'undefined')
    return problem(path, `The rule has no "${key}".`, remedies[key] ?? `Add a line "${key}: …".`);
  if (issue.type === 'min_length')
    return problem(path, `"${key}" has no entry.`, remedies[key] ?? 'Add at least one.');
  if (issue.type === 'regex')
    return problem(
      path,
      `"${String(issue.input)}" is not a rule id.`,
      'An id is small letters, digits and single hyphens: luma-pet-names.',
    );
  if (issue.type === 'check')
    return problem(
      path,
      'The rule names no channel.',
      'Write for example severity: { review-reply: warning }.',
    );
  if (issue.type === 'picklist')
    return problem(
      path,
      `${JSON.stringify(issue.input)} is not known here.`,
      `It is one of ${issue.expected?.replaceAll('|', 'or').replaceAll('"', '') ?? ''}.`,
    );
  return problem(
    path,
    `This should be ${issue.expected ?? 'something else'}.`,
    remedies[key] ?? 'See docs/rules.md for a rule to copy from.',
  );
}

const remedies: Readonly<Record<string, string>> = {
  violating:
    'Add copy that the rule must find, with the words it must underline between « and »: violating: ["Love you too, «lovebug»!"].',
  clean:
    'Add copy that looks alike and must stay silent: clean: ["Thank you for the kind words!"].',
  examples:
    'Add examples: { violating: ["…"], clean: ["…"] }. They are run, so that the rule is known to work.',
  when: 'For a rule on words alone: when: { within: sentence, all: [phrase], mark: phrase }.',
  fixes:
    'Add a way out: fixes: [{ title: Say it to anyone, replace: sentence, with: "Thank you for the kind words!" }].',
  message: 'Say in one sentence what a reader of the copy learns.',
  why: 'Say in a sentence or two why it matters.',
  severity: 'Write for example severity: { review-reply: warning }.',
};

function checkPhrases(rule: Rule, index: string, problems: ProfileProblem[]): void {
  const sources = (rule.phrases ?? []).map((source, at) => ({
    source,
    path: [index, 'phrases', String(at)],
  }));
  rule.fixes.forEach((fix, number) => {
    const path = [index, 'fixes', String(number)];
    if (!('replace' in fix)) return;
    if (fix.replace === 'words' && !fix.where)
      problems.push(
        problem(
          path,
          'This fix swaps words but does not say which.',
          'Add where: ["words to swap"].',
        ),
      );
    fix.where?.forEach((source, at) => {
      sources.push({ source, path: [...path, 'where', String(at)] });
    });
  });
  for (const { source, path } of sources) {
    try {
      createMatcher([{ signal: rule.id, source }], macros);
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      problems.push(
        problem(
          path,
          `${error.message} (at character ${error.at + 1} of "${source}").`,
          'docs/rules.md explains the phrase language.',
        ),
      );
    }
  }
}

function checkSignals(rule: Rule, index: string, problems: ProfileProblem[]): void {
  const list = Array.isArray(rule.when)
    ? (rule.when as readonly Condition[])
    : [rule.when as Condition];
  const known = [...Object.keys(allSignals), 'phrase'];
  list.forEach((one, at) => {
    const place = Array.isArray(rule.when) ? [index, 'when', String(at)] : [index, 'when'];
    const used = {
      all: one.all,
      any: one.any ?? [],
      unless: one.unless ?? [],
      mark: [one.mark],
      escalate: one.escalate?.any ?? [],
    };
    for (const [key, signals] of Object.entries(used)) {
      for (const name of signals) {
        if (name === 'phrase' && !rule.phrases?.length)
          problems.push(
            problem(
              [...place, key],
              'The rule looks for "phrase" but has no phrases.',
              'Add phrases: ["words to find"].',
            ),
          );
        else if (!known.includes(name)) {
          const meant = nearest(name, known);
          problems.push(
            problem(
              [...place, key],
              `There is no signal "${name}".`,
              meant
                ? `Did you mean "${meant}"?`
                : 'docs/rules.md lists the signals. "phrase" means the words under phrases.',
            ),
          );
        }
      }
    }
  });
}

function isTaken(
  rule: Rule,
  index: number,
  all: readonly (Rule | undefined)[],
  problems: ProfileProblem[],
): boolean {
  const taken = builtIn.some((other) => other.id === rule.id);
  const twice = all.findIndex((other) => other?.id === rule.id) < index;
  if (taken)
    problems.push(
      problem(
        [String(index), 'id'],
        `"${rule.id}" is a built-in rule.`,
        `Choose an id of your own, such as "my-${rule.id}". To change a built-in rule's severity, name it under rules.`,
      ),
    );
  else if (twice)
    problems.push(
      problem(
        [String(index), 'id'],
        `Another rule above is already called "${rule.id}".`,
        'Give each rule an id of its own.',
      ),
    );
  return taken || twice;
}

function passesExamples(
  rule: Rule,
  index: number,
  candidates: readonly Rule[],
  problems: ProfileProblem[],
): boolean {
  const profile: PracticeProfile = { ...blank, customRules: candidates };
  const before = problems.length;
  const run = (label: 'violating' | 'clean') =>
    rule.examples[label].forEach((one: Example, at) => {
      const copy = markedCopy(rule, one);
      const place = [String(index), 'examples', label, String(at)];
      const spans = findingsIn(copy, rule, profile, '2000-01-01').map((finding) => finding.span);
      const found = spans.map((span) => `"${copy.text.slice(span.start, span.end)}"`).join(', ');
      if (label === 'clean') {
        if (spans.length > 0)
          problems.push(
            problem(
              place,
              `The rule finds ${found} in this clean example.`,
              'Narrow the phrases, or move the example to violating.',
            ),
          );
      } else if (!rule.severity[copy.channel])
        problems.push(
          problem(
            place,
            `The rule is silent in ${copy.channel}, so it cannot find this example.`,
            `Name ${copy.channel} under severity, or give the example another channel.`,
          ),
        );
      else if (spans.length === 0)
        problems.push(
          problem(
            place,
            'The rule does not find this violating example.',
            'Widen the phrases until it does, or take the example out.',
          ),
        );
      else if (
        copy.marks.length > 0 &&
        !copy.marks.every((mark) =>
          spans.some((span) => span.start === mark.start && span.end === mark.end),
        )
      ) {
        problems.push(
          problem(
            place,
            `The rule underlines ${found}, not what stands between « and ».`,
            'Move the marks, or mark the words in the phrase the same way.',
          ),
        );
      }
    });
  run('violating');
  run('clean');
  return problems.length === before;
}

/** A practice nothing is known about: examples must stand on their own. */
const blank: PracticeProfile = {
  name: '',
  staff: [],
  handles: [],
  partners: [],
  phones: [],
  domains: [],
  addresses: [],
  strictness: 'strict',
  jurisdiction: ['us'],
  channels: {},
  rules: {},
  ruleFiles: [],
  customRules: [],
};

function problem(path: readonly string[], message: string, remedy: string): ProfileProblem {
  return { path, message, remedy, severity: 'error' };
}
