import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { CommandIo } from '../src/command/command.ts';
import { main } from '../src/command/main.ts';
import { processIo } from '../src/command/process-io.ts';
import { referencePath } from './reference.ts';

const program = fileURLToPath(new URL('../bin/concord-analyze.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'concord-rank-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function rank(...args: string[]) {
  let [stdout, stderr] = ['', ''];
  const io: CommandIo = {
    ...processIo,
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
  };
  return { status: await main(['rank', ...args], io), stdout, stderr };
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

test('a summary names winners, stages and the rule for ties', async () => {
  const { status, stdout } = await rank(ward);
  expect(status).toBe(0);
  expect(stdout).toContain('A small ward: 3 options, 3 ballots with 9 voices.');
  expect(stdout).toContain('Beats every other one: Bo.');
  expect(stdout).toMatch(/Stage 2: exclusion of Cy[\s\S]+Bo: 5 \(\+2\)/);
});

test('--json holds the documented keys, --exact writes fractions', async () => {
  const tied = file('tied.blt', '3 1\n1 1=2=3 0\n0\n');
  const report = JSON.parse((await rank(tied, '--json')).stdout);
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
  const exact = JSON.parse((await rank(tied, '--json', '--exact', '--method', 'plurality')).stdout);
  expect(exact.results.plurality.scores[0].score).toBe('1/3');
  expect(Object.keys(exact.results)).toEqual(['plurality']);
});

test('the README names every key of every method', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rated = file(
    'rated.json',
    JSON.stringify({
      options: ['a', 'b'],
      ballots: [{ approves: ['a'] }],
      budget: 1,
      costs: { a: 1, b: 1 },
    }),
  );
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'));
  let checked = 0;
  for (const path of [ward, rated]) {
    const { results } = JSON.parse((await rank(path, '--json')).stdout);
    for (const [method, result] of Object.entries(results)) {
      const row = rows.filter((line) => line.split('|')[1]!.includes(`\`${method}\``)).at(-1)!;
      for (const key of Object.keys(result as object)) {
        expect(row, `${method}: ${key}`).toContain(`\`${key}\``);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(60);
});

test('what nobody in a constituency supports is none of its priorities', async () => {
  const options = ['A', 'B', 'C', 'D'];
  const overlapOf = async (ballots: object[]) => {
    const path = file('wishes.json', JSON.stringify({ options, ballots }));
    const { overlap } = JSON.parse((await rank(path, '--json', '--top', '3')).stdout);
    return overlap;
  };
  const approvals = await overlapOf([
    { approves: ['A'], constituency: 'families' },
    { approves: ['B', 'C'], constituency: 'staff' },
    { approves: ['B'], constituency: 'staff' },
  ]);
  expect(approvals.topPriorities).toEqual([
    { constituency: 'families', options: ['A'] },
    { constituency: 'staff', options: ['B', 'C'] },
  ]);
  expect(approvals.sharedByAll).toEqual([]);
  expect(approvals.pairs[0]).toMatchObject({ jaccard: 0, rankBiasedOverlap: 0 });
  const rankings = await overlapOf([
    { ranking: 'A', constituency: 'families' },
    { ranking: 'B>A', constituency: 'staff' },
  ]);
  expect(rankings.topPriorities.map((each: { options: string[] }) => each.options)).toEqual([
    ['A'],
    ['B', 'A'],
  ]);
  expect(rankings.sharedByAll).toEqual(['A']);
  expect(rankings.pairs[0].jaccard).toBe(0.5);
});

test('constituencies: equal voice and the overlap of top priorities', async () => {
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
  const winner = async (...args: string[]) => {
    const { stdout } = await rank(path, '--method', 'schulze', '--json', ...args);
    return JSON.parse(stdout).results.schulze.winners;
  };
  expect(await winner()).toEqual(['buses']);
  expect(await winner('--voices', 'equal-voice')).toEqual(['reading']);
  const { overlap } = JSON.parse((await rank(path, '--json', '--top', '1')).stdout);
  expect(overlap.pairs[2]).toMatchObject({ constituencies: ['educators', 'board'], jaccard: 1 });
});

test('a budget file runs equal shares and greedy', async () => {
  const path = referencePath(
    'ranking/participatory-budgeting/poland_wieliczka_2023_green-budget.pb',
  )!;
  const { results } = JSON.parse(
    (await rank(path, '--method', 'equal-shares,greedy', '--completion', 'none', '--json')).stdout,
  );
  expect(results['equal-shares'].selected).toHaveLength(21);
  expect(results['equal-shares'].spent).toBe(450_548);
  expect(results.greedy.spent).toBe(998_997);
});

test('input that cannot be used ends with 2 and says where', async () => {
  const bad = file('bad.blt', '3 1\n4 1 5 0\n0\n');
  expect(await rank(bad)).toEqual({
    status: 2,
    stdout: '',
    stderr: `${bad}, line 2, column 5: "5" is no option from 1 to 3\n`,
  });
  expect((await rank(join(folder, 'none.blt'))).stderr).toContain('there is no such file');
  for (const args of [
    [],
    [ward, '--method', 'nope'],
    [ward, '--method', 'greedy'],
    [ward, '--x'],
  ]) {
    expect((await rank(...args)).status).toBe(2);
  }
  expect((await rank(ward, '--voices', 'equal-voice')).status).toBe(2);
  expect((await rank(ward, '--seats', '0')).stderr).toContain('--seats');
});

test('the program itself runs, and hands back the exit code', () => {
  const call = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  expect(call('rank', ward).stdout).toContain('A small ward');
  expect(call('nothing')).toMatchObject({ status: 2, stdout: '' });
});
