import { symmetricEigen } from './symmetric-eigen.ts';
import type { SymmetricOperator } from './symmetric-operator.ts';

export interface Eigenpairs {
  readonly values: Float64Array;
  readonly vectors: Float64Array[];
  /** Length of `A v - value v` for each pair. */
  readonly residuals: Float64Array;
}

/**
 * The largest eigenvalues of a positive semi-definite operator, by block Lanczos with full
 * reorthogonalisation and thick restarts. The block makes it find a double eigenvalue.
 * @param apply  The operator.
 * @param start  As many vectors of one length as pairs are wanted: random ones, or the answer to a
 *   slightly different matrix. Not mutated.
 * @param tolerance  Largest residual, relative to the largest eigenvalue.
 * @returns Pairs in descending order of value. Where the rank is lower than the number of pairs the
 *   rest have value 0 and a zero vector. Deterministic.
 * @complexity About 20 to 60 products from a random start.
 * @source Golub & Underwood 1977; Wu & Simon 2000, SIAM J. Matrix Anal. Appl. 22(2):602.
 */
export function leadingEigenpairs(
  apply: SymmetricOperator,
  start: readonly Float64Array[],
  tolerance = 1e-13,
): Eigenpairs {
  const wanted = start.length;
  const size = start[0]!.length;
  let space = emptySpace();
  let pending: Float64Array[] = start.map((vector) => vector.slice());
  let nextCheck = wanted;
  for (let step = 0; step < 2000; step++) {
    const added = pending.filter((vector) => extend(space, apply, vector));
    const full = added.length === 0 || space.basis.length >= size;
    if (space.basis.length < nextCheck && !full) {
      pending = space.image.slice(-added.length).map((vector) => vector.slice());
      continue;
    }
    const ritz = rayleighRitz(space, wanted, size);
    const limit = tolerance * Math.max(ritz.values[0] ?? 0, Number.MIN_VALUE);
    if (full || ritz.residuals.every((length) => length <= limit))
      return padded(ritz, wanted, size);
    if (space.basis.length > 90) {
      space = restarted(space, 12, size);
      nextCheck = space.basis.length + 2 * wanted;
      pending = rayleighRitz(space, wanted, size).gaps;
    } else {
      nextCheck = Math.ceil(space.basis.length * 1.4);
      pending = ritz.gaps;
    }
  }
  return padded(rayleighRitz(space, wanted, size), wanted, size);
}

interface Space {
  readonly basis: Float64Array[];
  readonly image: Float64Array[];
}

const emptySpace = (): Space => ({ basis: [], image: [] });

/** Adds what is new in `vector` to the orthonormal basis; whether anything was. */
function extend(space: Space, apply: SymmetricOperator, vector: Float64Array): boolean {
  const before = Math.sqrt(dot(vector, vector));
  for (let pass = 0; pass < 2; pass++) {
    for (const known of space.basis) addScaled(vector, known, -dot(vector, known));
  }
  const length = Math.sqrt(dot(vector, vector));
  if (!(length > 1e-12 * before) || length < 1e-150) return false;
  const unit = vector.map((value) => value / length);
  for (const known of space.basis) addScaled(unit, known, -dot(unit, known));
  const image = new Float64Array(unit.length);
  apply(unit, image);
  space.basis.push(unit);
  space.image.push(image);
  return true;
}

function rayleighRitz(space: Space, wanted: number, size: number) {
  const ritz = ritzBasis(space);
  const count = Math.min(wanted, space.basis.length);
  const values = ritz.values.slice(0, count);
  const vectors: Float64Array[] = [];
  const gaps: Float64Array[] = [];
  for (let r = 0; r < count; r++) {
    const vector = combine(space.basis, ritz.vectors[r]!, size);
    const gap = combine(space.image, ritz.vectors[r]!, size);
    addScaled(gap, vector, -values[r]!);
    vectors.push(vector);
    gaps.push(gap);
  }
  const residuals = Float64Array.from(gaps, (gap) => Math.sqrt(dot(gap, gap)));
  return { values, vectors, gaps, residuals };
}

function ritzBasis({ basis, image }: Space) {
  const m = basis.length;
  const projected = new Float64Array(m * m);
  for (let a = 0; a < m; a++) {
    for (let b = a; b < m; b++) {
      const value = dot(basis[a]!, image[b]!);
      projected[a * m + b] = value;
      projected[b * m + a] = value;
    }
  }
  return symmetricEigen(projected, m);
}

function restarted(space: Space, keep: number, size: number): Space {
  const { vectors } = ritzBasis(space);
  const kept = vectors.slice(0, keep);
  return {
    basis: kept.map((weights) => combine(space.basis, weights, size)),
    image: kept.map((weights) => combine(space.image, weights, size)),
  };
}

function padded(ritz: Eigenpairs, wanted: number, size: number): Eigenpairs {
  const floor = 1e-14 * (ritz.values[0] ?? 0);
  const values = new Float64Array(wanted);
  const residuals = new Float64Array(wanted);
  const vectors = Array.from({ length: wanted }, (_, r) => {
    const value = ritz.values[r] ?? 0;
    if (!(value > floor)) return new Float64Array(size);
    values[r] = value;
    residuals[r] = ritz.residuals[r]!;
    return ritz.vectors[r]!;
  });
  return { values, vectors, residuals };
}

function combine(vectors: Float64Array[], weights: Float64Array, size: number): Float64Array {
  const sum = new Float64Array(size);
  vectors.forEach((vector, at) => {
    addScaled(sum, vector, weights[at]!);
  });
  return sum;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function addScaled(target: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * vector[i]!;
}
