import { AnalysisInputError } from '../../errors.ts';

/** One predictor: a name for results and a finite number for each row. */
export type Predictor = { readonly name: string; readonly values: ArrayLike<number> };

export type RegressionInput = {
  readonly outcome: ArrayLike<number>;
  readonly predictors: readonly Predictor[];
  /** Default true. */
  readonly intercept?: boolean;
  /** How many like observations each row stands for (0 or more); default 1 each. */
  readonly copies?: ArrayLike<number>;
};

/** The checked numbers of a regression, by columns. */
export type Design = {
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  readonly copies: Float64Array;
  readonly intercept: boolean;
  /** Sum of the copies. */
  readonly observations: number;
};

/** Squares of larger numbers, and of smaller ones than its inverse, leave the range of a double. */
const LARGEST = 1e100;

export const INTERCEPT = '(Intercept)';

/** Checks a regression's input and puts the intercept first. Throws naming what is wrong. */
export function buildDesign(input: RegressionInput): Design {
  const outcome = checkedColumn('outcome', input.outcome, input.outcome.length);
  const rows = outcome.length;
  const intercept = input.intercept ?? true;
  const names = input.predictors.map((predictor) => predictor.name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new AnalysisInputError('predictors', `the name "${repeated}" occurs twice`);
  }
  const columns = input.predictors.map(({ name, values }) => checkedColumn(name, values, rows));
  const copies = input.copies
    ? checkedColumn('copies', input.copies, rows)
    : new Float64Array(rows).fill(1);
  if (copies.some((count) => count < 0)) {
    throw new AnalysisInputError('copies', 'must not be negative');
  }
  return {
    names: intercept ? [INTERCEPT, ...names] : names,
    columns: intercept ? [new Float64Array(rows).fill(1), ...columns] : columns,
    outcome,
    copies,
    intercept,
    observations: copies.reduce((sum, count) => sum + count, 0),
  };
}

function checkedColumn(name: string, values: ArrayLike<number>, rows: number): Float64Array {
  if (values.length !== rows) {
    throw new AnalysisInputError(name, `has ${values.length} values for ${rows} rows`);
  }
  const column = Float64Array.from(values);
  const bad = column.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new AnalysisInputError(name, `value ${bad} is not a finite number`);
  const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) {
    throw new AnalysisInputError(name, `reaches ${largest}: use another unit`);
  }
  return column;
}
