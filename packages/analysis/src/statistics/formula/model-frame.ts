import { AnalysisInputError } from '../../errors.ts';
import type { Predictor } from '../regression/design.ts';
import { columnsOf, evaluate } from './expression.ts';
import type { Factor, Formula } from './read-formula.ts';

/** Columns of data by name; null is a missing value, and a column with any text is categories. */
export type DataColumns = Readonly<Record<string, readonly (number | string | null)[]>>;

/** The numbers that a formula makes of data, without the rows that lack one. */
export type ModelFrame = {
  readonly outcome: number[];
  readonly predictors: Predictor[];
  readonly intercept: boolean;
  /** Values of other columns that were asked for, for the same rows. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  /** Positions in the data of the rows that are used. */
  readonly rows: readonly number[];
  /** Rows left out because a value is missing. */
  readonly leftOut: number;
  /** For each column of categories: its values, the first of which the others are compared with. */
  readonly categories: Readonly<Record<string, readonly string[]>>;
};

/**
 * Applies a formula to data.
 * @param also  Other columns whose rows must not be missing (clusters, groups, weights).
 * @returns outcome and predictors; categories as 0/1 columns against their first value in alphabetical
 *   order (numbers in order of size), named `columnvalue`.
 * @throws {AnalysisInputError} naming a column that is missing, or an outcome that is no number.
 */
export function modelFrame(
  formula: Formula,
  data: DataColumns,
  also: readonly string[] = [],
): ModelFrame {
  const used = new Set([
    ...columnsOf(formula.outcome),
    ...formula.terms.flat().flatMap(factorColumns),
    ...also,
  ]);
  for (const name of used) {
    if (!Object.hasOwn(data, name)) {
      const known = Object.keys(data).join(', ');
      throw new AnalysisInputError('formula', `there is no column "${name}"; there are ${known}`);
    }
  }
  const count = Math.max(0, ...Object.values(data).map((column) => column.length));
  const rows = Array.from({ length: count }, (_, i) => i).filter((row) =>
    [...used].every((name) => data[name]![row] != null),
  );
  const categories: Record<string, string[]> = {};
  const columnsOfFactor = (factor: Factor): Predictor[] => {
    if (factor.kind === 'expression') return [numeric(factor.expression, factor.label, data, rows)];
    const values = rows.map((row) => data[factor.name]![row]!);
    if (factor.kind === 'column' && values.every((value) => typeof value === 'number')) {
      return [{ name: factor.label, values }];
    }
    const levels = sortedLevels(values);
    categories[factor.name] = levels;
    return levels.slice(1).map((level) => ({
      name: `${factor.label}${level}`,
      values: values.map((value) => (String(value) === level ? 1 : 0)),
    }));
  };
  return {
    outcome: [...(numeric(formula.outcome, 'outcome', data, rows).values as number[])],
    predictors: formula.terms.flatMap((factors) =>
      factors
        .map(columnsOfFactor)
        .reduce((left, right) => left.flatMap((a) => right.map((b) => times(a, b)))),
    ),
    intercept: formula.intercept,
    labels: Object.fromEntries(
      also.map((name) => [name, rows.map((row) => String(data[name]![row]))]),
    ),
    rows,
    leftOut: count - rows.length,
    categories,
  };
}

function factorColumns(factor: Factor): string[] {
  return factor.kind === 'expression' ? columnsOf(factor.expression) : [factor.name];
}

function numeric(
  expression: Parameters<typeof evaluate>[0],
  name: string,
  data: DataColumns,
  rows: readonly number[],
): Predictor {
  const values = rows.map((row) =>
    evaluate(expression, (column) => {
      const value = data[column]![row];
      if (typeof value === 'number') return value;
      throw new AnalysisInputError(column, `row ${row + 1} is no number: "${value}"`);
    }),
  );
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) {
    throw new AnalysisInputError(name, `row ${rows[bad]! + 1} gives no finite number`);
  }
  return { name, values };
}

function sortedLevels(values: readonly (number | string)[]): string[] {
  const levels = [...new Set(values)];
  if (levels.every((level) => typeof level === 'number')) levels.sort((a, b) => a - b);
  else levels.sort((a, b) => (String(a) < String(b) ? -1 : 1));
  return levels.map(String);
}

function times(a: Predictor, b: Predictor): Predictor {
  return {
    name: `${a.name}:${b.name}`,
    values: Array.from(a.values, (value, i) => value * b.values[i]!),
  };
}
