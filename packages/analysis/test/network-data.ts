import { readTable } from '../src/command/table.ts';
import { createNetwork, type Network } from '../src/network/index.ts';
import { readReference } from './reference.ts';

type Row = Readonly<Record<string, string>>;

const folder = 'networks';

export function readRows(path: string): Row[] {
  const table = readTable(readReference(`${folder}/${path}`), path);
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((name, cell) => [name, row[cell]!])),
  );
}

export const krackhardtFiles = [
  `${folder}/netdata/krackhardt_ties.csv`,
  `${folder}/netdata/krackhardt_nodes.csv`,
];

export const hlsmFiles = [
  `${folder}/hlsm-school-advice/advice_ties.csv`,
  `${folder}/hlsm-school-advice/teachers.csv`,
];

export const dyadsFile = `${folder}/hlsm-school-advice/dyads_schools_1_2_9.csv`;

export function krackhardt(relation: string): Network {
  const ties = readRows('netdata/krackhardt_ties.csv')
    .filter((row) => row[`${relation}_tie`] === '1' && row.ego !== row.alter)
    .map((row) => ({ from: row.ego!, to: row.alter! }));
  return createNetwork({ nodes: places(21), ties });
}

/** Every tie both ways, as the expected values hold it. */
export function karate(): Network {
  const ties = readRows('karate/edges.csv').flatMap(({ a, b }) => [
    { from: a!, to: b! },
    { from: b!, to: a! },
  ]);
  return createNetwork({ nodes: places(34), ties });
}

export function school(number: number): Network {
  const mine = (row: Row) => row.school === String(number);
  const ties = readRows('hlsm-school-advice/advice_ties.csv').filter(mine);
  const nodes = readRows('hlsm-school-advice/teachers.csv').filter(mine);
  return createNetwork({
    nodes: nodes.map((row) => row.node!),
    ties: ties.map((row) => ({ from: row.from!, to: row.to! })),
  });
}

/** All schools side by side. */
export function district(): { network: Network; schools: string[] } {
  const teachers = readRows('hlsm-school-advice/teachers.csv');
  const id = (group: string, node: string) => `${group}/${node}`;
  const network = createNetwork({
    nodes: teachers.map((row) => id(row.school!, row.node!)),
    ties: readRows('hlsm-school-advice/advice_ties.csv').map((row) => ({
      from: id(row.school!, row.from!),
      to: id(row.school!, row.to!),
    })),
  });
  return { network, schools: teachers.map((row) => row.school!) };
}

export const places = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i + 1));
