import { weakComponents } from './components.ts';
import type { Network } from './network.ts';
import { symmetrize } from './symmetrize.ts';

/** Someone without whom others would lose touch. */
export interface CutPerson {
  readonly node: number;
  readonly id: string;
  /** The parts into which the rest of their component would fall, largest first; places of nodes, ascending. */
  readonly parts: readonly (readonly number[])[];
  /** Everyone outside the largest part: who would be cut off. */
  readonly cutOff: readonly number[];
  /** Pairs of people who could reach each other and then no longer could. */
  readonly pairsSeparated: number;
}

/** A tie that nobody goes around. */
export interface BridgeTie {
  readonly from: string;
  readonly to: string;
  /** How many people are on the smaller side. */
  readonly smallerSide: number;
}

export interface Fragility {
  /** Most pairs separated first, then roster order. */
  readonly people: readonly CutPerson[];
  /** Largest smaller side first, then roster order. */
  readonly bridges: readonly BridgeTie[];
  /** True when nobody's leaving would separate others. */
  readonly robust: boolean;
  readonly warnings: readonly string[];
}

/**
 * Fragility: who, if they left, would disconnect whom. Ties count whichever way they run.
 * @returns Articulation points with what each separates, and bridges. A person between two parts of
 *   one each still counts; someone with a single neighbour never does.
 * @complexity O(nodes + ties) and the size of the answer
 * @source Hopcroft & Tarjan 1973, Communications of the ACM 16(6):372.
 * @checked against networkx 2.8.8 `articulation_points`, fixtures/networks/extra, and removal of
 *   every node in turn (property test).
 */
export function fragility(network: Network): Fragility {
  const undirected = symmetrize(network);
  const walk = depthFirst(undirected);
  const component = weakComponents(undirected);
  const people: CutPerson[] = [];
  network.nodes.forEach((id, node) => {
    const below = separatedSubtrees(walk, node);
    if (below.length < (walk.parent[node]! < 0 ? 2 : 1)) return;
    people.push(cutPerson(walk, node, id, below, component.sizes[component.of[node]!]!));
  });
  people.sort((a, b) => b.pairsSeparated - a.pairsSeparated || a.node - b.node);
  return {
    people,
    bridges: bridgesOf(network, walk, component),
    robust: people.length === 0,
    warnings: network.warnings,
  };
}

interface Walk {
  /** Nodes in order of discovery; the subtree of v is `order` from `place[v]`, `size[v]` long. */
  readonly order: Uint32Array;
  readonly place: Int32Array;
  readonly size: Uint32Array;
  /** The earliest place that the subtree of v is tied to, not counting the tie to its parent. */
  readonly low: Int32Array;
  /** -1 for the root of a component. */
  readonly parent: Int32Array;
  readonly children: readonly number[][];
  /** The root of each node's component. */
  readonly root: Int32Array;
}

function depthFirst({ out, nodes }: Network): Walk {
  const n = nodes.length;
  const { start, node } = out;
  const order = new Uint32Array(n);
  const place = new Int32Array(n).fill(-1);
  const size = new Uint32Array(n).fill(1);
  const low = new Int32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const root = new Int32Array(n);
  const children = nodes.map((): number[] => []);
  const next = start.slice(0, n);
  let found = 0;
  for (let first = 0; first < n; first++) {
    if (place[first]! >= 0) continue;
    const path = [first];
    while (path.length > 0) {
      const v = path[path.length - 1]!;
      if (place[v]! < 0) {
        place[v] = low[v] = found;
        order[found++] = v;
        root[v] = first;
      }
      if (next[v]! < start[v + 1]!) {
        const w = node[next[v]!++]!;
        if (place[w]! < 0) {
          parent[w] = v;
          children[v]!.push(w);
          path.push(w);
        } else if (w !== parent[v]) {
          low[v] = Math.min(low[v]!, place[w]!);
        }
        continue;
      }
      path.pop();
      const above = parent[v]!;
      if (above < 0) continue;
      low[above] = Math.min(low[above]!, low[v]!);
      size[above]! += size[v]!;
    }
  }
  return { order, place, size, low, parent, children, root };
}

/** Children whose subtree has no way around `node`. */
const separatedSubtrees = (walk: Walk, node: number): number[] =>
  walk.children[node]!.filter((child) => walk.low[child]! >= walk.place[node]!);

function cutPerson(
  walk: Walk,
  node: number,
  id: string,
  below: readonly number[],
  componentSize: number,
): CutPerson {
  const parts = below.map((child) => subtree(walk, child));
  const separated = parts.reduce((sum, part) => sum + part.length, 0);
  if (separated < componentSize - 1) parts.push(everyoneElse(walk, node, below));
  parts.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  const others = componentSize - 1;
  const squares = parts.reduce((sum, part) => sum + part.length ** 2, 0);
  return {
    node,
    id,
    parts,
    cutOff: parts
      .slice(1)
      .flat()
      .sort((a, b) => a - b),
    pairsSeparated: (others ** 2 - squares) / 2,
  };
}

function subtree({ order, place, size }: Walk, v: number): number[] {
  return Array.from(order.subarray(place[v]!, place[v]! + size[v]!)).sort((a, b) => a - b);
}

function everyoneElse(walk: Walk, node: number, below: readonly number[]): number[] {
  const gone = new Set([node, ...below.flatMap((child) => subtree(walk, child))]);
  return subtree(walk, walk.root[node]!).filter((v) => !gone.has(v));
}

function bridgesOf(
  network: Network,
  walk: Walk,
  component: { readonly of: readonly number[]; readonly sizes: readonly number[] },
): BridgeTie[] {
  const found = network.nodes.flatMap((_, v) => {
    const above = walk.parent[v]!;
    if (above < 0 || walk.low[v]! <= walk.place[above]!) return [];
    const below = walk.size[v]!;
    const smallerSide = Math.min(below, component.sizes[component.of[v]!]! - below);
    return [{ ends: [Math.min(above, v), Math.max(above, v)] as const, smallerSide }];
  });
  found.sort(
    (a, b) => b.smallerSide - a.smallerSide || a.ends[0] - b.ends[0] || a.ends[1] - b.ends[1],
  );
  return found.map(({ ends, smallerSide }) => ({
    from: network.nodes[ends[0]]!,
    to: network.nodes[ends[1]]!,
    smallerSide,
  }));
}
