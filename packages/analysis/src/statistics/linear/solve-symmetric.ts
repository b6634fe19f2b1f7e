import { AnalysisInputError } from '../../errors.ts';

/** The inverse of a symmetric positive definite matrix, by Cholesky; null when it is not definite. */
export function invertSymmetric(matrix: readonly Float64Array[]): Float64Array[] | null {
  const lower = cholesky(matrix);
  if (!lower) return null;
  const size = matrix.length;
  const inverse = matrix.map(() => new Float64Array(size));
  for (let j = 0; j < size; j += 1) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = backward(lower, forward(lower, unit));
    for (let i = 0; i < size; i += 1) inverse[i]![j] = column[i]!;
  }
  return inverse;
}

/** The lower triangular factor of a symmetric positive definite matrix; null when it is not. */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] | null {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k += 1) rest -= lower[i]![k]! * lower[j]![k]!;
      if (i > j) lower[i]![j] = rest / lower[j]![j]!;
      else if (rest > 0) lower[i]![i] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}

/** Solves L x = b. */
export function forward(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  if (b.length !== lower.length) throw new AnalysisInputError('b', 'has another length');
  const x = new Float64Array(lower.length);
  for (let i = 0; i < x.length; i += 1) {
    let rest = b[i]!;
    for (let k = 0; k < i; k += 1) rest -= lower[i]![k]! * x[k]!;
    x[i] = rest / lower[i]![i]!;
  }
  return x;
}

/** Solves L' x = b. */
export function backward(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(lower.length);
  for (let i = x.length - 1; i >= 0; i -= 1) {
    let rest = b[i]!;
    for (let k = i + 1; k < x.length; k += 1) rest -= lower[k]![i]! * x[k]!;
    x[i] = rest / lower[i]![i]!;
  }
  return x;
}
