import { type Found, type IdentifierKind, wordsAround } from './found.js';
import { isDea, isNpi, isRouting } from './validators.js';

interface Label {
  readonly kind: IdentifierKind;
  /** The words that announce the number, then what may stand between. */
  readonly words: string;
  /** The number itself; it must hold a digit. */
  readonly value: string;
  readonly score: number;
}

const between =
  '(?:\\s{0,2}(?:number|num|no|nr|id|#|code)\\b\\.?|\\s{0,2}#)?["\']?\\s{0,3}(?:[:=#]|\\bis\\b|\\bof\\b|-)?:?\\s{0,3}["\']?\\s{0,2}#?';
const code = '[A-Z0-9][A-Z0-9.-]{2,24}[A-Z0-9]';

/** Numbers that the words before them name. */
const labels: readonly Label[] = [
  {
    kind: 'MRN',
    words:
      'mrn|medical records?|chart|chart ?no|health record|patient id|patient identifier|patient no|patient number|hospital id|national health id|record',
    value: `${code}(?: \\d{2,6}){0,2}`,
    score: 0.9,
  },
  {
    kind: 'MEMBER_ID',
    words:
      'member|subscriber|beneficiary|policy ?holder|policy|health ?plan|insurance|insurance[_ ]id|plan|group|claim|medicaid|medicare',
    value: `${code}(?: \\d{2,4}){0,3}`,
    score: 0.85,
  },
  {
    kind: 'ACCOUNT',
    words: 'account|acct|a\\/c|invoice|balance on|routing|aba|bank account|customer|order',
    value: code,
    score: 0.8,
  },
  {
    kind: 'LICENSE',
    words: "driver'?s?\\s?licen[sc]e|driving licen[sc]e|licen[sc]e|\\bdl|certificate|cert|permit",
    value: '[A-Z0-9][A-Z0-9*-]{3,19}',
    score: 0.7,
  },
  { kind: 'PASSPORT', words: 'passport', value: '[A-Z0-9]{6,9}', score: 0.85 },
  {
    kind: 'PLATE',
    words: '(?:licen[sc]e )?plate|tag number|vehicle tag|registration plate',
    value: '[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5}',
    score: 0.75,
  },
  {
    kind: 'DEVICE',
    words: 'serial|\\bs\\/n|\\bsn|\\budi|implant(?: id)?|device(?: id)?|lot|\\bimei',
    value: `${code}(?: \\d{2,6}){0,2}`,
    score: 0.8,
  },
];

const patterns = labels.map((label) => ({
  ...label,
  pattern: new RegExp(
    `(?<![A-Za-z])(?:${label.words})(?:[_ ]?(?:id|number|no))?${between}((?=[A-Z.*-]{0,12}\\d)${label.value})(?![\\w@]|-\\d)`,
    'gid',
  ),
}));

/** A quick look that spares most texts the patterns. */
const announces =
  /mrn|record|chart|patient|hospital|health|member|subscriber|beneficiary|policy|plan|insurance|group|claim|medic|account|acct|a\/c|invoice|routing|\baba\b|bank|customer|order|licen|\bdl\b|certif|permit|passport|plate|\btag\b|serial|s\/n|\bsn\b|\budi\b|implant|device|\blot\b|imei/i;

/** Numbers that the words before them name: charts, accounts, licenses. */
export function* findLabelled(text: string): Generator<Found> {
  if (announces.test(text)) {
    for (const { kind, pattern, score } of patterns) {
      for (const match of text.matchAll(pattern)) {
        const [start, end] = match.indices?.[1] ?? [0, 0];
        const value = text.slice(start, end);
        if (
          !isPlausible(kind, value, text.slice(Math.max(0, match.index - 30), start).toLowerCase())
        )
          continue;
        yield { kind, start, end, score: score + (/^[A-Z]{2,4}-/.test(value) ? 0.05 : 0) };
      }
    }
  }
}

/** Years, counts, prices, days and phone numbers are no record numbers. */
function isPlausible(kind: IdentifierKind, value: string, before: string): boolean {
  const digits = value.replace(/\D/g, '');
  if (
    /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{4}-\d\d-\d\d|^(?:19|20)\d\d$|^\d{1,3}(?:,\d{3})*$|^\d+(?:st|nd|rd|th|mg|ml|cc|am|pm|x|k)$|^\d+\.\d+$|^\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}$|^\d{3}-\d{4}$/i.test(
      value,
    )
  )
    return false;
  if (digits.length < 2) return false;
  const named = /(?:mrn|\bid|number|num|\bno\.?|#|:|=|serial|s\/n|\bsn|imei|udi)["'\s#:=]*$/.test(
    before,
  );
  if (
    kind === 'MRN' &&
    /\brecords?\b/.test(before) &&
    !/medical|health|mrn|patient|#|number|\bid\b/.test(before)
  )
    return false;
  if (kind === 'LICENSE' && /\btexas|state|board|physician|nurs|medical\b.{0,20}licen/.test(before))
    return false;
  if (kind === 'DEVICE' && /\blot\b/.test(before) && !/lot\s*(?:number|no|#|:)/.test(before))
    return false;
  if (kind === 'ACCOUNT' && /\border\b|customer/.test(before) && !named) return false;
  if (!named && kind !== 'LICENSE' && kind !== 'PASSPORT' && kind !== 'PLATE')
    return /[A-Z]/.test(value)
      ? digits.length >= 3 && value === value.toUpperCase()
      : digits.length >= 5;
  return digits.length >= 3 || /[A-Z]/i.test(value);
}

/** Numbers of providers: NPI and DEA. They are public, so rules leave them alone; `identify` lists them. */
export function* findProviders(text: string): Generator<Found> {
  for (const match of text.matchAll(/(?<![\w-])\d{10}(?![\w-])/g)) {
    const span = { start: match.index, end: match.index + 10 };
    const near = /\bnpi\b|national provider/.test(wordsAround(text, span, 40, 10));
    if (near) yield { kind: 'NPI', ...span, score: isNpi(match[0]) ? 0.99 : 0.8 };
    else if (isNpi(match[0]) && /\bprovider\b/.test(wordsAround(text, span, 40, 10)))
      yield { kind: 'NPI', ...span, score: 0.5 };
  }
  for (const match of text.matchAll(/(?<![\w-])[A-Z][A-Z9]\d{7}(?![\w-])/gi)) {
    const span = { start: match.index, end: match.index + 9 };
    const near = /\bdea\b|drug enforcement|certificate/.test(wordsAround(text, span, 40, 15));
    if (isDea(match[0])) yield { kind: 'DEA', ...span, score: near ? 0.99 : 0.75 };
    else if (near && /\bdea\b/.test(wordsAround(text, span, 40, 15)))
      yield { kind: 'DEA', ...span, score: 0.75 };
  }
  for (const match of text.matchAll(/(?<![\w-])\d{9}(?![\w-])/g)) {
    const span = { start: match.index, end: match.index + 9 };
    if (
      isRouting(match[0]) &&
      /routing|\baba\b|\brtn\b|transit/.test(wordsAround(text, span, 40, 15))
    )
      yield { kind: 'ACCOUNT', ...span, score: 0.85 };
  }
}

const prefixes: Readonly<Record<string, IdentifierKind>> = {
  mrn: 'MRN',
  nh: 'MRN',
  ins: 'MEMBER_ID',
  nid: 'MEMBER_ID',
  hin: 'MEMBER_ID',
  pol: 'MEMBER_ID',
  mbr: 'MEMBER_ID',
  acct: 'ACCOUNT',
  inv: 'ACCOUNT',
  emp: 'ID',
  rx: 'ID',
  dl: 'LICENSE',
  bio: 'BIOMETRIC',
  sn: 'DEVICE',
};

/** Numbers that carry their kind before a hyphen: MRN-1015952, INS-407183542. */
export function* findPrefixed(text: string): Generator<Found> {
  for (const match of text.matchAll(
    /(?<![\w-])(MRN|NH|INS|NID|HIN|POL|MBR|ACCT|INV|EMP|RX|DL|BIO|SN)[-#](?=[A-Z-]{0,4}[A-F\d-]{0,12}\d)[A-Z0-9][A-Z0-9-]{2,20}(?![\w])/g,
  )) {
    const kind = prefixes[(match[1] as string).toLowerCase()];
    if (kind) yield { kind, start: match.index, end: match.index + match[0].length, score: 0.88 };
  }
}
