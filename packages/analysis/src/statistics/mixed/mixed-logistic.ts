import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient, isInsufficient } from '../insufficient.ts';
import { invertSymmetric } from '../linear/solve-symmetric.ts';
import type { Coefficient } from '../regression/coefficient.ts';
import { describeCoefficient } from '../regression/coefficient.ts';
import type { RegressionInput } from '../regression/design.ts';
import { buildDesign } from '../regression/design.ts';
import { logistic } from '../regression/logistic.ts';
import { gradient, hessian } from './differences.ts';

export type MixedLogistic = {
  readonly observations: number;
  readonly groups: number;
  /** On the scale of log odds within a group; z. */
  readonly coefficients: readonly Coefficient[];
  /** Variance between groups on the scale of log odds. */
  readonly groupVariance: number;
  readonly logLikelihood: number;
  readonly assumptions: readonly [
    'linear-in-log-odds',
    'independent-groups',
    'normal-group-effects',
  ];
  readonly warnings: readonly ('did-not-converge' | 'no-variation-between-groups')[];
};

const MOST_STEPS = 40;

/**
 * Logistic regression with a random intercept for each group, by Laplace's approximation.
 * @param input  Outcome 0 or 1; predictors finite; a group label for each row. Not mutated.
 * @returns the fit, or `insufficient` for fewer than five groups or what `logistic` lacks.
 *   Deterministic.
 * @throws {AnalysisInputError} naming an argument that cannot be used.
 * @complexity O(n k^3) for each of about ten steps of Newton's method on numerical derivatives.
 * @source Breslow & Clayton 1993, JASA 88:9-25; errors from the curvature in all parameters.
 * @checked against R glmer on the STAR cohort where that data is present.
 */
export function mixedLogistic(
  input: Omit<RegressionInput, 'copies'> & { readonly group: readonly (string | number)[] },
  level = 0.95,
): MixedLogistic | Insufficient {
  const start = logistic(input);
  if (isInsufficient(start)) return start;
  if (start.aliased.length > 0) {
    throw new AnalysisInputError('predictors', `${start.aliased.join(', ')} depend on others`);
  }
  const design = buildDesign(input);
  if (input.group.length !== design.outcome.length) {
    throw new AnalysisInputError('group', 'must have a label for each row');
  }
  const groups = [
    ...Map.groupBy(
      Array.from({ length: design.outcome.length }, (_, i) => i),
      (row) => input.group[row]!,
    ).values(),
  ];
  if (groups.length < 5) return insufficient('groups', 5, groups.length);
  const modes = new Float64Array(groups.length);
  const deviance = (parameters: readonly number[]) => {
    const spread = parameters[0]!;
    const eta = design.outcome.map((_, row) => {
      let sum = 0;
      for (const [j, column] of design.columns.entries()) sum += column[row]! * parameters[j + 1]!;
      return sum;
    });
    let total = 0;
    for (const [g, rows] of groups.entries()) {
      const fitted = groupDeviance(design.outcome, eta, rows, spread, modes[g]!);
      modes[g] = fitted.mode;
      total += fitted.deviance;
    }
    return total;
  };
  const found = descend(deviance, [1, ...start.coefficients.map((each) => each.estimate)]);
  const spread = Math.abs(found.at[0]!);
  const inverse = invertSymmetric(found.curvature);
  const warnings: MixedLogistic['warnings'][number][] = [];
  if (!found.converged || !inverse) warnings.push('did-not-converge');
  if (spread < 1e-4) warnings.push('no-variation-between-groups');
  return {
    observations: design.outcome.length,
    groups: groups.length,
    coefficients: start.coefficients.map(({ name }, i) =>
      describeCoefficient(
        name,
        found.at[i + 1]!,
        inverse ? Math.sqrt(2 * inverse[i + 1]![i + 1]!) : Number.NaN,
        Number.POSITIVE_INFINITY,
        level,
      ),
    ),
    groupVariance: spread ** 2,
    logLikelihood: -deviance(found.at) / 2,
    assumptions: ['linear-in-log-odds', 'independent-groups', 'normal-group-effects'],
    warnings,
  };
}

/** Finds the mode of one group's effect u (standard normal) and Laplace's integral over it. */
function groupDeviance(
  outcome: Float64Array,
  eta: Float64Array,
  rows: readonly number[],
  spread: number,
  from: number,
): { mode: number; deviance: number } {
  let mode = from;
  let curvature = 1;
  for (let step = 0; step < 50; step += 1) {
    let slope = -mode;
    curvature = 1;
    for (const row of rows) {
      const p = 1 / (1 + Math.exp(-(eta[row]! + spread * mode)));
      slope += spread * (outcome[row]! - p);
      curvature += spread * spread * p * (1 - p);
    }
    const change = Math.max(-2, Math.min(2, slope / curvature));
    mode += change;
    if (Math.abs(change) < 1e-12) break;
  }
  let deviance = mode * mode + Math.log(curvature);
  for (const row of rows) {
    const value = eta[row]! + spread * mode;
    const towards = outcome[row] === 1 ? value : -value;
    deviance +=
      2 * (towards > 0 ? Math.log1p(Math.exp(-towards)) : Math.log1p(Math.exp(towards)) - towards);
  }
  return { mode, deviance };
}

function descend(f: (x: readonly number[]) => number, start: readonly number[]) {
  let at = [...start];
  let value = f(at);
  for (let turn = 1; ; turn += 1) {
    const steps = at.map((x) => 1e-3 * Math.max(0.1, Math.abs(x)));
    const fine = steps.map((step) => step / 10);
    const curvature = hessian(f, at, steps);
    const inverse = invertSymmetric(curvature);
    const slope = gradient(f, at, fine);
    const direction = at.map((_, i) =>
      inverse ? -inverse[i]!.reduce((sum, v, j) => sum + v * slope[j]!, 0) : -slope[i]! * 1e-3,
    );
    let scale = 1;
    let next = at.map((x, i) => x + direction[i]!);
    while (f(next) > value + 1e-9 && scale > 1e-6) {
      scale /= 2;
      next = at.map((x, i) => x + scale * direction[i]!);
    }
    const moved = Math.max(...direction.map((d, i) => Math.abs(d) / (0.1 + Math.abs(at[i]!))));
    if (moved < 1e-8 || turn === MOST_STEPS) {
      return { at, curvature, converged: moved < 1e-6 };
    }
    at = next;
    value = f(at);
  }
}
