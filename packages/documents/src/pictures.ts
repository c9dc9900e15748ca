import type { XmlElement } from '@rgrove/parse-xml';
import { TextBuilder, type WordText } from './text-builder.js';
import { localName, visit } from './word-text.js';

/**
 * The descriptions of a part's pictures, and the file names that Word keeps of them, as HTML: one `<img>` each.
 * Attribute values are written alike in XML and HTML, so they stand in the text as in the source.
 */
export function pictureText(xml: string, root: XmlElement): WordText {
  const builder = new TextBuilder();
  let number = 0;
  // A drawing's frame (docPr) and the picture in it (cNvPr) are one picture.
  let fresh = true;
  visit(root, (element) => {
    const name = localName(element);
    if (name === 'Fallback') return false;
    if (name !== 'cNvPr') fresh ||= name === 'docPr' || name === 'shape';
    const start = builder.length;
    if (name === 'docPr' || name === 'cNvPr') {
      addPicture(builder, xml, element, 'descr', 'alt');
      addPicture(builder, xml, element, 'title', 'title');
      if (/\.(?:jpe?g|png|gif|heic|webp|tiff?|bmp)$/i.test(element.attributes.name ?? ''))
        addPicture(builder, xml, element, 'name', 'src');
    }
    if (name === 'shape' && element.name.startsWith('v:'))
      addPicture(builder, xml, element, 'alt', 'alt');
    if (builder.length > start) {
      if (fresh) number++;
      fresh = false;
      builder.name(start, number);
    }
    return true;
  });
  return builder.done();
}

function addPicture(
  builder: TextBuilder,
  xml: string,
  element: XmlElement,
  attribute: string,
  shown: string,
): void {
  const value = element.attributes[attribute];
  if (value === undefined || value.trim() === '') return;
  const place = placeOfValue(xml, element, attribute);
  if (place === undefined) return;
  const { start, end, quote } = place;
  builder.add('gap', `<img ${shown}=${quote}`, start, start);
  builder.add('chars', xml.slice(start, end), start, end);
  builder.add('gap', `${quote}>\n`, end, end);
}

/** Where an attribute's value stands in the XML. */
function placeOfValue(
  xml: string,
  element: XmlElement,
  attribute: string,
): { start: number; end: number; quote: string } | undefined {
  const pattern = /\s([\w:.-]+)\s*=\s*(["'])/g;
  pattern.lastIndex = element.start;
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const start = match.index + match[0].length;
    const end = xml.indexOf(match[2] as string, start);
    if (end === -1) return undefined;
    if (match[1] === attribute) return { start, end, quote: match[2] as string };
    pattern.lastIndex = end + 1;
  }
  return undefined;
}
