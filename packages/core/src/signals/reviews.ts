import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, hasTagNear, perSentence, tokenAt } from './scan.js';

/** Asking for reviews. 16 CFR part 465, 16 CFR 255, and what a request itself gives away. */
export const reviewSignals = signals({
  'review-ask': {
    describes: 'asks for a review',
    phrases: [
      '(leave|write|post|drop|give|share|put|submit|type|need|love|want) (us|me)? ..3 (review|reviews|rating|stars|testimonial|feedback|few words|word about us|words about us)',
      '(review|rate|recommend) us',
      '(tell|let) (google|yelp|facebook|the world|people|everyone)',
      '(on|to) (google|yelp|facebook)',
      '(your|honest|google|yelp|public|more|a) (review|reviews|feedback)',
      '(review|rating) (text|request|link|us)',
      '(post|write) one about us',
      '(make it five|(five|5) (stars|star)|update this to)',
    ],
  },
  'ask-with-care': {
    describes: "a request for a review that names the reader's care or scripts it",
    leg: 'care',
    phrases: [
      '(how was|how is|how are|how did) (your|that|those|the) .. <treatment|body|condition>',
      '(loved|love|enjoyed|enjoying|loving|happy with) (your|that|the) .. <treatment|body>',
      '(mention|include|write about|describe|name|share) (your|the|which)? ..3 (<treatment>|treatment|results|injector|provider|before photo|procedure|doctor)',
      '(mention|include|name) .. (<treatment|staff|name>)',
      '(copy and paste|copy paste|paste this|just paste|feel free to copy|sample review|you can say|something like|template review)',
      '(thanks|thank you) for .. (your|the) .. <treatment|condition|body>',
      '(thanks|thank you) for (seeing us|coming in|visiting) .. for (your)? .. <treatment|condition>',
      '(your|the) .. <treatment|condition|body> .. (settling|healing|feeling|looking|going|yesterday|today|<day>)',
      '(hope|hoping) (your|the|that) .. <treatment|body|condition>',
      '(since|after) your (first|last|second|recent)? ..1 (visit|appointment|session|treatment|procedure|surgery|cleaning) ..3 (review|rate|google|feedback|stars|share)',
      '(what you had done|what we did|what brought you in|which treatment|which provider|who treated you)',
      'tell (google|yelp|people|the world|everyone) about (the|your) ..3 (<treatment|body>|tattoo)',
      'after (your|the) .. <treatment> ..2 (appointment|visit|session|yesterday|today|<day>)',
      '(you were|you are) .. after (the|your)',
      '(with his name in it|with her name in it|by name)',
    ],
    find: (reading) =>
      perSentence(
        reading,
        reading
          .phraseMatches('ask-with-care')
          .filter(
            (span) =>
              (near(reading, span, 'review-ask', 2) ||
                aboutReviews(reading) ||
                /paste/i.test(reading.passage.text.slice(span.start, span.end))) &&
              !near(reading, span, 'teaching'),
          ),
      ),
  },
  'review-gate': {
    describes: 'asks happy people only, or leads unhappy ones elsewhere',
    phrases: [
      '(loved|love|happy|smiling|enjoyed|satisfied|great|amazing|<number> star|five star|thrilled) .. (review|google|yelp|rate|stars|tell)',
      '(if|not|was not|were not|did not|less than|anything less|unhappy|frowning|otherwise|else) .. (email|call|tell|text|contact|come to|let|message|reply to|private) (us|me|first|instead|the|here|it)',
      '(not happy|unhappy|not thrilled|less than (five|5|perfect|thrilled)|anything less)',
      '(<number>|four|five) ..2 (stars|star) .. (goes to|go to|google|or more|or higher|and up|only|redirect|redirects)',
      '(leave|give|drop|write|need|want|send) (us|me)? (a|your|some|another|that|those)? (five|5|positive|great|good|glowing|nice) (star|stars|reviews|review)',
      '(only|just) .. (ask|send|text|invite) .. (happy|satisfied|seemed happy|loved|good ones)',
      '(only|just) (send|ask|text|invite|email) .. (review|reviews) .. (happy|satisfied|pleased|best)',
      '(filter|route|redirect|divert) ..1 (unhappy|angry|low|bad|negative|upset)',
      '((keep it|make it) five starry|five starry|nobody else sees it)',
      '(frowning|red one|red face|sad face|thumbs down|other three)',
      '(green face|happy face|top smileys|smileys|smiley|thumbs up) ..8 (google|yelp|opens|pops)',
      '(if|when) (something|anything) (felt|feels|was|went) (off|wrong) ..3 (not|instead|reply|tell|email|call)',
      '(if)? (something|anything) (felt|feels|was|is|went) off ..8 (hit reply|tell|email|straight|call|text)',
      '(if we did not tell us first|if not tell us first|tell us first|tell us privately|come to us first)',
    ],
    find: (reading) => perSentence(reading, gates(reading)),
  },
  'review-reward': {
    describes: 'offers something for a review',
    phrases: [
      '(review|reviews|stars|rating|post one|write one|screenshot it|few words|testimonial) .. (get|gets|earn|win|receive|and we|you are in|for a chance|toward|entered|drawing|is on the house|on the house|free|off|gift|credit|bonus)',
      '(get|earn|win|receive|enjoy|snag|score|free|bonus|off|credit|points|gift|entry|discount|reward|drawing|raffle|chance to win) .. (for|when|if|with|after|in exchange for|in return for) .. (review|reviews|stars|rating|testimonial|few words|positive)',
      '<money> .. (for|when you|if you) .. (review|reviews|rating)',
      '(review|stars|five|rating) .. «(next|your) .. (on the house|is free|free|on us)»',
      '(write|post|leave|drop) (one|us one|a few words|a review) ..10 <money>',
      '(few words|review|reviews|posted review|word) ..8 (in the drawing|in the raffle|you are in|knock|knocks|takes|take)',
      '(show|flash|screenshot) ..6 (review|it) ..8 (<money>|free|off|gift|knock)',
      '(post|write|leave) .. (and|then) ..3 (show it|adds|add|gives|give|you get|get|we will|<money>)',
      '(say a few words|make it five|update this) .. (drawing|house|free|off|gift|win)',
      '(positive|5 star|five star|great) review ..8 (gift|free|off|<money>|credit|discount)',
    ],
    find: (reading) =>
      perSentence(
        reading,
        reading
          .phraseMatches('review-reward')
          .filter(
            (span) =>
              (near(reading, span, 'review-ask', 1) ||
                /review|star/i.test(reading.passage.text.slice(span.start, span.end)) ||
                aboutReviews(reading)) &&
              !near(reading, span, 'reward-elsewhere') &&
              !near(reading, span, 'teaching'),
          ),
      ),
  },
  'praise-asked': {
    describes: 'asks for praise',
    phrases: [
      '(positive|5 star|five star|great|glowing|good|nice|5 star|five star|five starry) (review|reviews|rating)',
      '(to (five|5) stars|make it five|five starry)',
    ],
  },
  'reward-elsewhere': {
    describes: 'a reward for something else than a public review',
    phrases: [
      '(refer|referral|refer a friend|anonymous survey|internal|retail purchase|tag a friend|offer nothing|never offer|no reward|without (a|any) reward|free to (post|share)|chart review|skin review|review (of|with) your|medication review|review your|under review)',
    ],
  },
  'review-hush': {
    describes: 'stops, hides, charges for or buys away reviews',
    phrases: [
      '(agree|agrees|promise|promises|consent|undertake) .. (not|never) (to|post|write|leave)? .. (review|reviews|post|negative|disparage|comment)',
      '(non disparagement|nondisparagement|gag clause|nda|non disclosure) .. (review|reviews|client|patients|sign|signs)?',
      '<money|number> .. (fee|charge|penalty|fine) ..6 (review|reviews|stars)',
      '(fee|charge|penalty|fine) .. (applies|for|per) .. (negative|bad|one star|review|reviews|under)',
      '(must|agree to|have to|need to|required to) .. (contact|call|tell|come to|bring|email|give) ..6 before .. (post|posting|review|reviews)',
      'before (posting|you post|leaving|writing) (any|a|an|them|it|your)? .. (review|reviews|anywhere|online)',
      '(assign|assigns|transfer|transfers) .. (copyright|rights|ownership) ..6 (review|reviews)',
      '(hide|delete|remove|bury|filter|scrub|suppress|take down|deleting|hiding|removing) ..2 (bad|negative|low|critical|1 star|one star|unflattering|angry) ..1 (comments|reviews|ones|comment|review)',
      '(show|display|publish|feature|post) only (the)? .. (5 star|five star|good|positive|best|4 and 5)',
      '(refund|money back|credit|free|<money>|rounds|whole) ..6 (if|once|when|provided) ..6 (takes down|take it down|comes down|removes|remove|deletes|delete|signs|sign|changes|down by|it is down|nda)',
      '(if|once) .. (down by|comes down|takes it down|removes|deletes) .. (free|refund|credit|making|next one|back)',
      '(no|not allow|not permit) reviews (under|below)',
      '(before|prior to) (publishing|posting|sharing) ..2 (opinion|review|reviews|comment|rating)',
      '(ratings|reviews) (lower|below|under) ..8 (breach|fee|penalty|charge)',
      '(will not write about us|not write about us again)',
    ],
    find: (reading) =>
      perSentence(
        reading,
        reading
          .phraseMatches('review-hush')
          .filter(
            (span) => !near(reading, span, 'hush-denied') && near(reading, span, 'review-word', 1),
          ),
      ),
  },
  'review-word': {
    describes: 'a review or a public complaint',
    phrases: [
      '(review|reviews|post|posting|posted|comment|comments|stars|star|yelp|google|disparage|complaints|1 star|write about us|comes down|take it down)',
    ],
  },
  'hush-denied': {
    describes: 'says that posting is free, or moderates evenly',
    phrases: [
      '(always free to|free to post|free to share|spam|profanity|whatever the rating|unfiltered|all of them|newest first|never (delete|hide|remove|ask)|do not (delete|hide|remove|ask))',
    ],
  },
  'insider-ask': {
    describes: 'asks staff, family or an agency for reviews, or invents them',
    phrases: [
      '(staff|team|payroll|employees|roommates|husbands|wives|spouses|boyfriends|family|families|moms|friends|cousins|relatives|agency|everybody|everyone) ..4 :? .. (leave|leaves|post|posts|write|writes|put|puts|drop|drops|add|adds|submit|give|gives|go post|seed|to seed|to review|to rate|review us|rate us) .. (review|reviews|stars|us|star love|testimonial|testimonials)',
      '(ask|have|get|tell|remind|make|need|want) (your|the|our|all|everyone .|everybody .)? ..3 (staff|team|employees|roommates|husbands|wives|spouses|boyfriends|family|families|moms|cousins|relatives) .. (review|reviews|stars|rate)',
      '(write|writing|make up|invent|draft|create|seed|fake) ..3 (reviews|quotes|testimonials) .. (as|from|ourselves|launch|patients|opening|normal names)',
      '(write|make up|invent|draft|seed) ..2 (sample|fake|some|few|three|five|ten|four|<number>) ..2 (reviews|quotes|testimonials)',
      '(just write them|make them up|use normal names|use fake names|made up names|invent the names)',
      "(owner|founder|doctor|manager|injector|<staff>) 's (brother|sister|mom|mother|wife|husband|cousin|son|daughter|dad|aunt|friend)",
      '(seed|seeding) .. (reviews|stars)',
    ],
    find: (reading) => perSentence(reading, insiders(reading)),
  },
  'insider-ok': {
    describes: 'discloses the tie, forbids it, or means another kind of review',
    phrases: [
      '(may not|must not|do not|never|cannot|#employee|i work (at|here|for)|internal|careers|indeed|glassdoor|survey|performance review|chart review|peer review|working here|annual review|no one on staff|no family|are not allowed)',
    ],
  },
});

function near(reading: Reading, span: Span, signal: string, reach = 0): boolean {
  return around(reading, span.start, reading.matches(signal), reach).length > 0;
}

function* gates(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('review-gate')) {
    if (
      near(reading, mark, 'teaching') ||
      /honest|good or bad|all of them/i.test(sentenceText(reading, mark))
    )
      continue;
    if (
      (near(reading, mark, 'review-ask', 2) ||
        aboutReviews(reading) ||
        /filter|route|redirect|divert/i.test(sentenceText(reading, mark))) &&
      /star|review|goog|yelp|rate|face|frown|unhapp|first|instead|private|happy|tell|smil/i.test(
        sentenceText(reading, mark),
      )
    )
      yield mark;
  }
}

/** True when the passage or one beside it is about public reviews. */
function aboutReviews(reading: Reading): boolean {
  return [reading.passage, ...reading.neighbors()].some(({ text }) =>
    /\b(?:reviews?|google|yelp|stars?|ratings?)\b/i.test(text),
  );
}

function sentenceText(reading: Reading, mark: Span): string {
  const sentence = reading.passage.sentences[reading.sentenceAt(mark.start)];
  return sentence ? reading.passage.text.slice(sentence.start, sentence.end) : '';
}

function* insiders(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('insider-ask')) {
    if (near(reading, mark, 'insider-ok')) continue;
    const token = tokenAt(reading.tokens, mark.start);
    const words = reading.passage.text.slice(mark.start, mark.end);
    if (
      /review|star|quote|testimonial|them|names/i.test(words) ||
      (/["”]/.test(reading.passage.text) && !hasTagNear(reading.tokens, token, 0, 'treatment'))
    )
      yield mark;
  }
}
