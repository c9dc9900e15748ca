import { NameFlag, nameFlags } from '../../lexicon/names.js';
import { Tag } from '../../tag.js';
import { Kind, Shape } from '../../tokens.js';
import {
  caringVerbs,
  passOnVerbs,
  personNouns,
  receivingVerbs,
  serviceVerbs,
  tellingVerbs,
} from './cues.js';
import { isInitial, type Run } from './runs.js';
import { strength } from './strength.js';
import { type Around, is, none, type Verdict } from './verdict-types.js';
import type { Words } from './words.js';

/** "…", says Bill: the words of somebody. */
function quoteEnds(words: Words): boolean {
  return /^["”]$/.test(words.word(words.previous - 1));
}

/** Somebody spoken of. */
export function asNarrative(words: Words, run: Run, around: Around): Verdict {
  const { left, next, tokens } = words;
  let score = strength(run);
  let cue = run.flags.length > 1 || run.initials > 0 ? 'full name' : 'name';
  const add = (amount: number, name: string) => {
    score += amount;
    cue = name;
  };
  if (
    personNouns.has(left) ||
    (left === ':' && personNouns.has(words.word(words.previous - 1))) ||
    (/^(?:is|was)$/.test(left) && words.word(words.previous - 1) === 'name') ||
    (left === "'s" && words.word(words.previous - 1) === 'name')
  )
    add(0.45, 'named');
  if (
    left === ':' &&
    /^(?:name|patient|pt|client|author|by|attn|to|from|employee|contact|member)$/.test(
      words.word(words.previous - 1),
    )
  )
    add(0.4, 'named');
  if (
    left === 'meet' ||
    /^(?:shoutout|kudos)$/.test(words.word(words.previous - 1)) ||
    (left === 'to' &&
      /^(?:out|shoutout|kudos|congrats|congratulations|birthday)$/.test(
        words.word(words.previous - 1),
      ))
  )
    add(0.3, 'introduced');
  if (/^(?:says|said|writes|wrote)$/.test(left) && quoteEnds(words)) add(0.3, 'quoted');
  if (caringVerbs.has(left) && words.capital(run.from)) add(0.35, 'cared for');
  if (next === "'s") add(caresAfter(words, run) ? 0.35 : 0.1, 'possessive');
  if (receivingVerbs.has(next)) add(0.3, 'verb');
  else if (serviceVerbs.has(next)) add(0.25, 'verb');
  else if (tellingVerbs.has(next)) add(0.33, 'verb');
  if (/^(?:says|said|named|him|her)$/.test(left) && words.capital(run.from) && !words.first)
    add(
      left === 'him' || left === 'her'
        ? words.word(words.previous - 1) === 'named'
          ? 0.45
          : 0
        : 0.2,
      'named',
    );
  if (besideNumber(words)) score -= 0.3;
  // "The Princess Royal": a ship, a house, a prize.
  if (left === 'the' && run.flags.length > 1) score -= 0.4;
  if (run.flags.length > 1 && ownLine(words)) add(0.1, 'line');
  if (words.word(words.previous) === '?' && words.word(words.previous - 1) === 'name')
    add(0.4, 'named');
  if (/^(?:at|in)$/.test(left) && run.flags.every((flags) => (flags & NameFlag.given) === 0))
    score -= 0.2;
  if (
    /^(?:for|with|on|by|and|about|from|to|under|add|producer|songwriter|singer|actor|writer)$/.test(
      left,
    )
  )
    add(0.05, cue);
  if (
    tokens.kind[run.to] === Kind.soft &&
    words.next === ',' &&
    tokens.kind[run.to + 1] === Kind.number
  )
    add(0.3, 'age');
  if (words.first && run.flags.length === 1 && score < 0.6) score -= 0.1;
  if (headline(words, run)) score -= 0.3;
  // Capitals throughout, and a heading before a colon, say nothing of words that no list has.
  if (
    run.flags.every((flags) => flags === 0) &&
    cue !== 'named' &&
    (((tokens.shape[run.from] as number) & Shape.allCapitals) !== 0 || next === ':')
  )
    return none(run);
  if (
    /(?:itis|osis|emia|oma|ia|ism|pathy|order|syndrome|disease|failure|scan|ray|url|inhaler|panel|encounter)$/.test(
      words.word(run.to - 1),
    ) &&
    run.flags.length > 1 &&
    run.flags[run.flags.length - 1] === 0 &&
    (run.flags[0] as number) === 0
  )
    return none(run);
  if (score <= 0.15) return none(run);
  if (
    words.tagged(run.to, Tag.treatment) &&
    words.capital(run.to) &&
    run.flags.length === 1 &&
    left !== 'for'
  )
    score -= 0.3;
  if (!around.reply) return is('person', run, score, cue);
  return thirdPerson(words, run, around, score, cue);
}

/** "Joaquin Suarez 2906", "5850 Jana Nerudy": a house number stands beside it, and no comma between. */
function besideNumber({ tokens, run, previous, left, nextKind, next }: Words): boolean {
  const before = left !== '' && tokens.kind[previous] === Kind.number && /^\d{2,}$/.test(left);
  return before || (nextKind === Kind.number && /^\d{1,5}$/.test(next) && run.to > run.from);
}

/** A name that has the first line of a block to itself, as above an address or under a letter. */
function ownLine(words: Words): boolean {
  const { previous, tokens, run } = words;
  const opens = previous < 0 || words.word(previous) === '\n' || words.word(previous) === '>';
  return opens && (run.to >= tokens.count || words.next === '\n');
}

/** In a reply somebody spoken of is staff, unless the words say that they were cared for. */
function thirdPerson(words: Words, run: Run, around: Around, score: number, cue: string): Verdict {
  const name = words.word(run.from);
  if (around.serving?.has(name))
    return is('staff', run, Math.max(0.6, score), 'named in the review');
  const kin =
    personNouns.has(words.left) && /^(?:your|her|his)$/.test(words.word(words.previous - 1));
  const received = receivingVerbs.has(words.next) && !serviceVerbs.has(words.next);
  if (
    kin ||
    (words.next === "'s" && caresAfter(words, run)) ||
    (received && !passOnVerbs.has(words.left)) ||
    braveAfter(words, run)
  )
    return is('person', run, score, cue);
  return is('staff', run, score, 'third person');
}

/** "Hana was so brave", "Gary always books": said of those who come. */
function braveAfter(words: Words, run: Run): boolean {
  for (let at = run.to; at < Math.min(words.tokens.count, run.to + 6); at++) {
    if (words.tokens.kind[at] === Kind.stop) return false;
    if (
      /^(?:brave|braver|bravest|trooper|champ|cavity|your|healed|recovery|appointment|appt|cleaning|braces|rehab|results?|visit|checkup)$/.test(
        words.word(at),
      )
    )
      return true;
  }
  return false;
}

/** A treatment, a condition or a part of the body within a few words of the possessive. */
function caresAfter(words: Words, run: Run): boolean {
  for (let at = run.to + 1; at < Math.min(words.tokens.count, run.to + 5); at++) {
    if (words.tokens.kind[at] === Kind.stop) return false;
    if (
      words.tagged(at, Tag.treatment | Tag.condition | Tag.body | Tag.setting) ||
      /^(?:results?|story|journey|transformation|makeover|glow|lips|smile|birthday|bachelorette)$/.test(
        words.word(at),
      )
    )
      return true;
  }
  return false;
}

/** Among capitals of a headline a capital says nothing. */
function headline(words: Words, run: Run): boolean {
  const { tokens } = words;
  const ordinary = (at: number) =>
    tokens.kind[at] === Kind.word &&
    words.capital(at) &&
    !isInitial(tokens, at) &&
    (nameFlags(words.word(at)) & NameFlag.word) !== 0 &&
    (nameFlags(words.word(at)) & 3) === 0;
  return (
    (ordinary(run.from - 1) &&
      ((tokens.shape[run.from - 1] as number) & Shape.firstInSentence) === 0) ||
    ordinary(run.to)
  );
}
