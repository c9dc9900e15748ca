import type { XmlElement } from '@rgrove/parse-xml';
import type { NamedPlace } from './opened.js';
import { TextBuilder, type WordText } from './text-builder.js';
import { addParagraphs, cellsOf, isGrid, localName, paragraphsOf, visit } from './word-text.js';

/** A table as comma-separated values, every cell in quotation marks, and its cells by name. */
export interface WordTable {
  readonly content: WordText;
  readonly places: readonly NamedPlace[];
}

/** The tables of a Word part that hold words. Tables within a cell are part of the cell. */
export function wordTables(xml: string, root: XmlElement): readonly WordTable[] {
  const tables: XmlElement[] = [];
  visit(root, (element) => {
    const found = localName(element) === 'tbl' && isGrid(element);
    if (found) tables.push(element);
    return !found && localName(element) !== 'Fallback';
  });
  return tables
    .map((table, index) => readTable(xml, table, index + 1))
    .filter(({ content }) => content.pieces.some(({ kind }) => kind === 'chars'));
}

function readTable(xml: string, table: XmlElement, number: number): WordTable {
  const builder = new TextBuilder();
  const places: NamedPlace[] = [];
  for (const [row, cells] of cellsOf(table).entries()) {
    for (const [column, cell] of cells.entries()) {
      builder.add('gap', column === 0 ? '"' : ',"', cell.start, cell.start);
      const start = builder.length;
      addParagraphs(builder, xml, paragraphsOf(cell), true, () => {});
      const name = `table ${number}, row ${row + 1}, column ${column + 1}`;
      places.push({ span: { start, end: builder.length }, name });
      builder.add('gap', '"', cell.end, cell.end);
    }
    builder.add('gap', '\n', table.end, table.end);
  }
  return { content: builder.done(), places };
}
