import { expect, test } from 'vitest';
import { adjustedRandIndex } from '../src/opinion/adjusted-rand-index.ts';
import { groupReliability } from '../src/opinion/group-reliability.ts';
import { opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import type { OpinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { twoProportionZ } from '../src/opinion/two-proportion-z.ts';
import { seededRandom } from '../src/random.ts';
import { simulatedMatrix } from './opinion-simulated.ts';

async function solve(matrix: OpinionMatrix, restarts = 20) {
  const landscape = await opinionLandscape(matrix, { seed: 1, restarts });
  if ('insufficient' in landscape) throw new Error('too few votes');
  return landscape;
}

test('planted groups of unequal size are found and called reliable', async () => {
  for (const camps of [
    [40, 25],
    [45, 15],
    [30, 25, 20],
  ]) {
    const { matrix, camp } = simulatedMatrix(camps, 24, 0.7, seededRandom(camps.length));
    const landscape = await solve(matrix, 100);
    const found = await groupReliability(matrix, landscape, {
      seed: 2,
      permutations: 99,
      resamples: 20,
    });
    expect(found).toMatchObject({ verdict: 'reliable-groups', reasons: [] });
    expect(landscape.groupCount).toBe(camps.length);
    const truth = Array.from(landscape.clustered, (row) => camp[row]!);
    const labels = Array.from(landscape.clustered, (row) => landscape.labels[row]!);
    expect(adjustedRandIndex(truth, labels)).toBeGreaterThan(0.85);
    expect(found.structure!.p).toBe(0.01);
    expect(found.reproduction!.agreement).toBeGreaterThan(0.8);
  }
});

test('without structure the test finds some in 5 % of conversations, and groups are claimed less often', async () => {
  const runs = 400;
  let [structure, claimed, tested] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const { matrix } = simulatedMatrix([40], 16, 0, seededRandom(1000 + run));
    const landscape = await opinionLandscape(matrix, { seed: 1, restarts: 4, smallestGroup: 5 });
    if ('insufficient' in landscape) throw new Error('too few votes');
    const options = { seed: run, permutations: 19, resamples: 5 };
    const found = await groupReliability(matrix, landscape, options);
    if (found.structure) tested += 1;
    if (found.structure && found.structure.p <= 0.05) structure += 1;
    if (found.verdict === 'reliable-groups') claimed += 1;
  }
  const threeErrors = 3 * Math.sqrt((0.05 * 0.95) / tested);
  console.log(
    `structureless conversations: structure in ${structure} of ${tested} at 5 %, groups claimed in ${claimed}`,
  );
  expect(tested).toBeGreaterThan(0.9 * runs);
  expect(structure / tested).toBeGreaterThan(0.05 - threeErrors);
  expect(structure / tested).toBeLessThan(0.05 + threeErrors);
  expect(claimed / runs).toBeLessThan(0.05);
});

test('the two-proportion test rejects about 5 % of equal shares, unequal groups included', () => {
  const logFactorial = (n: number) =>
    Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((sum, v) => sum + v, 0);
  const binomial = (n: number, p: number) =>
    Array.from({ length: n + 1 }, (_, k) =>
      Math.exp(
        logFactorial(n) -
          logFactorial(k) -
          logFactorial(n - k) +
          k * Math.log(p) +
          (n - k) * Math.log(1 - p),
      ),
    );
  for (const [n, m, p] of [
    [100, 100, 0.5],
    [40, 160, 0.4],
    [25, 200, 0.6],
  ] as const) {
    const [a, b] = [binomial(n, p), binomial(m, p)];
    let rejected = 0;
    a.forEach((pa, s) => {
      b.forEach((pb, t) => {
        if (Math.abs(twoProportionZ(s, n, t, m)) > 1.959964) rejected += pa * pb;
      });
    });
    expect(rejected).toBeGreaterThan(0.035);
    expect(rejected).toBeLessThan(0.065);
  }
});

test('small conversations never have reliable groups, and the reason is said', async () => {
  const { matrix } = simulatedMatrix([8, 7], 12, 1, seededRandom(5));
  const found = await groupReliability(matrix, await solve(matrix), { seed: 1 });
  expect(found).toMatchObject({
    verdict: 'no-reliable-groups',
    reasons: ['too-few-people'],
    structure: null,
  });
  const narrow = simulatedMatrix([20, 20], 4, 1, seededRandom(5)).matrix;
  const verdict = await groupReliability(narrow, await solve(narrow), { seed: 1 });
  expect(verdict.reasons).toContain('too-few-statements');
});

test('many people are tested by a sample, the same for one seed, and in threads', async () => {
  const { matrix } = simulatedMatrix([200, 150], 12, 0.6, seededRandom(8));
  const landscape = await solve(matrix);
  const options = {
    seed: 3,
    permutations: 19,
    resamples: 10,
    sampleAbove: 120,
    resampleAbove: 150,
  };
  const shares: number[] = [];
  const onProgress = (share: number) => shares.push(share);
  const one = await groupReliability(matrix, landscape, { ...options, onProgress });
  const two = await groupReliability(matrix, landscape, { ...options, workers: 2 });
  expect(one.structure!.sampled).toBe(120);
  expect(one.reproduction!.sampled).toBe(150);
  expect(two).toEqual(one);
  expect(shares.at(-1)).toBe(1);
});

test('a bad option is named and a cancelled test stops', async () => {
  const { matrix } = simulatedMatrix([30, 20], 12, 0.7, seededRandom(9));
  const landscape = await solve(matrix);
  const run = (options: object) => groupReliability(matrix, landscape, { seed: 1, ...options });
  await expect(run({ alpha: 2 })).rejects.toThrow('alpha');
  await expect(run({ permutations: 0 })).rejects.toThrow('permutations');
  const controller = new AbortController();
  const onProgress = () => controller.abort(new Error('enough'));
  await expect(run({ signal: controller.signal, onProgress })).rejects.toThrow('enough');
});
