import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import type { BridgingStatement } from './bridging-statements.ts';
import { clusteredPeople } from './clustered-people.ts';
import type { ConsensusStatements } from './consensus-statements.ts';
import { describeGroups } from './describe-groups.ts';
import { type Division, findGroups } from './find-groups.ts';
import type { GroupStatistics } from './group-statistics.ts';
import { hireCrew, threadsOfMachine } from './landscape-crew.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { type Coordinates, personPositions } from './person-positions.ts';
import { type PrincipalAxes, principalAxes } from './principal-axes.ts';
import type { RepresentativeStatement } from './representative-statements.ts';

export interface LandscapeOptions {
  /** Integer; decides the starts of k-means and the silhouette's sample. */
  readonly seed: number;
  /** Starts of k-means for each k; default 500 up to 1,000 people, 200 up to 5,000, 20 above. */
  readonly restarts?: number;
  /** A division with a smaller group is not chosen; default 1, which is the published method. */
  readonly smallestGroup?: number;
  /** Largest number of groups tried; default 5. */
  readonly largestCount?: number;
  /** Up to this many people silhouettes are exact; default 5,000. */
  readonly exactSilhouetteUpTo?: number;
  /** 1 for statements about the conversation itself, which are shown with a fixed priority. */
  readonly aboutProcess?: ArrayLike<number>;
  /** Worker threads; default as many as cores, at most 4, and none for up to 3,000 people. */
  readonly workers?: number;
  readonly signal?: AbortSignal;
  /** @param share  0 to 1, never falling. */
  readonly onProgress?: (share: number, stage: LandscapeStage) => void;
}

export type LandscapeStage = 'axes' | 'groups' | 'statements';

export type LandscapeWarning =
  | { readonly code: 'silhouette-estimated'; readonly sampled: number; readonly people: number }
  | { readonly code: 'no-division-large-enough'; readonly smallestGroup: number }
  | { readonly code: 'tiny-group'; readonly group: number; readonly people: number }
  | { readonly code: 'no-second-axis' }
  | { readonly code: 'groups-not-tested' };

export interface OpinionLandscape {
  readonly axes: PrincipalAxes;
  /** Place of each person, rows as in the matrix. */
  readonly positions: Coordinates;
  /** Distance of each statement from the middle. */
  readonly extremity: Float64Array;
  /** Rows of those who voted enough to be placed in a group. */
  readonly clustered: Int32Array;
  /** One per k; labels and centres belong to the clustered people only. */
  readonly divisions: readonly Division[];
  /** The chosen k, or 0 when no division is large enough. */
  readonly groupCount: number;
  /** Group of each row, -1 for none. */
  readonly labels: Int8Array;
  readonly groups: readonly GroupStatistics[];
  /** For each group. */
  readonly representative: readonly (readonly RepresentativeStatement[])[];
  readonly consensus: ConsensusStatements;
  readonly groupInformedConsensus: Float64Array;
  readonly bridging: readonly BridgingStatement[];
  readonly priority: Float64Array;
  readonly assumptions: readonly string[];
  readonly warnings: readonly LandscapeWarning[];
}

const assumptions = [
  'missing-votes-take-the-statement-mean',
  'positions-scaled-by-participation',
  'shares-smoothed-with-one-success-in-two-trials',
  'tests-one-sided-90-percent-not-corrected-for-many-statements',
  'groups-and-tests-come-from-the-same-votes',
] as const;

/**
 * The opinion landscape: axes, places, groups, and what each group and all together think.
 * @param matrix  From `opinionMatrix`. Not mutated.
 * @param options  Seed, sizes, progress and cancellation.
 * @returns The landscape; or { insufficient } with fewer than 3 people or 2 included statements.
 *   Whether the groups are more than chance is a separate question: `groupReliability`.
 * @throws {AnalysisInputError} on an option out of range; the signal's reason when cancelled.
 * @complexity O(sum of squared votes per person + restarts steps n k + sample n), in threads when
 *   there are many people. Deterministic for a seed, whatever the number of workers.
 * @source Small et al. 2021, Recerca 26(2).
 * @checked against numpy and scikit-learn on four real conversations.
 */
export async function opinionLandscape(
  matrix: OpinionMatrix,
  options: LandscapeOptions,
): Promise<OpinionLandscape | Insufficient> {
  checkOptions(options);
  const included = matrix.excluded.reduce((count, flag) => count + 1 - flag, 0);
  if (matrix.people.length < 3) return insufficient('people', 3, matrix.people.length);
  if (included < 2) return insufficient('statements', 2, included);
  const clustered = clusteredPeople(matrix);
  const crew = hireCrew(workerCount(options, clustered.length), options.signal);
  try {
    options.onProgress?.(0, 'axes');
    const axes = principalAxes(matrix);
    const positions = personPositions(matrix, axes);
    options.signal?.throwIfAborted();
    options.onProgress?.(0.2, 'groups');
    const { divisions, chosen } = await findGroups(crew, pick(positions, clustered), {
      seed: options.seed,
      restarts: options.restarts ?? defaultRestarts(clustered.length),
      smallestGroup: options.smallestGroup ?? 1,
      largestCount: options.largestCount ?? 5,
      exactSilhouetteUpTo: options.exactSilhouetteUpTo ?? 5000,
      onProgress: (share) => options.onProgress?.(0.2 + 0.7 * share, 'groups'),
    });
    options.signal?.throwIfAborted();
    options.onProgress?.(0.9, 'statements');
    const labels = labelsOfRows(matrix.people.length, clustered, chosen);
    const landscape = describeGroups(matrix, axes, labels, chosen?.k ?? 0, options.aboutProcess);
    options.onProgress?.(1, 'statements');
    const warnings = warningsOf(axes, divisions, chosen, options);
    const found = { axes, positions, clustered, divisions, labels, groupCount: chosen?.k ?? 0 };
    return { ...found, ...landscape, assumptions, warnings };
  } finally {
    await crew.dismiss();
  }
}

function checkOptions(options: LandscapeOptions): void {
  const atLeast = (name: keyof LandscapeOptions, least: number) => {
    const value = options[name];
    if (value !== undefined && !(Number.isInteger(value) && (value as number) >= least)) {
      throw new AnalysisInputError(name, `must be an integer of at least ${least}`);
    }
  };
  if (!Number.isSafeInteger(options.seed)) {
    throw new AnalysisInputError('seed', 'must be an integer');
  }
  atLeast('restarts', 1);
  atLeast('smallestGroup', 1);
  atLeast('largestCount', 2);
  atLeast('exactSilhouetteUpTo', 0);
  atLeast('workers', 0);
  options.signal?.throwIfAborted();
}

const defaultRestarts = (people: number) => (people <= 1000 ? 500 : people <= 5000 ? 200 : 20);

function workerCount({ workers }: LandscapeOptions, people: number): number {
  return workers ?? (people > 3000 ? Math.min(4, threadsOfMachine()) : 0);
}

/** Coordinates of some rows, in memory that threads can share. */
function pick({ x, y }: Coordinates, rows: Int32Array): Coordinates {
  const shared = () => new Float64Array(new SharedArrayBuffer(8 * rows.length));
  const picked = { x: shared(), y: shared() };
  rows.forEach((row, at) => {
    picked.x[at] = x[row]!;
    picked.y[at] = y[row]!;
  });
  return picked;
}

function labelsOfRows(people: number, clustered: Int32Array, chosen: Division | null): Int8Array {
  const labels = new Int8Array(people).fill(-1);
  if (chosen) {
    clustered.forEach((row, at) => {
      labels[row] = chosen.labels[at]!;
    });
  }
  return labels;
}

function warningsOf(
  axes: PrincipalAxes,
  divisions: readonly Division[],
  chosen: Division | null,
  { smallestGroup = 1 }: LandscapeOptions,
): LandscapeWarning[] {
  const warnings: LandscapeWarning[] = [{ code: 'groups-not-tested' }];
  const estimated = divisions.find(({ silhouette }) => silhouette.standardError > 0);
  if (estimated) {
    const people = estimated.labels.length;
    const { sampled } = estimated.silhouette;
    warnings.push({ code: 'silhouette-estimated', sampled, people });
  }
  if (axes.explainedVariance[1] === 0) warnings.push({ code: 'no-second-axis' });
  if (!chosen) warnings.push({ code: 'no-division-large-enough', smallestGroup });
  chosen?.sizes.forEach((people, group) => {
    if (people < 5) warnings.push({ code: 'tiny-group', group, people });
  });
  return warnings;
}
