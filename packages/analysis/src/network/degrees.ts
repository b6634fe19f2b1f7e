import type { Adjacency } from './adjacency.ts';
import type { Network } from './network.ts';

export interface Degrees {
  /** Ties received. Robust when some people did not answer. */
  readonly in: number[];
  /** Ties sent; 0, and meaningless, for a node that did not respond. */
  readonly out: number[];
  /** Different nodes tied either way; what `degree` means in the undirected network. */
  readonly neighbours: number[];
  /** Sums of weights in place of counts. */
  readonly inStrength: number[];
  readonly outStrength: number[];
  /** Places of nodes without any tie. */
  readonly isolates: number[];
}

/**
 * How many ties each node has. In an undirected network `in`, `out` and `neighbours` are the same.
 * @complexity O(nodes + ties)
 * @source Freeman 1979, Social Networks 1:215.
 * @checked against igraph 1.3.5 `degree`.
 */
export function degrees(network: Network): Degrees {
  const n = network.nodes.length;
  const neighbours = Array.from({ length: n }, (_, i) => countNeighbours(network, i));
  return {
    in: rowSizes(n, network.in),
    out: rowSizes(n, network.out),
    neighbours,
    inStrength: rowSums(n, network.in),
    outStrength: rowSums(n, network.out),
    isolates: neighbours.flatMap((count, i) => (count === 0 ? [i] : [])),
  };
}

/** Size of the union of two ascending rows. */
function countNeighbours(network: Network, i: number): number {
  const { out, in: received } = network;
  let a = out.start[i]!;
  let b = received.start[i]!;
  const [endA, endB] = [out.start[i + 1]!, received.start[i + 1]!];
  let count = 0;
  for (; a < endA && b < endB; count++) {
    const difference = out.node[a]! - received.node[b]!;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return count + (endA - a) + (endB - b);
}

const rowSizes = (n: number, rows: Adjacency): number[] =>
  Array.from({ length: n }, (_, i) => rows.start[i + 1]! - rows.start[i]!);

function rowSums(n: number, rows: Adjacency): number[] {
  const sums = new Array<number>(n).fill(0);
  for (let i = 0; i < n; i++) {
    for (let k = rows.start[i]!; k < rows.start[i + 1]!; k++) sums[i]! += rows.weight[k]!;
  }
  return sums;
}
