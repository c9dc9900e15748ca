import type { Block } from './passage.js';

/** "Reply:", "Suggested response 2:", "Google reply to Jenna (draft):". */
const replyLabel =
  /^[\s>*_#-]*(?:(?:public|owner'?s?|practice|office|our|business|manager'?s?|suggested|draft)\s+)?(?:(?:google|yelp|facebook|realself|healthgrades|zocdoc|review)\s+)?(?:reply|response|answer|re)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of|to|for)\s[^:\n]{1,80})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
const ownerLabel =
  /^[\s>*_#-]*(?:response|reply|comment)\s+from\b|^[\s>*_#-]*(?:owner|practice)\s+(?:response|reply)\b|\(owner\)\s*(?::|$)/i;
const reviewLabel =
  /^[\s>*_#-]*(?:(?:google|yelp|facebook|realself|healthgrades|zocdoc|patient|customer|original|the)\s+)?(?:review|reviewer|comment)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of|on)\s[^:\n]{1,60})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
/** "Jenna P. wrote:" on the first line, or at the end. */
const wroteLabel =
  /^[^\n:]{1,80}\b(?:wrote|posted|commented|says|said)\s*:\s*\n|\b(?:wrote|posted|commented|says|said)\s*:\s*$/i;
const star = '[★☆⭐🌟]';
const stars = /^[\s>*_"“(]*(?:[★⭐🌟]|[1-5](?:\.0)?(?:\/5|\s*(?:-\s*)?stars?\b))/iu;
const starsBehind = /[★⭐🌟]{2}[\s*_"”)]*$/u;
/** The head of a review as it is copied from a page: a name, and on its line or one of the next two the stars. */
const starsBelow = new RegExp(
  `^[\\s>*_]*\\p{Lu}[\\p{L}'’-]*\\.?(?: \\p{Lu}[\\p{L}'’-]*\\.?){0,3}(?:\\s*[-–—|,:·(]?\\s*|[^\\n.!?]{0,60}\\n(?:[^\\n]{1,60}\\n)?)(?:${star}{3,}|[1-5](?:\\.0)?(?:\\/5|\\s+stars?\\b))`,
  'u',
);

/** The words of a block in the lines of its source: a review's head has lines of its own also where they read as one. */
function inLines({ text, lineStarts = [] }: Words): string {
  const breaks = lineStarts.filter((start) => start < 200);
  if (breaks.length === 0) return text;
  const letters = text.slice(0, 200).split('');
  for (const start of breaks) letters[start - 1] = '\n';
  return letters.join('') + text.slice(200);
}

type Words = Pick<Block, 'text' | 'lineStarts'>;

/** True of words that begin or end with stars, as reviews do. */
export function hasStars(words: Words): boolean {
  const text = inLines(words);
  return (
    stars.test(text.slice(0, 60)) ||
    starsBehind.test(text.slice(-40)) ||
    starsBelow.test(text.slice(0, 200))
  );
}

/** True of words that begin as a review does, by its label, its stars or the name of its author. */
export function startsReview(words: Words): boolean {
  return isLabelledReview(words.text) || hasStars(words);
}

/** True of words that a label, such as "Review:" or "Jenna wrote:", says to be a reviewer's. */
export function isLabelledReview(text: string): boolean {
  const head = text.slice(0, 200);
  return reviewLabel.test(head) || wroteLabel.test(head) || wroteLabel.test(text.slice(-40));
}

/** True of words that begin with "Reply:" or the like. */
export function startsReply(text: string): boolean {
  const head = text.slice(0, 200);
  return replyLabel.test(head) || ownerLabel.test(head);
}

/** True of a line with which a review or a reply begins, by its label. */
export function startsTurn(line: string): boolean {
  return startsReply(line) || reviewLabel.test(line.slice(0, 200));
}

/** Where the words begin after a label such as "Reply:" or "Response from the owner:"; 0 where a passage has none. */
export function labelEnd(text: string): number {
  const head = text.slice(0, 200);
  const label = ownerLabel.exec(head) ?? replyLabel.exec(head);
  if (label === null) return 0;
  const end = /[:\n]/.test(label[0].slice(-1))
    ? label[0].length
    : label[0].length +
      (/^[^:\n]{0,80}[:\n]/.exec(head.slice(label[0].length))?.[0].length ?? Infinity);
  return end === Infinity ? 0 : end + (/^[\s*_]*/.exec(head.slice(end))?.[0].length ?? 0);
}

/** True of a paragraph that is nothing but a label: "Reply:", "Response from the owner (2 days ago)". */
export function isLabel(text: string): boolean {
  const line = text.trim();
  if (line.length > 120 || line.includes('\n')) return false;
  if (!startsReply(line)) return false;
  const end = labelEnd(line);
  return end === 0 ? !/[.!?,]/.test(line) : !/[\p{L}\p{N}]/u.test(line.slice(end));
}
