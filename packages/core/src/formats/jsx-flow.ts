import { BlockBuilder } from '../offset-map.js';
import type { Block } from '../passage.js';
import type { Span } from '../span.js';
import { blockElements } from './html-names.js';
import { addAttributeText, addHtmlText, encodeAttribute } from './html-text.js';
import { clearOf, expressionMark, inlineEdits, type Mark } from './inline-edit.js';
import { addJsString, encodeJsxText } from './js-strings.js';
import { partOfRole } from './roles.js';
import type { OpenTag } from './script-state.js';

/** Attributes that hold no copy and tell on nobody. */
const mute =
  /^(?:class|classname|id|key|ref|type|rel|target|d|viewbox|fill|stroke.*|xmlns|width|height|variant|size|color|style|role|as|lang|locale|loading|sizes|method|on[a-z]+|data-testid|aria-hidden|aria-controls|aria-labelledby|tabindex|component|layout|slot|is|transition.*|animate|initial)$/;

/** Components that stand within a sentence. */
const inlineComponents =
  /^(?:Link|A|Trans|Text|Strong|Em|Bold|Italic|Span|Highlight|Balancer|Mark|Anchor|Nobr)$/;

/** Gathers the words between JSX tags into blocks. */
export class JsxFlow {
  readonly blocks: Block[];
  readonly #source: string;
  readonly #open: {
    readonly name: string;
    readonly span: Span;
    readonly inline: boolean;
    /** The value of an expression, which would lack one without it. */
    readonly firm: boolean;
    readonly group: number;
  }[] = [];
  #words = new BlockBuilder();
  #marks: Mark[] = [];
  #placeholders: Span[] = [];
  #waiting: Span | undefined;

  constructor(source: string, blocks: Block[]) {
    this.#source = source;
    this.blocks = blocks;
  }

  /** Inside an element, where text may stand. */
  get depth(): number {
    return this.#open.length;
  }

  text(start: number, end: number): void {
    this.#waiting = addHtmlText(this.#words, this.#source, start, end, this.#waiting, false);
  }

  /** `{' '}` or `{'words'}` among the text. */
  string(start: number, end: number, whole: Span): void {
    const inner = new BlockBuilder();
    addJsString(inner, this.#source, start, end);
    if (inner.text().trim() === '') this.#waiting ??= whole;
    else this.verbatim(start, end);
  }

  /** An expression that stands for words, such as `{name}`, is kept to the letter. */
  verbatim(start: number, end: number): void {
    if (this.#waiting !== undefined && this.#words.length > 0)
      this.#words.add(' ', this.#waiting.start, this.#waiting.end);
    this.#waiting = undefined;
    const from = this.#words.length;
    this.#words.add(this.#source.slice(start, end), start, end);
    this.#placeholders.push({ start: from, end: this.#words.length });
  }

  /** An expression in braces in the middle of words. */
  expression(inner: string, span: Span): void {
    this.#marks.push(expressionMark(inner, span));
  }

  /** `frame` is where the bracket stands that the tag is in, if it is in one. */
  openTag({ name = '', group, selfClosing }: OpenTag, span: Span, frame: number | undefined): void {
    const inline = isInline(name);
    const around = this.#open.at(-1)?.span.start ?? -1;
    const firm = frame === undefined ? around === -1 : frame > around;
    if (!inline || (firm && !selfClosing)) this.flush();
    if (name === 'br') this.#waiting ??= span;
    if (selfClosing) this.#marks.push({ open: span });
    else this.#open.push({ name, span, inline, firm, group });
  }

  closeTag(name: string, span: Span): void {
    const last = this.#open.at(-1);
    if (last === undefined) {
      this.flush();
      return;
    }
    const inline = last.inline && !last.firm && last.name === name;
    if (!inline) this.flush();
    this.#open.pop();
    if (inline) this.#marks.push({ open: last.span, close: span });
  }

  attribute(name: string, start: number, end: number, quote: string, group: number): void {
    const words = new BlockBuilder();
    addAttributeText(words, this.#source, start, end);
    this.value(
      name,
      { text: words.text(), map: words.map(), encode: encodeAttribute(quote) },
      group,
    );
  }

  /** A value under a name, if the name is one that holds copy. */
  value(
    name: string,
    value: Pick<Block, 'text' | 'map' | 'encode' | 'replace' | 'alone'>,
    group: number | undefined,
  ): void {
    const role = name.toLowerCase();
    if (mute.test(role) || !/\p{L}/u.test(value.text) || /^#\S*$/.test(value.text)) return;
    this.blocks.push({
      ...value,
      ...partOfRole(name, value.text),
      role,
      ...(group === undefined ? {} : { group }),
    });
  }

  flush(): void {
    const text = this.#words.text();
    const map = this.#words.map();
    const pairs = this.#open
      .filter((tag) => tag.inline && !tag.firm)
      .map((tag): Mark => ({ open: tag.span }));
    const marks = [...this.#marks, ...pairs];
    const placeholders = this.#placeholders;
    const element = this.#open.at(-1);
    if (/\p{L}/u.test(text.replace(/\{[^{}]*\}/g, ''))) {
      this.blocks.push({
        text,
        part: /^h[1-6]$/.test(element?.name ?? '') ? 'heading' : 'body',
        map,
        encode: encodeJsxText,
        replace: (span, words) =>
          inlineEdits(map, marks, clearOf(span, placeholders), encodeJsxText(words)),
        ...(element === undefined ? {} : { group: element.group }),
        ...(element !== undefined && /^(?:blockquote|q)$/.test(element.name)
          ? { quoteDepth: 1 }
          : {}),
      });
    }
    this.#words = new BlockBuilder();
    this.#marks = [];
    this.#placeholders = [];
    this.#waiting = undefined;
  }
}

function isInline(name: string): boolean {
  if (name === '') return false;
  return /^[a-z]/.test(name) ? !blockElements.has(name) : inlineComponents.test(name);
}
