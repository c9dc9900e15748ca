/** Where symbols lead from states: open addressing, three numbers for each move, so that a move costs one look-up. */
export class Moves {
  #table = new Int32Array(3 << 12).fill(-1);
  #count = 0;

  /** The next state; -1 where the move was never made. */
  get(state: number, symbol: number): number {
    const table = this.#table;
    const last = table.length / 3 - 1;
    for (let at = placeOf(state, symbol) & last; ; at = (at + 1) & last) {
      const found = table[3 * at] as number;
      if (found === state && table[3 * at + 1] === symbol) return table[3 * at + 2] as number;
      if (found === -1) return -1;
    }
  }

  set(state: number, symbol: number, next: number): void {
    if (6 * ++this.#count > this.#table.length) {
      const before = this.#table;
      this.#table = new Int32Array(2 * before.length).fill(-1);
      for (let at = 0; at < before.length; at += 3)
        if (before[at] !== -1)
          this.#put(before[at] as number, before[at + 1] as number, before[at + 2] as number);
    }
    this.#put(state, symbol, next);
  }

  #put(state: number, symbol: number, next: number): void {
    const last = this.#table.length / 3 - 1;
    let at = placeOf(state, symbol) & last;
    while (this.#table[3 * at] !== -1) at = (at + 1) & last;
    this.#table.set([state, symbol, next], 3 * at);
  }
}

function placeOf(state: number, symbol: number): number {
  const hash = Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
