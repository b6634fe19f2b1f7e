/**
 * Pooled z test for a difference of two shares, with one added to all four counts.
 * @param successesA  Whole number, 0 to `trialsA`; likewise for B.
 * @returns z, positive when A's share is larger; 0 when every trial of both succeeded.
 * @source Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3.
 * @checked against a hand-worked case (15 of 24 against 56 of 71: -1.5140674) and numpy.
 */
export function twoProportionZ(
  successesA: number,
  trialsA: number,
  successesB: number,
  trialsB: number,
): number {
  const [a, n] = [successesA + 1, trialsA + 1];
  const [b, m] = [successesB + 1, trialsB + 1];
  const pooled = (a + b) / (n + m);
  if (pooled === 1) return 0;
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
}
