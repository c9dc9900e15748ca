import { all, type Found, wordsAround } from './found.js';
import { digitsOf, isIban, isItin, isLuhn, isMbi, isNanp, isSsn, isVin } from './validators.js';

const phoneWords =
  /phone|\btel\b|telephone|mobile|\bcell\b|\bcall|\btext\b|\bfax\b|desk|contact|reach|number|dial|ring|voicemail|whatsapp|\bsms\b|answer|message|line\b|hotline|\bat\s*$|landline|direct/;
const ssnWords = /\bssns?\b|social security|\bsocial\b|\bss ?#|\bss no|\bssid|taxpayer|\bitin/;
const cardWords =
  /\bcards?\b|visa|master ?card|amex|american express|discover|maestro|\bcvv\b|credit|debit|\bpan\b/;

/** Phone and fax numbers: North American in all spellings, others with a plus, local ones beside a word for phone. */
export function* findPhones(text: string): Generator<Found> {
  for (const span of all(
    text,
    /(?<![\w.,+/-])(?:\+?1[ .-]{0,2})?(?:\(\d{3}\)|\d{3})[ .-]{0,2}\d{3}[ .-]{0,2}\d{4}(?:,?\s{0,2}(?:x|ext\.?|extension)\s{0,2}\d{1,6})?(?![\d-]|\.\d)/g,
  )) {
    const digits = digitsOf(span.value.replace(/\s*(?:x|ext|extension).*$/i, ''));
    const marked = /[() .-]/.test(span.value.slice(1)) || span.value.startsWith('+');
    const near = phoneWords.test(wordsAround(text, span));
    if (!marked && !near) continue;
    if (!marked && !isNanp(digits)) continue;
    if (/^(?:\d{3}-?\d{2}-?\d{4})$/.test(span.value)) continue;
    const spaced = /^\d{3} \d{3} ?\d{4}$/.test(span.value);
    yield {
      kind: 'PHONE',
      start: span.start,
      end: span.end,
      score: isNanp(digits)
        ? near
          ? 0.97
          : spaced
            ? 0.75
            : 0.9
        : near || span.value.startsWith('+') || span.value.includes('(')
          ? 0.7
          : 0.55,
    };
  }
  for (const span of all(
    text,
    /(?<![\w+])(?:\+|00)[1-9]\d{0,2}[ .-]{0,2}(?:\(0?\d{0,4}\)[ .-]{0,2})?\d(?:[ .()/-]{0,2}\d){5,13}(?![\d-])/g,
  )) {
    const count = digitsOf(span.value).length;
    if (count >= 8 && count <= 16)
      yield { kind: 'PHONE', start: span.start, end: span.end, score: 0.8 };
  }
  // A local number says what it is: "ask at 555-0117", "Mobile: 03.93.92.16.85".
  for (const span of all(
    text,
    /(?<![\w.,+/$#-])\(?0?\d{2,4}\)?(?:[ ./-]{1,2}\d{2,8}){1,5}(?:\d)?(?![\d%-]|[.,]\d|[ /-]\d)/g,
  )) {
    const count = digitsOf(span.value).length;
    if (
      count < 7 ||
      count > 13 ||
      /^\d{4}-\d\d?-\d\d?$|^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$|^\d{5}-\d{4}$|^\d{3}-\d{2}-\d{4}$/.test(
        span.value,
      )
    )
      continue;
    const near =
      /phone|\btel\b|telephone|mobile|\bcell\b|\bcall(?:ed|ing|s)?\b|\btext\b|\bfax\b|desk|reach|dial|\bring\b|answering|messages|questions|contact/.test(
        wordsAround(text, span, 40, 12),
      );
    if (near) yield { kind: 'PHONE', start: span.start, end: span.end, score: 0.6 };
    else if (/^555-\d{4}$/.test(span.value))
      yield { kind: 'PHONE', start: span.start, end: span.end, score: 0.5 };
  }
  for (const span of all(text, /(?<![\w.,+/-])0?\d{9,11}(?![\w-]|[.,]\d)/g)) {
    if (
      /\b(?:phone|tel|telephone|mobile|cell|fax)\b.{0,25}$|(?:call|text|reach|answering|messages)\b.{0,20}$/i.test(
        text.slice(Math.max(0, span.start - 40), span.start),
      )
    )
      yield { kind: 'PHONE', start: span.start, end: span.end, score: 0.6 };
  }
}

/** Social Security numbers and taxpayer numbers: with their dashes, or beside a word that names them. */
export function* findSsns(text: string): Generator<Found> {
  for (const span of all(text, /(?<![\w.-])\d{3}[-. ]?\d{2}[-. ]?\d{4}(?![\w-]|\.\d)/g)) {
    const { start, value } = span;
    const digits = digitsOf(value);
    const near = ssnWords.test(wordsAround(text, span));
    const dashed = /^\d{3}-\d{2}-\d{4}$/.test(value);
    const separators = value.replace(/\d/g, '');
    if (separators.length === 2 && separators[0] !== separators[1]) continue;
    if (
      digits === '123456789' ||
      digits === '987654321' ||
      /^(\d)\1+$/.test(digits) ||
      digits.slice(3, 5) === '00' ||
      digits.endsWith('0000') ||
      digits.startsWith('000') ||
      digits.startsWith('666')
    )
      continue;
    if (separators.length < 2 && !near) continue;
    if (separators.length === 2 && !dashed && !near && !isSsn(digits)) continue;
    yield {
      kind: 'SSN',
      start,
      end: start + value.length,
      score: isSsn(digits)
        ? near
          ? 0.97
          : dashed
            ? 0.85
            : 0.5
        : near || isItin(digits)
          ? 0.8
          : 0.6,
    };
  }
}

/** Payment cards: an issuer's prefix and Luhn's check, or four groups beside the word. */
export function* findCards(text: string): Generator<Found> {
  for (const span of all(text, /(?<![\w.-])\d(?:[ -]?\d){11,18}(?![\w-]|\.\d)/g)) {
    const digits = digitsOf(span.value);
    const near = cardWords.test(wordsAround(text, span));
    const issuer =
      /^(?:4\d{12}(?:\d{3}|\d{6})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|2720\d{12}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11,16}|6(?:011|5\d\d|4[4-9]\d)\d{12,15}|35\d{14}|(?:5[06789]|6\d)\d{10,17}|1800\d{11}|2131\d{11})$/.test(
        digits,
      );
    if (isLuhn(digits) && (issuer || near))
      yield { kind: 'CARD', start: span.start, end: span.end, score: near ? 0.98 : 0.85 };
    else if (/^\d{4}([ -])\d{4}\1\d{4}\1\d{4}$/.test(span.value) && /^[3-6]/.test(digits))
      yield { kind: 'CARD', start: span.start, end: span.end, score: near ? 0.7 : 0.5 };
    else if (near && issuer) yield { kind: 'CARD', start: span.start, end: span.end, score: 0.45 };
  }
}

/** IP addresses of both versions, and hardware addresses. */
export function* findNetwork(text: string): Generator<Found> {
  for (const span of all(
    text,
    /(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w]|\.\d)/g,
  )) {
    if (
      /\b(?:version|release|v|build)\.?\s*$/i.test(
        text.slice(Math.max(0, span.start - 12), span.start),
      ) ||
      (span.value.startsWith('0.') && span.value !== '0.0.0.0')
    )
      continue;
    yield { kind: 'IP', start: span.start, end: span.end, score: 0.9 };
  }
  if (!text.includes(':')) return;
  for (const span of all(
    text,
    /(?<![\w:.])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![\w:])|(?<![\w:.])(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?![\w:])|(?<![\w:.])::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4}(?![\w:])/gi,
  ))
    yield {
      kind: 'IP',
      start: span.start,
      end: span.end,
      score: /[a-f]/i.test(span.value) || span.value.length > 8 ? 0.85 : 0.5,
    };
  for (const span of all(
    text,
    /(?<![\w:-])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:-])|(?<![\w:-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?![\w:-])/gi,
  ))
    yield { kind: 'DEVICE', start: span.start, end: span.end, score: 0.9 };
}

/** Numbers whose own shape or check digit gives them away. */
export function* findSelfEvident(text: string): Generator<Found> {
  for (const span of all(
    text,
    /(?<![\w-])[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}(?![\w-])/gi,
  ))
    if (isMbi(span.value)) yield { kind: 'MBI', start: span.start, end: span.end, score: 0.85 };
  for (const span of all(text, /(?<![\w-])(?=[A-Z]*\d)[A-HJ-NPR-Z\d]{17}(?![\w-])/gi))
    if (/[a-z]/i.test(span.value) && isVin(span.value))
      yield { kind: 'VIN', start: span.start, end: span.end, score: 0.9 };
  for (const span of all(
    text,
    /(?<![\w-])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{3,4}){2,8}(?:[ -]?[A-Z0-9]{1,3})?(?![\w-])/gi,
  )) {
    if (isIban(span.value)) yield { kind: 'IBAN', start: span.start, end: span.end, score: 0.95 };
    else if (
      /\biban\b/i.test(text.slice(Math.max(0, span.start - 40), span.start)) &&
      /^[A-Z]{2}\d{2}[A-Z0-9]+$/i.test(span.value)
    )
      yield { kind: 'IBAN', start: span.start, end: span.end, score: 0.6 };
  }
}
