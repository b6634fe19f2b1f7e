import { invertUpper, orthogonalize, solveUpper } from '../linear/orthogonalize.ts';
import { squareMatrix } from './covariance.ts';
import type { Design } from './design.ts';

/** Where the likelihood of a logistic regression is highest. */
export type Solution = {
  readonly kept: readonly number[];
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  readonly inverseR: readonly Float64Array[];
  readonly deviance: number;
  readonly iterations: number;
  readonly converged: boolean;
};

const MOST_STEPS = 60;

/** Newton's method, with half steps where a whole one would overshoot. */
export function maximize(design: Design): Solution {
  const { kept } = orthogonalize(
    design.columns.map((column) => column.map((v, i) => v * Math.sqrt(design.copies[i]!))),
  );
  const columns = kept.map((index) => design.columns[index]!);
  let coefficients = new Float64Array(kept.length);
  let state = evaluate(design, columns, coefficients);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const { inverseR, direction } = newtonStep(design, columns, state.fitted);
    let next = coefficients.map((value, j) => value + direction[j]!);
    let after = evaluate(design, columns, next);
    for (let half = 0.5; !(after.deviance <= state.deviance + 1e-9) && half > 1e-6; half /= 2) {
      next = coefficients.map((value, j) => value + half * direction[j]!);
      after = evaluate(design, columns, next);
    }
    const change = Math.abs(state.deviance - after.deviance);
    const converged =
      change <= 1e-13 * (Math.abs(after.deviance) + 0.1) &&
      direction.every((d, j) => Math.abs(d) <= 1e-9 * (1 + Math.abs(next[j]!)));
    [coefficients, state] = [next, after];
    if (converged || step === MOST_STEPS) {
      return { kept, coefficients, ...state, inverseR, iterations: step, converged };
    }
  }
  throw new Error('unreachable');
}

/** Weighted least squares of the working residuals, by QR. */
function newtonStep(design: Design, columns: readonly Float64Array[], fitted: Float64Array) {
  const weights = fitted.map((p, i) => Math.sqrt(p * (1 - p) * design.copies[i]!));
  const scaled = columns.map((column) => column.map((value, i) => value * weights[i]!));
  const { q, r, kept } = orthogonalize(scaled);
  const working = fitted.map((p, i) =>
    weights[i]! > 0 ? ((design.outcome[i]! - p) * design.copies[i]!) / weights[i]! : 0,
  );
  const partial = solveUpper(
    r,
    q.map((direction) => direction.reduce((sum, value, i) => sum + value * working[i]!, 0)),
  );
  const direction = new Float64Array(columns.length);
  for (const [position, column] of kept.entries()) direction[column] = partial[position]!;
  return { inverseR: spread(invertUpper(r), kept, columns.length), direction };
}

/** When separation makes columns vanish their rows and columns of R^-1 are infinite. */
function spread(
  rows: readonly Float64Array[],
  kept: readonly number[],
  size: number,
): Float64Array[] {
  if (kept.length === size) return [...rows];
  const whole = squareMatrix(size);
  for (let i = 0; i < size; i += 1) whole[i]![i] = Number.POSITIVE_INFINITY;
  for (const [i, row] of kept.entries()) {
    for (const [j, column] of kept.entries()) whole[row]![column] = rows[i]![j]!;
  }
  return whole;
}

function evaluate(design: Design, columns: readonly Float64Array[], coefficients: Float64Array) {
  let deviance = 0;
  const fitted = design.outcome.map((y, i) => {
    let eta = 0;
    for (const [j, column] of columns.entries()) eta += column[i]! * coefficients[j]!;
    const towards = y === 1 ? eta : -eta;
    const cost =
      towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards;
    if (design.copies[i]! > 0) deviance += 2 * design.copies[i]! * cost;
    return 1 / (1 + Math.exp(-eta));
  });
  return { fitted, deviance };
}
