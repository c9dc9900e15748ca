import { all, type Found } from './found.js';

const endings =
  'com|org|net|edu|gov|mil|io|co|us|uk|ca|de|fr|it|es|nl|se|no|dk|fi|pl|cz|hu|ch|at|be|ie|au|nz|jp|cn|in|br|mx|za|ru|gr|pt|ro|si|hr|info|biz|me|tv|app|dev|ai|health|clinic|care|dental|spa|salon|beauty|shop|store|online|site|example|test';
const bareHost = new RegExp(
  `(?<![\\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.){1,4}(?:${endings})(?:\\.[a-z]{2})?(?![\\w-]|\\.\\w)(?::\\d{2,5})?(?:[/?#][^\\s<>"'{}|\\\\^\`]{0,2000})?`,
  'gi',
);
const schemed =
  /\b(?:https?|ftp):\/\/[^\s<>"{}|\\^`]{2,2000}|\bwww\.[a-z0-9-]{1,63}\.[^\s<>"{}|\\^`]{2,2000}/gi;

/** E-mail addresses: written plainly, inside URLs with %40, and "name at gmail dot com". */
export function* findEmails(text: string): Generator<Found> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1))
    yield* emailAround(text, at, 1);
  if (text.includes('%40'))
    for (let at = text.indexOf('%40'); at !== -1; at = text.indexOf('%40', at + 1))
      yield* emailAround(text, at, 3);
  if (/\bdot\b|\(at\)|\[at\]/i.test(text)) {
    for (const { start, end } of all(
      text,
      /(?<![\w.])[a-z0-9][\w.+-]{0,63}\s?(?:\bat\b|\(at\)|\[at\])\s?(?:[a-z0-9-]{1,40}\s?(?:\bdot\b|\(dot\)|\[dot\]|\.)\s?){1,3}(?:com|org|net|edu|gov|io|co|us|example)\b/gi,
    )) {
      if (/dot|\(at\)|\[at\]/i.test(text.slice(start, end)))
        yield { kind: 'EMAIL', start, end, score: 0.85 };
    }
  }
}

function* emailAround(text: string, at: number, width: number): Generator<Found> {
  let start = at;
  while (start > 0 && at - start < 64 && /[\p{L}\p{N}._%+'-]/u.test(text[start - 1] as string))
    start--;
  while (start < at && /[.'%-]/.test(text[start] as string)) start++;
  let end = at + width;
  while (end < text.length && end - at < 254 && /[\p{L}\p{N}.-]/u.test(text[end] as string)) end++;
  while (end > at && /[.-]/.test(text[end - 1] as string)) end--;
  if (
    start === at ||
    !/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*)\.\p{L}{2,24}$/u.test(text.slice(at + width, end))
  )
    return;
  yield { kind: 'EMAIL', start, end, score: 0.99 };
}

/** Web addresses, with or without a scheme. */
export function* findUrls(text: string): Generator<Found> {
  if (!text.includes('.')) return;
  for (const { start, value } of all(text, schemed)) {
    const kept = trimmed(value);
    if (/^(?:https?|ftp):\/\/(?:[^\s/.]+\.|localhost|\d|\[)/i.test(kept) || /^www\./i.test(kept))
      yield { kind: 'URL', start, end: start + kept.length, score: 0.95 };
  }
  for (const { start, value } of all(text, bareHost)) {
    const kept = trimmed(value);
    // "e.g. it" and "Hello.Me": a short last label wants a lower-case host.
    if (/\.(?:in|it|is|me|no|at|be|us|so|co)$/i.test(kept) && !/^[a-z0-9.-]+$/.test(kept)) continue;
    yield { kind: 'URL', start, end: start + kept.length, score: 0.7 };
  }
}

/** Without the punctuation of the sentence around it; a closing bracket stays when its partner is inside. */
function trimmed(url: string): string {
  let kept = url.replace(/[.,;:!?'"*_]+$/, '');
  while (/[)\]]$/.test(kept) && !kept.includes(kept.endsWith(')') ? '(' : '['))
    kept = kept.slice(0, -1).replace(/[.,;:!?'"]+$/, '');
  return kept;
}

const handleWords =
  /^@(?:media|import|charset|font|keyframes|supports|layer|param|return|types|todo)\b/i;

/** Handles of people and firms. */
export function* findHandles(text: string): Generator<Found> {
  if (!text.includes('@')) return;
  for (const { start, end, value } of all(text, /(?<![\w@./])@[A-Za-z_][\w.]{1,29}(?!@)/g)) {
    const kept = value.replace(/\.+$/, '');
    if (!handleWords.test(kept))
      yield { kind: 'HANDLE', start, end: end - (value.length - kept.length), score: 0.7 };
  }
}
