import { NameFlag, nameFlags } from '../../lexicon/names.js';
import { Tag } from '../../tag.js';
import { Kind, Shape } from '../../tokens.js';
import { isVocativePlace } from './address.js';
import { firmNouns, medicalEnds, namesakes, streetWords, timeWords } from './cues.js';
import type { Run } from './runs.js';
import { type Around, is, none, type Verdict } from './verdict-types.js';
import { isTitle, type Words } from './words.js';

/** Brands and firms that are called like people. */
export function asBrand(words: Words, run: Run): Verdict | undefined {
  if (run.to - run.from < 2) return asVerb(words, run);
  return namesakes.has(`${words.word(run.from)} ${words.word(run.from + 1)}`)
    ? none(run)
    : undefined;
}

/** "Grace your skin", "Mark your calendar", "Bella skin starts here": a verb or a brand that opens the sentence. */
function asVerb(words: Words, run: Run): Verdict | undefined {
  if (!words.first || run.initials > 0) return undefined;
  const word = ((run.flags[0] ?? 0) & NameFlag.word) !== 0;
  const object = /^(?:your|our|the|a|an|my|it|this|these|up|all)$/.test(words.next);
  return (word && object) || words.tagged(run.to, Tag.body | Tag.treatment) ? none(run) : undefined;
}

const inPlace =
  /^(?:in|at|near|serving|around|through|downtown|leaving|visit|greater|north|south|east|west|central|outside|across|of|from|to)$/;

const family =
  /^(?:family|brothers?|sisters?|twins|kids|boys|girls|household|clan|siblings|ladies|crew)$/;

/** Streets, firms, months and cities. */
export function ruledOut(words: Words, run: Run, around: Around): Verdict | undefined {
  const { next, left } = words;
  const titled = isTitle(left) && left !== 'lady';
  const lone = run.to === run.from + 1;
  if (
    !titled &&
    firmNouns.has(next) &&
    words.nextKind === Kind.word &&
    (words.capital(run.to) || /^(?:street|clinic|spa|hospital|school|church|county)$/.test(next))
  )
    return none(run);
  if (
    next === "'s" &&
    words.capital(run.to + 1) &&
    (firmNouns.has(words.word(run.to + 1)) || firmNouns.has(words.word(run.to + 2)))
  )
    return none(run);
  if (
    medicalEnds.has(words.word(run.to - 1)) ||
    (streetWords.has(left) && words.capital(words.previous))
  )
    return none(run);
  if (streetWords.has(words.word(run.from)) || (streetWords.has(next) && words.capital(run.to)))
    return none(run);
  // "QC", "PA": a state in an address.
  if (lone && isCode(words, run.from)) return none(run);
  if (lone && firmNouns.has(words.word(run.from)) && !titled && words.left !== '') return none(run);
  // "Warmly, the Ridgeline family", "the whole Cove crew": the practice signs.
  if (
    around.reply &&
    /^(?:family|crew|team|gang|staff|bunch|folks)$/.test(next) &&
    /^(?:the|whole|entire|our|your)$/.test(left) &&
    (words.last || isEnd(words, run.to + 1) || left === 'whole')
  )
    return none(run);
  if (family.test(next) && /^(?:the|both|whole|entire)$/.test(left))
    return is('person', run, 0.75, 'family');
  if (left === 'the' && lone) return pluralFamily(words, run) ?? none(run);
  if (/^(?:a|an)$/.test(left) && !titled) return none(run);
  if (timeWords.has(words.word(run.from)) && lone) {
    if (
      words.tokens.kind[run.to] === Kind.number ||
      /^(?:in|on|of|by|until|since|this|next|last|every|late|early|mid|for|and|or|from|to|through)$/.test(
        left,
      )
    )
      return none(run);
    if (!pronounAfter(words, run, 12) && !isVocativePlace(words)) return none(run);
  }
  if (around.placeEnd >= run.to && !titled) {
    const given = ((run.flags[0] ?? 0) & NameFlag.given) !== 0;
    if (left === ',' && words.capital(words.previous - 1) && words.last) return none(run);
    if (!given || !lone) return none(run);
    if (
      inPlace.test(left) ||
      stateFollows(words, run) ||
      (words.tagged(run.to, Tag.treatment) && next !== "'s")
    )
      return none(run);
    if (
      !around.reply &&
      /^(?:austin|dallas|houston|denver|phoenix|orlando|boston|memphis|tyler)$/.test(
        words.word(run.from),
      ) &&
      next !== "'s"
    )
      return none(run);
  }
  return undefined;
}

function isEnd({ tokens }: Words, at: number): boolean {
  return at >= tokens.count || tokens.kind[at] === Kind.stop;
}

function isCode(words: Words, at: number): boolean {
  const { tokens } = words;
  return (
    (tokens.end[at] as number) - (tokens.start[at] as number) === 2 &&
    ((tokens.shape[at] as number) & Shape.allCapitals) !== 0
  );
}

/** "The Wojciks": a surname in the plural. */
function pluralFamily(words: Words, run: Run): Verdict | undefined {
  const word = words.word(run.from);
  if (!word.endsWith('s')) return undefined;
  const flags = nameFlags(word.slice(0, -1)) | nameFlags(word.replace(/es$/, ''));
  return (flags & NameFlag.surname) !== 0 && (flags & NameFlag.word) === 0
    ? is('person', run, 0.65, 'family')
    : undefined;
}

function stateFollows(words: Words, run: Run): boolean {
  return (
    words.next === ',' &&
    (words.tagged(run.to + 1, Tag.place) ||
      (((words.tokens.shape[run.to + 1] ?? 0) & Shape.allCapitals) !== 0 &&
        words.word(run.to + 1).length === 2))
  );
}

function pronounAfter(words: Words, run: Run, reach: number): boolean {
  for (let at = run.to; at < Math.min(words.tokens.count, run.to + reach); at++)
    if (/^(?:she|he|her|his|hers)$/.test(words.word(at))) return true;
  return false;
}
