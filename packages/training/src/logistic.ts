/** A sparse training set in rows: the columns of row r are `columns[rowStart[r] .. rowStart[r+1]]`, each with its value. */
export interface Rows {
  readonly rowStart: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly width: number;
}

/** Packs rows of [column, value] pairs. */
export function packRows(
  rows: readonly (readonly (readonly [number, number])[])[],
  width: number,
): Rows {
  const rowStart = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    rowStart[index + 1] = (rowStart[index] as number) + row.length;
  });
  const total = rowStart[rows.length] as number;
  const columns = new Int32Array(total);
  const values = new Float32Array(total);
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row) {
      columns[at] = column;
      values[at++] = value;
    }
  }
  return { rowStart, columns, values, width };
}

/** What each row scores under the weights; the last weight is the intercept. */
export function scoresOf(rows: Rows, weights: Float64Array): Float64Array {
  const count = rows.rowStart.length - 1;
  const scores = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let score = weights[rows.width] as number;
    const end = rows.rowStart[row + 1] as number;
    for (let at = rows.rowStart[row] as number; at < end; at++) {
      score += (weights[rows.columns[at] as number] as number) * (rows.values[at] as number);
    }
    scores[row] = score;
  }
  return scores;
}

/** The loss at some scores, and its slope for each score (written into `slope`). */
export type Loss = (scores: Float64Array, slope: Float64Array) => number;

/** Weighted logistic loss; `labels` are 0 or 1. */
export function logisticLoss(labels: ArrayLike<number>, importance?: ArrayLike<number>): Loss {
  return (scores, slope) => {
    let loss = 0;
    for (let row = 0; row < scores.length; row++) {
      const score = scores[row] as number;
      const label = labels[row] as number;
      const weight = importance ? (importance[row] as number) : 1;
      const probability = 1 / (1 + Math.exp(-score));
      loss +=
        weight * (Math.log1p(Math.exp(-Math.abs(score))) + Math.max(score, 0) - label * score);
      slope[row] = weight * (probability - label);
    }
    return loss;
  };
}

/**
 * The weights that make the loss plus an L2 penalty smallest, by L-BFGS from all zeros. `penalty` is the strength for each
 * column (the intercept, last, is free). Deterministic.
 */
export function fit(rows: Rows, loss: Loss, penalty: number, steps = 80): Float64Array {
  const size = rows.width + 1;
  const count = rows.rowStart.length - 1;
  const slope = new Float64Array(count);
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    const scores = scoresOf(rows, weights);
    let value = loss(scores, slope);
    for (let column = 0; column < rows.width; column++) {
      const weight = weights[column] as number;
      gradient[column] = penalty * weight;
      value += 0.5 * penalty * weight * weight;
    }
    gradient[rows.width] = 0;
    for (let row = 0; row < count; row++) {
      const own = slope[row] as number;
      if (own === 0) continue;
      const end = rows.rowStart[row + 1] as number;
      for (let at = rows.rowStart[row] as number; at < end; at++) {
        const column = rows.columns[at] as number;
        gradient[column] = (gradient[column] as number) + own * (rows.values[at] as number);
      }
      gradient[rows.width] = (gradient[rows.width] as number) + own;
    }
    return value;
  };
  return minimize(objective, size, steps);
}

function minimize(
  objective: (point: Float64Array, gradient: Float64Array) => number,
  size: number,
  steps: number,
): Float64Array {
  const memory = 8;
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = objective(point, gradient);
  const moves: Float64Array[] = [];
  const turns: Float64Array[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = twoLoops(gradient, moves, turns);
    let rate = moves.length === 0 ? 1 / Math.max(1, norm(gradient)) : 1;
    const descent = dot(direction, gradient);
    if (descent > -1e-9) break;
    let tried = 0;
    for (; tried < 20; tried++, rate /= 2) {
      const next = new Float64Array(size);
      for (let index = 0; index < size; index++)
        next[index] = (point[index] as number) + rate * (direction[index] as number);
      const nextGradient = new Float64Array(size);
      const nextValue = objective(next, nextGradient);
      if (nextValue > value + 1e-4 * rate * descent) continue;
      const move = minus(next, point);
      const turn = minus(nextGradient, gradient);
      if (dot(move, turn) > 1e-10) {
        moves.push(move);
        turns.push(turn);
        if (moves.length > memory) {
          moves.shift();
          turns.shift();
        }
      }
      const gain = value - nextValue;
      point = next;
      gradient = nextGradient;
      value = nextValue;
      if (gain < 1e-6 * Math.abs(value)) return point;
      break;
    }
    if (tried === 20) break;
  }
  return point;
}

function twoLoops(
  gradient: Float64Array,
  moves: readonly Float64Array[],
  turns: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((value) => -value);
  const shares: number[] = [];
  for (let index = moves.length - 1; index >= 0; index--) {
    const move = moves[index] as Float64Array;
    const turn = turns[index] as Float64Array;
    const share = dot(move, direction) / dot(move, turn);
    shares[index] = share;
    add(direction, turn, -share);
  }
  const last = moves.length - 1;
  if (last >= 0) {
    const turn = turns[last] as Float64Array;
    const scale = dot(moves[last] as Float64Array, turn) / dot(turn, turn);
    for (let index = 0; index < direction.length; index++)
      direction[index] = (direction[index] as number) * scale;
  }
  moves.forEach((move, index) => {
    const turn = turns[index] as Float64Array;
    add(direction, move, (shares[index] as number) - dot(turn, direction) / dot(move, turn));
  });
  return direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, index) => value - (b[index] as number));
}

function add(target: Float64Array, other: Float64Array, factor: number): void {
  for (let index = 0; index < target.length; index++)
    target[index] = (target[index] as number) + factor * (other[index] as number);
}
