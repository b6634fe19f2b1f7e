import { AnalysisInputError } from '../errors.ts';
import { describeCounts } from './describe-groups.ts';
import { type VoteCounts, voteCounts } from './group-statistics.ts';
import { refineCenters } from './k-means.ts';
import type { OpinionLandscape } from './opinion-landscape.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import type { Coordinates } from './person-positions.ts';
import { positionCode } from './position.ts';
import { TrackedAxes } from './tracked-axes.ts';
import { VoteStore } from './vote-store.ts';
import type { Vote } from './vote-table.ts';

export interface TrackOptions {
  /** Largest angle in radians by which an axis may lag behind; default 0.01. */
  readonly axisTolerance?: number;
  /** 1 for statements about the conversation itself. */
  readonly aboutProcess?: ArrayLike<number>;
}

export type LandscapeUpdate =
  | {
      readonly kind: 'updated';
      /** Row of the person; a new person has the next free one. */
      readonly row: number;
      /** Group of the person now, -1 for none yet. */
      readonly group: number;
      /** Bound of the angle by which the axes lag behind the true ones. */
      readonly axisError: number;
      /** Whether axes, all places and all groups were brought up to date. */
      readonly refreshed: boolean;
    }
  /** The vote was not taken: a statement without earlier votes changes every place. */
  | { readonly kind: 'needs-whole'; readonly reason: 'new-statement' };

export type TrackedLandscape = ReturnType<typeof describeCounts> &
  Pick<OpinionLandscape, 'axes' | 'groupCount'> & {
    readonly positions: Coordinates;
    readonly labels: Int8Array;
    readonly people: readonly string[];
    readonly axisError: number;
    /** Votes taken since the landscape was made as a whole. */
    readonly votesSince: number;
  };

export interface LandscapeTracker {
  readonly record: (vote: Vote) => LandscapeUpdate;
  /** The landscape now: statistics, statements, places. `people`, `positions` and `labels` go on changing. */
  readonly view: () => TrackedLandscape;
}

/**
 * Keeps a landscape up to date vote by vote, far cheaper than making it anew.
 * @param matrix  The one the landscape was made from. Not mutated.
 * @param landscape  From `opinionLandscape`. Not mutated.
 * @returns After each vote counts, means, covariance, statistics and tests are exact for the groups
 *   as they stand, and places exact for the axes as they stand. The voter joins the nearest group.
 *   Axes may lag by the stated angle; when that passes the tolerance, axes, places and groups are
 *   brought up to date from where they are. The number of groups stays: make the landscape anew from
 *   time to time.
 * @throws {AnalysisInputError} on a landscape of another matrix, or a tolerance that is not positive;
 *   `record` on an unknown position.
 * @complexity O(people who voted on the statement + statements groups) a vote; start as the
 *   covariance.
 * @source Bound of an axis: Davis & Kahan 1970, SIAM J. Numer. Anal. 7(1):1.
 * @checked against making the whole landscape anew after each of many votes.
 */
export function trackLandscape(
  matrix: OpinionMatrix,
  landscape: OpinionLandscape,
  { axisTolerance = 0.01, aboutProcess = [] }: TrackOptions = {},
): LandscapeTracker {
  if (landscape.labels.length !== matrix.people.length) {
    throw new AnalysisInputError('landscape', 'was made from another matrix');
  }
  if (!(axisTolerance > 0)) throw new AnalysisInputError('axisTolerance', 'must be positive');
  const tracker = new Tracker(matrix, landscape, axisTolerance, aboutProcess);
  return { record: (vote) => tracker.record(vote), view: () => tracker.view() };
}

class Tracker {
  private readonly store: VoteStore;
  private readonly axes: TrackedAxes;
  private readonly statementOf: Map<string, number>;
  private readonly excluded: Uint8Array;
  private readonly excludedCount: number;
  private readonly groups: VoteCounts[];
  private readonly everybody: VoteCounts;
  private readonly sizes: number[];
  private readonly axisTolerance: number;
  private readonly aboutProcess: ArrayLike<number>;
  private x: Float64Array;
  private y: Float64Array;
  private labels: Int8Array;
  /** Votes of each person on statements that take part. */
  private included: Int32Array;
  private centers: Coordinates;
  private votesSince = 0;

  constructor(
    matrix: OpinionMatrix,
    landscape: OpinionLandscape,
    axisTolerance: number,
    aboutProcess: ArrayLike<number>,
  ) {
    const { axes, labels, groupCount, positions, divisions } = landscape;
    this.store = new VoteStore(matrix);
    this.axes = new TrackedAxes(matrix, axes.center, axes.loadings);
    this.statementOf = new Map(matrix.statements.map((id, j) => [id, j]));
    this.excluded = matrix.excluded;
    this.excludedCount = matrix.excluded.reduce((sum, flag) => sum + flag, 0);
    this.groups = voteCounts(matrix, labels, groupCount);
    this.everybody = voteCounts(matrix, new Int8Array(matrix.people.length), 1)[0]!;
    this.sizes = new Array<number>(groupCount).fill(0);
    for (const label of labels) if (label >= 0) this.sizes[label]! += 1;
    this.axisTolerance = axisTolerance;
    this.aboutProcess = aboutProcess;
    this.x = positions.x.slice();
    this.y = positions.y.slice();
    this.labels = labels.slice();
    this.included = new Int32Array(labels.length);
    for (let row = 0; row < labels.length; row++) {
      for (let v = matrix.rowStart[row]!; v < matrix.rowStart[row + 1]!; v++) {
        if (!matrix.excluded[matrix.column[v]!]) this.included[row]! += 1;
      }
    }
    const chosen = divisions.find(({ k }) => k === groupCount);
    this.centers = chosen?.centers ?? { x: new Float64Array(0), y: new Float64Array(0) };
  }

  record(vote: Vote): LandscapeUpdate {
    if (!Object.hasOwn(positionCode, vote.position)) {
      throw new AnalysisInputError('vote', `"${vote.position}" is not agree, pass or disagree`);
    }
    const statement = this.statementOf.get(String(vote.statement));
    if (statement === undefined) return { kind: 'needs-whole', reason: 'new-statement' };
    const row = this.rowOf(String(vote.person));
    const position = positionCode[vote.position];
    const before = this.store.put(row, statement, position);
    this.count(row, statement, before, position);
    if (!this.excluded[statement]) this.moveStatement({ row, statement, before, after: position });
    this.place(row);
    this.join(row);
    this.votesSince += 1;
    const lag = this.axes.errorBound();
    const refreshed = lag > this.axisTolerance;
    if (refreshed) this.refresh();
    const axisError = refreshed ? this.axes.errorBound() : lag;
    return { kind: 'updated', row, group: this.labels[row]!, axisError, refreshed };
  }

  view(): TrackedLandscape {
    const { center, loadings, values, total } = this.axes;
    const denominator = Math.max(1, this.store.people.length - 1);
    const ratio = (value: number) => (total > 0 ? value / total : 0);
    const axes = {
      center: center.slice(),
      loadings: [loadings[0].slice(), loadings[1].slice()] as const,
      explainedVariance: [values[0] / denominator, values[1] / denominator] as const,
      explainedRatio: [ratio(values[0]), ratio(values[1])] as const,
    };
    const people = this.store.people.length;
    const copy = ({ agree, disagree, cast }: VoteCounts) => ({
      agree: agree.slice(),
      disagree: disagree.slice(),
      cast: cast.slice(),
    });
    const votes = {
      groups: this.groups.map(copy),
      people: [...this.sizes],
      everybody: this.everybody,
      excluded: this.excluded,
      aboutProcess: this.aboutProcess,
    };
    return {
      ...describeCounts(votes, axes),
      axes,
      groupCount: this.groups.length,
      positions: { x: this.x.subarray(0, people), y: this.y.subarray(0, people) },
      labels: this.labels.subarray(0, people),
      people: this.store.people,
      axisError: this.axes.errorBound(),
      votesSince: this.votesSince,
    };
  }

  private rowOf(id: string): number {
    const known = this.store.rowOfPerson(id);
    if (known !== undefined) return known;
    const row = this.store.addPerson(id);
    if (row === this.x.length) {
      this.x = wider(this.x, new Float64Array(2 * row + 16));
      this.y = wider(this.y, new Float64Array(2 * row + 16));
      this.labels = wider(this.labels, new Int8Array(2 * row + 16));
      this.included = wider(this.included, new Int32Array(2 * row + 16));
    }
    this.labels[row] = -1;
    return row;
  }

  private count(row: number, statement: number, before: number | undefined, after: number): void {
    const label = this.labels[row]!;
    const counted = label >= 0 ? [this.everybody, this.groups[label]!] : [this.everybody];
    for (const counts of counted) {
      if (before !== undefined) addVote(counts, statement, before, -1);
      addVote(counts, statement, after, 1);
    }
    if (before === undefined && !this.excluded[statement]) this.included[row]! += 1;
  }

  /** The statement's mean moves, and with it everybody who voted on it. */
  private moveStatement(vote: {
    row: number;
    statement: number;
    before: number | undefined;
    after: number;
  }): void {
    const { statement } = vote;
    const { center, loadings } = this.axes;
    const { agree, disagree, cast } = this.everybody;
    const tally = {
      sum: agree[statement]! - disagree[statement]!,
      squares: agree[statement]! + disagree[statement]!,
      cast: cast[statement]!,
    };
    const shift = tally.sum / tally.cast - center[statement]!;
    const [alongX, alongY] = [shift * loadings[0][statement]!, shift * loadings[1][statement]!];
    for (const row of this.store.votersOf(statement)) {
      const stretch = this.stretch(row);
      this.x[row]! -= alongX * stretch;
      this.y[row]! -= alongY * stretch;
    }
    this.axes.updateStatement(this.store, vote, tally);
  }

  private stretch(row: number): number {
    const cast = this.excludedCount + this.included[row]!;
    return Math.sqrt(this.axes.center.length / Math.max(1, cast));
  }

  private place(row: number): void {
    this.store.open(row);
    const { column, position, from, to } = this.store;
    const { center, loadings } = this.axes;
    const [first, second] = loadings;
    let x = 0;
    let y = 0;
    for (let v = from; v < to; v++) {
      const j = column[v]!;
      // Loadings of excluded statements are zero.
      const deviation = position[v]! - center[j]!;
      x += deviation * first[j]!;
      y += deviation * second[j]!;
    }
    const stretch = this.stretch(row);
    this.x[row] = x * stretch;
    this.y[row] = y * stretch;
  }

  /** Puts a person who has voted enough into the nearest group. */
  private join(row: number): void {
    const enough = Math.min(7, this.axes.center.length);
    const mayJoin = this.labels[row]! >= 0 || this.store.row(row).column.length >= enough;
    if (mayJoin && this.groups.length > 0) this.moveTo(row, this.nearest(row));
  }

  private nearest(row: number): number {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    this.centers.x.forEach((cx, group) => {
      const distance = (this.x[row]! - cx) ** 2 + (this.y[row]! - this.centers.y[group]!) ** 2;
      if (distance < least) [best, least] = [group, distance];
    });
    return best;
  }

  private moveTo(row: number, group: number): void {
    const before = this.labels[row]!;
    if (before === group) return;
    const { column, position } = this.store.row(row);
    for (let v = 0; v < column.length; v++) {
      if (before >= 0) addVote(this.groups[before]!, column[v]!, position[v]!, -1);
      addVote(this.groups[group]!, column[v]!, position[v]!, 1);
    }
    if (before >= 0) this.sizes[before]! -= 1;
    this.sizes[group]! += 1;
    this.labels[row] = group;
  }

  private refresh(): void {
    this.axes.solve();
    const people = this.store.people.length;
    for (let row = 0; row < people; row++) this.place(row);
    if (this.groups.length === 0) return;
    const rows: number[] = [];
    for (let row = 0; row < people; row++) if (this.labels[row]! >= 0) rows.push(row);
    const points = {
      x: Float64Array.from(rows, (row) => this.x[row]!),
      y: Float64Array.from(rows, (row) => this.y[row]!),
    };
    const { labels, centers } = refineCenters(points, this.centers);
    this.centers = centers;
    rows.forEach((row, at) => {
      this.moveTo(row, labels[at]!);
    });
  }
}

function wider<T extends Float64Array | Int32Array | Int8Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}

function addVote(counts: VoteCounts, statement: number, position: number, by: 1 | -1): void {
  counts.cast[statement]! += by;
  if (position === 1) counts.agree[statement]! += by;
  if (position === -1) counts.disagree[statement]! += by;
}
