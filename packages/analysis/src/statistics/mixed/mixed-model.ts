import { AnalysisInputError } from '../../errors.ts';
import { checkLevel } from '../check-level.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient } from '../insufficient.ts';
import { invertUpper, solveUpper } from '../linear/orthogonalize.ts';
import { forward } from '../linear/solve-symmetric.ts';
import type { Coefficient } from '../regression/coefficient.ts';
import { describeCoefficient } from '../regression/coefficient.ts';
import type { Covariance } from '../regression/covariance.ts';
import { standardErrors } from '../regression/covariance.ts';
import type { RegressionInput } from '../regression/design.ts';
import { buildDesign, INTERCEPT } from '../regression/design.ts';
import { crossProducts } from './cross-products.ts';
import { fitSpread } from './fit-spread.ts';
import { groupEffects } from './group-effects.ts';
import type { Profile } from './profile.ts';
import { profile, relativeFactor } from './profile.ts';
import { satterthwaiteDegrees } from './satterthwaite.ts';

export type MixedInput = Omit<RegressionInput, 'copies'> & {
  /** The group of each row (its school, say). */
  readonly group: readonly (string | number)[];
  /** Names of predictors whose slope varies by group too; default none. */
  readonly slopes?: readonly string[];
};

export type MixedOptions = {
  /** Default REML; ML to compare models with other predictors. */
  readonly method?: 'ML' | 'REML';
  readonly level?: number;
};

export type MixedWarning =
  | 'no-variation-between-groups'
  | 'few-groups'
  | 'degrees-of-freedom-uncertain'
  | 'predictors-left-out-as-dependent';

export type VarianceComponent = {
  /** `(Intercept)` or the predictor. */
  readonly name: string;
  /** Null for a variance; the other term for a covariance. */
  readonly with: string | null;
  readonly value: number;
};

export type MixedModel = {
  readonly method: 'ML' | 'REML';
  readonly observations: number;
  readonly groups: number;
  /** t with Satterthwaite's degrees of freedom. */
  readonly coefficients: readonly Coefficient[];
  readonly covariance: Covariance;
  readonly aliased: readonly string[];
  readonly components: readonly VarianceComponent[];
  readonly residualVariance: number;
  /** Share of the variance between groups; null with varying slopes. */
  readonly intraclass: number | null;
  /** Minus twice the (restricted) log likelihood. */
  readonly deviance: number;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /** Each group's departure from the average, shrunk by what is known of it. */
  readonly groupEffects: readonly { readonly group: string; readonly values: readonly number[] }[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly MixedWarning[];
};

const FEW_GROUPS = 10;

/**
 * Linear mixed model with a random intercept, and random slopes where wanted, for one grouping.
 * @param input  Outcome and predictors, equal lengths, finite; a group label for each row. Not mutated.
 * @returns the fit, or `insufficient` for fewer than three groups, as many groups as rows, too few rows,
 *   or an outcome that does not vary within any group. Deterministic.
 * @throws {AnalysisInputError} naming an argument that cannot be used.
 * @complexity O(n (q + k)^2) once, then O(G q (q + k)^2) for each of a few hundred steps.
 * @source Bates, Maechler, Bolker & Walker 2015, J. Statistical Software 67(1).
 * @checked against R lme4 on the London exam scores (ML) and High School and Beyond (REML), lmerTest.
 */
export function mixedModel(
  input: MixedInput,
  options: MixedOptions = {},
): MixedModel | Insufficient {
  const { method = 'REML', level = 0.95 } = options;
  if (method !== 'ML' && method !== 'REML')
    throw new AnalysisInputError('method', 'must be ML or REML');
  checkLevel(level);
  const design = buildDesign(input);
  const terms = [INTERCEPT, ...(input.slopes ?? [])];
  const random = terms.map((name) => {
    if (name === INTERCEPT) return new Float64Array(design.outcome.length).fill(1);
    const column = design.columns[design.names.indexOf(name)];
    if (!column) throw new AnalysisInputError('slopes', `"${name}" is not among the predictors`);
    return column;
  });
  const data = crossProducts(design, random, input.group);
  const [n, groups, p] = [data.rows, data.groups.length, data.leastSquares.length];
  if (groups < 3) return insufficient('groups', 3, groups);
  if (n <= groups) return insufficient('observations', groups + 1, n);
  if (n <= p + 1) return insufficient('observations', p + 2, n);

  if (!variesWithinGroups(design.outcome, input.group)) {
    return insufficient('groups-with-different-outcomes', 1, 0);
  }
  const restricted = method === 'REML';
  const df = restricted ? n - p : n;
  const logScale = 2 * data.decomposition.r.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
  const devianceOf = (at: Profile | null) => {
    if (!at || !(at.squares > 0)) return Number.POSITIVE_INFINITY;
    const fixed = restricted ? at.logFixed + logScale : 0;
    return at.logRandom + fixed + df * (1 + Math.log((2 * Math.PI * at.squares) / df));
  };
  const theta = fitSpread(
    (x) => devianceOf(profile(data, relativeFactor(x, terms.length))),
    terms.length,
  );
  const factor = relativeFactor(theta, terms.length);
  const best = profile(data, factor)!;
  const sigma2 = best.squares / df;
  const deviance = devianceOf(best);

  const { r, kept } = data.decomposition;
  const estimates = solveUpper(
    r,
    data.leastSquares.map((value, i) => value + best.coefficients[i]!),
  );
  const contrasts = invertUpper(r);
  const covariance = contrasts.map((a) => {
    const left = forward(best.fixedFactor, a);
    return Float64Array.from(contrasts, (b) => {
      const right = forward(best.fixedFactor, b);
      return sigma2 * left.reduce((sum, v, i) => sum + v * right[i]!, 0);
    });
  });
  const se = standardErrors(covariance);
  const degrees = satterthwaiteDegrees(
    data,
    theta,
    Math.sqrt(sigma2),
    terms.length,
    restricted,
    contrasts,
  );
  const parameters = p + theta.length + 1;
  const singular = factor.some((row, i) => Math.abs(row[i]!) < 1e-5);
  return {
    method,
    observations: n,
    groups,
    coefficients: kept.map((column, i) =>
      describeCoefficient(
        design.names[column]!,
        estimates[i]!,
        se[i]!,
        degrees?.[i] ?? n - p,
        level,
      ),
    ),
    covariance,
    aliased: design.names.filter((_, column) => !kept.includes(column)),
    components: components(factor, terms, sigma2),
    residualVariance: sigma2,
    intraclass: terms.length === 1 ? theta[0]! ** 2 / (1 + theta[0]! ** 2) : null,
    deviance,
    logLikelihood: -deviance / 2,
    aic: deviance + 2 * parameters,
    bic: deviance + Math.log(n) * parameters,
    groupEffects: groupEffects(data, factor, best),
    assumptions: ['linear', 'independent-groups', 'normal-group-effects', 'normal-residuals'],
    warnings: [
      ...(singular ? (['no-variation-between-groups'] as const) : []),
      ...(groups < FEW_GROUPS ? (['few-groups'] as const) : []),
      ...(degrees ? [] : (['degrees-of-freedom-uncertain'] as const)),
      ...(kept.length < design.names.length ? (['predictors-left-out-as-dependent'] as const) : []),
    ],
  };
}

function components(
  factor: readonly Float64Array[],
  terms: readonly string[],
  sigma2: number,
): VarianceComponent[] {
  return terms.flatMap((name, i) =>
    terms.slice(0, i + 1).map((other, j): VarianceComponent => {
      let sum = 0;
      for (let a = 0; a <= j; a += 1) sum += factor[i]![a]! * factor[j]![a]!;
      return { name, with: i === j ? null : other, value: sigma2 * sum };
    }),
  );
}

function variesWithinGroups(outcome: Float64Array, group: readonly (string | number)[]): boolean {
  const first = new Map<string | number, number>();
  return outcome.some((value, row) => {
    const known = first.get(group[row]!) ?? value;
    first.set(group[row]!, known);
    return known !== value;
  });
}
