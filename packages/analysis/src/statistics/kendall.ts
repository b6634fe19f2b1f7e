import { AnalysisInputError } from '../errors.ts';

/**
 * Kendall's tau-b: agreement in the order of pairs, corrected for ties.
 * @param x  Finite; at least two values. Not mutated.
 * @param y  As many.
 * @returns in [-1, 1]; NaN when one of them does not vary.
 * @complexity O(n log n)
 * @source Knight 1966, JASA 61:436-439.
 * @checked against R cor(method = "kendall") on the California schools.
 */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  if (n < 2) throw new AnalysisInputError('x', 'needs at least two values');
  if (y.length !== n) throw new AnalysisInputError('y', `has ${y.length} values for ${n} of x`);
  if (!Array.from(x).concat(Array.from(y)).every(Number.isFinite)) {
    throw new AnalysisInputError('x', 'and y must be finite numbers');
  }
  const order = Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => x[a]! - x[b]! || y[a]! - y[b]!,
  );
  const pairs = (n * (n - 1)) / 2;
  const tiedX = tiedPairs(order, (a, b) => x[a] === x[b]);
  const tiedBoth = tiedPairs(order, (a, b) => x[a] === x[b] && y[a] === y[b]);
  const ys = order.map((i) => y[i]!);
  const swaps = sortCountingSwaps(ys);
  const tiedY = tiedPairs(ys, (a, b) => a === b);
  const difference = pairs - tiedX - tiedY + tiedBoth - 2 * swaps;
  return difference / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
}

function tiedPairs(sorted: readonly number[], same: (a: number, b: number) => boolean): number {
  let pairs = 0;
  let run = 0;
  for (let i = 1; i < sorted.length; i += 1) {
    run = same(sorted[i]!, sorted[i - 1]!) ? run + 1 : 0;
    pairs += run;
  }
  return pairs;
}

/** Merge sort in place that counts how many pairs were out of order. */
function sortCountingSwaps(values: number[]): number {
  let swaps = 0;
  const n = values.length;
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n - width; start += 2 * width) {
      const left = values.slice(start, start + width);
      const right = values.slice(start + width, start + 2 * width);
      let [i, j] = [0, 0];
      for (let k = start; k < start + left.length + right.length; k += 1) {
        const takeRight = j < right.length && (i >= left.length || right[j]! < left[i]!);
        if (takeRight) swaps += left.length - i;
        values[k] = takeRight ? right[j++]! : left[i++]!;
      }
    }
  }
  return swaps;
}
