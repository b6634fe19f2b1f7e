import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referencePath } from './reference.ts';

const program = fileURLToPath(new URL('../bin/concord-analyze.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concord-rank-'));

function rank(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'rank', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const ward = file(
  'ward.blt',
  '3 1\n4 1 2 0\n3 2 3 0\n2 3 2 0\n0\n"Ann"\n"Bo"\n"Cy"\n"A small ward"\n',
);

test('a summary names winners, stages and the rule for ties', () => {
  const { status, stdout } = rank(ward);
  expect(status).toBe(0);
  expect(stdout).toContain('A small ward: 3 options, 3 ballots with 9 voices.');
  expect(stdout).toContain('Beats every other one: Bo.');
  expect(stdout).toMatch(/Stage 2: exclusion of Cy[\s\S]+Bo: 5 \(\+2\)/);
});

test('--json holds every documented key, --exact writes fractions', () => {
  const tied = file('tied.blt', '3 1\n1 1=2=3 0\n0\n');
  const report = JSON.parse(rank(tied, '--json').stdout);
  expect(Object.keys(report)).toEqual([
    'file',
    'title',
    'kind',
    'options',
    'ballots',
    'voices',
    'pairwise',
    'condorcetWinner',
    'results',
  ]);
  expect(report.results.plurality.scores[0].score).toBe(1 / 3);
  const exact = JSON.parse(rank(tied, '--json', '--exact', '--method', 'plurality').stdout);
  expect(exact.results.plurality.scores[0].score).toBe('1/3');
  expect(Object.keys(exact.results)).toEqual(['plurality']);
});

test('constituencies: equal voice and the overlap of top priorities', () => {
  const path = file(
    'priorities.json',
    JSON.stringify({
      options: ['buses', 'reading', 'garden'],
      ballots: [
        { ranking: 'buses>reading>garden', weight: 30, constituency: 'families' },
        { ranking: 'reading>garden>buses', constituency: 'educators' },
        { ranking: 'reading>buses>garden', constituency: 'board' },
      ],
    }),
  );
  const winner = (...args: string[]) =>
    JSON.parse(rank(path, '--method', 'schulze', '--json', ...args).stdout).results.schulze.winners;
  expect(winner()).toEqual(['buses']);
  expect(winner('--voices', 'equal-voice')).toEqual(['reading']);
  const { overlap } = JSON.parse(rank(path, '--json', '--top', '1').stdout);
  expect(overlap.pairs[2]).toMatchObject({ constituencies: ['educators', 'board'], jaccard: 1 });
});

test('a budget file runs equal shares and greedy', () => {
  const path = referencePath(
    'ranking/participatory-budgeting/poland_wieliczka_2023_green-budget.pb',
  )!;
  const { results } = JSON.parse(
    rank(path, '--method', 'equal-shares,greedy', '--completion', 'none', '--json').stdout,
  );
  expect(results['equal-shares'].selected).toHaveLength(21);
  expect(results['equal-shares'].spent).toBe(450_548);
  expect(results.greedy.spent).toBe(998_997);
});

test('input that cannot be used ends with 2 and says where', () => {
  const bad = file('bad.blt', '3 1\n4 1 5 0\n0\n');
  expect(rank(bad)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${bad}, line 2, column 5: "5" is no option from 1 to 3\n`,
  });
  expect(rank(join(folder, 'none.blt')).stderr).toContain('there is no such file');
  for (const args of [
    [],
    [ward, '--method', 'nope'],
    [ward, '--method', 'greedy'],
    [ward, '--x'],
  ]) {
    expect(rank(...args).status).toBe(2);
  }
  expect(rank(ward, '--voices', 'equal-voice').status).toBe(2);
  expect(rank(ward, '--seats', '0').stderr).toContain('--seats');
});
