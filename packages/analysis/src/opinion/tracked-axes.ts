import { scatterMatrix } from './covariance.ts';
import { dot, leadingEigenpairs } from './leading-eigenpairs.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { denseOperator } from './symmetric-operator.ts';
import { placeOf, type VoteStore } from './vote-store.ts';

/**
 * The scatter matrix kept exact vote by vote, and two axes that follow it within a bound: an axis is
 * at most |S v - t v| / gap away from the true one.
 */
export class TrackedAxes {
  readonly center: Float64Array;
  loadings: [Float64Array, Float64Array];
  private readonly scatter: Float64Array;
  private readonly excluded: Uint8Array;
  private images: [Float64Array, Float64Array];
  private third: Float64Array;
  private thirdValue = 0;

  constructor(
    matrix: OpinionMatrix,
    center: Float64Array,
    loadings: readonly [Float64Array, Float64Array],
  ) {
    this.center = center.slice();
    this.excluded = matrix.excluded;
    this.scatter = scatterMatrix(matrix, this.center);
    this.loadings = [loadings[0].slice(), loadings[1].slice()];
    this.third = center.map((_, j) => (matrix.excluded[j] ? 0 : Math.cos(3 * j + 1)));
    this.images = [this.third, this.third];
    this.solve();
  }

  /** Scatter along each axis. */
  get values(): [number, number] {
    return [dot(this.loadings[0], this.images[0]), dot(this.loadings[1], this.images[1])];
  }

  get total(): number {
    const size = this.center.length;
    return this.center.reduce((sum, _, j) => sum + this.scatter[j * size + j]!, 0);
  }

  /** Upper bound of the angle between each axis and the true one, in radians; Infinity if unknown. */
  errorBound(): number {
    const [first, second] = this.values;
    const gaps = [first - second, Math.min(first - second, second - this.thirdValue)];
    const bounds = gaps.map((gap, axis) => {
      const vector = this.loadings[axis]!;
      const value = axis === 0 ? first : second;
      const residual = this.images[axis]!.map((along, j) => along - value * vector[j]!);
      const length = Math.sqrt(dot(residual, residual));
      if (length <= 1e-12 * first) return 0;
      return gap > 0 ? length / gap : Number.POSITIVE_INFINITY;
    });
    return Math.max(...bounds);
  }

  /** Brings row and column of one statement up to date, whose mean is now `mean`. */
  updateStatement(store: VoteStore, statement: number, mean: number): void {
    this.center[statement] = mean;
    const size = this.center.length;
    const fresh = new Float64Array(size);
    const { center } = this;
    for (const row of store.votersOf(statement)) {
      store.open(row);
      const { column, position, from, to } = store;
      const own = position[placeOf(column, statement, from, to)]! - mean;
      for (let v = from; v < to; v++) {
        const k = column[v]!;
        fresh[k]! += own * (position[v]! - center[k]!);
      }
    }
    for (let k = 0; k < size; k++) {
      const value = this.excluded[k] ? 0 : fresh[k]!;
      const change = value - this.scatter[statement * size + k]!;
      this.scatter[statement * size + k] = value;
      this.scatter[k * size + statement] = value;
      for (const axis of [0, 1] as const) {
        this.images[axis][k]! += k === statement ? 0 : change * this.loadings[axis][statement]!;
        this.images[axis][statement]! += change * this.loadings[axis][k]!;
      }
    }
  }

  /** Finds the axes anew from where they are; their directions keep their signs. */
  solve(tolerance = 1e-7): void {
    const apply = denseOperator(this.scatter);
    const pairs = leadingEigenpairs(apply, [...this.loadings, this.third], tolerance);
    const aligned = (axis: 0 | 1) => {
      const found = pairs.vectors[axis]!;
      return dot(found, this.loadings[axis]) < 0 ? found.map((value) => -value) : found;
    };
    this.loadings = [aligned(0), aligned(1)];
    if (dot(pairs.vectors[2]!, pairs.vectors[2]!) > 0) this.third = pairs.vectors[2]!;
    this.thirdValue = pairs.values[2]!;
    this.images = [new Float64Array(this.center.length), new Float64Array(this.center.length)];
    for (const axis of [0, 1] as const) apply(this.loadings[axis], this.images[axis]);
  }
}
