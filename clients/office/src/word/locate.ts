/** Word's Find takes at most this many characters, escapes counted. */
export const longestSearch = 255;

/** Words as Word's Find wants them: its own marks doubled or named. */
export function escaped(words: string): string {
  return words.replace(/\^/g, '^^').replace(/\t/g, '^t').replace(/\v/g, '^l');
}

/** Curly and straight quotes are one to Word's Find; so a hit may be any of them. */
export function folded(words: string): string {
  return words.replace(/[‘’‛]/g, "'").replace(/[“”‟]/g, '"');
}

/** How many hits of Word's Find for `words` come before `start`: Find goes on after the end of a hit. */
export function hitsBefore(text: string, words: string, start: number): number {
  const hay = folded(text);
  const needle = folded(words);
  let count = 0;
  for (
    let at = hay.indexOf(needle);
    at !== -1 && at < start;
    at = hay.indexOf(needle, at + needle.length)
  )
    count++;
  return count;
}

/**
 * The range of `start` up to `end` of a paragraph that reads `text`. There is no portable way from an offset to a
 * range, so the words are searched for and the right hit is taken; a hit that reads differently is refused.
 */
export async function locate(
  context: Word.RequestContext,
  paragraph: Word.Paragraph,
  text: string,
  start: number,
  end: number,
): Promise<Word.Range | undefined> {
  const words = text.slice(start, end);
  if (start === 0 && end === text.length) return paragraph.getRange('Content');
  if (words === '') return beside(context, paragraph, text, start);
  if (escaped(words).length <= longestSearch) return hit(context, paragraph, text, start, end);
  // Too long to search for: its first and last words are found, and the range stretched between them.
  const step = 100;
  const head = await hit(context, paragraph, text, start, start + step);
  const tail = await hit(context, paragraph, text, end - step, end);
  return head && tail ? head.expandTo(tail) : undefined;
}

async function hit(
  context: Word.RequestContext,
  paragraph: Word.Paragraph,
  text: string,
  start: number,
  end: number,
): Promise<Word.Range | undefined> {
  const words = text.slice(start, end);
  const hits = paragraph.search(escaped(words), { matchCase: true });
  hits.load('items/text');
  await context.sync();
  const found = hits.items[hitsBefore(text, words, start)];
  return found && folded(found.text) === folded(words) ? found : undefined;
}

/** An empty range at `start`: after the words before it, or before the words after it. */
async function beside(
  context: Word.RequestContext,
  paragraph: Word.Paragraph,
  text: string,
  start: number,
): Promise<Word.Range | undefined> {
  if (start === 0) return paragraph.getRange('Start');
  if (start === text.length) return paragraph.getRange('Content').getRange('End');
  const before = await hit(context, paragraph, text, Math.max(0, start - 60), start);
  return before?.getRange('End');
}
