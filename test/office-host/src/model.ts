import { RichError } from './rich-api.js';

/** What may go wrong, as it does in real Offices. All off: a current Microsoft 365. */
export interface Faults {
  /** A one-time purchase: claims annotations, then refuses them; ids are null. */
  noSubscription: boolean;
  /** The manifest holds none of the popup's strings. */
  popupStringsMissing: boolean;
  /** Word for Mac: Accept is reported, nothing is written. */
  acceptDoesNothing: boolean;
  /** Word on the web with a squiggle of its own at the place: the words are written beside the old ones. */
  acceptDoubles: boolean;
  /** Annotations inserted before the pane was first used are not drawn. */
  invisibleAtOpen: boolean;
  /** Every n-th paragraph event is lost; 1 loses all, 0 none. */
  dropEvents: number;
  /** The highest WordApi there is, such as 1.8; the desktop set is 1.2 or nothing. */
  wordApi: string;
  /** Annotation offsets count hidden and deleted words and note marks. */
  countsRaw: boolean;
  /** Annotation offsets are one too low in paragraphs that hold a note mark. */
  noteShift: boolean;
}

export const noFaults: Faults = {
  noSubscription: false,
  popupStringsMissing: false,
  acceptDoesNothing: false,
  acceptDoubles: false,
  invisibleAtOpen: false,
  dropEvents: 0,
  wordApi: '1.8',
  countsRaw: false,
  noteShift: false,
};

/** A stretch of a paragraph. Hidden and deleted words and note marks are in the file but not in its clean text. */
export interface Run {
  text: string;
  off?: 'hidden' | 'deleted' | 'note' | 'field';
}

export class Paragraph {
  constructor(
    readonly id: string,
    public runs: Run[],
    public style = 'Normal',
  ) {}

  get raw(): string {
    return this.runs.map((run) => run.text).join('');
  }

  get clean(): string {
    return this.runs.map((run) => (run.off ? '' : run.text)).join('');
  }

  /** Offset in the clean text to offset in the raw text. */
  toRaw(offset: number): number {
    let raw = 0;
    let left = offset;
    for (const run of this.runs) {
      if (!run.off) {
        if (left < run.text.length) return raw + left;
        left -= run.text.length;
      }
      raw += run.text.length;
    }
    return raw;
  }

  /** The clean part of a stretch of the raw text. */
  cleanOf(start: number, end: number): string {
    let at = 0;
    let text = '';
    for (const run of this.runs) {
      if (!run.off) text += run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
      at += run.text.length;
    }
    return text;
  }

  /** Replaces a stretch of the raw text; what is written takes the look of the place it starts in. */
  replace(start: number, end: number, text: string): void {
    const next: Run[] = [];
    let at = 0;
    let written = false;
    for (const run of this.runs) {
      const stop = at + run.text.length;
      const head = run.text.slice(0, Math.max(0, start - at));
      const tail = run.text.slice(Math.max(0, end - at));
      if (!written && start <= stop && !run.off) {
        next.push({ text: head + text + (end <= stop ? tail : '') });
        if (end < at) next.push({ text: tail });
        written = true;
      } else {
        const kept = stop <= start || at >= end ? run.text : head + tail;
        if (kept !== '') next.push({ ...run, text: kept });
      }
      at = stop;
    }
    if (!written && text !== '') next.push({ text });
    this.runs = next.filter((run) => run.text !== '');
  }
}

/** A stretch of one paragraph, kept in place while text is edited around it. Raw offsets. */
export interface Stretch {
  paragraph: Paragraph;
  start: number;
  end: number;
}

export interface Annotation extends Stretch {
  readonly id: string;
  state: 'Created' | 'Accepted' | 'Rejected';
  color: string;
  suggestions: string[];
  popup: { brand: string; title: string; subtitle: string } | undefined;
  visible: boolean;
}

export interface Body {
  paragraphs: Paragraph[];
}

export interface Comment {
  content: string;
  on: string;
}

type EventName =
  | 'added'
  | 'changed'
  | 'deleted'
  | 'clicked'
  | 'popup'
  | 'inserted'
  | 'removed'
  | 'hovered';

/** A Word document with what stands on it. */
export class WordDocument {
  body: Body = { paragraphs: [] };
  /** How many sections there are; all of them show the headers and footers of the first. */
  sections = 1;
  headers: Record<string, Body> = {};
  footers: Record<string, Body> = {};
  footnotes: Body[] = [];
  endnotes: Body[] = [];
  textBoxes: Body[] = [];
  comments: Comment[] = [];
  properties: Record<string, string> = {};
  settings = new Map<string, unknown>();
  annotations = new Map<string, Annotation>();
  selection: Stretch | undefined;
  highlight: Stretch | undefined;
  faults: Faults = { ...noFaults };
  /** Strings of the manifest, by resource id. */
  strings: Record<string, string> = {};
  paneWasUsed = false;
  /** Times that the document was written by the add-in. */
  writes = 0;
  live = new Set<Stretch>();
  onPaint: () => void = () => undefined;
  private handlers = new Map<EventName, Set<(args: never) => unknown>>();
  private pending = new Map<'added' | 'changed' | 'deleted', Set<string>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private seen = 0;
  private nextId = 1;
  private past: string[] = [];

  paragraph(text: string | Run[], style?: string): Paragraph {
    const id = `P${(this.nextId++).toString(16).toUpperCase().padStart(7, '0')}`;
    return new Paragraph(
      id,
      typeof text === 'string' ? (text === '' ? [] : [{ text }]) : text,
      style,
    );
  }

  find(id: string): Paragraph | undefined {
    return this.bodies()
      .flatMap((body) => body.paragraphs)
      .find((one) => one.id === id);
  }

  bodies(): Body[] {
    return [
      this.body,
      ...Object.values(this.headers),
      ...Object.values(this.footers),
      ...this.footnotes,
      ...this.endnotes,
      ...this.textBoxes,
    ];
  }

  /** Writes text into a paragraph and moves what stands on it. */
  edit(
    paragraph: Paragraph,
    start: number,
    end: number,
    text: string,
    source: 'Local' | 'Remote' = 'Local',
  ): void {
    this.remember();
    paragraph.replace(start, end, text);
    const delta = text.length - (end - start);
    for (const one of [
      ...this.annotations.values(),
      ...this.live,
      ...(this.selection ? [this.selection] : []),
    ]) {
      if (one.paragraph !== paragraph) continue;
      if (one.start >= end && !(one.start === start && one.end === end)) one.start += delta;
      if (one.end >= end) one.end += delta;
      else if (one.end > start) one.end = start + text.length;
    }
    this.tell('changed', paragraph.id, source);
    this.onPaint();
  }

  insertAfter(
    paragraph: Paragraph | undefined,
    added: Paragraph[],
    source: 'Local' | 'Remote' = 'Local',
  ): void {
    this.remember();
    const at = paragraph ? this.body.paragraphs.indexOf(paragraph) + 1 : 0;
    this.body.paragraphs.splice(at, 0, ...added);
    for (const one of added) this.tell('added', one.id, source);
    this.onPaint();
  }

  remove(paragraph: Paragraph): void {
    this.remember();
    this.body.paragraphs = this.body.paragraphs.filter((one) => one !== paragraph);
    for (const [id, one] of this.annotations)
      if (one.paragraph === paragraph) this.annotations.delete(id);
    this.tell('deleted', paragraph.id, 'Local');
    this.onPaint();
  }

  private remember(): void {
    this.past.push(
      JSON.stringify(this.body.paragraphs.map(({ id, runs, style }) => ({ id, runs, style }))),
    );
    if (this.past.length > 100) this.past.shift();
  }

  /** The host's own undo: the body as it was before the last edit. Squiggles are not part of it. */
  undo(): boolean {
    const before = this.past.pop();
    if (!before) return false;
    const rows = JSON.parse(before) as { id: string; runs: Run[]; style: string }[];
    const known = new Map(this.body.paragraphs.map((one) => [one.id, one]));
    this.body.paragraphs = rows.map((row) => {
      const one = known.get(row.id) ?? new Paragraph(row.id, row.runs, row.style);
      if (JSON.stringify(one.runs) !== JSON.stringify(row.runs))
        this.tell('changed', one.id, 'Local');
      one.runs = row.runs;
      return one;
    });
    this.onPaint();
    return true;
  }

  annotate(
    paragraph: Paragraph,
    critiques: {
      colorScheme: string;
      start: number;
      length: number;
      popupOptions?: PopupOptions;
    }[],
  ): string[] {
    if (this.faults.noSubscription)
      throw new RichError(
        'GeneralException',
        'There was an internal error while processing the request.',
      );
    return critiques.map((one) => {
      const popup = this.popup(one.popupOptions);
      const shift =
        this.faults.noteShift && paragraph.runs.some((run) => run.off === 'note') ? 1 : 0;
      const map = (offset: number) =>
        (this.faults.countsRaw ? offset : paragraph.toRaw(offset)) + shift;
      const start = map(one.start);
      const end = this.faults.countsRaw ? start + one.length : map(one.start + one.length - 1) + 1;
      if (one.length < 1 || start < 0 || end > paragraph.raw.length)
        throw new RichError('InvalidArgument', 'The critique lies outside the paragraph.');
      const id = `A${this.nextId++}`;
      const visible = !this.faults.invisibleAtOpen || this.paneWasUsed;
      this.annotations.set(id, {
        id,
        paragraph,
        start,
        end,
        state: 'Created',
        color: one.colorScheme,
        suggestions: one.popupOptions?.suggestions ?? [],
        popup,
        visible,
      });
      return id;
    });
  }

  private popup(options: PopupOptions | undefined): Annotation['popup'] {
    if (!options) return undefined;
    const texts = [
      options.brandingTextResourceId,
      options.titleResourceId,
      options.subtitleResourceId,
    ].map((id) => this.strings[id]);
    if (
      this.faults.popupStringsMissing ||
      texts.some((text) => text === undefined) ||
      !Array.isArray(options.suggestions)
    ) {
      throw new RichError(
        'InvalidArgument',
        'A string of the popup was not found in the manifest.',
      );
    }
    return { brand: texts[0]!, title: texts[1]!, subtitle: texts[2]! };
  }

  /** The writer takes a suggestion in the popup. */
  accept(id: string, index: number): void {
    const one = this.annotations.get(id);
    const words = one?.suggestions[index];
    if (!one || words === undefined) return;
    one.state = 'Accepted';
    this.annotations.delete(id);
    if (!this.faults.acceptDoesNothing) {
      const start = this.faults.acceptDoubles ? one.end : one.start;
      this.edit(one.paragraph, start, one.end, words);
    }
    this.fire('popup', { id, action: 'Accept', critiqueSuggestion: words });
    this.onPaint();
  }

  reject(id: string): void {
    if (!this.annotations.delete(id)) return;
    this.fire('popup', { id, action: 'Reject', critiqueSuggestion: '' });
    this.onPaint();
  }

  on(name: EventName, handler: (args: never) => unknown): () => void {
    const set = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, set.add(handler));
    return () => void set.delete(handler);
  }

  handlerCount(): number {
    return [...this.handlers.values()].reduce((sum, set) => sum + set.size, 0);
  }

  fire(name: EventName, args: unknown): void {
    for (const handler of [...(this.handlers.get(name) ?? [])]) void handler(args as never);
  }

  /** Paragraph events come late, in bunches, and sometimes not at all. */
  private tell(
    name: 'added' | 'changed' | 'deleted',
    id: string,
    source: 'Local' | 'Remote',
  ): void {
    this.seen++;
    if (this.faults.dropEvents > 0 && this.seen % this.faults.dropEvents === 0) return;
    const ids = this.pending.get(name) ?? new Set();
    this.pending.set(name, ids.add(id));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const bunch = [...this.pending];
      this.pending.clear();
      for (const [kind, uniqueLocalIds] of bunch) {
        this.fire(kind, { source, type: `Paragraph${kind}`, uniqueLocalIds: [...uniqueLocalIds] });
      }
    }, 300);
  }

  /** Closing and opening again: what the add-in drew and listened to is gone. */
  reopen(): void {
    this.annotations.clear();
    this.handlers.clear();
    this.highlight = undefined;
    this.paneWasUsed = false;
    this.onPaint();
  }
}

interface PopupOptions {
  brandingTextResourceId: string;
  titleResourceId: string;
  subtitleResourceId: string;
  suggestions: string[];
}
