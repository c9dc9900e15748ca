import type { Reading } from '../../signal.js';
import type { Span } from '../../span.js';
import { Tag } from '../../tag.js';
import { ownKinTitles } from '../people/cues.js';
import { isReply, type Signals, signals } from '../place.js';
import { besideTelling, type ClauseScore, scorePassage } from './model.js';
import { type Family, type ModelName, weights } from './weights.js';

const familyWords: Readonly<Record<Family, string>> = {
  visit: 'thanks somebody for a visit or was glad to have them',
  patient: 'takes for granted that somebody is a patient here',
  treatment: 'speaks of what somebody had done or how it turned out',
  return: 'speaks of the next time',
  apology: 'is sorry for something that happened to them',
  defense: 'tells the practice’s side of what happened',
  records: 'says what the practice’s records show',
  billing: 'speaks of what somebody paid or owes',
  blame: 'says what somebody did wrong',
  thanks: 'thanks somebody after a visit',
  tag: 'tags somebody as a patient',
  shoutout: 'celebrates somebody as a patient',
  coy: 'hints at who was here',
  named: 'names somebody beside care',
  story: 'tells so much of somebody that friends would know',
  result: 'shows what was done for somebody',
  quote: 'hands on what a patient said',
  day: 'tells of somebody in the chair today',
};

/** Clauses that the learned weights find telling, by the kind of disclosure they come nearest to. See docs/learned-signal.md. */
export const learnedSignals: Signals = signals({
  'learned-disclosure': {
    describes:
      'Words that, by what they have in common with many labelled replies, tell that somebody was treated here',
    leg: 'care',
    find: (reading) => tellingClauses(reading).map(({ span }) => span),
  },
  'learned-strong': {
    describes: 'As learned-disclosure, and hardly ever wrong',
    leg: 'care',
    within: 'learned-disclosure',
    find: (reading) =>
      tellingClauses(reading)
        .filter(({ score }) => score >= weights.models[modelFor(reading) ?? 'reply'].strong)
        .map(({ span }) => span),
  },
  'learned-message': {
    describes: 'As learned-disclosure, in a message to one person',
    leg: 'care',
    within: 'learned-disclosure',
    find: (reading) =>
      reading.passage.channel === 'direct-message'
        ? tellingClauses(reading).map(({ span }) => span)
        : [],
  },
  ...Object.fromEntries(
    Object.entries(familyWords).map(([family, words]) => [
      `learned-${family}`,
      {
        describes: `A clause that, to the learned weights, ${words}`,
        leg: 'care' as const,
        within: 'learned-disclosure',
        find: (reading: Reading) => spansOf(reading, family as Family),
      },
    ]),
  ),
});

const noted = {};

/** The clauses of a reply that score above the threshold, each with its evidence; the best one first of all. */
export function tellingClauses(reading: Reading): readonly ClauseScore[] {
  return reading.note(noted, () => {
    const model = modelFor(reading);
    return model ? telling(reading, model) : [];
  });
}

/** Answers to one person and copy that speaks to everybody each have weights of their own; the practice's own body text only. */
function modelFor(reading: Reading): ModelName | undefined {
  if (isReply(reading)) return 'reply';
  const { voice, part } = reading.passage;
  return voice === 'practice' && part === 'body' ? 'copy' : undefined;
}

/** True of copy for everybody in which one telling sentence stands in much ordinary copy. */
function isPage({ passage }: Reading, model: ModelName): boolean {
  return model === 'copy' && passage.channel !== 'social-post';
}

/**
 * How much nearer to `strong` a clause must come in messages and in comments: one person reads the first and knows of the
 * care, and the second speak of everything. Cross-validated, 2.5 % of clean messages and 4.8 % of clean comments reach it;
 * at `likely` itself it would be 7.5 and 11 %.
 */
const surer = 0.8;

/**
 * How much more a clause of a page needs than one of a post, since much ordinary copy stands around it; less so where
 * the page names somebody. Set so that pages of real practices stay silent.
 */
const onPages = { named: 0.05, unnamed: 0.13, alone: 1 };

/** What a clause must reach. */
function needed(
  reading: Reading,
  model: ModelName,
  chances: { readonly likely: number; readonly strong: number },
): number {
  const { channel } = reading.passage;
  if (channel === 'direct-message' || (model === 'reply' && channel === 'social-post'))
    return chances.likely + surer * (chances.strong - chances.likely);
  if (!isPage(reading, model)) return chances.likely;
  return chances.likely + (namesSomebody(reading) ? onPages.named : onPages.unnamed);
}

function namesSomebody(reading: Reading): boolean {
  return has(reading, wholeOf(reading.passage), Tag.name);
}

function telling(reading: Reading, model: ModelName): readonly ClauseScore[] {
  const { aloneAtLeast, ...chances } = weights.models[model];
  const likely = needed(reading, model, chances);
  const page = isPage(reading, model);
  const aloneHere = aloneAtLeast + (page ? onPages.alone : 0);
  if (page && !tellsOfSomebody(reading)) return [];
  // A clause of hearts or stars tells nothing by itself.
  const clauses = scorePassage(reading, model, likely).clauses.filter(({ span }) =>
    /\p{L}/u.test(reading.passage.text.slice(span.start, span.end)),
  );
  const best = clauses.reduce<ClauseScore | undefined>(
    (top, clause) => (!top || clause.score > top.score ? clause : top),
    undefined,
  );
  if (!best || best.score < likely) return [];
  // Where one clause tells, its neighbors are believed sooner.
  return clauses.filter(
    (clause) =>
      clause === best || (clause.score >= likely - besideTelling && clause.alone >= aloneHere),
  );
}

/** Where nobody is tagged, what comes nearest to a tag is thanks. */
export function familyIn(
  reading: Reading,
  { family, span }: Pick<ClauseScore, 'family' | 'span'>,
): Family {
  return family === 'tag' && !has(reading, span, Tag.handle) ? 'thanks' : family;
}

function has({ tokens }: Reading, within: Span, tags: number): boolean {
  for (let token = 0; token < tokens.count; token++)
    if (
      ((tokens.tags[token] as number) & tags) !== 0 &&
      (tokens.start[token] as number) >= within.start &&
      (tokens.end[token] as number) <= within.end
    )
      return true;
  return false;
}

/** The person's leg: names somebody or speaks of one person. */
function tellsOfSomebody({ tokens, passage }: Reading, within: Span = wholeOf(passage)): boolean {
  // "My mom laughed when I told her": whoever writes the page tells of their own people.
  let ownPeople = false;
  for (let token = 0; token < tokens.count; token++) {
    if ((tokens.start[token] as number) < within.start) continue;
    if ((tokens.end[token] as number) > within.end) break;
    const word = tokens.word[token] as string;
    const tags = tokens.tags[token] as number;
    // "As a girl I hid": nor is the writer anybody else.
    if (word === 'as' && tokens.word[token + 1] === 'a') token += 2;
    else if ((tags & Tag.relative) !== 0 && isOwn(tokens, token)) ownPeople = true;
    else if ((tags & person) !== 0 && !(ownPeople && isTitled(tokens, token))) return true;
    else if (somebody.has(word) && !ownPeople) return true;
  }
  return false;
}

/** True of "Uncle" and of "Ray" in "Uncle Ray". */
function isTitled({ word }: Reading['tokens'], token: number): boolean {
  return ownKinTitles.has(word[token] as string) || ownKinTitles.has(word[token - 1] ?? '');
}

/** True of a relative of the one who writes: "my uncle", "my two boys", "Uncle David" where no patient is near. */
function isOwn({ word }: Reading['tokens'], token: number): boolean {
  if (ownKinTitles.has(word[token] as string)) return true;
  for (let back = token - 1; back >= Math.max(0, token - 3); back--)
    if (word[back] === 'my') return true;
  return false;
}

function wholeOf({ text }: { readonly text: string }): Span {
  return { start: 0, end: text.length };
}

const person = Tag.name | Tag.handle | Tag.relative | Tag.human;
const somebody = new Set('he she him her his hers someone somebody'.split(' '));

/** Pages that say "I" outside quotation marks, and with nobody's name under it, are the practice's own words. */
function isQuoted(reading: Reading, { start }: Span): boolean {
  const { text } = reading.passage;
  if (!isPage(reading, 'copy')) return true;
  const before = text.slice(0, start + 1);
  const count = (sign: string) => before.split(sign).length - 1;
  return (
    count('"') % 2 === 1 ||
    count('\u201c') > count('\u201d') ||
    /[-~\u2013\u2014]\s?\p{Lu}/u.test(text.slice(-60))
  );
}

/** In a message to one person all kinds are one: detail of care (see dm-treatment-detail). */
function spansOf(reading: Reading, family: Family): Span[] {
  if (reading.passage.channel === 'direct-message') return [];
  return tellingClauses(reading).flatMap((clause) =>
    familyIn(reading, clause) === family &&
    (family !== 'named' || tellsOfSomebody(reading, clause.span)) &&
    (family !== 'quote' || isQuoted(reading, clause.span))
      ? [clause.span]
      : [],
  );
}
