/// <reference types="office-js" preserve="true" />

/** The parts of Office that the Word adapter uses, handed in so that nothing reads a global. */
export interface WordApi {
  run<T>(batch: (context: Word.RequestContext) => Promise<T>): Promise<T>;
  /** What the host claims to have; a claim, not a promise. */
  has(set: 'WordApi' | 'WordApiDesktop', version: string): boolean;
}

/** What this Word really does. */
export interface Capability {
  /** Paragraphs have ids that last for the session. */
  readonly ids: boolean;
  /** `getText`, which leaves hidden and deleted words out. */
  readonly clean: boolean;
  underlines: boolean;
  popup: boolean;
  readonly highlight: boolean;
  /** Why underlines are off, if they are. */
  why: 'full' | 'old-word' | 'no-subscription' | 'no-strings' | 'no-popup';
}

/** One Word.run at a time, in the order asked for; a failed one does not stop the next. */
export function inTurn(api: WordApi): WordApi['run'] {
  let last: Promise<unknown> = Promise.resolve();
  return (batch) => {
    const next = last.then(() => api.run(batch));
    last = next.catch(() => undefined);
    return next;
  };
}

/**
 * Asks Word what it can do by doing it: `isSetSupported` says yes to annotations where the licence then refuses
 * them. Every step has a sync of its own, since whatever is still queued at the end of a run is sent then, and
 * one refused call would fail the rest. Only reads.
 */
export async function probe(api: WordApi, run: WordApi['run']): Promise<Capability> {
  const claimed = {
    ids: api.has('WordApi', '1.6'),
    clean: api.has('WordApi', '1.7'),
    underlines: api.has('WordApi', '1.7'),
    popup: api.has('WordApi', '1.8'),
  };
  const found = await run(async (context) => {
    if (!claimed.ids) return { ids: false, underlines: false };
    const first = context.document.body.paragraphs.getFirst();
    first.load('uniqueLocalId');
    const ids = await context.sync().then(
      () => Boolean(first.uniqueLocalId),
      () => false,
    );
    if (!claimed.underlines) return { ids, underlines: false };
    first.getAnnotations().load('items/id');
    const underlines = await context.sync().then(
      () => true,
      () => false,
    );
    return { ids, underlines };
  }).catch(() => ({ ids: false, underlines: false }));
  const popup = found.underlines && claimed.popup;
  return {
    ids: found.ids,
    clean: claimed.clean,
    underlines: found.underlines,
    popup,
    highlight: claimed.popup,
    why: !claimed.underlines
      ? 'old-word'
      : !found.underlines
        ? 'no-subscription'
        : popup
          ? 'full'
          : 'no-popup',
  };
}
