import { AnalysisInputError } from '../../errors.ts';
import type { Insufficient } from '../insufficient.ts';
import { insufficient, isInsufficient } from '../insufficient.ts';
import type { Coefficient } from '../regression/coefficient.ts';
import { describeCoefficient } from '../regression/coefficient.ts';
import type { Predictor } from '../regression/design.ts';
import { leastSquares } from '../regression/least-squares.ts';
import type { SurveyDesign } from './survey-design.ts';
import { designVariance } from './survey-design.ts';

/**
 * Mean of a population from a survey with weights, strata and clusters.
 * @param values  One for each row, finite. Not mutated.
 * @returns the mean with its design-based error, or `insufficient` for fewer than two rows.
 * @throws {AnalysisInputError} naming what does not fit the design.
 * @source see `designVariance`.
 * @checked against published means of the California school survey, stratified and clustered.
 */
export function surveyMean(
  values: readonly number[],
  design: SurveyDesign,
  level = 0.95,
): Coefficient | Insufficient {
  checkValues(values, design);
  if (values.length < 2) return insufficient('rows', 2, values.length);
  const total = design.weights.reduce((sum, weight) => sum + weight, 0);
  const mean = values.reduce((sum, value, i) => sum + value * design.weights[i]!, 0) / total;
  const scores = values.map((value, i) => (design.weights[i]! * (value - mean)) / total);
  return describe('mean', mean, scores, design, level);
}

/** Total of a population; as `surveyMean`. */
export function surveyTotal(
  values: readonly number[],
  design: SurveyDesign,
  level = 0.95,
): Coefficient | Insufficient {
  checkValues(values, design);
  if (values.length < 2) return insufficient('rows', 2, values.length);
  const scores = values.map((value, i) => value * design.weights[i]!);
  return describe(
    'total',
    scores.reduce((sum, value) => sum + value, 0),
    scores,
    design,
    level,
  );
}

/** Linear regression in a population; as `surveyMean`. */
export function surveyRegression(
  outcome: readonly number[],
  predictors: readonly Predictor[],
  design: SurveyDesign,
  level = 0.95,
): Coefficient[] | Insufficient {
  checkValues(outcome, design);
  const smallest = Math.min(...design.weights);
  // Only the ratios of weights matter to the estimates; as copies they must add up to enough rows.
  const copies = design.weights.map((weight) => weight / smallest);
  const result = leastSquares({ outcome, predictors, copies });
  if (isInsufficient(result)) return result;
  const { fit, residuals } = result;
  const { q } = fit.decomposition;
  const scores = fit.inverseR.map((row) =>
    outcome.map((_, i) => {
      let direction = 0;
      for (let k = 0; k < q.length; k += 1) direction += row[k]! * q[k]![i]!;
      return direction * Math.sqrt(copies[i]!) * residuals[i]!;
    }),
  );
  const { covariance, degreesOfFreedom } = designVariance(scores, design);
  const df = degreesOfFreedom - fit.names.length + 1;
  return result.coefficients.map(({ name, estimate }, i) =>
    describeCoefficient(name, estimate, Math.sqrt(covariance[i]![i]!), df, level),
  );
}

function describe(
  name: string,
  estimate: number,
  scores: readonly number[],
  design: SurveyDesign,
  level: number,
): Coefficient {
  const { covariance, degreesOfFreedom } = designVariance([scores], design);
  return describeCoefficient(
    name,
    estimate,
    Math.sqrt(covariance[0]![0]!),
    degreesOfFreedom,
    level,
  );
}

function checkValues(values: readonly number[], design: SurveyDesign): void {
  if (values.length !== design.weights.length) {
    throw new AnalysisInputError(
      'weights',
      `has ${design.weights.length} for ${values.length} rows`,
    );
  }
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new AnalysisInputError(`values[${bad}]`, 'is not a finite number');
}
