import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import { fRatioUpperTail } from '../distribution/f-ratio.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { DoubleDouble } from '../linear/exact-dot.ts';
import type { ClusterKind } from './cluster-covariance.ts';
import { clusterCovariance } from './cluster-covariance.ts';
import type { Coefficient } from './coefficient.ts';
import { describeCoefficient } from './coefficient.ts';
import type { Covariance } from './covariance.ts';
import { standardErrors } from './covariance.ts';
import type { RegressionInput } from './design.ts';
import { buildDesign } from './design.ts';
import type { LinearFit } from './linear-fit.ts';
import { fitLinear } from './linear-fit.ts';
import type { RobustKind } from './robust-covariance.ts';
import { classicCovariance, robustCovariance } from './robust-covariance.ts';

export type ErrorKind = 'classic' | RobustKind | ClusterKind;

export type LeastSquaresOptions = {
  /** Default `classic`; a cluster kind needs `cluster`. */
  readonly errors?: ErrorKind;
  /** The cluster of each row, as any label. */
  readonly cluster?: readonly (string | number)[];
  /** Level of the intervals; default 0.95. */
  readonly level?: number;
};

export type LeastSquaresWarning =
  | 'predictors-left-out-as-dependent'
  | 'rows-with-leverage-one'
  | 'few-clusters'
  | 'fits-exactly';

export type LeastSquares = {
  /** Rows, each counted as often as it was said to occur. */
  readonly observations: number;
  readonly residualDegreesOfFreedom: number;
  readonly errors: ErrorKind;
  readonly clusters: number | null;
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Covariance;
  /** Predictors that those before them determine; they have no coefficient. */
  readonly aliased: readonly string[];
  readonly residualSd: number;
  readonly residualSumOfSquares: number;
  /** Without an intercept: about zero instead of the mean. */
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** Null when there is nothing but an intercept. */
  readonly f: {
    readonly statistic: number;
    readonly df1: number;
    readonly df2: number;
    readonly p: number;
  } | null;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  readonly residuals: Float64Array;
  readonly fitted: Float64Array;
  readonly leverage: Float64Array;
  readonly fit: LinearFit;
  readonly assumptions: readonly string[];
  readonly warnings: readonly LeastSquaresWarning[];
};

const ASSUMPTIONS: Record<'classic' | 'robust' | 'cluster', readonly string[]> = {
  classic: ['linear', 'independent-rows', 'equal-variances', 'normal-residuals'],
  robust: ['linear', 'independent-rows'],
  cluster: ['linear', 'independent-clusters'],
};

/**
 * Least squares regression with classic, heteroscedasticity-robust or cluster-robust errors.
 * @param input  Outcome and predictors, equal lengths, finite (leave rows with missing values out
 *   beforehand); `copies` counts like rows, so that weight w equals w rows. Not mutated.
 * @param options.errors  Kind of standard error; t and p use n - k degrees of freedom, clusters
 *   minus one for CR0, CR1 and CR1S, Satterthwaite's for CR2.
 * @returns the fit, or `insufficient` when there are not more observations than coefficients.
 *   Deterministic.
 * @throws {AnalysisInputError} naming an argument of the wrong length or with a value that is not
 *   finite, a negative copy, a level outside (0, 1), or missing clusters.
 * @complexity O(n k^2)
 * @source QR with iterative refinement: Bjorck 1996, Numerical Methods for Least Squares Problems.
 * @checked against the certified values of NIST StRD (Norris, Longley, Wampler 1 and 2, NoInt 1),
 *   R lm, sandwich and clubSandwich.
 */
export function leastSquares(
  input: RegressionInput,
  options: LeastSquaresOptions = {},
): LeastSquares | Insufficient {
  const { errors = 'classic', level = 0.95 } = options;
  checkLevel(level);
  const design = buildDesign(input);
  const needed = design.names.length + 1;
  if (design.observations < needed) {
    return insufficient('observations', needed, design.observations);
  }
  const fit = fitLinear(design);
  const { covariance, degreesOfFreedom, clusters } = chooseCovariance(fit, errors, options.cluster);
  const se = standardErrors(covariance);
  const coefficients = fit.names.map((name, i) =>
    describeCoefficient(name, fit.coefficients[i]!, se[i]!, degreesOfFreedom[i]!, level),
  );
  return {
    observations: design.observations,
    residualDegreesOfFreedom: fit.degreesOfFreedom,
    errors,
    clusters,
    coefficients,
    covariance,
    aliased: fit.aliased,
    ...describeQuality(fit),
    residuals: fit.residuals,
    fitted: fit.fitted,
    leverage: fit.leverage,
    fit,
    assumptions: ASSUMPTIONS[familyOf(errors)],
    warnings: collectWarnings(fit, clusters),
  };
}

function familyOf(errors: ErrorKind): 'classic' | 'robust' | 'cluster' {
  if (errors === 'classic') return 'classic';
  return errors.startsWith('HC') ? 'robust' : 'cluster';
}

function chooseCovariance(
  fit: LinearFit,
  errors: ErrorKind,
  cluster?: readonly (string | number)[],
) {
  const degreesOfFreedom = new Float64Array(fit.names.length).fill(fit.degreesOfFreedom);
  switch (errors) {
    case 'classic':
      return { covariance: classicCovariance(fit), degreesOfFreedom, clusters: null };
    case 'HC0':
    case 'HC1':
    case 'HC2':
    case 'HC3':
      return { covariance: robustCovariance(fit, errors), degreesOfFreedom, clusters: null };
    case 'CR0':
    case 'CR1':
    case 'CR1S':
    case 'CR2':
      if (!cluster) throw new AnalysisInputError('cluster', `is needed for ${errors}`);
      return clusterCovariance(fit, cluster, errors);
    default:
      throw new AnalysisInputError('errors', `"${errors satisfies never}" is not known`);
  }
}

function describeQuality(fit: LinearFit) {
  const { design, residualSumOfSquares, degreesOfFreedom } = fit;
  const { observations: n } = design;
  const k = fit.names.length;
  const total = totalSumOfSquares(fit);
  const explaining = k - (design.intercept ? 1 : 0);
  const rSquared = total === 0 ? Number.NaN : 1 - residualSumOfSquares / total;
  const residualVariance = residualSumOfSquares / degreesOfFreedom;
  const statistic = (total - residualSumOfSquares) / explaining / residualVariance;
  const logLikelihood = (-n / 2) * (Math.log(2 * Math.PI) + Math.log(residualSumOfSquares / n) + 1);
  return {
    residualSd: Math.sqrt(residualVariance),
    residualSumOfSquares,
    rSquared,
    adjustedRSquared: 1 - ((1 - rSquared) * (n - (design.intercept ? 1 : 0))) / degreesOfFreedom,
    f:
      explaining === 0
        ? null
        : {
            statistic,
            df1: explaining,
            df2: degreesOfFreedom,
            p: fRatioUpperTail(statistic, explaining, degreesOfFreedom),
          },
    logLikelihood,
    aic: -2 * logLikelihood + 2 * (k + 1),
    bic: -2 * logLikelihood + Math.log(n) * (k + 1),
  };
}

function totalSumOfSquares({ design }: LinearFit): number {
  const { outcome, copies, intercept, observations } = design;
  const sum = new DoubleDouble();
  for (let i = 0; i < outcome.length; i += 1) sum.addProduct(outcome[i]!, copies[i]!);
  const centre = intercept ? sum.value / observations : 0;
  const squares = new DoubleDouble();
  for (let i = 0; i < outcome.length; i += 1) {
    const difference = outcome[i]! - centre;
    squares.addProduct(difference * copies[i]!, difference);
  }
  return squares.value;
}

/** Below this many clusters even CR2 leans on its approximation (Pustejovsky & Tipton 2018). */
const FEW_CLUSTERS = 10;

function collectWarnings(fit: LinearFit, clusters: number | null): LeastSquaresWarning[] {
  const warnings: LeastSquaresWarning[] = [];
  if (fit.aliased.length > 0) warnings.push('predictors-left-out-as-dependent');
  if (fit.leverage.some((value) => value > 1 - 1e-12)) warnings.push('rows-with-leverage-one');
  if (clusters !== null && clusters < FEW_CLUSTERS) warnings.push('few-clusters');
  if (fit.residualSumOfSquares === 0) warnings.push('fits-exactly');
  return warnings;
}
