import { AnalysisInputError } from '../errors.ts';
import { mean } from './mean.ts';
import { averageRanks } from './ranks.ts';
import { buildDesign } from './regression/design.ts';
import { fitLinear } from './regression/linear-fit.ts';

/**
 * Pearson's correlation.
 * @param x  Finite; at least two values.
 * @param y  As many.
 * @returns in [-1, 1]; NaN when one of them does not vary.
 * @checked against R cor on the California schools.
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  checkPair(x, y);
  const [mx, my] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    const [dx, dy] = [x[i]! - mx, y[i]! - my];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Spearman's correlation: Pearson's of the ranks, equal values sharing a rank. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  checkPair(x, y);
  return pearson(averageRanks(x), averageRanks(y));
}

/** Pearson's correlation of what is left of x and y after a regression of each on `given`. */
export function partialCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  given: readonly ArrayLike<number>[],
): number {
  checkPair(x, y);
  const predictors = given.map((values, index) => ({ name: `given[${index}]`, values }));
  const rest = (outcome: ArrayLike<number>) =>
    fitLinear(buildDesign({ outcome, predictors })).residuals;
  return pearson(rest(x), rest(y));
}

function checkPair(x: ArrayLike<number>, y: ArrayLike<number>): void {
  if (x.length < 2) throw new AnalysisInputError('x', 'needs at least two values');
  if (x.length !== y.length) {
    throw new AnalysisInputError('y', `has ${y.length} values for ${x.length} of x`);
  }
}
