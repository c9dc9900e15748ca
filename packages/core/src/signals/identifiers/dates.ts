import { all, type Found } from './found.js';

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const weekdays =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const time =
  '(?:[ T,]{1,2}\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,6})?)?(?:\\s?[ap]\\.?m\\.?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const numeric = new RegExp(
  `(?<![\\w/.$-])(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2}))${time}(?![\\w/-]|[.]\\d)`,
  'gi',
);
const named = new RegExp(
  `(?<![\\w-])(?:${weekdays}\\.?,?\\s{1,2})?(?:${months}\\.?\\s{1,2}\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,2}\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?(?:\\s{1,2}of)?[ -]${months}\\.?(?:,?[ -]\\d{4})?|${months}\\.?,?\\s{1,2}\\d{4})${time}(?![\\w]|-\\d)`,
  'gi',
);
const slashed = /(?<![\w/.$-])(\d{1,2}\/\d{1,2})(?![\w/]|[.]\d)/g;

/** Dates more exact than a year: numeric ones, ISO ones with their time. */
export function* findNumericDates(text: string): Generator<Found> {
  for (const span of all(text, numeric)) {
    const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})/.exec(span.value);
    if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) continue;
    // "2.4.1" is a version: dots want a year of four digits.
    if (/^\d{1,2}\.\d{1,2}\.\d{1,2}$/.test(span.value)) continue;
    yield { kind: 'DATE', start: span.start, end: span.end, score: 0.9 };
  }
}

/** Month names with a day or a year. */
export function* findNamedDates(text: string): Generator<Found> {
  for (const span of all(text, named))
    yield {
      kind: 'DATE',
      start: span.start,
      end: span.end,
      score: /^may \d/.test(span.value) ? 0.5 : 0.85,
    };
}

/** "06/12", month and day alone. */
export function* findShortDates(text: string): Generator<Found> {
  for (const span of all(text, slashed)) {
    const [month = 0, day = 0] = span.value.split('/').map(Number);
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && !/^24\/7$/.test(span.value))
      yield { kind: 'DATE', start: span.start, end: span.end, score: 0.4 };
  }
}

function isDay(a: number, b: number, c: number): boolean {
  if (a > 31) return a >= 1850 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31;
  if (c > 31 && c < 100) return dayAndMonth(a, b);
  if (c >= 100 && (c < 1850 || c > 2100)) return false;
  return dayAndMonth(a, b);
}

function dayAndMonth(a: number, b: number): boolean {
  return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12);
}

const agePatterns: readonly RegExp[] = [
  /(?<![\w.$-])(\d{1,3})(?:\s|-)?(?:years?|yrs?|y)\.?(?:\s|-)?(?:olds?|of age|young)\b/gi,
  /(?<![\w.$-])(\d{1,3})\s?(?:y\/?o|yo)\b/gi,
  /\b(?:aged?|ages)(?:\s(?:is|was|of|about|around))?\s?[:=]?\s?["']?(\d{1,3})(?![\w.%,/-]|\s?(?:to|or|-|and (?:up|over|older|above))\b)/gi,
  /\b(?:turn(?:s|ed|ing)?|be|am|i'm|he's|she's|is|was|were|he is|she is)\s(?:a\s)?(\d{1,3})(?=(?:\s(?:last|this|next|today|tomorrow|yesterday|on|in|when|but|and|years|now|so|year)\b|\s?[.,!?;:\n]|\s?$))(?![.,]\d)/gi,
  /\bturn(?:s|ed|ing)?\s(\d{1,3})\b(?!\s?(?:%|percent|degrees|heads|units|pages|to|dollars))/gi,
  /(?<![\w.$-])(\d{1,3})(?=\s?[MF]\b)(?=\s?[MF](?:[,.;)\s]|$))/g,
];

/** Ages of people, the number alone. */
export function* findAges(text: string): Generator<Found> {
  if (!/\d/.test(text)) return;
  for (const [index, pattern] of agePatterns.entries()) {
    for (const span of all(text, pattern)) {
      const age = Number(span.value);
      if (age < 1 || age > 120) continue;
      if (
        index === 3 &&
        !/\b(?:turn|old|age|born|birthday|he|she|i|my|who|mr|mrs|ms)\b|'m |'s /i.test(
          text.slice(Math.max(0, span.start - 60), span.start),
        )
      )
        continue;
      yield { kind: 'AGE', start: span.start, end: span.end, score: index < 3 ? 0.9 : 0.7 };
    }
  }
}
