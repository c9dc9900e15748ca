import { shortest } from '../../core/src/signals/learned/shortest.js';
import type { Piece } from './dataset.js';
import { slotBits } from './weights-module.js';

/** A feature's slot is its hash under this mask. */
export const slotMask = (1 << slotBits) - 1;

/** How often each slot is hit, and what the counts are divided by, as core divides them. */
export interface Slots {
  readonly slots: ReadonlyMap<number, number>;
  readonly size: number;
}

/** The slots of a clause or a passage. */
export function slotsOf(piece: Piece): Slots {
  const slots = new Map<number, number>();
  let size = 0;
  for (const [feature, count] of piece.features) {
    const slot = feature & slotMask;
    slots.set(slot, (slots.get(slot) ?? 0) + count);
    size += count;
  }
  return { slots, size: Math.sqrt(Math.max(shortest, size)) };
}
