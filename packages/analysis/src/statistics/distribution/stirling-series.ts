/** The error of Stirling's formula by its asymptotic series, for x >= 10. @source DLMF 5.11.1. */
export function stirlingSeries(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let i = SERIES.length - 1; i >= 0; i -= 1) sum = sum * square + SERIES[i]!;
  return sum * inverse;
}

/** B(2k) / (2k (2k - 1)) for k = 1, 2, ...: Bernoulli numbers of the asymptotic series. */
const SERIES = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360_360,
  1 / 156,
  -3617 / 122_400,
  43_867 / 244_188,
];
