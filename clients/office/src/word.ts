import type {
  Change,
  Host,
  HostEvents,
  Mark,
  Outcome,
  Sheet,
  Snapshot,
  Store,
  Target,
} from './host.js';
import { edited, smallestEdit } from './host.js';
import { doubled, popupDidNothing } from './strings.js';
import { type Capability, inTurn, probe, type WordApi } from './word/api.js';
import { type Drawn, draw } from './word/draw.js';
import { readPlaces } from './word/places.js';
import { bodyReader } from './word/read.js';
import { find, isGone, onRange, write } from './word/write.js';

/** What the Word adapter needs beside Word itself. */
export interface WordSurroundings {
  readonly document: Store;
  readonly person: Store;
  /** Waits, in milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Office's older event for "the selection moved", for Words without paragraph events. */
  onSelection(handler: () => void): () => void;
}

/** The Host for Word: paragraphs in, critiques out. */
export async function wordHost(api: WordApi, around: WordSurroundings): Promise<Host> {
  const run = inTurn(api);
  const can = await probe(api, run);
  const drawn = new Map<string, Drawn>();
  const readBody = bodyReader(run, can);
  let places: Awaited<ReturnType<typeof readPlaces>> = { paragraphs: [], notes: [] };
  let events: HostEvents | undefined;
  let stops: (() => Promise<void> | void)[] = [];
  let lit: (() => Promise<boolean>) | undefined;

  const sayRung = () =>
    events?.rung(
      can.popup ? 'popup' : can.underlines ? 'underline' : can.highlight ? 'highlight' : 'list',
      can.why,
    );

  const host: Host = {
    kind: 'word',
    document: around.document,
    person: around.person,
    async begin(listener) {
      events = listener;
      stops = [
        ...(await listen(api, run, can, listener, (id, action, words) => popup(id, action, words))),
        around.onSelection(listener.dirty),
      ];
      sayRung();
    },
    async read(thorough): Promise<Snapshot> {
      const body = await readBody(thorough);
      if (thorough) places = await readPlaces(api, run);
      return {
        languageId: 'plaintext',
        lineBreak: '\v',
        paragraphs: [...body.paragraphs, ...places.paragraphs],
        nearest: body.nearest,
        notes: places.notes,
      };
    },
    async draw(sheets: readonly Sheet[], nearest: number) {
      if (!can.underlines || !can.ids) return;
      const mine = sheets.filter((sheet) => !sheet.key.includes('/'));
      const result = await draw(run, can, mine, nearest, drawn);
      if (result.worse) sayRung();
      if (result.stale.length > 0) events?.dirty();
    },
    async reveal(target: Target) {
      await lit?.();
      lit = undefined;
      const light = can.highlight && !can.underlines;
      const shown = await onRange(run, can, target, (range) => {
        range.select();
        if (light) range.highlight();
      });
      if (shown && light) lit = () => onRange(run, can, target, (range) => range.removeHighlight());
      return shown;
    },
    async apply(change: Change): Promise<Outcome> {
      await lit?.();
      lit = undefined;
      return write(run, can, change);
    },
    comment: (target, message) =>
      onRange(run, can, target, (range) => range.insertComment(message)),
    async end() {
      for (const stop of stops) await stop();
      stops = [];
      await lit?.();
      lit = undefined;
      await clear();
    },
  };
  return host;

  async function popup(id: string, action: string, words: string | undefined): Promise<void> {
    const one = drawn.get(id);
    if (!one) return;
    drawn.delete(id);
    if (action === 'Accept' && words !== undefined)
      events?.accepted(one.mark.id, await settle(one.mark, words));
    else events?.rejected(one.mark.id);
  }

  /**
   * What the popup wrote is read again: some Words report the choice and change nothing, others write the words
   * beside the old ones. Both are put right here. A text that reads any other way is the writer's own and stays.
   */
  async function settle(mark: Mark, words: string): Promise<string | undefined> {
    const wanted = edited(mark.before, [{ start: mark.start, end: mark.end, text: words }]);
    for (let tries = 0; ; tries++) {
      const now = await run((context) => find(context, mark.key, can)).then(
        (found) => found?.text,
        () => undefined,
      );
      if (now === undefined || now === wanted) return undefined;
      if (now === mark.before && tries < 2) {
        // Some Words tell of the choice before they make it.
        await around.wait(250);
        continue;
      }
      const flagged = mark.before.slice(mark.start, mark.end);
      const before = mark.before.slice(0, mark.start);
      const after = mark.before.slice(mark.end);
      const twice = [flagged + words, words + flagged, words + words].map(
        (middle) => before + middle + after,
      );
      if (now !== mark.before && !twice.includes(now)) return undefined;
      const outcome = await write(run, can, {
        key: mark.key,
        before: now,
        edits: [smallestEdit(now, wanted)],
      });
      const note = now === mark.before ? popupDidNothing : doubled;
      return outcome.kind === 'done' ? note : outcome.why;
    }
  }

  async function clear(): Promise<void> {
    const ids = [...drawn.keys()];
    drawn.clear();
    if (ids.length === 0) return;
    const removeAll = (some: string[]): Promise<void> =>
      run(async (context) => {
        for (const id of some) context.document.getAnnotationById(id).delete();
        await context.sync();
      }).catch(async (error: unknown) => {
        // One annotation that is already gone fails the batch; halving finds it.
        if (!isGone(error) || some.length < 2) return;
        await removeAll(some.slice(0, some.length >> 1));
        await removeAll(some.slice(some.length >> 1));
      });
    await removeAll(ids);
  }

  async function listen(
    claims: WordApi,
    turn: WordApi['run'],
    able: Capability,
    listener: HostEvents,
    onPopup: (id: string, action: string, words: string | undefined) => Promise<void>,
  ): Promise<(() => Promise<void>)[]> {
    const added: (() => Promise<void>)[] = [];
    const add = async <T>(
      pick: (document: Word.Document) => OfficeExtension.EventHandlers<T>,
      handler: (args: T) => Promise<void>,
    ) => {
      await turn(async (context) => {
        const result = pick(context.document).add(handler);
        await context.sync();
        added.push(() => remove(result));
      }).catch(() => undefined);
    };
    const dirty = async () => listener.dirty();
    if (claims.has('WordApi', '1.6')) {
      await add((document) => document.onParagraphAdded, dirty);
      await add((document) => document.onParagraphChanged, dirty);
      await add((document) => document.onParagraphDeleted, dirty);
    }
    if (able.underlines) {
      await add(
        (document) => document.onAnnotationClicked,
        async ({ id }) => {
          const one = drawn.get(id);
          if (one) listener.focused(one.mark.id);
        },
      );
      await add(
        (document) => document.onAnnotationHovered,
        async ({ id }) => {
          const one = drawn.get(id);
          if (one) listener.pointed?.(one.mark.id);
        },
      );
    }
    if (able.popup) {
      await add(
        (document) => document.onAnnotationPopupAction,
        (args) => onPopup(args.id, args.action, args.critiqueSuggestion),
      );
    }
    return added;
  }
}

/** A handler is taken away in the context that added it. */
async function remove<T>(result: OfficeExtension.EventHandlerResult<T>): Promise<void> {
  try {
    result.remove();
    await result.context.sync();
  } catch {
    // A handler that went with its runtime needs no removing.
  }
}
