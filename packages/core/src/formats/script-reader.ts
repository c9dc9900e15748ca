import type { Edit } from '../finding.js';
import { BlockBuilder, locate } from '../offset-map.js';
import type { Block, Comment, ReadDocument } from '../passage.js';
import type { Span } from '../span.js';
import { clearOf } from './inline-edit.js';
import { addJsString, jsStringEncoder } from './js-strings.js';
import { JsxFlow } from './jsx-flow.js';
import type { Frame, OpenTag, Pending, Template } from './script-state.js';

const proseTags = /^(?:t|i18n|msg|md|markdown|html|trans|gettext|ngettext|_)$/;

/** Reads tokens of a script, in order, into blocks. */
export class ScriptReader {
  readonly #source: string;
  readonly #blocks: Block[] = [];
  readonly #comments: Comment[] = [];
  readonly #frames: Frame[] = [];
  readonly #flow: JsxFlow;
  readonly #templates: Template[] = [];
  #groups = 0;
  #key: string | undefined;
  #pending: Pending | undefined;
  #tag: OpenTag | undefined;
  #last = '';
  #beforeLast = '';
  #joining = false;

  constructor(source: string) {
    this.#source = source;
    this.#flow = new JsxFlow(source, this.#blocks);
  }

  /** Takes the next token; `type` as js-tokens names it. */
  take(type: string, start: number, end: number): void {
    if (type === 'WhiteSpace' || type === 'LineTerminatorSequence') return;
    if (type === 'SingleLineComment' || type === 'MultiLineComment') {
      this.#comment(start, end);
      return;
    }
    const value = this.#source.slice(start, end);
    if (type.startsWith('JSX')) this.#takeJsx(type, value, start, end);
    else if (type === 'StringLiteral') this.#string(value, start, end);
    else if (type === 'NoSubstitutionTemplate' || type.startsWith('Template'))
      this.#template(type, value, start, end);
    else this.#code(type, value, start);
    if (type === 'StringLiteral') return;
    this.#beforeLast = this.#last;
    this.#last = value;
  }

  end(): ReadDocument {
    this.#endString();
    this.#flow.flush();
    this.#blocks.sort((a, b) => (a.map.source[0] ?? 0) - (b.map.source[0] ?? 0));
    return { blocks: this.#blocks, comments: this.#comments, meta: [], notices: [] };
  }

  get #frame(): Frame | undefined {
    return this.#frames.at(-1);
  }

  #comment(start: number, end: number): void {
    const source = this.#source.slice(start, end);
    const text = source.startsWith('//')
      ? source.slice(2)
      : source
          .slice(2)
          .replace(/\*\/$/, '')
          .replace(/^\s*\*+ ?/gm, '');
    this.#comments.push({ text: text.trim(), span: { start, end } });
  }

  #code(type: string, value: string, start: number): void {
    this.#joining = value === '+' && this.#pending !== undefined;
    if (!this.#joining) this.#endString();
    if (value === '{' || value === '[' || value === '(')
      this.#push(value, start, value === '{' ? this.#groups++ : this.#frame?.group);
    else if (value === '}' || value === ']' || value === ')') this.#pop();
    else if (value === ':' && (this.#beforeLast === '{' || this.#beforeLast === ','))
      this.#key = this.#last.replace(/^['"]|['"]$/g, '');
    else if (value === '=' && /^[\w$]+$/.test(this.#last)) this.#key = this.#last;
    else if (value === ',')
      this.#key =
        this.#frame?.opens === '[' || this.#frame?.opens === '(' ? this.#frame.key : undefined;
    else if (
      value === ';' ||
      (type === 'IdentifierName' && /^(?:const|let|var|return|export|function)$/.test(value))
    )
      this.#key = undefined;
  }

  #push(opens: string, start: number, group: number | undefined): void {
    this.#frames.push({ opens, key: this.#key, group, start });
    if (opens === '{') this.#key = undefined;
  }

  #pop(): Frame | undefined {
    const frame = this.#frames.pop();
    this.#key = this.#frame?.opens === '[' ? this.#frame.key : frame?.key;
    return frame;
  }

  #string(value: string, start: number, end: number): void {
    const before = this.#last;
    this.#beforeLast = before;
    this.#last = value;
    const quote = value[0] as string;
    const close = value.length > 1 && value.endsWith(quote) ? end - 1 : end;
    if (this.#inTemplate() || /^(?:from|import|require|case|typeof|[=!]==?|in|use)$/.test(before))
      return;
    if (before === '(' && /^(?:require|import)$/.test(this.#calleeBefore())) return;
    const joined = this.#joining && this.#pending?.quote === quote;
    if (!joined) this.#endString();
    this.#pending ??= {
      words: new BlockBuilder(),
      quote,
      key: this.#key,
      group: this.#frame?.group,
    };
    this.#joining = false;
    addJsString(this.#pending.words, this.#source, start + 1, close);
  }

  #calleeBefore(): string {
    return (
      /(\w+)\s*$/.exec(
        this.#source.slice(Math.max(0, (this.#frame?.start ?? 0) - 20), this.#frame?.start ?? 0),
      )?.[1] ?? ''
    );
  }

  /** Strings and templates inside a template's `${…}` are part of that template. */
  #inTemplate(): boolean {
    return this.#templates.length > 0;
  }

  #endString(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    this.#joining = false;
    if (pending === undefined) return;
    this.#emit(pending);
  }

  #emit({ words, quote, key, group, placeholders = [] }: Pending): void {
    const text = words.text();
    const map = words.map();
    const encode = jsStringEncoder(quote);
    const replace = (span: Span, said: string): Edit[] => [
      { span: locate(map, clearOf(span, placeholders)), text: encode(said) },
    ];
    const value = {
      text,
      map,
      encode,
      alone: true as const,
      ...(placeholders.length === 0 ? {} : { replace }),
    };
    if (key !== undefined) {
      this.#flow.value(key, value, group);
      return;
    }
    // A single word under no name is a value that the program knows, not copy.
    if (
      /^[\w$.:/@#-]*$/.test(text) ||
      /^use (?:strict|client|server)$/.test(text) ||
      !/\p{L}/u.test(text)
    )
      return;
    this.#blocks.push({ ...value, part: 'body', ...(group === undefined ? {} : { group }) });
  }

  #template(type: string, value: string, start: number, end: number): void {
    this.#endString();
    if (type === 'NoSubstitutionTemplate' || type === 'TemplateHead') {
      const tag =
        /^[\w$]+$/.test(this.#last) &&
        !/^(?:return|case|typeof|in|of|yield|await|default)$/.test(this.#last)
          ? this.#last
          : '';
      const prose =
        !this.#inTemplate() && this.#last !== ')' && (tag === '' || proseTags.test(tag));
      this.#templates.push({
        words: new BlockBuilder(),
        placeholders: [],
        key: this.#key,
        prose,
        from: start,
      });
    }
    const template = this.#templates.at(-1);
    if (template === undefined) return;
    const isLast = type === 'NoSubstitutionTemplate' || type === 'TemplateTail';
    // The expression between two pieces is kept to the letter, braces included.
    if (type === 'TemplateMiddle' || type === 'TemplateTail') {
      const from = template.words.length;
      template.words.add(this.#source.slice(template.from, start + 1), template.from, start + 1);
      template.placeholders.push({ start: from, end: template.words.length });
    }
    const closed = isLast ? value.length > 1 && value.endsWith('`') : value.endsWith('${');
    const inner = closed ? end - (isLast ? 1 : 2) : end;
    addJsString(template.words, this.#source, start + 1, inner);
    template.from = inner;
    if (!isLast) return;
    this.#templates.pop();
    if (template.prose) this.#emit({ ...template, quote: '`', group: this.#frame?.group });
  }

  #takeJsx(type: string, value: string, start: number, end: number): void {
    this.#endString();
    const tag = this.#tag;
    if (type === 'JSXText') {
      this.#flow.text(start, end);
      return;
    }
    if (value === '{') {
      this.#key = tag?.attribute;
      this.#frames.push({
        opens: tag === undefined ? 'text' : 'attribute',
        key: this.#key,
        group: tag?.group ?? this.#frame?.group,
        start,
      });
      return;
    }
    if (value === '}') {
      this.#closeExpression(end);
      return;
    }
    if (type === 'JSXString' && tag?.attribute !== undefined) {
      this.#attribute(tag, value, start, end);
      return;
    }
    if (value === '<' && type === 'JSXPunctuator') {
      this.#tag = {
        start,
        group: this.#groups++,
        name: undefined,
        closing: false,
        selfClosing: false,
        attribute: undefined,
      };
    } else if (tag === undefined) return;
    else if (value === '/') {
      if (tag.name === undefined) tag.closing = true;
      else tag.selfClosing = true;
    } else if (value === '>') this.#closeTag(tag, end);
    else if (type === 'JSXIdentifier') {
      if (tag.name === undefined) tag.name = value;
      else if (this.#last !== '.' && this.#last !== ':') tag.attribute = value;
    }
  }

  #attribute(tag: OpenTag, value: string, start: number, end: number): void {
    const quote = value[0] as string;
    const close = value.length > 1 && value.endsWith(quote) ? end - 1 : end;
    this.#flow.attribute(tag.attribute ?? '', start + 1, close, quote, tag.group);
  }

  #closeTag(tag: OpenTag, end: number): void {
    const span = { start: tag.start, end };
    if (tag.closing) this.#flow.closeTag(tag.name ?? '', span);
    else this.#flow.openTag(tag, span, this.#frame?.start);
    this.#tag = undefined;
  }

  #closeExpression(end: number): void {
    const frame = this.#pop();
    this.#key = undefined;
    if (frame?.opens !== 'text') return;
    const inner = this.#source.slice(frame.start + 1, end - 1);
    const span = { start: frame.start, end };
    if (/^\s*(['"])[^'"\\]*\1\s*$/.test(inner) && inner.trim().slice(1, -1).trim() === '')
      this.#flow.string(
        frame.start + 1 + inner.search(/['"]/) + 1,
        frame.start + 1 + inner.trimEnd().length - 1,
        span,
      );
    else if (/^\s*[\w$.?[\]()]+\s*$/.test(inner)) this.#flow.verbatim(span.start, span.end);
    else this.#flow.expression(inner, span);
  }
}
