import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';

/** Scripts and links that tell third parties who looks for what care. */
export const trackerSignals = signals({
  'tracker-with-care': {
    describes:
      'a tracker or a link that carries a treatment, a condition or a person, or stands on a booking, intake or results page',
    find: trackers,
  },
});

const calls = [
  'fbq(',
  'gtag(',
  'ttq.',
  'snaptr(',
  'pintrk(',
  'lintrk(',
  'hotjar',
  'fullstory',
  'clarity(',
  'rdt(',
  'twq(',
  '_paq',
  'datalayer.push(',
  'mixpanel.',
  'segment.',
  'analytics.track(',
  'googletagmanager',
  'connect.facebook.net',
];
const careKeys =
  /content_name|content_category|treatment|service|svc|procedure|condition|concern|symptom|diagnos|medic|\bmeds?\b|email|e_mail|\bem\b|phone|\bname\b|birth|\bdob\b|quiz|weight|concernselected|selectedconcern/i;
const patientPages =
  /\b(?:book|booking|reserve|schedule|intake|portal|results?|quiz|consult|prescription|patient|appointment|checkout|questionnaire|assessment)\b/i;

function* trackers(reading: Reading): Generator<Span> {
  const { text } = reading.passage;
  if (text.length < 8 || reading.passage.part === 'comment') return;
  const lower = text.toLowerCase();
  for (const call of calls) {
    for (let at = lower.indexOf(call); at !== -1; at = lower.indexOf(call, at + call.length)) {
      const end = endOfCall(text, at);
      const body = text.slice(at + call.length, end);
      const beside = reading
        .neighbors()
        .filter(({ part }) => part === 'comment')
        .map((other) => other.text);
      const around = [
        text.slice(Math.max(0, at - 300), at),
        text.slice(end, end + 300),
        ...beside,
      ].join(' ');
      if (
        careKeys.test(body) ||
        (patientPages.test(around) && !/\/blog\b|page_view|'config'/i.test(around + body))
      )
        yield { start: at, end };
    }
  }
  yield* formsAndLinks(text, lower);
  yield* formFields(reading);
}

/** A form field handed on by a tag manager: `"concern": "{{form.mainConcern}}"`. */
function* formFields({ passage }: Reading): Generator<Span> {
  const { text } = passage;
  if (/\{\{\s*form\./.test(text.slice(0, 200)) && careKeys.test(`${passage.role ?? ''} ${text}`))
    yield { start: 0, end: text.length };
}

/** The end of a call: its closing parenthesis on the same few lines, or the end of the word. */
function endOfCall(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < Math.min(text.length, at + 400); index++) {
    if (text[index] === '(') depth++;
    if (text[index] === ')' && --depth === 0) return index + 1;
  }
  const stop = text.slice(at, at + 80).search(/[\s"'<>]/);
  return stop === -1 ? Math.min(text.length, at + 80) : at + stop;
}

/** A form sent by GET with care in its address, and links that carry a person and a treatment. */
function* formsAndLinks(text: string, lower: string): Generator<Span> {
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    let end = at + 1;
    while (end < text.length && end - at < 300 && !/[\s"'<>)]/.test(text[end] as string)) end++;
    const query = lower.slice(at, end);
    const person = /(?:^|[?&])(?:e|em|email|e-mail|name|phone|mobile|pid|patient)=/.test(query);
    const care =
      /(?:^|[?&;])(?:tx|treatment|svc|service|condition|concern|procedure|meds?|drug|symptom|diagnosis|rx)=/.test(
        query,
      );
    if (person && care) {
      let start = at;
      while (start > 0 && at - start < 200 && !/[\s"'<>(]/.test(text[start - 1] as string)) start--;
      yield { start, end };
    }
  }
}
