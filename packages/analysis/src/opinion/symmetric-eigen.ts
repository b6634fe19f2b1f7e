/**
 * All eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations.
 * @param full  Row by row, symmetric, finite. Not mutated.
 * @returns Values in descending order; `vectors[r]` is the unit vector of `values[r]`.
 * @complexity O(size^3) for each of about eight sweeps.
 * @source Golub & Van Loan 2013, Matrix Computations, 8.5.
 */
export function symmetricEigen(full: Float64Array, size: number) {
  const a = full.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < 60 && sweepOnce(a, v, size); sweep++);
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (p, q) => a[q * size + q]! - a[p * size + p]!,
  );
  return {
    values: Float64Array.from(order, (i) => a[i * size + i]!),
    vectors: order.map((i) => v.slice(i * size, (i + 1) * size)),
  };
}

/** One sweep over all pairs; whether anything was left to rotate away. */
function sweepOnce(a: Float64Array, v: Float64Array, size: number): boolean {
  let rotated = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const off = a[p * size + q]!;
      const [app, aqq] = [a[p * size + p]!, a[q * size + q]!];
      if (Math.abs(off) <= 1e-17 * Math.sqrt(Math.abs(app * aqq)) || Math.abs(off) < 1e-290) {
        continue;
      }
      rotated = true;
      const theta = (aqq - app) / (2 * off);
      const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
      const c = 1 / Math.hypot(t, 1);
      rotate(a, v, size, p, q, c, t * c);
    }
  }
  return rotated;
}

function rotate(
  a: Float64Array,
  v: Float64Array,
  size: number,
  p: number,
  q: number,
  c: number,
  s: number,
): void {
  for (let i = 0; i < size; i++) {
    const [ip, iq] = [a[i * size + p]!, a[i * size + q]!];
    a[i * size + p] = c * ip - s * iq;
    a[i * size + q] = s * ip + c * iq;
  }
  for (let i = 0; i < size; i++) {
    const [pi, qi] = [a[p * size + i]!, a[q * size + i]!];
    a[p * size + i] = c * pi - s * qi;
    a[q * size + i] = s * pi + c * qi;
    const [vp, vq] = [v[p * size + i]!, v[q * size + i]!];
    v[p * size + i] = c * vp - s * vq;
    v[q * size + i] = s * vp + c * vq;
  }
  a[p * size + q] = 0;
  a[q * size + p] = 0;
}
