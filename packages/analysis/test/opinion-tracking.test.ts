import { expect, test } from 'vitest';
import { groupStatistics } from '../src/opinion/group-statistics.ts';
import { opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import { type OpinionMatrix, opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { personPositions } from '../src/opinion/person-positions.ts';
import type { Position } from '../src/opinion/position.ts';
import { principalAxes } from '../src/opinion/principal-axes.ts';
import { type TrackOptions, trackLandscape } from '../src/opinion/track-landscape.ts';
import { type Vote, voteTable } from '../src/opinion/vote-table.ts';
import { seededRandom } from '../src/random.ts';
import { simulatedVotes } from './opinion-simulated.ts';

const excluded = ['5'];
const positions: readonly Position[] = ['agree', 'pass', 'disagree'];

async function start(options: TrackOptions = {}) {
  const { votes } = simulatedVotes([40, 25], 16, 0.7, seededRandom(3));
  const matrix = opinionMatrix(voteTable(votes), excluded);
  const landscape = await opinionLandscape(matrix, { seed: 1, restarts: 50 });
  if ('insufficient' in landscape) throw new Error('too few votes');
  return { votes, matrix, landscape, tracker: trackLandscape(matrix, landscape, options) };
}

function randomVotes(count: number, people: number): Vote[] {
  const random = seededRandom(9);
  return Array.from({ length: count }, () => ({
    person: Math.floor(random() * people),
    statement: Math.floor(random() * 16),
    position: positions[Math.floor(random() * 3)]!,
  }));
}

/** Values by id, because a tracker adds new people at the end and a matrix sorts them. */
function byPerson(people: readonly string[], values: ArrayLike<number>): Map<string, number> {
  return new Map(people.map((id, row) => [id, values[row]!]));
}

function wholeAxes(all: Vote[]): { matrix: OpinionMatrix; axes: ReturnType<typeof principalAxes> } {
  const matrix = opinionMatrix(voteTable(all), excluded);
  return { matrix, axes: principalAxes(matrix) };
}

test('with a tiny tolerance every vote gives the axes, places and statistics of the whole', async () => {
  const { votes, tracker } = await start({ axisTolerance: 1e-9 });
  const extra = randomVotes(60, 70);
  for (const [at, vote] of extra.entries()) {
    const update = tracker.record(vote);
    expect(update).toMatchObject({ kind: 'updated' });
    if (at % 6 !== 5) continue;
    const now = tracker.view();
    const { matrix, axes } = wholeAxes([...votes, ...extra.slice(0, at + 1)]);
    const whole = personPositions(matrix, axes);
    const signs = axes.loadings.map((loading, axis) =>
      Math.sign(loading.reduce((sum, value, j) => sum + value * now.axes.loadings[axis]![j]!, 0)),
    );
    for (const [axis, name] of (['x', 'y'] as const).entries()) {
      expect(now.axes.explainedVariance[axis]).toBeCloseTo(axes.explainedVariance[axis]!, 8);
      expect(now.axes.explainedRatio[axis]).toBeCloseTo(axes.explainedRatio[axis]!, 8);
      const ours = byPerson(now.people, now.positions[name]);
      for (const [id, place] of byPerson(matrix.people, whole[name])) {
        expect(ours.get(id)! * signs[axis]!).toBeCloseTo(place, 5);
      }
    }
    now.axes.center.forEach((mean, j) => {
      expect(mean).toBeCloseTo(axes.center[j]!, 12);
    });
    const labels = byPerson(now.people, now.labels);
    const rows = matrix.people.map((id) => labels.get(id)!);
    expect(now.groups).toEqual(groupStatistics(matrix, rows, now.groupCount));
  }
});

test('the stated lag bounds the angle to the true axes, and refreshing keeps it below', async () => {
  const { votes, tracker } = await start({ axisTolerance: 0.05 });
  const extra = randomVotes(150, 65);
  let refreshed = 0;
  for (const [at, vote] of extra.entries()) {
    const update = tracker.record(vote);
    if (update.kind !== 'updated') throw new Error('a known statement');
    expect(update.axisError).toBeLessThanOrEqual(0.05);
    if (update.refreshed) refreshed += 1;
    if (at % 15 !== 0) continue;
    const { axes } = wholeAxes([...votes, ...extra.slice(0, at + 1)]);
    const now = tracker.view();
    for (const axis of [0, 1] as const) {
      const along = axes.loadings[axis].reduce(
        (sum, value, j) => sum + value * now.axes.loadings[axis][j]!,
        0,
      );
      const angle = Math.acos(Math.min(1, Math.abs(along)));
      expect(angle).toBeLessThanOrEqual(now.axisError * 1.2 + 1e-6);
    }
  }
  expect(refreshed).toBeGreaterThan(2);
  expect(refreshed).toBeLessThan(150);
});

test('a new person joins a group with the seventh vote, and a new statement asks for the whole', async () => {
  const { tracker, matrix } = await start();
  const groups = Array.from({ length: 7 }, (_, statement) => {
    const update = tracker.record({ person: 'new', statement, position: 'agree' });
    return update.kind === 'updated' ? update.group : null;
  });
  expect(groups.slice(0, 6)).toEqual([-1, -1, -1, -1, -1, -1]);
  expect(groups[6]).toBeGreaterThanOrEqual(0);
  expect(tracker.view().people).toHaveLength(matrix.people.length + 1);
  expect(tracker.view().votesSince).toBe(7);
  const unknown = tracker.record({ person: 'new', statement: 'x', position: 'agree' });
  expect(unknown).toEqual({ kind: 'needs-whole', reason: 'new-statement' });
  expect(tracker.view().votesSince).toBe(7);
});

test('bad arguments are named', async () => {
  const { matrix, landscape, tracker } = await start();
  expect(() => trackLandscape(matrix, landscape, { axisTolerance: 0 })).toThrow('axisTolerance');
  const other = opinionMatrix(voteTable([{ person: 1, statement: 1, position: 'agree' }]));
  expect(() => trackLandscape(other, landscape)).toThrow('landscape');
  const wrong = { person: 1, statement: 1, position: 'maybe' as never };
  expect(() => tracker.record(wrong)).toThrow('"maybe"');
});
