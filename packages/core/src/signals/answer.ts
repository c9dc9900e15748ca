import type { Reading } from '../signal.js';
import type { Span } from '../span.js';
import { Tag } from '../tag.js';
import { isReply, type Signals, signals } from './place.js';

/** What a reply is as a whole: an answer, a name in it, a disclaimer with something behind it. */
export const answerSignals: Signals = signals({
  answer: {
    describes: 'A public answer to a review or a comment',
    find: answers,
  },
  'reviewer-name': {
    describes: 'The name of the person answered',
    leg: 'person',
    phrases: ['^ «(mr|mrs|ms|miss|mx) !and|or» (please|we|thank|thanks|you|i|your)'],
    find: reviewerNames,
  },
  'privacy-but': {
    describes: 'A privacy disclaimer with details behind it, or put individually',
    find: privacyBut,
  },
});

/** The first sentence of an answer; a label such as "Reply:" is none. */
function answers(reading: Reading): readonly Span[] {
  const { passage } = reading;
  const [first] = passage.sentences;
  if (!first || !isReply(reading) || passage.channel === 'direct-message') return [];
  return /^[^.!?]{0,40}:\s*$/.test(passage.text) ? [] : [first];
}

function reviewerNames(reading: Reading): readonly Span[] {
  if (!isReply(reading) || reading.passage.channel === 'direct-message') return [];
  const { tokens } = reading;
  const found: Span[] = [...reading.phraseMatches('reviewer-name')];
  for (let token = 0; token < tokens.count; token++) {
    if (((tokens.tags[token] as number) & Tag.name) === 0) continue;
    let last = token;
    while (last + 1 < tokens.count && ((tokens.tags[last + 1] as number) & Tag.name) !== 0) last++;
    found.push({ start: tokens.start[token] as number, end: tokens.end[last] as number });
    token = last;
  }
  return found;
}

const careSignals = [
  'defends-care',
  'cites-records',
  'discusses-billing',
  'blames-reviewer',
  'confirms-treatment',
  'named-as-patient',
  'care-apology',
  'invites-return',
];

function privacyBut(reading: Reading): readonly Span[] {
  const individual = reading.matches('individual-disclaimer');
  const disclaimers = reading.matches('privacy-disclaimer');
  const found = [...individual];
  for (const disclaimer of disclaimers) {
    const sentence = reading.sentenceAt(disclaimer.start);
    const behind = careSignals.some((name) =>
      reading
        .matches(name)
        .some(
          (span) =>
            span.end > disclaimer.end &&
            span.start > disclaimer.start &&
            reading.sentenceAt(span.start) - sentence <= 2,
        ),
    );
    if (behind && !found.some((span) => span.start < disclaimer.end && disclaimer.start < span.end))
      found.push(disclaimer);
  }
  return found.sort((a, b) => a.start - b.start);
}
