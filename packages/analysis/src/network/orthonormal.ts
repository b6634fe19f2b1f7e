/** Columns X = Q R: orthonormal `q`, upper triangular `r[j][k]` for column k over basis vector j. */
export interface Factors {
  readonly q: readonly Float64Array[];
  readonly r: readonly (readonly number[])[];
}

/**
 * Factors columns by modified Gram-Schmidt, each orthogonalized twice.
 * @param columns  Of equal length. Not mutated.
 * @returns The factors, or the place of the first column that is, to 10 digits, a combination of those before it.
 * @complexity O(length x columns^2)
 * @source Giraud, Langou & Rozloznik 2005, Computers & Mathematics with Applications 50:1069 (twice is enough).
 */
export function factor(columns: readonly Float64Array[]): Factors | { readonly dependent: number } {
  const q: Float64Array[] = [];
  const r = columns.map(() => new Array<number>(columns.length).fill(0));
  for (const [k, column] of columns.entries()) {
    const rest = column.slice();
    for (let pass = 0; pass < 2; pass++) {
      q.forEach((basis, j) => {
        r[j]![k]! += subtractProjection(rest, basis);
      });
    }
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > 1e-10 * Math.sqrt(dot(column, column)))) return { dependent: k };
    r[k]![k] = length;
    q.push(rest.map((value) => value / length));
  }
  return { q, r };
}

/** What is left of `y` outside the space of an orthonormal basis. */
export function residualOutside(y: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = y.slice();
  for (let pass = 0; pass < 2; pass++) for (const q of basis) subtractProjection(rest, q);
  return rest;
}

/** Solves R b = c for upper triangular R. */
export function backSubstitute(r: readonly (readonly number[])[], c: readonly number[]): number[] {
  const b = [...c];
  for (let i = b.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < b.length; j++) b[i]! -= r[i]![j]! * b[j]!;
    b[i]! /= r[i]![i]!;
  }
  return b;
}

/** Four partial sums: independent additions run side by side. */
export function dot(a: Float64Array, b: Float64Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  let i = 0;
  for (; i + 3 < a.length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

function subtractProjection(rest: Float64Array, basis: Float64Array): number {
  const share = dot(rest, basis);
  for (let i = 0; i < rest.length; i++) rest[i]! -= share * basis[i]!;
  return share;
}
