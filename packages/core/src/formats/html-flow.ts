import { BlockBuilder, type OffsetMap, sliced } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { groupCount, type Reader, shiftedBlock } from './embed.js';
import { attributeBlocks, type Tag } from './html-attributes.js';
import { blockElements, fences, implied, voidElements } from './html-names.js';
import {
  isCommentMark,
  isFootnoteLink,
  isHidden,
  isRecord,
  page,
  type Scope,
  scopeOf,
  type Table,
} from './html-scope.js';
import { addHtmlText, encodeHtml, encodeRaw } from './html-text.js';
import { inlineEdits, type Mark, withElement } from './inline-edit.js';
import { encodeJson, readJson } from './json.js';
import { isSpace } from './plain-text.js';

/** Elements open at once that are looked at; what lies deeper is read as part of the deepest. Keeps reading linear. */
const deepest = 200;

/** Gathers words between tags into blocks. State of one reading; grows with the nesting of the source, not with its length. */
export class HtmlFlow {
  readonly blocks: Block[] = [];
  readonly #source: string;
  readonly #read: Reader;
  readonly #scopes: Scope[] = [page];
  #words = new BlockBuilder();
  #waiting: Span | undefined;
  #marks: Mark[] = [];
  #inline: { name: string; span: Span; silent: boolean }[] = [];
  #groups = 0;
  #script: string | undefined;
  /** Inline elements that are hidden, and so blocks by themselves: how many inline ones were open before each. */
  readonly #hidden: { readonly scopes: number; readonly inline: number }[] = [];
  #isComment = false;
  /** The paragraph in hand: its start tag, and how many blocks there were before its words. */
  #paragraph: { readonly open: Span; readonly blocks: number } | undefined;

  constructor(source: string, read: Reader) {
    this.#source = source;
    this.#read = read;
  }

  words(start: number, end: number): void {
    if (this.#script !== undefined) {
      this.#scriptText(start, end);
      return;
    }
    const scope = this.#scope;
    if (scope.silent || this.#inline.some((tag) => tag.silent)) return;
    this.#waiting = addHtmlText(
      this.#words,
      this.#source,
      start,
      end,
      this.#waiting,
      scope.keepSpace,
    );
  }

  open(tag: Tag, selfClosing: boolean): void {
    const hidden = !blockElements.has(tag.name) && !voidElements.has(tag.name) && isHidden(tag);
    const isBlock = hidden || blockElements.has(tag.name);
    if (isBlock) this.#flush();
    if (hidden) this.#hidden.push({ scopes: this.#scopes.length, inline: this.#inline.length });
    if (isCommentMark(tag)) this.#isComment = true;
    if (isBlock) this.#endImplied(tag.name);
    if (isBlock && !voidElements.has(tag.name) && this.#scopes.length < deepest)
      this.#scopes.push(this.#scopeOf(tag));
    const scope = this.#scope;
    if (!scope.silent || tag.name === 'iframe') {
      for (const block of attributeBlocks(tag, this.#source))
        this.blocks.push({ ...block, ...this.#record(scope) });
    }
    if (tag.name === 'script')
      this.#script = tag.attributes.get('type')?.value.trim().toLowerCase() ?? '';
    if (isBlock) {
      this.#paragraph =
        tag.name === 'p' ? { open: tag.span, blocks: this.blocks.length } : undefined;
      return;
    }
    if (tag.name === 'br') this.#lineBreak(tag.span);
    else if (voidElements.has(tag.name) || selfClosing) {
      if (tag.name !== 'wbr') this.#marks.push({ open: tag.span });
    } else if (this.#inline.length < deepest)
      this.#inline.push({ name: tag.name, span: tag.span, silent: isFootnoteLink(tag) });
  }

  close(tag: Tag): void {
    if (tag.name === 'script') this.#script = undefined;
    if (tag.name === 'br') {
      this.#lineBreak(tag.span);
      return;
    }
    if (!blockElements.has(tag.name) && !this.#endsHidden(tag)) {
      this.#closeInline(tag);
      return;
    }
    this.#flush();
    const paragraph = this.#paragraph;
    this.#paragraph = undefined;
    const block = this.blocks[paragraph?.blocks ?? -1];
    if (tag.name === 'p' && block !== undefined && paragraph?.blocks === this.blocks.length - 1)
      this.blocks[paragraph.blocks] = withElement(this.#source, block, paragraph.open, tag.span);
    const depth = lastIndex(this.#scopes, (scope) => scope.name === tag.name);
    if (depth > 0) this.#scopes.length = depth;
    while ((this.#hidden.at(-1)?.scopes ?? -1) >= this.#scopes.length) this.#hidden.pop();
  }

  comment(text: string, span: Span): void {
    this.#marks.push({ open: span });
    // Conditional comments, the block marks of WordPress and directives are not prose.
    if (
      !this.#source.startsWith('<!--', span.start) ||
      /^\s*(?:\[if|<!\[endif|\[endif|\/?wp:|chaperone\b|\*\|[^|]*\|\*\s*$)/i.test(text) ||
      !/\p{L}/u.test(text)
    )
      return;
    const start = span.start + 4;
    const inner = this.#source.slice(start, Math.min(start + text.length, span.end));
    const read = /<[a-z!/]/i.test(inner) ? this.#read(inner).blocks : plainComment(inner);
    for (const block of read)
      this.blocks.push(
        shiftedBlock(
          { ...block, part: block.part === 'data' ? 'data' : 'comment' },
          start,
          this.#groups,
        ),
      );
    this.#groups += groupCount(read);
  }

  end(): void {
    this.#flush();
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) ?? page;
  }

  #scriptText(start: number, end: number): void {
    if (this.#script !== 'application/ld+json') return;
    const read = readJson(this.#source.slice(start, end)).blocks;
    for (const block of read)
      this.blocks.push(shiftedBlock({ ...block, encode: encodeJsonScript }, start, this.#groups));
    this.#groups += groupCount(read);
  }

  #lineBreak(span: Span): void {
    if (this.#words.length === 0) return;
    // Two line breaks in a row are how mail and page editors write a new paragraph.
    if (this.#words.endsWith('\n')) {
      this.#flush();
      return;
    }
    this.#words.add('\n', span.start, span.end);
    this.#waiting = undefined;
  }

  #endsHidden(tag: Tag): boolean {
    const hidden = this.#hidden.at(-1);
    if (hidden === undefined || this.#scopes[hidden.scopes]?.name !== tag.name) return false;
    return lastIndex(this.#inline, (open) => open.name === tag.name) < hidden.inline;
  }

  #closeInline(tag: Tag): void {
    const index = lastIndex(this.#inline, (open) => open.name === tag.name);
    const [open] = index === -1 ? [] : this.#inline.splice(index, 1);
    this.#marks.push(
      open === undefined ? { open: tag.span } : { open: open.span, close: tag.span },
    );
  }

  /** Ends the block in hand. Inline tags that are still open go on in the next one. */
  #flush(): void {
    const { start, end, text } = trimmed(this.#words.text());
    const scope = this.#scope;
    if (start < end) {
      const open = this.#inline.map((tag): Mark => ({ open: tag.span }));
      const map = sliced(this.#words.map(), start, end);
      this.#push(text, map, [...this.#marks, ...open], scope);
    }
    this.#words = new BlockBuilder();
    this.#waiting = undefined;
    this.#marks = [];
    this.#isComment = false;
  }

  #push(text: string, map: OffsetMap, marks: readonly Mark[], scope: Scope): void {
    const raw = scope.keepSpace || scope.name === 'title' || scope.name === 'textarea';
    const encode = raw ? encodeRaw : encodeHtml;
    const role = scope.role ?? scope.table?.headers[scope.table.column];
    if (scope.name === 'th' && scope.table !== undefined)
      scope.table.headers[scope.table.column] = text.toLowerCase();
    this.blocks.push({
      text,
      part: this.#isComment ? 'comment' : scope.part,
      map,
      encode,
      ...(marks.length === 0
        ? {}
        : { replace: (span: Span, words: string) => inlineEdits(map, marks, span, encode(words)) }),
      ...(role === undefined ? {} : { role }),
      ...this.#record(scope),
      ...(scope.quoteDepth === 0 ? {} : { quoteDepth: scope.quoteDepth }),
    });
  }

  #record(scope: Scope): { group?: number } {
    const group = scope.table?.group ?? scope.group;
    return group === undefined ? {} : { group };
  }

  /** Closes what this element's start ends, such as the cell before a cell. */
  #endImplied(name: string): void {
    const ended = implied[name];
    if (ended === undefined) return;
    const fence = lastIndex(this.#scopes, (scope) => fences.has(scope.name));
    const depth = this.#scopes.findIndex(
      (scope, index) => index > Math.max(fence, 0) && ended.includes(scope.name),
    );
    if (depth > 0) this.#scopes.length = depth;
  }

  #scopeOf(tag: Tag): Scope {
    const outer = this.#scope;
    const group = isRecord(tag) && outer.role === undefined ? this.#groups++ : outer.group;
    return scopeOf(tag, outer, group, this.#tableOf(tag.name, outer.table));
  }

  #tableOf(name: string, outer: Table | undefined): Table | undefined {
    if (name === 'table') return { headers: [], column: -1, group: undefined };
    if (outer === undefined) return undefined;
    if (name === 'tr') {
      outer.column = -1;
      outer.group = outer.headers.length > 0 ? this.#groups++ : undefined;
    }
    if (name === 'td' || name === 'th') outer.column++;
    return outer;
  }
}

function encodeJsonScript(text: string): string {
  return encodeJson(text).replaceAll('</', '<\\/').replaceAll('<!--', '\\u003c!--');
}

/** The words of a comment. Two hyphens would end it, so they are written as a dash. */
function plainComment(text: string): Block[] {
  const { start, end } = trimmed(text);
  const map = { text: [0], source: [start], sourceEnd: [end], textLength: end - start };
  return [
    {
      text: text.slice(start, end),
      part: 'comment',
      map,
      encode: (words) => words.replaceAll('--', '\u2014'),
    },
  ];
}

function lastIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  for (let index = items.length - 1; index >= 0; index--) {
    if (test(items[index] as Item)) return index;
  }
  return -1;
}

/** The text without the white space and invisible padding around it, which mail uses to fill its preview line. */
function trimmed(text: string): { start: number; end: number; text: string } {
  let start = 0;
  let end = text.length;
  while (start < end && isPadding(text.charCodeAt(start))) start++;
  while (end > start && isPadding(text.charCodeAt(end - 1))) end--;
  return { start, end, text: text.slice(start, end) };
}

/** White space, soft hyphens, the grapheme joiner, and what has no width; a joiner of emoji stands between them, never at an end. */
function isPadding(code: number): boolean {
  return (
    isSpace(code) ||
    code === 0xad ||
    code === 0x34f ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060
  );
}
