import type { Block } from '../passage.js';
import { nestedBlock, type Reader } from './embed.js';
import { partOfRole, plainName } from './roles.js';

/** What the readers of JSON, YAML and CSV borrow from others. */
export interface ValueReaders {
  /** Reads values that hold HTML, as exports of content systems do. Absent: such values are read as they are. */
  readonly html?: Reader;
}

/** The blocks of one string value: itself, or what the HTML in it says. */
export function valueBlocks(
  value: Block,
  keys: readonly string[],
  group: number | undefined,
  readers: ValueReaders,
): Block[] {
  if (value.text.trim() === '') return [];
  const path = keys.map((name) => name.toLowerCase());
  const record = { path, ...(group === undefined ? {} : { group }) };
  const role = roleOf(keys);
  const part = partOfRole(role ?? '', value.text);
  const place = { ...(role === undefined ? {} : { role: role.toLowerCase() }), ...record };
  if (readers.html === undefined || value.editable === false || !looksLikeHtml(value.text))
    return [{ ...value, ...part, ...place }];
  return readers.html(value.text).blocks.map((block) => ({
    ...nestedBlock(block, value.map, value.encode),
    ...place,
    ...(block.role === undefined ? part : { role: block.role }),
  }));
}

/** A value's own key; for `{"reviewReply": {"comment": …}}` the outer key, which says more. */
function roleOf(keys: readonly string[]): string | undefined {
  const own = keys.at(-1);
  const outer = keys.at(-2);
  if (own === undefined || outer === undefined) return own;
  return /^(?:text|comment|body|message|content|value|rendered|raw|html|plain)$/i.test(own) &&
    (belongsToRecord(outer) || holdsReplies(outer))
    ? outer
    : own;
}

/** True for the key of an object that is a part of the record around it, such as `reviewer` or `reviewReply`. */
export function belongsToRecord(key: string | undefined): boolean {
  return (
    key !== undefined &&
    /(?:reply|response|answer|reviewer|author|user|owner|customer|profile|title|content|excerpt|caption|comment|message|text|body|review|description)$/.test(
      plainName(key),
    )
  );
}

/** True for the key of a list of answers to the record around it, such as `owner_replies`. */
export function holdsReplies(key: string | undefined): boolean {
  return key !== undefined && /(?:replies|responses|answers)$/.test(plainName(key));
}

/** True for values in which content systems keep markup. */
export function looksLikeHtml(value: string): boolean {
  return (
    value.includes('<') &&
    /<(?:\/?(?:p|div|span|strong|b|em|i|u|a|ul|ol|li|h[1-6]|table|td|blockquote|figure)\b|br\b|img\b|!--)[^<>]*>/i.test(
      value,
    )
  );
}
