import { type PackedRows, pack } from '../../core/src/signals/learned/packed.js';
import type { Piece } from './dataset.js';
import { fit, type Loss, packRows } from './logistic.js';
import { type Slots, slotsOf } from './slots.js';
import type { Kinds } from './weights-module.js';

/** How strongly the weights are held back, how many features may stay, and in how many texts each must stand. */
const settings = { strength: 8, keep: 900, leastTexts: 3, steps: 60 } as const;
/** How right the other rules of a mark are, where its first rule is right by 1. */
const alternative = 0.5;

/**
 * Learns which kind of disclosure a telling clause comes nearest to: multinomial logistic regression where a clause may
 * fit several kinds, which share the credit (a softmax over all, the likelihood of the set that fits).
 */
export function trainFamilies(clauses: readonly Piece[], kinds: Kinds): PackedRows {
  const names = Object.keys(kinds);
  const fits = clauses.map((piece) => names.map((name) => fitOf(piece, kinds[name] ?? [])));
  const known = clauses.flatMap((piece, index) =>
    fits[index]?.some((fit) => fit > 0) ? [{ slots: slotsOf(piece), fit: fits[index] }] : [],
  );
  const pieces = known.map(({ slots }) => slots);
  const loss = setLoss(known.map(({ fit }) => fit));
  const all = frequent(pieces);
  const first = weigh(pieces, all, names.length, loss);
  const heaviest = (column: number) =>
    Math.max(
      ...names.map((_, kind) => Math.abs(first[kind * (all.length + 1) + column] as number)),
    );
  const kept = all
    .map((slot, column) => [slot, heaviest(column)] as const)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, settings.keep)
    .map(([slot]) => slot)
    .sort((a, b) => a - b);
  const width = kept.length + 1;
  const weights = weigh(pieces, kept, names.length, loss);
  const scale =
    Math.max(
      1e-9,
      ...names.flatMap((_, kind) =>
        kept.map((_, at) => Math.abs(weights[kind * width + at] as number)),
      ),
    ) / 31;
  const rows = names.map((name, kind) => {
    const own = kept.map(
      (slot, at) => [slot, Math.round((weights[kind * width + at] as number) / scale)] as const,
    );
    return { name, bias: weights[kind * width + kept.length] as number, ...pack(own) };
  });
  return {
    gaps: rows[0]?.gaps ?? '',
    scale,
    rows: rows.map(({ name, bias, values }) => ({ name, bias, values })),
  };
}

function fitOf({ marks }: Piece, own: readonly string[]): number {
  if (marks.some(({ rules }) => own.includes(rules[0] as string))) return 1;
  return marks.some(({ rules }) => rules.some((rule) => own.includes(rule))) ? alternative : 0;
}

function frequent(pieces: readonly Slots[]): number[] {
  const texts = new Map<number, number>();
  for (const { slots } of pieces)
    for (const slot of slots.keys()) texts.set(slot, (texts.get(slot) ?? 0) + 1);
  return [...texts].filter(([, count]) => count >= settings.leastTexts).map(([slot]) => slot);
}

/** One row of scores for each piece and kind; a kind's columns end with its own intercept. */
function weigh(
  pieces: readonly Slots[],
  columns: readonly number[],
  kinds: number,
  loss: Loss,
): Float64Array {
  const columnOf = new Map(columns.map((slot, column) => [slot, column]));
  const width = columns.length + 1;
  const rows = pieces.flatMap(({ slots, size }) => {
    const own: [number, number][] = [[columns.length, 1]];
    for (const [slot, count] of slots) {
      const column = columnOf.get(slot);
      if (column !== undefined) own.push([column, count / size]);
    }
    return Array.from({ length: kinds }, (_, kind) =>
      own.map(([column, value]) => [kind * width + column, value] as const),
    );
  });
  return fit(packRows(rows, width * kinds), loss, 1 / settings.strength, settings.steps);
}

/** Minus the logarithm of the chance that the softmax gives to the kinds that fit, each counted as far as it fits. */
function setLoss(fits: readonly (readonly number[])[]): Loss {
  return (scores, slope) => {
    let loss = 0;
    fits.forEach((own, row) => {
      const kinds = own.length;
      const base = row * kinds;
      const most = Math.max(...scores.subarray(base, base + kinds));
      const shares = own.map((_, kind) => Math.exp((scores[base + kind] as number) - most));
      const all = shares.reduce((sum, share) => sum + share, 0);
      const right = shares.reduce((sum, share, kind) => sum + share * (own[kind] as number), 1e-12);
      loss += Math.log(all) - Math.log(right);
      shares.forEach((share, kind) => {
        slope[base + kind] = share / all - (share * (own[kind] as number)) / right;
      });
    });
    return loss;
  };
}
