import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { backSubstitute, type Factors, factor } from './orthonormal.ts';
import { flatten, listPairs, type TieMatrix } from './tie-matrix.ts';

export interface Predictor {
  readonly name: string;
  readonly matrix: TieMatrix;
}

/** A regression over pairs of nodes. */
export interface Design {
  readonly n: number;
  readonly row: Uint32Array;
  readonly column: Uint32Array;
  /** `intercept`, then the predictors. */
  readonly names: readonly string[];
  readonly y: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly factors: Factors;
  /** R^-1: row k times Q'y is coefficient k. */
  readonly inverseR: readonly (readonly number[])[];
  /** An orthonormal basis of all columns but one. */
  readonly basisWithout: (k: number) => readonly Float64Array[];
  /** Values over pairs back as a square matrix, mirrored when undirected. */
  readonly toMatrix: (values: Float64Array) => Float64Array;
}

/** Checks matrices, lists their pairs and factors the predictors with an intercept before them. */
export function designOf(
  y: TieMatrix,
  predictors: readonly Predictor[],
  directed: boolean,
): Design | Insufficient {
  if (predictors.length === 0) throw new AnalysisInputError('predictors', 'is empty');
  const n = y.length;
  const { row, column } = listPairs(n, directed);
  const need = predictors.length + 2;
  if (n < 4) return insufficient('nodes', 4, n);
  if (row.length < need) return insufficient('pairs-of-nodes', need, row.length);
  const read = (argument: string, matrix: TieMatrix) =>
    overPairs(argument, matrix, n, directed, row, column);
  const columns = [
    new Float64Array(row.length).fill(1),
    ...predictors.map(({ matrix }, i) => read(`predictors[${i}].matrix`, matrix)),
  ];
  const factors = factorOrThrow(columns, predictors);
  return {
    n,
    row,
    column,
    names: ['intercept', ...predictors.map(({ name }) => name)],
    y: read('y', y),
    columns,
    factors,
    inverseR: invertTriangle(factors.r),
    basisWithout: (k) => {
      const rest = factor(columns.filter((_, j) => j !== k));
      return 'q' in rest ? rest.q : [];
    },
    toMatrix: (values) => {
      const matrix = new Float64Array(n * n);
      values.forEach((value, pair) => {
        matrix[row[pair]! * n + column[pair]!] = value;
        if (!directed) matrix[column[pair]! * n + row[pair]!] = value;
      });
      return matrix;
    },
  };
}

function overPairs(
  argument: string,
  matrix: TieMatrix,
  n: number,
  directed: boolean,
  row: Uint32Array,
  column: Uint32Array,
): Float64Array {
  if (matrix.length !== n) {
    throw new AnalysisInputError(argument, `has ${matrix.length} rows, y has ${n}`);
  }
  const flat = flatten(argument, matrix, directed);
  if (flat.missing > 0) {
    const cell = flat.values.findIndex(Number.isNaN);
    const place = `${argument}[${Math.floor(cell / n)}][${cell % n}]`;
    throw new AnalysisInputError(place, 'is missing; leave out people who did not respond');
  }
  return Float64Array.from(row, (i, pair) => flat.values[i * n + column[pair]!]!);
}

function factorOrThrow(columns: readonly Float64Array[], predictors: readonly Predictor[]) {
  const factors = factor(columns);
  if ('q' in factors) return factors;
  const i = factors.dependent - 1;
  const message = `"${predictors[i]!.name}" is constant or a combination of the predictors before it`;
  throw new AnalysisInputError(`predictors[${i}]`, message);
}

function invertTriangle(r: Factors['r']): number[][] {
  const unit = (k: number) => r.map((_, i) => (i === k ? 1 : 0));
  const columns = r.map((_, k) => backSubstitute(r, unit(k)));
  return r.map((_, i) => columns.map((column) => column[i]!));
}
