/** How far a run chart may go by chance before the Anhoej rules call it a signal. */
export type RunChartLimits = {
  /** The longest run that chance explains; a longer one is a signal. */
  readonly longestRunMax: number;
  /** The fewest crossings that chance explains; fewer is a signal. */
  readonly crossingsMin: number;
};

/**
 * Limits of the Anhoej rules for a number of useful points: the longest run may have at most
 * round(log2 n) + 3 points, and the crossings may not be fewer than the lower 5 % point of
 * Binomial(n - 1, 1/2), which is found in whole numbers and so without rounding.
 * @param useful  Points that are not on the centre line; a whole number, 1 or more.
 * @complexity O(n) steps on numbers of n bits.
 * @source Anhoej & Olesen 2014, PLoS ONE 9(11):e113825; Anhoej & Wentzel-Larsen 2018,
 *XX
 * @checked against SciPy's binomial quantile for 11 sizes from 10 to 100.
 */
export function runChartLimits(useful: number): RunChartLimits {
  return {
    longestRunMax: Math.round(Math.log2(useful)) + 3,
    crossingsMin: lowerFivePercent(useful - 1),
  };
}

/** The smallest k for which P(X <= k) is at least 5 % when X is Binomial(trials, 1/2). */
function lowerFivePercent(trials: number): number {
  const all = 1n << BigInt(trials);
  let ways = 1n;
  let atMost = 1n;
  let k = 0;
  while (20n * atMost < all) {
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1);
    k += 1;
    atMost += ways;
  }
  return k;
}
