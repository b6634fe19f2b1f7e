import { cpus } from 'node:os';

/** The line by which numbers of different days and machines are told apart. */
export function machineLine(): string {
  const processors = cpus();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, Node ${process.versions.node}, ${processors.length} cores ${processors[0]?.model ?? ''}`;
}

/** As people compare: "1/48" or "3.2". */
export const ratioText = (value: number) =>
  value < 1 ? `1/${(1 / value).toPrecision(3)}` : value.toPrecision(3);

export function median<Item>(items: readonly Item[], by: (item: Item) => number): Item {
  const sorted = items.toSorted((a, b) => by(a) - by(b));
  return sorted[Math.floor((sorted.length - 1) / 2)]!;
}

/** A table in columns, the first to the left and the others to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!),
    );
    console.log(cells.join('  '));
  }
}

/** `--seconds 4 --rounds 3`: how long each round takes and how many there are. */
export function lengthOf(args: readonly string[], usage: string) {
  const value = (name: string, usual: number) => {
    const at = args.indexOf(name);
    const given = at < 0 ? usual : Number(args[at + 1]);
    if (!(given > 0)) throw new Error(`${usage}: ${name} takes a number above 0.`);
    return given;
  };
  return { seconds: value('--seconds', 4), rounds: Math.ceil(value('--rounds', 3)) };
}
