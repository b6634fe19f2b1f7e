import { deviationsOfRow, scatterMatrix } from './covariance.ts';
import { dot, leadingEigenpairs } from './leading-eigenpairs.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { denseOperator } from './symmetric-operator.ts';
import type { VoteStore } from './vote-store.ts';

/**
 * The scatter matrix kept exact vote by vote, and two axes that follow it within a bound: an axis is
 * at most |S v - t v| / gap away from the true one.
 */
export class TrackedAxes {
  readonly center: Float64Array;
  loadings: [Float64Array, Float64Array];
  private readonly scatter: Float64Array;
  private readonly excluded: Uint8Array;
  private readonly together: Int32Array;
  private readonly partner: Float64Array;
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
    this.together = new Int32Array(this.scatter.length);
    this.partner = new Float64Array(this.scatter.length);
    this.pairVotes(matrix);
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

  /**
   * Brings row and column of one statement up to date after a vote that is already in the store.
   * @param before  The vote it replaced, undefined when there was none.
   * @param tally  Sum, sum of squares and number of the statement's votes, this one included.
   */
  updateStatement(
    store: VoteStore,
    vote: { row: number; statement: number; before: number | undefined; after: number },
    tally: { sum: number; squares: number; cast: number },
  ): void {
    const { center, excluded, together, partner } = this;
    const { statement, before, after } = vote;
    const size = center.length;
    const base = statement * size;
    const mean = tally.sum / tally.cast;
    const shift = mean - center[statement]!;
    const step = after - (before ?? center[statement]!);
    const change = new Float64Array(size);
    store.open(vote.row);
    for (let v = store.from; v < store.to; v++) {
      const k = store.column[v]!;
      if (k === statement || excluded[k]) continue;
      const deviation = store.position[v]! - center[k]!;
      change[k] = step * deviation;
      partner[k * size + statement]! += step;
      if (before !== undefined) continue;
      partner[base + k]! += deviation;
      together[base + k]! += 1;
      together[k * size + statement]! += 1;
    }
    for (let k = 0; k < size; k++) {
      if (k === statement) continue;
      change[k]! -= shift * partner[base + k]!;
      partner[k * size + statement]! -= shift * together[base + k]!;
    }
    const own = tally.squares - tally.cast * mean * mean;
    change[statement] = own - this.scatter[base + statement]!;
    center[statement] = mean;
    this.apply(statement, change);
  }

  private apply(statement: number, change: Float64Array): void {
    const { scatter, images, loadings } = this;
    const size = change.length;
    for (let k = 0; k < size; k++) {
      const by = change[k]!;
      scatter[statement * size + k]! += by;
      if (k !== statement) scatter[k * size + statement]! += by;
      for (const axis of [0, 1] as const) {
        if (k !== statement) images[axis][k]! += by * loadings[axis][statement]!;
        images[axis][statement]! += by * loadings[axis][k]!;
      }
    }
  }

  /** Who voted on both of two statements: how many, and the sum of their deviations on the second. */
  private pairVotes(matrix: OpinionMatrix): void {
    const size = this.center.length;
    const column = new Int32Array(size);
    const deviation = new Float64Array(size);
    for (let row = 0; row < matrix.people.length; row++) {
      const count = deviationsOfRow(matrix, this.center, row, column, deviation);
      for (let a = 0; a < count; a++) {
        const offset = column[a]! * size;
        for (let b = 0; b < count; b++) {
          this.together[offset + column[b]!]! += 1;
          this.partner[offset + column[b]!]! += deviation[b]!;
        }
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
