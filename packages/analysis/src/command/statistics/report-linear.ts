import type { ModelFrame } from '../../statistics/formula/model-frame.ts';
import type { Insufficient } from '../../statistics/insufficient.ts';
import { isInsufficient } from '../../statistics/insufficient.ts';
import {
  standardizedCoefficients,
  varianceInflation,
} from '../../statistics/regression/collinearity.ts';
import { standardErrors } from '../../statistics/regression/covariance.ts';
import type { ErrorKind, LeastSquares } from '../../statistics/regression/least-squares.ts';
import { leastSquares } from '../../statistics/regression/least-squares.ts';
import { studentizedResiduals } from '../../statistics/regression/studentized-residuals.ts';
import { printCoefficients, printWarnings, short, shortP } from './print.ts';

export type RegressionSettings = {
  readonly formula: string;
  readonly frame: ModelFrame;
  readonly kind: ErrorKind | undefined;
  readonly level: number;
  readonly cluster: string | undefined;
  readonly copies: readonly number[] | undefined;
};

export type Report = { readonly json: unknown; readonly text: string };

const PLAIN = ['classic', 'HC0', 'HC1', 'HC2', 'HC3'] as const;
const CLUSTERED = ['CR0', 'CR1', 'CR1S', 'CR2'] as const;

export function reportLinear(settings: RegressionSettings): Report | Insufficient {
  const { frame, level } = settings;
  const cluster = settings.cluster === undefined ? undefined : frame.labels[settings.cluster]!;
  const errors = settings.kind ?? (cluster ? 'CR2' : 'classic');
  const solve = (kind: ErrorKind) =>
    leastSquares(
      {
        outcome: frame.outcome,
        predictors: frame.predictors,
        intercept: frame.intercept,
        ...(settings.copies ? { copies: settings.copies } : {}),
      },
      { errors: kind, level, ...(cluster ? { cluster } : {}) },
    );
  const result = solve(errors);
  if (isInsufficient(result)) return result;
  const kinds: ErrorKind[] = [...PLAIN, ...(cluster ? CLUSTERED : [])];
  const { fit, ...rest } = result;
  const json = {
    formula: settings.formula,
    ...rest,
    standardErrors: Object.fromEntries(kinds.map((kind) => [kind, errorsByName(solve(kind))])),
    varianceInflation: varianceInflation(fit),
    standardizedCoefficients: standardizedCoefficients(fit),
    studentizedResiduals: studentizedResiduals(fit),
    rows: frame.rows,
    leftOut: frame.leftOut,
    categories: frame.categories,
  };
  return { json, text: summarize(settings, result) };
}

function errorsByName(result: LeastSquares | Insufficient): Record<string, number> {
  if (isInsufficient(result)) return {};
  const errors = standardErrors(result.covariance);
  return Object.fromEntries(result.coefficients.map(({ name }, i) => [name, errors[i]!]));
}

function summarize({ formula, frame }: RegressionSettings, result: LeastSquares): string {
  const { f } = result;
  const groups = result.clusters === null ? '' : `, ${result.clusters} clusters`;
  const missing =
    frame.leftOut === 0 ? '' : ` (${frame.leftOut} rows left out: a value is missing)`;
  return [
    `${formula}\n${result.observations} observations${missing}; ${result.errors} errors${groups}\n\n`,
    printCoefficients(result.coefficients),
    `\nR squared ${short(result.rSquared)}, adjusted ${short(result.adjustedRSquared)}; `,
    `residual sd ${short(result.residualSd)} on ${short(result.residualDegreesOfFreedom)} df\n`,
    f ? `F ${short(f.statistic)} on ${f.df1} and ${short(f.df2)} df, p ${shortP(f.p)}\n` : '',
    result.aliased.length > 0 ? `Left out as dependent: ${result.aliased.join(', ')}\n` : '',
    printWarnings(result.warnings),
  ].join('');
}
