/**
 * All eigenvalues and eigenvectors of a small symmetric matrix: reflected to tridiagonal form, then
 * QL steps with implicit shifts.
 * @param full  Row by row, symmetric, finite. Not mutated.
 * @returns Values in descending order; `vectors[r]` is the unit vector of `values[r]`.
 * @complexity O(size^3).
 * @source Golub & Van Loan 2013, Matrix Computations, 8.3.
 * @checked against the defining equation and orthogonality on random and degenerate matrices.
 */
export function symmetricEigen(full: Float64Array, size: number) {
  const { diagonal, beside, rows } = tridiagonal(full, size);
  for (let low = 0; low < size; low++) {
    for (let step = 0; step < 60; step++) {
      const high = endOfBlock(diagonal, beside, low);
      if (high === low) break;
      stepDown(diagonal, beside, rows, low, high);
    }
  }
  const order = [...diagonal.keys()].sort((p, q) => diagonal[q]! - diagonal[p]!);
  return {
    values: Float64Array.from(order, (at) => diagonal[at]!),
    vectors: order.map((at) => rows[at]!),
  };
}

/** Householder reflections; `rows` is the transposed product of the reflections. */
function tridiagonal(full: Float64Array, size: number) {
  const a = Array.from({ length: size }, (_, i) => full.slice(i * size, (i + 1) * size));
  const rows = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return unit;
  });
  for (let k = 0; k + 2 < size; k++) {
    const mirror = new Float64Array(size);
    let squares = 0;
    for (let i = k + 1; i < size; i++) {
      mirror[i] = a[i]![k]!;
      squares += mirror[i]! ** 2;
    }
    const first = mirror[k + 1]!;
    if (squares - first ** 2 <= 0) continue;
    mirror[k + 1]! += first < 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
    reflect(a, rows, mirror, k);
  }
  return {
    diagonal: Float64Array.from(a, (row, i) => row[i]!),
    beside: Float64Array.from(a, (row, i) => row[i + 1] ?? 0),
    rows,
  };
}

function reflect(a: Float64Array[], rows: Float64Array[], mirror: Float64Array, k: number): void {
  const size = a.length;
  let length = 0;
  for (let i = k + 1; i < size; i++) length += mirror[i]! ** 2;
  const image = new Float64Array(size);
  let along = 0;
  for (let i = k; i < size; i++) {
    let sum = 0;
    for (let j = k + 1; j < size; j++) sum += a[i]![j]! * mirror[j]!;
    image[i] = (2 * sum) / length;
    along += mirror[i]! * image[i]!;
  }
  for (let i = k; i < size; i++) image[i]! -= (along / length) * mirror[i]!;
  for (let i = k; i < size; i++) {
    for (let j = k; j < size; j++) {
      a[i]![j]! -= mirror[i]! * image[j]! + image[i]! * mirror[j]!;
    }
  }
  const products = new Float64Array(size);
  for (let i = k + 1; i < size; i++) addScaled(products, rows[i]!, (2 * mirror[i]!) / length);
  for (let i = k + 1; i < size; i++) addScaled(rows[i]!, products, -mirror[i]!);
}

function endOfBlock(diagonal: Float64Array, beside: Float64Array, low: number): number {
  let high = low;
  while (high < diagonal.length - 1) {
    const scale = Math.abs(diagonal[high]!) + Math.abs(diagonal[high + 1]!);
    if (Math.abs(beside[high]!) <= Number.EPSILON * scale) break;
    high += 1;
  }
  return high;
}

/** One implicit QL step on the block from `low` to `high`, with the rotations applied to the rows. */
function stepDown(
  diagonal: Float64Array,
  beside: Float64Array,
  rows: Float64Array[],
  low: number,
  high: number,
): void {
  const half = (diagonal[low + 1]! - diagonal[low]!) / (2 * beside[low]!);
  const root = Math.hypot(half, 1);
  const shift = diagonal[low]! - beside[low]! / (half + (half < 0 ? -root : root));
  let bulge = diagonal[high]! - shift;
  let [sine, cosine, carried] = [1, 1, 0];
  for (let i = high - 1; i >= low; i--) {
    const outer = sine * beside[i]!;
    const inner = cosine * beside[i]!;
    const radius = Math.hypot(outer, bulge);
    beside[i + 1] = radius;
    if (radius === 0) {
      diagonal[i + 1]! -= carried;
      beside[high] = 0;
      return;
    }
    sine = outer / radius;
    cosine = bulge / radius;
    const corner = diagonal[i + 1]! - carried;
    const mixed = (diagonal[i]! - corner) * sine + 2 * cosine * inner;
    carried = sine * mixed;
    diagonal[i + 1] = corner + carried;
    bulge = cosine * mixed - inner;
    rotate(rows[i]!, rows[i + 1]!, cosine, sine);
  }
  diagonal[low]! -= carried;
  beside[low] = bulge;
  beside[high] = 0;
}

function rotate(a: Float64Array, b: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < a.length; i++) {
    const [left, right] = [a[i]!, b[i]!];
    a[i] = cosine * left - sine * right;
    b[i] = sine * left + cosine * right;
  }
}

function addScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * vector[i]!;
}
