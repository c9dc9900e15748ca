import type { InspectedPart } from './packed.js';
import { lineStarts, positionAt } from './positions.js';

/** A passage as people read it, and where it stands. */
interface Words {
  readonly place: string;
  readonly text: string;
}

/** Every passage of a document that fixes change: its place, how it is and how it would be. Indented lines. */
export async function changeList(
  before: readonly InspectedPart[],
  after: readonly InspectedPart[],
): Promise<string> {
  const { diffArrays } = await import('diff');
  const lines: string[] = [];
  for (const part of before) {
    const now = after.find((other) => other.part.name === part.part.name);
    const old = wordsOf(part);
    let at = 0;
    let removed: readonly Words[] = [];
    const flush = (added: readonly string[]) => {
      for (let index = 0; index < Math.max(removed.length, added.length); index++) {
        const gone = removed[index];
        lines.push(`  ${gone?.place ?? `after ${old[at - 1]?.place ?? part.part.partLabel}`}`);
        if (gone !== undefined) lines.push(`    - ${gone.text}`);
        lines.push(`    + ${added[index] ?? ''}`);
      }
      removed = [];
    };
    const texts = (words: readonly Words[]) => words.map(({ text }) => text);
    for (const change of diffArrays(texts(old), now === undefined ? [] : texts(wordsOf(now)))) {
      flush(change.added ? change.value : []);
      if (change.removed) removed = old.slice(at, at + change.value.length);
      if (!change.added) at += change.value.length;
    }
    flush([]);
  }
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function wordsOf({ part, inspection, checked }: InspectedPart): readonly Words[] {
  const starts = lineStarts(part.text);
  return inspection.passages.map((passage) => {
    const span = passage.locate({ start: 0, end: passage.text.length });
    return {
      place: checked?.place(span) ?? `line ${positionAt(starts, span.start).line + 1}`,
      text: passage.text.replace(/\s+/g, ' ').trim(),
    };
  });
}
