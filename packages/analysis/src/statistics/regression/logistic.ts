import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { invertUpper, orthogonalize, solveUpper } from '../linear/orthogonalize.ts';
import type { Coefficient } from './coefficient.ts';
import { describeCoefficient } from './coefficient.ts';
import type { Covariance } from './covariance.ts';
import { sandwich, squareMatrix, standardErrors } from './covariance.ts';
import type { Design, RegressionInput } from './design.ts';
import { buildDesign } from './design.ts';

/**
 * `model`: from the likelihood. `HC0`: robust. `HC0S`: robust times n/(n - 1), as Stata does.
 * `CR0`, `CR1`: by cluster, without and with G/(G - 1).
 */
export type LogisticErrors = 'model' | 'HC0' | 'HC0S' | 'CR0' | 'CR1';

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

const MOST_STEPS = 60;

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
  if (!(level > 0 && level < 1)) throw new AnalysisInputError('level', 'must be between 0 and 1');
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
  const { covariance, clusters } = chooseCovariance(design, solution, errors, options.cluster);
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

type Solution = {
  readonly kept: readonly number[];
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  readonly inverseR: readonly Float64Array[];
  readonly deviance: number;
  readonly iterations: number;
  readonly converged: boolean;
};

function maximize(design: Design): Solution {
  const { kept } = orthogonalize(
    design.columns.map((column) => column.map((v, i) => v * Math.sqrt(design.copies[i]!))),
  );
  const columns = kept.map((index) => design.columns[index]!);
  let coefficients = new Float64Array(kept.length);
  let state = evaluate(design, columns, coefficients);
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const { inverseR, direction } = newtonStep(design, columns, state.fitted);
    let next = coefficients.map((value, j) => value + direction[j]!);
    let after = evaluate(design, columns, next);
    for (let half = 0.5; !(after.deviance <= state.deviance + 1e-9) && half > 1e-6; half /= 2) {
      next = coefficients.map((value, j) => value + half * direction[j]!);
      after = evaluate(design, columns, next);
    }
    const change = Math.abs(state.deviance - after.deviance);
    const converged =
      change <= 1e-13 * (Math.abs(after.deviance) + 0.1) &&
      direction.every((d, j) => Math.abs(d) <= 1e-9 * (1 + Math.abs(next[j]!)));
    [coefficients, state] = [next, after];
    if (converged || step === MOST_STEPS) {
      return { kept, coefficients, ...state, inverseR, iterations: step, converged };
    }
  }
  throw new Error('unreachable');
}

/** Weighted least squares of the working residuals, by QR. */
function newtonStep(design: Design, columns: readonly Float64Array[], fitted: Float64Array) {
  const weights = fitted.map((p, i) => Math.sqrt(p * (1 - p) * design.copies[i]!));
  const scaled = columns.map((column) => column.map((value, i) => value * weights[i]!));
  const { q, r, kept } = orthogonalize(scaled);
  const working = fitted.map((p, i) =>
    weights[i]! > 0 ? ((design.outcome[i]! - p) * design.copies[i]!) / weights[i]! : 0,
  );
  const partial = solveUpper(
    r,
    q.map((direction) => direction.reduce((sum, value, i) => sum + value * working[i]!, 0)),
  );
  const direction = new Float64Array(columns.length);
  for (const [position, column] of kept.entries()) direction[column] = partial[position]!;
  return { inverseR: spread(invertUpper(r), kept, columns.length), direction };
}

/** When separation makes columns vanish their rows and columns of R^-1 are infinite. */
function spread(
  rows: readonly Float64Array[],
  kept: readonly number[],
  size: number,
): Float64Array[] {
  if (kept.length === size) return [...rows];
  const whole = squareMatrix(size);
  for (let i = 0; i < size; i += 1) whole[i]![i] = Number.POSITIVE_INFINITY;
  for (const [i, row] of kept.entries()) {
    for (const [j, column] of kept.entries()) whole[row]![column] = rows[i]![j]!;
  }
  return whole;
}

function evaluate(design: Design, columns: readonly Float64Array[], coefficients: Float64Array) {
  let deviance = 0;
  const fitted = design.outcome.map((y, i) => {
    let eta = 0;
    for (const [j, column] of columns.entries()) eta += column[i]! * coefficients[j]!;
    const towards = y === 1 ? eta : -eta;
    const cost =
      towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards;
    if (design.copies[i]! > 0) deviance += 2 * design.copies[i]! * cost;
    return 1 / (1 + Math.exp(-eta));
  });
  return { fitted, deviance };
}

function nullLogLikelihood(design: Design, events: number): number {
  const n = design.observations;
  if (!design.intercept) return -n * Math.LN2;
  return events * Math.log(events / n) + (n - events) * Math.log1p(-events / n);
}

function chooseCovariance(
  design: Design,
  solution: Solution,
  errors: LogisticErrors,
  cluster?: readonly (string | number)[],
): { covariance: Covariance; clusters: number | null } {
  const size = solution.kept.length;
  const { inverseR } = solution;
  if (errors === 'model') {
    const unit = squareMatrix(size);
    for (let i = 0; i < size; i += 1) unit[i]![i] = 1;
    return { covariance: sandwich(inverseR, unit), clusters: null };
  }
  const byCluster = errors === 'CR0' || errors === 'CR1';
  if (byCluster && cluster?.length !== design.outcome.length) {
    throw new AnalysisInputError('cluster', 'must have a label for each row');
  }
  const scores = byCluster
    ? clusterScores(design, solution, cluster!)
    : rowScores(design, solution);
  const count = byCluster ? scores.length : design.observations;
  const factor = errors === 'HC0S' || errors === 'CR1' ? count / (count - 1) : 1;
  // (X'WX)^-1 S (X'WX)^-1 is the sandwich of R^-T S R^-1.
  const middle = squareMatrix(size);
  for (const { score, copies } of scores) {
    const turned = Float64Array.from(inverseR, (_, j) => {
      let sum = 0;
      for (let i = 0; i <= j; i += 1) sum += inverseR[i]![j]! * score[i]!;
      return sum;
    });
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) middle[a]![b]! += factor * copies * turned[a]! * turned[b]!;
    }
  }
  return { covariance: sandwich(inverseR, middle), clusters: byCluster ? scores.length : null };
}

type Score = { score: Float64Array; copies: number };

function rowScores(design: Design, { kept, fitted }: Solution): Score[] {
  return Array.from(design.outcome, (y, i) => ({
    score: Float64Array.from(kept, (column) => design.columns[column]![i]! * (y - fitted[i]!)),
    copies: design.copies[i]!,
  }));
}

function clusterScores(
  design: Design,
  solution: Solution,
  cluster: readonly (string | number)[],
): Score[] {
  const sums = new Map<string | number, Float64Array>();
  for (const [i, { score, copies }] of rowScores(design, solution).entries()) {
    if (copies === 0) continue;
    const sum = sums.get(cluster[i]!) ?? new Float64Array(score.length);
    for (let j = 0; j < score.length; j += 1) sum[j]! += copies * score[j]!;
    sums.set(cluster[i]!, sum);
  }
  if (sums.size < 2) throw new AnalysisInputError('cluster', 'needs at least two clusters');
  return [...sums.values()].map((score) => ({ score, copies: 1 }));
}

function collectWarnings(design: Design, solution: Solution): LogisticWarning[] {
  const warnings: LogisticWarning[] = [];
  if (solution.kept.length < design.names.length) warnings.push('predictors-left-out-as-dependent');
  const extreme = solution.fitted.some((p) => p < 1e-9 || p > 1 - 1e-9);
  if (extreme) warnings.push('perfect-separation');
  if (!solution.converged) warnings.push('did-not-converge');
  return warnings;
}
