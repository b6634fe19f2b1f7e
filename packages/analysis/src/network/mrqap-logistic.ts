import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { fitLogistic, type LogisticFit } from './logistic-fit.ts';
import { type Design, designOf, type Predictor } from './mrqap-design.ts';
import { type LogisticProblem, permuteLogistic } from './mrqap-logistic-kernel.ts';
import { residualOutside } from './orthonormal.ts';
import {
  concatenate,
  type PermutationOptions,
  type PermutationSummary,
  permutationSlices,
  summarizePermutations,
} from './permutation.ts';
import { runSlices } from './run-slices.ts';
import type { TieMatrix } from './tie-matrix.ts';
import type { Watch } from './workload.ts';

export interface MrqapLogisticOptions extends PermutationOptions {
  /** Default true: all ordered pairs. */
  readonly directed?: boolean;
}

export interface MrqapLogisticTerm extends PermutationSummary {
  /** `intercept`, then the predictors in the order given. */
  readonly name: string;
  /** On the scale of log odds. */
  readonly coefficient: number;
  /**
   * As if pairs were independent, which they are not: use the p values. From the weights of the last
   * step of reweighted least squares, as R's `glm` reports it.
   */
  readonly standardError: number;
  /** The same from the information at the maximum; equal to four digits or more. */
  readonly standardErrorAtMaximum: number;
  readonly z: number;
}

export interface MrqapLogistic {
  readonly terms: readonly MrqapLogisticTerm[];
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly pairs: number;
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * MRQAP for a relation of ties that are there or not: logistic regression over all pairs, judged by
 * double semi-partialling (each predictor's residual outside the others is shuffled and refitted).
 * @param y  Square matrix of 0 and 1. @param predictors  At least one, over the same nodes.
 * @param options  Seed and number of permutations; two-sided p compares absolute z values.
 * @returns Coefficients with p values; insufficient when there are too few pairs, y does not vary, or a
 *   predictor separates ties from their absence so that no maximum exists.
 * @throws {AnalysisInputError} as `mrqap`, and on a value of y other than 0 or 1.
 * @complexity O(permutations x pairs x coefficients^3) with about six rounds of Newton's method each
 * @source Dekker, Krackhardt & Snijders 2007, Psychometrika 72:563, applied to the logistic model.
 * @checked against R's `glm` (coefficients, standard errors, deviance).
 */
export function mrqapLogistic(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapLogisticOptions,
): MrqapLogistic | Insufficient {
  const plan = prepare(y, predictors, options);
  if ('insufficient' in plan) return plan;
  const slices = permutationSlices(options);
  return conclude(
    plan,
    slices.map((slice) => permuteLogistic(plan.problem, slice)),
  );
}

/** `mrqapLogistic` in worker threads, the same numbers. */
export async function mrqapLogisticInThreads(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapLogisticOptions,
  watch?: Watch,
): Promise<MrqapLogistic | Insufficient> {
  const plan = prepare(y, predictors, options);
  if ('insufficient' in plan) return plan;
  const slices = permutationSlices(options);
  const task = { kind: 'mrqap-logistic', problem: plan.problem, slices } as const;
  const { y: values, columns } = plan.design;
  const operations = 8 * options.permutations * values.length * columns.length ** 3;
  return conclude(plan, await runSlices(task, operations, watch));
}

interface Plan {
  readonly design: Design;
  readonly problem: LogisticProblem;
  readonly fit: LogisticFit;
}

function prepare(
  y: TieMatrix,
  predictors: readonly Predictor[],
  options: MrqapLogisticOptions,
): Plan | Insufficient {
  const design = designOf(y, predictors, options.directed ?? true);
  if ('insufficient' in design) return design;
  const { n, row, column, columns } = design;
  const strange = design.y.findIndex((value) => value !== 0 && value !== 1);
  if (strange >= 0) {
    const place = `y[${row[strange]}][${column[strange]}]`;
    throw new AnalysisInputError(place, `is ${design.y[strange]}, not 0 or 1`);
  }
  if (design.y.every((value) => value === design.y[0])) {
    return insufficient('different-values-in-y', 2, 1);
  }
  const fit = fitLogistic(design.y, columns);
  if (!fit.converged) return insufficient('predictors-that-do-not-separate-ties-from-none', 1, 0);
  const residuals = columns.map((values, k) =>
    design.toMatrix(residualOutside(values, design.basisWithout(k))),
  );
  return { design, problem: { n, row, column, y: design.y, columns, residuals }, fit };
}

function conclude({ design, fit }: Plan, parts: readonly Float64Array[]): MrqapLogistic {
  const all = concatenate(parts);
  const size = design.columns.length;
  let unfitted = 0;
  const terms = fit.coefficients.map((coefficient, k) => {
    const standardError = fit.standardErrors[k]!;
    const standardErrorAtMaximum = fit.standardErrorsAtMaximum[k]!;
    const z = coefficient / standardErrorAtMaximum;
    const chance = Float64Array.from({ length: all.length / size }, (_, i) => all[i * size + k]!);
    const fitted = chance.filter((value) => !Number.isNaN(value));
    unfitted += chance.length - fitted.length;
    const summary = summarizePermutations(z, fitted, 0);
    return {
      name: design.names[k]!,
      coefficient,
      standardError,
      standardErrorAtMaximum,
      z,
      ...summary,
    };
  });
  const share = design.y.reduce((sum, value) => sum + value, 0) / design.y.length;
  const logLikelihood = share * Math.log(share) + (1 - share) * Math.log(1 - share);
  return {
    terms,
    deviance: fit.deviance,
    nullDeviance: -2 * design.y.length * logLikelihood,
    pairs: design.y.length,
    assumptions: [
      'the log odds of a tie are a sum of the effects of the predictors',
      'under chance, people are exchangeable in what a predictor adds to the others',
    ],
    warnings: unfitted > 0 ? [`${unfitted} shuffles without a maximum were left out`] : [],
  };
}
