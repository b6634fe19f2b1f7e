/** Maximum-likelihood logistic regression of 0/1 values on columns. */
export interface LogisticFit {
  readonly coefficients: readonly number[];
  /**
   * As reweighted least squares reports them, R's `glm` among others: from the weights with which the
   * last step was made, one step before the maximum.
   */
  readonly standardErrors: readonly number[];
  /** From the information at the maximum itself. */
  readonly standardErrorsAtMaximum: readonly number[];
  readonly deviance: number;
  /** False when the maximum is out of reach, as when a predictor separates zeros from ones. */
  readonly converged: boolean;
}

/** Rounds of Newton's method; a regular problem takes fewer than ten. */
const roundLimit = 30;

/** The customary first step: from chances of 1/4 and 3/4 in place of 0 and 1; half of log 3 + 4/3. */
const firstStep = (Math.log(3) + 4 / 3) / 2;

/** Relative change of the deviance at which reweighted least squares customarily stops. */
const customaryTolerance = 1e-8;

/**
 * Fits by Newton's method (iteratively reweighted least squares).
 * @param y  0 or 1. @param columns  Of the same length, the intercept among them. Neither is mutated.
 * @complexity O(rounds x length x columns^2)
 * @source McCullagh & Nelder 1989, Generalized Linear Models, section 4.4.
 * @checked against R 4.2.2 `glm(family = binomial)`, fixtures/networks/expected/qap.json.
 */
export function fitLogistic(y: Float64Array, columns: readonly Float64Array[]): LogisticFit {
  const coefficients = new Array<number>(columns.length).fill(0);
  let deviance = Number.POSITIVE_INFINITY;
  let inverse: number[][] | undefined;
  let reported: number[] | undefined;
  for (let round = 0; round < roundLimit; round++) {
    const terms = newtonTerms(y, columns, coefficients);
    const change = Math.abs(deviance - terms.deviance) / (terms.deviance + 0.1);
    if (inverse && change < customaryTolerance) reported ??= errorsOf(inverse);
    inverse = invertSymmetric(terms.information);
    deviance = terms.deviance;
    if (!inverse) break;
    if (reported && change <= 1e-13) {
      const standardErrorsAtMaximum = errorsOf(inverse);
      const standardErrors = reported;
      return { coefficients, standardErrors, standardErrorsAtMaximum, deviance, converged: true };
    }
    const length = round === 0 ? firstStep : 1;
    inverse.forEach((row, k) => {
      coefficients[k]! += length * row.reduce((sum, v, j) => sum + v * terms.gradient[j]!, 0);
    });
  }
  const none = coefficients.map(() => Number.NaN);
  return {
    coefficients,
    standardErrors: none,
    standardErrorsAtMaximum: none,
    deviance,
    converged: false,
  };
}

const errorsOf = (inverse: readonly (readonly number[])[]): number[] =>
  inverse.map((row, k) => Math.sqrt(row[k]!));

function newtonTerms(
  y: Float64Array,
  columns: readonly Float64Array[],
  coefficients: readonly number[],
) {
  const size = columns.length;
  const gradient = new Float64Array(size);
  const information = columns.map(() => new Float64Array(size));
  let deviance = 0;
  for (let i = 0; i < y.length; i++) {
    let score = 0;
    for (let k = 0; k < size; k++) score += coefficients[k]! * columns[k]![i]!;
    const p = 1 / (1 + Math.exp(-score));
    const variance = p * (1 - p);
    const residual = y[i]! - p;
    deviance += 2 * softplus(y[i] === 1 ? -score : score);
    for (let k = 0; k < size; k++) {
      const x = columns[k]![i]!;
      gradient[k]! += x * residual;
      const row = information[k]!;
      for (let j = 0; j <= k; j++) row[j]! += variance * x * columns[j]![i]!;
    }
  }
  return { gradient, information, deviance };
}

/** log(1 + e^x) without overflow. */
const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** Inverse from the lower triangle by Cholesky's method; undefined when not positive definite. */
function invertSymmetric(lower: readonly Float64Array[]): number[][] | undefined {
  const size = lower.length;
  const l = lower.map((row) => Float64Array.from(row));
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = l[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i === j && !(sum > 1e-12 * lower[i]![i]!)) return undefined;
      l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
    }
  }
  return Array.from({ length: size }, (_, column) => solve(l, column));
}

function solve(l: readonly Float64Array[], column: number): number[] {
  const size = l.length;
  const x = Array.from({ length: size }, (_, i) => (i === column ? 1 : 0));
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i]![k]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= l[k]![i]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  return x;
}
