/** Eigenvalues and eigenvectors of a small symmetric matrix. */
export type SymmetricEigen = {
  readonly values: Float64Array;
  /** vectors[k] belongs to values[k]; orthonormal. */
  readonly vectors: readonly Float64Array[];
};

/**
 * Cyclic Jacobi rotations.
 * @param matrix  Symmetric, by rows. Not mutated.
 * @complexity O(k^3) a sweep, about six sweeps.
 * @source Golub & Van Loan 2013, Matrix Computations, 4th ed., section 8.5.
 */
export function symmetricEigen(matrix: readonly Float64Array[]): SymmetricEigen {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from(matrix, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let rotated = false;
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) rotated = rotate(a, v, p, q) || rotated;
    }
    if (!rotated) break;
  }
  return { values: Float64Array.from(a, (row, i) => row[i]!), vectors: v };
}

/** Makes a[p][q] zero; rows of `v` collect the eigenvectors. Says whether there was work to do. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): boolean {
  const off = a[p]![q]!;
  const [app, aqq] = [a[p]![p]!, a[q]![q]!];
  if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(app * aqq)) || off === 0) return false;
  const theta = (aqq - app) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k += 1) {
    const [akp, akq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * akp - s * akq;
    a[k]![q] = s * akp + c * akq;
  }
  for (let k = 0; k < a.length; k += 1) {
    const [apk, aqk] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * apk - s * aqk;
    a[q]![k] = s * apk + c * aqk;
    const [vp, vq] = [v[p]![k]!, v[q]![k]!];
    v[p]![k] = c * vp - s * vq;
    v[q]![k] = s * vp + c * vq;
  }
  a[p]![q] = 0;
  a[q]![p] = 0;
  return true;
}
