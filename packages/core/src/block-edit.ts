import type { Edit } from './finding.js';
import { locate, wholeRuns } from './offset-map.js';
import type { Block } from './passage.js';
import type { Span } from './span.js';

/**
 * The source edits that put `text` in place of `span` (block offsets), so that the source, read again, holds
 * the new words and is otherwise as before. In source order, none overlapping; none where the block is not editable.
 */
export function editsFor(block: Block, span: Span, text: string): readonly Edit[] {
  if (block.editable === false) return [];
  const whole = wholeRuns(block.map, span);
  const { start, end } = whole;
  const words = block.text.slice(start, span.start) + text + block.text.slice(span.end, end);
  if (block.replace !== undefined) return block.replace(whole, words);
  return [{ span: locate(block.map, whole), text: block.encode(words) }];
}
