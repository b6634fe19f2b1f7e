import type { CommandIo } from '../command.ts';
import { columnIndex, failAtCell, readTable, type Table } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import type { NetworkSource, NodeRow, SourceRow, TieRow } from './network-source.ts';

export interface TableOptions {
  readonly ties: string;
  readonly nodes: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly id: string | undefined;
  /** Ids are unique inside one value of this column alone; both files have it. */
  readonly scope: string | undefined;
  /** `COLUMN=VALUE`: only rows that have this value, in the files that have the column. */
  readonly where: string | undefined;
}

/** Names under which the two ends of a tie usually stand. */
const customaryEnds = [
  ['from', 'to'],
  ['source', 'target'],
  ['ego', 'alter'],
  ['sender', 'receiver'],
  ['a', 'b'],
] as const;

const customaryIds = ['node', 'id', 'name'];

/** Reads a file of ties and, when given, one of people. Without it, everyone is in a tie. */
export async function readTables(options: TableOptions, io: CommandIo): Promise<NetworkSource> {
  const ties = await loadTable(options.ties, io);
  const nodes = options.nodes === undefined ? undefined : await loadTable(options.nodes, io);
  const keep = rowFilter(options.where, nodes ? [ties, nodes] : [ties]);
  const [fromName, toName] = endColumns(ties, options);
  const from = idReader(ties, fromName, options.scope);
  const to = idReader(ties, toName, options.scope);
  const tieRows = keep(ties).map(
    (row): TieRow => ({ ...rowOf(ties, row), from: from(row), to: to(row) }),
  );
  const nodeRows = nodes ? readNodes(nodes, keep(nodes), options) : namedInTies(tieRows);
  const unlisted = 'no file of people was given: someone without a tie is not counted';
  return {
    nodes: nodeRows,
    ties: tieRows,
    nodeColumns: nodes?.columns ?? [],
    tieColumns: ties.columns,
    directed: undefined,
    warnings: nodes ? [] : [unlisted],
  };
}

async function loadTable(path: string, io: CommandIo): Promise<Table> {
  return readTable(await io.readFile(path), path);
}

function readNodes(table: Table, rows: readonly number[], options: TableOptions): NodeRow[] {
  const customary = customaryIds.find((name) => table.columns.includes(name));
  const column = columnIndex(table, options.id ?? customary ?? table.columns[0]!);
  const id = idReader(table, table.columns[column]!, options.scope);
  const seen = new Set<string>();
  return rows.map((row) => {
    const node = { ...rowOf(table, row), id: id(row) };
    if (seen.has(node.id)) failAtCell(table, row, column, `"${node.id}" occurs twice`);
    seen.add(node.id);
    return node;
  });
}

function namedInTies(ties: readonly TieRow[]): NodeRow[] {
  const rows = new Map<string, NodeRow>();
  for (const tie of ties) {
    for (const id of [tie.from, tie.to]) {
      if (!rows.has(id)) rows.set(id, { id, value: () => undefined, fail: tie.fail });
    }
  }
  return [...rows.values()];
}

function endColumns(table: Table, options: TableOptions): readonly [string, string] {
  if ((options.from === undefined) !== (options.to === undefined)) {
    throw new UsageError('--from and --to go together');
  }
  if (options.from !== undefined && options.to !== undefined) return [options.from, options.to];
  const known = customaryEnds.find((pair) => pair.every((name) => table.columns.includes(name)));
  if (known) return known;
  return failAtCell(table, -1, 0, 'no columns "from" and "to"; name them with --from and --to');
}

function idReader(table: Table, column: string, scope: string | undefined) {
  const cell = columnIndex(table, column);
  const scopeCell = scope === undefined ? -1 : columnIndex(table, scope);
  return (row: number): string => {
    const id = table.rows[row]![cell]!.trim();
    if (id === '') failAtCell(table, row, cell, `the column "${column}" is empty`);
    return scopeCell < 0 ? id : `${table.rows[row]![scopeCell]!.trim()}/${id}`;
  };
}

function rowOf(table: Table, row: number): SourceRow {
  return {
    value: (column) => {
      const cell = table.columns.indexOf(column);
      return cell < 0 ? undefined : table.rows[row]![cell]!.trim();
    },
    fail: (message, column) =>
      failAtCell(table, row, Math.max(0, table.columns.indexOf(column ?? '')), message),
  };
}

function rowFilter(where: string | undefined, tables: readonly Table[]) {
  const all = (table: Table) => Array.from(table.rows.keys());
  if (where === undefined) return all;
  const [, column, wanted] = /^([^=]+)=(.*)$/.exec(where) ?? [];
  if (column === undefined) throw new UsageError('--where needs the form COLUMN=VALUE');
  if (!tables.some((table) => table.columns.includes(column))) columnIndex(tables[0]!, column);
  return (table: Table) => {
    const cell = table.columns.indexOf(column);
    return all(table).filter((row) => cell < 0 || table.rows[row]![cell]!.trim() === wanted);
  };
}
