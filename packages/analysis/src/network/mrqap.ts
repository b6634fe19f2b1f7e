import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { type Design, designOf, type Predictor } from './mrqap-design.ts';
import { type MrqapProblem, permuteResiduals } from './mrqap-kernel.ts';
import { backSubstitute, dot, residualOutside } from './orthonormal.ts';
import {
  concatenate,
  type PermutationOptions,
  type PermutationSummary,
  permutationSlices,
  summarizePermutations,
} from './permutation.ts';
import { runSlices, shared } from './run-slices.ts';
import type { TieMatrix } from './tie-matrix.ts';
import type { Watch } from './workload.ts';

/**
 * `double-semi-partialling` shuffles what each predictor adds to the others, and stays right when
 * predictors go together. `permute-y` shuffles y: right for the hypothesis that nothing matters.
 */
export type MrqapNull = 'double-semi-partialling' | 'permute-y';

export interface MrqapOptions extends PermutationOptions {
  /** Default true: all ordered pairs. */
  readonly directed?: boolean;
  /** Default `double-semi-partialling`. */
  readonly nullHypothesis?: MrqapNull;
}

export interface MrqapTerm extends PermutationSummary {
  /** `intercept`, then the predictors in the order given. */
  readonly name: string;
  readonly coefficient: number;
  /** The statistic that is compared with its permutations; its usual p value does not hold for ties. */
  readonly t: number;
}

export interface Mrqap {
  readonly terms: readonly MrqapTerm[];
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  readonly pairs: number;
  readonly degreesOfFreedom: number;
  readonly nullHypothesis: MrqapNull;
  readonly assumptions: readonly string[];
}

/**
 * MRQAP: least squares of one relation on others over all pairs, judged by permutation.
 * @param y  Square matrix without missing values. @param predictors  At least one, over the same nodes.
 * @param options  Seed and number of permutations; two-sided p compares absolute t values.
 * @returns Coefficients with p values; insufficient when there are too few pairs or y does not vary.
 * @throws {AnalysisInputError} on matrices of other size, a missing or infinite value, or a predictor
 *   that is constant or a combination of the others; each names the matrix.
 * @complexity O(permutations x pairs x coefficients^2)
 * @source Dekker, Krackhardt & Snijders 2007, Psychometrika 72:563; Krackhardt 1988, Social Networks 10:359.
 * @checked against sna 2.7 `netlm` (qapspp and qapy), R's `lm`; null calibration test with predictors that go together.
 */
export function mrqap(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapOptions,
): Mrqap | Insufficient {
  const plan = prepare(y, predictors, options);
  if ('insufficient' in plan) return plan;
  const slices = permutationSlices(options);
  return conclude(
    plan,
    slices.map((slice) => permuteResiduals(plan.problem, slice)),
  );
}

/** `mrqap` in worker threads, the same numbers. */
export async function mrqapInThreads(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapOptions,
  watch?: Watch,
): Promise<Mrqap | Insufficient> {
  const plan = prepare(y, predictors, options);
  if ('insufficient' in plan) return plan;
  const terms = plan.problem.terms.map((term) => ({
    ...term,
    matrix: shared(term.matrix),
    fixed: term.fixed.map(shared),
  }));
  const problem = { ...plan.problem, terms };
  const slices = permutationSlices(options);
  const operations = options.permutations * plan.design.y.length * plan.design.columns.length ** 2;
  const task = { kind: 'mrqap', problem, slices } as const;
  return conclude(plan, await runSlices(task, operations, watch));
}

interface Plan {
  readonly design: Design;
  readonly problem: MrqapProblem;
  readonly fit: Fit;
  readonly nullHypothesis: MrqapNull;
}

interface Fit {
  readonly coefficients: readonly number[];
  readonly t: readonly number[];
  readonly rSquared: number;
  readonly degreesOfFreedom: number;
}

function prepare(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapOptions,
): Plan | Insufficient {
  const nullHypothesis = options.nullHypothesis ?? 'double-semi-partialling';
  if (nullHypothesis !== 'double-semi-partialling' && nullHypothesis !== 'permute-y') {
    throw new AnalysisInputError('nullHypothesis', `"${String(nullHypothesis)}" is unknown`);
  }
  const design = designOf(y, predictors, options.directed ?? true);
  if ('insufficient' in design) return design;
  const fit = leastSquares(design);
  if (fit.rSquared === null) return insufficient('different-values-in-y', 2, 1);
  const problem =
    nullHypothesis === 'permute-y' ? permutedY(design, fit) : permutedResiduals(design, fit);
  return { design, problem, fit: { ...fit, rSquared: fit.rSquared }, nullHypothesis };
}

function leastSquares(design: Design): Omit<Fit, 'rSquared'> & { rSquared: number | null } {
  const { y, factors, inverseR } = design;
  const coefficients = backSubstitute(
    factors.r,
    factors.q.map((q) => dot(q, y)),
  );
  const residual = residualOutside(y, factors.q);
  const degreesOfFreedom = y.length - coefficients.length;
  const squares = dot(residual, residual);
  const t = inverseR.map((row, k) => {
    const gram = row.reduce((sum, value) => sum + value ** 2, 0);
    return coefficients[k]! / Math.sqrt((gram * squares) / degreesOfFreedom);
  });
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const varies = y.some((value) => value !== y[0]);
  return { coefficients, t, rSquared: varies ? 1 - squares / total : null, degreesOfFreedom };
}

function permutedResiduals(design: Design, fit: { degreesOfFreedom: number }): MrqapProblem {
  const parts = design.columns.map((column, k) => {
    const basis = design.basisWithout(k);
    const residual = residualOutside(column, basis);
    const restOfY = residualOutside(design.y, basis);
    return {
      term: { matrix: design.toMatrix(residual), fixed: [restOfY, ...basis] },
      squares: dot(residual, residual),
      residualSquares: dot(restOfY, restOfY),
    };
  });
  return {
    ...pairsOf(design),
    ...fit,
    nullHypothesis: 'double-semi-partialling',
    terms: parts.map((part) => part.term),
    squares: parts.map((part) => part.squares),
    residualSquares: parts.map((part) => part.residualSquares),
    inverseR: design.inverseR,
  };
}

function permutedY(design: Design, fit: { degreesOfFreedom: number }): MrqapProblem {
  const term = { matrix: design.toMatrix(design.y), fixed: design.factors.q };
  return {
    ...pairsOf(design),
    ...fit,
    nullHypothesis: 'permute-y',
    terms: [term],
    squares: [dot(design.y, design.y)],
    residualSquares: [],
    inverseR: design.inverseR,
  };
}

const pairsOf = ({ n, row, column }: Design) => ({ n, row, column });

function conclude(plan: Plan, parts: readonly Float64Array[]): Mrqap {
  const { design, fit, nullHypothesis } = plan;
  const all = concatenate(parts);
  const size = design.columns.length;
  const terms = fit.coefficients.map((coefficient, k) => {
    const chance = Float64Array.from({ length: all.length / size }, (_, i) => all[i * size + k]!);
    const t = fit.t[k]!;
    return { name: design.names[k]!, coefficient, t, ...summarizePermutations(t, chance, 0) };
  });
  const pairs = design.y.length;
  return {
    terms,
    rSquared: fit.rSquared,
    adjustedRSquared: 1 - ((1 - fit.rSquared) * (pairs - 1)) / fit.degreesOfFreedom,
    pairs,
    degreesOfFreedom: fit.degreesOfFreedom,
    nullHypothesis,
    assumptions: [
      'the relation is a sum of the effects of the predictors',
      'under chance, people are exchangeable in what a predictor adds to the others',
    ],
  };
}
