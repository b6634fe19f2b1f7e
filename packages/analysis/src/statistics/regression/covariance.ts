/** A covariance matrix of coefficients, by rows. */
export type Covariance = readonly Float64Array[];

/** R^-1 M R^-T: from the middle matrix of a sandwich, in coordinates of Q, to the coefficients. */
export function sandwich(
  inverseR: readonly Float64Array[],
  middle: readonly Float64Array[],
): Float64Array[] {
  const size = inverseR.length;
  const half = inverseR.map((row) =>
    Float64Array.from({ length: size }, (_, j) => sumOver(size, (k) => row[k]! * middle[k]![j]!)),
  );
  return half.map((row) =>
    Float64Array.from({ length: size }, (_, j) => sumOver(size, (k) => row[k]! * inverseR[j]![k]!)),
  );
}

/** Square roots of the diagonal. */
export function standardErrors(covariance: Covariance): Float64Array {
  return Float64Array.from(covariance, (row, i) => Math.sqrt(row[i]!));
}

export function squareMatrix(size: number): Float64Array[] {
  return Array.from({ length: size }, () => new Float64Array(size));
}

function sumOver(size: number, term: (k: number) => number): number {
  let sum = 0;
  for (let k = 0; k < size; k += 1) sum += term(k);
  return sum;
}
