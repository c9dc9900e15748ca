import type { Edit } from '@chaperone/core';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import {
  DocumentError,
  type DocumentPart,
  edited,
  type NamedPlace,
  type OpenedDocument,
} from './opened.js';
import { packed, unpacked } from './package-files.js';
import { pictureText } from './pictures.js';
import { TextBuilder, type WordText } from './text-builder.js';
import { type Writing, xmlEdits } from './word-edit.js';
import { wordTables } from './word-tables.js';
import { localName, visit, wordText } from './word-text.js';

/** A part of the document and how it leads back into a file of the package. */
interface WordPart extends DocumentPart {
  readonly file: string;
  readonly content: WordText;
  readonly writing: Writing;
}

/** Opens a Word document. Throws DocumentError. */
export function openDocx(bytes: Uint8Array): OpenedDocument {
  const files = unpacked(bytes);
  const main = mainFile(files);
  const sources = new Map<string, string>();
  const parts: WordPart[] = [];
  for (const file of [main, ...otherFiles(files, main)]) {
    const xml = textOf(files, file);
    const root = parsed(xml, file);
    sources.set(file, xml);
    parts.push(
      ...(file.startsWith('docProps/')
        ? propertyParts(file, xml, root)
        : textParts(file, main, xml, root)),
    );
  }
  const apply = (edits: ReadonlyMap<string, readonly Edit[]>): Uint8Array =>
    packed(withEdits(files, sources, parts, edits));
  return {
    parts: parts.map(({ name, languageId, text, partLabel, places }) => ({
      name,
      languageId,
      text,
      partLabel,
      places,
    })),
    notes: [],
    apply,
  };
}

/** The package's files with the edits made in those that they concern. */
function withEdits(
  files: ReadonlyMap<string, Uint8Array>,
  sources: ReadonlyMap<string, string>,
  parts: readonly WordPart[],
  edits: ReadonlyMap<string, readonly Edit[]>,
): Map<string, Uint8Array> {
  const result = new Map(files);
  for (const [file, xml] of sources) {
    const changes = parts
      .filter((part) => part.file === file)
      .flatMap((part) =>
        (edits.get(part.name) ?? []).flatMap((edit) => xmlEdits(part.content, edit, part.writing)),
      );
    if (changes.length > 0)
      result.set(file, new TextEncoder().encode(edited(xml, unique(changes))));
  }
  return result;
}

/** Two edits in one run both ask for its white space to be kept; once is enough. */
function unique(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>();
  return edits.filter(({ span, text }) => {
    const key = `${span.start} ${text}`;
    const isNew = span.start < span.end || !text.startsWith(' xml:space') || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function mainFile(files: ReadonlyMap<string, Uint8Array>): string {
  const relations = files.has('_rels/.rels') ? textOf(files, '_rels/.rels') : '';
  const target = /<Relationship\b[^>]*\/officeDocument"[^>]*>/.exec(relations)?.[0];
  const named = /\bTarget="\/?([^"]+)"/.exec(target ?? '')?.[1] ?? 'word/document.xml';
  if (files.has(named) && /document\d*\.xml$/i.test(named)) return named;
  throw new DocumentError(
    'not-a-document',
    'This file holds no Word document, although its name says so.',
  );
}

/** Headers, footers, notes, comments and properties, in the order of the package. */
function otherFiles(files: ReadonlyMap<string, Uint8Array>, main: string): string[] {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const names = [...files.keys()].filter(
    (name) =>
      name.startsWith(folder) &&
      /^(?:header|footer)\d*\.xml$|^(?:footnotes|endnotes|comments)\.xml$/.test(
        name.slice(folder.length),
      ),
  );
  const about = ['core', 'app', 'custom'].map((name) => `docProps/${name}.xml`);
  return [...names, ...about.filter((name) => files.has(name))];
}

function textParts(file: string, main: string, xml: string, root: XmlElement): WordPart[] {
  const kind = file === main ? 'document' : (/([a-z]+)\d*\.xml$/.exec(file)?.[1] ?? 'document');
  const content = wordText(xml, root);
  const pictures = pictureText(xml, root);
  const parts: WordPart[] = [];
  if (content.text !== '')
    parts.push({
      name: file,
      languageId: 'plaintext',
      text: content.text,
      partLabel: kind,
      places: named(content, kind === 'document' ? 'paragraph' : `${kind}, paragraph`),
      file,
      content,
      writing: 'run',
    });
  for (const [index, table] of wordTables(xml, root).entries()) {
    const partLabel = `table ${index + 1}${kind === 'document' ? '' : ` in the ${kind}`}`;
    parts.push({
      name: `${file}#table-${index + 1}`,
      languageId: 'csv',
      text: table.content.text,
      partLabel,
      places: table.places.map(({ span, name }) => ({
        span,
        name: kind === 'document' ? name : `${kind}, ${name}`,
      })),
      file,
      content: table.content,
      writing: 'cell',
    });
  }
  if (pictures.text !== '') {
    const partLabel =
      kind === 'document' ? 'picture descriptions' : `picture descriptions in the ${kind}`;
    parts.push({
      name: `${file}#pictures`,
      languageId: 'html',
      text: pictures.text,
      partLabel,
      places: named(pictures, kind === 'document' ? 'picture' : `${kind}, picture`),
      file,
      content: pictures,
      writing: 'html-attribute',
    });
  }
  return parts;
}

function named({ places }: WordText, unit: string): NamedPlace[] {
  return places.map(({ start, end, number }) => ({
    span: { start, end },
    name: `${unit} ${number}`,
  }));
}

const properties: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  creator: 'author',
  keywords: 'keywords',
  description: 'comments',
  category: 'category',
  lastModifiedBy: 'last author',
  Manager: 'manager',
  Company: 'company',
};

/** What Word shows under File, Info, and sends along with the file. */
function propertyParts(file: string, xml: string, root: XmlElement): WordPart[] {
  const parts: WordPart[] = [];
  visit(root, (element) => {
    const label = propertyName(element);
    if (label === undefined || element.text.trim() === '') return true;
    const builder = new TextBuilder();
    for (const child of element.children)
      if (child.type === 'text') builder.addCharacters(xml, child.start, child.end);
    const content = builder.done();
    const partLabel = `file property "${label}"`;
    parts.push({
      name: `${file}#${localName(element) === 'lpwstr' ? label : localName(element)}`,
      languageId: 'plaintext',
      text: content.text,
      partLabel,
      places: [{ span: { start: 0, end: content.text.length }, name: partLabel }],
      file,
      content,
      writing: 'value',
    });
    return false;
  });
  return parts;
}

/** What people call a property: one of Word's own, or the name that somebody gave to one of theirs. */
function propertyName(element: XmlElement): string | undefined {
  if (localName(element) !== 'lpwstr') return properties[localName(element)];
  const { parent } = element;
  return parent?.type === 'element' ? (parent as XmlElement).attributes.name : undefined;
}

/** A file's text as the parser numbers it: without a byte order mark, with bare line feeds. */
function textOf(files: ReadonlyMap<string, Uint8Array>, file: string): string {
  const bytes = files.get(file) ?? new Uint8Array();
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes).replace(/\r\n?/g, '\n');
  // It is written back in UTF-8, whatever it was.
  return wide ? text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8') : text;
}

function parsed(xml: string, file: string): XmlElement {
  try {
    const { root } = parseXml(xml, { includeOffsets: true });
    if (root !== null) return root;
  } catch {
    // Said below.
  }
  throw new DocumentError(
    'damaged',
    `This document is damaged: ${file} in it cannot be read. Open it in Word and save it again.`,
  );
}
