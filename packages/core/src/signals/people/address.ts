import { NameFlag } from '../../lexicon/names.js';
import { Tag } from '../../tag.js';
import { Kind } from '../../tokens.js';
import { callOf } from './called.js';
import { greetings, honorifics, kinTitles, thanks, thanksFillers } from './cues.js';
import { isNameWord, type Run } from './runs.js';
import { numberFollows, ownTitle, titleAfter } from './staff.js';
import { strength } from './strength.js';
import { type Around, is, type Verdict } from './verdict-types.js';
import type { Words } from './words.js';

/** Honorifics and kin titles: "Mrs. Petrakis", "Auntie Lei", "Big Jim", "Mr. & Mrs. Abernathy-Cole". */
export function asTitled(words: Words, run: Run): Verdict | undefined {
  const { previous, left, tokens } = words;
  if (honorifics.has(left) && !isVerb(words, previous)) {
    let from = previous;
    if (
      /^(?:and|&)$/.test(words.word(from - 1)) &&
      honorifics.has(words.word(from - 2).replace('.', ''))
    )
      from -= 2;
    else if (
      /^(?:and|&)$/.test(words.word(from - 1)) &&
      words.word(from - 2) === '.' &&
      honorifics.has(words.word(from - 3))
    )
      from -= 3;
    return is('person', run, 0.95, 'honorific', from);
  }
  if (
    kinTitles.has(left) &&
    words.capital(previous) &&
    tokens.kind[previous] === Kind.word &&
    !/^(?:little|big|old|young|sweet|queen|king|mother|father|lil|mayor|judge|senator|principal|private)$/.test(
      left,
    )
  )
    return is('person', run, 0.8, 'kin title', previous);
  if (
    /^(?:little|big|lil|baby)$/.test(left) &&
    words.capital(run.from) &&
    ((run.flags[0] ?? 0) & NameFlag.given) !== 0 &&
    ((run.flags[0] ?? 0) & NameFlag.word) === 0
  )
    return is('person', run, 0.75, 'kin title', previous);
  return undefined;
}

/** "We will miss Denise": in lower case after somebody who does it, no title. */
function isVerb(words: Words, at: number): boolean {
  return (
    words.word(at) === 'miss' &&
    !words.capital(at) &&
    /^(?:we|i|you|they|all|will|'ll|ll|to|really|surely|dearly|would|'d|do|don't|folks|people|patients|and|can|might|still)$/.test(
      words.word(at - 1),
    )
  );
}

/** Called by name at a place where nothing but a name stands. The practice's own people are told apart below. */
export function asCalled(words: Words, run: Run, around: Around): Verdict | undefined {
  const call = callOf(words, run);
  if (
    call === '' ||
    around.own(words.word(run.from)) ||
    titleAfter(words, run.to) ||
    numberFollows(words, run.to) ||
    (words.left === ',' && ownTitle(words, words.previous - 1))
  )
    return undefined;
  if (around.reply && call !== 'vocative' && around.serving?.has(words.word(run.from)))
    return undefined;
  const ofStaff = call === 'celebrated' || words.left === 'named';
  return around.reply && ofStaff ? undefined : is('person', run, 0.8, call);
}

/** "Tomas and Lena": what the one is, the other is. */
export function asCompanion(words: Words, run: Run, around: Around): Verdict | undefined {
  const { before } = around;
  if (!before || before.kind === 'practice' || before.score < 0.5) return undefined;
  const gap = words.previous - before.to;
  if (gap < 0 || gap > 1 || !/^(?:and|&|\+|,|y|or)$/.test(words.left)) return undefined;
  if (words.left === ',' && before.cue === 'vocative') return undefined;
  if (strength(run) < 0.1 && words.left === ',') return undefined;
  return is(before.kind, run, before.score - 0.05, before.cue);
}

/** Somebody spoken to. */
export function asVocative(words: Words, run: Run, around: Around): Verdict | undefined {
  const { previous, left, next } = words;
  const strong = strength(run);
  if (around.placeEnd >= run.to && strong < 0.5 && !around.reply) return undefined;
  const closed = words.last || next === ',' || /^[-–—:;)]$/.test(next) || /^(?:and|&)$/.test(next);
  const address = addressBefore(words, previous);
  if (address === 'greeting' && (closed || strong >= 0.25))
    return is('person', run, 0.85 + strong / 10, 'vocative');
  if (address === 'thanks' && (closed || /^(?:for|from)$/.test(next)) && (strong > 0 || closed))
    return is('person', run, 0.8 + strong / 10, 'vocative');
  if (
    words.first &&
    next === ',' &&
    /^(?:you|your|we|thank|thanks|it|this|that|i|please|what|so|oh|hope|glad|the)$/.test(
      words.word(run.to + 1),
    ) &&
    // "Nowadays, we see": in copy that speaks to everybody a word that no list holds calls nobody.
    strong >= (around.reply ? 0.15 : 0.25) &&
    !listFollows(words, run)
  )
    return is('person', run, 0.7 + strong / 5, 'vocative');
  if (
    around.reply &&
    words.first &&
    next === ',' &&
    strong >= 0.5 &&
    !/^(?:who|our|the|a|an|and|or)$/.test(words.word(run.to + 1)) &&
    !around.serving?.has(words.word(run.from)) &&
    !listFollows(words, run) &&
    !words.tagged(run.to + 1, Tag.role)
  )
    return is('person', run, 0.7, 'vocative');
  if (kinTitles.has(left) && words.word(previous - 1) === ',' && closed && strong >= 0.5)
    return is('person', run, 0.75, 'vocative', previous);
  // A name alone: "Patty!" calls somebody, "Patty" signs.
  if (words.first && words.previous < 0 && words.last && strong >= 0.25 && around.reply)
    return words.run.to < words.tokens.count
      ? is('person', run, 0.75, 'vocative')
      : is('staff', run, 0.7, 'sign-off');
  if (
    left === ',' &&
    words.last &&
    strong >= 0.25 &&
    !words.tagged(previous - 1, Tag.place | Tag.name | Tag.staff)
  )
    return is('person', run, 0.6 + strong / 4, 'vocative');
  if (
    left === ',' &&
    next === ',' &&
    strong >= 0.4 &&
    /^(?:you|your|we|i|but|and|it|please|that|this)$/.test(words.word(run.to + 1)) &&
    !words.tagged(previous - 1, Tag.name | Tag.staff)
  )
    return is('person', run, 0.65, 'vocative');
  if (
    /^(?:you|ya|girl|babe|queen|sweet|dear|xo|xoxo|luv|beautiful|gorgeous)$/.test(left) &&
    (closed || words.nextKind === Kind.emoji) &&
    strong >= 0.2
  )
    return is('person', run, 0.65 + strong / 5, 'vocative');
  // "Hope you have a lovely week": a word that opens so is the verb.
  const verb = ((run.flags[0] ?? 0) & NameFlag.word) !== 0;
  if (words.first && !verb && /^(?:you|your)$/.test(next) && strong >= 0.25)
    return is('person', run, 0.75, 'vocative');
  return undefined;
}

export function isVocativePlace(words: Words): boolean {
  return addressBefore(words, words.previous) !== '' && (words.last || words.next === ',');
}

/** A greeting or thanks before the run, with only small words between. */
function addressBefore(words: Words, from: number): '' | 'greeting' | 'thanks' {
  const { tokens } = words;
  for (let at = from; at >= Math.max(0, from - 7); at--) {
    const word = words.word(at);
    if (tokens.kind[at] === Kind.stop || tokens.kind[at] === Kind.clause) return '';
    if (greetings.has(word)) return 'greeting';
    if (thanks.has(word)) return passing(words, at, from) ? '' : 'thanks';
    if (tokens.kind[at] === Kind.word && !thanksFillers.has(word)) return '';
  }
  return '';
}

/** "Thanks to Maria": said about her, not to her. */
function passing(words: Words, at: number, from: number): boolean {
  return (
    words.word(at + 1) === 'to' || (words.word(from) === 'to' && words.word(from - 1) !== 'you')
  );
}

function listFollows(words: Words, run: Run): boolean {
  return isNameWord(words.tokens, run.to + 1) && /^(?:,|and|&)$/.test(words.word(run.to + 2));
}
