import { describe, expect, test } from 'vitest';
import { AnalysisInputError, network as concord } from '../src/index.ts';
import { karate, places } from './network-data.ts';
import { sufficient } from './network-sufficient.ts';

const line = (n: number, directed = false) =>
  concord.createNetwork({
    nodes: places(n),
    ties: places(n - 1).map((id) => ({ from: id, to: String(Number(id) + 1) })),
    directed,
  });

describe('building a network', () => {
  test('self-ties are dropped, repeated ties merged, and both are said', () => {
    const network = concord.createNetwork({
      nodes: ['a', 'b'],
      ties: [
        { from: 'a', to: 'a' },
        { from: 'a', to: 'b', weight: 2 },
        { from: 'a', to: 'b', weight: 3 },
        { from: 'b', to: 'a', weight: 0 },
      ],
    });
    expect(concord.countTies(network)).toBe(1);
    expect(concord.degrees(network).outStrength).toEqual([5, 0]);
    expect(network.warnings).toEqual([
      '1 ties of a node to itself were left out',
      '1 repeated ties were merged, their weights added',
    ]);
  });

  test('a bad argument is named', () => {
    const nodes = ['a', 'b'];
    const from = 'a';
    const cases: [string, () => unknown][] = [
      ['nodes[1]', () => concord.createNetwork({ nodes: ['a', 'a'], ties: [] })],
      ['ties[0].to', () => concord.createNetwork({ nodes, ties: [{ from, to: 'z' }] })],
      [
        'ties[0].weight',
        () => concord.createNetwork({ nodes, ties: [{ from, to: 'b', weight: -1 }] }),
      ],
      ['responded', () => concord.createNetwork({ nodes, ties: [], responded: [true] })],
      ['group', () => concord.eiIndex(line(3), ['x'])],
      ['damping', () => concord.pageRank(line(3), { damping: 1 })],
      ['permutations', () => concord.eiTest(line(3), [1, 1, 2], { permutations: 5, seed: 1 })],
      ['seed', () => concord.eiTest(line(3), [1, 1, 2], { permutations: 99, seed: 0.5 })],
      ['starts', () => concord.louvain(line(3), { seed: 1, starts: 0 })],
      ['second', () => concord.qapCorrelation(square(5), square(4), { permutations: 99, seed: 1 })],
      [
        'predictors[1]',
        () =>
          concord.mrqap(
            square(6),
            [
              { name: 'x', matrix: square(6, 2) },
              { name: 'twice', matrix: square(6, 2).map((row) => row.map((v) => 2 * v + 1)) },
            ],
            { permutations: 99, seed: 1 },
          ),
      ],
    ];
    for (const [argument, call] of cases) {
      try {
        call();
        throw new Error(`${argument}: nothing was thrown`);
      } catch (error) {
        expect(error).toBeInstanceOf(AnalysisInputError);
        expect((error as AnalysisInputError).argument).toBe(argument);
      }
    }
  });
});

describe('too little data is a value', () => {
  test('in every measure that can meet it', () => {
    const alone = concord.createNetwork({ nodes: ['a'], ties: [] });
    const strangers = concord.createNetwork({ nodes: places(5), ties: [] });
    const options = { permutations: 99, seed: 1 };
    const flat = square(5).map((row) => row.map(() => 1));
    for (const result of [
      concord.density(alone),
      concord.degreeCentralization(alone),
      concord.reciprocity(strangers),
      concord.pathLengths(strangers),
      concord.transitivity(strangers),
      concord.eigenvectorCentrality(strangers),
      concord.modularity(strangers, [1, 1, 1, 2, 2]),
      concord.louvain(strangers, { seed: 1 }),
      concord.eiTest(strangers, [1, 1, 1, 2, 2], options),
      concord.eiIndex(line(5), [1, 1, 1, 1, 1]),
      concord.corePeriphery(strangers, { seed: 1 }),
      concord.continuousCore(strangers),
      concord.eigenvectorCentrality(line(5, true)),
      concord.qapCorrelation(flat, square(5), options),
      concord.mrqap(flat, [{ name: 'x', matrix: square(5) }], options),
    ]) {
      expect(result).toHaveProperty('insufficient.need');
    }
  });

  test('and an empty network breaks nothing', () => {
    const empty = concord.createNetwork({ nodes: [], ties: [] });
    expect(concord.betweenness(empty).raw).toEqual([]);
    expect(concord.layout(empty, { seed: 1 })).toEqual([]);
    expect(concord.weakComponents(empty).count).toBe(0);
    expect(concord.strongComponents(empty).count).toBe(0);
    expect(concord.coreness(empty)).toEqual([]);
    expect(concord.fragility(empty).robust).toBe(true);
    expect(concord.pageRank(empty)).toHaveProperty('insufficient');
  });
});

describe('people who did not answer', () => {
  test('leave the pairs they were asked about out of the density', () => {
    const network = concord.createNetwork({
      nodes: places(4),
      ties: [
        { from: '1', to: '2' },
        { from: '2', to: '1' },
        { from: '2', to: '4' },
      ],
      responded: [true, true, false, false],
    });
    const result = sufficient(concord.density(network));
    expect(result.reported).toBe(3 / 6);
    expect(result.wholeRoster).toBe(3 / 12);
    expect(result.bounds).toEqual({ lowest: 3 / 12, highest: 9 / 12 });
    expect(result.responseRate).toBe(0.5);
    expect(result.warnings).toHaveLength(1);
    expect(sufficient(concord.reciprocity(network)).edgewise).toBe(1);
    expect(concord.tieMatrix(network)[2]).toEqual([null, null, null, null]);
  });

  test('hide only pairs of which neither end answered in an undirected network', () => {
    const network = concord.createNetwork({
      nodes: places(4),
      ties: [{ from: '1', to: '3' }],
      directed: false,
      responded: [true, true, false, false],
    });
    const result = sufficient(concord.density(network));
    expect(result.observedPairs).toBe(5);
    expect(result.reported).toBe(1 / 5);
    expect(result.bounds).toEqual({ lowest: 1 / 6, highest: 2 / 6 });
    expect(concord.blocks(network, ['a', 'a', 'b', 'b']).densities).toEqual([
      [0, 1 / 4],
      [1 / 4, null],
    ]);
  });

  test('leave QAP the pairs that are known in both', () => {
    const full = square(8);
    const holes = full.map((row, i) => row.map((value): number | null => (i < 2 ? null : value)));
    const options = { permutations: 99, seed: 3 };
    const result = sufficient(concord.qapCorrelation(holes, full, options));
    expect(result.correlation).toBeCloseTo(1, 12);
    expect(result.pairs).toBe(6 * 7);
    expect(result.warnings).toHaveLength(1);
  });
});

describe('known shapes', () => {
  test('a line of five: the middle holds it together', () => {
    const network = line(5);
    expect(concord.betweenness(network).raw).toEqual([0, 3, 4, 3, 0]);
    const { people, bridges } = concord.fragility(network);
    expect(people.map(({ id, cutOff }) => [id, cutOff])).toEqual([
      ['3', [3, 4]],
      ['2', [0]],
      ['4', [4]],
    ]);
    expect(bridges.map(({ smallerSide }) => smallerSide)).toEqual([2, 2, 1, 1]);
  });

  test('two schools and one bridge', () => {
    const nodes = ['a1', 'a2', 'a3', 'b1', 'b2'];
    const pairs = [
      ['a1', 'a2'],
      ['a2', 'a3'],
      ['a1', 'b1'],
      ['b1', 'b2'],
    ];
    const ties = pairs.map(([from, to]) => ({ from: from!, to: to! }));
    const network = concord.createNetwork({ nodes, ties });
    const crossing = concord.crossGroupTies(network, ['a', 'a', 'a', 'b', 'b']);
    expect(crossing.ties).toEqual([{ from: 'a1', to: 'b1', weight: 1 }]);
    expect(crossing.share).toBe(1 / 4);
    expect([crossing.groupPairsTied, crossing.groupPairs]).toEqual([1, 1]);
    expect(crossing.bridges.map(({ id }) => id)).toEqual(['a1', 'b1']);
    expect(crossing.isolatedGroups).toEqual([]);
  });

  test('a long line is searched without running out of stack', () => {
    const network = line(20_000, true);
    expect(concord.strongComponents(network).count).toBe(20_000);
    expect(concord.fragility(line(500)).people).toHaveLength(498);
  });
});

describe('worker threads', () => {
  test('give the same numbers as one thread, however many there are', async () => {
    const network = karate();
    const single = concord.betweenness(network);
    const seen: number[] = [];
    const onProgress = (done: number) => seen.push(done);
    expect(await concord.betweennessInThreads(network, { threads: 1 })).toEqual(single);
    expect(await concord.betweennessInThreads(network, { threads: 3, onProgress })).toEqual(single);
    expect(seen.at(-1)).toBe(32);
    const y = concord.tieMatrix(network);
    const predictors = [{ name: 'x', matrix: square(34) }];
    const options = { permutations: 199, seed: 8 };
    const threads = { threads: 2 };
    expect(await concord.qapCorrelationInThreads(y, square(34), options, threads)).toEqual(
      concord.qapCorrelation(y, square(34), options),
    );
    expect(await concord.mrqapInThreads(y, predictors, options, threads)).toEqual(
      concord.mrqap(y, predictors, options),
    );
    const few = { permutations: 39, seed: 8 };
    expect(await concord.mrqapLogisticInThreads(y, predictors, few, threads)).toEqual(
      concord.mrqapLogistic(y, predictors, few),
    );
  });

  test('stop when asked to', async () => {
    const y = square(60);
    const predictors = [{ name: 'x', matrix: square(60, 5) }];
    const options = { permutations: 1_000_000, seed: 1 };
    const stopped = new AbortController();
    const running = concord.mrqapInThreads(y, predictors, options, { signal: stopped.signal });
    setTimeout(() => stopped.abort(new Error('the person left')), 100);
    const started = performance.now();
    await expect(running).rejects.toThrow('the person left');
    expect(performance.now() - started).toBeLessThan(5000);
    const late = { signal: AbortSignal.abort(new Error('too late')) };
    await expect(concord.betweennessInThreads(karate(), late)).rejects.toThrow('too late');
  });
});

/** A matrix without structure that differs from one `salt` to the next. */
function square(n: number, salt = 1): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) =>
      i === j ? 0 : ((i * 7 + j * 13 + i * j * salt) % 11) / 11,
    ),
  );
}
