import { type Cell, type CountTable, withTotals } from './count-table.ts';

/**
 * A table with hidden cells seen as a network: every cell is an arc between a row and a column (a
 * row's total runs from the column of totals to the row, and so on), and what the totals leave open
 * is exactly what can flow around in it.
 */
export interface HiddenNetwork {
  readonly nodes: number;
  readonly arcs: readonly HiddenArc[];
}

export interface HiddenArc {
  readonly cell: Cell;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Every cell of the table, totals included, as an arc. */
export function arcsOfTable(table: CountTable): HiddenNetwork {
  const values = withTotals(table);
  const [lastRow, lastColumn] = [table.rows.length, table.columns.length];
  const rowNode = (row: number) => row;
  const columnNode = (column: number) => lastRow + 1 + column;
  const arcs = values.flatMap((row, r) =>
    row.map((value, c): HiddenArc => {
      const forward = (r === lastRow) === (c === lastColumn);
      const ends = [rowNode(r), columnNode(c)] as const;
      const [from, to] = forward ? ends : [ends[1], ends[0]];
      return { cell: [r, c], from, to, value };
    }),
  );
  return { nodes: lastRow + lastColumn + 2, arcs };
}

/**
 * How far one hidden cell can rise and fall while all shown cells and totals stay true.
 * @param arcs  The hidden cells only.
 * @param floor  What the attacker knows every hidden cell to be at least.
 * @param enough  Stop once this much room is found; default: find all of it.
 */
export function roomOfCell(
  { nodes, arcs }: HiddenNetwork,
  target: HiddenArc,
  floor: number,
  enough = Number.POSITIVE_INFINITY,
): { rise: number; fall: number } {
  const others = arcs.filter((arc) => arc !== target);
  const rise = largestFlow(nodes, others, floor, target.to, target.from, enough);
  const ownRoom = Math.max(0, target.value - floor);
  const most = Math.min(ownRoom, enough);
  const fall = largestFlow(nodes, others, floor, target.from, target.to, most);
  return { rise, fall };
}

/** Augmenting paths (Edmonds and Karp), where an arc may rise without limit and fall to the floor. */
function largestFlow(
  nodes: number,
  arcs: readonly HiddenArc[],
  floor: number,
  source: number,
  sink: number,
  enough: number,
): number {
  const change = new Float64Array(arcs.length);
  let flow = 0;
  while (flow < enough) {
    const path = shortestPath(nodes, arcs, change, floor, source, sink);
    if (!path) return flow;
    const room = ({ arc, up }: Step) =>
      up ? Number.POSITIVE_INFINITY : arcs[arc]!.value + change[arc]! - floor;
    const step = Math.min(enough - flow, ...path.map(room));
    if (step === Number.POSITIVE_INFINITY) return step;
    for (const { arc, up } of path) change[arc]! += up ? step : -step;
    flow += step;
  }
  return flow;
}

interface Step {
  readonly arc: number;
  readonly up: boolean;
  readonly from: number;
}

function shortestPath(
  nodes: number,
  arcs: readonly HiddenArc[],
  change: Float64Array,
  floor: number,
  source: number,
  sink: number,
): Step[] | null {
  const arrived = new Array<Step | undefined>(nodes);
  const queue = [source];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (let arc = 0; arc < arcs.length; arc++) {
      const { from, to, value } = arcs[arc]!;
      const up = from === at;
      const next = up ? to : from;
      if (!up && (to !== at || value + change[arc]! <= floor)) continue;
      if (next === source || arrived[next]) continue;
      arrived[next] = { arc, up, from: at };
      if (next === sink) return pathTo(arrived, source, sink);
      queue.push(next);
    }
  }
  return null;
}

function pathTo(arrived: readonly (Step | undefined)[], source: number, sink: number): Step[] {
  const path: Step[] = [];
  for (let at = sink; at !== source; at = path.at(-1)!.from) path.push(arrived[at]!);
  return path;
}
