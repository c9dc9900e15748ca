import { type DefaultTreeAdapterMap, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];
type TextNode = DefaultTreeAdapterMap['textNode'];

/** Where each UTF-16 unit of a paragraph stands in the draft's source; -1 where no text node holds it (a `<br>`). */
export interface SourceMap {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A paragraph of a draft, and the way back to its source. */
export interface DraftParagraph {
  readonly text: string;
  readonly map: SourceMap;
}

const blocks = new Set(
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silent = new Set(
  'head iframe math noscript object script select style svg template textarea title xml'.split(' '),
);

/**
 * The paragraphs that the writer of a mail's HTML wrote, in order: without the thread that it answers, and without
 * the signature. The marks of quoted threads are those that mail programs write; none of them is documented.
 */
export function htmlParagraphs(html: string): DraftParagraph[] {
  const found: DraftParagraph[] = [];
  let units = new Units();
  let ended = false;
  const finish = () => {
    // Blanks at the ends stay: a fix may leave one there, and the text must read back as it was written.
    if (/\S/.test(units.text)) found.push({ text: units.text, map: units });
    units = new Units();
  };
  const walk = (node: Node, kept: boolean): void => {
    if (ended) return;
    if (isText(node)) {
      readText(node, html, kept, units);
      return;
    }
    if (!('childNodes' in node)) return;
    const element = 'tagName' in node ? node : undefined;
    if (element) {
      if (silent.has(element.tagName) || isSignature(element)) return;
      if (startsThread(element)) {
        ended = true;
        return;
      }
      if (isQuote(element)) {
        finish();
        return;
      }
      if (element.tagName === 'br') {
        units.put('\n', -1, -1);
        return;
      }
    }
    const stands = element !== undefined && blocks.has(element.tagName);
    if (stands) finish();
    for (const child of node.childNodes) walk(child, kept || element?.tagName === 'pre');
    if (stands) finish();
  };
  walk(parse(html, { sourceCodeLocationInfo: true }), false);
  finish();
  return found;
}

function isText(node: Node): node is TextNode {
  return node.nodeName === '#text';
}

/** A paragraph in the making. */
class Units implements SourceMap {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];

  put(text: string, start: number, end: number): void {
    this.text += text;
    for (let unit = 0; unit < text.length; unit++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }
}

/** A text node, unit by unit: source line ends are white space, and a character reference is one step. */
function readText(node: TextNode, html: string, kept: boolean, units: Units): void {
  const at = node.sourceCodeLocation;
  const shown = kept ? node.value : node.value.replace(/[\t\n\f\r]/g, ' ');
  let source = at?.startOffset ?? -1;
  for (let offset = 0; offset < shown.length; ) {
    const step = source >= 0 ? stepAt(html, source, node.value, offset) : undefined;
    if (!step) {
      // The source reads otherwise than the text (a stray tag in between): shown, never written.
      units.put(shown.slice(offset), -1, -1);
      return;
    }
    units.put(shown.slice(offset, offset + step.length), source, step.end);
    offset += step.length;
    source = step.end;
  }
}

/** How far the source and the text agree from here: one unit, a line end, or a character reference. */
function stepAt(
  html: string,
  source: number,
  text: string,
  offset: number,
): { length: number; end: number } | undefined {
  const unit = html[source];
  if (unit === '&') {
    const [reference] = /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?/i.exec(
      html.slice(source, source + 40),
    ) ?? [''];
    const value = reference === '' ? '' : decoded(reference);
    if (value !== '' && value !== reference && text.startsWith(value, offset))
      return { length: value.length, end: source + reference.length };
  }
  if (unit === '\r' && text[offset] === '\n')
    return { length: 1, end: source + (html[source + 1] === '\n' ? 2 : 1) };
  return unit !== undefined && unit === text[offset] ? { length: 1, end: source + 1 } : undefined;
}

const references = new Map<string, string>();

function decoded(reference: string): string {
  let value = references.get(reference);
  if (value === undefined) {
    const [node] = parseFragment(reference).childNodes;
    value = node && isText(node) ? node.value : '';
    references.set(reference, value);
  }
  return value;
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
}

/** From here on it is the mail that is answered or passed on: what Outlook puts above it, old and new. */
function startsThread(element: Element): boolean {
  const id = attribute(element, 'id').replace(/^x_/, '');
  if (/^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container)$/.test(id))
    return true;
  return /border-top:\s*solid\s+#(?:E1E1E1|B5C4DF)\s+1/i.test(attribute(element, 'style'));
}

/** Somebody else's words inside the writer's own. */
function isQuote(element: Element): boolean {
  const names = attribute(element, 'class').split(/\s+/);
  return (
    (element.tagName === 'blockquote' && attribute(element, 'type') === 'cite') ||
    names.some((name) =>
      /^(?:x_)*(?:gmail_quote(?:_container)?|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote)$/.test(
        name,
      ),
    )
  );
}

function isSignature(element: Element): boolean {
  const names = attribute(element, 'class').split(/\s+/);
  return (
    /^(?:x_)*(?:Signature|ms-outlook-mobile-signature)$/i.test(attribute(element, 'id')) ||
    attribute(element, 'name') === '_MailAutoSig' ||
    names.some((name) =>
      /^(?:x_)*(?:gmail_signature|moz-signature|protonmail_signature_block)$/.test(name),
    )
  );
}

/**
 * The source with the edits made: each writes in the text nodes it touches and in nothing else, so that every other
 * byte stays. Undefined where an edit touches what no text node holds. Edits in paragraph offsets, not overlapping.
 */
export function editHtml(
  html: string,
  map: SourceMap,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string | undefined {
  const escaped = (text: string) =>
    text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br>');
  const splices: { start: number; end: number; text: string }[] = [];
  for (const { start, end, text } of edits) {
    const runs = runsOf(map, start, end);
    if (!runs) return undefined;
    const [first, ...others] = runs;
    if (first) {
      splices.push({ ...first, text: escaped(text) });
      splices.push(...others.map((run) => ({ ...run, text: '' })));
    } else {
      const at = start > 0 && map.ends[start - 1] !== -1 ? map.ends[start - 1] : map.starts[start];
      if (at === undefined || at === -1) return undefined;
      splices.push({ start: at, end: at, text: escaped(text) });
    }
  }
  return splices
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((all, one) => all.slice(0, one.start) + one.text + all.slice(one.end), html);
}

/** The stretches of source behind some units: one per text node. Undefined where a unit is in none, or is cut in two. */
function runsOf(
  { starts, ends }: SourceMap,
  from: number,
  to: number,
): { start: number; end: number }[] | undefined {
  const runs: { start: number; end: number }[] = [];
  const isCut = (at: number) => at > 0 && at < starts.length && starts[at] === starts[at - 1];
  if (from < to && ((isCut(from) && starts[from] !== -1) || (isCut(to) && starts[to] !== -1)))
    return undefined;
  for (let at = from; at < to; at++) {
    const start = starts[at]!;
    const end = ends[at]!;
    if (start === -1) return undefined;
    const last = runs.at(-1);
    if (last && (last.end === start || (last.end === end && last.start <= start))) last.end = end;
    else runs.push({ start, end });
  }
  return runs;
}
