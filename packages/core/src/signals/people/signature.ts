import { Tag } from '../../tag.js';
import { Kind } from '../../tokens.js';
import { closers, receivingVerbs, serviceVerbs, thanks } from './cues.js';
import type { Run } from './runs.js';
import { strength } from './strength.js';
import { type Around, is, type Verdict } from './verdict-types.js';
import type { Words } from './words.js';

/** The writer's name under a reply or a letter; a reviewer's under a quotation. */
export function asSignature(words: Words, run: Run, around: Around): Verdict | undefined {
  const { tokens, previous } = words;
  const rest = tokens.count - run.to;
  const dash = /^[-–—~]$/.test(words.left);
  const opensLine = words.left === '' && (previous < 0 || words.word(previous) === '\n');
  const closer =
    words.left === ',' &&
    closers.has(words.word(previous - 1)) &&
    (rest <= 10 || words.word(run.to) === '\n');
  if (closer && !(words.word(previous - 1) === 'thanks' && !around.reply && rest > 2))
    return rest <= 12 && !thanksBefore(words, previous - 1)
      ? is('staff', run, 0.75, 'sign-off')
      : undefined;
  if (
    opensLine &&
    previous > 0 &&
    closers.has(
      words.word(previous - 1) === ',' ? words.word(previous - 2) : words.word(previous - 1),
    )
  )
    return is('staff', run, 0.75, 'sign-off');
  if (dash && rest <= 12 && startsLine(words, previous)) {
    const quoted = quoteBefore(words, previous);
    if (around.reply && !quoted) return is('staff', run, 0.8, 'sign-off');
    const byline = run.initials > 0 || words.tagged(run.to + 1, Tag.place) || quoted;
    if (byline && strength(run) + (run.initials > 0 ? 0.4 : 0) > 0.1)
      return is('person', run, Math.max(0.7, strength(run)), 'attribution');
  }
  if (
    around.reply &&
    opensLine &&
    previous > 0 &&
    rest <= 9 &&
    !verbAfter(words) &&
    /^(?:,||&|and|\n|-)$/.test(words.next)
  )
    return is('staff', run, 0.75, 'sign-off');
  return undefined;
}

/** "Thanks, Dana": the reviewer is thanked, nobody signs. */
function thanksBefore(words: Words, at: number): boolean {
  return thanks.has(words.word(at)) || (words.word(at) === 'love' && words.word(at + 1) !== ',');
}

function startsLine(words: Words, at: number): boolean {
  const before = at - 1;
  return (
    before < 0 ||
    words.tokens.kind[before] === Kind.stop ||
    /^["'*_]$/.test(words.word(before)) ||
    words.tokens.kind[before] === Kind.emoji ||
    /^[-–—~]$/.test(words.word(before))
  );
}

function quoteBefore(words: Words, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 3); back--)
    if (words.word(back) === '"') return true;
  return false;
}

function verbAfter(words: Words): boolean {
  return (
    serviceVerbs.has(words.next) ||
    receivingVerbs.has(words.next) ||
    /^(?:is|was|are|were|'s|will|you|your)$/.test(words.next)
  );
}
