import { network as concord } from '../src/index.ts';
import { places } from './network-data.ts';
import { sufficient } from './network-sufficient.ts';
import { readReferenceJson, referenceCase, reportTotal } from './reference.ts';

interface ExtraCase {
  readonly n: number;
  readonly arcs: readonly (readonly [number, number, number])[];
  readonly closeness_within_reach_out: (number | null)[];
  readonly closeness_within_reach_in: (number | null)[];
  readonly closeness_wasserman_faust_in: number[];
  readonly closeness_wasserman_faust_out: number[];
  readonly harmonic_in: number[];
  readonly betweenness: number[];
  readonly pagerank_weighted: number[];
  readonly pagerank_half: number[];
  readonly modularity_weighted_undirected: number;
  readonly modularity_weighted_directed: number;
  readonly out_strength: number[];
  readonly in_strength: number[];
  readonly triad_census: number[];
  readonly strong_sizes: number[];
  readonly articulation: number[];
  readonly separated: number[][][];
  readonly bridges: number[][];
}

const cases = readReferenceJson('networks/extra/random.json') as ExtraCase[];

for (const [i, wanted] of cases.entries()) {
  referenceCase(`network random ${i + 1}, ${wanted.n} nodes`, (compare) => {
    const nodes = places(wanted.n);
    const ties = wanted.arcs.map(([a, b, weight]) => ({ from: nodes[a]!, to: nodes[b]!, weight }));
    const directed = concord.createNetwork({ nodes, ties });
    const undirected = concord.symmetrize(directed);
    for (const direction of ['out', 'in'] as const) {
      const near = concord.closeness(directed, direction);
      const within = wanted[`closeness_within_reach_${direction}`];
      const wholly = wanted[`closeness_wasserman_faust_${direction}`];
      compare.same(`within reach ${direction}`, near.withinReach, within, 1e-9);
      compare.same(`Wasserman Faust ${direction}`, near.wassermanFaust, wholly, 1e-9);
    }
    const harmonic = concord.closeness(directed, 'in').harmonic;
    compare.same('harmonic', harmonic, wanted.harmonic_in, 1e-9);
    compare.same('betweenness', concord.betweenness(directed).raw, wanted.betweenness, 1e-9);
    const weighted = sufficient(concord.pageRank(directed, { weighted: true }));
    compare.same('page rank weighted', weighted.values, wanted.pagerank_weighted, 1e-7);
    const half = sufficient(concord.pageRank(directed, { damping: 0.5 }));
    compare.same('page rank half', half.values, wanted.pagerank_half, 1e-7);
    const group = nodes.map((_, node) => node % 4);
    const inside = (of: concord.Network) =>
      sufficient(concord.modularity(of, group, { weighted: true })).modularity;
    compare.close('modularity', inside(undirected), wanted.modularity_weighted_undirected);
    compare.close('directed', inside(directed), wanted.modularity_weighted_directed);
    const { inStrength, outStrength } = concord.degrees(directed);
    compare.same('in strength', inStrength, wanted.in_strength);
    compare.same('out strength', outStrength, wanted.out_strength);
    const triads = concord.triadCensus(directed);
    const inOrder = concord.triadKinds.map((kind) => triads[kind]);
    compare.same('triads', inOrder, wanted.triad_census);
    compare.same('strong', concord.strongComponents(directed).sizes, wanted.strong_sizes);
    const fragile = concord.fragility(directed);
    const people = [...fragile.people].sort((a, b) => a.node - b.node);
    compare.same(
      'articulation',
      people.map((person) => person.node),
      wanted.articulation,
    );
    compare.same(
      'separated',
      people.map((person) => person.parts),
      wanted.separated,
    );
    const bridges = fragile.bridges.map(({ from, to }) => [Number(from) - 1, Number(to) - 1]);
    bridges.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
    compare.same('bridges', bridges, wanted.bridges);
  });
}

reportTotal('network beyond the reference data');
