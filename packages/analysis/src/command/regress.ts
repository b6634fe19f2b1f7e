import { AnalysisInputError } from '../errors.ts';
import { modelFrame } from '../statistics/formula/model-frame.ts';
import { readFormula } from '../statistics/formula/read-formula.ts';
import type { ErrorKind } from '../statistics/regression/least-squares.ts';
import type { Command } from './command.ts';
import { parseArguments } from './parse-arguments.ts';
import { readColumns } from './statistics/data-columns.ts';
import { choiceOption, numberOption } from './statistics/option-value.ts';
import { printInsufficient, printJson } from './statistics/print.ts';
import { reportLinear } from './statistics/report-linear.ts';
import { reportLogistic } from './statistics/report-logistic.ts';
import { columnIndex } from './table.ts';
import { UsageError } from './usage-error.ts';

const KINDS = ['classic', 'HC0', 'HC1', 'HC2', 'HC3', 'CR0', 'CR1', 'CR1S', 'CR2'] as const;

/** What an error for single rows becomes for clusters: the two agree when each row is a cluster. */
function clusterForm(kind: ErrorKind, isLogistic: boolean): ErrorKind {
  const forms: Partial<Record<ErrorKind, ErrorKind>> = {
    HC0: 'CR0',
    HC1: isLogistic ? 'CR1' : 'CR1S',
    ...(isLogistic ? {} : { HC2: 'CR2' }),
  };
  return forms[kind] ?? kind;
}

/** `concord-analyze regress`: least squares or logistic regression of a table. */
export const regress: Command = {
  name: 'regress',
  summary: 'Least squares or logistic regression with robust or cluster-robust errors.',
  usage: `regress FILE "OUTCOME ~ PREDICTORS" [OPTIONS]
  predictors             a + b; a:b for a product, a*b for both and their product; 0 + for no
                         intercept; factor(a); I(a / b), log(a); \`a name with spaces\`
  --robust KIND          HC0, HC1, HC2, HC3, or with --cluster: CR0, CR1, CR1S (Stata's), CR2;
                         with --cluster HC0, HC1 and HC2 mean their forms for clusters: CR0, CR1S, CR2
  --cluster COLUMN       rows with one value belong together; CR2 unless --robust says otherwise
  --copies COLUMN        how many like observations each row stands for
  --logistic             the outcome is 0 or 1
  --level P              of the intervals (default 0.95)
  --json                 all results, with the errors of every kind`,
  example: 'regress schools.csv "score ~ str + english + lunch" --robust HC1',
  run: async (args, io) => {
    const { positionals, values } = parseArguments(args, {
      robust: { type: 'string' },
      cluster: { type: 'string' },
      copies: { type: 'string' },
      logistic: { type: 'boolean' },
      level: { type: 'string' },
      json: { type: 'boolean' },
    });
    const [file, text, extra] = positionals;
    if (file === undefined || text === undefined || extra !== undefined) {
      throw new UsageError('regress takes a file and a formula.');
    }
    const asked = choiceOption('robust', values.robust, KINDS);
    const kind = values.cluster && asked ? clusterForm(asked, values.logistic ?? false) : asked;
    if (kind?.startsWith('CR') && !values.cluster) {
      throw new UsageError(`--robust ${kind} needs --cluster COLUMN.`);
    }
    if (kind && !kind.startsWith('CR') && values.cluster) {
      throw new UsageError(
        `--cluster does not go with --robust ${kind}; it takes CR0, CR1, CR1S or CR2.`,
      );
    }
    const formula = readFormula(text);
    if (formula.random) {
      throw new AnalysisInputError('formula', 'random parts are for the command mixed');
    }
    const { table, columns } = await readColumns(file, io);
    const also = [values.cluster, values.copies].filter((name) => name !== undefined);
    for (const name of also) columnIndex(table, name);
    const frame = modelFrame(formula, columns, also);
    const settings = {
      formula: text,
      frame,
      kind,
      level: numberOption('level', values.level) ?? 0.95,
      cluster: values.cluster,
      copies: values.copies === undefined ? undefined : frame.labels[values.copies]!.map(Number),
    };
    const report = values.logistic ? reportLogistic(settings) : reportLinear(settings);
    if ('insufficient' in report) {
      io.stdout(values.json ? printJson(report) : printInsufficient(report));
      return 0;
    }
    io.stdout(values.json ? printJson(report.json) : report.text);
    return 0;
  },
};
