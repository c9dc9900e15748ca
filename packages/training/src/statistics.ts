/** The chance that a risky text scores above a clean one; ties count half. `labels` are 0 or 1. */
export function areaUnderCurve(scores: readonly number[], labels: readonly number[]): number {
  const order = scores
    .map((score, index) => [score, labels[index] as number] as const)
    .sort((a, b) => a[0] - b[0]);
  let ranks = 0;
  for (let first = 0; first < order.length; ) {
    let end = first;
    while (end < order.length && order[end]?.[0] === order[first]?.[0]) end++;
    for (let at = first; at < end; at++) if (order[at]?.[1]) ranks += (first + end + 1) / 2;
    first = end;
  }
  const risky = labels.filter((label) => label === 1).length;
  return (ranks - (risky * (risky + 1)) / 2) / (risky * (labels.length - risky));
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 1;
}
