/**
 * The door between the pane and the place where people write. Word, Outlook and a plain page each
 * implement `Host`; nothing else in the pane knows which of them it talks to.
 */

/** Where in the document a paragraph stands. */
export type Place =
  | 'body'
  | 'header'
  | 'footer'
  | 'footnote'
  | 'endnote'
  | 'text-box'
  | 'comment'
  | 'property'
  | 'subject'
  | 'recipients';

/** One paragraph as the host has it. Offsets into `text` are UTF-16 code units. */
export interface Paragraph {
  /** Tells this paragraph from the others for as long as the host can. */
  readonly key: string;
  readonly text: string;
  readonly place: Place;
  /** The part it is read with, such as one header or the footnotes; missing for the main text. Parts are checked apart. */
  readonly part?: string;
  /** False where the pane may only show, never write. */
  readonly editable: boolean;
  /** What stands before the text in the document that is checked, such as "Subject: "; never shown, never written. */
  readonly lead?: string;
  /** What stands between this paragraph and the one before; a blank line by default. */
  readonly gap?: string;
  /** Whether the place can take this text, where it does not take every text. */
  readonly accepts?: (after: string) => boolean;
}

/** The document as it was at one moment. */
export interface Snapshot {
  /** An LSP language id: `plaintext` from Word, `email` from Outlook. */
  readonly languageId: string;
  readonly paragraphs: readonly Paragraph[];
  /** Index of the paragraph the writer is in; work starts there. */
  readonly nearest: number;
  /** How a line break inside a paragraph is written in this host. */
  readonly lineBreak: string;
  /** Plain sentences about what could not be read ("The footnotes could not be read."). */
  readonly notes: readonly string[];
}

/** Replace `start` up to `end` of a paragraph by `text`. */
export interface ParagraphEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits to one paragraph, made only if it still reads `before`. */
export interface Change {
  readonly key: string;
  readonly before: string;
  readonly edits: readonly ParagraphEdit[];
}

/** How a change went. `why` is a sentence for the person at the screen. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'moved-on'; readonly why: string }
  | { readonly kind: 'refused'; readonly why: string };

/** The words a finding is about, as far as a host needs to know. */
export interface Target {
  readonly id: string;
  readonly key: string;
  /** The paragraph's whole text when it was checked. */
  readonly before: string;
  readonly start: number;
  readonly end: number;
}

/** A finding to draw in the document. */
export interface Mark extends Target {
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** What may replace the marked words, best first. */
  readonly suggestions: readonly string[];
}

/** All marks of one paragraph; an empty list clears the paragraph. */
export interface Sheet {
  readonly key: string;
  readonly text: string;
  readonly index: number;
  readonly marks: readonly Mark[];
}

/** How a host shows findings in the document, best first. */
export type Rung = 'popup' | 'underline' | 'highlight' | 'list';

/** What a host tells the pane. */
export interface HostEvents {
  /** The document may have changed. Reading it is the truth; this only says when to look. */
  dirty(): void;
  /** The writer pointed at a mark in the document. */
  focused(id: string): void;
  /** The pointer rests on a mark in the document. */
  pointed?(id: string): void;
  /** The writer took a suggestion in the document; the host has verified the text. */
  accepted(id: string, note: string | undefined): void;
  /** The writer waved a mark away in the document. */
  rejected(id: string): void;
  /** How findings are shown, and why not better. */
  rung(rung: Rung, why: RungReason): void;
  /** The writer was sent here to see the finding that an ignored one would be known by this number. */
  wanted?(ignoreKey: string): void;
}

export type RungReason =
  | 'full'
  | 'old-word'
  | 'no-subscription'
  | 'no-strings'
  | 'no-popup'
  | 'outlook'
  | 'page';

/** Small values kept with the open document: channel, ignored findings. Never its words. */
export interface Store {
  get(name: string): string | undefined;
  /** Rejects when the host has no room or refuses. */
  set(name: string, value: string | undefined): Promise<void>;
}

export interface Host {
  readonly kind: 'word' | 'outlook' | 'page';
  /** Milliseconds between looks that nothing asked for, at least, and at most after a long time without a change. */
  readonly pace?: { readonly shortest: number; readonly longest: number };
  /** Kept with the document. */
  readonly document: Store;
  /** Kept with the person: the practice profile. */
  readonly person: Store;
  begin(events: HostEvents): Promise<void>;
  /** `thorough` also reads what is slow to read: headers, notes, properties. */
  read(thorough: boolean): Promise<Snapshot>;
  /** Draws marks, nearest first. Paragraphs whose text has moved on are left alone and reported dirty. */
  draw(sheets: readonly Sheet[], nearest: number): Promise<void>;
  /** Selects the words in the document. False when they are no longer there. */
  reveal(target: Target): Promise<boolean>;
  apply(change: Change): Promise<Outcome>;
  /** Adds the message as a comment at the words, where the host has comments. */
  comment?(target: Target, message: string): Promise<boolean>;
  /** Leaves what was found where the check at sending finds it. */
  verdict?(
    text: string,
    findings: readonly { message: string; start: number; end: number; key: string }[],
  ): Promise<void>;
  /** Removes everything the pane drew and every handler. */
  end(): Promise<void>;
}

/** The text with the edits made; the edits must not overlap. */
export function edited(before: string, edits: readonly ParagraphEdit[]): string {
  const backwards = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return backwards.reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    before,
  );
}

/** The smallest single edit that turns `before` into `after`; surrogate pairs are never cut in two. */
export function smallestEdit(before: string, after: string): ParagraphEdit {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
