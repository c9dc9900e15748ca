/** Sparse weights as text: `gaps` says how far the next slot is, `values` what stands there; 64 printable characters as digits. */
export interface Packed {
  readonly gaps: string;
  readonly values: string;
  /** What one unit of a value is worth, in log odds. */
  readonly scale: number;
  readonly bias: number;
}

/** The words that have a meaning: by slot, how rare they are. A word of rarity 0 is not known. */
export interface PackedWords {
  readonly gaps: string;
  readonly rarity: string;
}

/** What those words weigh, in a passage and in a clause. */
export interface PackedMeaning {
  readonly whole: string;
  readonly clause: string;
  readonly wholeScale: number;
  readonly clauseScale: number;
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
  let slot = -1;
  let at = 0;
  for (let index = 0; index < values.length; index++) {
    let gap = 0;
    let unit = 1;
    let digit = digitOf[gaps.charCodeAt(at++)] as number;
    while (digit >= carry) {
      gap += carry * unit + (digit - carry) * unit;
      unit *= 16;
      digit = digitOf[gaps.charCodeAt(at++)] as number;
    }
    slot += gap + digit * unit + 1;
    weight[slot] = (digitOf[values.charCodeAt(index)] as number) - zero;
  }
  return { weight, scale, bias };
}
