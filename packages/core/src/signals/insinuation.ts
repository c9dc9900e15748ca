import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, hasTagNear, perSentence, tokenAt } from './scan.js';

/** Celebrities, and winks about who was here. */
export const insinuationSignals = signals({
  'public-figure': {
    describes: 'a public figure or a class of them',
    leg: 'person',
    phrases: [
      '(celebrity|celebrities|a lister|a listers|celeb|celebs|famous|vip) ..1 (client|clients|clientele|patient|patients|face|faces|fans)?',
      '(real housewife|real housewives|bachelor|bachelorette|housewives)',
      '(grammy|oscar|emmy|tony|super bowl|academy award|heisman|olympic) (winner|nominee|nominees|winners|mvp|medalist)',
      '(best actress|best actor|oscar|goaltender|quarterback|linebacker|pitcher|senator|governor|congresswoman|congressman|mayor|ambassador)',
      '(cowboys|rangers|mavericks|mavs|lakers|yankees|braves|chiefs|dodgers|nfl|nba|mlb|nhl) (player|players|star|wife|wives|cheerleader|cheerleaders|legend|coach)',
      '(news|weather|morning show|morning show|tv|radio|ktol|channel) ..2 (anchor|anchors|guy|lady|host|meteorologist|personality|star|man|woman)',
      'channel ..2 <name|human>',
      '(senator|governor|mayor|congressman|congresswoman|judge|coach|sheriff) <name|capital>',
      '<capital> (anchor|meteorologist)',
      '(anchor|anchors|anchorwoman|meteorologist|radio host|actress|actor|pop star|rock star|influencer|supermodel|reality star|beauty queen|movie star|country singer)',
      'miss (teen)? <capital|place>',
      '(espn|netflix|bravo|hbo|nfl|mlb|nba|wnba|hall of famer|olympian|gold medalist|mvp|pro bowler|starting (pitcher|quarterback)|first lady|lieutenant governor|chart topping ..1 (singer|artist)|platinum (singer|artist)|weather (guy|man|woman|girl))',
      "(your|everyone 's|this town 's|the city 's) favorite ..3 (host|anchor|dj|player|coach|singer|actor|chef|reporter|influencer)",
      '(the)? (guy|man|woman|lady|voice|face) (who|that) (reads|does|calls|reports|anchors|hosts) ..4',
      '(<human>|the one|somebody|someone|two of the cast|cast member|star) (from|on|of) (the|your|that)? ..2 (show|tv|bravo|netflix|team|movie|series)',
      '(two of the cast|the cast|red carpet|dating show|season of)',
      '(someone|somebody|a certain someone) famous',
    ],
  },
  'treated-here': {
    describes: 'claims that such a person is treated here',
    leg: 'care',
    phrases: [
      '(trust|trusts|trusted|loved|loves|choose|chooses|found|visit|visits|visited|see|sees) (us|by|our|dr|<staff>)',
      '(treat|treated|treating|injected|injecting)',
      '(clients|clientele|patients) (include|includes|wait|come|have|are|who)',
      '((was|were|been) in (for|our|here|today)|in our chair|came to us|came in|comes in|comes like|walked in|stopped by|found us|left here)',
      '(secret|thanks to|courtesy of|credit) .. (weapon|us|dr|behind|<staff>)',
      '(usual (hour|slot|room|time)|our (sofa|couch|lot)|looking (younger|rested|refreshed|fresher|fresh))',
      '(fresh look|little help|had (a|some) (little)? (help|work)|(help|work|assist) from us)',
      '((our|my) (injector|laser|chair|table|numbing cream|treatment room|room|lobby|guest)|under our lights|sat right here|came through our|was here|thank us|guess whose)',
      '(prepped|did|does|got|gets|had|fixed|park|parks|parked|used|uses|use) .. (here|there|by us|with us|skin|<treatment>|it|our)',
      '(our|private|back|side) (entrance|door|elevator|slot|laser room|chair)',
      '(who knows why|looked especially|suspiciously|looks like (she|he) slept|fresh look|glow is from|skin by us|brows|you are welcome)',
    ],
  },
  'celebrity-treated': {
    describes: 'a public figure presented as a patient here',
    leg: 'person',
    find: (reading) => perSentence(reading, celebrities(reading)),
  },
  'trend-talk': {
    describes:
      "talks about public figures' own public statements, the press, makers or events, with no claim of treatment here",
    phrases: [
      '(campaign|quoted|featured|seen|as seen) (stars|in|on)',
      '(when public figures|talk openly|spoke openly|talked publicly|public statement|searches|trend|trends|filter|no inside scoop|would not share|never comment|sponsor|half marathon|facial|package|brand ambassador|do not treat celebrities differently)',
      '(told|tells) ..2 (magazine|paper|newspaper|interview|podcast|reporter|show|outlet)',
      '^ (do|does|did|would) you',
      '(would not|do not|does not|will not|never) (say|treat|talk|tell) ..4 (celebrities|who|famous|anyone|if)',
      '(spokesperson|ambassador|commercial|ad) (for|of)',
      'brand <human>',
      '(cowboys|rangers|mavericks) (game|tickets|jersey|sunday)',
    ],
  },
  'coy-hint': {
    describes: 'hints at who was treated without naming them',
    leg: 'person',
    phrases: [
      '(will not|do not|cannot|can not|would not|not|never|without|we are not) (name|naming) (any)? (names|the|who|a name)',
      '(can not|cannot|will not|not|are not) (say|saying) (a word|who|which|anything|nothing)',
      '(iykyk|if you know you know)',
      '(guess|guesses|any guesses) who (was|is|came|just|got|had|stopped|sat|walked|has|visited|booked|left) ',
      'guess which',
      '(someone|somebody|people) (you know|on your|in your|from your|at your|off your)',
      '(someone|somebody) ..1 (on|from|at|in) (the|your)',
      'a little bird',
      "(let us just say|let 's just say)",
      '(all i will say|that is all i|i will say this|all we will say)',
      '(a|one) certain',
      'certain members of',
      "(someone|somebody) 's (ex|husband|wife|boss|mother in law|mom|dad)",
      'half (the|of the|of) .. (moms|boosters|pta|team|dads|ladies|teachers|choir|row|office|staff|board)',
      '(may or may not|might or might not) (have|be)',
      '(secret is safe|lips are sealed|plead the fifth|kiss and tell|take to my grave|you did not hear it from|did not hear it)',
      '(hint|rhymes with|starts with a|initials are)',
      '(just saying|just sayin)',
      '(we will never tell|never tell|no names but|you know who you are|you did not see (her|him|them|us)|would not you like to know|shh|between us|small town so|we know something)',
      '(i|we) (am|are) not saying ..6 but',
      'guess whose ..2 <body|treatment>',
      '(if you recognized|if you recognize|you may recognize|you might recognize|look closely at)',
      '(only other soul|who knows why|the only one who knows)',
      '(mystery|anonymous) (client|patient|guest|lady|man|hands|bride)',
    ],
  },
  'coy-with-care': {
    describes: 'such a hint about somebody who was treated',
    leg: 'person',
    find: (reading) => perSentence(reading, coyHints(reading)),
  },
  teaser: {
    describes: 'a teaser for a product, a reveal of staff, a promise of discretion',
    phrases: [
      'guess (what|how many|the|which (device|product|filler|laser|serum|price))',
      '((is|are) (coming|moving in|launching|arriving|joining|back)|joined (our|the) team|new (device|laser|machine|hire|team member|injector|location))',
      '(discretion|privacy|confidential|confidentiality) .. (standard|promise|part of|always|matters|first|comes)',
      '(non negotiable|sunscreen|coupon|giveaway|first person to guess|reveal friday|full reveal|weighs)',
      'we (do not|never) (name names|kiss and tell|post|share)',
    ],
  },
});

function* celebrities(reading: Reading): Generator<Span> {
  for (const mark of reading.matches('public-figure')) {
    const near = (signal: string) =>
      around(reading, mark.start, reading.matches(signal), 0).length > 0;
    if (near('trend-talk') || near('generic')) continue;
    const token = tokenAt(reading.tokens, mark.start);
    const visited = near('visit-told') && hasTagNear(reading.tokens, token, 0, 'past');
    if (
      near('treated-here') ||
      visited ||
      around(reading, mark.start, reading.matches('coy-hint'), 1).length > 0
    )
      yield mark;
  }
}

function* coyHints(reading: Reading): Generator<Span> {
  for (const mark of reading.matches('coy-hint')) {
    const near = (signal: string, reach = 0) =>
      around(reading, mark.start, reading.matches(signal), reach).length > 0;
    if (near('teaser')) continue;
    const token = tokenAt(reading.tokens, mark.start);
    const care =
      hasTagNear(reading.tokens, token, 1, 'treatment', 'condition') ||
      near('visit-told', 1) ||
      near('treated-here', 1) ||
      hasTagNear(reading.tokens, token, 0, 'body');
    const person =
      near('individual', 1) ||
      near('she-or-he', 1) ||
      near('public-figure', 1) ||
      near('group-given', 1) ||
      hasTagNear(reading.tokens, token, 0, 'human', 'relative', 'role', 'name') ||
      /some(?:one|body)/i.test(reading.passage.text.slice(mark.start, mark.end + 30));
    if (care && person) yield mark;
  }
}
