import { AnalysisInputError } from '../errors.ts';
import { modelFrame } from '../statistics/formula/model-frame.ts';
import { readFormula } from '../statistics/formula/read-formula.ts';
import type { MixedModel } from '../statistics/mixed/mixed-model.ts';
import { mixedModel } from '../statistics/mixed/mixed-model.ts';
import type { Command } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { readColumns } from './statistics/data-columns.ts';
import { numberOption } from './statistics/option-value.ts';
import {
  printCoefficients,
  printInsufficient,
  printJson,
  printTable,
  printWarnings,
  short,
} from './statistics/print.ts';
import { UsageError } from './usage-error.ts';

/** `concord-analyze mixed`: a model of people in groups. */
export const mixed: Command = {
  name: 'mixed',
  summary: 'Mixed model: people in groups, with a random intercept (and slopes) for each group.',
  usage: `mixed FILE "OUTCOME ~ PREDICTORS + (1 | GROUP)" [OPTIONS]
  (1 | school)           an intercept for each school; (x | school) a slope of x too
  --ml                   maximum likelihood instead of REML
  --level P              of the intervals (default 0.95)
  --json                 all results, with the effect of every group`,
  example: 'mixed students.csv "score ~ ses + (1 | school)" --json',
  run: async (args, io) => {
    const { positionals, values } = parseArguments(args, {
      ml: { type: 'boolean' },
      level: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, text, extra] = positionals;
    if (file === undefined || text === undefined || extra !== undefined) {
      throw new UsageError('mixed takes a file and a formula.');
    }
    const formula = readFormula(text);
    if (!formula.random) {
      throw new AnalysisInputError('formula', 'has no random part such as (1 | school)');
    }
    const { columns } = await readColumns(file, io);
    const { group, slopes } = formula.random;
    const frame = modelFrame(formula, columns, [group, ...slopes]);
    const result = mixedModel(
      {
        outcome: frame.outcome,
        predictors: frame.predictors,
        intercept: frame.intercept,
        group: frame.labels[group]!,
        slopes,
      },
      { method: values.ml ? 'ML' : 'REML', level: numberOption('level', values.level) ?? 0.95 },
    );
    if ('insufficient' in result) {
      io.stdout(values.json ? printJson(result) : printInsufficient(result));
      return 0;
    }
    const { leftOut, categories } = frame;
    const json = { formula: text, ...result, leftOut, categories };
    io.stdout(values.json ? printJson(json) : summarize(text, result, leftOut));
    return 0;
  },
};

function summarize(formula: string, result: MixedModel, leftOut: number): string {
  const missing = leftOut === 0 ? '' : ` (${leftOut} rows left out: a value is missing)`;
  const components = result.components.map((each) => [
    each.with === null ? each.name : `${each.name}, ${each.with} (covariance)`,
    short(each.value),
  ]);
  return [
    `${formula}\n${result.observations} observations${missing} in ${result.groups} groups; `,
    `${result.method}\n\n`,
    printCoefficients(result.coefficients),
    '\n',
    printTable([['variance', ''], ...components, ['residual', short(result.residualVariance)]]),
    result.intraclass === null
      ? ''
      : `Share of the variance between groups: ${short(result.intraclass)}\n`,
    `Deviance ${short(result.deviance)}, AIC ${short(result.aic)}, BIC ${short(result.bic)}\n`,
    printWarnings(result.warnings),
  ].join('');
}
