import type { Paragraph } from '../host.js';
import type { Capability, WordApi } from './api.js';

/** The body as last read: raw text beside what a reader sees. */
interface Known {
  readonly raw: string;
  readonly clean: string;
}

/**
 * Reads the body's paragraphs. Word drops and batches its events, so comparing texts is the truth: one load tells
 * which paragraphs changed, and only those are asked again for their clean text (without hidden and deleted
 * words), which costs one call each.
 */
export function bodyReader(run: WordApi['run'], can: Capability) {
  let known = new Map<string, Known>();
  return async (afresh: boolean): Promise<{ paragraphs: Paragraph[]; nearest: number }> =>
    run(async (context) => {
      const list = context.document.body.paragraphs;
      list.load(can.ids ? 'items/text,items/uniqueLocalId' : 'items/text');
      const near = context.document.getSelection().paragraphs.getFirstOrNullObject();
      near.load(can.ids ? 'text,uniqueLocalId' : 'text');
      await context.sync();
      const rows = list.items.map((item, at) => ({
        item,
        key: keyOf(item, at, can),
        raw: item.text,
      }));
      const asked = can.clean
        ? rows.filter((row) => afresh || known.get(row.key)?.raw !== row.raw)
        : [];
      const answers = asked.map((row) => ({ row, answer: row.item.getText() }));
      if (answers.length > 0) await context.sync();
      const cleaned = new Map(answers.map(({ row, answer }) => [row.key, answer.value]));
      const now = new Map<string, Known>();
      for (const row of rows) {
        const clean =
          cleaned.get(row.key) ??
          (known.get(row.key)?.raw === row.raw ? known.get(row.key)?.clean : undefined);
        now.set(row.key, { raw: row.raw, clean: clean ?? row.raw });
      }
      known = now;
      const paragraphs = rows.map(
        (row): Paragraph => ({
          key: row.key,
          text: now.get(row.key)!.clean,
          place: 'body',
          editable: true,
        }),
      );
      const nearest = near.isNullObject ? 0 : rows.findIndex((row) => isNear(row, near, can));
      return { paragraphs, nearest: Math.max(0, nearest) };
    });
}

function keyOf(item: Word.Paragraph, at: number, can: Capability): string {
  // An id may be null for a paragraph even where others have one; its place in the row is then all there is.
  return (can.ids ? item.uniqueLocalId : '') || `body/${at}`;
}

function isNear(row: { key: string; raw: string }, near: Word.Paragraph, can: Capability): boolean {
  return can.ids && near.uniqueLocalId ? row.key === near.uniqueLocalId : row.raw === near.text;
}

/** The paragraph behind a key of the body, queued; loads the row first where there are no ids. */
export async function findInBody(
  context: Word.RequestContext,
  key: string,
): Promise<Word.Paragraph | undefined> {
  if (!key.startsWith('body/')) return context.document.getParagraphByUniqueLocalId(key);
  const list = context.document.body.paragraphs;
  list.load('items/text');
  await context.sync();
  return list.items[Number(key.slice('body/'.length))];
}
