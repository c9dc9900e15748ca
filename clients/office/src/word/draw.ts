import type { Mark, Sheet } from '../host.js';
import type { Capability, WordApi } from './api.js';

/** Which mark an annotation of ours stands for. */
export interface Drawn {
  readonly mark: Mark;
  readonly key: string;
}

/** Paragraphs per round trip: large enough to be quick, small enough that typing never waits long. */
const batchSize = 30;
/** More marks than this only slow Word down; the pane lists them all. */
export const mostMarks = 1000;

const colors = { error: 'Red', warning: 'Lavender', info: 'Blue', hint: 'Green' } as const;

/** Names of the strings in the manifest's resources that Word shows on the popup. */
export const popupStrings = {
  brandingTextResourceId: 'Popup.Brand',
  titleResourceId: 'Popup.Title',
  subtitleResourceId: 'Popup.Subtitle',
} as const;

/**
 * Draws marks as critiques, in batches, paragraphs nearest the writer first. `drawn` is kept up to date. Returns
 * the keys of paragraphs that no longer read as they were checked.
 */
export async function draw(
  run: WordApi['run'],
  can: Capability,
  sheets: readonly Sheet[],
  nearest: number,
  drawn: Map<string, Drawn>,
): Promise<{ stale: string[]; worse: boolean }> {
  const queue = capped(
    [...sheets].sort((a, b) => Math.abs(a.index - nearest) - Math.abs(b.index - nearest)),
  );
  const stale: string[] = [];
  let worse = false;
  for (let at = 0; at < queue.length && can.underlines; at += batchSize) {
    const result = await batch(run, can, queue.slice(at, at + batchSize), drawn);
    stale.push(...result.stale);
    worse ||= result.worse;
  }
  return { stale, worse };
}

function capped(sheets: Sheet[]): Sheet[] {
  let left = mostMarks;
  return sheets.map((sheet) => {
    const marks = sheet.marks.slice(0, left);
    left -= marks.length;
    return { ...sheet, marks };
  });
}

/** One batch; on failure it is halved, so that one paragraph that vanished costs only itself. */
async function batch(
  run: WordApi['run'],
  can: Capability,
  sheets: readonly Sheet[],
  drawn: Map<string, Drawn>,
): Promise<{ stale: string[]; worse: boolean }> {
  try {
    return { stale: await insert(run, can, sheets, drawn), worse: false };
  } catch (error) {
    if (sheets.length > 1) {
      const middle = sheets.length >> 1;
      const first = await batch(run, can, sheets.slice(0, middle), drawn);
      const second = await batch(run, can, sheets.slice(middle), drawn);
      return { stale: [...first.stale, ...second.stale], worse: first.worse || second.worse };
    }
    const sheet = sheets[0];
    if (!sheet || codeOf(error) === 'ItemNotFound')
      return { stale: sheet ? [sheet.key] : [], worse: false };
    if (sheet.marks.length === 0) return { stale: [], worse: false };
    return degrade(run, can, sheet, drawn, error);
  }
}

/** A critique was refused: without popup first, then without underlines; what fails is not tried again this session. */
async function degrade(
  run: WordApi['run'],
  can: Capability,
  sheet: Sheet,
  drawn: Map<string, Drawn>,
  error: unknown,
): Promise<{ stale: string[]; worse: boolean }> {
  const plain: Capability = { ...can, popup: false };
  const worked = await insert(run, plain, [sheet], drawn).then(
    (stale) => stale,
    () => undefined,
  );
  if (worked) {
    if (can.popup) can.why = 'no-strings';
    const changed = can.popup;
    can.popup = false;
    return { stale: worked, worse: changed };
  }
  // An odd paragraph may refuse an offset; a licence refuses everything, and with these words.
  if (!refusals.includes(codeOf(error))) return { stale: [], worse: false };
  can.underlines = false;
  can.popup = false;
  can.why = 'no-subscription';
  return { stale: [], worse: true };
}

const refusals = ['GeneralException', 'NotImplemented', 'ApiNotAvailable', 'AccessDenied'];

/** Load and compare, delete the old and insert the new, then read back where offsets may not be what they seem. */
async function insert(
  run: WordApi['run'],
  can: Capability,
  sheets: readonly Sheet[],
  drawn: Map<string, Drawn>,
): Promise<string[]> {
  return run(async (context) => {
    const rows = sheets.map((sheet) => {
      const paragraph = context.document.getParagraphByUniqueLocalId(sheet.key);
      const old = paragraph.getAnnotations();
      old.load('items/id');
      paragraph.load('text');
      return { sheet, paragraph, old, clean: paragraph.getText() };
    });
    await context.sync();
    const stale = rows
      .filter((row) => row.clean.value !== row.sheet.text)
      .map((row) => row.sheet.key);
    const fresh = rows
      .filter((row) => row.clean.value === row.sheet.text)
      .map((row) => ({ ...row, odd: row.paragraph.text !== row.clean.value }));
    for (const row of fresh) for (const one of row.old.items) one.delete();
    const plain = fresh.filter((row) => !row.odd && row.sheet.marks.length > 0);
    const inserted = plain.map((row) => ({
      row,
      ids: row.paragraph.insertAnnotations({
        critiques: row.sheet.marks.map((mark) => critique(mark, mark.start, can)),
      }),
    }));
    await context.sync();
    for (const row of fresh) for (const one of row.old.items) drawn.delete(one.id);
    for (const { row, ids } of inserted) {
      for (const [at, mark] of row.sheet.marks.entries())
        drawn.set(ids.value[at]!, { mark, key: row.sheet.key });
    }
    for (const row of fresh)
      if (row.odd) await insertOdd(context, row.paragraph, row.sheet, can, drawn);
    return stale;
  });
}

/**
 * A paragraph with note marks, fields, hidden or deleted words: which of them an offset counts is written nowhere
 * and differs by platform. So each mark is placed where it might belong and read back; if it does not stand on its
 * words it is taken away and the next place tried. A mark that fits nowhere stays in the pane's list only.
 */
async function insertOdd(
  context: Word.RequestContext,
  paragraph: Word.Paragraph,
  sheet: Sheet,
  can: Capability,
  drawn: Map<string, Drawn>,
): Promise<void> {
  for (const mark of sheet.marks) {
    const words = sheet.text.slice(mark.start, mark.end);
    for (const start of likelyStarts(paragraph.text, sheet.text, mark)) {
      const ids = paragraph.insertAnnotations({ critiques: [critique(mark, start, can)] });
      const placed = await context.sync().then(
        () => ids.value[0],
        () => undefined,
      );
      if (!placed) continue;
      const annotation = context.document.getAnnotationById(placed);
      const range = annotation.critiqueAnnotation.range;
      range.load('text');
      await context.sync();
      if (range.text === words) {
        drawn.set(placed, { mark, key: sheet.key });
        break;
      }
      annotation.delete();
      await context.sync();
    }
  }
}

/**
 * Where a mark might start in Word's own count: in the clean text, at each place of its words in the raw text, the
 * place with the likest surroundings first, and one to either side of each.
 */
export function likelyStarts(
  raw: string,
  clean: string,
  mark: { readonly start: number; readonly end: number },
): number[] {
  const words = clean.slice(mark.start, mark.end);
  const inRaw: { at: number; like: number }[] = [];
  for (
    let at = raw.indexOf(words);
    at !== -1 && inRaw.length < 20;
    at = raw.indexOf(words, at + 1)
  ) {
    const like =
      alike(raw, at, -1, clean, mark.start) +
      alike(raw, at + words.length - 1, 1, clean, mark.end - 1);
    inRaw.push({ at, like });
  }
  const base = [mark.start, ...inRaw.sort((a, b) => b.like - a.like).map(({ at }) => at)];
  return [...new Set([...base, ...base.flatMap((start) => [start - 1, start + 1])])].filter(
    (start) => start >= 0,
  );
}

/** How many characters agree, going from the two places in one direction. */
function alike(one: string, at: number, step: 1 | -1, other: string, there: number): number {
  let count = 0;
  while (
    count < 200 &&
    one[at + step * (count + 1)] !== undefined &&
    one[at + step * (count + 1)] === other[there + step * (count + 1)]
  )
    count++;
  return count;
}

function critique(mark: Mark, start: number, can: Capability): Word.Critique {
  const base = {
    colorScheme: colors[mark.severity] as Word.CritiqueColorScheme,
    start,
    length: mark.end - mark.start,
  };
  const suggestions = mark.suggestions.slice(0, 3);
  return can.popup ? { ...base, popupOptions: { ...popupStrings, suggestions } } : base;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
