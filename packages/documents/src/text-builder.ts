/** Text of a part and the place in the XML that each piece of it stands for. */
export interface WordText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Its paragraphs or pictures, numbered from 1. Text offsets. */
  readonly places: readonly NumberedPlace[];
}

export interface NumberedPlace {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/**
 * A stretch of text. `chars` are copied from the XML or one character written as a reference; a `mark` is an element
 * such as a line break; a `gap` stands between paragraphs and has no place in the XML. Text offsets and XML offsets.
 */
export interface Piece {
  readonly kind: 'chars' | 'mark' | 'gap';
  readonly start: number;
  readonly end: number;
  readonly source: { readonly start: number; readonly end: number };
  /** Of `chars` in a run: the element around them. */
  readonly holder?: Holder;
  /** Of a `gap`: the paragraph after it with what parts it from the one before, where nothing but words would go with it. */
  readonly paragraph?: { readonly start: number; readonly end: number };
}

/** The `w:t` that holds characters. */
export interface Holder {
  readonly name: string;
  /** Where an attribute can be added in the XML. */
  readonly attributes: number;
  readonly keepsSpace: boolean;
}

/** Gathers text and pieces. */
export class TextBuilder {
  readonly #text: string[] = [];
  readonly #pieces: Piece[] = [];
  readonly #places: NumberedPlace[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(
    kind: Piece['kind'],
    text: string,
    start: number,
    end: number,
    more: Pick<Piece, 'holder' | 'paragraph'> = {},
  ): void {
    if (text === '') return;
    const piece = {
      kind,
      start: this.#length,
      end: this.#length + text.length,
      source: { start, end },
    };
    this.#pieces.push({ ...piece, ...more });
    this.#text.push(text);
    this.#length += text.length;
  }

  /** Adds XML character data: copied runs, and each reference by itself; in a table quotation marks are written twice. */
  addCharacters(xml: string, start: number, end: number, holder?: Holder, inTable = false): void {
    const more = holder === undefined ? {} : { holder };
    const copy = (from: number, to: number) => {
      let at = from;
      for (
        let quote = inTable ? xml.indexOf('"', at) : -1;
        quote !== -1 && quote < to;
        quote = xml.indexOf('"', at)
      ) {
        this.add('chars', xml.slice(at, quote), at, quote, more);
        at = quote + 1;
        this.add('chars', '""', quote, at, more);
      }
      this.add('chars', xml.slice(at, to), at, to, more);
    };
    const reference = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g;
    reference.lastIndex = start;
    let from = start;
    for (
      let match = reference.exec(xml);
      match !== null && match.index < end;
      match = reference.exec(xml)
    ) {
      copy(from, match.index);
      from = match.index + match[0].length;
      const character = decoded(match);
      this.add('chars', inTable && character === '"' ? '""' : character, match.index, from, more);
    }
    copy(from, end);
  }

  /** What was added since `start` is the paragraph or picture of this number. */
  name(start: number, number: number): void {
    this.#places.push({ start, end: this.#length, number });
  }

  done(): WordText {
    return { text: this.#text.join(''), pieces: this.#pieces, places: this.#places };
  }
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decoded([whole, hex, decimal, name]: RegExpExecArray): string {
  if (name !== undefined) return named[name] ?? whole;
  const point = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
  return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
