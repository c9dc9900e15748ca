import { type Reading, signals } from '../signal.js';
import type { Span } from '../span.js';

/** Authorizations by reference in comments, and the text of release forms. 45 CFR 164.508(c). */
export const releaseSignals = signals({
  'annotation-flawed': {
    describes:
      'a "chaperone: authorized" annotation without id, channel or end, past its end, or for another channel',
    find: flawedAnnotations,
  },
  'release-incomplete': {
    describes: 'the text of a photo release that lacks an end or a way back',
    find: incompleteReleases,
  },
});

const covers: Readonly<Record<string, string>> = {
  web: 'web-page',
  website: 'web-page',
  newsletter: 'newsletter',
  email: 'newsletter',
  instagram: 'social-post',
  facebook: 'social-post',
  tiktok: 'social-post',
  youtube: 'social-post',
  x: 'social-post',
  linkedin: 'social-post',
  social: 'social-post',
  print: 'print',
};

function* flawedAnnotations(reading: Reading): Generator<Span> {
  const { text } = reading.passage;
  const at = text.indexOf('chaperone:');
  if (at === -1) return;
  const found = /^chaperone:\s*authorized\b([^\n>*]*)/i.exec(text.slice(at, at + 600));
  if (!found) return;
  const rest = found[1] as string;
  const value = (key: string) =>
    new RegExp(`\\b${key}\\s*[=:]\\s*"?([^\\s"]+)`, 'i').exec(rest)?.[1] ?? '';
  const expires = value('expires');
  const named = value('channels')
    .split(',')
    .filter((name) => name !== '');
  const here = reading.passage.channel;
  const covered = named.some((name) => (covers[name.toLowerCase()] ?? name.toLowerCase()) === here);
  const flawed =
    value('id') === '' ||
    named.length === 0 ||
    expires === '' ||
    expires < reading.today ||
    (!covered && here !== 'internal-draft') ||
    /\brevoked\s*[=:]\s*true/i.test(rest);
  if (flawed) yield { start: at, end: at + found[0].replace(/\s*-*$/, '').length };
}

/** "I consent to the use of my images …" with a signature line, and no end or revocation anywhere near. */
function* incompleteReleases(reading: Reading): Generator<Span> {
  const { text } = reading.passage;
  if (
    !/\b[Ii] (?:consent|agree|authorize|grant|give)\b/.test(text) ||
    !/\b(?:image|photo|picture|video|likeness)/i.test(text)
  )
    return;
  const form = [text, ...reading.neighbors().map((other) => other.text)].join('\n');
  if (!/\bsignature\b|\bsigned?\b|\bdate\b|____/i.test(form)) return;
  if (/\brevoke|\bexpires?\b|\bwithdraw/i.test(form)) return;
  const start = text.search(/\b[Ii] (?:consent|agree|authorize|grant|give)\b/);
  const stop = text.slice(start).search(/[.\n]/);
  yield { start, end: stop === -1 ? text.length : start + stop };
}
