import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse, stringify } from 'yaml';
import type { Channel } from '../src/channel.js';
import { check } from '../src/check.js';
import { customRuleSchema } from '../src/custom-rule-schema.js';
import { findingsIn, type MarkedCopy, markedCopy } from '../src/examples.js';
import { examplePractice } from '../src/explain.js';
import { applyFix, type Finding } from '../src/finding.js';
import { authorities } from '../src/law.js';
import type { Condition, Rule } from '../src/rule.js';
import { rules } from '../src/rules/index.js';
import { allSignals } from '../src/signals/index.js';
import { overlaps, type Span } from '../src/span.js';

const { profile, today } = examplePractice;
const channelOf = {
  RR: 'review-reply',
  SP: 'social-post',
  DM: 'direct-message',
  NL: 'newsletter',
  WP: 'web-page',
  ID: 'internal-draft',
} as const satisfies Record<string, Channel>;

const isLearned = ({ evidence }: Finding) => evidence[0]?.signal.startsWith('learned-') ?? false;

for (const rule of rules) {
  describe(rule.id, () => {
    for (const example of rule.examples.violating) {
      const copy = markedCopy(rule, example);
      it(`finds ${shown(copy)}`, () => {
        const findings = findingsIn(copy, rule, profile, today);
        for (const mark of copy.marks)
          ok(
            findings.some(({ span }) => overlaps(span, mark)),
            words(copy.text, mark),
          );
        // What the learned signal finds beside the marks is measured (docs/accuracy.md), not pinned.
        for (const { span } of findings.filter((finding) => !isLearned(finding)))
          ok(
            copy.marks.some((mark) => overlaps(span, mark)),
            words(copy.text, span),
          );
      });
      it(`offers rewrites of ${shown(copy)} that raise nothing`, () => {
        for (const finding of findingsIn(copy, rule, profile, today)) {
          ok(finding.fixes.length > 0 || !isEditable(copy), 'a finding has a way out');
          for (const fix of finding.fixes)
            deepEqual(raisedBy(fix.edits, applyFix(copy.text, fix), copy), [], fix.title);
        }
      });
    }

    for (const example of rule.examples.clean) {
      const copy = markedCopy(rule, example);
      it(`leaves ${shown(copy)} alone`, () => {
        deepEqual(loud(findingsFor(copy, 'standard'), copy.text), []);
      });
    }

    it('is data: it survives YAML and back, and the schema of custom rules takes it', () => {
      deepEqual(
        v.parse(customRuleSchema, parse(stringify(rule))),
        JSON.parse(JSON.stringify(rule)),
      );
    });

    it('cites authorities that exist and names signals that exist', () => {
      for (const id of rule.law)
        ok(
          authorities.some((authority) => authority.id === id),
          id,
        );
      for (const name of signalsOf(rule))
        ok(name === 'phrase' ? rule.phrases?.length : Object.hasOwn(allSignals, name), name);
    });

    it('speaks in every channel it names, of its own examples or of borrowed ones', () => {
      for (const channel of Object.keys(rule.severity) as Channel[]) {
        const borrowed = rule.examples.violating.map((example) => ({
          ...markedCopy(rule, example),
          channel,
        }));
        ok(
          borrowed.some(
            (copy) =>
              findingsIn(copy, rule, profile, today).length > 0 || answers(copy).includes(rule.id),
          ),
          channel,
        );
      }
    });

    it('has an example on both sides', () => {
      ok(rule.examples.violating.length > 0 && rule.examples.clean.length > 0);
    });
  });
}

describe('The catalogue', () => {
  const lines = readFileSync(new URL('./examples.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          rule: string;
          label: 'violating' | 'clean';
          channel: keyof typeof channelOf;
          text: string;
        },
    );

  for (const line of lines) {
    const copy: MarkedCopy = {
      channel: channelOf[line.channel],
      languageId: languageOf(line.text),
      text: line.text,
      marks: [],
    };
    if (line.label === 'clean') {
      it(`keeps quiet about ${shown(copy)}`, () => {
        deepEqual(loud(findingsFor(copy, 'standard'), copy.text), []);
      });
    } else {
      it(`finds ${line.rule} in ${shown(copy)}`, () => {
        const place = rules.findIndex(({ id }) => id === line.rule);
        const found = findingsFor(copy, 'strict').map((finding) => finding.rule);
        ok(
          found.some((id) => rules.findIndex((rule) => rule.id === id) <= place),
          `found ${found.join(', ') || 'nothing'}`,
        );
      });
    }
  }
});

/** The catalogue does not say in which language a line is written: its first characters do. */
function languageOf(text: string): string {
  if (/^\s*\{ ?"/.test(text)) return 'json';
  if (/^\s*<[A-Z]|^\{\/\*/.test(text)) return 'mdx';
  if (/^\s*(?:<!--|<[a-z])/.test(text))
    return /^\s*<!--.*-->\s*!\[/s.test(text) ? 'markdown' : 'html';
  if (/!\[|^> /m.test(text)) return 'markdown';
  if (/^(?:slug|draft):/.test(text)) return 'yaml';
  if (/^(?:\/\/|gtag\(|ttq\.)/.test(text)) return 'javascript';
  return 'plaintext';
}

/** The rules that speak when the copy answers a review. */
function answers({ channel, languageId, text }: MarkedCopy): readonly string[] {
  const options = { channel, strictness: 'strict', context: 'I was here on Friday.' } as const;
  return check({ uri: 'example', languageId, text }, profile, today, options).map(
    ({ rule }) => rule,
  );
}

function findingsFor(copy: MarkedCopy, strictness: 'strict' | 'standard'): readonly Finding[] {
  return check({ uri: 'example', languageId: copy.languageId, text: copy.text }, profile, today, {
    channel: copy.channel,
    strictness,
  });
}

/** Warnings and errors, as "rule: words". */
function loud(findings: readonly Finding[], text: string): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, span }) => `${rule}: ${words(text, span)}`);
}

/** What the rules say of the words that a fix wrote: nothing but "any reply tells something". */
function raisedBy(
  edits: readonly { span: Span; text: string }[],
  fixed: string,
  copy: MarkedCopy,
): readonly string[] {
  const findings = findingsFor({ ...copy, text: fixed }, 'strict').filter(
    (finding) =>
      finding.rule !== 'reply-at-all' &&
      finding.rule !== 'authorization-incomplete' &&
      !isLearned(finding),
  );
  let moved = 0;
  const written = [...edits]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, text }) => {
      const start = span.start + moved;
      moved += text.length - (span.end - span.start);
      return { start, end: start + text.length };
    })
    // A lone letter is the capital of what stood there before.
    .filter(({ start, end }) => end - start !== 1);
  return loud(
    findings.filter(({ span }) =>
      written.some((place) => span.start < place.end && place.start < span.end),
    ),
    fixed,
  );
}

function isEditable(copy: MarkedCopy): boolean {
  return copy.languageId === 'plaintext';
}

function signalsOf(rule: Rule): readonly string[] {
  const conditions = Array.isArray(rule.when)
    ? (rule.when as readonly Condition[])
    : [rule.when as Condition];
  return conditions.flatMap(({ all, any = [], unless = [], mark, escalate }) => [
    ...all,
    ...any,
    ...unless,
    mark,
    ...(escalate?.any ?? []),
  ]);
}

function words(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

function shown({ channel, text }: MarkedCopy): string {
  return `"${text.slice(0, 70).replaceAll('\n', ' ')}" (${channel})`;
}

describe('An authorization in plain text', () => {
  const story = 'Before and after lip filler. Swipe!';
  const found = (text: string) =>
    check({ uri: 'post.txt', languageId: 'plaintext', text }, profile, today, {
      channel: 'social-post',
      strictness: 'standard',
    }).map(({ rule }) => rule);

  it('covers the copy below it, on its channels and until its day', () => {
    deepEqual([...new Set(found(story))], ['before-after-without-authorization']);
    deepEqual(
      found(`# chaperone: authorized id=A-1042 channels=instagram expires=2027-05-01\n${story}`),
      [],
    );
  });

  it('is looked at itself when it is out of date or for another channel', () => {
    for (const flawed of [
      'id=A-88 channels=instagram expires=2025-01-31',
      'id=A-88 channels=web expires=2027-05-01',
      'id=A-88 channels=instagram',
    ]) {
      ok(
        found(`# chaperone: authorized ${flawed}\n${story}`).includes('authorization-incomplete'),
        flawed,
      );
    }
  });
});

describe('The rules', () => {
  it('have ids of their own', () => {
    equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  });
});
