import { AnalysisInputError } from '../../errors.ts';
import type { Orthogonal } from '../linear/orthogonalize.ts';
import { dot, orthogonalize } from '../linear/orthogonalize.ts';
import { squareMatrix } from '../regression/covariance.ts';
import type { Design } from '../regression/design.ts';

/** What one group adds to the likelihood of a mixed model. */
export type GroupProducts = {
  readonly label: string;
  readonly size: number;
  /** Z'Z. */
  readonly zz: readonly Float64Array[];
  /** Z'Q, by rows. */
  readonly zq: readonly Float64Array[];
  /** Z'y. */
  readonly zy: Float64Array;
};

/**
 * The data of a mixed model, boiled down so that its likelihood costs nothing per row. Predictors
 * are replaced by their orthonormal basis Q and the outcome by its least squares residuals, which
 * saves the digits that large constants would cost.
 */
export type CrossProducts = {
  readonly rows: number;
  readonly groups: readonly GroupProducts[];
  readonly decomposition: Orthogonal;
  /** Q'y of the original outcome. */
  readonly leastSquares: Float64Array;
  /** Sum of squares of the residuals. */
  readonly yy: number;
};

/** Boils a design down; `random` holds the columns that vary by group. */
export function crossProducts(
  design: Design,
  random: readonly Float64Array[],
  group: readonly (string | number)[],
): CrossProducts {
  if (group.length !== design.outcome.length) {
    throw new AnalysisInputError(
      'group',
      `has ${group.length} labels for ${design.outcome.length} rows`,
    );
  }
  const decomposition = orthogonalize(design.columns);
  const { q } = decomposition;
  const leastSquares = Float64Array.from(q, (direction) => dot(direction, design.outcome));
  const residuals = Float64Array.from(design.outcome);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const direction of q) {
      const share = dot(direction, residuals);
      for (let i = 0; i < residuals.length; i += 1) residuals[i]! -= share * direction[i]!;
    }
  }
  const rowsOf = Map.groupBy(group.keys(), (row) => String(group[row]!));
  const groups = [...rowsOf].map(([label, rows]): GroupProducts => {
    const zz = squareMatrix(random.length);
    const zq = random.map(() => new Float64Array(q.length));
    const zy = new Float64Array(random.length);
    for (const row of rows) {
      for (const [a, column] of random.entries()) {
        const z = column[row]!;
        zy[a]! += z * residuals[row]!;
        for (let b = 0; b < random.length; b += 1) zz[a]![b]! += z * random[b]![row]!;
        for (let j = 0; j < q.length; j += 1) zq[a]![j]! += z * q[j]![row]!;
      }
    }
    return { label, size: rows.length, zz, zq, zy };
  });
  return {
    rows: residuals.length,
    groups,
    decomposition,
    leastSquares,
    yy: dot(residuals, residuals),
  };
}
