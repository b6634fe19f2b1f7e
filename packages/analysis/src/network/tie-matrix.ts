import { AnalysisInputError } from '../errors.ts';
import type { Network } from './network.ts';

/** One row a sender, one column a receiver; null where a value is missing. The diagonal is never read. */
export type TieMatrix = readonly (readonly (number | null)[])[];

/** A square matrix as one array, row after row, with NaN for missing values. */
export interface FlatMatrix {
  readonly n: number;
  readonly values: Float64Array;
  readonly missing: number;
}

/**
 * The network as a matrix of weights; rows of people who did not respond are missing.
 * @param presence  `weight` (default) or `tie`: 1 for any tie.
 */
export function tieMatrix(network: Network, presence: 'weight' | 'tie' = 'weight'): TieMatrix {
  const { nodes, out, responded, directed } = network;
  const known = (i: number, j: number) => responded[i] || (!directed && responded[j]);
  const rows = nodes.map((_, i) => nodes.map((_, j): number | null => (known(i, j) ? 0 : null)));
  for (let i = 0; i < nodes.length; i++) {
    for (let k = out.start[i]!; k < out.start[i + 1]!; k++) {
      const j = out.node[k]!;
      if (known(i, j)) rows[i]![j] = presence === 'tie' ? 1 : out.weight[k]!;
    }
  }
  return rows;
}

/** 1 where two nodes have the same label, else 0: a predictor for ties inside groups. */
export function sameLabelMatrix(labels: readonly (string | number)[]): TieMatrix {
  return labels.map((a) => labels.map((b) => (a === b ? 1 : 0)));
}

/** Absolute difference of a quantity of the two nodes: a predictor for ties between the alike. */
export function differenceMatrix(values: readonly number[]): TieMatrix {
  return values.map((a) => values.map((b) => Math.abs(a - b)));
}

/** Checks a matrix and lays it out flat. Throws an `AnalysisInputError` that names row and column. */
export function flatten(argument: string, matrix: TieMatrix, directed: boolean): FlatMatrix {
  const n = matrix.length;
  const values = new Float64Array(n * n);
  let missing = 0;
  matrix.forEach((row, i) => {
    if (row.length !== n) {
      throw new AnalysisInputError(`${argument}[${i}]`, `has ${row.length} values, not ${n}`);
    }
    row.forEach((value, j) => {
      if (i === j) return;
      const place = `${argument}[${i}][${j}]`;
      if (value !== null && !Number.isFinite(value)) {
        throw new AnalysisInputError(place, 'is not finite; use null for a missing value');
      }
      if (!directed && value !== matrix[j]?.[i]) {
        throw new AnalysisInputError(place, 'differs from its mirror in an undirected matrix');
      }
      if (value === null) missing += 1;
      values[i * n + j] = value ?? Number.NaN;
    });
  });
  return { n, values, missing };
}

/** The pairs that count: all ordered ones, or those with i < j. */
export function listPairs(n: number, directed: boolean): { row: Uint32Array; column: Uint32Array } {
  const size = (n * (n - 1)) / (directed ? 1 : 2);
  const row = new Uint32Array(size);
  const column = new Uint32Array(size);
  let pair = 0;
  for (let i = 0; i < n; i++) {
    for (let j = directed ? 0 : i + 1; j < n; j++) {
      if (i === j) continue;
      row[pair] = i;
      column[pair++] = j;
    }
  }
  return { row, column };
}
