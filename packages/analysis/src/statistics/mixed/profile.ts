import { cholesky, forward } from '../linear/solve-symmetric.ts';
import { squareMatrix } from '../regression/covariance.ts';
import type { CrossProducts, GroupProducts } from './cross-products.ts';

/** The likelihood of a mixed model at one relative spread of its random effects. */
export type Profile = {
  /** Log determinant of the random effects' part. */
  readonly logRandom: number;
  /** Log determinant of the predictors' part, in coordinates of Q. */
  readonly logFixed: number;
  /** Penalised residual sum of squares. */
  readonly squares: number;
  /** Lower Cholesky factor of Q' V^-1 Q. */
  readonly fixedFactor: readonly Float64Array[];
  /** Coefficients of the residuals in coordinates of Q. */
  readonly coefficients: Float64Array;
};

/** theta holds the lower triangle of the relative factor by rows. */
export function relativeFactor(theta: readonly number[], size: number): Float64Array[] {
  const factor = squareMatrix(size);
  let next = 0;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      factor[i]![j] = theta[next]!;
      next += 1;
    }
  }
  return factor;
}

/**
 * Profiles coefficients and residual variance out of the likelihood.
 * @complexity O(G q (q + k)^2), whatever the number of rows.
 * @source Bates, Maechler, Bolker & Walker 2015, J. Statistical Software 67(1), section 3.
 */
export function profile(data: CrossProducts, factor: readonly Float64Array[]): Profile | null {
  const size = data.leastSquares.length;
  const fixed = squareMatrix(size);
  for (let i = 0; i < size; i += 1) fixed[i]![i] = 1;
  const right = new Float64Array(size);
  let squares = data.yy;
  let logRandom = 0;
  for (const group of data.groups) {
    const reduced = reduceGroup(group, factor);
    if (!reduced) return null;
    logRandom += reduced.logDeterminant;
    for (const [row, u] of reduced.y.entries()) {
      squares -= u * u;
      const own = reduced.q[row]!;
      for (let i = 0; i < size; i += 1) {
        right[i]! -= own[i]! * u;
        for (let j = 0; j <= i; j += 1) fixed[i]![j]! -= own[i]! * own[j]!;
      }
    }
  }
  const fixedFactor = cholesky(fixed);
  if (!fixedFactor) return null;
  const half = forward(fixedFactor, right);
  let logFixed = 0;
  for (let i = 0; i < size; i += 1) {
    squares -= half[i]! ** 2;
    logFixed += 2 * Math.log(fixedFactor[i]![i]!);
  }
  return { logRandom, logFixed, squares, fixedFactor, coefficients: solveBack(fixedFactor, half) };
}

/** L^-1 F' Z' of y and Q, with L L' = F' Z'Z F + I. */
export function reduceGroup(group: GroupProducts, factor: readonly Float64Array[]) {
  const size = factor.length;
  const inner = squareMatrix(size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = i === j ? 1 : 0;
      for (let a = i; a < size; a += 1) {
        for (let b = j; b < size; b += 1) sum += factor[a]![i]! * group.zz[a]![b]! * factor[b]![j]!;
      }
      inner[i]![j] = sum;
      inner[j]![i] = sum;
    }
  }
  const lower = cholesky(inner);
  if (!lower) return null;
  let logDeterminant = 0;
  for (let i = 0; i < size; i += 1) logDeterminant += 2 * Math.log(lower[i]![i]!);
  const turned = (vector: Float64Array) =>
    Float64Array.from(factor, (_, i) => {
      let sum = 0;
      for (let a = i; a < size; a += 1) sum += factor[a]![i]! * vector[a]!;
      return sum;
    });
  const width = group.zq[0]!.length;
  const q = factor.map(() => new Float64Array(width));
  for (let j = 0; j < width; j += 1) {
    const column = forward(lower, turned(Float64Array.from(group.zq, (row) => row[j]!)));
    for (let i = 0; i < size; i += 1) q[i]![j] = column[i]!;
  }
  return { lower, logDeterminant, y: forward(lower, turned(group.zy)), q };
}

function solveBack(lower: readonly Float64Array[], half: Float64Array): Float64Array {
  const x = Float64Array.from(half);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < x.length; k += 1) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
