import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind, sentenceAt, type Tokens, tokenSpan } from '../tokens.js';
import { around, covering, hasTagNear, isTagged, tokenAt, wordAt } from './scan.js';

/** Stories about one person who is not named. */
export const storySignals = signals({
  individual: {
    describes: 'one person: "a patient", "one of our clients", "this 43-year-old", "my 3 o\'clock"',
    leg: 'person',
    phrases: [
      '(one|another|some) of (our|my|the|their) .. <relation|human|role>',
      "(my|our|today 's|yesterday 's|tonight 's|this morning 's|this afternoon 's) (last|first|next|favorite|very)? (<clock>|<number> (am|pm|o'clock)|(three|two|one|four|five|nine|ten|eleven) o'clock)",
      '(my|our) (last|first|next|newest|favorite|final) (one|patient|client|consult|appointment|injection) (of the day|today|tonight|this <day>)?',
      '(patient|subject|case <number>)',
      '(half|certain members|members|three|two|some) of (the|you) ..3 (boosters|moms|dads|team|league|pta|choir|row|squad|club)',
    ],
    find: individuals,
  },
  'she-or-he': {
    describes: 'a person told of as "she" or "he" alone',
    leg: 'person',
    find: pronouns,
  },
  'visit-told': {
    describes: 'tells that someone came in or was treated',
    leg: 'care',
    phrases: [
      '(came|comes|come|coming|walked|walks|walking|stopped|stops|popped|pops|strolled|drove|drives|flew|flies|rode|rolled|hobbled|limped|marched|snuck|slipped) .. (in|by|over|up|to us|to see us|to our|into our|through our|with us)',
      '(in|into|on|onto|from) (my|our|the|your) (chair|table|room|lobby|recliner|office|treatment room|waiting room|laser room|or|op|booth|bed|suite)',
      'through (our|the|my) (door|doors)',
      '(with|by|to|at|trusted|chose|found|visited|saw|sees) (us|me|dr <staff>|<staff>)',
      '(was|were|been) (in|here|with us|treated|injected|seen)',
      '(we|i|dr <staff>) (rebuilt|fixed|treated|injected|lasered|operated|repaired|zapped)',
      '(got|gets|getting|had|has|have|having|wanted|wants|needed|booked|tried|asked for|chose|loves|started|finished|completed) (her|his|their|a|an|some|the|this|first|with|for)? ..3 <treatment>',
      '(first|second|third|last|final|next) .. <treatment>',
      '(got|had|gets|has) (her|his|their) ..2 (done|fixed|treated|injected|off|out|back|lasered)',
      '(left|leaves|walked out) (here|happy|glowing|smiling|our|the office|with)',
      '(dropped|lost|down|shed) (<number>|over <number>|one hundred|a hundred|two|ten|twenty|thirty|forty|fifty) .. (pounds|lbs|sizes|notches|inches)',
      '<treatment|body|condition|setting> .. (done|gone|off|fixed)',
      '(session|round|week|month|day|visit) (<number>|one|two|three|four|five|six)',
      '(her|his|their|those|that) (own|new|fresh|whole|entire)? <treatment|condition|body|setting>',
      '(before|after) (her|his|their) .. <treatment|setting|day>',
      'for (her|his|their) .. <treatment|body|setting|condition>',
      '(numb|numbed|numbing|injected|lasered|treated|zapped|stitched|prepped)',
    ],
  },
  'case-story': {
    describes: 'one unnamed person, care, and two or more particulars that single them out',
    leg: 'person',
    find: caseStories,
  },
});

const determiners = /^(?:a|an|one|this|that|another|some|my|our|the|certain|'s)$/;
const plurals = /(?:[^s]s|people|women|men|children|folks)$/;

function* individuals(reading: Reading): Generator<Span> {
  yield* reading.phraseMatches('individual');
  const { tokens } = reading;
  for (let token = 0; token < tokens.count; token++) {
    if (
      !isTagged(tokens, token, 'human', 'relation', 'role', 'relative') ||
      isTagged(tokens, token, 'staff', 'name', 'treatment')
    )
      continue;
    if (
      isTagged(tokens, token + 1, 'human', 'relation', 'role') &&
      tokens.kind[token + 1] === Kind.word
    )
      continue;
    if (
      plurals.test(wordAt(tokens, token)) &&
      !/^(?:princess|actress|goddess|boss|waitress|hostess)$/.test(wordAt(tokens, token))
    )
      continue;
    const start = determinerBefore(tokens, token);
    if (start !== -1) yield tokenSpan(tokens, start, token + 1);
  }
}

/** The token of the article or the like that makes the noun one person; -1 when there is none. */
function determinerBefore(tokens: Tokens, noun: number): number {
  const relative = isTagged(tokens, noun, 'relative') && !isTagged(tokens, noun, 'human');
  for (let at = noun - 1; at >= 0 && at >= noun - 9; at--) {
    const kind = tokens.kind[at];
    if (kind === Kind.stop || (kind === Kind.clause && wordAt(tokens, at) !== '-')) return -1;
    const word = wordAt(tokens, at);
    if (!determiners.test(word)) {
      if (/^(?:every|each|any|no|your|for|of|with|by|and|or|if|as|like|at|to|be|is)$/.test(word))
        return -1;
      continue;
    }
    if (word === "'s" && !isTagged(tokens, at - 1, 'day', 'month')) return -1;
    // My daughter, our mom: the writer's own family. "The mom who …" is somebody.
    if (relative && /^(?:my|our|'s)$/.test(word)) return -1;
    if (
      relative &&
      word === 'the' &&
      !/^(?:who|from|that|whose|of|behind)$/.test(wordAt(tokens, noun + 1))
    )
      return -1;
    // "the patient" and "our patient coordinator" speak of anyone.
    if (word === 'the' && noun - at < 2 && isTagged(tokens, noun, 'relation')) return -1;
    return word === "'s" ? at - 1 : at;
  }
  return -1;
}

function* pronouns(reading: Reading): Generator<Span> {
  const { tokens } = reading;
  for (let token = 0; token < tokens.count; token++) {
    const word = wordAt(tokens, token);
    if (word !== 'she' && word !== 'he') continue;
    if (knownBefore(tokens, token)) continue;
    yield tokenSpan(tokens, token, token + 1);
  }
}

const animals =
  /^(?:greyhound|poodle|doodle|kitten|parrot|clownfish|dog|cat|puppy|retriever|pup|horse|fish|grandfather|grandmother|founder|mother|father|daughter|son|wife|husband|mom|dad|sister|brother)$/;

/** True when the person a pronoun means is staff, a colleague, family of the writer or an animal. */
function knownBefore(tokens: Tokens, token: number): boolean {
  const sentence = sentenceAt(tokens, token);
  const from = tokens.sentenceStart[Math.max(0, sentence - 2)] as number;
  for (let at = token - 1; at >= from; at--) {
    if (isTagged(tokens, at, 'staff', 'practice', 'ownhandle')) return true;
    if (
      animals.test(wordAt(tokens, at)) &&
      /^(?:my|our|office|therapy|the|legged|a)$/.test(wordAt(tokens, at - 1))
    )
      return true;
    if (/^(?:candidate|imagine|fictional|someone|anyone)$/.test(wordAt(tokens, at))) return true;
  }
  return false;
}

const kinds = [
  'age-given',
  'day-given',
  'town-given',
  'group-given',
  'job-given',
  'family-given',
  'event-given',
  'feat-given',
  'said-quote',
  'distinctive-mark',
] as const;

function* caseStories(reading: Reading): Generator<Span> {
  const ages = reading.matches('age-given');
  const persons = [...reading.matches('individual'), ...reading.matches('she-or-he'), ...ages].sort(
    (a, b) => a.start - b.start,
  );
  if (persons.length === 0) return;
  let past = -1;
  for (const person of persons) {
    if (person.start < past) continue;
    const found = particularsOf(reading, person);
    if (!found) continue;
    const listed = ages.includes(person) && isListed(reading, person, found.count);
    if (!listed && !isTold(reading, person)) continue;
    past = found.span.end;
    yield found.span;
  }
}

/** The person with two kinds of particulars close by, as one span; undefined when there are fewer. */
function particularsOf(reading: Reading, person: Span): { span: Span; count: number } | undefined {
  const sentence = reading.sentenceAt(person.start);
  const close: Span[] = [];
  let count = 0;
  for (const kind of kinds) {
    const spans = around(reading, person.start, reading.matches(kind), 1);
    if (spans.length === 0) continue;
    count++;
    close.push(...spans.filter((span) => reading.sentenceAt(span.start) <= sentence));
  }
  if (count < 2 || close.length === 0) return undefined;
  return { span: covering([person, ...close]), count };
}

/** A caption such as "Age 26, dancer with the Louisville company, operated 1/14/2026": an age stands for its person. */
function isListed(reading: Reading, age: Span, count: number): boolean {
  const { passage, tokens } = reading;
  if (
    around(reading, age.start, reading.matches('generic'), 0).length > 0 ||
    staffNear(reading, tokenAt(tokens, age.start))
  )
    return false;
  const caption =
    passage.part === 'alt-text' ||
    (passage.role !== undefined &&
      /caption|subject|note|alt|description|title|name|by|from/.test(passage.role));
  const care =
    hasTagNear(tokens, tokenAt(tokens, age.start), 0, 'treatment', 'condition', 'body') ||
    /operated|injected|photographed/i.test(passage.text);
  const sheet = caseSheet.test(passage.text);
  return (
    (care || caption || sheet) &&
    (caption || sheet || count >= 3) &&
    !hasTagNear(tokens, tokenAt(tokens, age.start), 0, 'practice')
  );
}

/** "Case 12. Female, 41", "The patient: a 58-year-old …": the data of one person. */
const caseSheet =
  /\bcase (?:study|no\.?|#|\d|[ivx]+\b)|\b(?:the )?(?:person|patient|client|subject):/i;

/** True when the sentence tells what happened to the person, and care is near. */
function isTold(reading: Reading, person: Span): boolean {
  const { tokens } = reading;
  const token = tokenAt(tokens, person.start);
  const near = (signal: string, reach: number) =>
    around(reading, person.start, reading.matches(signal), reach).length > 0;
  if (
    near('generic', 0) ||
    near('teaching', 0) ||
    near('model-labelled', 1) ||
    staffNear(reading, token)
  )
    return false;
  if (near('colleague-cue', 1) || near('trend-talk', 0)) return false;
  const visit = near('visit-told', 0);
  const care = hasTagNear(tokens, token, 1, 'treatment', 'condition') || near('visit-told', 1);
  const surely =
    care ||
    (hasTagNear(tokens, token, 8, 'treatment', 'condition') &&
      hasTagNear(tokens, token, 1, 'setting', 'body'));
  // A post is about today; a page or a letter must tell what happened.
  const indefinite = /^an?$/.test(wordAt(tokens, token));
  if (
    reading.passage.channel === 'social-post' &&
    !indefinite &&
    (care || hasTagNear(tokens, token, 1, 'body'))
  )
    return true;
  return surely && (visit || hasTagNear(tokens, token, 0, 'past'));
}

/** True when staff are spoken of just before: "she" is then one of them. */
function staffNear(reading: Reading, token: number): boolean {
  const { tokens } = reading;
  const from = tokens.sentenceStart[Math.max(0, sentenceAt(tokens, token) - 1)] as number;
  for (let at = from; at < token; at++) if (isTagged(tokens, at, 'staff', 'practice')) return true;
  return false;
}
