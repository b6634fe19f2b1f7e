import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import {
  type IterationOptions,
  type IterationReport,
  iterate,
  readIterationOptions,
} from './iteration.ts';
import type { Network } from './network.ts';
import { symmetrize } from './symmetrize.ts';

/** Defaults here: tolerance 1e-13, at most 20,000 rounds. */
export interface ContinuousCoreOptions extends IterationOptions {
  /** Use weights; default false, every tie counts 1. */
  readonly weighted?: boolean;
}

export interface ContinuousCore extends IterationReport {
  /** How much each node belongs to the core; not negative, of length 1 as a vector. */
  readonly coreness: number[];
  /** Correlation, over pairs, of ties with products of coreness. */
  readonly fitCorrelation: number;
  readonly warnings: readonly string[];
}

/**
 * Continuous core and periphery: coreness c such that c_i c_j comes closest, in least squares over
 * pairs of different nodes, to the ties (MINRES). A directed network is read as undirected.
 * Where the best coreness of some people is 0, as in a tree, it is approached ever more slowly: the
 * result then stops at the limit of rounds and says so.
 * @returns The nearest optimum from a start that goes by degree; a network in several parts can have
 *   others. Insufficient below three nodes or two ties, or when every pair is tied alike.
 * @complexity O(nodes + ties) a round
 * @source Borgatti & Everett 2000, Social Networks 21:375; Comrey 1962, Psychological Reports 11:15 (MINRES).
 * @checked against coordinate descent in numpy to 1e-13.
 */
export function continuousCore(
  network: Network,
  options: ContinuousCoreOptions = {},
): ContinuousCore | Insufficient {
  const limits = readIterationOptions({ tolerance: 1e-13, maxIterations: 20_000, ...options });
  const { out, nodes } = symmetrize(network);
  const n = nodes.length;
  const { start, node } = out;
  const ties = node.length / 2;
  if (n < 3) return insufficient('nodes', 3, n);
  if (ties < 2) return insufficient('ties', 2, ties);
  const weight = inMeanWeights(
    options.weighted ? out.weight : new Float64Array(node.length).fill(1),
  );
  if (ties === (n * (n - 1)) / 2 && weight.every((value) => value === weight[0])) {
    return insufficient('different-values-of-ties', 2, 1);
  }
  const scale = Math.sqrt(node.length);
  const from = Float64Array.from({ length: n }, (_, i) => {
    const strength = weight.subarray(start[i]!, start[i + 1]!).reduce((a, b) => a + b, 0);
    return Math.sqrt(Math.max(strength, 1e-9) / scale);
  });
  const { values, ...report } = iterate(from, limits, (x, next) => {
    next.set(x);
    let squares = next.reduce((sum, value) => sum + value * value, 0);
    for (let i = 0; i < n; i++) {
      const others = squares - next[i]! ** 2;
      let sum = 0;
      for (let e = start[i]!; e < start[i + 1]!; e++) sum += weight[e]! * next[node[e]!]!;
      next[i] = others > 0 ? sum / others : 0;
      squares = others + next[i]! ** 2;
    }
  });
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  const slow = 'the values had not settled when the limit of rounds was reached';
  return {
    coreness: Array.from(values, (value) => value / length),
    fitCorrelation: fit(values, start, node, weight),
    ...report,
    warnings: report.converged ? network.warnings : [...network.warnings, slow],
  };
}

/** Weights in units of their mean, so that the answer does not depend on theirs. */
function inMeanWeights(weight: Float64Array): Float64Array {
  const mean = weight.reduce((a, b) => a + b, 0) / weight.length;
  return weight.map((value) => value / mean);
}

/** Correlation over pairs i < j; sums over all pairs come from sums over nodes. */
function fit(x: Float64Array, start: Uint32Array, node: Uint32Array, weight: Float64Array): number {
  const n = x.length;
  const pairs = (n * (n - 1)) / 2;
  const power = (p: number) => x.reduce((sum, value) => sum + value ** p, 0);
  const sumX = (power(1) ** 2 - power(2)) / 2;
  const squaresX = (power(2) ** 2 - power(4)) / 2;
  let products = 0;
  for (let i = 0; i < n; i++) {
    for (let e = start[i]!; e < start[i + 1]!; e++) {
      products += (weight[e]! * x[i]! * x[node[e]!]!) / 2;
    }
  }
  const sumA = weight.reduce((a, b) => a + b, 0) / 2;
  const squaresA = weight.reduce((a, b) => a + b * b, 0) / 2;
  const spread = (pairs * squaresX - sumX ** 2) * (pairs * squaresA - sumA ** 2);
  return (pairs * products - sumX * sumA) / Math.sqrt(spread);
}
