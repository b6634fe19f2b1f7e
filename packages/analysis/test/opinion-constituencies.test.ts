import { expect, test } from 'vitest';
import { constituencyAgreement } from '../src/opinion/constituency-agreement.ts';
import { opinionLandscape } from '../src/opinion/opinion-landscape.ts';
import { opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import { type Vote, voteTable } from '../src/opinion/vote-table.ts';
import { seededRandom } from '../src/random.ts';
import { simulatedMatrix } from './opinion-simulated.ts';

async function solve(seed: number) {
  const { matrix, camp } = simulatedMatrix([40, 30], 20, 0.8, seededRandom(seed));
  const landscape = await opinionLandscape(matrix, { seed: 1, restarts: 50 });
  if ('insufficient' in landscape) throw new Error('too few votes');
  return { matrix, camp, landscape };
}

test('a divide between constituencies is told from one that runs through them', async () => {
  const { matrix, camp, landscape } = await solve(1);
  const declare = (names: readonly (string | null)[]) =>
    constituencyAgreement(matrix, names, landscape.labels, landscape.groupCount);
  const between = declare(camp.map((c) => (c === 0 ? 'teachers' : 'families')));
  expect(between.overlap).toBeGreaterThan(0.8);
  const across = declare(matrix.people.map((_, row) => (row % 2 ? 'teachers' : 'families')));
  expect(Math.abs(across.overlap!)).toBeLessThan(0.1);
  const mean = (spread: typeof between.spread) =>
    spread.reduce((sum, { constituencies }) => sum + constituencies, 0) / spread.length;
  expect(mean(between.spread)).toBeGreaterThan(2 * mean(across.spread));
  expect(between.constituencies.map(({ name }) => name)).toEqual(['families', 'teachers']);
  for (const { people, inGroups } of between.constituencies) {
    expect(inGroups.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(people);
  }
});

test('nothing is said about a constituency with too few people, nor about those who declared none', async () => {
  const { matrix, landscape } = await solve(2);
  const names = matrix.people.map((_, row) => (row < 3 ? 'board' : row < 8 ? null : 'staff'));
  const found = constituencyAgreement(matrix, names, landscape.labels, landscape.groupCount);
  expect(found.constituencies.map(({ name }) => name)).toEqual(['staff']);
  expect(found.withheld).toEqual([
    { name: 'board', result: { insufficient: { need: 5, have: 3, what: 'people' } } },
  ]);
  expect(found.undeclared).toBe(5);
  expect(found.warnings).toContain('fewer-than-two-constituencies');
  expect(() => constituencyAgreement(matrix, [], landscape.labels, 2)).toThrow('constituencyOf');
});

test('a small constituency weighs as much as a large one in what bridges', () => {
  const vote = (person: number, statement: string, agrees: boolean): Vote => ({
    person,
    statement,
    position: agrees ? 'agree' : 'disagree',
  });
  const people = Array.from({ length: 90 }, (_, person) => person);
  const votes = people.flatMap((person) => [
    vote(person, 'shared', person % 10 !== 0),
    vote(person, 'majority', person < 80),
  ]);
  const matrix = opinionMatrix(voteTable(votes));
  const names = people.map((person) => (person < 80 ? 'large' : 'small'));
  const found = constituencyAgreement(matrix, names, new Int8Array(90).fill(-1), 0);
  const bridges = found.bridging.map(({ statement }) => matrix.statements[statement]);
  expect(bridges).toEqual(['shared']);
  const [majority, shared] = ['majority', 'shared'].map((id) => matrix.statements.indexOf(id));
  expect(found.informedConsensus[shared!]).toBeGreaterThan(3 * found.informedConsensus[majority!]!);
  expect(found.overlap).toBeNull();
});
