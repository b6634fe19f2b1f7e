import { AnalysisInputError } from '../errors.ts';
import { type Adjacency, buildAdjacency, transpose } from './adjacency.ts';

/** A tie as it was reported: `from` seeks out, names or works with `to`. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  /** Strength, above zero; 1 when absent. A tie of weight 0 is no tie and is left out. */
  readonly weight?: number;
}

/** Who is tied to whom. Built by `createNetwork`, never changed afterwards. */
export interface Network {
  readonly directed: boolean;
  readonly nodes: readonly string[];
  /** Ties by sender. In an undirected network each tie stands in both rows. */
  readonly out: Adjacency;
  /** Ties by receiver; the same object as `out` in an undirected network. */
  readonly in: Adjacency;
  /** Whether each node answered the question about its own ties. */
  readonly responded: readonly boolean[];
  /** What had to be assumed or dropped while the network was built. */
  readonly warnings: readonly string[];
}

export interface NetworkInput {
  /** Every node on the roster, isolated ones too, each id once. */
  readonly nodes: readonly string[];
  readonly ties: readonly Tie[];
  /** Default true. */
  readonly directed?: boolean;
  /** Who answered, one entry a node; default everyone. */
  readonly responded?: readonly boolean[];
}

/**
 * A network from a roster and a list of ties.
 * @param input  Ties of a node to itself are dropped, repeated ties become one with their weights
 *   added (in an undirected network whichever way round they stand); both are said in `warnings`.
 * @returns The network with nodes in the order given. The input is not mutated or kept.
 * @throws {AnalysisInputError} on an id that occurs twice, a tie to an id not on the roster, a weight
 *   that is negative or not finite, or `responded` of another length than `nodes`.
 * @complexity O(nodes + ties)
 */
export function createNetwork(input: NetworkInput): Network {
  const { nodes, ties, directed = true } = input;
  const index = indexNodes(nodes);
  const responded = input.responded ?? nodes.map(() => true);
  if (responded.length !== nodes.length) {
    throw new AnalysisInputError('responded', `needs one entry for each of ${nodes.length} nodes`);
  }
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  let selfTies = 0;
  for (const [k, tie] of ties.entries()) {
    const a = nodeOf(index, tie.from, k, 'from');
    const b = nodeOf(index, tie.to, k, 'to');
    const weight = weightOf(tie, k);
    if (weight === 0) continue;
    if (a === b) {
      selfTies += 1;
      continue;
    }
    from.push(directed ? a : Math.min(a, b));
    to.push(directed ? b : Math.max(a, b));
    weights.push(weight);
  }
  const rows = buildAdjacency(nodes.length, from, to, weights);
  const repeated = from.length - rows.node.length;
  const warnings = [
    ...(selfTies > 0 ? [`${selfTies} ties of a node to itself were left out`] : []),
    ...(repeated > 0 ? [`${repeated} repeated ties were merged, their weights added`] : []),
  ];
  const out = directed ? rows : buildAdjacency(nodes.length, ...bothWays(nodes.length, rows));
  return {
    directed,
    nodes: [...nodes],
    out,
    in: directed ? transpose(nodes.length, rows) : out,
    responded: [...responded],
    warnings,
  };
}

/** Ties of the network: arcs when it is directed, edges when it is not. */
export function countTies(network: Network): number {
  return network.out.node.length / (network.directed ? 1 : 2);
}

/** Throws unless there is one entry for each node. */
export function requirePerNode(
  network: Network,
  argument: string,
  values: ArrayLike<unknown>,
): void {
  if (values.length === network.nodes.length) return;
  const message = `needs one entry for each of ${network.nodes.length} nodes, not ${values.length}`;
  throw new AnalysisInputError(argument, message);
}

function indexNodes(nodes: readonly string[]): Map<string, number> {
  const index = new Map<string, number>();
  nodes.forEach((id, i) => {
    if (index.has(id)) throw new AnalysisInputError(`nodes[${i}]`, `"${id}" occurs twice`);
    index.set(id, i);
  });
  return index;
}

function nodeOf(index: Map<string, number>, id: string, k: number, end: string): number {
  const node = index.get(id);
  if (node !== undefined) return node;
  throw new AnalysisInputError(`ties[${k}].${end}`, `"${id}" is not among the nodes`);
}

function weightOf(tie: Tie, k: number): number {
  const weight = tie.weight ?? 1;
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new AnalysisInputError(`ties[${k}].weight`, `${weight} is negative or not finite`);
}

function bothWays(n: number, rows: Adjacency): [number[], number[], number[]] {
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let k = rows.start[i]!; k < rows.start[i + 1]!; k++) {
      const j = rows.node[k]!;
      const weight = rows.weight[k]!;
      from.push(i, j);
      to.push(j, i);
      weights.push(weight, weight);
    }
  }
  return [from, to, weights];
}
