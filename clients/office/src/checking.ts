import type { Status } from '@chaperone/client';
import type { Report, Server } from './connection.js';
import {
  edited,
  type Host,
  type Mark,
  type Paragraph,
  type ParagraphEdit,
  type Sheet,
  type Snapshot,
} from './host.js';
import { digest, type Joined, join, paragraphEdits, pieces } from './paragraphs.js';

/** A way out, in paragraph offsets. */
export interface FoundFix {
  readonly title: string;
  readonly whole: boolean;
  readonly edits: readonly (ParagraphEdit & { readonly key: string; readonly before: string })[];
}

/** A finding in the paragraph it stands in. */
export interface Found {
  /** Stays the same while the words and their paragraph stay. */
  readonly id: string;
  /** Stays the same for the same words and rule anywhere: what "ignore" remembers. */
  readonly ignoreKey: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  readonly law: readonly { readonly cite: string; readonly url: string }[];
  readonly page: string | undefined;
  readonly paragraph: Paragraph;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** Where it starts in the checked document. */
  readonly offset: number;
  readonly fixes: readonly FoundFix[];
}

/** What the checking knows after a look at the document. */
export interface Result {
  readonly found: readonly Found[];
  readonly status: Status | undefined;
  readonly snapshot: Snapshot;
  /** The text that was checked: the paragraphs together. */
  readonly text: string;
}

/** Places the server's reports in their paragraphs. A report that falls between paragraphs is dropped. */
export function place(reports: readonly Report[], joined: Joined, lineBreak: string): Found[] {
  const seen = new Map<string, number>();
  return reports.flatMap((report): Found[] => {
    const [piece] = pieces(joined, report.span.start, report.span.end);
    if (!piece) return [];
    const paragraph = joined.paragraphs[piece.index]!;
    const words = paragraph.text.slice(piece.start, piece.end);
    const stem = `${report.rule}|${paragraph.key}|${words}`;
    const nth = seen.get(stem) ?? 0;
    seen.set(stem, nth + 1);
    const { rule, title, severity, message, law, page } = report;
    return [
      {
        id: digest(`${stem}|${nth}`),
        ignoreKey: digest(`${rule}|${words.toLowerCase()}`),
        ...{ rule, title, severity, message, law, page, paragraph },
        index: piece.index,
        start: piece.start,
        end: piece.end,
        offset: report.span.start,
        fixes: report.rewrites.flatMap((rewrite): FoundFix[] => {
          const edits: (ParagraphEdit & { key: string; before: string })[] = [];
          const owners = new Set<Paragraph>();
          for (const { span, text } of rewrite.edits) {
            const parts = paragraphEdits(joined, span.start, span.end, text, lineBreak);
            if (!parts || parts.some((part) => !joined.paragraphs[part.index]!.editable)) return [];
            for (const { index, ...edit } of parts) {
              const owner = joined.paragraphs[index]!;
              owners.add(owner);
              edits.push({ ...edit, key: owner.key, before: owner.text });
            }
          }
          const fits = [...owners].every(
            (owner) =>
              owner.accepts?.(
                edited(
                  owner.text,
                  edits.filter((edit) => edit.key === owner.key),
                ),
              ) ?? true,
          );
          return fits && edits.length > 0
            ? [{ title: rewrite.title, whole: rewrite.whole, edits }]
            : [];
        }),
      },
    ];
  });
}

/** More than this is too much to stand in a popup. */
const longestSuggestion = 300;

/**
 * The marks of one paragraph. A mark that has rewrites covers what the first of them replaces, often the sentence,
 * so that taking one in the popup leaves a whole sentence; marks never overlap, since taking one would tear the other.
 */
export function marksOf(found: readonly Found[]): Mark[] {
  const marks: Mark[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const wide = widened(one);
    const isFree = (mark: { start: number; end: number }) =>
      marks.every((other) => mark.end <= other.start || other.end <= mark.start);
    const bare: Mark = {
      id: one.id,
      key: one.paragraph.key,
      before: one.paragraph.text,
      start: one.start,
      end: one.end,
      severity: one.severity,
      suggestions: [],
    };
    const mark = wide && isFree(wide) ? { ...bare, ...wide } : bare;
    if (mark.end > mark.start && isFree(mark)) marks.push(mark);
  }
  return marks;
}

function widened(one: Found): { start: number; end: number; suggestions: string[] } | undefined {
  const { key, text } = one.paragraph;
  const local = one.fixes.filter(
    (fix) => !fix.whole && fix.edits.every((edit) => edit.key === key),
  );
  const [first] = local;
  if (!first) return undefined;
  const hullStart = Math.min(one.start, ...first.edits.map((edit) => edit.start));
  const hullEnd = Math.max(one.end, ...first.edits.map((edit) => edit.end));
  const fitting = local.filter((fix) =>
    fix.edits.every((edit) => edit.start >= hullStart && edit.end <= hullEnd),
  );
  const results = fitting
    .map((fix) => edited(text, fix.edits))
    .map((after) => after.slice(hullStart, after.length - (text.length - hullEnd)));
  const written = results.filter((words) => words.trim() !== '');
  // Blanks that stand at the edges before and after are not part of what is replaced.
  const hull = text.slice(hullStart, hullEnd);
  const head = Math.min(
    ...[hull, ...written].map((words) => words.length - words.trimStart().length),
    one.start - hullStart,
  );
  const tail = Math.min(
    ...[hull, ...written].map((words) => words.length - words.trimEnd().length),
    hullEnd - one.end,
  );
  if (hull.length - head - tail > longestSuggestion) return undefined;
  const suggestions = written
    .map((words) => words.slice(head, words.length - tail))
    .filter((words) => words.length <= longestSuggestion);
  return { start: hullStart + head, end: hullEnd - tail, suggestions: [...new Set(suggestions)] };
}

export interface CheckingEvents {
  result(result: Result): void;
  /** Reading or checking failed; what was shown last still stands. */
  trouble(kind: 'read' | 'server'): void;
  busy(isBusy: boolean): void;
}

/** Milliseconds without a sign of change before the document is read. */
const pause = 450;
/** Milliseconds between two looks that nothing asked for, at least, where the host says nothing else. */
const usualPace = { shortest: 5000, longest: 5000 };
/** Looks that found no change after which they become rarer. */
const patientLooks = 60;

/** Keeps findings in step with a document that changes under it. */
export interface Checking {
  /** Looks now. `thorough` reads everything again; `anew` checks even a text that was checked. */
  look(thorough: boolean, anew?: boolean): Promise<void>;
  /** Something may have changed. */
  dirty(): void;
  /** Findings are hidden by this test (ignored ones). */
  hide(test: (found: Found) => boolean): void;
  /** Draws everything again, for hosts that lost or never showed what was drawn. */
  redraw(): Promise<void>;
  readonly all: readonly Found[];
  end(): void;
}

export function startChecking(
  host: Host,
  server: Server,
  events: CheckingEvents,
  isVisible: () => boolean,
): Checking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again: { thorough: boolean; anew: boolean } | undefined;
  let snapshot: Snapshot | undefined;
  let found: readonly Found[] = [];
  let status: Status | undefined;
  let isHidden: (one: Found) => boolean = () => false;
  let drawn = new Map<string, string>();
  let text = '';
  let checkedText: string | undefined;
  let lookTime = 0;
  let looksWithoutChange = 0;
  let ended = false;

  const checking: Checking = {
    look(thorough, anew = thorough) {
      if (running) {
        again = {
          thorough: thorough || again?.thorough === true,
          anew: anew || again?.anew === true,
        };
        return running;
      }
      running = lookOnce(thorough, anew)
        .finally(() => {
          running = undefined;
        })
        .then(() => {
          const more = again;
          again = undefined;
          return more ? checking.look(more.thorough, more.anew) : undefined;
        });
      return running;
    },
    dirty() {
      clearTimeout(timer);
      timer = setTimeout(() => void checking.look(false), pause);
      rest();
    },
    hide(test) {
      isHidden = test;
      if (snapshot) publish(snapshot);
      void drawChanged();
    },
    async redraw() {
      drawn = new Map();
      await drawChanged();
    },
    get all() {
      return found;
    },
    end() {
      ended = true;
      clearTimeout(timer);
      clearTimeout(idle);
    },
  };
  return checking;

  /**
   * Events get lost, and some hosts have none, so the document is looked at now and then: the dearer a look, the
   * rarer, and rarer after a long time without a change. Not at all while nobody can see the pane.
   */
  function rest(): void {
    clearTimeout(idle);
    if (ended) return;
    const { shortest, longest } = host.pace ?? usualPace;
    const calm = looksWithoutChange > patientLooks ? longest : shortest;
    idle = setTimeout(
      () => {
        if (isVisible()) void checking.look(true, false);
        else rest();
      },
      Math.max(calm, 20 * lookTime),
    );
  }

  async function lookOnce(thorough: boolean, anew: boolean): Promise<void> {
    const began = performance.now();
    let read: Snapshot;
    try {
      read = await host.read(thorough);
    } catch {
      events.trouble('read');
      rest();
      return;
    }
    lookTime = performance.now() - began;
    snapshot = read;
    const joined = join(read.paragraphs);
    text = joined.text;
    looksWithoutChange = joined.text === checkedText ? looksWithoutChange + 1 : 0;
    if (joined.text !== checkedText || anew) {
      if (joined.text !== checkedText) events.busy(true);
      try {
        const reading = await server.check(read.languageId, joined.text);
        checkedText = joined.text;
        found = place(reading.reports, joined, read.lineBreak);
        status = reading.status;
      } catch {
        events.trouble('server');
        return;
      } finally {
        events.busy(false);
      }
    }
    if (ended) return;
    publish(read);
    await drawChanged();
    rest();
  }

  function publish(read: Snapshot): void {
    events.result({ found: found.filter((one) => !isHidden(one)), status, snapshot: read, text });
  }

  /** Only paragraphs whose marks or text changed are drawn again. */
  async function drawChanged(): Promise<void> {
    if (!snapshot) return;
    const { paragraphs, nearest } = snapshot;
    const byIndex = new Map<number, Found[]>();
    for (const one of found)
      if (!isHidden(one)) byIndex.set(one.index, [...(byIndex.get(one.index) ?? []), one]);
    const next = new Map<string, string>();
    const sheets: Sheet[] = [];
    paragraphs.forEach((paragraph, index) => {
      const marks = marksOf(byIndex.get(index) ?? []);
      if (marks.length === 0 && !drawn.has(paragraph.key)) return;
      const signature = JSON.stringify([paragraph.text, marks]);
      if (marks.length > 0) next.set(paragraph.key, signature);
      if (drawn.get(paragraph.key) !== signature)
        sheets.push({ key: paragraph.key, text: paragraph.text, index, marks });
    });
    drawn = next;
    if (sheets.length > 0) await host.draw(sheets, nearest).catch(() => events.trouble('read'));
  }
}
