import { AnalysisInputError } from '../errors.ts';
import { seededRandom } from '../random.ts';
import type { TieRows } from './betweenness-kernel.ts';
import { weakComponents } from './components.ts';
import { DistanceSearch } from './distances.ts';
import type { Network } from './network.ts';
import { type Point, packComponents } from './pack-components.ts';
import { shuffle } from './permutation.ts';
import { symmetrize } from './symmetrize.ts';

export interface LayoutOptions {
  /** Same seed, same map. */
  readonly seed: number;
  /** Rounds over all pairs; default 30. */
  readonly rounds?: number;
}

/** Up to this many people in one component every distance counts; above, those to some of them. */
const wholeLimit = 400;
const pivotCount = 150;

/**
 * Places people on a map so that the distance on it is close to the number of steps between them
 * (stress). Components are placed by themselves and packed side by side, the largest first.
 * @returns One point a node; the map fits the unit square, at least one of its sides in full.
 * @throws {AnalysisInputError} on a number of rounds below 1.
 * @complexity O(rounds x nodes x min(nodes, 400)) in time and memory
 * @source Zheng, Pawar & Goodman 2019, IEEE TVCG 25(9):2738 (stochastic gradient descent on stress);
 *   Ortmann, Klimenta & Brandes 2017, JGAA 21(5):791 (pivots).
 * @checked against known shapes: a path is straight, a cycle round; relabelling and seed (property tests).
 */
export function layout(network: Network, options: LayoutOptions): Point[] {
  const { seed, rounds = 30 } = options;
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    throw new AnalysisInputError('rounds', 'must be an integer of at least 1');
  }
  const random = seededRandom(seed);
  const undirected = symmetrize(network);
  const { of, count } = weakComponents(undirected);
  const members = Array.from({ length: count }, (): number[] => []);
  of.forEach((component, node) => {
    members[component]!.push(node);
  });
  const search = new DistanceSearch(undirected.out);
  const parts = members.map((nodes) => ({
    nodes,
    points: descend(
      stressTerms(nodes, search, undirected.out, random),
      nodes.length,
      rounds,
      random,
    ),
  }));
  return packComponents(parts, network.nodes.length);
}

/** Pairs with the number of steps between them; places count inside the component. */
interface StressTerms {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly steps: Float64Array;
}

function stressTerms(
  nodes: readonly number[],
  search: DistanceSearch,
  rows: TieRows,
  random: () => number,
): StressTerms {
  const size = nodes.length;
  const sources = Uint32Array.from({ length: size }, (_, i) => i);
  if (size > wholeLimit) shuffle(sources, random);
  const pivots = size > wholeLimit ? sources.subarray(0, pivotCount) : sources;
  const isPivot = new Uint8Array(size);
  for (const pivot of pivots) isPivot[pivot] = 1;
  const a: number[] = [];
  const b: number[] = [];
  const steps: number[] = [];
  const add = (i: number, j: number, distance: number) => {
    a.push(i);
    b.push(j);
    steps.push(distance);
  };
  const placeOf = new Map(nodes.map((node, place) => [node, place]));
  for (let i = 0; i < size; i++) {
    if (!isPivot[i]) {
      for (let e = rows.start[nodes[i]!]!; e < rows.start[nodes[i]! + 1]!; e++) {
        const j = placeOf.get(rows.node[e]!)!;
        if (!isPivot[j] && i < j) add(i, j, 1);
      }
      continue;
    }
    search.run(nodes[i]!);
    for (let k = 1; k < search.reached; k++) {
      const j = placeOf.get(search.order[k]!)!;
      if (!isPivot[j] || i < j) add(i, j, search.distance[search.order[k]!]!);
    }
  }
  return {
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
    steps: Float64Array.from(steps),
  };
}

/** Visits pairs in random order, moving both ends toward the wanted distance by less and less. */
function descend(
  terms: StressTerms,
  size: number,
  rounds: number,
  random: () => number,
): Float64Array {
  const points = Float64Array.from({ length: 2 * size }, () => random());
  const order = Uint32Array.from(terms.steps, (_, i) => i);
  const longest = terms.steps.reduce((x, y) => Math.max(x, y), 1);
  const decay = Math.log(longest ** 2 / 0.1) / Math.max(1, rounds - 1);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    const rate = longest ** 2 * Math.exp(-decay * round);
    for (const term of order) pull(points, terms, term, rate);
  }
  return points;
}

function pull(
  points: Float64Array,
  { a, b, steps }: StressTerms,
  term: number,
  rate: number,
): void {
  const i = 2 * a[term]!;
  const j = 2 * b[term]!;
  const wanted = steps[term]!;
  const share = Math.min(1, rate / (wanted * wanted));
  const dx = points[i]! - points[j]!;
  const dy = points[i + 1]! - points[j + 1]!;
  const length = Math.sqrt(dx * dx + dy * dy) || 1e-9;
  const move = (share * (length - wanted)) / (2 * length);
  points[i]! -= move * dx;
  points[i + 1]! -= move * dy;
  points[j]! += move * dx;
  points[j + 1]! += move * dy;
}
