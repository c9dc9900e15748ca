/**
 * Where Markdown prose stands: a heading and a cell are one line, a cell may hold no bare pipe, the title of a link no
 * bare quotation mark, the description of an image no bare bracket.
 */
export type MarkdownPlace = 'paragraph' | 'heading' | 'cell' | 'title' | 'label';

/** Tags of mail services and templates: `*|FNAME|*`, `<<First Name>>`, `{{first_name}}`, `{% if vip %}`, `<%= name %>`. Always kept to the letter. */
export const mergeTag =
  /\*\|[^|\n]{1,60}\|\*|<<[^<>\n]{1,60}>>|\{\{[^{}\n]{1,80}\}\}|\{%[^\n]{1,200}?%\}|<%[^\n]{1,200}?%>/g;

/** The text with merge tags blotted out, so that no parser takes them for markup. Offsets stay. */
export function withoutMergeTags(text: string): string {
  if (!/\*\||<[<%]|\{[{%]/.test(text)) return text;
  return text.replace(mergeTag, (tag) => 'x'.repeat(tag.length));
}

/** Writes prose as Markdown; `prefix` stands before the lines that follow the first one (quote marks, list indent). */
export function markdownEncoder(place: MarkdownPlace, prefix: string): (text: string) => string {
  return (text) => {
    const lines = text.split(/\r?\n/).map((line) => encodeLine(line, place));
    return place === 'paragraph' ? lines.join(`\\\n${prefix}`) : lines.join(' ');
  };
}

function encodeLine(line: string, place: MarkdownPlace): string {
  let encoded = '';
  let from = 0;
  for (const tag of line.matchAll(mergeTag)) {
    encoded +=
      encodeWords(line.slice(from, tag.index), from === 0) +
      (place === 'cell' && tag[0].includes('|') ? tag[0].replaceAll('|', '\\|') : tag[0]);
    from = tag.index + tag[0].length;
  }
  encoded += encodeWords(line.slice(from), from === 0);
  if (place === 'cell')
    return encoded.replace(/(\\*)\|/g, (pipe, slashes: string) =>
      slashes.length % 2 === 0 ? `${slashes}\\|` : pipe,
    );
  if (place === 'title') return encoded.replace(/["'()]/g, '\\$&');
  if (place === 'label')
    return encoded.replace(/\\?[[\]]/g, (mark) => (mark.length === 2 ? mark : `\\${mark}`));
  return place === 'heading' ? encoded.replace(/(^|[ \t])(#+[ \t]*)$/, '$1\\$2') : encoded;
}

function encodeWords(words: string, first: boolean): string {
  const escaped = words
    .replace(/[\\`*~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\[(?=\^|[^\]\n]*\](?:\(|\[|:))/g, '\\[')
    .replace(/\](?=\(|\[)/g, '\\]');
  if (!first) return escaped;
  return escaped
    .replace(
      /^([ \t]*)([-+](?=[ \t]|$)|#{1,6}(?=[ \t]|$)|>|=+[ \t]*$|-{2,}[ \t]*$|\+\+\+|\|)/,
      '$1\\$2',
    )
    .replace(/^([ \t]*\d{1,9})([.)])(?=[ \t]|$)/, '$1\\$2');
}
