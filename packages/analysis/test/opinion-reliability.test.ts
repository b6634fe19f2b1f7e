import { expect, test } from 'vitest';
import { adjustedRandIndex } from '../src/opinion/adjusted-rand-index.ts';
import { groupReliability } from '../src/opinion/group-reliability.ts';
import { opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import type { OpinionMatrix } from '../src/opinion/opinion-matrix.ts';
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
    expect(found).toMatchObject({ verdict: 'reliable-groups', reasons: [], sampled: found.people });
    expect(landscape.groupCount).toBe(camps.length);
    const truth = Array.from(landscape.clustered, (row) => camp[row]!);
    const labels = Array.from(landscape.clustered, (row) => landscape.labels[row]!);
    expect(adjustedRandIndex(truth, labels)).toBeGreaterThan(0.85);
    expect(found.structure!.p).toBe(0.01);
    expect(found.reproduction!.agreement).toBeGreaterThan(0.8);
  }
});

test('without structure groups are claimed in 5 % of conversations at most, and the test is exact', async () => {
  const runs = 600;
  let [structure, claimed, tested] = [0, 0, 0];
  for (let run = 0; run < runs; run++) {
    const { matrix } = simulatedMatrix([40], 20, 0, seededRandom(1000 + run));
    const landscape = await solve(matrix, 4);
    const labels = landscape.labels.map((label, row) => (label < 0 ? -1 : row % 2));
    const found = await groupReliability(
      matrix,
      { clustered: landscape.clustered, labels, groupCount: 2 },
      { seed: run, permutations: 19, resamples: 1 },
    );
    if (found.structure) tested += 1;
    if (found.structure && found.structure.p <= 0.05) structure += 1;
    if (found.verdict === 'reliable-groups') claimed += 1;
  }
  expect(tested).toBe(runs);
  const threeErrors = 3 * Math.sqrt((0.05 * 0.95) / runs);
  console.log(`structureless conversations: ${structure} of ${runs} at 5 %, ${claimed} claimed`);
  expect(structure / runs).toBeGreaterThan(0.05 - threeErrors);
  expect(structure / runs).toBeLessThan(0.05 + threeErrors);
  expect(claimed / runs).toBeLessThan(0.05 + threeErrors);
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
  const options = { seed: 3, permutations: 19, resamples: 10, sampleAbove: 120 };
  const shares: number[] = [];
  const onProgress = (share: number) => shares.push(share);
  const one = await groupReliability(matrix, landscape, { ...options, onProgress });
  const two = await groupReliability(matrix, landscape, { ...options, workers: 2 });
  expect(one.sampled).toBe(120);
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
