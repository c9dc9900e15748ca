import type { XmlElement, XmlNode } from '@rgrove/parse-xml';
import { type Holder, TextBuilder, type WordText } from './text-builder.js';

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

/**
 * The text of a Word part: its paragraphs, with blank lines between them; text boxes follow the paragraph they hang on.
 * Tables of several rows and columns are read by themselves (see word-tables.ts).
 */
export function wordText(xml: string, root: XmlElement): WordText {
  const builder = new TextBuilder();
  let number = 0;
  addParagraphs(builder, xml, paragraphsOf(root), false, (start) => builder.name(start, ++number));
  return builder.done();
}

/** Adds paragraphs that hold words, with blank lines between them; `done` hears where each began. */
export function addParagraphs(
  builder: TextBuilder,
  xml: string,
  paragraphs: readonly XmlElement[],
  inTable: boolean,
  done: (start: number) => void,
): void {
  let before: XmlElement | undefined;
  for (const paragraph of paragraphs) {
    const runs = runsOf(paragraph);
    if (!runs.some((run) => isWords(run))) continue;
    if (before !== undefined) {
      const whole = removable(before, paragraph);
      builder.add(
        'gap',
        '\n\n',
        paragraph.start,
        paragraph.start,
        whole ? { paragraph: whole } : {},
      );
    }
    before = paragraph;
    const start = builder.length;
    for (const run of runs) addRun(builder, xml, run, inTable);
    done(start);
  }
}

const wordsAlone = new Set(
  'p r t br cr tab ptab noBreakHyphen softHyphen proofErr lastRenderedPageBreak hyperlink smartTag smartTagPr pPr rPr'.split(
    ' ',
  ),
);

/** From the end of one paragraph to the end of another that follows it, if only words would go with that stretch. */
function removable(
  before: XmlElement,
  paragraph: XmlElement,
): { start: number; end: number } | undefined {
  const { parent } = paragraph;
  if (parent === null || parent !== before.parent || parent.type !== 'element') return undefined;
  const siblings = (parent as XmlElement).children;
  const stretch = siblings.slice(siblings.indexOf(before) + 1, siblings.indexOf(paragraph) + 1);
  const elements = stretch.filter((node): node is XmlElement => node.type === 'element');
  if (!elements.every((element) => localName(element) === 'p' && holdsWordsAlone(element)))
    return undefined;
  return { start: before.end, end: paragraph.end };
}

/** True where nothing hangs on a paragraph: no picture, note, bookmark, revision, field or end of a section. */
function holdsWordsAlone(paragraph: XmlElement): boolean {
  let alone = true;
  visit(paragraph, (element) => {
    const name = localName(element);
    alone &&= wordsAlone.has(name);
    if (name === 'pPr')
      alone &&= !element.children.some(
        (child) => child.type === 'element' && /sectPr$/.test((child as XmlElement).name),
      );
    return alone && name !== 'pPr' && name !== 'rPr' && name !== 'smartTagPr';
  });
  return alone;
}

function isWords(run: XmlElement): boolean {
  return localName(run) === 't' && run.text.trim() !== '';
}

function addRun(builder: TextBuilder, xml: string, run: XmlElement, inTable: boolean): void {
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
    if (child.type === 'text') builder.addCharacters(xml, child.start, child.end, holder, inTable);
  }
}

/** All paragraphs in order, those of text boxes after the one that they hang on; not those of tables, unless `root` is a cell. */
export function paragraphsOf(root: XmlElement): XmlElement[] {
  const paragraphs: XmlElement[] = [];
  const inCell = localName(root) === 'tc';
  visit(root, (element) => {
    const name = localName(element);
    if (name === 'p' && element.name !== 'a:p') paragraphs.push(element);
    return !unseen.has(name) && (inCell || name !== 'tbl' || !isGrid(element));
  });
  return paragraphs;
}

/** The rows of a table by their cells, without those of tables within. */
export function cellsOf(table: XmlElement): readonly (readonly XmlElement[])[] {
  const within = (root: XmlElement, wanted: string) => {
    const found: XmlElement[] = [];
    visit(root, (element) => {
      const name = localName(element);
      if (name === wanted) found.push(element);
      return name !== wanted && (element === root || name !== 'tbl') && !unseen.has(name);
    });
    return found;
  };
  return within(table, 'tr').map((row) => within(row, 'tc'));
}

/** True of a table that holds records; one row or one column is how people put a frame around words. */
export function isGrid(table: XmlElement): boolean {
  const rows = cellsOf(table);
  return rows.length > 1 && rows.some((cells) => cells.length > 1);
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
