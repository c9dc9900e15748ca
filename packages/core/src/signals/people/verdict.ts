import { NameFlag, nameFlags } from '../../lexicon/names.js';
import { Tag } from '../../tag.js';
import { Kind, Shape, type Tokens } from '../../tokens.js';
import type { Person } from '../people.js';
import { callOf } from './called.js';
import {
  careTitles,
  closers,
  credentials,
  firmNouns,
  greetings,
  honorifics,
  kinTitles,
  medicalEnds,
  namesakes,
  passOnVerbs,
  personNouns,
  receivingVerbs,
  serviceVerbs,
  streetWords,
  tellingVerbs,
  thanks,
  thanksFillers,
  timeWords,
  workTitles,
} from './cues.js';
import { isInitial, isNameWord, type Run } from './runs.js';
import { isTitle, Words } from './words.js';

/** What a run of capitals is. */
export interface Verdict {
  readonly kind: 'person' | 'staff' | 'none';
  readonly from: number;
  readonly to: number;
  readonly score: number;
  readonly cue: string;
}

/** What the judge of a run may ask about the passage. */
export interface Around {
  /** True for a word of a name that is known to be staff. */
  own(word: string): boolean;
  /** The names that the answered review speaks of. */
  readonly serving: ReadonlySet<string> | undefined;
  readonly reply: boolean;
  readonly before: Person | undefined;
  /** Where the place name that starts with the run ends; the run's start when there is none. */
  readonly placeEnd: number;
}

/** Decides what a run is: cues around it first, then the lists, then its capitals. */
export function judgeRun(tokens: Tokens, run: Run, around: Around): Verdict {
  const words = new Words(tokens, run);
  return (
    asBrand(words, run) ??
    asCalled(words, run, around) ??
    ruledOut(words, run, around) ??
    asStaff(words, run, around) ??
    asTitled(words, run) ??
    asSignature(words, run, around) ??
    asCompanion(words, run, around) ??
    asVocative(words, run, around) ??
    asNarrative(words, run, around)
  );
}

function none(run: Run): Verdict {
  return { kind: 'none', from: run.from, to: run.to, score: 0, cue: '' };
}

function is(
  kind: 'person' | 'staff',
  run: Run,
  score: number,
  cue: string,
  from = run.from,
): Verdict {
  return { kind, from, to: run.to, score: Math.max(0, Math.min(1, score)), cue };
}

const inPlace =
  /^(?:in|at|near|serving|around|through|downtown|leaving|visit|greater|north|south|east|west|central|outside|across|of|from|to)$/;
const family =
  /^(?:family|brothers?|sisters?|twins|kids|boys|girls|household|clan|siblings|ladies|crew)$/;

/** Brands and firms that are called like people. */
function asBrand(words: Words, run: Run): Verdict | undefined {
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

/** Called by name at a place where nothing but a name stands. The practice's own people are told apart below. */
function asCalled(words: Words, run: Run, around: Around): Verdict | undefined {
  const call = callOf(words, run);
  if (call === '' || around.own(words.word(run.from)) || titleAfter(words, run.to))
    return undefined;
  if (around.reply && call !== 'vocative' && around.serving?.has(words.word(run.from)))
    return undefined;
  const ofStaff = call === 'celebrated' || words.left === 'named';
  return around.reply && ofStaff ? undefined : is('person', run, 0.8, call);
}

/** Streets, firms, months and cities. */
function ruledOut(words: Words, run: Run, around: Around): Verdict | undefined {
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

/** Titles and credentials of the practice's own people, before or after the name. */
function asStaff(words: Words, run: Run, around: Around): Verdict | undefined {
  const { tokens, previous, left } = words;
  const honorific = honorifics.has(left);
  if (careTitles.has(left) && isTitleHere(words, previous))
    return is('staff', run, 0.95, 'title', previous);
  if (workTitles.has(left) && (words.capital(previous) || ownWork(words, previous)))
    return is('staff', run, 0.85, 'work title');
  if (left === ',' && ownTitle(words, previous - 1)) return is('staff', run, 0.85, 'work title');
  if (words.next === 'here' || (words.next === ',' && words.word(run.to + 1) === 'here'))
    return is('staff', run, 0.85, 'introduces itself');
  if (honorific && /^[,]$/.test(words.word(previous - 1)) && ownTitle(words, previous - 2))
    return is('staff', run, 0.85, 'work title', previous);
  if (honorific && workTitles.has(words.word(previous - 1)))
    return is('staff', run, 0.85, 'work title', previous);
  if (
    around.reply &&
    /^(?:for|to|with|from)$/.test(
      honorific || kinTitles.has(left) ? words.word(previous - 1) : '',
    ) &&
    /^(?:ask|talk|speak|call|said|deal)$/.test(words.word(previous - 2))
  )
    return is('staff', run, 0.8, 'work title', previous);
  if (!greetedDirectly(words, previous) && titleAfter(words, run.to))
    return is('staff', run, 0.9, 'credentials', honorific ? previous : run.from);
  if (!honorific && around.own(words.word(run.from))) return is('staff', run, 1, 'profile');
  if (
    words.word(run.to) === '(' &&
    (workTitles.has(words.word(run.to + 1)) || careTitles.has(words.word(run.to + 1)))
  )
    return is('staff', run, 0.85, 'work title');
  if (askFor(words, previous)) return is('staff', run, 0.75, 'whom to ask');
  if (/^(?:at|from|in|on|up|with|of)$/.test(words.next) && atDesk(words, run.to))
    return is('staff', run, 0.85, 'works here');
  if (
    tokens.word[run.to] === 'and' &&
    /^(?:the|our)$/.test(words.word(run.to + 1)) &&
    /^(?:team|crew|staff|girls|gang)$/.test(words.word(run.to + 2))
  )
    return is('staff', run, 0.8, 'works here');
  return undefined;
}

/** "Ask for Dolores", "Call Lisbeth at", "talk to Beatrix": the one to ask works here. */
function askFor(words: Words, previous: number): boolean {
  const before = words.word(previous - 1);
  if (words.left === 'for' && before === 'ask') return true;
  if (/^(?:to|with)$/.test(words.left) && /^(?:talk|speak|talking)$/.test(before))
    return !/^(?:'ve|have|we|i)$/.test(words.word(previous - 2));
  return (
    /^(?:ask|call|contact|email)$/.test(words.left) &&
    words.capital(previous) &&
    words.next !== "'s"
  );
}

function ownTitle(words: Words, at: number): boolean {
  return (workTitles.has(words.word(at)) || careTitles.has(words.word(at))) && ownWork(words, at);
}

/** "Hello Priscilla, office manager here": the writer has the title, not the one greeted. */
function greetedDirectly(words: Words, previous: number): boolean {
  return greetings.has(words.left) && words.left !== 'welcome' && previous >= 0;
}

function isTitleHere(words: Words, at: number): boolean {
  const word = words.word(at);
  if (/^(?:dr|doctor|doc|nurse)$/.test(word))
    return (
      word !== 'nurse' ||
      words.capital(at) ||
      /^(?:our|my|the|your|by|with|dear|and|,)$/.test(words.word(at - 1))
    );
  return words.capital(at) && ((words.tokens.shape[at] as number) & Shape.firstInSentence) === 0
    ? true
    : ownWork(words, at) || words.capital(at);
}

/** "our billing lead", "the office manager", "practice administrator": work at this practice. */
function ownWork(words: Words, at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 4); back--) {
    const word = words.word(back);
    if (
      /^(?:our|my|the|us|practice|office|front|your|by|with|staff|team|lead|head|new|newest|local)$/.test(
        word,
      )
    )
      return true;
    if (words.tokens.kind[back] !== Kind.word)
      return words.word(at) === 'manager' || words.capital(at);
  }
  return at === 0 || words.word(at) === 'manager';
}

/** Credentials or a title right after the name, a comma or brackets between: "Kelly, RN", "Barb, Office Manager". */
function titleAfter(words: Words, to: number): boolean {
  const { tokens } = words;
  let at = to;
  if (/^(?:and|&)$/.test(words.word(at)) && isNameWord(tokens, at + 1)) at += 2;
  while (isNameWord(tokens, at) && at < to + 4) at++;
  if (credentials.has(words.word(at)) && ((tokens.shape[at] as number) & Shape.allCapitals) !== 0)
    return true;
  if (
    words.word(at) !== ',' &&
    words.word(at) !== '(' &&
    words.word(at) !== '-' &&
    words.word(at) !== '—'
  )
    return false;
  at++;
  if (credentials.has(words.word(at)) && ((tokens.shape[at] ?? 0) & Shape.allCapitals) !== 0)
    return true;
  for (let look = at; look < Math.min(tokens.count, at + 5); look++) {
    if (tokens.kind[look] === Kind.stop || words.word(look) === ',') return false;
    if (
      /^(?:who|you|we|she|he|is|was|has|and|it|the|her|his)$/.test(words.word(look)) &&
      words.word(look) !== 'the'
    )
      return false;
    if (workTitles.has(words.word(look)) || careTitles.has(words.word(look))) return true;
  }
  return false;
}

function atDesk(words: Words, at: number): boolean {
  for (let look = at + 1; look < at + 5; look++)
    if (/^(?:desk|front|reception|billing|phones|phone|team|staff|office)$/.test(words.word(look)))
      return true;
  return false;
}

/** Honorifics and kin titles: "Mrs. Petrakis", "Auntie Lei", "Big Jim", "Mr. & Mrs. Abernathy-Cole". */
function asTitled(words: Words, run: Run): Verdict | undefined {
  const { previous, left, tokens } = words;
  if (honorifics.has(left)) {
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
    ((run.flags[0] ?? 0) & NameFlag.given) !== 0 &&
    ((run.flags[0] ?? 0) & NameFlag.word) === 0
  )
    return is('person', run, 0.75, 'kin title', previous);
  return undefined;
}

/** The writer's name under a reply or a letter; a reviewer's under a quotation. */
function asSignature(words: Words, run: Run, around: Around): Verdict | undefined {
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

/** "Tomas and Lena": what the one is, the other is. */
function asCompanion(words: Words, run: Run, around: Around): Verdict | undefined {
  const { before } = around;
  if (!before || before.kind === 'practice' || before.score < 0.5) return undefined;
  const gap = words.previous - before.to;
  if (gap < 0 || gap > 1 || !/^(?:and|&|\+|,|y|or)$/.test(words.left)) return undefined;
  if (words.left === ',' && before.cue === 'vocative') return undefined;
  if (strength(run) < 0.1 && words.left === ',') return undefined;
  return is(before.kind, run, before.score - 0.05, before.cue);
}

/** Somebody spoken to. */
function asVocative(words: Words, run: Run, around: Around): Verdict | undefined {
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
    strong >= 0.15 &&
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
  if (words.first && /^(?:you|your)$/.test(next) && strong >= 0.25)
    return is('person', run, 0.75, 'vocative');
  return undefined;
}

function isVocativePlace(words: Words): boolean {
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

/** How much the words themselves look like a name, whatever stands around them: 0 to 0.9. */
function strength(run: Run): number {
  const given = run.flags.map((flags) =>
    (flags & NameFlag.given) !== 0
      ? (flags & (NameFlag.word | NameFlag.place)) !== 0
        ? 0.25
        : 0.55
      : 0,
  );
  const last = run.flags.map((flags) =>
    (flags & NameFlag.surname) !== 0 ? ((flags & NameFlag.word) !== 0 ? 0.2 : 0.3) : 0,
  );
  const first = given[0] ?? 0;
  if (run.flags.length === 1)
    return Math.min(
      0.75,
      Math.max(first, (last[0] ?? 0) - 0.05, run.flags[0] === 0 ? 0.2 : 0) +
        (run.initials > 0 ? 0.25 : 0),
    );
  const end = last[last.length - 1] ?? 0;
  const unknown = run.flags[run.flags.length - 1] === 0;
  if (first > 0) return Math.min(0.9, first + (end > 0 ? end + 0.1 : unknown ? 0.25 : 0.15));
  if (end > 0) return (run.flags[0] === 0 || (last[0] ?? 0) > 0 ? 0.4 : 0.25) + end / 2;
  if (given.some((value) => value > 0.3)) return 0.5;
  return run.flags.every((flags) => flags === 0) ? 0.4 : 0.3;
}

/** Somebody spoken of. */
function asNarrative(words: Words, run: Run, around: Around): Verdict {
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
