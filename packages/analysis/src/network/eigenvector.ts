import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { strongComponents } from './components.ts';
import {
  type IterationOptions,
  type IterationReport,
  iterate,
  readIterationOptions,
} from './iteration.ts';
import type { Network } from './network.ts';

export interface EigenvectorOptions extends IterationOptions {
  /** Use weights; default false, every tie counts 1. */
  readonly weighted?: boolean;
}

export interface EigenvectorCentrality extends IterationReport {
  /** Scaled so that the largest is 1. */
  readonly max1: number[];
  /** Scaled to length 1. */
  readonly l2: number[];
  readonly eigenvalue: number;
  readonly warnings: readonly string[];
}

/**
 * Eigenvector centrality: a node is central when central nodes are tied to it. In a directed network
 * ties received count.
 * @returns insufficient without a tie, and for a directed network in which not everyone can reach
 *   everyone: the measure then rests on one part of the network alone.
 * @complexity O(ties) a round; rounds grow as the two largest eigenvalues come close.
 * @source Bonacich 1972, Journal of Mathematical Sociology 2:113. Power iteration on A + sI, which also
 *   converges when the network has two sides.
 * @checked against igraph 1.3.5 `eigen_centrality`, networkx 2.8.8, numpy (directed).
 */
export function eigenvectorCentrality(
  network: Network,
  options: EigenvectorOptions = {},
): EigenvectorCentrality | Insufficient {
  const limits = readIterationOptions(options);
  const n = network.nodes.length;
  if (network.in.node.length === 0) return insufficient('ties', 1, 0);
  const parts = strongComponents(network);
  if (network.directed && parts.count > 1) {
    return insufficient('nodes-that-can-all-reach-each-other', n, parts.sizes[0]!);
  }
  const multiply = multiplier(network, options.weighted ?? false);
  const shift = meanRowSum(network, options.weighted ?? false) / 2;
  const { values, ...report } = iterate(new Float64Array(n).fill(1), limits, (from, to) => {
    multiply(from, to);
    let largest = 0;
    for (let i = 0; i < n; i++) {
      to[i]! += shift * from[i]!;
      largest = Math.max(largest, to[i]!);
    }
    for (let i = 0; i < n; i++) to[i]! /= largest;
  });
  const product = new Float64Array(n);
  multiply(values, product);
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  const top = values.indexOf(1);
  return {
    max1: Array.from(values),
    l2: Array.from(values, (value) => value / Math.sqrt(squares)),
    eigenvalue: product[top]!,
    ...report,
    warnings: warningsFor(network, parts.count, report),
  };
}

function multiplier({ in: rows }: Network, weighted: boolean) {
  const { start, node, weight } = rows;
  return (from: Float64Array, to: Float64Array) => {
    for (let i = 0; i < to.length; i++) {
      let sum = 0;
      for (let e = start[i]!; e < start[i + 1]!; e++) {
        sum += weighted ? weight[e]! * from[node[e]!]! : from[node[e]!]!;
      }
      to[i] = sum;
    }
  };
}

function meanRowSum({ in: rows, nodes }: Network, weighted: boolean): number {
  const total = weighted ? rows.weight.reduce((a, b) => a + b, 0) : rows.node.length;
  return total / nodes.length;
}

function warningsFor(network: Network, parts: number, report: IterationReport): string[] {
  const split = 'the network is in parts: people outside the densest part get about 0';
  const slow = 'the values had not settled when the limit of rounds was reached';
  return [...network.warnings, ...(parts > 1 ? [split] : []), ...(report.converged ? [] : [slow])];
}
