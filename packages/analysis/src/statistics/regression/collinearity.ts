import { buildDesign, INTERCEPT } from './design.ts';
import type { LinearFit } from './linear-fit.ts';
import { fitLinear } from './linear-fit.ts';

/**
 * Variance inflation of each predictor: 1 / (1 - R^2) of its regression on the others.
 * @returns by name; infinite for a predictor that the others determine. Empty for fewer than two.
 * @complexity O(n k^3)
 * @source Marquardt 1970, Technometrics 12(3):591-612.
 * @checked against R lm on the California schools.
 */
export function varianceInflation(fit: LinearFit): Record<string, number> {
  const { design } = fit;
  const predictors = fit.names
    .filter((name) => name !== INTERCEPT)
    .map((name) => ({ name, values: design.columns[design.names.indexOf(name)]! }));
  if (predictors.length < 2) return {};
  return Object.fromEntries(
    predictors.map(({ name, values }) => {
      const others = predictors.filter((other) => other.name !== name);
      const own = fitLinear(
        buildDesign({ outcome: values, predictors: others, copies: design.copies }),
      );
      return [name, squaresAboutMean(values, design.copies) / own.residualSumOfSquares];
    }),
  );
}

/**
 * Coefficients in standard deviations of the outcome for one standard deviation of the predictor.
 * @returns by name, without the intercept.
 */
export function standardizedCoefficients(fit: LinearFit): Record<string, number> {
  const { design } = fit;
  const spread = Math.sqrt(squaresAboutMean(design.outcome, design.copies));
  const entries = fit.names.map((name, i): [string, number] => {
    const column = design.columns[design.names.indexOf(name)]!;
    const own = Math.sqrt(squaresAboutMean(column, design.copies));
    return [name, (fit.coefficients[i]! * own) / spread];
  });
  return Object.fromEntries(entries.filter(([name]) => name !== INTERCEPT));
}

function squaresAboutMean(values: Float64Array, copies: Float64Array): number {
  let [count, sum] = [0, 0];
  for (let i = 0; i < values.length; i += 1) {
    count += copies[i]!;
    sum += copies[i]! * values[i]!;
  }
  let squares = 0;
  for (let i = 0; i < values.length; i += 1)
    squares += copies[i]! * (values[i]! - sum / count) ** 2;
  return squares;
}
