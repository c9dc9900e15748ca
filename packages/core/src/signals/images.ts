import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Kind } from '../tokens.js';
import { around, hasTagNear, isTagged, perSentence, tokenAt } from './scan.js';

/** Pictures of people: what captions, alternative texts and live posts say. Chaperone cannot see the pictures. */
export const imageSignals = signals({
  'before-after': {
    describes: "compares one person's look before and after a treatment",
    leg: 'person',
    phrases: [
      '(before and after|before vs|before to after|before after|before versus after|befores and afters)',
      'b&a|b4',
      '(pre op|pre op|preop) ..3 (post op|post op|postop|months|weeks)',
      '(<number>|one|two) (weeks|week|days|day|months|month|mo|wks|hours) (post|after|out|apart|later|in|postop|difference|progress|from)',
      '(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen) (weeks|days|months) (post|after|out|apart|later|in|postop|difference)',
      '(day|week|month) (<number>|one|two|zero) (vs|versus|and|to) (day|week|month) (<number>|one|two)',
      '(week|day|month) (<number>|one|two|three|four|five|six) .. (results|result|progress|reveal)',
      '(results|result|progress) .. (at|after)? (week|day|month) (<number>|one|two|three|four|five|six)',
      '(real|actual) (patient|client)? ..1 (results|result)',
      '(her|him|me) (vs|versus) ..2 (her|him|me)',
      '(then and now|side by side|progress (shots|photos|pics|pic)|transformation (tuesday|thursday))',
      '(her|his) ..1 (results|transformation|progress)',
      '<body> by (dr)? <staff>',
      '(swipe|slide) ..2 (day|week|month) <number>',
      '(swipe|slide) ..2 (results|result|after|after|reveal|before|difference|see|zoom|transformation)',
      '(same|no) (lighting|chair|mirror|angle|filter|dress|jeans|makeup)',
      '(real|actual) (patient|patients|client|clients)? (result|results)',
      '(left|before) .. (right|after) ',
      '<month|day> (her|him|them) (vs|versus|and) <month|day> (her|him|them)',
      '(the|her|his|that|this|full|jawline|lip|big) reveal',
      '(her|his|your) (after|before) ..1 (pic|photo|$|is|was|at|pictures)',
      '(now|ok) look at (these|those|this|that) <body>',
      '(look at|check out|how about|obsessed with) (that|this|those|these|her|his) ..2 <body|treatment>',
      '(that|this|those|these) <body> ..2 (though|tho|after)',
      '<number> (lbs|pounds) (lighter|down)',
    ],
  },
  'time-in-caption': {
    describes: 'a time since the treatment, as captions say it',
    phrases: [
      '(at|after) (two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|<number>) (weeks|months|days)',
      '(week|month|day) <number>',
      '(above|left|right) :? (her|his)',
      '(one|two|three|half a|<number>) (syringe|syringes|vial|vials|sitting|session|sessions|round|rounds|pass|units)',
      '(left|right) .. (the|same|before|after|now)',
    ],
  },
  'picture-shown': {
    describes: 'points to a picture',
    phrases: [
      'swipe|pictured|photo|photos|pic|pics|picture|pictures|carousel|slide|reel|selfie|image|gallery|zoom|caption|shown|scroll',
      '(shown|above|below|left|right) (photo|picture|above|below)',
      '(same lighting|no filter|same angle|same chair)',
    ],
    find: pictures,
  },
  'before-after-picture': {
    describes: 'a picture or a caption of one person before and after',
    leg: 'person',
    find: (reading) => perSentence(reading, comparisons(reading)),
  },
  'before-after-advice': {
    describes:
      'general advice about time before or after a treatment, or about reading such pictures',
    phrases: [
      '(what|how|do|care|tips|instructions|avoid|things|ask|guide|checklist|drink|plan) .. before and after (your|a|an|the|care|photos|pictures|treatment)?',
      'before and after (care|your|every|each|a|an|any|photos|photo|gallery|pictures|book|instructions|surgery|treatment|hours|school|work|lunch|noon)',
      '(see|view|browse|visit|our|ask|authorized|read) ..4 (gallery|photo book|before and afters)',
      '(how to|learn to) (read|judge|look at)',
      '(most|many|some|usually|typically|peaks|settles|settle|wait|until|return|back to|expect|heal|heals|avoid|results may)',
      '(after|before) (a|an|any|your|the) <treatment|setting>',
      'we (recommend|suggest|ask|check|schedule|invite|see|call|send)',
    ],
  },
  'distinctive-mark': {
    describes:
      'a mark by which a person is known: a tattoo, a birthmark, jewelry, a name badge, a face',
    leg: 'person',
    phrases: [
      '(phoenix|rose|dragon|butterfly|name|koi|skull|cross|bulldog|flower|neck|hand|sleeve|eagle|anchor|snake|sun|prison|number|chest|ankle|wrist|lotus|wolf|lion|mermaid) (tattoo|tattoos|ink|sleeve)',
      '(with|her|his|that) ..2 (birthmark|name badge|nameplate|nameplate necklace|wedding ring|opal ring|piercing|prosthetic|dimples|gap tooth|port wine stain|swallows|tattoo|tattoos)',
      '(her|his) ..1 scar .. (on|across|from|above|below|beside)',
      '(inked|tattooed) (above|below|on|across|behind)',
      '(tattoo|birthmark|freckles|mole|sleeve|ink|koi|scar|ring|necklace|piercing|number) .. (on|across|around|behind) (her|his|their) <body>',
      '(check|see|look at|notice|those|that|spot) (the|her|his|those) (freckles|freckle|tattoo|birthmark|sleeve|ring)',
      '(that|her|his|the) (dragon|koi|sleeve|tattoo|ink) .. (stays|stayed|stay|got to stay)',
      '(recognize|recognized|know|spot) (her|him|them|that) .. (by|from|on|in) ..3 (birthmark|tattoo|scar|freckles|ring|smile|laugh|cackle|hair|voice|glasses)',
      '(show|showing|showed|shows|reveal|revealing) (her|his) (face|whole face|full face)',
      '(face included|full face|faces visible|face visible|necklace visible|tattoo visible|badge visible|nameplate necklace)',
      '(lost|missing|without) (her|his) ..2 (leg|arm|eye|hand|foot|finger)',
      '(neck|face|hand|knuckle|sleeve) (tattoo|tattoos)',
      '(her|his|with|in) (a)? (wheelchair|pink bonnet|prosthetic|glass eye|red hair|purple hair|blue hair|pink hair) .. (on|in|and)?',
    ],
  },
  'mark-of-person': {
    describes: 'such a mark on a person shown or told of',
    leg: 'person',
    find: (reading) => perSentence(reading, marksOfPersons(reading)),
  },
  'mark-as-trade': {
    describes: 'marks as a trade: their removal, their masking, advice',
    phrases: [
      '(tattoo|ink|mole|birthmark|freckle|scar) (removal|revision|treatment|lightening|fading|cover)',
      'mask|masking|crop|cropped|blur|blurred|covered',
      '(port wine|can be (lightened|treated|removed))',
      'birthmarks|scars|moles',
      '(a|your|old|unwanted|the) (tattoo|ink|mole) (you|that you|removed|takes|needs|fades)',
    ],
  },
});

function* pictures(reading: Reading): Generator<Span> {
  yield* reading.phraseMatches('picture-shown');
  const { tokens, passage } = reading;
  if (passage.part === 'alt-text') yield { start: 0, end: passage.text.length };
  for (let token = 0; token < tokens.count; token++) {
    if (
      tokens.kind[token] === Kind.emoji &&
      /^(?:📸|📷|🤳|➡|👉|🎥)/u.test(tokens.word[token] as string)
    )
      yield { start: tokens.start[token] as number, end: tokens.end[token] as number };
  }
}

function* comparisons(reading: Reading): Generator<Span> {
  const marks = reading.matches('before-after');
  if (marks.length === 0 && reading.passage.role === undefined) return;
  const { passage } = reading;
  if (passage.part === 'recipients' || passage.part === 'comment') return;
  if (isCaption(passage)) yield* captionTimes(reading);
  const shown =
    reading.matches('picture-shown').length > 0 ||
    /caption|alt|note|title/.test(passage.role ?? '') ||
    reading
      .neighbors()
      .some(
        (other) =>
          other.part === 'alt-text' ||
          /^(?:src|image|img|before|after|left|right|href)$/.test(other.role ?? ''),
      );
  for (const mark of marks) {
    const near = (signal: string, reach = 0) =>
      around(reading, mark.start, reading.matches(signal), reach).length > 0;
    if (near('before-after-advice') || near('model-labelled', 1) || near('generic')) continue;
    if (
      near('thing-shown') &&
      !hasTagNear(
        reading.tokens,
        tokenAt(reading.tokens, mark.start),
        0,
        'treatment',
        'condition',
        'body',
        'setting',
      )
    )
      continue;
    const token = tokenAt(reading.tokens, mark.start);
    const care = hasTagNear(reading.tokens, token, 1, 'treatment', 'condition', 'body');
    const person =
      near('she-or-he', 1) ||
      near('individual', 1) ||
      /\b(?:her|him)\b/i.test(passage.text.slice(mark.start, mark.end));
    const own = passage.channel === 'direct-message' && /\b(?:your|ur)\b/i.test(passage.text);
    if (own && shown) yield mark;
    else if (passage.part === 'alt-text' ? care : shown && (care || person)) yield mark;
    else if (
      passage.channel === 'social-post' &&
      care &&
      (person || near('time-in-caption', 1) || isAboutBody(reading, mark))
    )
      yield mark;
    else if (
      passage.channel === 'social-post' &&
      hasTagNear(reading.tokens, token, 0, 'treatment', 'body') &&
      near('picture-shown', 2)
    )
      yield mark;
  }
}

/** "That jawline after Volux": a part of the body and a treatment in one breath. */
function isAboutBody({ tokens }: Reading, mark: Span): boolean {
  const token = tokenAt(tokens, mark.start);
  return hasTagNear(tokens, token, 0, 'body') && hasTagNear(tokens, token, 0, 'treatment', 'staff');
}

function isCaption({ role, part }: Reading['passage']): boolean {
  return part === 'alt-text' || /^(?:figcaption|caption|note|alt)$/.test(role ?? '');
}

/** "Same arm at twelve weeks" under a picture. */
function* captionTimes(reading: Reading): Generator<Span> {
  for (const mark of reading.matches('time-in-caption')) {
    const near = (signal: string) =>
      around(reading, mark.start, reading.matches(signal), 0).length > 0;
    if (
      near('before-after-advice') ||
      near('model-labelled') ||
      near('generic') ||
      near('thing-shown')
    )
      continue;
    const pictured =
      reading.passage.part === 'alt-text' ||
      reading
        .neighbors()
        .some(
          (other) =>
            other.part === 'alt-text' ||
            other.part === 'data' ||
            /^(?:src|image|img|left|right|before|after)$/.test(other.role ?? ''),
        );
    if (
      pictured &&
      (hasTagNear(
        reading.tokens,
        tokenAt(reading.tokens, mark.start),
        0,
        'body',
        'treatment',
        'condition',
      ) ||
        near('she-or-he') ||
        reading.passage.role === 'note')
    )
      yield mark;
  }
}

function* marksOfPersons(reading: Reading): Generator<Span> {
  for (const mark of reading.matches('distinctive-mark')) {
    const near = (signal: string, reach = 0) =>
      around(reading, mark.start, reading.matches(signal), reach).length > 0;
    if (
      near('mark-as-trade') ||
      near('thing-shown') ||
      (near('generic') &&
        !/\b(?:her|his|him|she|he)\b/i.test(reading.passage.text.slice(mark.start, mark.end))) ||
      near('teaching') ||
      near('model-labelled', 1)
    )
      continue;
    const token = tokenAt(reading.tokens, mark.start);
    if (isStaffNear(reading, token)) continue;
    const care =
      hasTagNear(reading.tokens, token, 1, 'treatment', 'condition') ||
      near('visit-told', 1) ||
      near('before-after', 1) ||
      near('picture-shown') ||
      reading.passage.part === 'alt-text';
    if (care) yield mark;
  }
}

function isStaffNear(reading: Reading, token: number): boolean {
  for (let at = Math.max(0, token - 12); at < token; at++)
    if (isTagged(reading.tokens, at, 'staff')) return true;
  return false;
}
