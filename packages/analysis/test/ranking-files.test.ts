import { expect, test } from 'vitest';
import { InputFileError } from '../src/command/input-file-error.ts';
import { readElection } from '../src/ranking/read/read-election.ts';

/** Line and column at which a text is refused. */
function refusedAt(text: string): [number, number] {
  try {
    readElection(text, 'file');
  } catch (error) {
    if (error instanceof InputFileError) return [error.line, error.column];
    throw error;
  }
  throw new Error('the text was read');
}

test('.blt: comments, equal and skipped ranks, ballot ids, withdrawn options, quoted names', () => {
  const text = `4 2 # four options
-3
(b1) 2 1=3 - 4 0
1.5 2 0
0
"Ann" "Bo"
"Cy" "Di"
"Title"`;
  const file = readElection(text, 'file');
  expect(file.seats).toBe(2);
  expect(file.title).toBe('Title');
  expect(file.options).toEqual([
    { id: '1', name: 'Ann' },
    { id: '2', name: 'Bo' },
    { id: '4', name: 'Di' },
  ]);
  expect(file.ballots.list).toMatchObject([
    { tiers: [['1'], ['4']], weight: { numerator: 2n } },
    { tiers: [['2']], weight: { numerator: 3n, denominator: 2n } },
  ]);
});

test('.blt: a name in a line of its own may hold quotes', () => {
  const names = (lines: string) =>
    readElection(`2 1\n1 1 0\n0\n${lines}`, 'file').options.map(({ name }) => name);
  expect(names('Ann "Bee" Cole (Ind)\n"Dee "Eve" Fox"\nWard 1')).toEqual([
    'Ann "Bee" Cole (Ind)',
    'Dee "Eve" Fox',
  ]);
});

test('.blt: faults name line and column', () => {
  expect(refusedAt('')).toEqual([1, 1]);
  expect(refusedAt('3\n')).toEqual([1, 1]);
  expect(refusedAt('3 x\n')).toEqual([1, 3]);
  expect(refusedAt('3 1\n1 1 2 0\n2 5 0\n0')).toEqual([3, 3]);
  expect(refusedAt('3 1\n1 1 2\n0')).toEqual([2, 5]);
  expect(refusedAt('3 1\n1 2 2 0\n0')).toEqual([2, 5]);
  expect(refusedAt('3 1\nmany 2 0\n0')).toEqual([2, 1]);
  expect(refusedAt('3 1\n1 1 0\n')).toEqual([3, 1]);
  expect(refusedAt('3 1\n1 1 0\n0\n"A"\n"B"')).toEqual([5, 1]);
});

const pabulib = (votes: string, type = 'approval') =>
  `META\nkey;value\nbudget;100,5\nvote_type;${type}\nPROJECTS\nproject_id;cost;name\n1;40;A "small" garden\n2;80;"Bus; and more"\nVOTES\n${votes}\n`;

test('.pb: approvals, rankings and points; quotes, decimals', () => {
  const approvals = readElection(pabulib('voter_id;vote\nv1;1,2\nv2;'), 'file');
  expect(approvals.ballots).toEqual({
    kind: 'approval',
    list: [{ approves: ['1', '2'] }, { approves: [] }],
  });
  expect(approvals.options.map(({ name }) => name)).toEqual(['A "small" garden', 'Bus; and more']);
  expect(approvals.budget).toEqual({ numerator: 201n, denominator: 2n });
  const ordinal = readElection(pabulib('voter_id;vote\nv1;2,1', 'ordinal'), 'file');
  expect(ordinal.ballots.list).toEqual([{ tiers: [['2'], ['1']] }]);
  const points = readElection(pabulib('voter_id;vote;points\nv1;2,1;3,1', 'cumulative'), 'file');
  expect(points.ballots.list).toMatchObject([{ points: { 2: { numerator: 3n } } }]);
});

test('.pb: faults name line and column', () => {
  expect(refusedAt(pabulib('voter_id;vote\nv1;1,7'))).toEqual([11, 4]);
  expect(refusedAt(pabulib('voter_id;vote\nv1;1,1'))).toEqual([11, 4]);
  expect(refusedAt(pabulib('voter_id;choice\nv1;1'))).toEqual([10, 1]);
  expect(refusedAt(pabulib('voter_id;vote\nv1;1;extra'))).toEqual([11, 6]);
  expect(refusedAt(pabulib('voter_id;vote;points\nv1;1,2;3', 'scoring'))).toEqual([11, 8]);
  expect(
    refusedAt('META\nkey;value\nbudget;much\nPROJECTS\nproject_id;cost\nVOTES\na;vote'),
  ).toEqual([3, 8]);
  expect(refusedAt('META\nkey;value\nbudget;5')[0]).toBe(3);
});

test('Debian tally: faults name line and column', () => {
  const options = ' Option 1----->: A\n Option 2----->: B\n';
  expect(readElection(`${options}V: 2- 00ff`, 'file').ballots.list).toEqual([{ tiers: [['1']] }]);
  expect(refusedAt(`${options}V: 123 00ff`)).toEqual([3, 4]);
  expect(refusedAt(`${options}V: 1? 00ff`)).toEqual([3, 5]);
  expect(refusedAt('V: 12 00ff')).toEqual([1, 4]);
});

test('JSON: rankings as text or lists, weights as fractions, constituencies', () => {
  const file = readElection(
    JSON.stringify({
      options: ['A', { id: 'B', name: 'Bus' }],
      ballots: [
        { ranking: 'A > B', weight: '1/3', constituency: 'families' },
        { ranking: [['A', 'B']] },
        [2, 'B=A'],
      ],
      seats: 1,
      budget: 10.5,
      costs: { A: 1, B: '2/3' },
    }),
    'file',
  );
  expect(file.ballots.list).toMatchObject([
    { tiers: [['A'], ['B']], weight: { denominator: 3n }, constituency: 'families' },
    { tiers: [['A', 'B']] },
    { tiers: [['B', 'A']], weight: { numerator: 2n } },
  ]);
  expect(file.options[1]).toEqual({ id: 'B', name: 'Bus' });
  expect(file.costs?.B).toEqual({ numerator: 2n, denominator: 3n });
});

test('JSON: faults name line and column', () => {
  expect(refusedAt('{"options": ["A"],\n "ballots": [}')).toEqual([2, 14]);
  expect(refusedAt('{"options": ["A" "B"]}')).toEqual([1, 18]);
  expect(refusedAt('{"options": ["A"], "ballots": []')).toEqual([1, 33]);
  expect(refusedAt('{"options": ["A"], "ballots": [],}')).toEqual([1, 34]);
  expect(refusedAt('{"seats": 01}')).toEqual([1, 12]);
  expect(refusedAt('{} {}')).toEqual([1, 4]);
  expect(refusedAt('[1]')).toEqual([1, 1]);
  expect(refusedAt('{"options": ["A", "A"], "ballots": []}')).toEqual([1, 19]);
  expect(refusedAt('{"options": ["A"],\n "ballots": [\n  {"ranking": "A>B"}]}')).toEqual([3, 15]);
  expect(refusedAt('{"options": ["A"],\n "ballots": [{"weight": -1,\n "approves": []}]}')).toEqual([
    2, 25,
  ]);
  expect(
    refusedAt('{"options": ["A"], "ballots": [{"ranking": "A"}, {"approves": ["A"]}]}'),
  ).toEqual([1, 31]);
  expect(refusedAt('{"options": ["A"], "ballots": [],\n"seats": 0}')).toEqual([2, 10]);
  expect(refusedAt('{"options": ["A"], "ballots": [{"voter": "\\"}"}]}')).toEqual([1, 32]);
});
