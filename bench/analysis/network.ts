import { fileURLToPath } from 'node:url';
import { network } from '../../packages/analysis/src/index.ts';
import { type BenchRow, benchRow, medianSeconds } from './support/bench-row.ts';
import { PythonRandom } from './support/python-random.ts';
import { runReference } from './support/reference-program.ts';

const nodeCount = 5000;
const tieCount = 50_000;
const blockCount = 25;

/** Betweenness and Louvain beside igraph's C code, QAP and MRQAP beside R's sna. */
export async function run(): Promise<BenchRow[]> {
  const random = randomGraph();
  const planted = plantedGraph();
  const louvain = (graph: network.Network) => () => network.louvain(graph, { seed: 1 });
  const works = [
    () => network.betweennessInThreads(random),
    () => network.betweenness(random),
    louvain(random),
    louvain(planted),
  ];
  const { reference: igraph, seconds } = await around(readIgraph, works);
  const [inThreads, inOne, onRandom, onPlanted] = seconds;
  const betweenness = network.betweenness(random);
  const found = sufficient(network.louvain(planted, { seed: 1 }));
  const agreement = igraph.peak === null ? '' : sameGraph(betweenness.raw, igraph.peak);
  const [qap, mrqap] = [await readQap(), await readMrqap()];
  const { yb, y, x1, x2, x3 } = matrices();
  const shuffles = { permutations: 1000, seed: 1 };
  const predictors = [x1, x2, x3].map((matrix, i) => ({ name: `x${i + 1}`, matrix }));
  return [
    benchRow(
      'betweenness, 5,000 nodes, 50,000 edges',
      inThreads!,
      igraph.betweenness,
      igraph.missing ?? `target 0.7 of igraph's C; ${agreement}`,
    ),
    benchRow(
      'betweenness, the same in one thread',
      inOne!,
      igraph.betweenness,
      igraph.missing ?? '',
    ),
    benchRow(
      'Louvain, random graph',
      onRandom!,
      igraph.louvainRandom,
      igraph.missing ?? 'target within 3 times igraph',
    ),
    benchRow(
      'Louvain, 25 planted blocks',
      onPlanted!,
      igraph.louvainPlanted,
      igraph.missing ??
        `target within 3 times igraph; modularity ${found.modularity.toFixed(4)} beside ${igraph.plantedModularity}`,
    ),
    benchRow(
      'QAP, 1,000 permutations, 100 nodes',
      await medianSeconds(() => network.qapCorrelation(yb, x1, shuffles)),
      qap.seconds,
      qap.missing ?? 'target 1/20 of sna',
    ),
    benchRow(
      'MRQAP double semi-partialling, 3 predictors, 1,000 permutations, 100 nodes',
      await medianSeconds(() => network.mrqapInThreads(y, predictors, shuffles), 3),
      mrqap.seconds,
      mrqap.missing ?? 'target 1/20 of netlm',
    ),
  ];
}

/** Runs each work before and after a reference program, so that both meet the same load of the machine. */
async function around<T>(reference: () => Promise<T>, works: readonly (() => unknown)[]) {
  const times = works.map((): number[] => []);
  const measure = async () => {
    for (const [i, work] of works.entries()) {
      for (let call = 0; call < 2; call++) times[i]!.push(await medianSeconds(work, 1));
    }
  };
  await measure();
  const result = await reference();
  await measure();
  const middle = (list: number[]) => {
    const [, low, high] = list.sort((a, b) => a - b);
    return (low! + high!) / 2;
  };
  return { reference: result, seconds: times.map(middle) };
}

async function readIgraph() {
  const { output, missing } = await runReference('/usr/bin/python3', 'bench_network.py');
  if (output === null) {
    const none = { betweenness: null, louvainRandom: null, louvainPlanted: null };
    return { ...none, peak: null, plantedModularity: null, missing };
  }
  const report = JSON.parse(output) as {
    readonly check_betw_max: number;
    readonly modularity_planted: number;
    readonly R: Readonly<Record<string, { readonly median: number }>>;
  };
  const median = (name: string) => report.R[name]!.median;
  return {
    betweenness: median('betweenness (exact, unweighted)'),
    louvainRandom: median('louvain multilevel, random graph'),
    louvainPlanted: median('louvain multilevel, planted 25 blocks'),
    peak: report.check_betw_max,
    plantedModularity: report.modularity_planted,
    missing: null,
  };
}

async function readQap() {
  const { output, missing } = await runReference('Rscript', 'bench_network.R');
  return secondsFrom(output, /qaptest gcor 1000 perms n=100: .*median ([\d.]+)/, missing);
}

async function readMrqap() {
  const { output, missing } = await runReference('Rscript', 'bench_netlm.R', ['1000']);
  return secondsFrom(output, /reps 1000 n=100: ([\d.]+) s/, missing);
}

function secondsFrom(output: string | null, pattern: RegExp, missing: string | null) {
  if (output === null) return { seconds: null, missing };
  const found = pattern.exec(output);
  if (!found) throw new Error(`the reference program printed no time: ${output}`);
  return { seconds: Number(found[1]), missing: null };
}

function sameGraph(betweenness: readonly number[], peak: number): string {
  const largest = Math.max(...betweenness);
  const same = Math.abs(largest - peak) < 0.001;
  return `same graph, largest value ${largest.toFixed(3)} ${same ? 'equal' : `instead of ${peak}`}`;
}

/** The very graph of bench_network.py: 50,000 pairs drawn with Python's generator, seed 42. */
function randomGraph(): network.Network {
  const random = new PythonRandom(42);
  return drawGraph(() => [random.below(nodeCount), random.below(nodeCount)]);
}

/** Its planted twin, seed 43: six ties in ten fall inside one of 25 blocks. */
function plantedGraph(): network.Network {
  const random = new PythonRandom(43);
  return drawGraph(() => {
    const a = random.below(nodeCount);
    const inside = random.unit() < 0.6;
    const b = inside
      ? random.below(nodeCount / blockCount) * blockCount + (a % blockCount)
      : random.below(nodeCount);
    return [a, b];
  });
}

function drawGraph(draw: () => readonly [number, number]): network.Network {
  const pairs = new Set<number>();
  while (pairs.size < tieCount) {
    const [a, b] = draw();
    if (a !== b) pairs.add(Math.min(a, b) * nodeCount + Math.max(a, b));
  }
  const ties = Array.from(pairs, (pair) => ({
    from: String(Math.floor(pair / nodeCount)),
    to: String(pair % nodeCount),
  }));
  const nodes = Array.from({ length: nodeCount }, (_, i) => String(i));
  return network.createNetwork({ nodes, ties, directed: false });
}

/** Matrices of the shape that the R programs draw. */
function matrices() {
  const random = new PythonRandom(7);
  const square = (draw: (i: number, j: number) => number) =>
    Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => (i === j ? 0 : draw(i, j))),
    );
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit());
  const x1 = square(() => (random.unit() < 0.1 ? 1 : 0));
  const x2 = square(() => (random.unit() < 0.2 ? 1 : 0));
  const x3 = square(normal);
  const y = square((i, j) => 0.5 * x1[i]![j]! + 0.2 * x2[i]![j]! + normal());
  const yb = square((i, j) => (random.unit() < 0.05 + 0.3 * x1[i]![j]! ? 1 : 0));
  return { x1, x2, x3, y, yb };
}

function sufficient<T extends object>(result: T): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { insufficient: unknown }>;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await run());
