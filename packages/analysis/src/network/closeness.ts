import { AnalysisInputError } from '../errors.ts';
import { DistanceSearch } from './distances.ts';
import type { Network } from './network.ts';

/** `out`: from the node to others. `in`: from others to the node. The same in an undirected network. */
export type ClosenessDirection = 'out' | 'in';

export interface Closeness {
  /** Reached others divided by the sum of distances to them; null for a node that reaches nobody. igraph's normalized. */
  readonly withinReach: (number | null)[];
  /** `withinReach` times the share of others that is reached; 0 for nobody. networkx's default. */
  readonly wassermanFaust: number[];
  /** Mean of 1 / distance over all others, 0 for one out of reach. Comparable across split networks. */
  readonly harmonic: number[];
  /** How many others are reached. */
  readonly reached: number[];
  readonly warnings: readonly string[];
}

/**
 * Closeness: how few steps a node is from the others, by three conventions that agree when everyone
 * can reach everyone.
 * @param direction  Default `out`.
 * @returns One value a node.
 * @complexity O(n (n + ties))
 * @source Freeman 1979, Social Networks 1:215; Wasserman & Faust 1994, p. 201; Marchiori & Latora 2000, Physica A 285:539.
 * @checked against python-igraph 0.10.2 and networkx 2.8.8, fixtures/networks/extra.
 */
export function closeness(network: Network, direction: ClosenessDirection = 'out'): Closeness {
  if (direction !== 'out' && direction !== 'in') {
    throw new AnalysisInputError('direction', `"${String(direction)}" is neither "out" nor "in"`);
  }
  const n = network.nodes.length;
  const search = new DistanceSearch(direction === 'out' ? network.out : network.in);
  const result = {
    withinReach: new Array<number | null>(n).fill(null),
    wassermanFaust: new Array<number>(n).fill(0),
    harmonic: new Array<number>(n).fill(0),
    reached: new Array<number>(n).fill(0),
  };
  for (let i = 0; i < n; i++) {
    search.run(i);
    const others = search.reached - 1;
    result.reached[i] = others;
    if (others === 0) continue;
    const near = others / search.total();
    result.withinReach[i] = near;
    result.wassermanFaust[i] = near * (others / (n - 1));
    result.harmonic[i] = sumOfInverses(search) / (n - 1);
  }
  const split = result.reached.some((others) => others < n - 1);
  const warning = 'not everyone can reach everyone: the three conventions differ';
  return { ...result, warnings: split ? [...network.warnings, warning] : network.warnings };
}

function sumOfInverses(search: DistanceSearch): number {
  let sum = 0;
  for (let k = 1; k < search.reached; k++) sum += 1 / search.distance[search.order[k]!]!;
  return sum;
}
