import type { Channel } from './channel.js';
import { inspect } from './check.js';
import type { Finding } from './finding.js';
import type { PracticeProfile } from './profile.js';
import type { Example, Rule } from './rule.js';
import { rules as builtIn } from './rules/index.js';
import type { Span } from './span.js';

/** An example as a document: the text without marks, and where « and » stood. Offsets in UTF-16 code units. */
export interface MarkedCopy {
  readonly channel: Channel;
  readonly languageId: string;
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Reads an example of a rule: takes « and » out and notes the spans between them. */
export function markedCopy(rule: Pick<Rule, 'severity'>, example: Example): MarkedCopy {
  const {
    channel,
    text,
    languageId = 'plaintext',
  } = typeof example === 'string' ? { channel: firstChannel(rule), text: example } : example;
  const marks: Span[] = [];
  let plain = '';
  let start = 0;
  for (const piece of text.split(/([«»])/)) {
    if (piece === '«') start = plain.length;
    else if (piece === '»') marks.push({ start, end: plain.length });
    else plain += piece;
  }
  return { channel, languageId, text: plain, marks };
}

/** The channel that an example without one belongs to. */
export function firstChannel(rule: Pick<Rule, 'severity'>): Channel {
  return (Object.keys(rule.severity) as Channel[])[0] ?? 'social-post';
}

/** The findings of one rule alone in an example: all other rules are off, so that none hides it. */
export function findingsIn(
  copy: MarkedCopy,
  rule: Rule,
  profile: PracticeProfile,
  today: string,
): readonly Finding[] {
  const others = [...builtIn, ...profile.customRules].filter((other) => other.id !== rule.id);
  const alone: PracticeProfile = {
    ...profile,
    rules: Object.fromEntries(others.map((other) => [other.id, 'off'])),
    strictness: rule.strictness ?? 'strict',
  };
  return inspect({ uri: 'example', languageId: copy.languageId, text: copy.text }, alone, today, {
    channel: copy.channel,
  }).findings;
}
