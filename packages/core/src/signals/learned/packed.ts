/** Sparse weights as text: `gaps` says how far the next slot is, `values` what stands there; 64 printable characters as digits. */
export interface Packed {
  readonly gaps: string;
  readonly values: string;
  /** What one unit of a value is worth, in log odds. */
  readonly scale: number;
  readonly bias: number;
}

/** Numbers one after another, a digit each. */
export interface PackedTensor {
  readonly values: string;
  /** What one unit of a value is worth. */
  readonly scale: number;
}

/** The small network beside the tables; see network.ts. */
export interface PackedNetwork {
  readonly shape: {
    /** Numbers in a word's vector. */
    readonly dimensions: number;
    /** Filters of each width. */
    readonly channels: number;
    /** Units of the hidden layer. */
    readonly hidden: number;
    /** Filters of the review. */
    readonly reviewChannels: number;
  };
  /** Slots of the words that have vectors, as in `Packed`. The first vector is that of all others. */
  readonly gaps: string;
  readonly tensors: Readonly<Record<TensorName, PackedTensor>>;
  /** One for each output: replies, copy. */
  readonly clauseBias: readonly number[];
  readonly wholeBias: readonly number[];
  /** How much the best clause adds to the passage. */
  readonly wholeByBest: readonly number[];
}

export const tensorNames = [
  'words',
  'traits',
  'filters',
  'filterBias',
  'reviewFilters',
  'reviewBias',
  'clauseByClause',
  'clauseByPassage',
  'clauseByReview',
  'clauseByPlace',
  'clauseOut',
  'wholeByPassage',
  'wholeByReview',
  'wholeByPlace',
  'wholeOut',
] as const;
export type TensorName = (typeof tensorNames)[number];

/** One table for several outcomes: the same slots for all, a row of values for each. */
export interface PackedRows<Name extends string = string> {
  readonly gaps: string;
  readonly scale: number;
  readonly rows: readonly {
    readonly name: Name;
    readonly bias: number;
    readonly values: string;
  }[];
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Uint8Array(128);
for (let digit = 0; digit < 64; digit++) digitOf[digits.charCodeAt(digit)] = digit;

/** Digits from here on carry into the next: a gap of 48 + 16 × k + j is written as two digits or more. */
const carry = 48;
/** The digit that stands for a weight of 0. */
const zero = 31;

/** Writes the weights of ascending slots; each weight is a whole number from -31 to 32. */
export function pack(entries: readonly (readonly [slot: number, weight: number])[]): {
  gaps: string;
  values: string;
} {
  let gaps = '';
  let values = '';
  let last = -1;
  for (const [slot, weight] of entries) {
    let gap = slot - last - 1;
    last = slot;
    while (gap >= carry) {
      gap -= carry;
      gaps += digits[carry + (gap % 16)];
      gap = Math.floor(gap / 16);
    }
    gaps += digits[gap];
    values += digits[weight + zero];
  }
  return { gaps, values };
}

/** Reads what `pack` wrote into a table of 2^bits slots. */
export function unpack(
  { gaps, values, scale, bias }: Packed,
  bits: number,
): { weight: Int8Array; scale: number; bias: number } {
  const weight = new Int8Array(1 << bits);
  readSlots(gaps, (slot, index) => {
    weight[slot] = valueAt(values, index);
  });
  return { weight, scale, bias };
}

/** A table of 2^bits slots for several outcomes. */
export interface Outcomes<Name extends string> {
  readonly names: readonly Name[];
  readonly bias: readonly number[];
  readonly scale: number;
  /** For each slot, 1 + its place in `weights`, in units of `names.length`; 0 where it weighs nothing. */
  readonly place: Uint16Array;
  readonly weights: Int8Array;
}

/** Reads rows that share their slots. */
export function unpackRows<Name extends string>(
  { gaps, rows, scale }: PackedRows<Name>,
  bits: number,
): Outcomes<Name> {
  const place = new Uint16Array(1 << bits);
  const weights = new Int8Array((rows[0]?.values.length ?? 0) * rows.length);
  readSlots(gaps, (slot, index) => {
    place[slot] = index + 1;
    rows.forEach(({ values }, row) => {
      weights[index * rows.length + row] = valueAt(values, index);
    });
  });
  return {
    names: rows.map(({ name }) => name),
    bias: rows.map(({ bias }) => bias),
    scale,
    place,
    weights,
  };
}

/** Writes numbers as whole multiples of a unit, from -most to most units; what lies beyond is cut off. */
export function packValues(numbers: ArrayLike<number>, unit: number, most: number): PackedTensor {
  let values = '';
  for (let index = 0; index < numbers.length; index++) {
    const value = Math.round((numbers[index] as number) / unit);
    values += digits[Math.max(-most, Math.min(most, value)) + zero];
  }
  return { values, scale: unit };
}

/** Reads what `packValues` wrote. */
export function unpackValues({ values, scale }: PackedTensor): Float32Array {
  return Float32Array.from({ length: values.length }, (_, at) => valueAt(values, at) * scale);
}

function valueAt(values: string, index: number): number {
  return (digitOf[values.charCodeAt(index)] as number) - zero;
}

/** Visits the slots that `pack` wrote, in ascending order. */
export function readSlots(gaps: string, visit: (slot: number, index: number) => void): void {
  let slot = -1;
  let index = 0;
  for (let at = 0; at < gaps.length; index++) {
    let gap = 0;
    let unit = 1;
    let digit = digitOf[gaps.charCodeAt(at++)] as number;
    while (digit >= carry) {
      gap += carry * unit + (digit - carry) * unit;
      unit *= 16;
      digit = digitOf[gaps.charCodeAt(at++)] as number;
    }
    slot += gap + digit * unit + 1;
    visit(slot, index);
  }
}
