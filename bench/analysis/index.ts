import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BenchRow } from './support/bench-row.ts';

const folder = dirname(fileURLToPath(import.meta.url));

/** `npm run bench -- analysis [TOPIC ...]`: every topic beside its reference, as one table of ratios. */
export async function bench(only: readonly string[]): Promise<void> {
  const topics = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -3))
    .filter((name) => only.length === 0 || only.includes(name));
  const rows: BenchRow[] = [];
  for (const topic of topics) {
    console.error(`${topic} ...`);
    const module: { run: () => Promise<BenchRow[]> } = await import(
      pathToFileURL(join(folder, `${topic}.ts`)).href
    );
    rows.push(...(await module.run()));
  }
  const processors = cpus();
  console.log(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${processors.length} cores ${processors[0]?.model ?? ''}\n`,
  );
  console.log(table(rows));
}

function table(rows: readonly BenchRow[]): string {
  const lines = rows.map((row) => [
    row.name,
    seconds(row.ours),
    row.reference === null ? 'none' : seconds(row.reference),
    row.ratio === null ? '' : ratio(row.ratio),
    row.note,
  ]);
  const head = ['what', 'ours (s)', 'reference (s)', 'ratio', 'note'];
  const cells = [head, head.map(() => '---'), ...lines];
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

const seconds = (value: number) => value.toPrecision(3);

const ratio = (value: number) =>
  value < 1 ? `1/${(1 / value).toPrecision(3)}` : value.toPrecision(3);
