import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, hasTagNear, isTagged, perSentence, tokenAt } from './scan.js';

/** What staff tell of their day, of themselves, and what they leave in a draft. */
export const staffLifeSignals = signals({
  'day-tale': {
    describes: 'a member of staff tells of a patient of today',
    leg: 'person',
    phrases: [
      '(just|today|recently|i|we|also|yesterday|literally)? had (a|an|the|this|one|my) .. <human|relation|role>',
      'had (a|an|the|this|one|my) ..3 «<human|relation>» (who|ask|asks|faint|come|cry|in|tell|walk|today|this|that|yesterday|last)',
      '(craziest|sweetest|funniest|wildest|weirdest|best|worst|hardest|cutest|first|last|favorite|strangest|longest|toughest) (consult|consultation|client|patient|appointment|injection|case|request|question) (today|of the day|this <day>|ever|of my|this week|all week|yesterday|tonight|so far|walked|came|was)',
      "(my|our) (<clock>|<number> (am|pm|o'clock)|(three|two|one|four|five|nine|ten|eleven|noon) o'clock|last one|last patient|last client|first patient|first client|next patient|next client|favorite patient|favorite client|last consult|first consult|<number> pm|2pm|3pm|9am|10am|11am|1pm|4pm|5pm) .. (cried|came|asked|asks|showed|walked|walks|said|says|told|wanted|wants|drove|brought|fainted|laughed|who|left|turned|loved|hugged|had|got|sat|comes|is|was|just)",
      '(not|never|not going to) (believe|guess) (what|my|who|this|how|the) ..4 <human|relation|role|clock|setting> .. (asked|wanted|said|told|did|inject|showed|came)?',
      'in (comes|walks|walked|came|strolled|strolls) (this|a|the|my|our) ..2 <human|relation|role|relative>',
      '(came|comes|walked|walks) in (crying|sobbing|bawling|shaking|wearing|asking|limping|laughing)',
      "(my|our) (<clock>|<number> (am|pm|o'clock)|(two|three|four|five|nine|ten|eleven|one) o'clock|1pm|2pm|3pm|4pm|5pm|9am|10am|11am|8am) (<past>|who|made me|just|is|has)",
      '(a|an|the|this|one) ..2 <human|role|relation> ..8 (my|our) (table|chair|recliner|room|lobby|exam)',
      "fixing (someone|somebody|anyone) else 's",
      '(this|that|the|a|one|some) ..2 «<human|relation> (asked|said|told|wanted|comes|came|walks|walked|goes|says|asks|cried|sat|lay|strolls|hugged)» .. (me|us|my|our|in)',
      '<human|role|relation|relative> ..8 (lay|laid|lies|sat|sits|cried|fell|sobbed|walked|slid|hopped|climbed|passed out) ..3 (my|our|your) (chair|table|room|lobby|office|arms|recliner)',
      '(sat|sitting|spent .. ) with a <human|role|relative>',
      '(cried|crying|sobbed|teared|bawled|wept) .. (happy tears|in my chair|in our chair|in the hallway|with (her|him|me)|over (her|his) <body|treatment>)',
      "pov .. (my|our|your|you are|a|the) ..2 «(<relation|clock>|consult|<number> o'clock)»",
      '(poor thing|poor girl|poor guy|bless (her|his) heart)',
      '(consult|client|patient) .. (walked|walks|came|comes) in .. (wearing|with|crying|asking|today)',
      '(made|makes) my (day|week|year|month)',
    ],
    find: (reading) => perSentence(reading, dayTales(reading)),
  },
  'staff-treated': {
    describes: 'staff, an ambassador or an influencer is said to have had a treatment here',
    leg: 'person',
    phrases: [
      '«<staff|name>» .. (got|gets|getting|had|tried|tries|lost|dropped|loves|is on|on week|is getting|started|finished) ..4 <treatment>',
      '«<staff|name>» .. (got|had|gets) (her|his|their) ..2 done',
      '(our|my) (own)? «(receptionist|front desk|office manager|nurse|esthetician|injector|team|staff|ambassador|brand ambassador|influencer|intern|manager|coordinator)» .. (got|had|tried|lost|loves|is on|has had|started) .. <treatment>',
      '(our|my) (own)? «(receptionist|front desk|office manager|nurse|esthetician|injector|manager|coordinator|hygienist|assistant)» ..2 (swears by|gets|just had|had|got|uses|is on) ..4 <treatment>',
      '(treated|hosted|gifted|comped) «<handle|name>» .. (to|for|with) .. <treatment>',
      '(our|brand) (ambassador|influencer|partner) «<name|handle>»',
      'even (nurse|dr)? «<staff>» .. (got|had|gets|has)',
    ],
    find: (reading) => perSentence(reading, staffTreated(reading)),
  },
  'internal-note': {
    describes: 'a comment or a field of the source that is not for readers',
    find: internalNotes,
  },
  'note-brackets': {
    describes: 'a note to colleagues in brackets or behind a mark',
    phrases: ['todo|fixme', '(remove after|remove before|me to me|per our call|caption idea)'],
    find: bracketedNotes,
  },
  'note-leak': {
    describes: 'a note to colleagues about a patient',
    leg: 'person',
    find: (reading) => perSentence(reading, noteLeaks(reading)),
  },
  'note-about-person': {
    describes: 'a note to colleagues that speaks of a patient, a photo or a permission',
    leg: 'person',
    phrases: [
      '(ask|check with|confirm with|call|text|email|remind|crop out|swap in|swap|use|using|remove|blur|change|hide|waiting on|from|is|with|move|before pic|photos of|pics of|pic is) .. «<name>» .. (can|ok|okay|signs|signed|sign|pics|pic|photo|photos|before|after|yet|quote|story|file|chart|heals|results|said|says|name|ring|face|consent|permission|money|asking|video|took|hates|wants)?',
      '(pt|patient|client) «<name|capital>»',
      "«<name|capital> 's» ..3 (pair|photo|photos|pics|pic|picture|story|quote|before|after|results|chart|file|mom|mother|daughter|husband|sister|face|revision|treatment)",
      '(once|when|until|if|till|before|after|as soon as) (she|he|they|<name>) (sign|signs|signed|says|said|approves|heals|agree|agrees)',
      '(this|that) is the (lady|girl|guy|woman|man|one|patient|client) .. (who|with|that)',
      '(she|he|they|pt|patient|client) (has not|have not|had not|did not|still has not|never) (signed|sign|said|answered|replied|approved)',
      '(she|he|pt|patient|client) (said|says|ok|okayed|approved|oked|is fine|was upset|hates)',
      '<name> .. (has|had|wants|asking|asked|got|needs|complained|called|emailed) .. <treatment|condition|body|setting|money>',
      '(first name only|change the name|from chart|from her chart|from his chart|his mom|her mom|her daughter|his wife|her husband)',
      '(is it|are we) ok to (say|use|post|show)',
    ],
  },
});

function* internalNotes(reading: Reading): Generator<Span> {
  const { passage } = reading;
  if (
    passage.part === 'comment' ||
    /^(?:internal|note|notes|todo|comment|draft|status|editor.*)$/.test(passage.role ?? '')
  )
    yield { start: 0, end: passage.text.length };
}

/** "[NOTE: …]", "(Marcus: …)", "// TODO: …", "# remove after …": words in the copy that were meant for colleagues. */
function* bracketedNotes(reading: Reading): Generator<Span> {
  yield* reading.phraseMatches('note-brackets');
  const { text } = reading.passage;
  for (let at = 0; at < text.length; at++) {
    const open = text[at];
    if (open === '/' && text[at + 1] === '/' && text[at - 1] !== ':')
      yield { start: at, end: text.length };
    if (open !== '[' && open !== '(') continue;
    const close = text.indexOf(open === '[' ? ']' : ')', at);
    if (close === -1 || close - at > 400) continue;
    const inside = text.slice(at + 1, Math.min(close, at + 60));
    if (
      open === '['
        ? /[:=]| - |^note\b/i.test(inside)
        : /^\s*(?:[A-Z]\w+|note|todo|me to me|editor)(?: to \w+)?\s*(?::| - )/.test(inside)
    )
      yield { start: at, end: close + 1 };
    at = close;
  }
}

function* noteLeaks(reading: Reading): Generator<Span> {
  const notes = [...reading.matches('internal-note'), ...reading.matches('note-brackets')];
  if (notes.length === 0) return;
  const end = (note: Span) =>
    /todo|fixme|remove|caption idea|me to me/i.test(
      reading.passage.text.slice(note.start, note.end),
    )
      ? reading.passage.text.length
      : note.end;
  for (const mark of reading.matches('note-about-person')) {
    if (notes.some((note) => mark.start >= note.start && mark.end <= end(note))) yield mark;
  }
}

function* dayTales(reading: Reading): Generator<Span> {
  const marks = reading.phraseMatches('day-tale');
  for (const mark of marks) {
    if (around(reading, mark.start, reading.matches('generic'), 0).length > 0) continue;
    if (around(reading, mark.start, reading.matches('teaching'), 0).length > 0) continue;
    if (!aboutCare(reading, mark)) continue;
    yield mark;
  }
  yield* patientsOfToday(reading);
}

/** One person, told of in the past by somebody who was there ("I", "my", "us"), with care or a moment of the day. */
function* patientsOfToday(reading: Reading): Generator<Span> {
  const persons = reading.matches('individual');
  if (persons.length === 0) return;
  const { tokens } = reading;
  for (const person of persons) {
    const near = (signal: string, reach = 0) =>
      around(reading, person.start, reading.matches(signal), reach).length > 0;
    const token = tokenAt(tokens, person.start);
    if (!near('first-hand') || !hasTagNear(tokens, token, 0, 'past')) continue;
    if (
      near('generic') ||
      near('teaching') ||
      near('colleague-cue') ||
      near('trend-talk') ||
      near('neighbor-cue') ||
      near('kin-in-general') ||
      near('model-labelled', 1)
    )
      continue;
    if (isTagged(tokens, token, 'staff') || near('praised-us-only')) continue;
    const moment = near('day-given') || near('said-quote');
    const care = hasTagNear(tokens, token, 0, 'treatment', 'condition') || near('visit-told');
    if (care && (moment || hasTagNear(tokens, token, 0, 'feeling') || near('wept'))) yield person;
  }
}

function aboutCare(reading: Reading, mark: Span): boolean {
  const token = tokenAt(reading.tokens, mark.start);
  return (
    hasTagNear(reading.tokens, token, 1, 'treatment', 'condition', 'relation', 'setting') ||
    around(reading, mark.start, reading.matches('visit-told'), 1).length > 0 ||
    hasTagNear(reading.tokens, token, 0, 'body', 'clock') ||
    /inject|numb|need/i.test(reading.passage.text)
  );
}

/** Staff who speak of themselves in the first person are free to. */
function* staffTreated(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('staff-treated')) {
    const token = tokenAt(reading.tokens, mark.start);
    const first = around(reading, mark.start, reading.matches('first-person'), 0).length > 0;
    const staff =
      isTagged(reading.tokens, token, 'staff', 'handle', 'ownhandle') ||
      around(reading, mark.start, reading.matches('works-here'), 0).length > 0;
    if (staff && !first) yield mark;
  }
}

/** What tells that a person works for the practice or advertises it. */
export const staffCueSignals = signals({
  'first-hand': { describes: 'the writer was there', phrases: ['i|me|my|we|us|our'] },
  wept: {
    describes: 'strong feeling',
    phrases: [
      'cried|crying|sobbed|wept|tears|teary|laughed|hugged|hug|fainted|trembling|shaking|screamed|giggled|bawling',
    ],
  },
  'praised-us-only': {
    describes: 'a thank-you to a supplier',
    phrases: ['(thanks|thank you) to our <capital>'],
  },
  'first-person': {
    describes: 'the writer speaks of herself or himself',
    phrases: ['i|my|me|mine|myself'],
  },
  'works-here': {
    describes: 'a person works here or advertises the practice',
    phrases: [
      '(receptionist|front desk|office manager|esthetician|injector|ambassador|influencer|intern|hygienist|assistant|coordinator|employee|staff|coworker)',
      'works (here|with us|for us)',
      '(for|to) (a|an|her|his)? complimentary',
      'gifted|hosted|comped',
    ],
  },
});
