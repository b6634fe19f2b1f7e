import { AnalysisInputError } from '../../errors.ts';
import type { SymmetricEigen } from '../linear/symmetric-eigen.ts';
import { symmetricEigen } from '../linear/symmetric-eigen.ts';
import type { Covariance } from './covariance.ts';
import { sandwich, squareMatrix } from './covariance.ts';
import type { LinearFit } from './linear-fit.ts';

/**
 * CR0: no correction. CR1: times G/(G - 1). CR1S: times G/(G - 1) (n - 1)/(n - k), as Stata does.
 * CR2: Bell and McCaffrey's, unbiased when rows are independent and of one variance.
 */
export type ClusterKind = 'CR0' | 'CR1' | 'CR1S' | 'CR2';

export type ClusterCovariance = {
  readonly kind: ClusterKind;
  readonly clusters: number;
  readonly covariance: Covariance;
  /** Degrees of freedom for each coefficient's t: Satterthwaite's for CR2, G - 1 otherwise. */
  readonly degreesOfFreedom: Float64Array;
};

/**
 * Covariance of least squares coefficients when rows of one cluster may be alike.
 * @param cluster  The cluster of each row, as any label.
 * @returns matrix by rows, and degrees of freedom. With few clusters only CR2 with its own degrees
 *   of freedom keeps its promise.
 * @throws {AnalysisInputError} when labels do not match the rows, or there is one cluster only.
 * @complexity O(n k^2 + G k^3): each cluster's correction is done in the k dimensions of the
 *   predictors, never in its number of rows.
 * @source Liang & Zeger 1986, Biometrika 73:13-22; Bell & McCaffrey 2002, Survey Methodology
 *   28(2):169-181; Pustejovsky & Tipton 2018, JBES 36(4):672-683.
 * @checked against R sandwich and clubSandwich on the California schools by county.
 */
export function clusterCovariance(
  fit: LinearFit,
  cluster: readonly (string | number)[],
  kind: ClusterKind,
): ClusterCovariance {
  const groups = groupRows(fit, cluster);
  const blocks = groups.map((rows) => describeCluster(fit, rows));
  const [clusters, n, k] = [groups.length, fit.design.observations, fit.names.length];
  const small = clusters / (clusters - 1);
  const factor = kind === 'CR1' ? small : kind === 'CR1S' ? (small * (n - 1)) / (n - k) : 1;
  const middle = squareMatrix(k);
  for (const block of blocks) {
    const score = kind === 'CR2' ? block.transform(block.score, inverseRoot) : block.score;
    for (let a = 0; a < k; a += 1) {
      for (let b = 0; b < k; b += 1) middle[a]![b]! += factor * score[a]! * score[b]!;
    }
  }
  return {
    kind,
    clusters,
    covariance: sandwich(fit.inverseR, middle),
    degreesOfFreedom:
      kind === 'CR2'
        ? Float64Array.from(fit.inverseR, (contrast) => satterthwaite(blocks, contrast))
        : new Float64Array(k).fill(clusters - 1),
  };
}

type Block = {
  /** Q_g' e_g. */
  readonly score: Float64Array;
  /** f applied to the eigenvalues of Q_g' Q_g, times a vector. */
  readonly transform: (vector: Float64Array, f: (value: number) => number) => Float64Array;
};

function groupRows(fit: LinearFit, cluster: readonly (string | number)[]): number[][] {
  if (cluster.length !== fit.residuals.length) {
    throw new AnalysisInputError(
      'cluster',
      `has ${cluster.length} labels for ${fit.residuals.length} rows`,
    );
  }
  const groups = Map.groupBy(
    cluster.keys().filter((row) => fit.design.copies[row]! > 0),
    (row) => cluster[row]!,
  );
  if (groups.size < 2) throw new AnalysisInputError('cluster', 'needs at least two clusters');
  return [...groups.values()];
}

function describeCluster(fit: LinearFit, rows: readonly number[]): Block {
  const { q } = fit.decomposition;
  const [only, ...others] = rows;
  if (others.length === 0) return describeRow(fit, only!);
  const score = new Float64Array(q.length);
  const cross = squareMatrix(q.length);
  for (const row of rows) {
    const residual = fit.residuals[row]! * Math.sqrt(fit.design.copies[row]!);
    for (let a = 0; a < q.length; a += 1) {
      const value = q[a]![row]!;
      score[a]! += value * residual;
      for (let b = 0; b < q.length; b += 1) cross[a]![b]! += value * q[b]![row]!;
    }
  }
  const eigen = symmetricEigen(cross);
  return { score, transform: (vector, f) => applyFunction(eigen, vector, f) };
}

/** A cluster of one row has one direction of its own: no eigenvalues need to be searched for. */
function describeRow(fit: LinearFit, row: number): Block {
  const direction = Float64Array.from(fit.decomposition.q, (column) => column[row]!);
  const size = inner(direction, direction);
  const residual = fit.residuals[row]! * Math.sqrt(fit.design.copies[row]!);
  return {
    score: direction.map((value) => value * residual),
    transform: (vector, f) => {
      const [rest, change] = [f(0), size === 0 ? 0 : (f(size) - f(0)) / size];
      const along = change * inner(direction, vector);
      return vector.map((value, i) => rest * value + along * direction[i]!);
    },
  };
}

function applyFunction(
  { values, vectors }: SymmetricEigen,
  vector: Float64Array,
  f: (value: number) => number,
): Float64Array {
  const result = new Float64Array(vector.length);
  for (const [index, direction] of vectors.entries()) {
    let share = 0;
    for (let a = 0; a < vector.length; a += 1) share += direction[a]! * vector[a]!;
    share *= f(values[index]!);
    for (let a = 0; a < vector.length; a += 1) result[a]! += share * direction[a]!;
  }
  return result;
}

/** (1 - s)^-1/2; a direction that one cluster alone determines (s = 1) is left out. */
function inverseRoot(value: number): number {
  return 1 - value < 1e-10 ? 0 : 1 / Math.sqrt(1 - value);
}

/**
 * Degrees of freedom of the CR2 variance of one coefficient when rows are independent and alike:
 * the variance is a sum of squares of p_g'e, and the inner products of the p_g need only k numbers
 * for each cluster.
 */
function satterthwaite(blocks: readonly Block[], contrast: Float64Array): number {
  const k = contrast.length;
  const all = squareMatrix(k);
  let trace = 0;
  let squares = 0;
  for (const { transform } of blocks) {
    const own = inner(
      contrast,
      transform(contrast, (s) => s * inverseRoot(s) ** 2),
    );
    const shared = transform(contrast, (s) => s * inverseRoot(s));
    const overlap = inner(shared, shared);
    trace += own - overlap;
    squares += own * own - 2 * own * overlap;
    for (let a = 0; a < k; a += 1) {
      for (let b = 0; b < k; b += 1) all[a]![b]! += shared[a]! * shared[b]!;
    }
  }
  for (const row of all) squares += inner(row, row);
  return trace ** 2 / squares;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}
