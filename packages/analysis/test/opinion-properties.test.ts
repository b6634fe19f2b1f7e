import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedRandIndex } from '../src/opinion/adjusted-rand-index.ts';
import { groupStatistics } from '../src/opinion/group-statistics.ts';
import { type OpinionLandscape, opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import { opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { principalAxes } from '../src/opinion/principal-axes.ts';
import { silhouetteOrder, silhouettesAt } from '../src/opinion/silhouette.ts';
import { statementPriority } from '../src/opinion/statement-priority.ts';
import { twoProportionZ } from '../src/opinion/two-proportion-z.ts';
import { voteTableOfColumns } from '../src/opinion/vote-columns.ts';
import { type Vote, voteTable } from '../src/opinion/vote-table.ts';
import { seededRandom } from '../src/random.ts';
import { knownAnswers } from './opinion-reference.ts';
import { simulatedMatrix, simulatedVotes } from './opinion-simulated.ts';
import { referenceCase, reportTotal } from './reference.ts';

referenceCase('opinion known answers', (compare) => {
  const known = knownAnswers();
  const points = known.silhouette.distance as number[][];
  expect(points).toHaveLength(4);
  const z = known.two_proportion_z;
  compare.close('z', twoProportionZ(z.succ_in, z.n_in, z.succ_out, z.n_out), z.z);
  const none = {
    agree: new Float64Array(1),
    disagree: new Float64Array(1),
    cast: new Float64Array(1),
  };
  for (const [name, want] of Object.entries(known.priority.no_votes as Record<string, number>)) {
    const extremity = Float64Array.of(Number(name.replace('extremity ', '')));
    compare.close(name, statementPriority(none, extremity)[0]!, want);
  }
  compare.close('meta', statementPriority(none, Float64Array.of(9), [1])[0]!, known.priority.meta);
  const split = {
    agree: Float64Array.of(5000),
    disagree: Float64Array.of(5000),
    cast: Float64Array.of(10_000),
  };
  const limit = known.priority.split_10000_votes_limit;
  compare.close('limit', statementPriority(split, Float64Array.of(0))[0]!, limit);
});

reportTotal('opinion by hand');

test('silhouettes of four points on a line, worked by hand', () => {
  const points = { x: Float64Array.of(0, 1, 4, 6), y: new Float64Array(4) };
  const order = silhouetteOrder(points, [{ labels: Uint8Array.of(0, 0, 1, 1), k: 2 }]);
  const [values] = silhouettesAt(order, Int32Array.of(0, 1, 2, 3));
  expect([...values!].map((v) => v.toFixed(6))).toEqual(
    [(5 - 1) / 5, (4 - 1) / 4, (3.5 - 2) / 3.5, (5.5 - 2) / 5.5].map((v) => v.toFixed(6)),
  );
});

const conversations = fc.nat(10_000).map((seed) => {
  const random = seededRandom(seed);
  const camps = [24 + Math.floor(random() * 10), 16 + Math.floor(random() * 10)];
  return simulatedVotes(camps, 16, 0.75, random).votes;
});

async function solve(votes: readonly Vote[], excluded: string[] = []) {
  const matrix = opinionMatrix(voteTable(votes), excluded);
  const landscape = await opinionLandscape(matrix, { seed: 1, restarts: 400 });
  if ('insufficient' in landscape) throw new Error('too few votes');
  return { matrix, landscape };
}

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

const inertias = (landscape: OpinionLandscape) => landscape.divisions.map(({ inertia }) => inertia);

test('the order in which votes are given changes nothing at all', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, fc.nat(), async (votes, seed) => {
      const [a, b] = [await solve(votes), await solve(shuffled(votes, seed))];
      expect(b.landscape).toEqual(a.landscape);
    }),
    { seed: 1, numRuns: 15 },
  );
});

test('other names for people and statements leave every result the same', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, async (votes) => {
      const renamed = votes.map((vote) => ({
        ...vote,
        person: `q${500 - Number(vote.person)}`,
        statement: 40 - Number(vote.statement),
      }));
      const [a, b] = [await solve(votes), await solve(renamed)];
      inertias(a.landscape).forEach((inertia, at) => {
        expect(inertias(b.landscape)[at]).toBeCloseTo(inertia, 8);
      });
      expect(b.landscape.groupCount).toBe(a.landscape.groupCount);
      const rowOf = new Map(b.matrix.people.map((id, row) => [id, row]));
      const other = a.matrix.people.map(
        (id) => b.landscape.labels[rowOf.get(`q${500 - Number(id)}`)!]!,
      );
      expect(adjustedRandIndex([...a.landscape.labels], other)).toBeCloseTo(1, 10);
      const last = a.matrix.statements.length - 1;
      a.landscape.priority.forEach((value, j) => {
        expect(b.landscape.priority[last - j]).toBeCloseTo(value, 8);
      });
    }),
    { seed: 2, numRuns: 15 },
  );
});

test('turning every statement round swaps agreement and disagreement', async () => {
  await fc.assert(
    fc.asyncProperty(conversations, async (votes) => {
      const opposite = { agree: 'disagree', pass: 'pass', disagree: 'agree' } as const;
      const turned = votes.map((vote) => ({ ...vote, position: opposite[vote.position] }));
      const [a, b] = [await solve(votes), await solve(turned)];
      expect(b.landscape.axes.explainedVariance[0]).toBeCloseTo(
        a.landscape.axes.explainedVariance[0],
        9,
      );
      const labels = a.landscape.labels;
      const [x, y] = [
        groupStatistics(a.matrix, labels, a.landscape.groupCount),
        groupStatistics(b.matrix, labels, a.landscape.groupCount),
      ];
      x.forEach((group, g) => {
        expect(y[g]!.disagreeShare).toEqual(group.agreeShare);
        expect(y[g]!.disagreeDifferenceTest).toEqual(group.agreeDifferenceTest);
      });
    }),
    { seed: 3, numRuns: 10 },
  );
});

test('only the last vote counts, and an excluded statement moves nobody', async () => {
  const { votes } = simulatedVotes([12, 9], 9, 0.8, seededRandom(4));
  const first = votes.map((vote, at) => ({ ...vote, time: at }));
  const earlier = first.map((vote) => ({ ...vote, position: 'pass' as const, time: -1 }));
  const [plain, revised] = [await solve(first), await solve([...first, ...earlier])];
  expect(revised.landscape).toEqual(plain.landscape);
  expect(revised.matrix.voteEvents).toBe(2 * votes.length);
  const flipped = votes.map((vote) =>
    vote.statement === 3 ? { ...vote, position: 'agree' as const } : vote,
  );
  const [a, b] = [await solve(votes, ['3']), await solve(flipped, ['3'])];
  expect(b.landscape.positions).toEqual(a.landscape.positions);
  expect(a.landscape.axes.loadings[0][3]).toBe(0);
  expect(a.landscape.consensus.agree.some(({ statement }) => statement === 3)).toBe(false);
});

test('agreement with one more group can only lower group-informed consensus', () => {
  fc.assert(
    fc.property(conversations, fc.integer({ min: 2, max: 4 }), (votes, groups) => {
      const matrix = opinionMatrix(voteTable(votes));
      const labels = matrix.people.map((_, row) => row % groups);
      const statistics = groupStatistics(matrix, labels, groups);
      for (const { agreeShare, agree, disagree, cast } of statistics) {
        agreeShare.forEach((share, j) => {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThan(1);
          expect(agree[j]! + disagree[j]!).toBeLessThanOrEqual(cast[j]!);
        });
      }
    }),
    { seed: 5, numRuns: 50 },
  );
});

test('silhouettes of many people are estimated, state their error and choose the same k', async () => {
  const { matrix } = simulatedMatrix([1300, 900], 20, 0.6, seededRandom(6));
  const run = (exactSilhouetteUpTo: number, workers: number) =>
    opinionLandscape(matrix, { seed: 1, restarts: 4, exactSilhouetteUpTo, workers });
  const [exact, estimated] = [await run(5000, 0), await run(500, 2)];
  if ('insufficient' in exact || 'insufficient' in estimated) throw new Error('enough votes');
  expect(estimated.groupCount).toBe(exact.groupCount);
  expect(inertias(estimated)).toEqual(inertias(exact));
  estimated.divisions.forEach(({ silhouette }, at) => {
    const truth = exact.divisions[at]!.silhouette;
    expect(truth.standardError).toBe(0);
    expect(silhouette.sampled).toBeGreaterThanOrEqual(1000);
    if (silhouette.sampled < matrix.people.length)
      expect(silhouette.standardError).toBeGreaterThan(0);
    expect(Math.abs(silhouette.mean - truth.mean)).toBeLessThan(
      4 * silhouette.standardError + 1e-12,
    );
  });
  expect(estimated.warnings.map(({ code }) => code)).toContain('silhouette-estimated');
});

test('threads give the same landscape as none, progress only rises, and cancelling stops both', async () => {
  const { matrix } = simulatedMatrix([60, 40], 12, 0.6, seededRandom(7));
  const shares: number[] = [];
  const onProgress = (share: number) => shares.push(share);
  const alone = await opinionLandscape(matrix, { seed: 1, workers: 0, onProgress });
  expect(await opinionLandscape(matrix, { seed: 1, workers: 2 })).toEqual(alone);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  for (const workers of [0, 2]) {
    const controller = new AbortController();
    const cancel = (share: number) => {
      if (share > 0.2) controller.abort(new Error('stopped'));
    };
    const { signal } = controller;
    const run = opinionLandscape(matrix, { seed: 1, workers, signal, onProgress: cancel });
    await expect(run).rejects.toThrow('stopped');
  }
});

test('too little data is a value, a bad argument is named', async () => {
  const one = opinionMatrix(voteTable([{ person: 1, statement: 1, position: 'agree' }]));
  expect(await opinionLandscape(one, { seed: 1 })).toEqual({
    insufficient: { need: 3, have: 1, what: 'people' },
  });
  const { matrix } = simulatedMatrix([9, 9], 9, 0.8, seededRandom(1));
  await expect(opinionLandscape(matrix, { seed: 0.5 })).rejects.toThrow('seed');
  await expect(opinionLandscape(matrix, { seed: 1, restarts: 0 })).rejects.toThrow('restarts');
  const wrong = [{ person: 1, statement: 1, position: 'yes' as never }];
  expect(() => voteTable(wrong)).toThrow('"yes" is not agree, pass or disagree');
  const columns = { person: [1], statement: [1], position: [2] };
  expect(() => voteTableOfColumns(columns)).toThrow('columns.position');
  expect(() => groupStatistics(matrix, [0], 1)).toThrow('labels');
});

test('people who all say the same have no axes, no groups and no error', async () => {
  const votes = Array.from({ length: 60 }, (_, at) => ({
    person: Math.floor(at / 3),
    statement: at % 3,
    position: 'agree' as const,
  }));
  const { landscape } = await solve(votes);
  expect(landscape.axes.explainedRatio).toEqual([0, 0]);
  expect(landscape.groupCount).toBe(0);
  expect(landscape.consensus.agree).toHaveLength(3);
  expect(landscape.warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['no-second-axis', 'no-division-large-enough']),
  );
});

test('principal axes of a small table, by hand', () => {
  const known = knownAnswers().pca_4x3;
  expect(known.explained_variance).toHaveLength(2);
  const rows = [
    [1, 1, -1],
    [1, 0, -1],
    [-1, -1, 1],
    [-1, 0, 1],
  ];
  const position = Int8Array.from(rows.flat());
  const matrix = opinionMatrix(
    voteTableOfColumns({
      person: rows.flatMap((row, i) => row.map(() => i)),
      statement: rows.flatMap((row) => row.map((_, j) => j)),
      position,
    }),
  );
  // Columns 1 and 3 are opposite (variance 4/3 each), column 2 has covariance 2/3 with the first.
  const axes = principalAxes(matrix);
  const total = 4 / 3 + 2 / 3 + 4 / 3;
  const top = (10 / 3 + Math.sqrt((10 / 3) ** 2 - 4 * (16 / 9 - 8 / 9))) / 2;
  expect(axes.explainedVariance[0]).toBeCloseTo(top, 12);
  expect(axes.explainedVariance[1]).toBeCloseTo(total - top, 12);
});
