import type { LinearFit } from './linear-fit.ts';

/**
 * Each residual over its standard error, estimated without its own row: large ones stand out from
 * what the predictors lead one to expect.
 * @returns one for each row; NaN where a row determines its own fitted value.
 * @source Belsley, Kuh & Welsch 1980, Regression Diagnostics, section 2.1.
 * @checked against R rstudent on the California schools.
 */
export function studentizedResiduals(fit: LinearFit): Float64Array {
  const df = fit.degreesOfFreedom;
  return fit.residuals.map((residual, i) => {
    const rest = 1 - fit.leverage[i]!;
    if (rest < 1e-12) return Number.NaN;
    const variance = (fit.residualSumOfSquares - residual ** 2 / rest) / (df - 1);
    return residual / Math.sqrt(variance * rest);
  });
}
