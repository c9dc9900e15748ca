import type { XmlElement, XmlNode } from '@rgrove/parse-xml';

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

  add(kind: Piece['kind'], text: string, start: number, end: number, holder?: Holder): void {
    if (text === '') return;
    const piece = {
      kind,
      start: this.#length,
      end: this.#length + text.length,
      source: { start, end },
    };
    this.#pieces.push(holder === undefined ? piece : { ...piece, holder });
    this.#text.push(text);
    this.#length += text.length;
  }

  /** Adds XML character data: copied runs, and each reference by itself. */
  addCharacters(xml: string, start: number, end: number, holder?: Holder): void {
    const reference = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g;
    reference.lastIndex = start;
    let from = start;
    for (
      let match = reference.exec(xml);
      match !== null && match.index < end;
      match = reference.exec(xml)
    ) {
      this.add('chars', xml.slice(from, match.index), from, match.index, holder);
      from = match.index + match[0].length;
      this.add('chars', decoded(match), match.index, from, holder);
    }
    this.add('chars', xml.slice(from, end), from, end, holder);
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

/** What a reader does not see: deleted and moved text, field codes, the copy of a drawing for old programs. */
const unseen = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'Fallback',
  'rPr',
  'pPr',
  'sectPr',
  'tblPr',
  'trPr',
  'tcPr',
]);
const marks: Readonly<Record<string, string>> = {
  br: '\n',
  cr: '\n',
  tab: '\t',
  ptab: '\t',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** The text of a Word part: its paragraphs, with blank lines between them; text boxes follow the paragraph they hang on. */
export function wordText(xml: string, root: XmlElement): WordText {
  const builder = new TextBuilder();
  let number = 0;
  for (const paragraph of paragraphsOf(root)) {
    const runs = runsOf(paragraph);
    if (!runs.some((run) => isWords(run))) continue;
    if (builder.length > 0) builder.add('gap', '\n\n', paragraph.start, paragraph.start);
    const start = builder.length;
    for (const run of runs) addRun(builder, xml, run);
    builder.name(start, ++number);
  }
  return builder.done();
}

function isWords(run: XmlElement): boolean {
  return localName(run) === 't' && run.text.trim() !== '';
}

function addRun(builder: TextBuilder, xml: string, run: XmlElement): void {
  const mark = marks[localName(run)];
  if (mark !== undefined) {
    builder.add('mark', mark, run.start, run.end);
    return;
  }
  const holder: Holder = {
    name: run.name,
    attributes: run.start + 1 + run.name.length,
    keepsSpace: run.attributes['xml:space'] === 'preserve',
  };
  for (const child of run.children) {
    if (child.type === 'text') builder.addCharacters(xml, child.start, child.end, holder);
  }
}

/** All paragraphs in order, those of text boxes after the one that they hang on. */
function paragraphsOf(root: XmlElement): XmlElement[] {
  const paragraphs: XmlElement[] = [];
  visit(root, (element) => {
    if (localName(element) === 'p' && element.name !== 'a:p') paragraphs.push(element);
    return !unseen.has(localName(element));
  });
  return paragraphs;
}

/** The elements of a paragraph that hold text or stand for a character, without those of paragraphs inside it. */
function runsOf(paragraph: XmlElement): XmlElement[] {
  const runs: XmlElement[] = [];
  visit(paragraph, (element) => {
    const name = localName(element);
    if (element !== paragraph && name === 'p') return false;
    // A tab stop in the settings of a paragraph has the same name as a tab.
    if ((name === 't' && !element.name.startsWith('a:')) || marks[name] !== undefined)
      runs.push(element);
    return !unseen.has(name);
  });
  return runs;
}

/** Visits elements in order, without recursion; `look` says whether to go on inside. */
export function visit(root: XmlElement, look: (element: XmlElement) => boolean): void {
  const waiting: XmlNode[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    const element = node as XmlElement;
    if (look(element))
      for (let index = element.children.length - 1; index >= 0; index--)
        waiting.push(element.children[index] as XmlNode);
  }
}

/** An element's name without its namespace prefix. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}
