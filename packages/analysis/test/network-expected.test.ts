import {
  betweenness,
  blocks,
  continuousCore,
  coreness,
  corePeriphery,
  degreeCentralization,
  degrees,
  density,
  dyadCensus,
  eigenvectorCentrality,
  eiIndex,
  eiTest,
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
} from '../src/network/index.ts';
import {
  district,
  hlsmFiles,
  karate,
  krackhardt,
  krackhardtFiles,
  school,
} from './network-data.ts';
import { sufficient } from './network-sufficient.ts';
import {
  type Comparison,
  readReferenceJson,
  referenceCase,
  referenceNames,
  reportTotal,
} from './reference.ts';

interface Expected {
  readonly [measure: string]: unknown;
  readonly n: number;
  readonly groups: Readonly<Record<string, ExpectedGroup>>;
}

interface ExpectedGroup {
  readonly labels: readonly (string | number)[];
  readonly ei_directed: { external: number; internal: number; ei: number };
  readonly ei_undirected: { external: number; internal: number; ei: number };
  readonly ei_directed_permutation_5000: {
    mean: number;
    sd: number;
    p_le: number;
    p_ge: number;
  };
  readonly ei_expected_if_ties_random: number;
  readonly modularity_undirected: number;
  readonly modularity_directed: number;
  readonly assortativity_nominal_directed: number;
  readonly block_ties: number[][];
  readonly block_sizes: number[];
}

const exactly = 1e-9;
const iterated = 1e-7;
const ownDraws = 40_000;
const expectedDraws = 5_000;

for (const file of referenceNames('networks/expected', '.json')) {
  const [, set, which] = /^(karate|krackhardt|hlsm_school)_?(.*)\.json$/.exec(file) ?? [];
  if (set === 'karate') compareAll(file, karate, []);
  if (set === 'krackhardt') compareAll(file, () => krackhardt(which!), krackhardtFiles);
  if (set === 'hlsm_school') compareAll(file, () => school(Number(which)), hlsmFiles);
}

referenceCase(
  'network hlsm_district',
  (compare) => {
    const expected = readReferenceJson('networks/expected/hlsm_district.json') as {
      readonly n: number;
      readonly ties: number;
      readonly density: number;
      readonly ei_school: { external: number; internal: number; ei: number };
      readonly modularity_school_undirected: number;
      readonly weak_components: number;
    };
    const { network, schools } = district();
    const whole = sufficient(density(network));
    const ei = sufficient(eiIndex(network, schools));
    compare.exact('n', whole.nodes, expected.n);
    compare.exact('ties', whole.ties, expected.ties);
    compare.close('density', whole.wholeRoster, expected.density);
    compare.exact('external', ei.externalTies, expected.ei_school.external);
    compare.exact('internal', ei.internalTies, expected.ei_school.internal);
    compare.exact('ei', ei.index, expected.ei_school.ei);
    const found = sufficient(modularity(symmetrize(network), schools)).modularity;
    compare.close('modularity', found, expected.modularity_school_undirected);
    compare.exact('components', weakComponents(network).count, expected.weak_components);
  },
  hlsmFiles,
);

if (referenceNames('networks/expected').includes('hlsm_15_schools_summary.json')) {
  referenceCase('network hlsm_15_schools_summary', compareSchools, hlsmFiles);
}

reportTotal('network measures');

function compareSchools(compare: Comparison): void {
  const rows = readReferenceJson('networks/expected/hlsm_15_schools_summary.json') as Readonly<
    Record<string, number>
  >[];
  for (const row of rows) {
    const network = school(row.school!);
    const whole = sufficient(density(network));
    const label = `school ${row.school}`;
    compare.exact(`${label} n`, whole.nodes, row.n);
    compare.exact(`${label} ties`, whole.ties, row.ties);
    compare.close(`${label} density`, whole.wholeRoster, row.density!);
    const returned = sufficient(reciprocity(network));
    compare.close(`${label} reciprocity`, returned.edgewise, row.reciprocity_edge!);
    compare.exact(`${label} mutual`, returned.census.mutual, row.mutual);
    const { in: central } = sufficient(degreeCentralization(network));
    compare.close(`${label} centralization`, central, row.indegree_centralization!);
    compare.exact(`${label} isolates`, degrees(network).isolates.length, row.isolates);
    compare.exact(`${label} components`, weakComponents(network).count, row.weak_components);
  }
}

function compareAll(file: string, load: () => Network, needs: readonly string[]): void {
  const name = file.replace('.json', '');
  referenceCase(
    `network ${name}`,
    (compare) => {
      const expected = readReferenceJson(`networks/expected/${file}`) as Expected;
      const network = load();
      compareTies(compare, network, expected);
      compareCentrality(compare, network, expected);
      compareCohesion(compare, network, expected);
      compareCommunities(compare, network, expected);
      compareCores(compare, network, expected);
      for (const [column, group] of Object.entries(expected.groups)) {
        compareGroup(compare, network, group, column);
      }
    },
    needs,
  );
}

/** R writes a vector of one as a plain number. */
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function compareTies(compare: Comparison, network: Network, expected: Expected): void {
  const whole = sufficient(density(network));
  compare.exact('n', whole.nodes, expected.n);
  compare.exact('ties', whole.ties, expected.ties);
  compare.same('density', whole.wholeRoster, expected.density, exactly);
  compare.same('density reported', whole.reported, expected.density, exactly);
  const dyads = dyadCensus(network);
  for (const kind of ['mutual', 'asymmetric', 'null'] as const) {
    compare.exact(kind, dyads[kind], expected[kind]);
  }
  const returned = sufficient(reciprocity(network));
  compare.same('reciprocity edge', returned.edgewise, expected.reciprocity_edge, exactly);
  compare.same(
    'dyadic nonnull',
    returned.dyadicNonNull,
    expected.reciprocity_dyadic_nonnull,
    exactly,
  );
  compare.same('dyadic', returned.dyadic, expected.reciprocity_sna_dyadic, exactly);
  compare.same('edgewise', returned.edgewise, expected.reciprocity_sna_edgewise, exactly);
  const undirected = sufficient(density(symmetrize(network)));
  compare.exact('undirected edges', undirected.ties, expected.undirected_edges);
  compare.same('undirected density', undirected.wholeRoster, expected.undirected_density, exactly);
  const counts = degrees(network);
  compare.same('out', counts.out, expected.out_degree);
  compare.same('in', counts.in, expected.in_degree);
  compare.same('neighbours', counts.neighbours, expected.undirected_degree);
  compare.same(
    'isolates',
    counts.isolates.map((i) => i + 1),
    asList(expected.isolates),
  );
  const central = sufficient(degreeCentralization(network));
  compare.same('in centralization', central.in, expected.freeman_indegree_centralization, exactly);
  compare.same(
    'out centralization',
    central.out,
    expected.freeman_outdegree_centralization,
    exactly,
  );
}

function compareCentrality(compare: Comparison, network: Network, expected: Expected): void {
  const undirected = symmetrize(network);
  const between = { directed: betweenness(network), undirected: betweenness(undirected) };
  for (const kind of ['directed', 'undirected'] as const) {
    const { raw, normalized } = between[kind];
    compare.same(`betweenness ${kind}`, raw, expected[`betweenness_${kind}`], exactly);
    const wanted = expected[`betweenness_${kind}_normalized`];
    compare.same(`normalized ${kind}`, normalized, wanted, exactly);
  }
  const eigen = sufficient(eigenvectorCentrality(undirected));
  compare.same('eigenvector max1', eigen.max1, expected.eigenvector_undirected_max1, iterated);
  compare.same('eigenvector l2', eigen.l2, expected.eigenvector_undirected_l2, iterated);
  compare.same('eigenvalue', eigen.eigenvalue, expected.eigenvalue, iterated);
  if (expected.eigenvector_directed_in_l2 !== undefined) {
    const directed = sufficient(eigenvectorCentrality(network));
    compare.same('eigenvector in', directed.l2, expected.eigenvector_directed_in_l2, iterated);
  } else {
    compare.exact('eigenvector in', 'insufficient' in eigenvectorCentrality(network), true);
  }
  const rank = sufficient(pageRank(network));
  compare.same('page rank', rank.values, expected.pagerank_directed_085, iterated);
}

function compareCohesion(compare: Comparison, network: Network, expected: Expected): void {
  const undirected = symmetrize(network);
  const weak = weakComponents(network);
  const strong = strongComponents(network);
  compare.exact('weak', weak.count, expected.weak_components);
  compare.same('weak sizes', weak.sizes, asList(expected.weak_sizes));
  compare.exact('strong', strong.count, expected.strong_components);
  compare.same('strong sizes', strong.sizes, asList(expected.strong_sizes));
  const paths = sufficient(pathLengths(network));
  compare.exact('diameter', paths.diameterFinite, expected.diameter_directed_finite);
  compare.same('distance', paths.meanFinite, expected.mean_distance_directed_finite, exactly);
  compare.same(
    'undirected distance',
    sufficient(pathLengths(undirected)).meanFinite,
    expected.mean_distance_undirected_finite,
    exactly,
  );
  const closed = sufficient(transitivity(network));
  compare.same('transitivity', closed.global, expected.transitivity_global_undirected, exactly);
  compare.same('local', closed.local, expected.transitivity_local_undirected, exactly);
  compare.same('directed', closed.directed, expected.transitivity_sna_directed_weak, exactly);
  compare.same(
    'clustering',
    closed.local.map((value) => value ?? 0),
    expected.local_clustering_networkx,
    exactly,
  );
  compare.same(
    'average clustering',
    closed.localMeanNullAsZero,
    expected.average_clustering_networkx,
    exactly,
  );
  const triads = triadCensus(network);
  compare.same(
    'triads',
    triadKinds.map((kind) => triads[kind]),
    expected.triad_census,
  );
}

function compareCores(compare: Comparison, network: Network, expected: Expected): void {
  compare.same('coreness', coreness(network), expected.coreness_undirected);
  for (const mode of ['in', 'out', 'total'] as const) {
    compare.same(`coreness ${mode}`, coreness(network, mode), expected[`coreness_${mode}`]);
  }
  const continuous = expected.core_periphery_minres as {
    coreness: number[];
    fit_correlation: number;
  };
  const core = sufficient(continuousCore(network));
  compare.same('minres', core.coreness, continuous.coreness, iterated);
  compare.same('minres fit', core.fitCorrelation, continuous.fit_correlation, iterated);
  const discrete = expected.core_periphery_exact as
    | Record<string, { correlation: number; optima: number; cores: number[][] }>
    | undefined;
  for (const [key, ideal] of [
    ['either', 'either'],
    ['core_only', 'coreOnly'],
  ] as const) {
    const wanted = discrete?.[key];
    if (!wanted) continue;
    const found = sufficient(corePeriphery(network, { ideal, seed: 1 }));
    compare.same(`core ${key}`, found.correlation, wanted.correlation, exactly);
    compare.exact(`optima ${key}`, found.optima, wanted.optima);
    compare.same(
      `cores ${key}`,
      found.cores.slice(0, 5).map((nodes) => nodes.map((i) => i + 1)),
      wanted.cores,
    );
  }
}

function compareCommunities(compare: Comparison, network: Network, expected: Expected): void {
  const undirected = symmetrize(network);
  for (const key of ['louvain_best_of_300', 'modularity_optimal']) {
    const wanted = expected[key] as { modularity: number; membership: number[] } | undefined;
    if (!wanted) continue;
    const value = sufficient(modularity(undirected, wanted.membership)).modularity;
    compare.close(`modularity of ${key}`, value, wanted.modularity);
    for (const seed of [1, 2, 3]) {
      const found = sufficient(louvain(network, { seed, starts: 10 }));
      const short = wanted.modularity - found.modularity;
      compare.exact(`${key} seed ${seed}`, short <= 0.02, true);
      const partition = sufficient(modularity(undirected, found.of)).modularity;
      compare.close(`own modularity ${seed}`, found.modularity, partition);
      if (key === 'modularity_optimal') compare.exact('no better', short >= -1e-9, true);
    }
  }
}

function compareGroup(
  compare: Comparison,
  network: Network,
  expected: ExpectedGroup,
  column: string,
): void {
  const undirected = symmetrize(network);
  const crossing = sufficient(eiIndex(network, expected.labels));
  compare.exact(`${column} external`, crossing.externalTies, expected.ei_directed.external);
  compare.exact(`${column} internal`, crossing.internalTies, expected.ei_directed.internal);
  compare.close(`${column} ei`, crossing.index, expected.ei_directed.ei);
  compare.close(`${column} chance`, crossing.expected, expected.ei_expected_if_ties_random);
  const edges = sufficient(eiIndex(undirected, expected.labels));
  compare.exact(`${column} edges out`, 2 * edges.externalTies, expected.ei_undirected.external);
  compare.exact(`${column} edges in`, 2 * edges.internalTies, expected.ei_undirected.internal);
  compare.close(`${column} ei edges`, edges.index, expected.ei_undirected.ei);
  const drawn = expected.ei_directed_permutation_5000;
  const test = sufficient(eiTest(network, expected.labels, { permutations: ownDraws, seed: 3 }));
  withinDraws(compare, `${column} p less`, test.pLess, drawn.p_le);
  withinDraws(compare, `${column} p greater`, test.pGreater, drawn.p_ge);
  const meanError = 3 * drawn.sd * Math.sqrt(1 / ownDraws + 1 / expectedDraws);
  const near = (a: number, b: number, error: number) => Math.abs(a - b) <= error;
  compare.exact(`${column} mean`, near(test.chanceMean, drawn.mean, meanError), true);
  compare.exact(`${column} sd`, near(test.chanceSd, drawn.sd, meanError), true);
  const partition = (of: Network) => sufficient(modularity(of, expected.labels));
  compare.close(
    `${column} modularity`,
    partition(undirected).modularity,
    expected.modularity_undirected,
  );
  compare.close(
    `${column} directed modularity`,
    partition(network).modularity,
    expected.modularity_directed,
  );
  compare.same(
    `${column} assortativity`,
    partition(network).assortativity,
    expected.assortativity_nominal_directed,
    exactly,
  );
  const between = blocks(network, expected.labels);
  compare.same(`${column} blocks`, between.ties, expected.block_ties);
  compare.same(`${column} sizes`, between.sizes, expected.block_sizes);
}

/** Two Monte Carlo shares of the same chance, within three standard errors of their difference. */
function withinDraws(compare: Comparison, label: string, actual: number, expected: number): void {
  const p = (actual * ownDraws + expected * expectedDraws) / (ownDraws + expectedDraws);
  const error = 3 * Math.sqrt(p * (1 - p) * (1 / ownDraws + 1 / expectedDraws));
  const near = Math.abs(actual - expected) <= error + 1 / ownDraws;
  compare.exact(`${label} ${actual} ~ ${expected}`, near, true);
}
