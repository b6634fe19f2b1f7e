import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import type { Coefficient } from './coefficient.ts';
import { describeCoefficient } from './coefficient.ts';
import type { Covariance } from './covariance.ts';
import { standardErrors } from './covariance.ts';
import type { Design, RegressionInput } from './design.ts';
import { buildDesign } from './design.ts';
import type { LogisticErrors } from './logistic-covariance.ts';
import { logisticCovariance } from './logistic-covariance.ts';
import type { Solution } from './logistic-likelihood.ts';
import { maximize } from './logistic-likelihood.ts';

export type LogisticOptions = {
  readonly errors?: LogisticErrors;
  readonly cluster?: readonly (string | number)[];
  readonly level?: number;
};

export type LogisticWarning =
  | 'predictors-left-out-as-dependent'
  | 'perfect-separation'
  | 'did-not-converge';

export type Logistic = {
  readonly observations: number;
  readonly events: number;
  readonly errors: LogisticErrors;
  readonly clusters: number | null;
  /** On the scale of log odds; exp(estimate) is an odds ratio. */
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Covariance;
  readonly aliased: readonly string[];
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  /** McFadden's: one minus the ratio of deviances. */
  readonly pseudoRSquared: number;
  readonly aic: number;
  readonly bic: number;
  readonly fitted: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  readonly assumptions: readonly string[];
  readonly warnings: readonly LogisticWarning[];
};

/**
 * Logistic regression by maximum likelihood.
 * @param input  Outcome 0 or 1; predictors finite; `copies` counts like rows. Not mutated.
 * @param options.errors  Default `model`; statistics are z.
 * @returns the fit, or `insufficient` when one of the two outcomes never occurs or there are not
 *   more observations than coefficients. Predictors that tell the outcomes apart perfectly have no
 *   finite estimate: the warning `perfect-separation` says so. Deterministic.
 * @throws {AnalysisInputError} naming an argument that cannot be used.
 * @complexity O(n k^2) a step, about six steps.
 * @source Iteratively reweighted least squares: McCullagh & Nelder 1989, section 2.5; each step by QR.
 * @checked against R glm and sandwich, and four published Stata regressions of teacher retention.
 */
export function logistic(
  input: RegressionInput,
  options: LogisticOptions = {},
): Logistic | Insufficient {
  const { errors = 'model', level = 0.95 } = options;
  checkLevel(level);
  const design = buildDesign(input);
  if (design.outcome.some((y) => y !== 0 && y !== 1)) {
    throw new AnalysisInputError('outcome', 'must be 0 or 1');
  }
  const n = design.observations;
  if (n < design.names.length + 1) {
    return insufficient('observations', design.names.length + 1, n);
  }
  let events = 0;
  for (const [i, y] of design.outcome.entries()) events += y * design.copies[i]!;
  if (events === 0 || events === n) return insufficient('outcomes', 2, 1);

  const solution = maximize(design);
  const { covariance, clusters } = logisticCovariance(design, solution, errors, options.cluster);
  const se = standardErrors(covariance);
  const nullDeviance = -2 * nullLogLikelihood(design, events);
  const k = solution.kept.length;
  return {
    observations: n,
    events,
    errors,
    clusters,
    coefficients: solution.kept.map((column, i) =>
      describeCoefficient(
        design.names[column]!,
        solution.coefficients[i]!,
        se[i]!,
        Number.POSITIVE_INFINITY,
        level,
      ),
    ),
    covariance,
    aliased: design.names.filter((_, column) => !solution.kept.includes(column)),
    deviance: solution.deviance,
    nullDeviance,
    logLikelihood: -solution.deviance / 2,
    nullLogLikelihood: -nullDeviance / 2,
    pseudoRSquared: 1 - solution.deviance / nullDeviance,
    aic: solution.deviance + 2 * k,
    bic: solution.deviance + Math.log(n) * k,
    fitted: solution.fitted,
    iterations: solution.iterations,
    converged: solution.converged,
    assumptions: [
      'linear-in-log-odds',
      clusters === null ? 'independent-rows' : 'independent-clusters',
    ],
    warnings: collectWarnings(design, solution),
  };
}

function nullLogLikelihood(design: Design, events: number): number {
  const n = design.observations;
  if (!design.intercept) return -n * Math.LN2;
  return events * Math.log(events / n) + (n - events) * Math.log1p(-events / n);
}

function collectWarnings(design: Design, solution: Solution): LogisticWarning[] {
  const warnings: LogisticWarning[] = [];
  if (solution.kept.length < design.names.length) warnings.push('predictors-left-out-as-dependent');
  const extreme = solution.fitted.some((p) => p < 1e-9 || p > 1 - 1e-9);
  if (extreme) warnings.push('perfect-separation');
  if (!solution.converged) warnings.push('did-not-converge');
  return warnings;
}
