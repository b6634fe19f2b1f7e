import { createNetwork, type Network, type Tie } from '../../network/index.ts';
import { UsageError } from '../usage-error.ts';
import type { NetworkSource, SourceRow, TieRow } from './network-source.ts';

export interface BuildOptions {
  /** Column of the ties that holds their strength; 0 is no tie. */
  readonly tie: string | undefined;
  /** Column of the people that says who answered. */
  readonly responded: string | undefined;
}

/** The network that the files describe, every tie in the direction in which it stands. */
export function buildNetwork(source: NetworkSource, options: BuildOptions): Network {
  const column = options.tie ?? source.tieColumns.find((name) => name === 'weight');
  const zeroes = column === undefined ? columnsOfStrength(source) : [];
  const responded = options.responded;
  const network = createNetwork({
    nodes: source.nodes.map(({ id }) => id),
    ties: tiesBy(source, column),
    ...(responded === undefined
      ? {}
      : { responded: nodeValues(source, responded).map(({ text, row }) => answered(text, row)) }),
  });
  const everyRow = zeroes.map(
    (name) =>
      `every row counts as a tie, also where "${name}" is 0: --tie ${name} leaves those out`,
  );
  return { ...network, warnings: [...source.warnings, ...everyRow, ...network.warnings] };
}

/** Columns of zeroes and other strengths: the rows are then pairs of people rather than ties. */
function columnsOfStrength({ ties, tieColumns }: NetworkSource): string[] {
  return tieColumns.filter((name) => {
    const values = new Set(ties.map((row) => row.value(name)));
    return values.has('0') && values.size > 1 && [...values].every((text) => Number(text) >= 0);
  });
}

/** The ties of a relation: every row, or those whose column is not 0. */
export function tiesBy(source: NetworkSource, column: string | undefined): Tie[] {
  if (column !== undefined) requireColumn(source.tieColumns, column, 'ties');
  const known = new Set(source.nodes.map(({ id }) => id));
  return source.ties.map((row) => {
    for (const id of [row.from, row.to]) {
      if (!known.has(id)) row.fail(`"${id}" is not among the people`);
    }
    const { from, to } = row;
    return column === undefined ? { from, to } : { from, to, weight: strengthOf(row, column) };
  });
}

/** What a column says of each person, with the row for complaints. */
export function nodeValues(
  source: NetworkSource,
  column: string,
): { text: string; row: SourceRow }[] {
  requireColumn(source.nodeColumns, column, 'people');
  return source.nodes.map((row) => {
    const text = row.value(column) ?? '';
    return text === '' ? row.fail(`the column "${column}" is empty`, column) : { text, row };
  });
}

export function requireColumn(columns: readonly string[], name: string, kind: string): void {
  if (columns.includes(name)) return;
  const known = columns.map((column) => `"${column}"`).join(', ') || 'none';
  throw new UsageError(`The ${kind} have no column "${name}"; their columns are: ${known}.`);
}

function strengthOf(row: TieRow, column: string): number {
  const text = row.value(column) ?? '';
  const strength = Number(text);
  if (text !== '' && Number.isFinite(strength) && strength >= 0) return strength;
  return row.fail(`"${text}" in column "${column}" is no strength of a tie`, column);
}

const yes = ['1', 'true', 'yes', 'y'];
const no = ['0', 'false', 'no', 'n'];

function answered(text: string, row: SourceRow): boolean {
  const said = text.toLowerCase();
  if (yes.includes(said)) return true;
  return no.includes(said) ? false : row.fail(`"${text}" says neither yes nor no`);
}
