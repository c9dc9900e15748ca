import { type Change, edited, type Outcome, type Target } from '../host.js';
import { changedSince, notFound, readBack } from '../strings.js';
import type { Capability, WordApi } from './api.js';
import { locate } from './locate.js';
import { findPlace } from './places.js';
import { findInBody } from './read.js';

/** Finds a paragraph by the key it was read under, with its present text. Undefined when it has gone. */
export async function find(
  context: Word.RequestContext,
  key: string,
  can: Capability,
): Promise<{ paragraph: Word.Paragraph; text: string } | undefined> {
  const inBody = !/^(header|footer|footnote|endnote|text-box)\//.test(key);
  const paragraph = await (inBody ? findInBody(context, key) : findPlace(context, key));
  if (!paragraph) return undefined;
  paragraph.load('text');
  const clean = inBody && can.clean ? paragraph.getText() : undefined;
  await context.sync();
  return { paragraph, text: clean ? clean.value : paragraph.text };
}

/** Makes a change if the paragraph still reads as it did, then reads it again to be sure. */
export async function write(
  run: WordApi['run'],
  can: Capability,
  change: Change,
): Promise<Outcome> {
  if (change.key.startsWith('property/')) return writeProperty(run, change);
  const after = edited(change.before, change.edits);
  const result = await run(async (context): Promise<Outcome> => {
    const found = await find(context, change.key, can);
    if (!found || found.text !== change.before) return { kind: 'moved-on', why: changedSince };
    // All places are found before the first is written, so that a place that cannot be found leaves the rest alone.
    const places = [];
    for (const edit of [...change.edits].sort((a, b) => b.start - a.start)) {
      const range = await locate(context, found.paragraph, change.before, edit.start, edit.end);
      if (!range) return { kind: 'refused', why: notFound };
      places.push({ range, edit });
    }
    for (const { range, edit } of places) {
      if (edit.end > edit.start) range.insertText(edit.text, 'Replace');
      else range.insertText(edit.text, 'After');
    }
    await context.sync();
    const now = await find(context, change.key, can);
    return now?.text === after ? { kind: 'done' } : { kind: 'refused', why: readBack };
  }).catch(
    (error: unknown): Outcome =>
      isGone(error) ? { kind: 'moved-on', why: changedSince } : { kind: 'refused', why: notFound },
  );
  return result;
}

async function writeProperty(run: WordApi['run'], change: Change): Promise<Outcome> {
  const name = change.key.slice('property/'.length) as 'title';
  return run(async (context): Promise<Outcome> => {
    const held = context.document.properties;
    held.load(name);
    await context.sync();
    if (held[name] !== change.before) return { kind: 'moved-on', why: changedSince };
    held[name] = edited(change.before, change.edits);
    await context.sync();
    return { kind: 'done' };
  }).catch((): Outcome => ({ kind: 'refused', why: notFound }));
}

/** Runs `use` on the target's range if its words are still there. */
export async function onRange(
  run: WordApi['run'],
  can: Capability,
  target: Target,
  use: (range: Word.Range) => void,
): Promise<boolean> {
  return run(async (context) => {
    const found = await find(context, target.key, can);
    if (!found || found.text !== target.before) return false;
    const range = await locate(context, found.paragraph, found.text, target.start, target.end);
    use(range ?? found.paragraph.getRange('Content'));
    await context.sync();
    return true;
  }).catch(() => false);
}

/** True for the error Word gives when what was asked for is no longer in the document. */
export function isGone(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ItemNotFound' || code === 'InvalidObjectPath';
}
