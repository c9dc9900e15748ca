import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind } from '../tokens.js';
import { around, covering, isTagged, perSentence } from './scan.js';

/** What letters give away before they are read: recipients, subjects, merge fields, the basis of the list. */
export const mailSignals = signals({
  'visible-recipients': {
    describes:
      'two or more private addresses, or addresses of six or more outside domains, that all recipients see',
    leg: 'person',
    phrases: [
      '(just cc (them|everyone|everybody|all)|cc (them all|everyone|everybody|the list|the whole list|all of them))',
      '(group text|group message|group dm|group chat) (to|for|with) <name|capital> .. <name|capital>',
      '(cc|to) :? ..1 <number> (recipients|patients|clients|addresses|people|members|contacts)',
      '(pasted|paste) <number> (addresses|recipients|emails)',
    ],
    find: visibleRecipients,
  },
  'subject-care': {
    describes:
      "a subject, a preheader or the first words of a message that tell of the recipient's own care",
    leg: 'care',
    phrases: [
      'your ..3 <treatment> (is|are|was|refill|appointment|session|due|today|tomorrow|results|follow|wearing|touch|anniversary|pen|pens|shot|shots|dose|trays)',
      'your ..2 <treatment> ..6 (tomorrow|today|<day>)',
      'your (next|last|first|recent|upcoming|new)? ..1 <treatment> $',
      '(treating|managing|follow up on|following up on|about) your <condition>',
      'your (results|lab results|labs|refill|prescription|chart|biopsy|test results|balance|account|tray|trays|implants|scan)',
      '(how is|how are|how did|how has) (your|that|those|the) .. (healing|feeling|doing|settling|looking|holding|recovering|go)',
      'your ..2 <treatment|condition|body> ..2 (healing|is healing|is due|are due|is wearing off|wearing off|refill|is overdue|is ready|needs a)',
      '(treating|managing|fixing) your',
      '(weeks|months|days|month) since (your|you)',
      'still (loving|enjoying|happy with|obsessed with) (that|your|those) .. <body|treatment>',
      'follow up on your',
      '(account|acct|case|claim|invoice|patient) ..1 <number>',
      'time for (your|more) .. <treatment>',
    ],
    find: (reading) => perSentence(reading, subjectCare(reading)),
  },
  'own-state': {
    describes: 'a word of time or state: due, since, next, how is, still, ready',
    phrases: [
      'is|are|due|overdue|ready|since|next|last|refill|healing|results|still|again|wearing|remember|appointment|booked|tomorrow|today|update|follow|anniversary|called|miss|misses|waiting|check|reminder|recovery',
      '(how is|how are|how did|time for)',
    ],
  },
  offer: {
    describes: 'an offer or a topic for everyone',
    phrases: [
      'off|sale|free|guide|tips|myths|menu|save|deal|special|specials|new|why|what|best|ways|win|gift|learn|should|could|can',
      '(how to|ready for)',
    ],
  },
  'merge-care': {
    describes:
      'a merge field that puts a treatment, a condition, a date of care or a balance into the copy',
    leg: 'care',
    find: mergeCare,
  },
  'list-basis': {
    describes:
      'says or shows that the readers were chosen for their treatment or for being patients',
    leg: 'care',
    phrases: [
      '(because|since|as|why) (you|your) .. (had|have|got|bought|tried|did|received|completed|purchased|finished|are|has) .. <treatment>',
      'because you (had|got|tried|did|visited|were treated|are a patient|are a client|are one of our|came in|came to see)',
      '(since|as|now that) you have (tried|had|done|finished|completed|started) .. <treatment>',
      '(just|only|exclusively|exclusive|reserved|special|specially|offer|early access) .. (for|to) our .. <treatment|condition> ..1 (patients|clients|members|people|crew|family|ladies|girls|guys)',
      '(to|dear|hey|hi|hello|attention|calling all) (our|all our)? .. <treatment> (patient|patients|client|clients|member|members|crew|people)',
      '(weight loss|weight loss) (patients|clients|members)',
      'as (one of our|a valued|our) .. <treatment> (patients|clients|patient|client)',
      '(segment|audience|list|tag) :? ..2 <treatment|condition> ..2 (patients|clients|active|overdue|due|past|lapsed|users|buyers)?',
      '(export|pull|upload|dump|drop|use|send|sync|match|load|take) .. (everyone|everybody|patients|clients|people|all|patient list|client list|list) ..12 (meta|facebook|google|tiktok|instagram|lookalike|custom audience|ads manager|ads|seed audience|pixel)',
      '(lookalike|look alike|custom audience|seed audience) .. (from|of|based on) (our)? (clients|patients|customers|patient list)',
      '(every address|everyone|everybody) on this (send|list|email) .. (has|had|have|got|tried|is) ..4 <treatment|condition|relation>',
      'you got this .. (because|since) (your|you) .. <body|treatment>',
      '<treatment> (patients|clients) (only|list|who)',
      '(target|retarget|email|text|message|blast|segment|suppress) .. (everyone|anyone|everybody|people|patients|clients|those) who ..1 (had|got|bought|did|tried|has) ..3 <treatment>',
      '(lapsed|inactive|overdue|past) ..1 <treatment> (patients|clients|users)',
      '<treatment> (patients|clients|users) ..4 (segment|audience|csv|export|upload|list)',
      '(only|just|out) (to|for) ..3 (you|folks|people|those|patients|clients) (who|whose) ..6 <treatment|condition>',
      '«as a (current|former|recent|past|valued) (patient|client)» of',
      '(because|since|as) you (already|just|recently)? (asked (us|me) about|had your (first|second|last)|already had|missed your|are due for|were due for|canceled your|cancelled your) ..4',
      '«(for|to) (people|patients|clients|those|everyone) who ..1 (canceled|cancelled|missed|skipped|had|finished|started)» ..3 (colonoscopy|mammogram|screening|cleaning|exam|scan|<treatment|condition>)',
      '«with your usual <treatment>»',
      '(thank you|thanks) for «(choosing|trusting) ..6 (for|with) your <treatment>»',
      'to our ..1 (surgery|<treatment|condition>) patients',
      'because you ..3 (course|session|series|visit|appointment|program|plan) .. with us',
      '(system|records|file|chart) (shows|show|says) .. (session|treatment|visit|appointment|<treatment>) .. (your|you)?',
      'you ..2 who ..3 (started|had|got|have|finished|are on) ..4 <treatment>',
      '(because|since|as|now that) you (have|were)? (been)? ..1 (treated|seen|cared for|operated on) (at|by|with|here)',
      'as (someone|somebody|one|a person) who ..2 (had|has|got|received|completed|tried|finished|started|saw) ..6 (with us|here|<treatment|condition>)',
      "(it has|it 's) been ..6 since your (last|first|recent|most recent|latest) ..2 (<treatment|setting>)",
      '(because|since|as) you (spent|spend) ..8 (with us|here|<treatment>)',
      'you have been (with|coming to|seeing) us (for|through|since) ..6 (<treatment|setting|condition>)',
      '(thank you|thanks) for (coming in|coming|visiting) ..2 for your ..2 (first|last|second|recent) ..1 (<treatment|setting>)',
    ],
    find: (reading) => perSentence(reading, listBasis(reading)),
  },
  subscribed: {
    describes: 'the readers signed up for mail',
    phrases: [
      '(subscribed|subscribe|signed up|opted in|joined (our|the) (list|newsletter)|newsletter list)',
      '(curious|new (patients|clients|here)|interested in|considering|thinking about|anyone)',
    ],
  },
});

const privateHosts =
  /@(?:gmail|yahoo|hotmail|outlook|icloud|aol|comcast|cox|msn|live|me|att|verizon|protonmail|proton|ymail|sbcglobal|bellsouth|charter|earthlink|mac)\./;

/** So many different domains in one list are no longer one conversation. */
const manyHouses = 6;

function* visibleRecipients(reading: Reading): Generator<Span> {
  yield* reading.phraseMatches('visible-recipients');
  const { tokens, passage, profile } = reading;
  const header = /^\s*(?:to|cc)\s*:/i;
  const parsed = passage.part === 'recipients';
  if (!parsed && !/(?:^|\n)\s*(?:to|cc)\s*:/i.test(passage.text.slice(0, 2000))) return;
  if (passage.role === 'bcc') return;
  const file = /\b(?:to|cc)\s*:\s*[^\s,;]*(?:patient|client|recall)[^\s,;]*\.(?:csv|xlsx?)/i.exec(
    passage.text.slice(0, 400),
  );
  if (file) yield { start: file.index, end: file.index + file[0].length };
  let line = parsed;
  const found: { span: Span; personal: boolean; house: string }[] = [];
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.start[token] as number;
    if (!parsed && (token === 0 || wordIsBreak(reading, token - 1)))
      line = header.test(passage.text.slice(start, start + 12));
    // A subject or another header on the same line ends the recipients.
    if (!parsed && /^(?:subject|bcc|from)$/.test(tokens.word[token] as string)) line = false;
    if (!line || tokens.kind[token] !== Kind.opaque) continue;
    const address = tokens.word[token] as string;
    if (!address.includes('@') || isOwn(address, profile.domains)) continue;
    found.push({
      span: { start, end: tokens.end[token] as number },
      personal: privateHosts.test(address),
      house: address.slice(address.lastIndexOf('@') + 1),
    });
  }
  if (found.length < 2) return;
  // One agency and one supplier may see each other; people of many houses were put on a list.
  const houses = new Set(found.map((one) => one.house));
  if (!found.some((one) => one.personal) && houses.size < manyHouses) return;
  yield covering(found.map((one) => one.span));
}

function wordIsBreak(reading: Reading, token: number): boolean {
  return reading.tokens.word[token] === '\n';
}

function isOwn(address: string, domains: readonly string[]): boolean {
  return domains.some((domain) => address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`));
}

function* subjectCare(reading: Reading): Generator<Span> {
  const { passage } = reading;
  const phrases = [...reading.phraseMatches('subject-care'), ...ownCare(reading)];
  if (phrases.length === 0) return;
  for (const span of phrases) {
    if (
      reading
        .matches('subscribed')
        .some((other) => reading.sentenceAt(other.start) === reading.sentenceAt(span.start))
    )
      continue;
    if (passage.part === 'subject' || isHeaderLine(passage.text, span.start)) yield span;
    else if (passage.channel === 'direct-message' && passage.index === 0 && span.start < 60)
      yield span;
  }
}

/** "Your lips", "your pellets" with a word of time or state beside it: the reader's own care, not an offer. */
function* ownCare(reading: Reading): Generator<Span> {
  const { tokens, passage } = reading;
  if (passage.part !== 'subject' && !/subject|preheader|preview/i.test(passage.text.slice(0, 2000)))
    return;
  for (let token = 0; token < tokens.count; token++) {
    if (tokens.word[token] !== 'your') continue;
    for (let at = token + 1; at < Math.min(tokens.count, token + 4); at++) {
      if (
        !isTagged(tokens, at, 'treatment', 'condition', 'body') ||
        /^(?:skin|smile|face|hair|body|complexion|lashes|pores?)$/.test(tokens.word[at] as string)
      )
        continue;
      const span = { start: tokens.start[token] as number, end: tokens.end[at] as number };
      if (
        around(reading, span.start, reading.matches('own-state'), 0).length > 0 &&
        around(reading, span.start, reading.matches('offer'), 0).length === 0
      )
        yield span;
      break;
    }
  }
}

/** True when the line that holds the offset begins with "Subject:" or the like. */
function isHeaderLine(text: string, offset: number): boolean {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^\s*(?:subject(?: line)?|preheader|preview(?: text)?)\s*:/i.test(
    text.slice(line, line + 24),
  );
}

const careFields =
  /treat|servic|proced|provider|product|unit|condition|diagnos|medic|appt|appointment|visit|dob|birth|balance|\brx|complaint|concern|symptom|\blab|dose|weight|membership|package|therapy|injector|surgery|last_(?!name)|allerg|insur|injec|filler|botox|\btox|laser|since|tooth|implant|refill|result|bmi|weigh|copay|owed|past_due|amount_due|surgeon|doctor|\bdr_|nurse|therapist|next_(?!issue)/i;
const plainFields =
  /unsub|last_?name|first_?name|area_code|preference|company|practice|website|archive|address|coupon|view_in|url|link|footer|title|year|product_url|service_area/i;

function* mergeCare(reading: Reading): Generator<Span> {
  const { tokens, passage } = reading;
  for (let token = 0; token < tokens.count; token++) {
    if (!isTagged(tokens, token, 'merge')) continue;
    const word = tokens.word[token] as string;
    if (careFields.test(word) && !plainFields.test(word))
      yield { start: tokens.start[token] as number, end: tokens.end[token] as number };
  }
  yield* linksWithCare(passage.text);
  for (let at = passage.text.indexOf('{%'); at !== -1; at = passage.text.indexOf('{%', at + 2)) {
    const end = passage.text.indexOf('%}', at);
    if (end === -1 || end - at > 200) continue;
    if (careFields.test(passage.text.slice(at, end))) yield { start: at, end: end + 2 };
  }
}

/** A link that hands over the reader's address together with a treatment: `?em={{email}}&tx=botox`. */
function* linksWithCare(text: string): Generator<Span> {
  for (let at = text.indexOf('={{'); at !== -1; at = text.indexOf('={{', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 200 && !/[\s"'<>(]/.test(text[start - 1] as string)) start--;
    let end = at;
    while (end < text.length && end - at < 200 && !/[\s"'<>)]/.test(text[end] as string)) end++;
    if (
      /[?&](?:tx|treatment|svc|service|condition|concern|procedure|rx)=/i.test(
        text.slice(start, end),
      )
    )
      yield { start, end };
  }
}

function* listBasis(reading: Reading): Generator<Span> {
  for (const span of reading.phraseMatches('list-basis')) {
    const near = (signal: string) =>
      around(reading, span.start, reading.matches(signal), 0).length > 0;
    if (near('subscribed') || near('teaching')) continue;
    // In web copy and replies "because you had filler" is advice, not a list.
    if (reading.passage.channel === 'review-reply') continue;
    yield span;
  }
}
