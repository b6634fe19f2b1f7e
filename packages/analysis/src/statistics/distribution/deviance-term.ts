/**
 * x ln(x/m) + m - x without the loss of digits that the formula has when x is near m.
 * @param difference  x - mean, from a caller who knows it better than by subtraction.
 * @source Loader 2000, "Fast and accurate computation of binomial probabilities".
 */
export function devianceTerm(x: number, mean: number, difference: number = x - mean): number {
  if (x === 0) return mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}
