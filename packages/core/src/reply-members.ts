import { isLabel } from './labels.js';
import type { Passage } from './passage.js';

/** A thread of more paragraphs than this is no single reply. */
const longestReply = 40;
/** Passages of a thread that are looked at on either side of one: keeps many findings in one thread cheap. */
const farthest = 200;

/**
 * The passages of the reply that one stands in, in order, that a fix of the whole reply writes; undefined where it is
 * too long for one. `thread` holds the thread's passages in order.
 */
export function membersOf(
  passage: Passage,
  thread: readonly Passage[],
  source: string,
): readonly Passage[] | undefined {
  const at = placeOf(passage, thread);
  const found = thread[at];
  if (found === undefined || startOf(found) !== startOf(passage)) return [passage];
  const before = walk(passage, thread, source, at, -1).reverse();
  const members = [...before, passage, ...walk(passage, thread, source, at, 1)];
  if (members.length > longestReply) return undefined;
  return members.filter((member) => member.editable !== false && !isLabel(member.text));
}

/** The passages on one side that are of the same reply, nearest first. */
function walk(
  passage: Passage,
  thread: readonly Passage[],
  source: string,
  at: number,
  step: 1 | -1,
): Passage[] {
  const found: Passage[] = [];
  let last = passage;
  for (let next = at + step; Math.abs(next - at) <= farthest; next += step) {
    const other = thread[next];
    if (other === undefined || found.length > longestReply) break;
    if (!isOneReply(passage, other)) continue;
    const [upper, lower] = step === 1 ? [last, other] : [other, last];
    if (partedBy(source.slice(endOf(upper), startOf(lower)))) break;
    found.push(other);
    last = other;
  }
  return found;
}

/**
 * True for passages that are taken for one reply where a thread holds both: a cell, a value and an element of a page's
 * code are a reply each. Blocks of one value share its path, the very list. A comment is nobody's reply.
 */
function isOneReply(one: Passage, other: Passage): boolean {
  return (
    !one.alone &&
    !other.alone &&
    one.path === other.path &&
    one.group === other.group &&
    one.role === other.role &&
    (one.part === 'comment') === (other.part === 'comment')
  );
}

/** True of a stretch of source with a line across in it, or before an item of a list: lists hold a reply an item. */
function partedBy(between: string): boolean {
  return (
    /^[ \t>]*(?:[-*_=~][ \t]*){3,}\r?$|<(?:hr|li)\b/im.test(between) ||
    /\n[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+$/.test(between)
  );
}

function startOf(passage: Passage): number {
  return passage.locate({ start: 0, end: 1 }).start;
}

function endOf(passage: Passage): number {
  const { length } = passage.text;
  return passage.locate({ start: length - 1, end: length }).end;
}

/** Where the passage stands in its thread. */
function placeOf(passage: Passage, thread: readonly Passage[]): number {
  const start = startOf(passage);
  let low = 0;
  let high = thread.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(thread[middle] as Passage) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
