import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { around, perSentence, tokenAt, wordAt } from './scan.js';

/** Posts from the room while a patient is in it. 45 CFR 164.530(c). */
export const liveCareSignals = signals({
  'live-care': {
    describes: 'shows a patient in the room, live or behind the scenes',
    leg: 'person',
    phrases: [
      '(live|we are live|going live|streaming|livestream|live stream) .. (from|in) (the|our)? (or|operating room|treatment room|procedure room|op)',
      '(live|stream|stream title) .. (in|with|from|fixing|watch|unveiling) ..4 <treatment|human|setting|name>',
      '(in|on) (the|our|my) (chair|table) (right now|now|today|as we speak|this very)',
      '(come with|join|watch) (us|me|dr|as|while) .. (while|as) .. (does|do|injects|inject|treats|treat|operates|works)',
      '(watch|come watch|come see) (our|a|this|the|my|him|her) ..2 <human|relation|name> .. (get|getting|go|have|having)',
      '(story|instagram|ig) (takeover|take over)',
      '(full|packed|busy) (waiting room|house|lobby) .. (say hi|wave|hi everybody|hi everyone|hello|say hello)',
      '(say hi|say hello|everybody wave|everyone wave) (to|at|everybody|everyone|you)? ..3 <name|human|relation>',
      'halfway through (a|an|this|her|his) .. <treatment>',
      '(currently|presently) (injecting|treating|lasering|numbing|operating|doing) ..3 (<human|treatment|name>|her|him)',
      "(she|he|they) (is|are|'s) (already)? (numb|numbing|numbed|prepped|marked|on the table|in the chair|under)",
      '(about to|getting ready to) (inject|operate|laser|numb|start) (her|him|this|our)',
      '<treatment> on the table',
      '(tune in|watch live|join us live) ..6 (<treatment>|surgery|procedure)',
      '(or|surgery|treatment room|room <number>) cam',
      '(cam|camera|cameras) (is|are) (on|rolling)',
      '(our|my) last patient of the day',
      '(right before|before|as|while) (they|we) (wheeled|wheel|rolled|put) (her|him) ',
      '(under|behind) the (towel|drape|blanket|bandage|bandages)',
      "today 's (surgery)? (line up|lineup|schedule|surgeries)",
      '(this very second|happening now|in real time|mid treatment|mid treatment|as we speak)',
    ],
    find: (reading) => perSentence(reading, liveCare(reading)),
  },
  'live-talk': {
    describes: 'a live talk, a demonstration or a tour, with nobody treated',
    phrases: [
      'q&a|webinar|conference|talk|panel|interview|tour|demo|demos|demonstration|unboxing|ribbon|meeting|class|market|podcast|radio|concert|fair|questions',
      'how we (clean|store|set up|prepare|mix)',
      '(nobody|no one) (on|in) (the|our)',
      'model',
    ],
  },
});

/** "They live with their results": somebody's life, no broadcast. */
function livesThere({ tokens }: Reading, mark: Span): boolean {
  const at = tokenAt(tokens, mark.start);
  return (
    tokens.word[at] === 'live' &&
    /^(?:they|we|you|i|who|people|patients|to|can|could|must|still|that|will|would)$/.test(
      wordAt(tokens, at - 1),
    )
  );
}

function* liveCare(reading: Reading): Generator<Span> {
  for (const mark of reading.phraseMatches('live-care')) {
    if (livesThere(reading, mark)) continue;
    const near = (signal: string, reach = 0) =>
      around(reading, mark.start, reading.matches(signal), reach).length > 0;
    const now = /table|chair|halfway|right now|this very|numb|prepped|towel/i.test(
      reading.passage.text.slice(mark.start, mark.end),
    );
    if ((near('live-talk') && !now) || near('model-labelled')) continue;
    yield mark;
  }
}
