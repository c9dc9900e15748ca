import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';
import { Tag } from '../tag.js';
import { Kind, Shape, type Tokens } from '../tokens.js';
import { covering, isTagged } from './scan.js';

/** Lists of patients in copy: rows, and files that hold them. 45 CFR 164.502(a). */
export const patientListSignals = signals({
  'patient-rows': {
    describes: 'two or more rows of people with a treatment, a time, a phone number or a balance',
    leg: 'person',
    phrases: [
      '(patients to (call|email|text)|recall list|surgery board|call list|no show list|overdue list)',
      "(tomorrow|today|monday|tuesday|wednesday|thursday|friday) 's (schedule|line up|lineup|patients|surgeries)",
    ],
    find: patientRows,
  },
  'list-file': {
    describes: 'an attached or named file that by its name holds patients',
    leg: 'person',
    find: listFiles,
  },
});

/** People with care in rows: at least two pieces between line breaks, slashes, commas or semicolons that each hold a person and care. */
function* patientRows(reading: Reading): Generator<Span> {
  const cued = reading.phraseMatches('patient-rows').length > 0;
  const lines = rowsOf(reading, endsLine);
  const rows = lines.length >= 2 ? lines : rowsOf(reading, endsItem);
  if (rows.length >= 2 || (rows.length === 1 && cued)) yield covering(rows);
}

function rowsOf(reading: Reading, ends: (tokens: Tokens, token: number) => boolean): Span[] {
  const { tokens } = reading;
  const rows: Span[] = [];
  let from = 0;
  for (let token = 0; token <= tokens.count; token++) {
    if (token < tokens.count && !ends(tokens, token)) continue;
    const row = rowOf(reading, from, token);
    if (row) rows.push(row);
    from = token + 1;
  }
  return rows;
}

function endsLine(tokens: Tokens, token: number): boolean {
  return tokens.word[token] === '\n';
}

/** In one line semicolons, slashes and commas part the rows. */
function endsItem(tokens: Tokens, token: number): boolean {
  const word = tokens.word[token] as string;
  if (word === '\n' || word === ';' || word === '!') return true;
  if (word === '/') return isApart(tokens, token);
  return (
    word === ',' && isApart(tokens, token + 1) && (tokens.word[token + 1] as string).length > 1
  );
}

function isApart(tokens: Tokens, token: number): boolean {
  return token < tokens.count && ((tokens.shape[token] as number) & Shape.spaceBefore) !== 0;
}

/** True where a telephone number stands in the row. */
function isPhoned(tokens: Tokens, from: number, to: number): boolean {
  return /\d{3}-\d{3}-\d{4}|\(\d{3}\) ?\d{3}-\d{4}/.test(
    tokens.text.slice(tokens.start[from] ?? 0, tokens.end[to - 1] ?? 0),
  );
}

const careWords = new Set('rhino tx lipo lips neck brows'.split(' '));

/** The person and the care in a row of at most a dozen words; undefined when one of them is missing. */
function rowOf({ tokens }: Reading, from: number, to: number): Span | undefined {
  if (to - from > 16) return undefined;
  let person = -1;
  let care = -1;
  let timed = false;
  for (let at = from; at < to; at++) {
    // With whom: the provider's row, not a patient's. Next to a telephone number nobody lists staff.
    const word = tokens.word[at] as string;
    const tags = tokens.tags[at] as number;
    if (word === 'with' || (word === 'w' && tokens.word[at + 1] === '/')) return undefined;
    if ((tags & Tag.staff) !== 0 && !isPhoned(tokens, from, to)) return undefined;
    if ((tags & Tag.clock) !== 0 || word === 'am' || word === 'pm') timed = true;
    const treated =
      (tags & (Tag.treatment | Tag.condition | Tag.money)) !== 0 || careWords.has(word);
    if (treated && care === -1 && (tags & Tag.name) === 0) care = at;
    if (
      person === -1 &&
      !treated &&
      ((tags & Tag.name) !== 0 ||
        ((tags & Tag.staff) !== 0 && isPhoned(tokens, from, to)) ||
        (timed && isCapital(tokens, at)) ||
        isNamedCell(tokens, at, from))
    )
      person = at;
  }
  if (person === -1 || care === -1) return undefined;
  return {
    start: tokens.start[Math.min(person, care)] as number,
    end: tokens.end[Math.max(person, care)] as number,
  };
}

/** "Jan Ortiz," as the first cell of a row, "Rob S" anywhere. */
function isNamedCell(tokens: Reading['tokens'], token: number, from: number): boolean {
  if (!isNamePart(tokens, token) || !isNamePart(tokens, token + 1)) return false;
  return (
    (tokens.word[token + 1] as string).length === 1 ||
    (token === from && tokens.word[token + 2] === ',')
  );
}

function isNamePart(tokens: Tokens, token: number): boolean {
  return (
    token < tokens.count &&
    ((tokens.shape[token] as number) & Shape.capital) !== 0 &&
    tokens.kind[token] === Kind.word &&
    !isTagged(tokens, token, 'treatment', 'setting', 'practice')
  );
}

function isCapital(tokens: Reading['tokens'], token: number): boolean {
  return (
    ((tokens.shape[token] as number) & Shape.capital) !== 0 &&
    tokens.kind[token] === Kind.word &&
    !isTagged(
      tokens,
      token,
      'day',
      'month',
      'treatment',
      'setting',
      'relation',
      'staff',
      'practice',
    )
  );
}

const otherFiles =
  /staff|price|form|template|blank|policy|guide|packet|consent|class|event|hours|holiday|inventory|sample/;
const listNames =
  /(?:^|[^a-z])(?:patients?|clients?|recall|schedule|intake|charts?|overdue|postop|post_op|no_?shows?|appointments?|roster|procedures?|past_due)/i;

function* listFiles(reading: Reading): Generator<Span> {
  const text = reading.passage.text;
  const lower = text.toLowerCase();
  for (const ending of ['.csv', '.xls', '.tsv', '.numbers']) {
    for (let at = lower.indexOf(ending); at !== -1; at = lower.indexOf(ending, at + 1)) {
      let start = at;
      while (start > 0 && at - start < 120 && !/[\s"'<>(),;:]/.test(text[start - 1] as string))
        start--;
      let end = at + ending.length;
      while (end < text.length && /[a-z]/i.test(text[end] as string)) end++;
      const name = lower.slice(start, at).replaceAll('_', ' ');
      if (listNames.test(name) && !otherFiles.test(name)) yield { start, end };
    }
  }
}
