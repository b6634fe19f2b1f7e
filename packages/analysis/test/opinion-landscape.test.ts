import { expect } from 'vitest';
import { adjustedRandIndex } from '../src/opinion/adjusted-rand-index.ts';
import { describeGroups } from '../src/opinion/describe-groups.ts';
import type { GroupStatistics } from '../src/opinion/group-statistics.ts';
import { opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import type { OpinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { readMembership } from '../src/opinion/read-membership.ts';
import type { RepresentativeStatement } from '../src/opinion/representative-statements.ts';
import {
  conversation,
  conversationFile,
  conversationNames,
  type ExpectedLandscape,
  type ExpectedStatement,
  expectedLandscape,
} from './opinion-reference.ts';
import { type Comparison, referenceCase, reportTotal } from './reference.ts';

const statistic = {
  na: 'agree',
  nd: 'disagree',
  ns: 'cast',
  pa: 'agreeShare',
  pd: 'disagreeShare',
  pat: 'agreeTest',
  pdt: 'disagreeTest',
  ra: 'agreeRatio',
  rd: 'disagreeRatio',
  rat: 'agreeDifferenceTest',
  rdt: 'disagreeDifferenceTest',
} as const satisfies Record<string, keyof GroupStatistics>;

for (const name of conversationNames()) {
  const want = expectedLandscape(name);
  const { matrix, aboutProcess } = conversation(name);

  referenceCase(`opinion ${name}: votes, axes, places`, async (compare) => {
    const landscape = await solve(matrix, aboutProcess);
    compare.exact('participants', matrix.people.length, want.participants);
    compare.exact('statements', matrix.statements.length, want.statements);
    compare.exact('events', matrix.voteEvents, want.vote_events);
    compare.exact('final', matrix.column.length, want.final_votes);
    compare.exact('revised', matrix.voteEvents - matrix.column.length, want.revised_votes);
    compare.same('pids', matrix.people.map(Number), want.pids);
    compare.same('tids', matrix.statements.map(Number), want.tids);
    const zeroed = matrix.statements.filter((_, j) => matrix.excluded[j]).map(Number);
    compare.same('zeroed', zeroed, want.zeroed_tids);
    comparePlaces(compare, landscape, matrix, want);
  });

  referenceCase(`opinion ${name}: groups`, async (compare) => {
    const landscape = await solve(matrix, aboutProcess);
    compare.exact('best k', landscape.groupCount, want.best_k);
    for (const division of landscape.divisions) {
      const expected = want.kmeans[division.k]!;
      compare.exact(
        `k ${division.k} inertia`,
        division.inertia <= expected.inertia * 1.000001,
        true,
      );
      const labels = Array.from(
        landscape.clustered,
        (row) => expected.labels[matrix.people[row]!]!,
      );
      const agreement = adjustedRandIndex(division.labels, labels);
      if (division.inertia >= expected.inertia * 0.999999) {
        compare.close(`k ${division.k} labels`, agreement, 1);
        compare.close(`k ${division.k} silhouette`, division.silhouette.mean, expected.silhouette);
        compare.same(`k ${division.k} sizes`, division.sizes, expected.sizes);
        compare.same(`k ${division.k} names`, [...division.labels], labels);
      } else {
        compare.exact(`k ${division.k} labels`, agreement > 0.9, true);
      }
    }
    compare.exact('divisions', landscape.divisions.length, Object.keys(want.kmeans).length);
  });

  for (const block of ['oracle_groups', 'production_groups'] as const) {
    referenceCase(`opinion ${name}: statements by ${block.replace('_', ' ')}`, async (compare) => {
      const { axes } = await solve(matrix, aboutProcess);
      const labels = labelsOf(block, name, want, matrix);
      const expected = want[block];
      const count = Object.keys(expected.group_sizes).length;
      const found = describeGroups(matrix, axes, labels, count, aboutProcess);
      for (const [group, size] of Object.entries(expected.group_sizes)) {
        const statistics = found.groups[Number(group)]!;
        compare.exact(`size ${group}`, statistics.people, size);
        for (const [key, ours] of Object.entries(statistic)) {
          const values = expected.stats[group]![key]!;
          compare.same(`${group} ${key}`, [...statistics[ours]], values, 1e-9);
        }
        compareRepresentative(
          compare,
          matrix,
          found.representative[Number(group)]!,
          expected.representative[group]!,
        );
      }
      const consensus = expected.group_informed_consensus;
      compare.same('consensus', [...found.groupInformedConsensus], consensus, 1e-9);
      compare.same('priority', [...found.priority], expected.priority, 1e-9);
      for (const side of ['agree', 'disagree'] as const) {
        const ours = found.consensus[side].map((s) => ({
          tid: Number(matrix.statements[s.statement]),
          n_success: s.successes,
          n_trials: s.trials,
          p_success: s.share,
          p_test: s.shareTest,
        }));
        compare.same(side, ours, want.consensus[side], 1e-9);
      }
      const published = want.published_group_informed_consensus;
      if (published && block === 'production_groups') {
        compare.same('published', [...found.groupInformedConsensus], published, 1e-9);
      }
    });
  }
}

reportTotal('opinion landscape');

async function solve(matrix: OpinionMatrix, aboutProcess: number[]) {
  const landscape = await opinionLandscape(matrix, { seed: 1, aboutProcess });
  if ('insufficient' in landscape) throw new Error('too few votes');
  return landscape;
}

type Solved = Awaited<ReturnType<typeof solve>>;

function comparePlaces(
  compare: Comparison,
  landscape: Solved,
  matrix: OpinionMatrix,
  want: ExpectedLandscape,
): void {
  const { axes, positions } = landscape;
  compare.exact('clustered', landscape.clustered.length, want.clustered_participants);
  compare.same('center', [...axes.center], want.pca.center, 1e-9);
  for (const axis of [0, 1] as const) {
    const expected = want.pca.comps[axis];
    const along = axes.loadings[axis].reduce((sum, value, j) => sum + value * expected[j]!, 0);
    const sign = Math.sign(along);
    axes.loadings[axis].forEach((loading, j) => {
      compare.close(`axis ${axis} ${j}`, loading * sign, expected[j]!, 1e-7, 1e-9);
    });
    compare.close('variance', axes.explainedVariance[axis], want.pca.explained_variance[axis]);
    compare.close('ratio', axes.explainedRatio[axis], want.pca.explained_ratio[axis]);
    for (const row of landscape.clustered) {
      const place = [positions.x, positions.y][axis]![row]! * sign;
      const expectedPlace = want.pca.projection[matrix.people[row]!]![axis];
      compare.close(`place ${row}`, place, expectedPlace, 1e-7, 1e-8);
    }
  }
  compare.same('extremity', [...landscape.extremity], want.pca.comment_extremity, 1e-9);
}

function compareRepresentative(
  compare: Comparison,
  matrix: OpinionMatrix,
  found: readonly RepresentativeStatement[],
  expected: readonly ExpectedStatement[],
): void {
  const ours = found.map((s) => ({
    tid: Number(matrix.statements[s.statement]),
    repful_for: s.position,
    n_success: s.successes,
    n_trials: s.trials,
    p_success: s.share,
    p_test: s.shareTest,
    repness: s.ratio,
    repness_test: s.differenceTest,
    ...(s.bestAgree ? { best_agree: true, n_agree: s.agreeing } : {}),
  }));
  compare.same('representative', ours, expected, 1e-9);
}

function labelsOf(
  block: 'oracle_groups' | 'production_groups',
  name: string,
  want: ExpectedLandscape,
  matrix: OpinionMatrix,
): number[] {
  if (block === 'oracle_groups') {
    const { labels } = want.kmeans[want.best_k]!;
    return matrix.people.map((id) => labels[id] ?? -1);
  }
  const file = conversationFile(name, 'participants-votes.csv');
  const published = readMembership(file, 'participants-votes.csv', 'group-id');
  expect(published.size).toBeGreaterThan(0);
  return matrix.people.map((id) => Number(published.get(id) ?? -1));
}
