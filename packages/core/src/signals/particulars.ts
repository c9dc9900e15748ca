import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind } from '../tokens.js';
import { isTagged, neighborToken, tokenAt, wordAt } from './scan.js';

/** What would let a reader work out who an unnamed person is. 45 CFR 164.514(b)(2)(i). */
export const particularSignals = signals({
  'age-given': {
    describes: 'an exact age of a person',
    phrases: [
      '<number> year|years|yr|yrs old',
      '<number> (y o|yo)',
      '(aged|age|turned|turning|turns) <number>',
      '<number> and a half',
      '<number> years young',
      '<human|role|relation|name|capital|place> «<number>»',
      '(female|male|woman|man) «<number>»',
      'mother|mom|dad|father (of|to) <number>',
    ],
    find: (reading) => reading.phraseMatches('age-given').filter((span) => isAge(reading, span)),
  },
  'day-given': {
    describes: 'a day, a month or a time of day',
    phrases: [
      '<day|month|clock>',
      '<number> am|pm|a.m|p.m',
      "<number> o'clock",
      'last|this <day|month>',
      '(this|last|that|in the|late|early) (spring|summer|fall|winter|autumn)',
      'the <number> th',
      '(christmas eve|halloween)',
      "(new year 's|valentine 's) (day|eve)",
      '(in|since|last|this) (march|may)',
    ],
    find: (reading) =>
      reading.phraseMatches('day-given').filter((span) => !wordBefore(reading, span, 'every')),
  },
  'town-given': {
    describes: 'a place smaller than a state that belongs to a person',
    phrases: [
      '(from|outside|near|up from|down from|over from|in from|out of|way from) (the|old|little|south|north|east|west|downtown)? «<capital|place>»',
      '(lives|lived|living|moved|native|home|back|town|parish|raised) (in|of|to) «<capital|place>»',
      'in «<place>»',
      '«<capital> county»',
      'all the way «<capital|place>»',
      '(left|leaves|hails from|out in|over in|down in|up in) «<capital|place>»',
    ],
    find: (reading) =>
      reading.phraseMatches('town-given').filter((span) => isPlaceLike(reading, span)),
  },
  'group-given': {
    describes: 'a school, church, team, employer or other small group',
    phrases: [
      '<capital|place|name> (high|elementary|middle|academy|isd|university|college|church|parish|school|diner|bakery|cafe|hospital|presbyterian|methodist|baptist|pd|fd|gym|league|library|brewery|barbershop|salon|pta|band|church|company|line)',
      'channel <number>',
      'fire|police|radio|gas station',
      "(sheriff|clerk|county clerk) 's (department|office)",
      '(the|our|a|local) (pta|little league|bowling league|feed store|post office|public library|charter school|school board|city council|barbershop|boutique|choir|shul|synagogue|mosque|parish|co op|fire department|school district|dance boosters|quilting circle|book club|rotary|country club|front desk at)',
      '(small town|neighborhood)',
    ],
  },
  'job-given': {
    describes: 'an occupation or a public role',
    phrases: [
      '<role>',
      'retired|former|local <role|capital|human>',
      '(retired|former) .. (driver|worker|clerk|director|dispatcher|owner|operator|plumber|pilot|chef|officer|guard|miner|seamstress)',
      '(she|he|they|who|that) (teaches|coaches|runs|owns|fixes|plows|manages|works|sells|plays|sings|preaches|delivers|farms|builds|bakes)',
      '(she|he|they|who) drives (the|a) .. (bus|truck|route|plow|van|school bus)',
      '(works|worked|working) (at|for|the|nights)',
      '((bus|truck|delivery|school bus|ups) driver|uniform)',
      '(army|navy|marine|marines|veteran|deployment|dispatcher|youth minister|choir director|school nurse|owner of)',
    ],
  },
  'family-given': {
    describes: 'a family role or a turn in private life',
    phrases: [
      '(her|his|their) (own|late|new|little|big|<number>)? <relative>',
      '(mother|mom|dad|father|mama|parent|grandmother|grandma|grandfather) (of|to) (<number>|two|three|four|five|six|twins|triplets|multiples|boys|girls)',
      'widow|widower|widowed|divorce|divorced|newlywed|engaged|pregnant|fiancee|fiancé|fiancée|adoption|honeymoon|breakup',
      '(second|third|first|fourth) (baby|child|pregnancy|wedding|marriage)',
      'kids|twins|triplets|pregnancies',
    ],
  },
  'event-given': {
    describes: 'an event that others attended',
    phrases: [
      '(wedding|reunion|prom|marathon|triathlon|ironman|funeral|graduation|homecoming|pageant|quinceañera|bachelorette|baptism|rodeo|recital|parade|gala|half marathon|deployment|bingo|concert|retirement|christening|adoption|tournament|regatta)',
    ],
  },
  'feat-given': {
    describes: 'something rare about a person',
    phrases: [
      '(flew|drove|driven|rode|traveled|travelled|hitchhiked|came) .. (from|hours|miles|through|down|across)',
      '(<number>|one|two|three|four|five|six|seven|eight) (hours|hour|miles) (each|away|drive|round)',
      'only (<number>|one|person)',
      '(first|oldest|youngest|tallest|eldest) (patient|client|person|fan|ever)',
      'medal|tiara|uniform|hat|cane|wheelchair|accent|trophy',
      'cancer|transplant|blast|accident|attack|fire|burned|amputated',
    ],
  },
  'said-quote': {
    describes: 'words of the person, quoted',
    find: (reading) => quotedSpeech(reading),
  },
});

function isAge(reading: Reading, span: Span): boolean {
  const { tokens } = reading;
  let token = tokenAt(tokens, span.start);
  const end = tokenAt(tokens, span.end - 1);
  while (token < end && !isTagged(tokens, token, 'number')) token++;
  const value = Number(wordAt(tokens, token));
  if (!(value >= 1 && value <= 115) || isTagged(tokens, token, 'money')) return false;
  const before = wordAt(tokens, token - 1);
  // In "52-year-old" a hyphen stands between.
  const next = wordAt(tokens, token + 1) === '-' ? token + 2 : neighborToken(tokens, token, 1);
  const after = next === -1 ? '' : wordAt(tokens, next);
  if (
    /^(?:years?|yrs?|yo?)$/.test(after) ||
    (/^(?:age|aged|turned|turning|turns)$/.test(before) && !/^(?:%|percent)$/.test(after))
  )
    return !/^(?:to|or|and)$/.test(after) || after === 'and';
  // "a plumber, 68," and "Karen, 46": set off by a comma, with nothing counted after it.
  return (
    before === ',' &&
    value >= 10 &&
    (next === -1 ||
      wordAt(tokens, token + 1) === ',' ||
      !isTagged(tokens, next, 'human', 'treatment', 'setting'))
  );
}

function isPlaceLike(reading: Reading, span: Span): boolean {
  const { tokens } = reading;
  const token = tokenAt(tokens, span.start);
  if (
    isTagged(
      tokens,
      token,
      'treatment',
      'month',
      'day',
      'platform',
      'staff',
      'practice',
      'number',
      'handle',
      'name',
      'condition',
    )
  )
    return false;
  return !/^(?:us|our|the|a|my|day|week|start|head|home|here|i|monday|you|your|this|that)$/.test(
    wordAt(tokens, token),
  );
}

function wordBefore(reading: Reading, span: Span, word: string): boolean {
  return wordAt(reading.tokens, tokenAt(reading.tokens, span.start) - 1) === word;
}

const saying =
  /^(?:said|says|told|asked|goes|whispered|wrote|texted|calls|joked|swears|yelled|laughed)$/;

function* quotedSpeech(reading: Reading): Generator<Span> {
  const { tokens } = reading;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.kind[token] !== Kind.soft || tokens.word[token] !== '"') continue;
    let end = token + 1;
    while (end < tokens.count && end - token < 60 && tokens.word[end] !== '"') end++;
    if (tokens.word[end] !== '"') continue;
    const said = [token - 1, token - 2, token - 3, end + 1, end + 2, end + 3].some((at) =>
      saying.test(wordAt(tokens, at)),
    );
    if (said && end - token > 2)
      yield { start: tokens.start[token] as number, end: tokens.end[end] as number };
    token = end;
  }
}
