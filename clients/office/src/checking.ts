import type { Status } from '@chaperone/client';
import type { Reading, Server } from './connection.js';
import { type Found, marksOf, place } from './found.js';
import type { Host, Sheet, Snapshot } from './host.js';
import { type Joined, join, partsOf } from './paragraphs.js';

/** What the checking knows after a look at the document. */
export interface Result {
  readonly found: readonly Found[];
  readonly status: Status | undefined;
  readonly snapshot: Snapshot;
  /** The main text as it was checked: its paragraphs together. */
  readonly text: string;
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

interface Checked {
  readonly joined: Joined;
  readonly reading: Reading;
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
  /** What was said about each part, while it reads as it did. */
  let checked = new Map<string, Checked>();
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
    const parts = partsOf(read.paragraphs).map((part) => ({
      ...part,
      joined: join(part.paragraphs),
    }));
    const isNew = ({ name, joined }: (typeof parts)[number]) =>
      checked.get(name)?.joined.text !== joined.text;
    text = parts[0]?.joined.text ?? '';
    const changed = parts.some(isNew) || parts.length !== checked.size;
    looksWithoutChange = changed ? 0 : looksWithoutChange + 1;
    if (changed || anew) {
      if (changed) events.busy(true);
      try {
        const next = new Map<string, Checked>();
        for (const part of parts) {
          const reading =
            anew || isNew(part)
              ? await server.check(part.name, read.languageId, part.joined.text)
              : checked.get(part.name)!.reading;
          next.set(part.name, { joined: part.joined, reading });
        }
        server.keep(new Set(next.keys()));
        checked = next;
        status = checked.get('')?.reading.status;
      } catch {
        events.trouble('server');
        return;
      } finally {
        events.busy(false);
      }
    }
    // Placed at every look: a part may have moved as a whole.
    found = parts.flatMap(({ name, joined, indexes }) =>
      place(checked.get(name)!.reading.reports, joined, read.lineBreak).map((one) => ({
        ...one,
        index: indexes[one.index]!,
      })),
    );
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
