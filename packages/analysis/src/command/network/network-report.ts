import {
  betweennessInThreads,
  blocks,
  type Closeness,
  closeness,
  continuousCore,
  coreness,
  corePeriphery,
  crossGroupTies,
  degreeCentralization,
  degrees,
  density,
  dyadCensus,
  eigenvectorCentrality,
  eiTest,
  fragility,
  layout,
  louvain,
  modularity,
  type Network,
  pageRank,
  pathLengths,
  reciprocity,
  strongComponents,
  symmetrize,
  transitivity,
  triadCensus,
  triadKinds,
  weakComponents,
} from '../../network/index.ts';
import { type Insufficient, isInsufficient } from '../../statistics/insufficient.ts';
import type { Explanation } from './explain.ts';

export interface ReportOptions {
  readonly weighted: boolean;
  readonly permutations: number;
  readonly seed: number;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** Everything the package can say about one network; the keys are those of `--json`. */
export type NetworkReport = Awaited<ReturnType<typeof networkReport>> & {
  readonly group: ReturnType<typeof groupReport> | null;
  readonly explanation: Explanation | null;
};

/** Measures that need no groups. */
export async function networkReport(network: Network, options: ReportOptions) {
  const { weighted, seed } = options;
  const undirected = symmetrize(network);
  const progress = (stage: string) => ({
    onProgress: (done: number, total: number) => options.onProgress(stage, done, total),
  });
  const between = await betweennessInThreads(network, progress('betweenness'));
  const betweenUndirected = network.directed
    ? await betweennessInThreads(undirected, progress('betweenness, undirected'))
    : between;
  const kinds = triadCensus(network);
  const measured = {
    counts: degrees(network),
    between,
    betweenUndirected,
    near: { out: closeness(network, 'out'), in: closeness(network, 'in') },
    eigen: eigenvectorCentrality(undirected, { weighted }),
    eigenDirected: eigenvectorCentrality(network, { weighted }),
    rank: pageRank(network, { weighted }),
    weak: weakComponents(network),
    strong: strongComponents(network),
    cores: {
      neighbours: coreness(network),
      in: coreness(network, 'in'),
      out: coreness(network, 'out'),
      total: coreness(network, 'total'),
    },
    closed: transitivity(network),
    communities: louvain(network, { seed, weighted, starts: network.nodes.length > 1000 ? 3 : 20 }),
    core: continuousCore(network, { weighted }),
    map: layout(network, { seed }),
  };
  return {
    directed: network.directed,
    weighted,
    seed,
    permutations: options.permutations,
    warnings: network.warnings,
    density: density(network),
    densityUndirected: density(undirected),
    dyadCensus: dyadCensus(network),
    reciprocity: reciprocity(network),
    degreeCentralization: degreeCentralization(network),
    isolates: measured.counts.isolates.map((i) => network.nodes[i]!),
    components: {
      weak: { count: measured.weak.count, sizes: measured.weak.sizes },
      strong: { count: measured.strong.count, sizes: measured.strong.sizes },
    },
    pathLengths: pathLengths(network),
    pathLengthsUndirected: pathLengths(undirected),
    transitivity: without(measured.closed, 'local'),
    triadCensus: triadKinds.map((kind) => ({ kind, count: kinds[kind] })),
    eigenvector: without(measured.eigen, 'max1', 'l2'),
    eigenvectorDirected: without(measured.eigenDirected, 'max1', 'l2'),
    pageRank: without(measured.rank, 'values'),
    communities: without(measured.communities, 'of'),
    corePeriphery: {
      either: nameCores(network, corePeriphery(network, { ideal: 'either', seed })),
      coreOnly: nameCores(network, corePeriphery(network, { ideal: 'coreOnly', seed })),
      continuous: without(measured.core, 'coreness'),
    },
    fragility: nameFragility(network),
    nodes: network.nodes.map((id, i) => nodeReport(network, measured, id, i)),
  };
}

/** Measures of a partition of the people. */
export function groupReport(
  network: Network,
  column: string,
  labels: readonly string[],
  { permutations, seed, weighted }: ReportOptions,
) {
  const undirected = symmetrize(network);
  return {
    column,
    ei: eiTest(network, labels, { permutations, seed }),
    eiUndirected: eiTest(undirected, labels, { permutations, seed }),
    modularity: modularity(network, labels, { weighted }),
    modularityUndirected: modularity(undirected, labels, { weighted }),
    blocks: blocks(network, labels),
    crossGroupTies: crossGroupTies(network, labels),
  };
}

interface Measured {
  readonly counts: ReturnType<typeof degrees>;
  readonly between: Awaited<ReturnType<typeof betweennessInThreads>>;
  readonly betweenUndirected: Awaited<ReturnType<typeof betweennessInThreads>>;
  readonly near: { readonly out: Closeness; readonly in: Closeness };
  readonly eigen: ReturnType<typeof eigenvectorCentrality>;
  readonly eigenDirected: ReturnType<typeof eigenvectorCentrality>;
  readonly rank: ReturnType<typeof pageRank>;
  readonly weak: ReturnType<typeof weakComponents>;
  readonly strong: ReturnType<typeof strongComponents>;
  readonly cores: Readonly<Record<'neighbours' | 'in' | 'out' | 'total', number[]>>;
  readonly closed: ReturnType<typeof transitivity>;
  readonly communities: ReturnType<typeof louvain>;
  readonly core: ReturnType<typeof continuousCore>;
  readonly map: ReturnType<typeof layout>;
}

function nodeReport(network: Network, measured: Measured, id: string, i: number) {
  const { counts, between, betweenUndirected, near, cores, weak, strong, map } = measured;
  const closenessOf = (of: Closeness) => ({
    withinReach: of.withinReach[i]!,
    wassermanFaust: of.wassermanFaust[i]!,
    harmonic: of.harmonic[i]!,
    reached: of.reached[i]!,
  });
  return {
    id,
    responded: network.responded[i]!,
    inDegree: counts.in[i]!,
    outDegree: counts.out[i]!,
    neighbours: counts.neighbours[i]!,
    inStrength: counts.inStrength[i]!,
    outStrength: counts.outStrength[i]!,
    betweenness: between.raw[i]!,
    betweennessNormalized: between.normalized[i]!,
    betweennessUndirected: betweenUndirected.raw[i]!,
    betweennessUndirectedNormalized: betweenUndirected.normalized[i]!,
    closeness: { out: closenessOf(near.out), in: closenessOf(near.in) },
    eigenvectorMax1: pick(measured.eigen, 'max1', i),
    eigenvectorL2: pick(measured.eigen, 'l2', i),
    eigenvectorDirectedL2: pick(measured.eigenDirected, 'l2', i),
    pageRank: pick(measured.rank, 'values', i),
    coreness: {
      neighbours: cores.neighbours[i]!,
      in: cores.in[i]!,
      out: cores.out[i]!,
      total: cores.total[i]!,
    },
    continuousCoreness: pick(measured.core, 'coreness', i),
    localTransitivity: pick(measured.closed, 'local', i),
    weakComponent: weak.of[i]!,
    strongComponent: strong.of[i]!,
    community: pick(measured.communities, 'of', i),
    x: map[i]!.x,
    y: map[i]!.y,
  };
}

/** Entry i of a list in a result, null when there was too little data for it. */
function pick<T extends object, K extends string>(
  result: T | Insufficient,
  key: K,
  i: number,
): number | null {
  if (isInsufficient(result)) return null;
  return (result as Readonly<Record<K, readonly (number | null)[]>>)[key][i] ?? null;
}

/** A result without the lists that the people carry themselves. */
function without<T extends object, K extends string>(
  result: T | Insufficient,
  ...keys: K[]
): Omit<Exclude<T, Insufficient>, K> | Insufficient {
  if (isInsufficient(result)) return result;
  const left = Object.entries(result).filter(([key]) => !(keys as string[]).includes(key));
  return Object.fromEntries(left) as Omit<Exclude<T, Insufficient>, K>;
}

function nameCores(network: Network, result: ReturnType<typeof corePeriphery>) {
  if (isInsufficient(result)) return result;
  return {
    ...result,
    cores: result.cores.map((core) => core.map((i) => network.nodes[i]!)),
  };
}

function nameFragility(network: Network) {
  const { people, ...rest } = fragility(network);
  const names = (places: readonly number[]) => places.map((i) => network.nodes[i]!);
  return {
    ...rest,
    people: people.map(({ id, parts, cutOff, pairsSeparated }) => ({
      id,
      parts: parts.map(names),
      cutOff: names(cutOff),
      pairsSeparated,
    })),
  };
}
