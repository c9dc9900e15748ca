/// <reference types="office-js" preserve="true" />
import {
  type Change,
  edited,
  type Host,
  type HostEvents,
  type Outcome,
  type Snapshot,
  type Store,
} from './host.js';
import { editHtml } from './outlook/html-draft.js';
import {
  addressees,
  ask,
  bodyParagraphs,
  draftParagraphs,
  type FieldName,
  fieldNameOf,
  fieldText,
  type Item,
  isDraft,
  paragraphKeys,
  readBody,
  readDraft,
  recipients,
} from './outlook/item.js';
import { itemStore } from './outlook/stores.js';
import { editText } from './outlook/text-draft.js';
import { leaveVerdict, verdictHash } from './outlook/verdict.js';
import { changedSince, notFound, readBackMail, tooLongMail } from './strings.js';

/** What the Outlook adapter needs beside Outlook itself. */
export interface OutlookSurroundings {
  readonly person: Store;
  /** Waits, in milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Another item came into the window: the pane starts anew. */
  onOtherItem(): void;
  /** The day, YYYY-MM-DD. */
  today(): string;
}

/** Outlook takes no longer body, in characters. */
const longestBody = 1_000_000;
/** How often a body is read again after it was written, and how long apart, in milliseconds: some Outlooks answer with the old one. */
const readBacks = 5;
const readBackPause = 300;

/** The Host for Outlook; undefined where no item is being written. */
export async function outlookHost(
  office: typeof Office,
  around: OutlookSurroundings,
): Promise<Host | undefined> {
  const { mailbox } = office.context;
  const item: unknown = mailbox.item;
  if (!isDraft(item)) return undefined;
  const draft = item;
  const keysOf = paragraphKeys();
  const document = await itemStore(draft);
  const stops: (() => void)[] = [];
  // What the body was before our last writes, so that taking one back restores every byte.
  const written: { before: string; after: string; from: string; to: string }[] = [];

  return {
    kind: 'outlook',
    pace: { shortest: 2000, longest: 30_000 },
    document,
    person: around.person,
    async begin(events: HostEvents) {
      listen(draft, 'RecipientsChanged', () => events.dirty());
      listen(mailbox, 'ItemChanged', () => around.onOtherItem());
      listen(draft, 'InitializationContextChanged', (args) =>
        lead(events, args?.initializationContextData),
      );
      events.rung('list', 'outlook');
      if (typeof draft.getInitializationContextAsync === 'function')
        lead(
          events,
          await ask<string>((done) => draft.getInitializationContextAsync(done)).catch(() => ''),
        );
    },
    async read(): Promise<Snapshot> {
      const now = await readDraft(draft);
      const body = bodyParagraphs(now.type, now.body);
      return {
        languageId: 'email',
        lineBreak: '\n',
        paragraphs: draftParagraphs(now, body, keysOf(body.map(({ text }) => text))),
        nearest: 0,
        notes: [],
      };
    },
    draw: async () => undefined,
    reveal: async () => false,
    async apply(change): Promise<Outcome> {
      try {
        if (change.key === 'subject') return await writeSubject(change);
        if (fieldNameOf(change.before)) return await moveRecipients(change);
        return await writeBody(change);
      } catch {
        return { kind: 'refused', why: notFound };
      }
    },
    async verdict(text, findings) {
      await leaveVerdict(draft, {
        hash: verdictHash(text, around.person, around.today()),
        findings,
      });
    },
    async end() {
      for (const stop of stops.splice(0)) stop();
    },
  };

  /** The send check sends the writer here with a finding in mind. */
  function lead(events: HostEvents, context: unknown): void {
    try {
      const { chaperone } = JSON.parse(String(context)) as { chaperone?: unknown };
      if (typeof chaperone === 'string') events.wanted?.(chaperone);
    } catch {
      // The pane was opened by its button.
    }
  }

  function listen(
    source: Pick<Office.Mailbox, 'addHandlerAsync' | 'removeHandlerAsync'> | Item,
    name: 'RecipientsChanged' | 'ItemChanged' | 'InitializationContextChanged',
    handler: (args?: { readonly initializationContextData?: unknown }) => void,
  ): void {
    const type = (office.EventType as unknown as Record<string, string | undefined>)[name];
    if (type === undefined) return;
    try {
      source.addHandlerAsync(type, handler, () => undefined);
      stops.push(() => source.removeHandlerAsync(type, () => undefined));
    } catch {
      // Older Outlooks do not tell; the look now and then has to do.
    }
  }

  async function writeSubject(change: Change): Promise<Outcome> {
    const read = () => ask<string>((done) => draft.subject.getAsync(done));
    if ((await read()) !== change.before) return { kind: 'moved-on', why: changedSince };
    const after = edited(change.before, change.edits);
    await ask<void>((done) => draft.subject.setAsync(after, done));
    return settled(async () => (await read()) === after);
  }

  /** The only change to recipients: the whole list goes to another field, or back. */
  async function moveRecipients(change: Change): Promise<Outcome> {
    const from = fieldNameOf(change.before) as FieldName;
    const after = edited(change.before, change.edits);
    const to = fieldNameOf(after);
    const source = recipients(draft, from);
    const goal = to && recipients(draft, to);
    if (!to || !source || !goal || fieldText(to, []) === fieldText(from, []))
      return { kind: 'refused', why: notFound };
    const wanted = change.before.slice(from.length);
    if (after.slice(to.length) !== wanted) return { kind: 'refused', why: notFound };
    const all = await addressees(draft, from);
    const held = await addressees(draft, to);
    // Others may stand in the field by now: exactly those that were meant are moved.
    const moved = all.filter((one) => wanted.includes(one.emailAddress));
    if (fieldText(from, moved).slice(from.length) !== wanted)
      return { kind: 'moved-on', why: changedSince };
    const rest = all.filter((one) => !moved.includes(one));
    await ask<void>((done) => goal.setAsync([...held, ...moved], done));
    await ask<void>((done) => source.setAsync(rest, done));
    return settled(
      async () =>
        (await addressees(draft, from)).length === rest.length &&
        (await addressees(draft, to)).length === held.length + moved.length,
    );
  }

  async function writeBody(change: Change): Promise<Outcome> {
    const { type, body } = await readBody(draft);
    const after = edited(change.before, change.edits);
    const back = written.at(-1);
    if (back && back.after === body && back.from === after && back.to === change.before) {
      written.pop();
      await write(type, back.before);
      return settled(async () => same(await textsNow(), textsOf(type, back.before)));
    }
    const paragraphs = bodyParagraphs(type, body);
    const texts = paragraphs.map(({ text }) => text);
    const at = placeOf(change, texts);
    const paragraph = paragraphs[at];
    if (!paragraph) return { kind: 'moved-on', why: changedSince };
    const wanted = texts
      .map((text, index) => (index === at ? after : text))
      .filter((text) => text.trim() !== '');
    const isThere = async () => same(await textsNow(), wanted);
    if (await writeSelection(change, body)) return settled(isThere);

    const source =
      type === 'html'
        ? editHtml(body, paragraph.map, change.edits)
        : editText(body, paragraph.map, change.edits);
    if (source === undefined) return { kind: 'refused', why: notFound };
    if (source.length > longestBody) return { kind: 'refused', why: tooLongMail };
    // What would come out is read before it is written: nothing but this paragraph may change.
    if (!same(textsOf(type, source), wanted)) return { kind: 'refused', why: notFound };
    // Reading took a moment, and the writer may have gone on: what was typed meanwhile must not be lost.
    if ((await readBody(draft)).body !== body) return { kind: 'moved-on', why: changedSince };
    await write(type, source);
    const outcome = await settled(isThere);
    if (outcome.kind === 'done') {
      const { body: now } = await readBody(draft);
      written.push({ before: body, after: now, from: change.before, to: after });
    }
    return outcome;
  }

  async function write(type: 'html' | 'text', source: string): Promise<void> {
    await ask<void>((done) =>
      draft.body.setAsync(source, { coercionType: type as Office.CoercionType }, done),
    );
  }

  /** By its key, else by its words if they stand once. */
  function placeOf(change: Change, texts: readonly string[]): number {
    const at = keysOf(texts).indexOf(change.key);
    if (texts[at] === change.before) return at;
    const places = texts.flatMap((text, index) => (text === change.before ? [index] : []));
    return places.length === 1 ? places[0]! : -1;
  }

  async function textsNow(): Promise<string[]> {
    const { type, body } = await readBody(draft);
    return textsOf(type, body);
  }

  /**
   * Where the writer has selected the very words, Outlook replaces them itself, so that its own undo takes it back.
   * Only words that stand once in the whole body: a selection does not say where it is.
   */
  async function writeSelection(change: Change, body: string): Promise<boolean> {
    const [edit] = change.edits;
    if (change.edits.length !== 1 || !edit || edit.text === '' || edit.text.includes('\n'))
      return false;
    const words = change.before.slice(edit.start, edit.end);
    if (words.trim() === '' || body.split(words).length !== 2) return false;
    const selected = await ask<{ data?: string; sourceProperty?: string }>((done) =>
      draft.getSelectedDataAsync('text' as Office.CoercionType, done),
    ).catch(() => undefined);
    if (selected?.data !== words || selected.sourceProperty !== 'body') return false;
    await ask<void>((done) =>
      draft.setSelectedDataAsync(edit.text, { coercionType: 'text' as Office.CoercionType }, done),
    );
    return true;
  }

  async function settled(isThere: () => Promise<boolean>): Promise<Outcome> {
    for (let tries = 0; tries < readBacks; tries++) {
      if (tries > 0) await around.wait(readBackPause);
      if (await isThere()) return { kind: 'done' };
    }
    return { kind: 'refused', why: readBackMail };
  }
}

function textsOf(type: 'html' | 'text', body: string): string[] {
  return bodyParagraphs(type, body).map(({ text }) => text);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}
