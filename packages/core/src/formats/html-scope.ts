import type { Part } from '../passage.js';
import type { Tag } from './html-attributes.js';
import { namedElements, personalClass } from './html-names.js';

/** What an open element says about the words inside it. */
export interface Scope {
  readonly name: string;
  readonly part: Part;
  readonly role: string | undefined;
  readonly group: number | undefined;
  readonly quoteDepth: number;
  readonly keepSpace: boolean;
  /** Words that no reader sees or that are not the author's: styles, scripts, the thread below a mail. */
  readonly silent: boolean;
  readonly table: Table | undefined;
}

/** The header cells of a table, which name the words below them. */
export interface Table {
  readonly headers: string[];
  column: number;
  group: number | undefined;
}

/** Outside of every element. */
export const page: Scope = {
  name: '',
  part: 'body',
  role: undefined,
  group: undefined,
  quoteDepth: 0,
  keepSpace: false,
  silent: false,
  table: undefined,
};

/** What a start tag says about the words inside, given what holds around it. */
export function scopeOf(
  tag: Tag,
  outer: Scope,
  group: number | undefined,
  table: Table | undefined,
): Scope {
  const names = `${attributeOf(tag, 'class')} ${attributeOf(tag, 'id')}`;
  const quoteDepth = tag.name === 'blockquote' ? outer.quoteDepth + 1 : outer.quoteDepth;
  return {
    name: tag.name,
    part: partOf(tag, names, outer, quoteDepth),
    role: roleOf(tag, names, outer),
    group,
    quoteDepth,
    keepSpace: outer.keepSpace || tag.name === 'pre' || tag.name === 'textarea',
    silent: outer.silent || isSilent(tag, names),
    table,
  };
}

/** True for elements that hold one record: a review with its author and answer. */
export function isRecord(tag: Tag): boolean {
  const named = /(?:^|[\s_-])(?:review|testimonial)(?:[_-](?:card|item))?(?:\s|$)/i;
  return (
    tag.attributes.has('itemscope') ||
    tag.name === 'article' ||
    named.test(attributeOf(tag, 'class'))
  );
}

function attributeOf(tag: Tag, name: string): string {
  return tag.attributes.get(name)?.value ?? '';
}

function partOf(tag: Tag, names: string, outer: Scope, quoted: number): Part {
  if (/^(?:h[1-6]|title)$/.test(tag.name)) return 'heading';
  if (/\bcmnt\d/.test(names) || outer.part === 'comment') return 'comment';
  if (outer.part === 'heading' && tag.name !== 'p') return 'heading';
  return quoted > 0 ? 'quote' : 'body';
}

function roleOf(tag: Tag, names: string, outer: Scope): string | undefined {
  const itemprop = tag.attributes.get('itemprop')?.value;
  if (itemprop !== undefined && itemprop !== '') return itemprop.toLowerCase();
  if (isHidden(tag) || /preheader|preview-?text|mcnPreviewText/i.test(names)) return 'preheader';
  const personal = personalClass.exec(tag.attributes.get('class')?.value ?? '')?.[0];
  if (personal !== undefined)
    return personal
      .trim()
      .replace(/^[_-]|[_-]$/g, '')
      .toLowerCase();
  // A cell takes its header's name, which is looked up when its words are complete.
  if (tag.name === 'td' || tag.name === 'table') return undefined;
  return namedElements.has(tag.name) ? tag.name : outer.role;
}

/** True for words that are in the page but not on it, such as the preview line of a mail. */
export function isHidden(tag: Tag): boolean {
  return /display\s*:\s*none|mso-hide\s*:\s*all|max-height\s*:\s*0|visibility\s*:\s*hidden/i.test(
    tag.attributes.get('style')?.value ?? '',
  );
}

function isSilent(tag: Tag, names: string): boolean {
  if (
    tag.name === 'style' ||
    tag.name === 'script' ||
    tag.name === 'iframe' ||
    tag.name === 'object'
  )
    return true;
  return (
    /(?:^|\s)(?:gmail_quote|gmail_signature|yahoo_quoted|divRplyFwdMsg|OutlookMessageHeader|appendonsend)(?:\s|$)/.test(
      names,
    ) ||
    (tag.name === 'blockquote' && tag.attributes.get('type')?.value === 'cite')
  );
}

/** True for the marks that Google Docs' export leaves for comments and footnotes: `[a]`, `[1]`. */
export function isFootnoteLink(tag: Tag): boolean {
  return tag.name === 'a' && /^#(?:cmnt|ftnt)/.test(tag.attributes.get('href')?.value ?? '');
}

/** True for the mark that leads from a comment at the end of Google Docs' export back to the text. */
export function isCommentMark(tag: Tag): boolean {
  return tag.name === 'a' && /^#cmnt_ref/.test(tag.attributes.get('href')?.value ?? '');
}
