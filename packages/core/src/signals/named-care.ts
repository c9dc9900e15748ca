import { NameFlag, nameFlags } from '../lexicon/names.js';
import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Tag } from '../tag.js';
import { Kind, Shape, type Tokens, tokenSpan } from '../tokens.js';
import { caringVerbs, ownKinTitles } from './people/cues.js';
import {
  around,
  hasTagNear,
  isTagged,
  neighborToken,
  sentenceRange,
  taggedRuns,
  wordAt,
} from './scan.js';

/** A named person and care, tied to each other. */
export const namedCareSignals = signals({
  'named-care': {
    describes: 'a person by name, who is not staff, tied to a treatment, a condition or a visit',
    leg: 'person',
    find: namedWithCare,
  },
  'vendor-cue': {
    describes: 'names somebody for their work: an author, a maker, a designer, a speaker',
    phrases: [
      '(written|reviewed|edited|designed|painted|built|photographed|posted|hosted|taught|led|catered|drawn|illustrated|photo|photos|music|article|story|words|founded|owned) by',
      '(architect|designer|photographer|caterer|contractor|electrician|plumber|dermatologist|surgeon|author|journalist|reporter|magazine|professor|founder|co founder|owner|hygienist|esthetician|aesthetician|injector|receptionist|coordinator|technician|therapist|trainer|rep|representative|speaker|intern|nurse|counselor|embryologist|podcast|book|pastor)',
      '(named|invented|developed|described|discovered|pioneered) (for|after|by)',
      '(our|the|front) (team|staff|front desk|desk|office|office manager|practice manager|manager|owner|founder|medical director|provider|crew|phones)',
      '(joins|joined|joining|welcome|welcoming|hired|hire|promoted|promotion|work anniversary|years with (us|luma)|retires|retiring|newest|our new|new hire)',
      '(works here|answers (the|our) phones|runs our|leads our|trained (at|in)|graduated|certified|board certified|degree|licensed)',
      '(rn|np|lpn|md|dds|dmd|pa c|cma|phd|aprn|dnp|fnp|crna|bsn|msn|facs|faad|dpt|lmt|edd)',
      'news|weather|statue|street|avenue|foundation|scholarship|award|company|llc|inc',
    ],
  },
  'neighbor-cue': {
    describes: 'speaks of neighbors, suppliers, contests, music, food and good causes',
    phrases: [
      'donated|donation|donations|drive|coats|cans|pantry|shelter|raffle|volunteer|volunteers|sponsor|sponsored|charity|fundraiser|van|truck|tacos|cake|cupcakes|coffee|catering|playlist|dj|band|song|movie|market|parade|fair|ribbon|mural|roof|lights|power|plumbing|towing|bakery|trivia|contest|voted|vote|costume|softball|team',
      '(from|at|of) the (co op|church|school|shop|store|bakery|station|chamber|library)',
      '(our|the) (neighbor|neighbors|landlord|mail carrier|contractor|florist|caterer|intern|dog|cat|fish|plant|robot|mascot|mannequin)',
    ],
  },
  'colleague-cue': {
    describes: 'speaks of somebody as a colleague',
    phrases: [
      '(our|my|the) (own|new|marketing|summer)? (nurse|injector|esthetician|aesthetician|hygienist|assistant|intern|receptionist|front desk|office manager|coordinator|doctor|surgeon|dermatologist|founder|owner|team|crew|staff)',
      '(joins|joined|joining) (us|our|the)',
      '(years|year|months) (with|at) (us|luma|the practice)',
      '(work anniversary|new hire|newest member|promoted|graduated|certified|residency|fellowship)',
    ],
  },
  'public-figure-news': {
    describes: 'reports what a public figure has said in public',
    phrases: [
      '(talked|talks|spoke|speaks|told|opened up|posted|shared|confirmed|revealed) .. (publicly|openly|magazine|podcast|interview|vogue|people|instagram)',
      '<capital> (look|trend|lips|cheekbones|nose|effect|aesthetic)',
    ],
  },
});

const receiving = new Set(
  'came come comes walked tried tries got gets had has lost dropped left chose finished finishing started trusted loves loved wanted rocked crushed went drove flew booked needed hated hid said says told asked did done is was looks looked healed turned hit reached returned rang credits swears brought survived beat kept sat lay dances danced posted texted wore completed earned deserves waited never still just'.split(
    ' ',
  ),
);
const givers =
  /^(?:with|w|by|see|ask|call|text|email|contact|hi|hello|dear|from|at|to|via|per|meet|and|or|love|xo|xoxo|its|thanks|warmly|best|cheers|sincerely|regards)$/;
const providing =
  /^(?:offers|performs|injects|treats|uses|leads|teaches|trained|answers|explains|recommends|places|placed|joined|joins|specializes|sees|runs|will|can|demos|talks|covers|shares|hosts|speaks|studied|wrote|writes|reviewed|books|helps|mixes|makes|keeps|knows|maps|picks|pours|works|worked|moderates|signs|manages|does|reads|reaches|prefers)$/;

function* namedWithCare(reading: Reading): Generator<Span> {
  const { tokens } = reading;
  for (const [from, to] of namesIn(tokens)) {
    if (
      isTagged(
        tokens,
        from,
        'staff',
        'practice',
        'treatment',
        'ownhandle',
        'month',
        'day',
        'condition',
      )
    )
      continue;
    const span = tokenSpan(tokens, from, to);
    if (around(reading, span.start, reading.matches('model-labelled'), 4).length > 0) continue;
    if (isRecipient(reading, from, to) || isCommand(tokens, from, to)) continue;
    if (isOwnFamily(reading, from)) continue;
    if (isTied(reading, from, to, span)) yield span;
  }
  if (reading.passage.channel === 'social-post') yield* namesInHashtags(reading);
}

/** What follows a name in a caption: "Amy after", "Amy week 2". */
const besideCare = new Set('after before at on week day round rounds post got getting'.split(' '));

/** The names that the detector of people found, and given names beside a treatment that are nothing else. */
function* namesIn(tokens: Tokens): Generator<readonly [number, number]> {
  yield* taggedRuns(tokens, 'name');
  for (let token = 0; token < tokens.count; token++) {
    const capital =
      ((tokens.shape[token] as number) & Shape.capital) !== 0 &&
      ((tokens.shape[token] as number) & Shape.allCapitals) === 0;
    if (!capital || ((tokens.tags[token] as number) & ~Tag.capital) !== 0) continue;
    if (
      besideCare.has(wordAt(tokens, token + 1)) &&
      (nameFlags(wordAt(tokens, token)) & NameFlag.given) !== 0 &&
      hasTagNear(tokens, token, 0, 'treatment') &&
      wordAt(tokens, token - 1) !== 'with'
    )
      yield [token, token + 1];
  }
}

/** "Pat dry", "Mark your calendars": at the start of a sentence such a word is a verb, unless it does something a person does. */
function isCommand(tokens: Tokens, from: number, to: number): boolean {
  const word = (nameFlags(wordAt(tokens, from)) & NameFlag.word) !== 0;
  const first = ((tokens.shape[from] as number) & Shape.firstInSentence) !== 0;
  return (
    word &&
    first &&
    to - from === 1 &&
    wordAt(tokens, to) !== "'s" &&
    !receiving.has(wordAt(tokens, to))
  );
}

/** "Uncle David" on a page that says "I": a relative of the one who writes it. */
function isOwnFamily({ tokens, passage }: Reading, from: number): boolean {
  return (
    passage.channel !== 'social-post' &&
    !passage.reply &&
    ownKinTitles.has(wordAt(tokens, from)) &&
    saysI(tokens)
  );
}

function saysI({ word, count }: Tokens): boolean {
  for (let token = 0; token < count; token++) if (word[token] === 'i') return true;
  return false;
}

/** In letters the reader may be called by name: "Hi Jen," and "…, Jen" tell nobody else. */
function isRecipient({ tokens, passage }: Reading, from: number, to: number): boolean {
  if (passage.channel !== 'newsletter' && passage.channel !== 'direct-message') return false;
  const previous = wordAt(tokens, from - 1);
  const next = wordAt(tokens, to);
  const ends = to >= tokens.count || tokens.kind[to] === Kind.stop || next === ',' || next === ':';
  return (
    ends &&
    (previous === ',' ||
      /^(?:hi|hello|hey|dear|hiya|hola|morning|afternoon|evening)$/.test(previous))
  );
}

/** "#MarisolMonday": a given name at the start of a hashtag, in a post about care. */
function* namesInHashtags(reading: Reading): Generator<Span> {
  const { tokens, passage } = reading;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== Kind.hashtag) continue;
    const start = tokens.start[token] as number;
    const words = passage.text.slice(start + 1, tokens.end[token]).split(/(?=[A-Z])/, 6);
    const named =
      words.length > 1 &&
      !/^(?:St|Street|Ave|Road|Rd|Hill|Park|Heights)$/.test(words[1] ?? '') &&
      words.some(
        (word) =>
          isGivenName(word.toLowerCase()) || isGivenName(word.toLowerCase().replace(/s$/, '')),
      );
    if (
      named &&
      (hasTagNear(tokens, token, 2, 'treatment', 'condition', 'setting', 'body') ||
        /(?:week|round|session|month|day)\s/i.test(passage.text))
    )
      yield { start, end: tokens.end[token] as number };
  }
}

function isGivenName(word: string): boolean {
  const flags = nameFlags(word);
  return (
    word.length > 3 &&
    (flags & NameFlag.given) !== 0 &&
    (flags & (NameFlag.word | NameFlag.place)) === 0
  );
}

/** True where a clause with "whose" or "who" tells of care that the person had. */
function isCaredFor(tokens: Tokens, to: number): boolean {
  const at = wordAt(tokens, to) === ',' ? to + 1 : to;
  const joined = wordAt(tokens, at);
  const owned = joined === 'whose';
  if (
    !owned &&
    !(
      joined === 'who' &&
      /^(?:had|got|finished|completed|started|underwent|received|chose|wore|lost)$/.test(
        wordAt(tokens, at + 1),
      )
    )
  )
    return false;
  for (let token = at + 1; token < Math.min(tokens.count, at + (owned ? 4 : 7)); token++) {
    if (tokens.kind[token] === Kind.stop) return false;
    if (isTagged(tokens, token, 'treatment', 'condition')) return true;
    if (owned && isTagged(tokens, token, 'body')) return true;
  }
  return false;
}

/** True of a cue that is part of a colleague's name or stands before it. */
function beforeStaff(tokens: Tokens, cue: Span): boolean {
  for (let token = 0; token < tokens.count; token++) {
    if ((tokens.start[token] as number) < cue.start) continue;
    if (isTagged(tokens, token, 'staff')) return true;
    if ((tokens.start[token] as number) > cue.end) return false;
  }
  return false;
}

function isTied(reading: Reading, from: number, to: number, span: Span): boolean {
  const { tokens } = reading;
  // "From me, Kenji": the writer.
  if (/^(?:me|i|myself)$/.test(wordAt(tokens, from - 2)) && wordAt(tokens, from - 1) === ',')
    return false;
  const before = neighborToken(tokens, from, -1);
  const after = neighborToken(tokens, to - 1, 1);
  const previous = before === -1 ? '' : wordAt(tokens, before);
  const next = after === -1 ? '' : wordAt(tokens, after);
  const honorific =
    /^(?:mr|mrs|ms|miss|mx|señora|señor|doña|don|coach|sister|deacon|nonna|abuela|baby|little|big)$/.test(
      wordAt(tokens, from),
    ) || /^(?:mr|mrs|ms|miss|mx|coach|sister|deacon|nonna|abuela|little|big)$/.test(previous);
  const caring = hasTagNear(tokens, from, 0, 'treatment', 'condition');
  // "Linda's Morpheus8", "Tiffany's smile".
  if (next === "'s" && ownsCare(tokens, after)) return true;
  if (isTagged(tokens, after, 'staff') || providing.test(next)) return false;
  // "Our client Jordan", "patient Mia".
  if (/^(?:client|patient)$/.test(previous) || calledPatient(tokens, to)) return true;
  // "Elaine, whose basal cell Dr. Moreno removed", "Bill, who had four implants placed": what follows is their care.
  if (isCaredFor(tokens, to)) return true;
  // "We loved treating Tiffany": nobody treats a colleague in public.
  if (caringVerbs.has(previous)) return true;
  // "By Nurse Kelly on Jenna": that nurse is somebody else.
  const worker = around(reading, span.start, reading.matches('vendor-cue'), 0).some(
    (cue) => !beforeStaff(tokens, cue),
  );
  // "Voluma for Jenna", "lips on Tasha".
  if (/^(?:for|on)$/.test(previous) && caring && !worker) return true;
  // "Helmut, 68": an age is told of patients, not of colleagues.
  const aged =
    wordAt(tokens, to) === ',' &&
    isTagged(tokens, to + 1, 'number') &&
    /^\d\d$/.test(wordAt(tokens, to + 1));
  if (aged && hasTagNear(tokens, from, 2, 'treatment', 'condition', 'setting', 'body')) return true;
  if (worker && !honorific) return false;
  if (
    previous === 'with' &&
    /^(?:evening|afternoon|morning|hour|day|lunch|date|celebrating|session)$/.test(
      wordAt(tokens, before - 1),
    )
  )
    return true;
  if (around(reading, span.start, reading.matches('public-figure-news'), 0).length > 0)
    return false;
  if (
    givers.test(previous) &&
    !honorific &&
    !(/^(?:meet|ask)$/.test(previous) && followedByPronoun(tokens, to)) &&
    !(next === 'who' && caring) &&
    !(previous === 'and' && isTagged(tokens, before - 1, 'name'))
  )
    return false;
  const told = around(reading, span.start, reading.matches('visit-told'), 0).length > 0;
  const nearby =
    hasTagNear(tokens, from, 1, 'treatment', 'condition') ||
    around(reading, span.start, reading.matches('visit-told'), 1).length > 0;
  if (previous === 'meet' || (next === '' && previous === ''))
    return nearby && (followedByPronoun(tokens, to) || previous !== 'meet');
  if (receiving.has(next))
    return /^(?:got|gets|is|has|had|was|did|said|says|told|asked|never|still|just)$/.test(next)
      ? caring || told
      : nearby;
  if (honorific) return nearby || told || hasTagNear(tokens, from, 0, 'body');
  if (isHistory(tokens, from)) return false;
  if (!honorific && around(reading, span.start, reading.matches('neighbor-cue'), 0).length > 0)
    return false;
  const ambiguous = (nameFlags(wordAt(tokens, from)) & NameFlag.place) !== 0;
  // Pages and letters name colleagues, makers and places too: there the sentence must tell what happened.
  const telling =
    next === 'who' ||
    reading.passage.channel === 'social-post' ||
    /^(?:after|before|at|on|week|day|post)$/.test(next) ||
    hasTagNear(tokens, from, 0, 'past');
  if ((caring || told) && telling && !ambiguous) return true;
  // A short post is about one thing: a person named in it without any work to do is who it is about.
  return (
    !ambiguous &&
    reading.passage.channel === 'social-post' &&
    reading.passage.sentences.length <= 8 &&
    (honorific || isAlone(reading, from)) &&
    hasTagNear(tokens, from, 8, 'treatment', 'condition', 'setting', 'body')
  );
}

/** True when nothing near the name says that it belongs to a neighbor, a supplier, a contest or a cause. */
function isAlone(reading: Reading, token: number): boolean {
  const offset = reading.tokens.start[token] as number;
  return (
    around(reading, offset, reading.matches('vendor-cue'), 1).length === 0 &&
    around(reading, offset, reading.matches('neighbor-cue'), 1).length === 0 &&
    around(reading, offset, reading.matches('colleague-cue'), 2).length === 0
  );
}

/** True when the sentence names a year before 2000: it tells the history of a treatment. */
function isHistory(tokens: Tokens, token: number): boolean {
  const [start, end] = sentenceRange(tokens, token);
  for (let at = start; at < end; at++) if (/^1[5-9]\d\d$/.test(wordAt(tokens, at))) return true;
  return false;
}

/** True when the possessive is followed, within three words, by a treatment, a condition or a part of the body. */
function ownsCare(tokens: Tokens, possessive: number): boolean {
  const [, end] = sentenceRange(tokens, possessive);
  for (let at = possessive + 1; at < Math.min(end, possessive + 4); at++) {
    if (tokens.kind[at] === Kind.clause && wordAt(tokens, at) !== '-') return false;
    if (isTagged(tokens, at, 'treatment', 'condition', 'body')) return true;
    if (
      /^(?:results?|transformation|makeover|journey|glow|appointment|consult|session|recovery|procedure|surgery|before|after|first|second|bachelorette|new)$/.test(
        wordAt(tokens, at),
      )
    )
      return true;
  }
  return false;
}

/** "Mr. and Mrs. Papadakis, our faithful patients since 2009": what the name is said to be. */
function calledPatient(tokens: Tokens, to: number): boolean {
  if (wordAt(tokens, to) !== ',' || !/^(?:our|my|a|one)$/.test(wordAt(tokens, to + 1)))
    return false;
  for (let at = to + 2; at < to + 6; at++) {
    if (tokens.kind[at] !== Kind.word) return false;
    if (/^(?:patients?|clients?)$/.test(wordAt(tokens, at)))
      return !/^(?:coordinator|advocate|navigator|care|relations|services)$/.test(
        wordAt(tokens, at + 1),
      );
  }
  return false;
}

function followedByPronoun(tokens: Tokens, to: number): boolean {
  for (let at = to; at < Math.min(tokens.count, to + 10); at++)
    if (/^(?:she|he|her|his|they)$/.test(wordAt(tokens, at))) return true;
  return false;
}
