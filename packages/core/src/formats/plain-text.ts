import { straight } from '../offset-map.js';
import type { Block, Format, ReadDocument } from '../passage.js';

/** Plain text: paragraphs stand between blank lines. Also what Word sends. */
export const plainText: Format = {
  languageIds: ['plaintext', 'text'],
  extensions: ['.txt', '.text'],
  read(text: string): ReadDocument {
    const blocks: Block[] = [];
    let start = -1;
    let end = 0;
    let line = 0;
    while (line <= text.length) {
      const feed = text.indexOf('\n', line);
      const next = feed === -1 ? text.length : feed;
      const blank = text.slice(line, next).trim() === '';
      if (!blank && start === -1) start = line;
      if (!blank) end = text[next - 1] === '\r' ? next - 1 : next;
      if ((blank || feed === -1) && start !== -1) {
        blocks.push({ text: text.slice(start, end), part: 'body', map: straight(start, end - start), encode: (words) => words });
        start = -1;
      }
      line = next + 1;
    }
    return { blocks, comments: [], meta: [], notices: [] };
  },
};
