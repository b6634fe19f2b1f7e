/** Thin QR decomposition of a matrix by columns; dependent columns are set aside. */
export type Orthogonal = {
  /** Orthonormal columns, one for each kept column. */
  readonly q: readonly Float64Array[];
  /** r[i][j], upper triangular: column `kept[j]` is the sum of q[i] r[i][j]. */
  readonly r: readonly Float64Array[];
  /** Positions of the columns that are independent of those before them. */
  readonly kept: readonly number[];
};

/** What must remain of a column's length for it to count as independent. */
const INDEPENDENT = 1e-11;

/**
 * Gram-Schmidt with every column orthogonalised twice, which keeps Q orthonormal to machine
 * precision.
 * @param columns  Equal lengths, finite. Not mutated.
 * @complexity O(n k^2)
 * @source Giraud, Langou & Rozloznik 2005, Computers & Mathematics with Applications 50:1069-1075.
 */
export function orthogonalize(columns: readonly Float64Array[]): Orthogonal {
  const size = columns.length;
  const q: Float64Array[] = [];
  const r: Float64Array[] = [];
  const kept: number[] = [];
  for (const [index, column] of columns.entries()) {
    const rest = Float64Array.from(column);
    const shares = new Float64Array(size);
    for (let pass = 0; pass < 2; pass += 1) {
      for (const [i, direction] of q.entries()) {
        const share = dot(direction, rest);
        shares[i]! += share;
        subtract(rest, share, direction);
      }
    }
    const length = Math.sqrt(dot(rest, rest));
    if (!(length > INDEPENDENT * Math.sqrt(dot(column, column)))) continue;
    for (let i = 0; i < q.length; i += 1) r[i]![kept.length] = shares[i]!;
    r.push(new Float64Array(size));
    r[kept.length]![kept.length] = length;
    q.push(rest.map((value) => value / length));
    kept.push(index);
  }
  return { q, r, kept };
}

/** Solves R b = c for the upper triangular R. */
export function solveUpper(r: readonly Float64Array[], c: ArrayLike<number>): Float64Array {
  const size = r.length;
  const b = new Float64Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = c[i]!;
    for (let j = i + 1; j < size; j += 1) rest -= r[i]![j]! * b[j]!;
    b[i] = rest / r[i]![i]!;
  }
  return b;
}

/** The inverse of an upper triangular R, by rows. */
export function invertUpper(r: readonly Float64Array[]): Float64Array[] {
  const size = r.length;
  const rows = r.map(() => new Float64Array(size));
  for (let j = 0; j < size; j += 1) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    const column = solveUpper(r, unit);
    for (let i = 0; i < size; i += 1) rows[i]![j] = column[i]!;
  }
  return rows;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function subtract(from: Float64Array, factor: number, direction: Float64Array): void {
  for (let i = 0; i < from.length; i += 1) from[i]! -= factor * direction[i]!;
}
