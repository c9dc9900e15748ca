import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Comment, Format, ReadDocument } from '../passage.js';
import { annotateHtml, htmlComment } from './annotate.js';
import { guarded } from './embed.js';
import type { Tag } from './html-attributes.js';
import { HtmlFlow } from './html-flow.js';
import { beginsThread } from './mail-text.js';

/** HTML pages, fragments and campaign mail. */
export const html: Format = {
  languageIds: ['html', 'xhtml', 'vue-html', 'handlebars', 'liquid'],
  extensions: ['.html', '.htm', '.xhtml', '.hbs', '.liquid'],
  comment: htmlComment,
  annotate: annotateHtml(htmlComment),
  read: guarded(readHtml),
};

const modes: Readonly<Record<string, number>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

/**
 * Reads HTML as a run of tags and words. The tokenizer alone gives exact places; a tree would move words out of
 * broken tables and join what stands apart in the source.
 */
export function readHtml(source: string): ReadDocument {
  const comments: Comment[] = [];
  const flow = new HtmlFlow(source, readHtml);
  // The tokenizer hands out words in pieces that may end within a reference; between two tags they are one.
  let wordsFrom: number | undefined;
  const characters = (token: Token.CharacterToken) => {
    wordsFrom ??= token.location?.startOffset;
  };
  const endWords = (end: number) => {
    if (wordsFrom !== undefined && wordsFrom < end) flow.words(wordsFrom, end);
    wordsFrom = undefined;
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (token) => {
        endWords(token.location?.startOffset ?? 0);
        flow.open(tagOf(token), token.selfClosing);
        const mode = modes[token.tagName];
        if (mode !== undefined && !token.selfClosing) tokenizer.state = mode;
      },
      onEndTag: (token) => {
        endWords(token.location?.startOffset ?? 0);
        flow.close(tagOf(token));
      },
      onCharacter: characters,
      onWhitespaceCharacter: characters,
      onNullCharacter: characters,
      onDoctype: (token) => endWords(token.location?.startOffset ?? 0),
      onEof: () => {
        endWords(source.length);
        flow.end();
      },
      onComment: (token) => {
        if (token.location === null) return;
        endWords(token.location.startOffset);
        const { startOffset, endOffset } = token.location;
        const span = {
          start: startOffset,
          end: Math.max(startOffset, Math.min(endOffset, source.length)),
        };
        if (source.startsWith('<!--', span.start)) comments.push({ text: token.data.trim(), span });
        flow.comment(token.data, span);
      },
    },
  );
  tokenizer.write(source, true);
  return withoutThread({
    blocks: flow.blocks.sort((a, b) => first(a.map.source) - first(b.map.source)),
    comments,
    meta: [],
    notices: [],
  });
}

/** Without the thread that Outlook puts below a mail, under the head of the message that it answers. */
function withoutThread(document: ReadDocument): ReadDocument {
  const head = document.blocks.findIndex(({ text }) => beginsThread(text));
  if (head === -1) return document;
  const end = document.blocks[head]?.map.source[0] ?? 0;
  return {
    ...document,
    blocks: document.blocks.slice(0, head),
    comments: document.comments.filter(({ span }) => span.start < end),
  };
}

function first(offsets: ArrayLike<number>): number {
  return offsets[0] ?? 0;
}

function tagOf(token: Token.TagToken): Tag {
  const attributes = new Map<string, { value: string; place: { start: number; end: number } }>();
  for (const { name, value } of token.attrs) {
    const place = token.location?.attrs?.[name];
    if (place !== undefined)
      attributes.set(name, { value, place: { start: place.startOffset, end: place.endOffset } });
  }
  return {
    name: token.tagName,
    attributes,
    span: { start: token.location?.startOffset ?? 0, end: token.location?.endOffset ?? 0 },
  };
}
