import { expect, test } from 'vitest';
import { achievementContrast } from '../src/headline/achievement-contrast.ts';
import { pooledRate } from '../src/headline/pooled-rate.ts';
import { network } from '../src/index.ts';
import { bridgingStatements } from '../src/opinion/bridging-statements.ts';
import { constituencyAgreement } from '../src/opinion/constituency-agreement.ts';
import { groupStatistics } from '../src/opinion/group-statistics.ts';
import { opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { voteTable } from '../src/opinion/vote-table.ts';
import { codeExtremeShare } from '../src/privacy/code-extreme-share.ts';
import { guardRelease } from '../src/privacy/guard-release.ts';
import { suppressTable } from '../src/privacy/suppress-table.ts';
import { seededRandom } from '../src/random.ts';
import { rankedPairs } from '../src/ranking/ranked-pairs.ts';
import { kendall } from '../src/statistics/kendall.ts';
import { mixedModel } from '../src/statistics/mixed/mixed-model.ts';
import { cronbachAlpha } from '../src/statistics/reliability/alpha.ts';
import { bootstrap } from '../src/statistics/resampling/bootstrap.ts';
import { permutationTest } from '../src/statistics/resampling/permutation-test.ts';
import { sufficient } from './network-sufficient.ts';

/** Eight people, two groups of four; everybody agrees with "both", one group also passes once. */
function votes() {
  return opinionMatrix(
    voteTable(
      Array.from({ length: 8 }, (_, person) => [
        { person: `p${person}`, statement: 'both', position: 'agree' as const },
        {
          person: `p${person}`,
          statement: 'mixed',
          position: person === 0 ? ('pass' as const) : ('agree' as const),
        },
      ]).flat(),
    ),
  );
}

test('a bridging statement is as strong as its weakest group, and names it', () => {
  const matrix = votes();
  const labels = [0, 0, 0, 0, 1, 1, 1, 1];
  const found = bridgingStatements(groupStatistics(matrix, labels, 2), matrix.excluded);
  const mixed = found.find(({ statement }) => matrix.statements[statement] === 'mixed')!;
  // (3 + 1) / (4 + 2) and (4 + 1) / (4 + 2)
  expect(mixed.shares).toEqual([4 / 6, 5 / 6]);
  expect([mixed.weakestShare, mixed.weakestGroup]).toEqual([4 / 6, 0]);
  expect(matrix.statements[found[0]!.statement]).toBe('both');
});

test('a constituency of exactly the smallest size is described, one person fewer is not', () => {
  const names = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'b'];
  const found = constituencyAgreement(votes(), names, new Int8Array(8).fill(-1), 0, { minimum: 5 });
  expect(found.constituencies.map(({ name }) => name)).toEqual(['a']);
  expect(found.withheld.map(({ name }) => name)).toEqual(['b']);
});

test('ranked pairs of equal strength: the one with fewer losing votes comes first', () => {
  // A beats B 6 to 4, B beats C 6 to 3, C beats A 6 to 2: the weakest of the cycle is A over B.
  const units = [
    [0n, 6n, 2n],
    [4n, 0n, 6n],
    [6n, 3n, 0n],
  ];
  const { locked } = rankedPairs(
    { options: ['A', 'B', 'C'], units, scale: 1n, unranked: 'tied-last' },
    'winning',
  );
  expect(locked).toEqual([
    ['C', 'A'],
    ['B', 'C'],
  ]);
});

test('reciprocity beyond chance is the published correlation', () => {
  // Two returned pairs and one tie that is not, among 4 people: r = 4/5, d = 5/12.
  const ties = ['ab', 'ba', 'bc', 'cb', 'cd'].map(([from, to]) => ({ from: from!, to: to! }));
  const found = sufficient(
    network.reciprocity(network.createNetwork({ nodes: ['a', 'b', 'c', 'd'], ties })),
  );
  expect(found.edgewise).toBeCloseTo(4 / 5, 14);
  expect(found.correlation).toBeCloseTo((4 / 5 - 5 / 12) / (1 - 5 / 12), 14);
});

test('no permutation p is ever zero', () => {
  const nodes = Array.from({ length: 12 }, (_, i) => `n${i}`);
  const ties = nodes.slice(1).map((to, i) => ({ from: nodes[i]!, to }));
  const matrix = network.tieMatrix(network.createNetwork({ nodes, ties }));
  const found = sufficient(network.qapCorrelation(matrix, matrix, { permutations: 99, seed: 1 }));
  expect(found.correlation).toBeCloseTo(1, 12);
  expect([found.pGreater, found.pTwoSided]).toEqual([1 / 100, 1 / 100]);
});

test("Feldt's interval of alpha", () => {
  // numpy and scipy.stats.f.ppf (SciPy 1.10.1).
  const answers = [
    [4, 5, 3],
    [2, 3, 2],
    [5, 5, 4],
    [3, 4, 4],
    [1, 2, 2],
    [4, 4, 5],
    [3, 3, 2],
    [5, 4, 5],
  ];
  const found = sufficient(cronbachAlpha(answers));
  expect(found.alpha).toBeCloseTo(0.8917682926829268, 12);
  expect(found.interval.low).toBeCloseTo(0.6341840940345149, 10);
  expect(found.interval.high).toBeCloseTo(0.9764513743192986, 10);
});

test('Kendall with values that are tied in one, the other and both', () => {
  // scipy.stats.kendalltau (SciPy 1.10.1).
  const [x, y] = [
    [1, 1, 1, 2, 2, 3, 4, 4, 5, 5],
    [2, 2, 1, 3, 3, 2, 5, 4, 4, 4],
  ];
  expect(kendall(x, y)).toBeCloseTo(0.701357850179277, 13);
});

test('the studentized permutation p is the share of all 84 divisions', () => {
  // 21 of 84 by Welch's t; with variances divided by n it would be 9.
  const random = seededRandom(4);
  const found = sufficient(permutationTest([3, 9, 2], [0, 5, 0, 0, 0, 2], random));
  expect(Math.abs(found.p - 21 / 84)).toBeLessThan(4 * found.pError);
});

test('the accelerated interval of a skewed mean reaches further on the long side', () => {
  const rows = [1, 1, 1, 2, 2, 3, 3, 4, 6, 12, 25];
  const mean = (some: readonly number[]) => some.reduce((sum, v) => sum + v, 0) / some.length;
  const { bca, percentile } = sufficient(bootstrap(rows, mean, seededRandom(2)));
  expect(bca!.high).toBeGreaterThan(percentile.high + 0.5);
  expect(bca!.low).toBeGreaterThan(percentile.low + 0.1);
});

test('the restricted deviance is that of the full covariance matrix', () => {
  // Minimised with dense matrices in numpy: log|V| + log|X'V^-1 X| + r'V^-1 r + (n - p) log 2 pi.
  const found = sufficient(
    mixedModel({
      outcome: [3.1, 4.0, 2.2, 5.6, 6.1, 4.9, 7.7, 8.4, 9.3, 5.0, 4.1, 6.6],
      predictors: [{ name: 'x', values: [1, 2, 0, 3, 4, 2, 1, 2, 4, 0, 1, 3] }],
      group: ['a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd'],
    }),
  );
  expect(found.deviance).toBeCloseTo(30.101614700489915, 8);
  expect(found.residualVariance).toBeCloseTo(0.22094405, 5);
  expect(found.components[0]!.value).toBeCloseTo(3.60721106, 4);
});

test('the variance of a pooled rate allows for the size of each school', () => {
  // 2 of 10 and 8 of 20: ((4/3)^2 / (2/3) + (4/3)^2 / (1/3)) / 30^2 over (1/3)^2.
  const found = pooledRate([
    { events: 2, people: 10 },
    { events: 8, people: 20 },
  ]);
  expect(found.rate).toBeCloseTo(1 / 3, 14);
  expect(found.logVariance).toBeCloseTo(0.08, 13);
});

test('no claim is made when fewer than a quarter of the schools overlap in poverty', () => {
  const noted = (inside: number) => {
    const schools = Array.from({ length: 30 }, (_, i) => ({
      school: `s${i}`,
      collaboration: i,
      proficient: 50 + (i % 7),
      // The lowest ten lie between 60 and 90; of the highest ten so many lie there too.
      poverty: i < 10 ? 60 + 3 * i : i < 20 ? 50 : i < 20 + inside ? 61 + i / 2 : 10 + i,
    }));
    const found = achievementContrast(schools);
    if ('insufficient' in found) throw new Error('too few schools');
    return found.warnings.includes('poverty-hardly-overlaps');
  };
  expect([noted(2), noted(3)]).toEqual([true, false]);
});

test('a count of exactly the minimum is shown', () => {
  const table = {
    rows: ['x', 'y'],
    columns: ['a', 'b'],
    counts: [
      [10, 20],
      [30, 40],
    ],
  };
  expect(suppressTable(table, { minimum: 10 })).toMatchObject({ primary: [] });
  expect(suppressTable(table, { minimum: 11 })).toMatchObject({ primary: [[0, 0]] });
});

test('a share is coded when fewer than the tail are left over, not when exactly so many are', () => {
  expect(codeExtremeShare(17, 20, 10, 3)).toEqual({ kind: 'exact', share: 17 / 20 });
  expect(codeExtremeShare(18, 20, 10, 3)).toEqual({ kind: 'above', share: 17 / 20 });
  expect(codeExtremeShare(3, 20, 10, 3)).toEqual({ kind: 'exact', share: 3 / 20 });
  expect(codeExtremeShare(2, 20, 10, 3)).toEqual({ kind: 'below', share: 3 / 20 });
});

test('two releases may differ in as many people as the minimum, not in one fewer', () => {
  const ids = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `p${from + i}`);
  const verdict = (minimum: number) =>
    guardRelease(
      [{ name: 'autumn', members: ids(0, 20) }],
      [{ name: 'spring', members: ids(2, 22) }],
      minimum,
    ).findings.filter(({ kind }) => kind === 'nearly-the-same').length;
  expect([verdict(4), verdict(5)]).toEqual([0, 1]);
});
