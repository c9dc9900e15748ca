/** "Reply:", "Suggested response 2:", "Google reply to Jenna (draft):". */
export const replyLabel =
  /^[\s>*_#-]*(?:(?:public|owner'?s?|practice|office|our|business|manager'?s?|suggested|draft)\s+)?(?:(?:google|yelp|facebook|realself|healthgrades|zocdoc|review)\s+)?(?:reply|response|answer|re)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of|to|for)\s[^:\n]{1,80})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
export const ownerLabel =
  /^[\s>*_#-]*(?:response|reply|comment)\s+from\b|^[\s>*_#-]*(?:owner|practice)\s+(?:response|reply)\b|\(owner\)\s*(?::|$)/i;
export const reviewLabel =
  /^[\s>*_#-]*(?:(?:google|yelp|facebook|realself|healthgrades|zocdoc|patient|customer|original|the)\s+)?(?:review|reviewer|comment)\b(?:\s+#?\d{1,3})?(?:\s+(?:from|by|of|on)\s[^:\n]{1,60})?(?:\s*\([^()\n]{1,60}\))?[\s*_]*(?::|$|\n)/i;
/** "Jenna P. wrote:" on the first line, or at the end. */
export const wroteLabel =
  /^[^\n:]{1,80}\b(?:wrote|posted|commented|says|said)\s*:\s*\n|\b(?:wrote|posted|commented|says|said)\s*:\s*$/i;
export const stars = /^[\s>*_"“(]*(?:[★⭐🌟]|[1-5](?:\.0)?(?:\/5|\s*(?:-\s*)?stars?\b))/iu;

export const starsBehind = /[★⭐🌟]{2}[\s*_"”)]*$/u;

/** True of a line with which a review or a reply begins, by its label. */
export function startsTurn(line: string): boolean {
  const text = line.slice(0, 200);
  return replyLabel.test(text) || ownerLabel.test(text) || reviewLabel.test(text);
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
  if (!replyLabel.test(line) && !ownerLabel.test(line)) return false;
  const end = labelEnd(line);
  return end === 0 ? !/[.!?,]/.test(line) : !/[\p{L}\p{N}]/u.test(line.slice(end));
}
