import type { Part } from '../passage.js';

/** What a key, header or attribute says about the words beside it, for the names that exports and planners use. */
export type RoleKind =
  | 'review'
  | 'reply'
  | 'author'
  | 'post'
  | 'title'
  | 'subject'
  | 'recipients'
  | 'alt-text'
  | 'address';

const kinds: readonly (readonly [RoleKind, RegExp])[] = [
  [
    'reply',
    /\b(?:repl(?:y|ies)|responses?|responded|(?:owner|business|practice|management) (?:answers?|comments?)|public comments?)\b/,
  ],
  ['recipients', /^(?:to|cc|bcc|recipients?)$/],
  ['subject', /^(?:.* )?(?:subject(?: line)?|preview text|preheader)$/],
  ['alt-text', /\b(?:alt|alt text|aria label|aria description)$/],
  [
    'address',
    /^(?:.* )?(?:src|href|url|uri|link|links|image|images|img|photo|photos|picture|media|video|file|files|filename|path|slug|thumbnail|permalink|website|id)(?: ?urls?| ?\d+| ?\(s\)| names?| files?)?$/,
  ],
  [
    'author',
    /\b(?:author|reviewer|display name|user|username|customer|client|patient|guest|from|by|name)(?: name)?$/,
  ],
  ['review', /\b(?:reviews?|review (?:text|body|content|comment)|testimonial|feedback)$|^review /],
  ['title', /^(?:.* )?(?:title|headline|heading)$/],
  [
    'post',
    /\b(?:caption|captions|post|post text|text|body|copy|message|content|description|tweet|comment)$/,
  ],
];

/**
 * The kind of words a role announces; undefined when the name says nothing.
 * `reviewReply`, `owner_response` and "Response Text" are replies; `reviewBody`, "Review text" are reviews.
 */
export function roleKind(role: string): RoleKind | undefined {
  const words = plainName(role);
  return kinds.find(([, name]) => name.test(words))?.[0];
}

/** A key in words: camelCase, snake_case, kebab-case and namespaces taken apart, lower case. */
export function plainName(role: string): string {
  return role
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.:/]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** The part of a document that a value under this key is, and whether a fix may write there. */
export function partOfRole(role: string, value: string): { part: Part; editable?: false } {
  if (isAddress(value) || isFigure(value)) return { part: 'data', editable: false };
  const kind = roleKind(role);
  if (kind === 'recipients') return { part: 'recipients' };
  if (kind === 'subject') return { part: 'subject' };
  if (kind === 'alt-text') return { part: 'alt-text' };
  if (kind === 'title') return { part: 'heading' };
  // An identifier or a file name has no spaces; "Photo: Jane after her visit" under an image key is prose.
  if (kind === 'address' && !/\s/.test(value.trim())) return { part: 'data', editable: false };
  return { part: 'body' };
}

/** True for a date, a time or a small number, which are no prose. Longer numbers may be telephones. */
function isFigure(value: string): boolean {
  return /^\s*(?:\d{1,5}(?:\.\d+)?|\d{4}-\d\d?-\d\d?(?:[T ][\d:.]+ ?(?:Z|[ap]m|[+-][\d:]+)?)?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?: [\d:]+ ?(?:[ap]m)?)?|\d{1,2}:\d\d(?::\d\d)? ?(?:[ap]m)?)\s*$/i.test(
    value,
  );
}

/** True for a URL, a file name or a path, which readers see but a fix must not write. */
export function isAddress(value: string): boolean {
  const text = value.trim();
  if (text === '' || text.length > 2048) return false;
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:|tel:|data:|www\.)\S*$/i.test(text)) return true;
  if (/\s/.test(text))
    return /^[^\n]{1,200}\.(?:jpe?g|png|gif|webp|heic|svg|mp4|mov|webm|pdf|docx?)$/i.test(text);
  return (
    /^\.{0,2}\/\S*$|^[\w-]+(?:\/[\w.-]+){2,}$/.test(text) ||
    /^\S+\.(?:jpe?g|png|gif|webp|avif|heic|svg|tiff?|mp4|mov|webm|mp3|pdf|docx?|html?|css|m?[jt]sx?|json|ya?ml|md)(?:[?#]\S*)?$/i.test(
      text,
    )
  );
}
