import { decodeString } from 'micromark-util-decode-string';
import { BlockBuilder } from '../offset-map.js';
import type { Block, Comment, ReadDocument } from '../passage.js';

const inline =
  /^<\/?(?:a|abbr|b|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u)\b/i;
const piece = /<\/?[a-z][^<>]*>|&#?\w{1,32};|[^<&\s]+|\s+|[<&]/giy;

/** Reads HTML without its parser, for bundles that leave it out: the words between tags, and comments. */
export function stripTags(source: string): ReadDocument {
  const blocks: Block[] = [];
  const comments: Comment[] = [];
  let words = new BlockBuilder();
  let space: number | undefined;
  const flush = () => {
    if (words.length > 0)
      blocks.push({ text: words.text(), part: 'body', map: words.map(), encode: encodeTags });
    words = new BlockBuilder();
    space = undefined;
  };
  for (let offset = 0; offset < source.length; ) {
    if (source.startsWith('<!--', offset)) {
      const close = source.indexOf('-->', offset + 4);
      const end = close === -1 ? source.length : close + 3;
      comments.push({
        text: source.slice(offset + 4, close === -1 ? end : close).trim(),
        span: { start: offset, end },
      });
      offset = end;
      continue;
    }
    piece.lastIndex = offset;
    const found = piece.exec(source)?.[0] ?? source[offset] ?? '';
    const end = offset + found.length;
    if (/^\s/.test(found)) space ??= offset;
    else if (found.length > 2 && found.startsWith('<')) {
      if (!inline.test(found)) flush();
    } else {
      if (space !== undefined && words.length > 0) words.add(' ', space, offset);
      space = undefined;
      words.add(
        found.length > 2 && found.startsWith('&') ? decodeString(found) : found,
        offset,
        end,
      );
    }
    offset = end;
  }
  flush();
  return { blocks, comments, meta: [], notices: [] };
}

function encodeTags(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
}
