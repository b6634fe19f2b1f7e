import { AnalysisInputError } from '../errors.ts';
import { type Cell, type CountTable, checkTable } from './count-table.ts';
import { arcsOfTable, type HiddenArc, roomOfCell } from './hidden-cells.ts';

/** What an attacker can infer about one hidden cell from the shown ones and the totals. */
export interface InferredCell {
  readonly cell: Cell;
  /** The least and the largest count that fit everything shown; `upper` may be infinite. */
  readonly lower: number;
  readonly upper: number;
  /** Whether only one count fits: hiding it was in vain. */
  readonly disclosed: boolean;
}

/**
 * The exact interval that each hidden cell can lie in, given the shown cells and totals: what an
 * attacker with linear programming would find.
 * @param table  Counts; not mutated.
 * @param hidden  Hidden cells; the row or column after the last one stands for the totals.
 * @param floor  What the attacker knows of every hidden cell: at least 0 (default), or at least 1
 *   where zeroes are known to be shown.
 * @returns One interval per hidden cell, in the given order. Deterministic, exact integers: the
 *   cells form a network, whose linear programmes have whole-number solutions.
 * @throws {AnalysisInputError} on a table that is none, or a cell outside of it.
 * @complexity O(hidden^2 flow) for each cell.
 * @source Gusfield 1988, SIAM J. Comput. 17(3):552; Willenborg & de Waal 2001.
 * @checked against scipy's linear programmes, and a simplex method of its own on random tables.
 */
export function attackTable(table: CountTable, hidden: readonly Cell[], floor = 0): InferredCell[] {
  checkTable(table);
  const all = arcsOfTable(table);
  const width = table.columns.length + 1;
  const find = ([row, column]: Cell): HiddenArc => {
    const arc =
      row <= table.rows.length && column < width ? all.arcs[row * width + column] : undefined;
    if (!arc) throw new AnalysisInputError('hidden', `there is no cell ${row}, ${column}`);
    return arc;
  };
  const arcs = hidden.map(find);
  return arcs.map((arc) => {
    const { rise, fall } = roomOfCell({ nodes: all.nodes, arcs }, arc, floor);
    const { cell, value } = arc;
    return { cell, lower: value - fall, upper: value + rise, disclosed: rise + fall === 0 };
  });
}
