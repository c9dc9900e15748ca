import { Tag } from '../tag.js';

/** Marks that stand in a passage, as bits. Signals that need one of them are not asked where it is missing. */
export const Mark = {
  digit: 1,
  at: 2,
  /** A full stop before a letter: a host, a file name. */
  dot: 4,
  colon: 8,
  /** Double quotation marks, straight or curly. */
  quote: 16,
  /** Round and square brackets. */
  bracket: 32,
  slash: 64,
  question: 128,
  /** What merge fields are written with. */
  field: 256,
  /** Any character outside ASCII: an emoji, a curly quotation mark, a look-alike. */
  other: 512,
  /** The passage is no plain prose: an attribute, a value of a key, a comment, a subject. */
  aside: 1024,
  /** Three digits in a row. */
  number: 2048,
  /** A round bracket directly behind a letter: the call of a function. */
  call: 4096,
  /** A colon behind an o or a c, blanks between: "To:", "Cc:". */
  header: 8192,
} as const;

/**
 * When a signal's `find` is worth asking: where one of the named signals' phrases was found, where a token carries one
 * of the tags or is one of the words, or where one of the marks or of the pieces of text stands. Elsewhere it finds
 * nothing: gates.test.ts asks it all the same.
 */
export interface Gate {
  readonly phrases: readonly string[];
  readonly tags: number;
  readonly marks: number;
  readonly words: readonly string[];
  /** Pieces of text, in lower case, one of which opens the gate too. */
  readonly holds?: readonly string[];
}

/** Signals whose `find` chooses among the matches of their own phrases. */
const choosers = [
  'age-given',
  'answers-complaint',
  'appointment-said',
  'appointment-talk',
  'ask-with-care',
  'blames-reviewer',
  'broad-release',
  'care-advice',
  'care-apology',
  'care-count',
  'cites-records',
  'confirms-treatment',
  'day-given',
  'defends-care',
  'denied-as-patient',
  'discusses-billing',
  'echoes-review',
  'generic',
  'greets-family',
  'individual-disclaimer',
  'insider-ask',
  'invites-return',
  'list-basis',
  'live-care',
  'message-detail',
  'named-as-patient',
  'no-review-clause',
  'privacy-disclaimer',
  'public-blame',
  'public-checkin',
  'public-thanks',
  'repost',
  'review-gate',
  'review-hush',
  'review-image',
  'review-reward',
  'shoutout',
  'staff-treated',
  'thanks-for-visit',
  'threatens-reviewer',
  'town-given',
  'waiver',
  'weak-consent',
];

const person = Tag.human | Tag.relation | Tag.role | Tag.relative;
const pronouns = ['he', 'she'];
const { digit, at, dot, colon, quote, bracket, slash, question, field, other, aside } = Mark;
const { number, call, header } = Mark;

/** The gates, by signal. */
export const gates: Readonly<Record<string, Gate>> = {
  ...Object.fromEntries(choosers.map((name) => [name, gate([name])])),
  'annotation-flawed': gate([], { marks: colon }),
  'attributed-quote': gate([], { marks: quote }),
  'before-after-picture': gate(['before-after'], { marks: aside }),
  'case-story': gate(['age-given', 'individual'], { tags: person, words: pronouns }),
  'celebrity-treated': gate(['public-figure']),
  'contact-of-person': gate([], { marks: digit | at | dot }),
  'coy-with-care': gate(['coy-hint']),
  'day-tale': gate(['day-tale', 'individual'], { tags: person }),
  'full-date': gate([], { marks: digit }),
  individual: gate(['individual'], { tags: person }),
  'internal-note': gate([], { marks: aside }),
  'list-file': gate([], { marks: dot }),
  'mark-of-person': gate(['distinctive-mark']),
  'merge-care': gate([], { tags: Tag.merge, holds: ['={{', '{%'] }),
  'name-in-address': gate([], { marks: dot | slash | colon | at | field | other | aside }),
  'name-in-alt-text': gate(['name-in-alt-text'], { marks: aside }),
  'named-care': gate([], { tags: Tag.name | Tag.treatment | Tag.hashtag }),
  'note-brackets': gate(['note-brackets'], { marks: bracket | slash }),
  'note-leak': gate(['note-about-person']),
  'old-age': gate(['old-age'], { marks: digit }),
  'patient-attribute': gate([], { marks: question | aside }),
  'patient-rows': gate(['patient-rows'], {
    tags: Tag.treatment | Tag.condition | Tag.money,
    words: ['rhino', 'tx', 'lipo', 'lips', 'neck', 'brows'],
  }),
  'patient-tag': gate([], { tags: Tag.handle | Tag.hashtag }),
  'patient-zip': gate([], { marks: digit }),
  'person-name': gate([], { tags: Tag.name }),
  'picture-shown': gate(['picture-shown'], { marks: other | aside }),
  'privacy-but': gate(['individual-disclaimer', 'privacy-disclaimer']),
  'record-number': gate([], { marks: number }),
  'relative-with-care': gate(['tie-to-person']),
  'release-incomplete': gate([], {
    marks: dot | at | other,
    words: ['consent', 'agree', 'authorize', 'grant', 'give'],
  }),
  'reviewer-name': gate(['reviewer-name'], { tags: Tag.name }),
  'said-quote': gate([], { marks: quote | other }),
  'she-or-he': gate([], { words: pronouns }),
  'subject-care': gate(['subject-care'], {
    marks: aside,
    holds: ['subject', 'preheader', 'preview'],
  }),
  'tracker-with-care': gate([], {
    marks: call,
    holds: [
      '=',
      '{{',
      'ttq.',
      'hotjar',
      'fullstory',
      '_paq',
      'mixpanel.',
      'segment.',
      'googletagmanager',
      'connect.facebook.net',
    ],
  }),
  'visible-recipients': gate(['visible-recipients'], { marks: header | aside }),
};

function gate(phrases: readonly string[], rest: Partial<Omit<Gate, 'phrases'>> = {}): Gate {
  return { phrases, tags: 0, marks: 0, words: [], ...rest };
}

const marksOfCode = new Uint16Array(128);
for (let code = 48; code <= 57; code++) marksOfCode[code] = Mark.digit;
for (const [characters, mark] of [
  ['@', Mark.at],
  [':', Mark.colon],
  ['"', Mark.quote],
  ['()[]', Mark.bracket],
  ['/', Mark.slash],
  ['?', Mark.question],
] as const)
  for (const character of characters) marksOfCode[character.charCodeAt(0)] = mark;
for (const character of '{[<%*$|') {
  const code = character.charCodeAt(0);
  marksOfCode[code] = (marksOfCode[code] as number) | Mark.field;
}

/** Double quotation marks of other shapes (see fold.ts). */
const curly = /[\u201c-\u201f\u2033\uff02]/;

/** The marks that stand in a text. */
export function marksIn(text: string): number {
  let marks = 0;
  /** How many digits stand before, and the last character that is no blank. */
  let digits = 0;
  let last = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) {
      marks |= ++digits >= 3 ? Mark.digit | Mark.number : Mark.digit;
      last = code;
      continue;
    }
    digits = 0;
    if (code >= 128) marks |= Mark.other;
    else if (code === 46) {
      if (isLetter(text.charCodeAt(index + 1))) marks |= Mark.dot;
    } else if (code === 58) {
      // White space of other kinds counts as any letter.
      marks |= (last | 32) === 111 || (last | 32) === 99 || last >= 128 ? colon | header : colon;
    } else if (code === 40) {
      marks |= isLetter(text.charCodeAt(index - 1)) ? bracket | call : bracket;
    } else marks |= marksOfCode[code] as number;
    if (code > 32) last = code;
  }
  return (marks & Mark.other) !== 0 && curly.test(text) ? marks | quote : marks;
}

function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}
