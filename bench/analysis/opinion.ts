import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { opinionLandscape } from '../../packages/analysis/src/opinion/opinion-landscape.ts';
import { opinionMatrix } from '../../packages/analysis/src/opinion/opinion-matrix.ts';
import type { Position } from '../../packages/analysis/src/opinion/position.ts';
import { readVotes } from '../../packages/analysis/src/opinion/read-votes.ts';
import { trackLandscape } from '../../packages/analysis/src/opinion/track-landscape.ts';
import {
  type VoteColumns,
  voteTableOfColumns,
} from '../../packages/analysis/src/opinion/vote-columns.ts';
import { seededRandom } from '../../packages/analysis/src/random.ts';
import { type BenchRow, benchRow, medianSeconds } from './support/bench-row.ts';
import { runReference } from './support/reference-program.ts';

const here = fileURLToPath(import.meta.url);
const python = '/usr/bin/python3';
const restarts = 10;
const updates = 500;

/** What one process of ours measured. */
interface Measured {
  readonly votes: number;
  readonly whole: number;
  readonly exact: number;
  readonly update: number;
  readonly updateSpread: readonly [median: number, largest: number];
  readonly peakMegabytes: number;
  readonly groupCount: number;
  readonly sampled: number;
  readonly standardError: number;
}

interface Reference {
  readonly total_s: { readonly median: number };
  readonly best_k: number;
  readonly peak_rss_mb: number;
}

/** The landscape of 20,000 people and 500 statements beside numpy and scikit-learn, and one more vote. */
export async function run(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'concord-bench-opinion-'));
  try {
    const made = await runReference(python, 'gen_conversation.py', ['--csv'], folder);
    const asked = made.missing
      ? { output: null, missing: made.missing }
      : await runReference(python, 'bench_opinion.py', ['synth', '3'], folder);
    const file = join(folder, 'synth_votes.csv');
    const ours = await measureInProcess(existsSync(file) ? file : 'simulated');
    const reference = asked.output ? (JSON.parse(asked.output) as Reference) : null;
    return rowsOf(ours, reference, asked.missing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rowsOf(ours: Measured, reference: Reference | null, missing: string | null): BenchRow[] {
  const seconds = reference?.total_s.median ?? null;
  const memory = `peak ${ours.peakMegabytes} MB, target 300${reference ? `; reference ${reference.peak_rss_mb} MB` : ''}`;
  const agreed = reference
    ? `k = ${ours.groupCount}, reference k = ${reference.best_k}`
    : `k = ${ours.groupCount}; no reference: ${missing}`;
  const silhouette = `silhouette of ${ours.sampled} people ± ${ours.standardError.toFixed(4)}`;
  const [median, largest] = ours.updateSpread.map((value) => (1000 * value).toFixed(2));
  return [
    benchRow(
      `opinion landscape, ${ours.votes} votes, ${restarts} restarts`,
      ours.whole,
      seconds,
      `target 1/10; ${agreed}; ${silhouette}; ${memory}`,
    ),
    benchRow('the same with exact silhouettes', ours.exact, seconds, 'no estimate at all'),
    benchRow(
      'one more vote, statistics included',
      ours.update,
      ours.whole,
      `beside our own whole, target 1/500; mean of ${updates}, median ${median} ms, longest ${largest} ms`,
    ),
  ];
}

/** A process of its own, so that its peak of memory is that of the landscape. */
async function measureInProcess(source: string): Promise<Measured> {
  const child = spawn(process.execPath, [here, '--measure', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout) output += chunk;
  return JSON.parse(output) as Measured;
}

async function measure(source: string): Promise<Measured> {
  const columns = source === 'simulated' ? simulatedVotes() : await columnsOf(source);
  const solve = async (exactSilhouetteUpTo: number) => {
    const matrix = opinionMatrix(voteTableOfColumns(columns));
    const landscape = await opinionLandscape(matrix, { seed: 1, restarts, exactSilhouetteUpTo });
    if ('insufficient' in landscape) throw new Error('too few votes');
    return { matrix, landscape };
  };
  const whole = await medianSeconds(() => solve(5000), 5);
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const exact = await medianSeconds(() => solve(1_000_000), 1);
  const { matrix, landscape } = await solve(5000);
  const { silhouette } = landscape.divisions[0]!;
  const times = updateSeconds(matrix, landscape);
  const sorted = times.toSorted((a, b) => a - b);
  return {
    votes: columns.position.length,
    whole,
    exact,
    update: times.reduce((sum, value) => sum + value, 0) / times.length,
    updateSpread: [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!],
    peakMegabytes,
    groupCount: landscape.groupCount,
    sampled: silhouette.sampled,
    standardError: silhouette.standardError,
  };
}

function updateSeconds(...[matrix, landscape]: Parameters<typeof trackLandscape>): number[] {
  const tracker = trackLandscape(matrix, landscape);
  const random = seededRandom(2);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const positions: readonly Position[] = ['agree', 'pass', 'disagree'];
  const once = () => {
    const vote = { person: pick(matrix.people), statement: pick(matrix.statements) };
    const started = performance.now();
    tracker.record({ ...vote, position: pick(positions) });
    tracker.view();
    return (performance.now() - started) / 1000;
  };
  for (let warm = 0; warm < 50; warm++) once();
  return Array.from({ length: updates }, once);
}

/** The reference program's votes, back in arrays as it has them itself. */
async function columnsOf(file: string): Promise<VoteColumns> {
  const { people, statements, person, statement, position } = readVotes(
    await readFile(file, 'latin1'),
    file,
  );
  return {
    person: person.map((at) => Number(people[at])),
    statement: statement.map((at) => Number(statements[at])),
    position,
  };
}

/** Votes of the same shape where the reference program is missing: three camps, skewed activity. */
function simulatedVotes(people = 20_000, statements = 500, density = 0.1): VoteColumns {
  const random = seededRandom(20_260_822);
  const normal = () => random() + random() + random() + random() + random() + random() - 3;
  const base = Array.from({ length: statements }, () => 0.3 + 0.7 * normal());
  const shift = [0, 1, 2].map(() => base.map(() => (random() < 0.4 ? normal() : 0)));
  const [person, statement, position]: number[][] = [[], [], []];
  for (let i = 0; i < people; i++) {
    const camp = random() < 0.45 ? 0 : random() < 0.64 ? 1 : 2;
    const activity = Math.min(0.95, Math.max(0.004, -Math.log(1 - random()) * density));
    for (let j = 0; j < statements; j++) {
      if (random() >= activity) continue;
      const opinion = base[j]! + shift[camp]![j]! + 0.95 * normal();
      person!.push(i);
      statement!.push(j);
      position!.push(opinion > 0.35 ? 1 : opinion < -0.35 ? -1 : 0);
    }
  }
  return { person: person!, statement: statement!, position: position! };
}

if (process.argv[1] === here) {
  const [mode, source] = process.argv.slice(2);
  if (mode === '--measure') console.log(JSON.stringify(await measure(source!)));
  else console.table(await run());
}
