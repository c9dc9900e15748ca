/** Numbers that training moves, with what Adam keeps of their slopes (Kingma & Ba 2015). */
export class Parameter {
  readonly values: Float32Array;
  readonly slope: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;

  constructor(values: ArrayLike<number>) {
    this.values = Float32Array.from(values);
    this.slope = new Float32Array(values.length);
    this.#mean = new Float32Array(values.length);
    this.#square = new Float32Array(values.length);
  }

  /** Moves the numbers from `from` up to `to` against their slopes, and forgets the slopes. */
  move({ rate, step, decay, clip }: Move, from = 0, to = this.values.length): void {
    const { values, slope } = this;
    const mean = this.#mean;
    const square = this.#square;
    const meanScale = 1 - first ** step;
    const squareScale = 1 - second ** step;
    for (let at = from; at < to; at++) {
      const own = (slope[at] as number) * clip;
      slope[at] = 0;
      mean[at] = first * (mean[at] as number) + (1 - first) * own;
      square[at] = second * (square[at] as number) + (1 - second) * own * own;
      const turn =
        (mean[at] as number) / meanScale / (Math.sqrt((square[at] as number) / squareScale) + 1e-8);
      values[at] = (values[at] as number) - rate * (turn + decay * (values[at] as number));
    }
  }
}

/** How far a step goes. */
export interface Move {
  readonly rate: number;
  /** How many steps were made, with this one. */
  readonly step: number;
  /** How much of each number is lost at each step, as a part of the rate (Loshchilov & Hutter 2019). */
  readonly decay: number;
  /** What slopes are multiplied with first. */
  readonly clip: number;
}

const first = 0.9;
const second = 0.99;

/** Keeps the slopes of all parameters together within a length. */
export function clipFor(parameters: readonly Parameter[], length: number): number {
  let sum = 0;
  for (const { slope } of parameters) for (const own of slope) sum += own * own;
  return Math.min(1, length / Math.sqrt(sum + 1e-12));
}

/** Adds to one number of many. */
export function add(to: Float32Array | Float64Array, at: number, amount: number): void {
  to[at] = (to[at] as number) + amount;
}
