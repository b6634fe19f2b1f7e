import type { Adjacency } from './adjacency.ts';
import { pathsThrough, type TieRows } from './betweenness-kernel.ts';
import type { Network } from './network.ts';
import { runSlices, shared } from './run-slices.ts';
import { sliceBounds, type Watch } from './workload.ts';

export interface Betweenness {
  /** Sum over pairs of other nodes of the share of their shortest paths that pass through the node. */
  readonly raw: number[];
  /** Divided by the number of pairs of other nodes, (n - 1)(n - 2), halved when undirected; 0 when n < 3. */
  readonly normalized: number[];
}

/** Fixed, so that sums are rounded alike on every machine. */
const slices = 32;

/**
 * Betweenness: how often a node lies on the shortest way between two others. Every tie is one step
 * long. Fragile when people did not answer; prefer in-degree then.
 * @param network  Directed: paths follow ties; undirected: each pair counts once.
 * @returns One value a node; both zero for an isolated node. Path counts are doubles: exact up to 2^53
 *   shortest paths between two nodes, to 16 digits beyond, without meaning beyond 10^308.
 * @complexity O(n (n + ties)); see `betweennessInThreads` for large networks.
 * @source Freeman 1977, Sociometry 40:35; Brandes 2001, Journal of Mathematical Sociology 25(2):163.
 * @checked against igraph 1.3.5 and networkx 2.8.8 `betweenness`.
 */
export function betweenness(network: Network): Betweenness {
  const { out, in: received, nodes } = network;
  const parts = sliceBounds(nodes.length, slices).map(({ first, last }) =>
    pathsThrough(out, received, first, last),
  );
  return collect(network, parts);
}

/** `betweenness` in worker threads, to the last bit the same numbers. */
export async function betweennessInThreads(network: Network, watch?: Watch): Promise<Betweenness> {
  const out = sharedRows(network.out);
  const received = network.directed ? sharedRows(network.in) : out;
  const bounds = sliceBounds(network.nodes.length, slices);
  const n = network.nodes.length;
  const operations = 2 * n * (n + network.out.node.length);
  const task = { kind: 'betweenness', out, received, slices: bounds } as const;
  return collect(network, await runSlices(task, operations, watch));
}

const sharedRows = (rows: Adjacency): TieRows => ({
  start: shared(rows.start),
  node: shared(rows.node),
});

function collect(network: Network, parts: readonly Float64Array[]): Betweenness {
  const n = network.nodes.length;
  const directions = network.directed ? 1 : 2;
  const pairs = ((n - 1) * (n - 2)) / directions;
  const raw = new Array<number>(n).fill(0);
  for (const part of parts) for (let i = 0; i < n; i++) raw[i]! += part[i]!;
  for (let i = 0; i < n; i++) raw[i]! /= directions;
  return { raw, normalized: raw.map((value) => (n < 3 ? 0 : value / pairs)) };
}
