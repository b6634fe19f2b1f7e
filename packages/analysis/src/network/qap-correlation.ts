import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import {
  concatenate,
  type PermutationOptions,
  type PermutationSummary,
  permutationSlices,
  summarizePermutations,
} from './permutation.ts';
import { correlationUnder, permuteCorrelation, type QapProblem } from './qap-kernel.ts';
import { runSlices, shared } from './run-slices.ts';
import { type FlatMatrix, flatten, listPairs, type TieMatrix } from './tie-matrix.ts';
import type { Watch } from './workload.ts';

export interface QapOptions extends PermutationOptions {
  /** Default true: all ordered pairs. False: each pair once, both matrices symmetric. */
  readonly directed?: boolean;
}

export interface QapCorrelation extends PermutationSummary {
  /** Pearson correlation over pairs of different nodes. */
  readonly correlation: number;
  /** Pairs known in both matrices. */
  readonly pairs: number;
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * QAP: do two relations among the same people go together, more than when the people of one are
 * shuffled? Rows and columns are shuffled together, so each relation keeps its shape.
 * @param first  @param second  Square matrices over the same nodes; null where a value is missing
 *   (a pair counts where both are known). Not mutated.
 * @param options  Seed and number of permutations; the two-sided p counts correlations at least as far from 0.
 * @returns The correlation and its permutation p values; insufficient below four nodes or when a
 *   matrix does not vary over the pairs known in both.
 * @throws {AnalysisInputError} on matrices of different or uneven size, or a value that is not finite.
 * @complexity O(permutations x non-zero pairs), all pairs when a value is missing
 * @source Hubert 1987, Assignment Methods in Combinatorial Data Analysis; Krackhardt 1987, Social Networks 9:171.
 * @checked against sna 2.7 `gcor` and 20,000 permutations in R, fixtures/networks/expected/qap.json; null calibration test.
 */
export function qapCorrelation(
  first: TieMatrix,
  second: TieMatrix,
  options: QapOptions,
): QapCorrelation | Insufficient {
  const plan = prepare(first, second, options);
  if ('insufficient' in plan) return plan;
  const slices = permutationSlices(options);
  const parts = slices.map((slice) => permuteCorrelation(plan.problem, slice));
  return conclude(plan, parts);
}

/** `qapCorrelation` in worker threads, the same numbers. */
export async function qapCorrelationInThreads(
  first: TieMatrix,
  second: TieMatrix,
  options: QapOptions,
  watch?: Watch,
): Promise<QapCorrelation | Insufficient> {
  const plan = prepare(first, second, options);
  if ('insufficient' in plan) return plan;
  const { row, column, first: a, second: b } = plan.problem;
  const problem = {
    ...plan.problem,
    ...{ row: shared(row), column: shared(column), first: shared(a), second: shared(b) },
  };
  const task = { kind: 'qap', problem, slices: permutationSlices(options) } as const;
  const operations = options.permutations * row.length * 2;
  return conclude(plan, await runSlices(task, operations, watch));
}

interface Plan {
  readonly problem: QapProblem;
  readonly correlation: number;
  readonly pairs: number;
  readonly missing: number;
}

function prepare(first: TieMatrix, second: TieMatrix, options: QapOptions): Plan | Insufficient {
  const directed = options.directed ?? true;
  const a = flatten('first', first, directed);
  const b = flatten('second', second, directed);
  if (a.n !== b.n) throw new AnalysisInputError('second', `has ${b.n} nodes, the first ${a.n}`);
  if (a.n < 4) return insufficient('nodes', 4, a.n);
  const moments = momentsOf(a, b, directed);
  for (const [name, squares] of [
    ['first', moments.squaresA],
    ['second', moments.squaresB],
  ] as const) {
    if (squares === 0) return insufficient(`different-values-in-${name}`, 2, 1);
  }
  const problem = layOut(a, b, directed, moments);
  const inPlace = Uint32Array.from({ length: a.n }, (_, i) => i);
  const correlation = correlationUnder(problem, inPlace);
  return { problem, correlation, pairs: moments.pairs, missing: a.missing + b.missing };
}

interface Moments {
  readonly pairs: number;
  readonly meanA: number;
  readonly meanB: number;
  readonly squaresA: number;
  readonly squaresB: number;
}

function momentsOf(a: FlatMatrix, b: FlatMatrix, directed: boolean): Moments {
  const { row, column } = listPairs(a.n, directed);
  const cells = Array.from(row, (i, pair) => i * a.n + column[pair]!).filter(
    (cell) => !Number.isNaN(a.values[cell]!) && !Number.isNaN(b.values[cell]!),
  );
  const meanOf = (m: FlatMatrix) =>
    cells.reduce((sum, cell) => sum + m.values[cell]!, 0) / cells.length;
  const squaresOf = (m: FlatMatrix, mean: number) =>
    cells.reduce((sum, cell) => sum + (m.values[cell]! - mean) ** 2, 0);
  const varies = (m: FlatMatrix) => cells.some((cell) => m.values[cell] !== m.values[cells[0]!]);
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  return {
    pairs: cells.length,
    meanA,
    meanB,
    squaresA: varies(a) ? squaresOf(a, meanA) : 0,
    squaresB: varies(b) ? squaresOf(b, meanB) : 0,
  };
}

/** The sparser matrix gives the pairs to visit: shuffling either one is the same test. */
function layOut(a: FlatMatrix, b: FlatMatrix, directed: boolean, moments: Moments): QapProblem {
  const complete = a.missing + b.missing === 0;
  const { meanA, meanB, squaresA, squaresB, pairs } = moments;
  const all = listPairs(a.n, directed);
  const countNonZero = (m: FlatMatrix) => m.values.reduce((k, v) => k + (v !== 0 ? 1 : 0), 0);
  const swap = complete && countNonZero(b) < countNonZero(a);
  const [visited, permuted] = swap ? [b, a] : [a, b];
  const cell = (pair: number) => all.row[pair]! * a.n + all.column[pair]!;
  const keep = Array.from(all.row.keys()).filter(
    (pair) => !complete || visited.values[cell(pair)] !== 0,
  );
  return {
    n: a.n,
    row: Uint32Array.from(keep, (pair) => all.row[pair]!),
    column: Uint32Array.from(keep, (pair) => all.column[pair]!),
    first: Float64Array.from(keep, (pair) => visited.values[cell(pair)]!),
    second: permuted.values,
    complete: complete
      ? { pairs, means: [meanA, meanB], spread: Math.sqrt(squaresA * squaresB) }
      : null,
  };
}

function conclude(plan: Plan, parts: readonly Float64Array[]): QapCorrelation {
  const chance = concatenate(parts);
  const missing = `${plan.missing} missing values: a shuffle changes which pairs are known`;
  return {
    correlation: plan.correlation,
    pairs: plan.pairs,
    ...summarizePermutations(plan.correlation, chance, 0),
    assumptions: ['under chance, people are exchangeable: anyone could stand in anyone’s place'],
    warnings: plan.missing > 0 ? [missing] : [],
  };
}
