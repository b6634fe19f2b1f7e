import { scatterMatrix } from './covariance.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';

/** Multiplies a symmetric matrix with `vector` and writes the product to `product`. */
export type SymmetricOperator = (vector: Float64Array, product: Float64Array) => void;

const largestDense = 2000;

/** The scatter of the imputed matrix as an operator: dense while that is small, by votes above. */
export function scatterOperator(matrix: OpinionMatrix, means: Float64Array): SymmetricOperator {
  return matrix.statements.length <= largestDense
    ? denseOperator(scatterMatrix(matrix, means))
    : sparseOperator(matrix, means);
}

/** A full symmetric matrix, row by row. */
export function denseOperator(full: Float64Array): SymmetricOperator {
  return (vector, product) => {
    const size = vector.length;
    for (let a = 0, at = 0; a < size; a++) {
      let [even, odd] = [0, 0];
      let b = 0;
      for (; b + 1 < size; b += 2, at += 2) {
        even += full[at]! * vector[b]!;
        odd += full[at + 1]! * vector[b + 1]!;
      }
      if (b < size) even += full[at++]! * vector[b]!;
      product[a] = even + odd;
    }
  };
}

/** The same product without the matrix: first along each person's votes, then back. */
export function sparseOperator(matrix: OpinionMatrix, means: Float64Array): SymmetricOperator {
  const { rowStart, column, position, excluded } = matrix;
  return (vector, product) => {
    product.fill(0);
    for (let i = 0; i + 1 < rowStart.length; i++) {
      let sum = 0;
      for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) {
        const j = column[v]!;
        if (!excluded[j]) sum += (position[v]! - means[j]!) * vector[j]!;
      }
      for (let v = rowStart[i]!; v < rowStart[i + 1]!; v++) {
        const j = column[v]!;
        if (!excluded[j]) product[j]! += (position[v]! - means[j]!) * sum;
      }
    }
  };
}
