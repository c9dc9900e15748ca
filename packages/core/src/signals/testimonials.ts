import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind, type Tokens } from '../tokens.js';
import { isTagged, tokenAt, wordAt } from './scan.js';

/** Other people's words, used as the practice's own advertising. 45 CFR 164.508(a)(3). */
export const testimonialSignals = signals({
  'attributed-quote': {
    describes:
      'words about care in quotation marks, with a name, initials, an age or a town beside them',
    leg: 'person',
    find: attributedQuotes,
  },
  'praised-us': {
    describes: 'words of praise about care or the practice',
    phrases: [
      'i|my|me|we|our|myself',
      '<treatment|praise|condition>',
      'best .. (in|ever|place)',
      '(changed my|painless|so natural|thank you)',
    ],
  },
  'quote-not-care': {
    describes: 'a quotation of staff, the press, a maker or a partner',
    phrases: [
      '(wrote|says|said|according to|named|quoted in|featured in) ..2 (magazine|vogue|allure|times|journal|news|weekly|monthly|post|chronicle|forbes)',
      '(magazine|founder|owner of luma|medical director|architect|designer|contractor|photographer|architects|editor|ceo|rep|trainer|surgeon|injector|hygienist|dermatologist|author|coach of|chamber|realtor of|rn|np|md|do|pa c|le|dds|dmd|office manager|front desk|esthetician|aesthetician|receptionist|practice manager|patient coordinator|treatment coordinator|laser (tech|technician|specialist)|medical assistant|cofounder|co founder|clinic director)',
      'at (the|our) .. desk',
      '<staff|practice>',
      '(read|see) (our|more|all|the) (reviews|stories)',
    ],
  },
  'placeholder-quote': {
    describes: 'a quotation still to be filled in',
    phrases: ['lorem|placeholder|tbd|sample|example'],
  },
  repost: {
    describes: "shows a reviewer's or follower's words, post or message as its own post",
    leg: 'person',
    phrases: [
      '(#repost|#regram|repost|regram|reposted|reposting|rt .. <handle|name>)',
      '#repost',
      '(look|see|check out|listen to|read|swipe to see|here is|this is) (at)? what .. (said|wrote|posted|shared|texted|sent|had to say|is saying|says)',
      '(review|testimonial|message|comment|text|dm) of the (week|day|month)',
      '(she|he|they|<name|handle>) (just)? tagged us',
      '(<number>|five|four) ..1 (star|stars) .. review (from|by)',
      '(google|yelp|facebook)? review by <name>',
      '(this|that|a|the|loving|love) ..1 (dm|message|text|note|review|comment|letter|card|email|story|tag) (we got|from|by) ..5 <human|name|handle|relation|relative>',
      '(found|spotted|posted|popped up|left|saw|came) .. (on|in) (google|yelp|facebook|our tags|our inbox|our dms|our mailbox|nextdoor)',
      '(words|reviews|messages|comments) that made our (week|day|month|year)',
      '(woke up to|waking up to|obsessed with|screenshot of|screenshots) .. (this|that|in our tags|review|message|lie)',
      '(wrote|left|posted|sent|shared) (us)? (a|an|this|the) .. (love letter|review|note|message|story|post) .. (about|on)',
      '(one of our|our) .. <relation|relative|human> (posted|wrote|shared|sent|said)',
      '(from (the|our) (mailbag|inbox|dms)|in our (tags|dms|inbox) (this|today|last|on))',
      '(reading|read) (this|these) (out loud|aloud|review)',
    ],
    find: (reading) =>
      reading
        .phraseMatches('repost')
        .filter(
          (span) =>
            !isPartner(reading, span) &&
            (!/^#?(?:repost|regram|rt)/i.test(reading.passage.text.slice(span.start, span.end)) ||
              tellsOfSomebody(reading)),
        ),
  },
  'care-nearby': {
    describes: 'a treatment, a condition or a visit',
    leg: 'care',
    phrases: ['<treatment|condition>', '<body|setting|relation>'],
  },
  'person-nearby': {
    describes: 'a person by name, handle, relation or pronoun',
    leg: 'person',
    phrases: ['<name|handle|human|relation|relative>', 'she|he|her|his|someone|somebody'],
  },
  'repost-denied': {
    describes: 'says that nothing is reposted, or speaks of reposts in general',
    phrases: [
      '(do not|never|not|only|unless) (repost|reshare|share|regram|post)',
      '(repost|reshare|share) .. (only|unless|with|authorization|written)',
      '(aggregated|widget|a tag is not)',
    ],
  },
  'review-image': {
    describes: 'a picture of a review',
    phrases: [
      '(google|yelp|facebook|star|stars) review',
      'screenshot .. (review|message|dm|text|comment)',
      'review .. screenshot',
    ],
    find: (reading) =>
      reading.passage.part === 'alt-text' ? reading.phraseMatches('review-image') : [],
  },
});

/** A repost of a maker's or a neighbor's words has nobody in it who says I, she or he. */
function tellsOfSomebody(reading: Reading): boolean {
  return (
    reading.matches('first-person').length > 0 ||
    reading.matches('she-or-he').length > 0 ||
    /["“]/.test(reading.passage.text)
  );
}

function isPartner(reading: Reading, span: Span): boolean {
  const { tokens } = reading;
  const from = tokenAt(tokens, span.start);
  for (let at = from; at < Math.min(tokens.count, from + 8); at++) {
    if (isTagged(tokens, at, 'ownhandle', 'staff')) return true;
    const handle = tokens.kind[at] === Kind.handle ? wordAt(tokens, at).slice(1) : '';
    if (
      handle !== '' &&
      reading.profile.partners.some((partner) => partner.replace(/^@/, '').toLowerCase() === handle)
    )
      return true;
  }
  return false;
}

function* attributedQuotes(reading: Reading): Generator<Span> {
  const { tokens, passage } = reading;
  if (passage.part === 'data' || passage.part === 'recipients') return;
  const foreign = reading.matches('quote-not-care');
  for (const [open, close] of quotations(reading)) {
    const inside = { start: tokens.start[open] as number, end: tokens.end[close - 1] as number };
    if (
      !reading
        .matches('praised-us')
        .some((span) => span.start >= inside.start && span.end <= inside.end)
    )
      continue;
    const person = attributionAfter(reading, close) ?? attributionBefore(tokens, open);
    if (!person) continue;
    const range = {
      start: Math.min(inside.start, person.start) - 1,
      end: Math.max(inside.end, person.end) + 40,
    };
    if (
      foreign.some(
        (span) =>
          span.end > range.start &&
          span.start < range.end &&
          (span.start >= inside.end || span.end <= inside.start),
      )
    )
      continue;
    yield { start: Math.min(inside.start, person.start), end: Math.max(inside.end, person.end) };
  }
}

/** Quotations of three words or more, as token ranges; a quoted block is one as a whole up to its last line. */
function* quotations(reading: Reading): Generator<readonly [number, number]> {
  const { tokens } = reading;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.word[token] !== '"' || tokens.kind[token] !== Kind.soft) continue;
    let end = token + 1;
    while (end < tokens.count && end - token < 120 && tokens.word[end] !== '"') end++;
    if (tokens.word[end] !== '"' || end === tokens.count) continue;
    if (end - token > 3) yield [token, end + 1];
    token = end;
  }
}

/** A name, initials or "A patient, 46" directly after the words. */
function attributionAfter(reading: Reading, close: number): Span | undefined {
  const { tokens } = reading;
  let from = close;
  while (from < tokens.count && from < close + 6 && !isWordLike(tokens, from)) from++;
  if (from >= tokens.count || !isWordLike(tokens, from)) return undefined;
  if (/^(?:says|said|writes|wrote|raves|raved)$/.test(wordAt(tokens, from))) from++;
  if (isTagged(tokens, from, 'staff', 'practice')) return undefined;
  const described = describedPerson(tokens, from);
  if (described) return described;
  const initials =
    wordAt(tokens, from).length === 1 &&
    /[A-Z]/.test(tokens.text[tokens.start[from] as number] as string) &&
    wordAt(tokens, from + 1) === '.';
  const capital = ((tokens.shape[from] as number) & 1) !== 0;
  const person =
    isTagged(tokens, from, 'name') ||
    initials ||
    (capital &&
      ((tokens.shape[from] as number) & 2) !== 0 &&
      wordAt(tokens, from).length <= 3 &&
      wordAt(tokens, from) !== 'i') ||
    (isTagged(tokens, from, 'relation', 'human', 'relative') && close === tokens.count - 1);
  if (!person) return undefined;
  let to = from + 1;
  while (
    to < tokens.count &&
    to < from + 6 &&
    tokens.kind[to] !== Kind.stop &&
    (((tokens.shape[to] as number) & 1) !== 0 ||
      tokens.kind[to] === Kind.number ||
      wordAt(tokens, to) === ',')
  )
    to++;
  while (wordAt(tokens, to - 1) === ',') to--;
  // A sentence that begins with a name is no signature.
  if (
    to < tokens.count &&
    tokens.kind[to] === Kind.word &&
    !isTagged(tokens, to, 'relative', 'role', 'human', 'relation')
  )
    return undefined;
  return { start: tokens.start[from] as number, end: tokens.end[to - 1] as number };
}

/** "A grateful mom", "Thread lift patient, age 56": somebody without a name, on the rest of the line. */
function describedPerson(tokens: Tokens, from: number): Span | undefined {
  let to = from;
  while (to < tokens.count && to < from + 6 && tokens.kind[to] === Kind.word) to++;
  const last = to - 1;
  if (last < from || !isTagged(tokens, last, 'relation', 'human', 'relative')) return undefined;
  const begins = /^(?:a|an|one|our|another)$/.test(wordAt(tokens, from));
  if (!begins && !isTagged(tokens, from, 'treatment', 'condition')) return undefined;
  // What follows may be an age or a town, and no verb.
  const ends =
    to >= tokens.count || tokens.kind[to] === Kind.stop || /^[,*_]$/.test(wordAt(tokens, to));
  if (!ends) return undefined;
  return { start: tokens.start[from] as number, end: tokens.end[last] as number };
}

/** "Jodie said:", "from Tonya B.:", "Amber texted us". */
function attributionBefore(tokens: Tokens, open: number): Span | undefined {
  for (let at = open - 1; at >= 0 && at >= open - 7; at--) {
    if (tokens.kind[at] === Kind.stop && wordAt(tokens, at) !== '.') return undefined;
    if (
      isTagged(tokens, at, 'name') &&
      !isTagged(tokens, at, 'staff') &&
      (at >= open - 4 || /^(?:said|says|wrote|told|raves)$/.test(wordAt(tokens, at + 1)))
    )
      return { start: tokens.start[at] as number, end: tokens.end[at] as number };
  }
  return undefined;
}

function isWordLike(tokens: Tokens, token: number): boolean {
  return tokens.kind[token] === Kind.word || tokens.kind[token] === Kind.handle;
}
