import { decodeString } from 'micromark-util-decode-string';
import type { Token } from 'micromark-util-types';
import { sliced, straight } from '../offset-map.js';
import type { Block, Comment, Part } from '../passage.js';
import type { Span } from '../span.js';
import { groupCount, type Reader, shiftedDocument } from './embed.js';
import { type MarkdownPlace, markdownEncoder } from './markdown-encode.js';
import {
  addresses,
  pairs,
  prefixOf,
  sequences,
  titles,
  unwanted,
  words,
} from './markdown-names.js';
import { Target } from './markdown-target.js';
import { asIs } from './plain-text.js';

/** One of micromark's events, as far as blocks are made from it: where a token of its kind begins or ends. */
export type MarkdownEvent = readonly ['enter' | 'exit', MarkdownToken];
export interface MarkdownToken {
  readonly type: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** A block with the marks inside it, before it knows how to be edited. */
export interface MarkdownBlock {
  readonly block: Block;
  readonly target: Target | undefined;
}

/** What is being read, and by whose help. */
export interface MarkdownSource {
  readonly source: string;
  /** Where the parsed piece begins in the source. */
  readonly base: number;
  readonly html: Reader;
  /** Takes a token that plain Markdown does not have; true when it did. */
  /** Writes what the encoder of Markdown leaves alone, given the block's own words. */
  readonly escape?: (encoded: string, text: string) => string;
  readonly extra?: (token: Token, entered: boolean, blocks: MarkdownBlocks) => boolean;
}

/** Turns micromark's events into blocks. */
export class MarkdownBlocks {
  readonly found: MarkdownBlock[] = [];
  readonly comments: Comment[] = [];
  readonly from: MarkdownSource;
  groups = 0;
  readonly #targets: Target[] = [];
  #quoteDepth = 0;
  /** Whether an address or a definition is being read, where white space is no prose; and for what. */
  #resource = 0;
  #images = 0;
  #headers: string[] = [];
  #column = -1;
  #row: number | undefined;
  #code: { language: string; lines: Span[] } | undefined;

  constructor(from: MarkdownSource) {
    this.from = from;
  }

  read(events: Iterable<readonly [kind: string, token: MarkdownToken, ...rest: unknown[]]>): void {
    for (const [kind, token] of events) {
      if (kind === 'enter') this.#enter(token);
      else this.#exit(token);
    }
  }

  get target(): Target | undefined {
    return this.#targets.at(-1);
  }

  place(token: MarkdownToken): Span {
    return { start: token.start.offset + this.from.base, end: token.end.offset + this.from.base };
  }

  slice(token: MarkdownToken): string {
    const { start, end } = this.place(token);
    return this.from.source.slice(start, end);
  }

  open(start: number, about: Target['about'], wanted = true): void {
    this.#targets.push(new Target(start, about, wanted));
  }

  /** Ends the words in hand and keeps them, if there are any. */
  close(place: MarkdownPlace): Block | undefined {
    const target = this.#targets.pop();
    if (target === undefined || !target.wanted) return undefined;
    const whole = target.words.text();
    const text = whole.trim();
    if (text === '') return undefined;
    const indent = whole.indexOf(text);
    const map = sliced(target.words.map(), indent, indent + text.length);
    const escaped = this.from.escape;
    const encode = markdownEncoder(
      place,
      prefixOf(this.from.source, map.source[0] ?? target.start),
    );
    const block: Block = {
      ...target.about,
      text,
      map,
      encode: escaped === undefined ? encode : (words) => escaped(encode(words), text),
      ...(target.lineStarts.length === 0
        ? {}
        : { lineStarts: target.lineStarts.map((offset) => offset - indent) }),
    };
    this.found.push({ block, target });
    return block;
  }

  /** Adds the blocks and comments of a slice in another format. */
  embed(start: number, document: ReturnType<Reader>): void {
    const shifted = shiftedDocument(document, start, this.groups);
    const depth = this.#quoteDepth === 0 ? {} : { quoteDepth: this.#quoteDepth };
    for (const block of shifted.blocks)
      this.found.push({ block: { ...block, ...depth }, target: undefined });
    this.comments.push(...shifted.comments);
    this.groups += groupCount(document.blocks);
  }

  #enter(token: MarkdownToken): void {
    const { type } = token;
    const span = this.place(token);
    if (this.from.extra?.(token as Token, true, this)) return;
    if (words.has(type)) this.target?.add(this.slice(token), span.start, span.end);
    // With its angle brackets, so that an edit takes the address as a whole or not at all.
    else if (type === 'autolinkProtocol' || type === 'autolinkEmail')
      this.target?.add(this.slice(token), span.start - 1, span.end + 1);
    else if (type === 'paragraph')
      this.open(span.start, this.#about(this.#quoteDepth > 0 ? 'quote' : 'body'));
    else if (type === 'atxHeadingText' || type === 'setextHeadingText')
      this.open(span.start, this.#about('heading'));
    else if (type === 'tableHeader' || type === 'tableData') this.#openCell(span);
    else if (type === 'blockQuote') this.#quoteDepth++;
    // A run of both characters, so that an edit of the second takes the backslash with it.
    else if (type === 'characterEscape')
      this.target?.add(this.from.source.slice(span.start + 1, span.end), span.start, span.end);
    else if (type === 'characterReference')
      this.target?.add(decodeString(this.slice(token)), span.start, span.end);
    else if (type === 'lineSuffix' || type === 'lineEnding') this.#lineEnding(span.start);
    else if (type === 'resource' || type === 'definition') this.#resource++;
    else if (type === 'hardBreakEscape' || type === 'hardBreakTrailing')
      this.target?.lineBreak(span.start, true);
    else if (pairs.has(type) || type === 'link') this.#openPair(span.start);
    else if (sequences.has(type)) this.target?.sequence(span);
    else if (type === 'label') this.#brackets(span);
    else if (type === 'image') this.#openImage(span);
    else if (addresses.has(type))
      this.open(span.start, {
        part: 'data',
        role: this.#images > 0 ? 'src' : 'href',
        editable: false,
      });
    else if (titles.has(type)) this.open(span.start, { part: 'alt-text', role: 'title' });
    else if (unwanted.has(type)) this.#openUnwanted(type, span);
    else if (type === 'htmlText') this.inlineTag(span, this.from.html);
    else if (type === 'htmlFlow') this.embed(span.start, this.from.html(this.slice(token)));
    else this.#enterBlock(type, span);
  }

  #enterBlock(type: string, span: Span): void {
    if (type === 'table') this.#headers = [];
    else if (type === 'tableBody') this.#row = this.groups;
    else if (type === 'tableRow') {
      this.#column = -1;
      if (this.#row !== undefined) this.#row = this.groups++;
    } else if (type === 'codeFenced' || type === 'codeIndented')
      this.#code = { language: '', lines: [] };
    else if (type === 'codeFencedFenceInfo' && this.#code !== undefined)
      this.#code.language = this.from.source.slice(span.start, span.end).toLowerCase();
    else if (type === 'codeFlowValue') this.#code?.lines.push(span);
  }

  #exit(token: MarkdownToken): void {
    const { type } = token;
    if (this.from.extra?.(token as Token, false, this)) return;
    if (type === 'paragraph' || addresses.has(type)) this.close('paragraph');
    else if (titles.has(type)) this.close('title');
    else if (type === 'atxHeadingText' || type === 'setextHeadingText') this.close('heading');
    else if (type === 'tableHeader')
      this.#headers[this.#column] = this.close('cell')?.text.toLowerCase() ?? '';
    else if (type === 'tableData') this.close('cell');
    else if (unwanted.has(type)) this.#targets.pop();
    else if (type === 'blockQuote') this.#quoteDepth--;
    else if (type === 'resource' || type === 'definition') this.#resource--;
    else if (pairs.has(type)) this.target?.closePair(true);
    else if (type === 'link') this.#closeLink(token);
    else if (type === 'image') this.#closeImage();
    else if (type === 'tableBody') this.#row = undefined;
    else if (type === 'codeFenced' || type === 'codeIndented') this.#closeCode();
  }

  #about(part: Part): Target['about'] {
    return { part, ...(this.#quoteDepth === 0 ? {} : { quoteDepth: this.#quoteDepth }) };
  }

  #openCell(span: Span): void {
    this.#column++;
    const role = this.#row === undefined ? 'th' : this.#headers[this.#column];
    const group = this.#row === undefined ? {} : { group: this.#row };
    this.open(span.start, {
      ...this.#about(this.#quoteDepth > 0 ? 'quote' : 'body'),
      ...(role === undefined || role === '' ? {} : { role }),
      ...group,
    });
  }

  #lineEnding(start: number): void {
    if (this.#resource === 0) this.target?.lineBreak(start, false);
  }

  #openPair(start: number): void {
    this.target?.settle(start);
    this.target?.openPair();
  }

  #brackets(span: Span): void {
    this.target?.sequence({ start: span.start, end: span.start + 1 });
    this.target?.sequence({ start: span.end - 1, end: span.end });
  }

  /** A link ends with its address, which begins with the bracket after its words. */
  #closeLink(token: MarkdownToken): void {
    const target = this.target;
    const end = this.place(token).end;
    target?.closePair(false);
    const mark = target?.marks.at(-1);
    if (target !== undefined && mark?.close !== undefined)
      target.marks[target.marks.length - 1] = {
        open: mark.open,
        close: { start: mark.close.start, end },
      };
  }

  #openImage(span: Span): void {
    this.target?.settle(span.start);
    this.target?.marks.push({ open: span });
    this.#images++;
    this.open(span.start, { part: 'alt-text', role: 'alt' });
  }

  #closeImage(): void {
    this.#images--;
    this.close('label');
  }

  #openUnwanted(type: string, span: Span): void {
    if (type === 'gfmFootnoteCall') this.target?.marks.push({ open: span });
    this.open(span.start, { part: 'data' }, false);
  }

  /** A tag or a comment within words; `read` finds its attributes. */
  inlineTag(span: Span, read: Reader): void {
    const source = this.from.source.slice(span.start, span.end);
    const target = this.target;
    const [, slash, name] = /^<(\/?)([a-z][\w:.-]*)/i.exec(source) ?? [];
    if (name?.toLowerCase() === 'br') {
      target?.lineBreak(span.start, true);
      return;
    }
    target?.settle(span.start);
    if (slash === '/' && name !== undefined) {
      target?.closeTag(name.toLowerCase(), span);
      return;
    }
    this.embed(span.start, read(source));
    const alone =
      name === undefined || source.endsWith('/>') || /^(?:img|input|wbr|hr)$/i.test(name);
    if (alone) target?.marks.push({ open: span });
    else target?.openTag(name.toLowerCase(), span);
  }

  /** Copy is often kept in bare fences, to be pasted; code in a named language is no prose. */
  #closeCode(): void {
    const code = this.#code;
    this.#code = undefined;
    if (
      code === undefined ||
      !/^(?:|te?xt|plain|plaintext|md|markdown|copy|caption)$/.test(code.language)
    )
      return;
    for (const { start, end } of code.lines) {
      const text = this.from.source.slice(start, end);
      const from = start + text.length - text.trimStart().length;
      const trimmed = text.trim();
      if (trimmed !== '')
        this.found.push({
          block: {
            ...this.#about('body'),
            text: trimmed,
            map: straight(from, trimmed.length),
            encode: asIs,
          },
          target: undefined,
        });
    }
  }
}
