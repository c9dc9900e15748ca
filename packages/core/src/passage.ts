import type { Channel } from './channel.js';
import type { Edit } from './finding.js';
import type { OffsetMap } from './offset-map.js';
import type { Span } from './span.js';

/** What a host hands in. `text` is the source as it stands in the file or draft. */
export interface SourceDocument {
  readonly uri: string;
  /** An LSP language id: plaintext, markdown, mdx, html, json, jsonc, yaml, csv, email, javascript, typescript, … */
  readonly languageId: string;
  readonly text: string;
}

export type Part =
  | 'body'
  | 'heading'
  | 'quote'
  | 'alt-text'
  | 'subject'
  | 'recipients'
  | 'comment'
  | 'data';

/**
 * What a format reader yields: one run of prose (a paragraph, a heading, a table cell, a list item,
 * a string value, an attribute) with the markup gone and a way back to the source.
 */
export interface Block {
  /** The prose as a reader of the finished copy sees it. Hard line breaks are "\n". */
  readonly text: string;
  readonly part: Part;
  /** Block offsets to source offsets. */
  readonly map: OffsetMap;
  /** Writes prose as source at this place: escapes for JSON, entities for HTML. Identity for plain text. */
  encode(text: string): string;
  /**
   * The source edits that put `text` in place of `span` (block offsets) and leave the source well formed: emphasis
   * and tags stay balanced, a YAML or CSV value gets quotes where its new words need them. Absent where
   * `encode` at the located span is enough. Ask through `editsFor` (block-edit.ts), which knows both.
   */
  replace?(span: Span, text: string): readonly Edit[];
  /** The key, attribute or element the words came from, lower case: alt, title, src, href, caption, review, reply, author, … */
  readonly role?: string;
  /**
   * The keys that lead here from the top, lower case, for nested data: ['reviews', 'reviewreply', 'comment']; empty for a
   * value without one. Blocks of one value share the very list.
   */
  readonly path?: readonly string[];
  /** Block offsets at which a line of the source begins, after a soft line break that reads as a space. */
  readonly lineStarts?: readonly number[];
  /** True of a string of code, which is a text by itself whatever stands beside it. */
  readonly alone?: true;
  /** Blocks of one record (a CSV row, an object of a JSON array, a review with its reply) share a number. */
  readonly group?: number;
  /** How deep in quotation marks of the format (Markdown `>`, HTML blockquote); 0 or absent when not quoted. */
  readonly quoteDepth?: number;
  /** Where the name of the header field stands in the source that the value belongs to: To, Cc. */
  readonly label?: Span;
  /** False where a fix must not write (file names, identifiers, read-only parts). Default true. */
  readonly editable?: boolean;
}

/** A comment of the format (`<!-- … -->`, `# …`, `// …`, `{/* … *​/}`): where directives live. */
export interface Comment {
  /** The words inside the comment marks. */
  readonly text: string;
  /** The whole comment in the source, marks included. */
  readonly span: Span;
}

/** Something the author should know about how a document was read; never a finding. */
export interface Notice {
  readonly message: string;
  readonly span: Span;
}

/** A document as its format reader sees it. */
export interface ReadDocument {
  /** In source order. */
  readonly blocks: readonly Block[];
  readonly comments: readonly Comment[];
  /** Front matter or the like: flat keys (lower case) to scalar values as text, with where each stands. */
  readonly meta: readonly MetaEntry[];
  readonly notices: readonly Notice[];
}

export interface MetaEntry {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

/** Reads one kind of source. Must not throw on any text: what cannot be parsed is read as plain text. */
export interface Format {
  readonly languageIds: readonly string[];
  /** File name endings with the dot, lower case. */
  readonly extensions: readonly string[];
  /** How to write a comment of this format, for inserting directives: `(s) => \`<!-- ${s} -->\``; absent where it has none. */
  comment?(text: string): string;
  read(text: string): ReadDocument;
  /**
   * The edit of the whole `source` that writes a directive (the words within a comment) where it speaks of `block` and
   * breaks nothing; `place` is where the block stands in the source. Undefined where there is no such place.
   */
  annotate?(source: string, block: Block, place: Span, words: string): Edit | undefined;
  /**
   * Places where the source may be cut so that the pieces, read one by one, give the same blocks as the
   * whole (give or take references between pieces). Absent: the document is read whole at each change.
   * Returns the start offset of every piece, first 0, ascending.
   */
  cuts?(text: string): number[];
  /**
   * The start of the piece after the one that starts at `cut`; `text.length` when there is none. Depends on nothing
   * before `cut`, so after an edit cutting can go on from the piece that holds it and stop where it meets an old cut.
   */
  nextCut?(text: string, cut: number): number;
}

/** A block placed in the conversation: what rules look at. */
export interface Passage extends Block {
  readonly channel: Channel;
  /** Whose words these are. A reviewer's own words never raise a reply finding. */
  readonly voice: 'practice' | 'reviewer';
  /** Sentence spans in passage offsets, in order, without the white space between. */
  readonly sentences: readonly Span[];
  /** The review that this passage answers, where it is known. */
  readonly answers?: string;
  /** True when these words answer a review or a comment in public: they speak to one person while all read along. */
  readonly reply: boolean;
  /** Passages of one reply (or one review, one record) share a number. */
  readonly thread: number;
  /** 0 for the first passage of the document, more for every other. */
  readonly index: number;
  /** Passage offsets to document offsets. */
  locate(span: Span): Span;
}
