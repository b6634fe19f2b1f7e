import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { DistanceSearch } from './distances.ts';
import type { Network } from './network.ts';

export interface PathLengths {
  /** Mean steps of the shortest ways, over ordered pairs that have one. */
  readonly meanFinite: number;
  /** The longest of them. */
  readonly diameterFinite: number;
  /** Ordered pairs with a way from the first to the second. */
  readonly connectedPairs: number;
  /** Share of ordered pairs with a way. */
  readonly connectedness: number;
}

/**
 * How many steps apart people are, over pairs that can reach each other at all.
 * @returns insufficient when nobody can reach anybody.
 * @complexity O(n (n + ties))
 * @source Wasserman & Faust 1994, section 4.2; Krackhardt 1994 (connectedness).
 * @checked against igraph 1.3.5 `mean_distance` and `diameter` with `unconnected = TRUE`.
 */
export function pathLengths(network: Network): PathLengths | Insufficient {
  const n = network.nodes.length;
  const search = new DistanceSearch(network.out);
  let steps = 0;
  let connectedPairs = 0;
  let diameterFinite = 0;
  for (let i = 0; i < n; i++) {
    search.run(i);
    steps += search.total();
    connectedPairs += search.reached - 1;
    const farthest = search.order[search.reached - 1]!;
    diameterFinite = Math.max(diameterFinite, search.distance[farthest]!);
  }
  if (connectedPairs === 0) return insufficient('pairs-joined-by-a-path', 1, 0);
  return {
    meanFinite: steps / connectedPairs,
    diameterFinite,
    connectedPairs,
    connectedness: connectedPairs / (n * (n - 1)),
  };
}
