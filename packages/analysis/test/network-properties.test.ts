import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { network as concord, seededRandom } from '../src/index.ts';
import { bestCoresOfAll } from '../src/network/core-enumeration.ts';
import { correlationWithIdeal } from '../src/network/core-ideal.ts';
import { bestCoresByMoves } from '../src/network/core-moves.ts';
import { places } from './network-data.ts';
import { sufficient } from './network-sufficient.ts';

interface Drawn {
  readonly n: number;
  readonly arcs: readonly (readonly [number, number, number])[];
  readonly order: readonly number[];
}

const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 4, max: 12 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    arcs: fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 1, max: 5 }),
      ),
      { minLength: 3, maxLength: 40, selector: ([a, b]) => a * n + b },
    ),
    order: fc.shuffledSubarray(
      Array.from({ length: n }, (_, i) => i),
      { minLength: n },
    ),
  }),
);

const settings = { numRuns: 60, seed: 1 };

function build({ n, arcs }: Pick<Drawn, 'n' | 'arcs'>, directed = true, scale = 1) {
  const nodes = places(n);
  const ties = arcs
    .filter(([a, b]) => a !== b)
    .map(([a, b, weight]) => ({ from: nodes[a]!, to: nodes[b]!, weight: weight * scale }));
  return concord.createNetwork({ nodes, ties, directed });
}

/** Node i of the first network is node `order[i]` of the second. */
const relabel = ({ n, arcs, order }: Drawn) => ({
  n,
  arcs: arcs.map(([a, b, w]) => [order[a]!, order[b]!, w] as const),
});

/** Values of each measure, node by node, and for the whole. */
function perNode(network: concord.Network): Record<string, (number | null)[]> {
  const eigen = concord.eigenvectorCentrality(concord.symmetrize(network));
  const core = concord.continuousCore(network);
  const closed = concord.transitivity(network);
  const split = concord.weakComponents(network).count > 1;
  return {
    betweenness: concord.betweenness(network).raw,
    closeness: concord.closeness(network).withinReach,
    harmonic: concord.closeness(network, 'in').harmonic,
    pageRank: sufficient(concord.pageRank(network)).values,
    inCoreness: concord.coreness(network, 'in'),
    coreness: concord.coreness(network),
    neighbours: concord.degrees(network).neighbours,
    eigenvector: 'insufficient' in eigen || !eigen.converged ? [] : eigen.max1,
    core: 'insufficient' in core || !core.converged || split ? [] : core.coreness,
    local: 'insufficient' in closed ? [] : closed.local,
  };
}

function wholes(network: concord.Network): unknown {
  return {
    triads: concord.triadCensus(network),
    dyads: concord.dyadCensus(network),
    reciprocity: concord.reciprocity(network),
    weak: concord.weakComponents(network).sizes,
    strong: concord.strongComponents(network).sizes,
    cut: concord.fragility(network).people.map((person) => person.pairsSeparated),
    bridges: concord.fragility(network).bridges.map((bridge) => bridge.smallerSide),
  };
}

describe('relabelling people', () => {
  test('moves every value with its person', () => {
    fc.assert(
      fc.property(drawn, (example) => {
        const before = build(example);
        const after = build(relabel(example));
        const [was, is] = [perNode(before), perNode(after)];
        for (const [name, values] of Object.entries(was)) {
          values.forEach((value, i) => {
            const moved = is[name]![example.order[i]!]!;
            const near = value === null ? moved === null : Math.abs(moved! - value) <= 1e-6;
            if (!near) throw new Error(`${name}: ${value} became ${moved}`);
          });
        }
        expect(wholes(after)).toEqual(wholes(before));
      }),
      settings,
    );
  });

  test('changes no correlation or coefficient of QAP and MRQAP', () => {
    fc.assert(
      fc.property(drawn, (example) => {
        const { n, order } = example;
        const y = noise(n, 1);
        const predictors = [noise(n, 2), noise(n, 3)];
        const move = (m: concord.TieMatrix) => {
          const moved = m.map((row) => [...row]);
          for (let i = 0; i < n; i++) {
            for (let j = 0; j < n; j++) moved[order[i]!]![order[j]!] = m[i]![j]!;
          }
          return moved;
        };
        const named = (list: concord.TieMatrix[]) =>
          list.map((matrix, i) => ({ name: `x${i}`, matrix }));
        const options = { permutations: 19, seed: 1 };
        const fit = sufficient(concord.mrqap(y, named(predictors), options));
        const again = sufficient(concord.mrqap(move(y), named(predictors.map(move)), options));
        fit.terms.forEach((term, k) => {
          expect(again.terms[k]!.coefficient).toBeCloseTo(term.coefficient, 9);
          expect(again.terms[k]!.t).toBeCloseTo(term.t, 7);
        });
        const r = sufficient(concord.qapCorrelation(y, predictors[0]!, options)).correlation;
        const moved = concord.qapCorrelation(move(y), move(predictors[0]!), options);
        expect(sufficient(moved).correlation).toBeCloseTo(r, 12);
      }),
      { ...settings, numRuns: 20 },
    );
  });
});

test('an isolated newcomer changes no path, core, triangle or cut', () => {
  fc.assert(
    fc.property(drawn, (example) => {
      const before = build(example);
      const after = build({ ...example, n: example.n + 1 });
      expect(concord.betweenness(after).raw.slice(0, -1)).toEqual(concord.betweenness(before).raw);
      expect(concord.closeness(after).withinReach).toEqual([
        ...concord.closeness(before).withinReach,
        null,
      ]);
      expect(concord.coreness(after)).toEqual([...concord.coreness(before), 0]);
      expect(concord.fragility(after).people).toEqual(concord.fragility(before).people);
      expect(concord.fragility(after).bridges).toEqual(concord.fragility(before).bridges);
      const [was, is] = [concord.triadCensus(before), concord.triadCensus(after)];
      for (const kind of ['030T', '210', '300', '030C', '120C'] as const) {
        expect(is[kind]).toBe(was[kind]);
      }
      const closed = concord.transitivity(before);
      if (!('insufficient' in closed)) {
        expect(sufficient(concord.transitivity(after)).global).toBe(closed.global);
      }
      const labels = [...places(example.n), 'alone'].map((_, i) => i % 2);
      const crossing = concord.eiIndex(before, labels.slice(0, -1));
      if (!('insufficient' in crossing)) {
        expect(sufficient(concord.eiIndex(after, labels)).index).toBe(crossing.index);
      }
    }),
    settings,
  );
});

test('rescaling weights changes no share', () => {
  fc.assert(
    fc.property(drawn, fc.constantFrom(0.001, 7, 1e6), (example, scale) => {
      const before = build(example);
      const after = build(example, true, scale);
      const weighted = { weighted: true };
      const group = places(example.n).map((_, i) => i % 3);
      const values = (network: concord.Network) => ({
        pageRank: concord.pageRank(network, weighted),
        modularity: concord.modularity(network, group, weighted),
        louvain: concord.louvain(network, { ...weighted, seed: 4 }),
        eigen: concord.eigenvectorCentrality(concord.symmetrize(network), weighted),
        core: concord.continuousCore(network, weighted),
      });
      const [was, is] = [values(before), values(after)];
      const near = (a: readonly number[], b: readonly number[]) =>
        a.forEach((value, i) => {
          expect(Math.abs(value - b[i]!)).toBeLessThan(1e-7);
        });
      if ('values' in was.pageRank && 'values' in is.pageRank) {
        near(was.pageRank.values, is.pageRank.values);
      }
      if ('modularity' in was.modularity && 'modularity' in is.modularity) {
        near([was.modularity.modularity], [is.modularity.modularity]);
      }
      if ('modularity' in was.louvain && 'modularity' in is.louvain) {
        near([was.louvain.modularity], [is.louvain.modularity]);
      }
      if ('max1' in was.eigen && 'max1' in is.eigen && was.eigen.converged) {
        near(was.eigen.max1, is.eigen.max1);
      }
      if ('coreness' in was.core && 'coreness' in is.core && was.core.converged) {
        near(was.core.coreness, is.core.coreness);
      }
    }),
    settings,
  );
});

test('fragility agrees with taking every person out in turn', () => {
  fc.assert(
    fc.property(drawn, (example) => {
      const network = build(example);
      const { people } = concord.fragility(network);
      const before = concord.weakComponents(network);
      for (let gone = 0; gone < example.n; gone++) {
        const left = example.arcs.filter(([a, b]) => a !== gone && b !== gone);
        const after = concord.weakComponents(build({ n: example.n, arcs: left }));
        const rest = places(example.n).map((_, i) => i);
        const parts = new Map<number, number[]>();
        for (const i of rest) {
          if (i === gone || before.of[i] !== before.of[gone]) continue;
          parts.set(after.of[i]!, [...(parts.get(after.of[i]!) ?? []), i]);
        }
        const expected = [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
        const person = people.find(({ node }) => node === gone);
        expect(person?.parts ?? null).toEqual(expected.length > 1 ? expected : null);
      }
    }),
    settings,
  );
});

test('betweenness adds up to the steps between people beyond the first', () => {
  fc.assert(
    fc.property(drawn, fc.boolean(), (example, directed) => {
      const network = build(example, directed);
      const paths = concord.pathLengths(network);
      if ('insufficient' in paths) return;
      const total = concord.betweenness(network).raw.reduce((a, b) => a + b, 0);
      const inner = (paths.meanFinite - 1) * paths.connectedPairs;
      expect(total).toBeCloseTo(directed ? inner : inner / 2, 9);
    }),
    settings,
  );
});

test('a searched core is as good as the best of all cores', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 1000 }), (example, seed) => {
      const { out } = concord.symmetrize(build(example));
      for (const ideal of ['either', 'coreOnly'] as const) {
        const score = correlationWithIdeal(ideal, example.n, out.node.length / 2);
        const proven = bestCoresOfAll(out, example.n, score);
        const searched = bestCoresByMoves(out, example.n, score, 20, seededRandom(seed));
        expect(searched.correlation).toBeCloseTo(proven.correlation, 9);
        const all = proven.cores.map((core) => core.join());
        for (const core of searched.cores) expect(all).toContain(core.join());
      }
    }),
    settings,
  );
});

test('the map stays in the unit square, is the same for a seed, and keeps neighbours near', () => {
  fc.assert(
    fc.property(drawn, fc.integer({ min: 0, max: 1000 }), (example, seed) => {
      const network = build(example);
      const points = concord.layout(network, { seed });
      expect(concord.layout(network, { seed })).toEqual(points);
      for (const { x, y } of points) {
        expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
      }
    }),
    settings,
  );
  const path = build({ n: 6, arcs: [0, 1, 2, 3, 4].map((i) => [i, i + 1, 1] as const) });
  const [first, last] = [0, 5].map((i) => concord.layout(path, { seed: 9 })[i]!);
  const [a, b] = [0, 1].map((i) => concord.layout(path, { seed: 9 })[i]!);
  const ratio =
    Math.hypot(first!.x - last!.x, first!.y - last!.y) / Math.hypot(a!.x - b!.x, a!.y - b!.y);
  expect(ratio).toBeGreaterThan(4.7);
  expect(ratio).toBeLessThan(5.1);
});

function noise(n: number, seed: number): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : random())),
  );
}
