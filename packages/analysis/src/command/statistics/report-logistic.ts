import type { Insufficient } from '../../statistics/insufficient.ts';
import { isInsufficient } from '../../statistics/insufficient.ts';
import { standardErrors } from '../../statistics/regression/covariance.ts';
import type { Logistic } from '../../statistics/regression/logistic.ts';
import { logistic } from '../../statistics/regression/logistic.ts';
import type { LogisticErrors } from '../../statistics/regression/logistic-covariance.ts';
import { UsageError } from '../usage-error.ts';
import { printCoefficients, printWarnings, short } from './print.ts';
import type { RegressionSettings, Report } from './report-linear.ts';

const NAMES: Readonly<Record<string, LogisticErrors>> = {
  classic: 'model',
  HC0: 'HC0',
  HC1: 'HC0S',
  CR0: 'CR0',
  CR1: 'CR1',
};

export function reportLogistic(settings: RegressionSettings): Report | Insufficient {
  const { frame, level, kind } = settings;
  const cluster = settings.cluster === undefined ? undefined : frame.labels[settings.cluster]!;
  const errors = NAMES[kind ?? (cluster ? 'CR1' : 'classic')];
  if (!errors) {
    throw new UsageError('--logistic goes with --robust HC0, HC1 (n over n - 1), CR0 or CR1.');
  }
  const solve = (each: LogisticErrors) =>
    logistic(
      {
        outcome: frame.outcome,
        predictors: frame.predictors,
        intercept: frame.intercept,
        ...(settings.copies ? { copies: settings.copies } : {}),
      },
      { errors: each, level, ...(cluster ? { cluster } : {}) },
    );
  const result = solve(errors);
  if (isInsufficient(result)) return result;
  const kinds: LogisticErrors[] = [
    'model',
    'HC0',
    'HC0S',
    ...(cluster ? (['CR0', 'CR1'] as const) : []),
  ];
  const json = {
    formula: settings.formula,
    ...result,
    standardErrors: Object.fromEntries(kinds.map((each) => [each, errorsByName(solve(each))])),
    oddsRatios: Object.fromEntries(
      result.coefficients.map(({ name, estimate, interval }) => [
        name,
        {
          estimate: Math.exp(estimate),
          low: Math.exp(interval.low),
          high: Math.exp(interval.high),
        },
      ]),
    ),
    rows: frame.rows,
    leftOut: frame.leftOut,
    categories: frame.categories,
  };
  return { json, text: summarize(settings, result) };
}

function errorsByName(result: Logistic | Insufficient): Record<string, number> {
  if (isInsufficient(result)) return {};
  const errors = standardErrors(result.covariance);
  return Object.fromEntries(result.coefficients.map(({ name }, i) => [name, errors[i]!]));
}

function summarize({ formula, frame }: RegressionSettings, result: Logistic): string {
  const groups = result.clusters === null ? '' : `, ${result.clusters} clusters`;
  const missing =
    frame.leftOut === 0 ? '' : ` (${frame.leftOut} rows left out: a value is missing)`;
  return [
    `${formula}\n${result.observations} observations${missing}, ${result.events} with outcome 1; `,
    `${result.errors} errors${groups}; estimates are log odds\n\n`,
    printCoefficients(result.coefficients),
    `\nlog likelihood ${short(result.logLikelihood)}; deviance ${short(result.deviance)}, `,
    `without predictors ${short(result.nullDeviance)}; pseudo R squared ${short(result.pseudoRSquared)}\n`,
    result.aliased.length > 0 ? `Left out as dependent: ${result.aliased.join(', ')}\n` : '',
    printWarnings(result.warnings),
  ].join('');
}
