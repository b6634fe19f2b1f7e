import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { degrees } from './degrees.ts';
import type { Network } from './network.ts';

export interface DegreeCentralization {
  readonly in: number;
  readonly out: number;
}

/**
 * How far ties gather on one node: the sum of differences to the largest degree, divided by that of a
 * star, (n - 1)^2 in a directed and (n - 1)(n - 2) in an undirected network. 0 when all are alike.
 * @returns Shares in [0, 1]; insufficient below two nodes (three when undirected).
 * @complexity O(nodes + ties)
 * @source Freeman 1979, Social Networks 1:215.
 * @checked against values by igraph 1.3.5 and R's base arithmetic.
 */
export function degreeCentralization(network: Network): DegreeCentralization | Insufficient {
  const n = network.nodes.length;
  const need = network.directed ? 2 : 3;
  if (n < need) return insufficient('nodes', need, n);
  const star = network.directed ? (n - 1) ** 2 : (n - 1) * (n - 2);
  const { in: received, out } = degrees(network);
  return { in: sumBelowLargest(received) / star, out: sumBelowLargest(out) / star };
}

function sumBelowLargest(values: readonly number[]): number {
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  return values.reduce((sum, value) => sum + (largest - value), 0);
}
