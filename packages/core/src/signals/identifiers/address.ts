import { all, type Found } from './found.js';

const suffix =
  '(?:street|st|avenue|ave|av|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|way|terrace|ter|circle|cir|trail|trl|parkway|pkwy|highway|hwy|square|sq|plaza|loop|alley|aly|row|crescent|cres|close|pike|turnpike|expressway|expy|run|path|pass|point|crossing|xing|ridge|bend|hill|grove|mews|walk|broadway|freeway|route)';
const unit =
  '(?:apartment|apt|suite|ste|unit|floor|fl|room|rm|building|bldg|#)\\.?\\s?#?[A-Za-z0-9-]{1,6}';
const state =
  '(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)';
const city = "[A-Z][\\p{L}.'-]{1,20}(?: [A-Z][\\p{L}.'-]{1,20}){0,3}";
const tail = `(?:(?:,|\\.)?\\s{1,3}(?:${city})(?:,?\\s{1,3}${state}\\b)?(?:,?\\s{1,3}\\d{5}(?:-\\d{4})?)?)`;
const street = new RegExp(
  `(?<![\\w$#.,/-])\\d{1,6}(?:-\\d{1,5})?[A-Za-z]?\\s(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West|Old|County|State|US)\\.?\\s)?(?:\\d{1,3}(?:st|nd|rd|th)\\s|(?:[A-Z][\\p{L}'.-]{0,20}\\s){1,4})?(?:${suffixCased()})\\b\\.?(?:\\s(?:[NSEW]|NE|NW|SE|SW)\\b\\.?)?(?:\\s\\d{1,4}\\b)?(?:,?\\s{0,2}${unit})?(?:,?\\s{0,2}${unit})?`,
  'gu',
);
const box = /\b(?:P\.?\s?O\.?\s?)Box\s\d{1,6}\b/gi;
const following = new RegExp(`^${tail}`, 'u');

/** The suffixes with a capital or in capitals, so that "210 way too many" is no address. */
function suffixCased(): string {
  return suffix.replace(
    /[a-z]{2,}/g,
    (word) => `${(word[0] as string).toUpperCase()}${word.slice(1)}|${word.toUpperCase()}`,
  );
}

/** Postal addresses of the United States as one span: number, street, unit, city, state, ZIP. */
export function* findAddresses(text: string): Generator<Found> {
  for (const pattern of [street, box]) {
    for (const { start, end, value } of all(text, pattern)) {
      const next = following.exec(text.slice(end, end + 120))?.[0] ?? '';
      const placed = new RegExp(`${state}\\b|\\d{5}`).test(next);
      const whole = end + (placed ? next.length : 0);
      if (
        !placed &&
        /^\d+ (?:Way|Point|Run|Pass|Hill|Close|Row|Path|Walk|Place|Drive|Court|Square|Loop)$/i.test(
          value,
        )
      )
        continue;
      yield { kind: 'ADDRESS', start, end: whole, score: placed ? 0.95 : 0.7 };
    }
  }
}

/** ZIP codes beside the word or a state; postal codes of elsewhere beside the word. */
export function* findZips(text: string): Generator<Found> {
  for (const span of all(
    text,
    /\b(?:zip|postal|post)(?:[ _-]?codes?)?["']?(?:\s{1,2}(?:is|of|was|number))?\s{0,2}[:=]?\s{0,3}["']?((?:\d{3} \d{2}|\d{5}(?:-\d{4})?|\d{2}-\d{3}|\d{4}(?: [A-Z]{2})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{3,6}))(?![\w-])/gi,
  ))
    yield { kind: 'ZIP', start: span.start, end: span.end, score: 0.9 };
  for (const span of all(
    text,
    new RegExp(`\\b${state},?\\s{1,2}(\\d{5}(?:-\\d{4})?)(?![\\w-])`, 'g'),
  ))
    yield { kind: 'ZIP', start: span.start, end: span.end, score: 0.8 };
  for (const span of all(
    text,
    /[_"'](?:patient_?)?zip(?:_?code)?["']\s?:\s?["']?(\d{5}(?:-\d{4})?)/gi,
  ))
    yield { kind: 'ZIP', start: span.start, end: span.end, score: 0.9 };
}

/** The three-digit ZIP areas with at most 20,000 people, of the 2000 and the 2010 census: these give no three digits either. 45 CFR 164.514(b)(2)(i)(B). */
export const smallZipAreas: ReadonlySet<string> = new Set(
  '036 059 063 102 203 205 369 556 692 790 821 823 830 831 878 879 884 890 893'.split(' '),
);
