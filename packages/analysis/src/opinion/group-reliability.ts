import { AnalysisInputError } from '../errors.ts';
import { seededRandom } from '../random.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { hireCrew, type LandscapeCrew } from './landscape-crew.ts';
import { leadingVariance } from './leading-variance.ts';
import type { OpinionLandscape } from './opinion-landscape.ts';
import type { OpinionMatrix } from './opinion-matrix.ts';
import { rowsOfMatrix } from './rows-of-matrix.ts';

export interface ReliabilityOptions {
  /** Integer; decides permutations, resamples and, for many people, the sample. */
  readonly seed: number;
  /** Default 199. */
  readonly permutations?: number;
  /** Default 50. */
  readonly resamples?: number;
  /** Share of structureless conversations in which structure is found; default 0.05. */
  readonly alpha?: number;
  /** With more people in groups, the structure test takes a random sample of so many; default 1,000. */
  readonly sampleAbove?: number;
  /** The same for the resamples, which lose more by it; default 20,000. */
  readonly resampleAbove?: number;
  /** Worker threads; default none. */
  readonly workers?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

export type ReliabilityReason =
  | 'too-few-people'
  | 'too-few-statements'
  | 'no-division'
  | 'tiny-group'
  | 'structure-not-above-chance'
  | 'groups-not-reproducible';

export interface GroupReliability {
  readonly verdict: 'reliable-groups' | 'no-reliable-groups';
  /** Why not; empty when reliable. */
  readonly reasons: readonly ReliabilityReason[];
  /** Permutation test of whether opinions hang together at all; null when not tested. */
  readonly structure: {
    readonly p: number;
    readonly alpha: number;
    readonly permutations: number;
    /** Variance along the first axis over its mean when votes are dealt anew. */
    readonly timesChance: number;
    /** People on whom it was tested. */
    readonly sampled: number;
  } | null;
  /** How well the groups come back when people are drawn anew; null when not tested. */
  readonly reproduction: {
    /** Mean adjusted Rand index of the resamples, at most 1. */
    readonly agreement: number;
    readonly needed: number;
    readonly resamples: number;
    /** For each group the mean overlap (Jaccard) with its best match, 0 to 1. */
    readonly groups: readonly number[];
    readonly sampled: number;
  } | null;
  /** People in groups. */
  readonly people: number;
}

/** Below these numbers no test is strong enough to speak of groups. */
const fewest = { people: 20, statements: 5, group: 5 } as const;
const agreementNeeded = 0.6;

/**
 * Whether the groups of a landscape mean anything. Two questions are asked: do opinions on different
 * statements hang together more than if votes were dealt anew within each statement (permutation
 * test), and do the same groups come back when people are drawn anew (bootstrap)?
 * @param matrix  The one the landscape was made from. Not mutated.
 * @param landscape  Its clustered people, labels and number of groups.
 * @returns "reliable groups" only when both say so, the conversation has at least 20 people and 5
 *   statements, and no group has fewer than 5 people; otherwise "no reliable groups" and why. In
 *   conversations without structure the test finds some in a share alpha of cases, and the verdict
 *   is wrong at most that often. A single scale from one side to the other also counts as structure:
 *   whether it falls into groups is what the bootstrap answers.
 * @throws {AnalysisInputError} on an option out of range; the signal's reason when cancelled.
 * @complexity O((permutations + resamples) votes). Deterministic for a seed.
 * @source Phipson & Smyth 2010, SAGMB 9(1):39 (p = (c + 1) / (m + 1)); Hennig 2007, Comput. Stat.
 *   Data Anal. 52:258 (cluster-wise stability).
 * @checked against planted groups and structureless votes with equal and skewed participation
 *   (null calibration test).
 */
export async function groupReliability(
  matrix: OpinionMatrix,
  landscape: Pick<OpinionLandscape, 'clustered' | 'labels' | 'groupCount'>,
  options: ReliabilityOptions,
): Promise<GroupReliability> {
  checkOptions(options);
  const { clustered, labels, groupCount } = landscape;
  const people = clustered.length;
  const small = reasonsOfSize(matrix, landscape);
  if (small.length > 0) {
    return {
      verdict: 'no-reliable-groups',
      reasons: small,
      structure: null,
      reproduction: null,
      people,
    };
  }
  const crew = hireCrew(options.workers ?? 0, options.signal);
  try {
    const few = sampleOf(clustered, options.sampleAbove ?? 1000, options.seed);
    const structure = await testStructure(crew, rowsOfMatrix(matrix, few), options);
    const many = sampleOf(clustered, options.resampleAbove ?? 20_000, options.seed);
    const own = Uint8Array.from(many, (row) => labels[row]!);
    const part = rowsOfMatrix(matrix, many);
    const reproduction = await testReproduction(crew, part, own, groupCount, options);
    const reasons: ReliabilityReason[] = [];
    if (structure.p > structure.alpha) reasons.push('structure-not-above-chance');
    if (reproduction.agreement < agreementNeeded) reasons.push('groups-not-reproducible');
    const verdict = reasons.length === 0 ? 'reliable-groups' : 'no-reliable-groups';
    return { verdict, reasons, structure, reproduction, people };
  } finally {
    await crew.dismiss();
  }
}

async function testStructure(
  crew: LandscapeCrew,
  matrix: OpinionMatrix,
  options: ReliabilityOptions,
) {
  const { seed, permutations = 199, alpha = 0.05, onProgress } = options;
  const observed = leadingVariance(matrix);
  const parts = await inParts(permutations, 0, 0.6, onProgress, (range) =>
    crew.run({ kind: 'permute', matrix, range, seed }),
  );
  const dealt = parts.flatMap((part) => [...part]);
  // What differs only in rounding counts as equal, hence against structure.
  const reached = dealt.filter((value) => value >= observed * (1 - 1e-9)).length;
  const mean = dealt.reduce((sum, value) => sum + value, 0) / permutations;
  const p = (reached + 1) / (permutations + 1);
  const timesChance = mean > 0 ? observed / mean : 1;
  return { p, alpha, permutations, timesChance, sampled: matrix.people.length };
}

async function testReproduction(
  crew: LandscapeCrew,
  matrix: OpinionMatrix,
  own: Uint8Array,
  k: number,
  { seed, resamples = 50, onProgress }: ReliabilityOptions,
) {
  const parts = await inParts(resamples, 0.6, 1, onProgress, (range) =>
    crew.run({ kind: 'resample', matrix, k, range, seed }),
  );
  const found = parts.flat().filter((labels) => labels !== null);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const agreement = sum(found.map((labels) => adjustedRandIndex(own, labels))) / resamples;
  const groups = Array.from(
    { length: k },
    (_, group) => sum(found.map((labels) => bestOverlap(own, labels, group, k))) / resamples,
  );
  return { agreement, needed: agreementNeeded, resamples, groups, sampled: own.length };
}

/** Splits so many repetitions into parts of ten and reports each part that is done. */
async function inParts<T>(
  count: number,
  fromShare: number,
  toShare: number,
  onProgress: ((share: number) => void) | undefined,
  run: (range: readonly [number, number]) => Promise<T>,
): Promise<T[]> {
  let done = 0;
  const starts = Array.from({ length: Math.ceil(count / 10) }, (_, part) => part * 10);
  return Promise.all(
    starts.map(async (from) => {
      const to = Math.min(count, from + 10);
      const answer = await run([from, to]);
      done += to - from;
      onProgress?.(fromShare + ((toShare - fromShare) * done) / count);
      return answer;
    }),
  );
}

function bestOverlap(own: Uint8Array, other: Uint8Array, group: number, k: number): number {
  const both = new Array<number>(k).fill(0);
  const theirs = new Array<number>(k).fill(0);
  let size = 0;
  for (let i = 0; i < own.length; i++) {
    theirs[other[i]!]! += 1;
    if (own[i] !== group) continue;
    size += 1;
    both[other[i]!]! += 1;
  }
  return Math.max(...both.map((shared, c) => shared / Math.max(1, size + theirs[c]! - shared)));
}

function reasonsOfSize(
  matrix: OpinionMatrix,
  { clustered, labels, groupCount }: Pick<OpinionLandscape, 'clustered' | 'labels' | 'groupCount'>,
): ReliabilityReason[] {
  const included = matrix.excluded.reduce((count, flag) => count + 1 - flag, 0);
  const sizes = new Array<number>(groupCount).fill(0);
  for (const row of clustered) if (labels[row]! >= 0) sizes[labels[row]!]! += 1;
  const reasons: ReliabilityReason[] = [];
  if (clustered.length < fewest.people) reasons.push('too-few-people');
  if (included < fewest.statements) reasons.push('too-few-statements');
  if (groupCount < 2) reasons.push('no-division');
  if (sizes.some((size) => size < fewest.group)) reasons.push('tiny-group');
  return reasons;
}

function sampleOf(rows: Int32Array, most: number, seed: number): Int32Array {
  if (rows.length <= most) return rows;
  const random = seededRandom(seed);
  const shuffled = rows.slice();
  for (let at = 0; at < most; at++) {
    const other = at + Math.floor(random() * (rows.length - at));
    const kept = shuffled[at]!;
    shuffled[at] = shuffled[other]!;
    shuffled[other] = kept;
  }
  return shuffled.slice(0, most).sort();
}

function checkOptions(options: ReliabilityOptions): void {
  if (!Number.isSafeInteger(options.seed))
    throw new AnalysisInputError('seed', 'must be an integer');
  for (const name of ['permutations', 'resamples', 'sampleAbove', 'resampleAbove'] as const) {
    const value = options[name];
    if (value !== undefined && !(Number.isSafeInteger(value) && value >= 1)) {
      throw new AnalysisInputError(name, 'must be an integer of at least 1');
    }
  }
  const { alpha = 0.05 } = options;
  if (!(alpha > 0 && alpha < 1)) throw new AnalysisInputError('alpha', 'must lie between 0 and 1');
  options.signal?.throwIfAborted();
}
