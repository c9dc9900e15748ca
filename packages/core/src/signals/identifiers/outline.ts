/** What a text holds of that which detectors of identifiers need, found in one pass. Letters are those of ASCII. */
export interface Outline {
  readonly digits: number;
  /** The most digits that stand together, with the marks of telephone numbers between them. */
  readonly cluster: number;
  /** The longest run of digits, and of letters and digits. */
  readonly longestDigits: number;
  readonly longestRun: number;
  /** How many times a dot, a slash or a hyphen stands between two digits. */
  readonly joints: number;
  readonly colons: number;
  /** Bits of `Cue`. */
  readonly cues: number;
}

/** What announces an identifier. */
export const Cue = {
  month: 1,
  /** A word that may name a number (chart, member, serial) with a digit behind it. */
  label: 2,
  /** "aged"; "is" before a digit; "y", "m" or "f" behind one. */
  age: 4,
  street: 8,
  /** "zip", "postal", or five digits. */
  zip: 16,
  /** "dot", or "at" in brackets. */
  spelledAddress: 32,
  /** A few capitals before a hyphen: MRN-1. */
  prefix: 64,
  /** A full stop between a letter or digit and a letter, or "www." */
  host: 128,
  /** Letters and digits mixed as in 1EG4 or GB82. */
  mixed: 256,
} as const;
/** Words that come before an age. */
const beforeAge = 512;
/** A word of streets, where it has a capital. */
const street = 1024;

const cueOf = new Map<number, number>();

function step(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function addCues(words: string, cue: number): void {
  for (const word of words.split(' ')) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
    cueOf.set(hash, (cueOf.get(hash) ?? 0) | cue);
  }
}

addCues(
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december',
  Cue.month,
);
addCues('age aged ages', Cue.age);
addCues('turn turns turned turning be am m s is was were a', beforeAge);
addCues(
  'street st avenue ave av road rd drive dr lane ln boulevard blvd court ct place pl way terrace ter circle cir trail trl parkway pkwy highway hwy square sq plaza loop alley aly row crescent cres close pike turnpike expressway expy run path pass point crossing xing ridge bend hill grove mews walk broadway freeway route',
  street,
);
addCues('box obox pobox', Cue.street);
addCues('dot', Cue.spelledAddress);

/** The first three letters of the words that name numbers. */
const labelStarts = new Set<number>();
for (const start of 'mrn med rec cha hea pat hos nat mem sub ben pol ins pla gro cla acc inv rou aba ban cus ord bal dri lic dl cer per pas tag veh reg ser sn udi imp dev lot ime'.split(
  ' ',
))
  labelStarts.add(startOf(start, 0, start.length));
const labels =
  /^(?:mrn|medical|records?|chart|health|patient|hospital|national|member|subscriber|beneficiary|policy|policyholder|healthplan|insurance|plan|group|claim|medicaid|medicare|account|acct|invoice|balance|routing|aba|bank|customer|order|drivers?(?:licen[sc]e)?|driving|licen[sc]e|dl|certificate|cert|permit|passport|plate|tag|vehicle|registration|serial|sn|udi|implant|device|lot|imei)(?:id|number|no)?(?:number|num|no|nr|id|code)?$/i;
/** How far behind its label a number may begin. */
const labelReach = 80;

/** Looks at a folded text. */
export function outlineOf(text: string): Outline {
  let digits = 0;
  let cluster = 0;
  let together = 0;
  let lastDigit = -99;
  let longestDigits = 0;
  let longestRun = 0;
  let joints = 0;
  let colons = 0;
  let cues = 0;
  /** The last run of letters: its cues, and where it ended. */
  let word = 0;
  let wordEnd = -1;
  let label = -labelReach;
  let runStart = 0;
  for (let at = 0; at < text.length; ) {
    const start = at;
    let code = text.charCodeAt(at);
    if (isDigit(code)) {
      if (runStart < start && !isAlphanumeric(text.charCodeAt(start - 1))) runStart = start;
      while (isDigit(code)) code = text.charCodeAt(++at);
      const length = at - start;
      digits += length;
      if (length > longestDigits) longestDigits = length;
      together = start - lastDigit <= 7 ? together + length : length;
      if (together > cluster) cluster = together;
      lastDigit = at;
      if (length === 5) cues |= Cue.zip;
      if (start - label <= labelReach) cues |= Cue.label;
      if ((word & beforeAge) !== 0 && wordEnd === start - 1 && isSpace(text, wordEnd))
        cues |= Cue.age;
      if (isJoint(code) && isDigit(text.charCodeAt(at + 1))) joints++;
      if (
        runStart === start &&
        length === 1 &&
        isLetter(code) &&
        isAlphanumeric(text.charCodeAt(at + 1)) &&
        isDigit(text.charCodeAt(at + 2))
      )
        cues |= Cue.mixed;
    } else if (isLetter(code)) {
      if (runStart < start && !isAlphanumeric(text.charCodeAt(start - 1))) runStart = start;
      let hash = 0;
      const isCapital = code < 97;
      while (isLetter(code)) {
        hash = step(hash, code | 32);
        code = text.charCodeAt(++at);
      }
      word = cueOf.get(hash) ?? 0;
      wordEnd = at;
      cues |= word | cuesOfWord(text, start, at, runStart);
      if (isCapital && (word & street) !== 0) cues |= Cue.street;
      if (isLabel(text, start, at)) label = at;
      lastDigit = -99;
    } else {
      if (code === 58) colons++;
      else if (code === 46 && isHost(text, at)) cues |= Cue.host;
      if (!mayJoin(code)) lastDigit = -99;
      at++;
      runStart = at;
      continue;
    }
    if (at - runStart > longestRun) longestRun = at - runStart;
  }
  return { digits, cluster, longestDigits, longestRun, joints, colons, cues };
}

/** What a run of letters from `start` up to `end` announces by its letters and by what stands beside it. */
function cuesOfWord(text: string, start: number, end: number, runStart: number): number {
  const length = end - start;
  const first = text.charCodeAt(start) | 32;
  let cues = 0;
  if (first === y && isBehindDigit(text, start)) cues |= Cue.age;
  if (length === 1 && (first === m || first === f) && isBehindDigit(text, start)) cues |= Cue.age;
  if (length === 2) {
    const before = text.charCodeAt(start - 1);
    if ((before === 40 || before === 91) && startsWith(text, start, 'at'))
      cues |= Cue.spelledAddress;
    if (runStart === start && isDigit(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1)))
      cues |= Cue.mixed;
  }
  if (length >= 3 && (first === z || first === p)) {
    if (
      startsWith(text, start, 'zip') ||
      startsWith(text, start, 'post') ||
      startsWith(text, start, 'patientzip')
    )
      cues |= Cue.zip;
  }
  const after = text.charCodeAt(end);
  if (length <= 4 && (after === 45 || after === 35) && text.charCodeAt(start) < 97)
    cues |= Cue.prefix;
  return cues;
}

/** True of a word that may name a number, or that runs on into one: "chart", "planNo", "lot-5". */
function isLabel(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32;
  if (end - start === 1) return (first === a || first === s) && text[end] === '/';
  if (!labelStarts.has(startOf(text, start, end))) return false;
  if (labels.test(text.slice(start, end))) return true;
  for (let at = end; at < end + 13; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) return true;
    if (!isLetter(code) && code !== 45 && code !== 46 && code !== 42) return false;
  }
  return false;
}

function startOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end && at < start + 3; at++)
    hash = step(hash, text.charCodeAt(at) | 32);
  return hash;
}

function startsWith(text: string, start: number, word: string): boolean {
  for (let at = 0; at < word.length; at++)
    if ((text.charCodeAt(start + at) | 32) !== word.charCodeAt(at)) return false;
  return true;
}

const [a, f, m, p, s, w, y, z] = [97, 102, 109, 112, 115, 119, 121, 122];

/** True where a digit stands before, a blank or a hyphen between. */
function isBehindDigit(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at - 1))) return true;
  return isDigit(text.charCodeAt(at - 2)) && (text[at - 1] === '-' || isSpace(text, at - 1));
}

function isHost(text: string, dot: number): boolean {
  const before = text.charCodeAt(dot - 1);
  return isAlphanumeric(before) && (isLetter(text.charCodeAt(dot + 1)) || (before | 32) === w);
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || (code >= 9 && code <= 13) || (code >= 128 && /\s/.test(text[at] as string));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** A dot, a slash or a hyphen. */
function isJoint(code: number): boolean {
  return code >= 45 && code <= 47;
}

/** What may stand between the digits of a telephone number. */
function mayJoin(code: number): boolean {
  return code === 32 || code === 40 || code === 41 || code === 43 || isJoint(code);
}
