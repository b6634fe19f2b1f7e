import { AnalysisInputError } from '../errors.ts';
import { type Insufficient, insufficient } from '../statistics/insufficient.ts';
import { attackTable, type InferredCell } from './attack-table.ts';
import { complementaryCells } from './complementary-cells.ts';
import { type Cell, type CountTable, checkTable, withTotals } from './count-table.ts';
import { arcsOfTable, type HiddenArc } from './hidden-cells.ts';

export interface SuppressionOptions {
  /** Counts from 1 to `minimum - 1` are hidden. */
  readonly minimum: number;
  /** Each primary cell's interval must be at least this wide; default 1, two counts that fit. */
  readonly protection?: number;
}

export interface SuppressedTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What may be shown: totals are the last row and column; null is hidden. */
  readonly shown: readonly (readonly (number | null)[])[];
  /** Hidden because they are small. */
  readonly primary: readonly Cell[];
  /** Hidden in addition so that the small ones cannot be computed. */
  readonly complementary: readonly Cell[];
  /** People in the complementary cells. */
  readonly valueHidden: number;
  /** Whether the complementary cells are proven to be the fewest, and of those the least. */
  readonly optimal: boolean;
  /** What an attacker can still infer from the shown cells and totals. */
  readonly attack: readonly InferredCell[];
  /** The same for an attacker who knows that zeroes are shown, so that hidden cells are at least 1. */
  readonly attackKnowingZeroesAreShown: readonly InferredCell[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Hides small counts in a two-way table, and as few others as it takes that none of the small ones
 * can be computed from what is shown, even by someone who knows the rule.
 * @param table  Whole numbers >= 0. Zeroes are shown and never hidden. Totals that are small are
 *   hidden too. Not mutated.
 * @param options  The smallest count that may be shown, and the width of the protection.
 * @returns The table as it may be published, with a proof of what can be inferred; or
 *   { insufficient } when the whole table has fewer people than the minimum. Deterministic.
 * @throws {AnalysisInputError} on a table or option that is none.
 * @complexity Exact search up to 100,000 combinations of cells, polynomial beyond.
 * @source Willenborg & de Waal 2001, Elements of Statistical Disclosure Control; FCSM Statistical
 *   Policy Working Paper 22 (2005).
 * @checked against exhaustive search with scipy's linear programmes, and attacked with a simplex
 *   method on random tables.
 */
export function suppressTable(
  table: CountTable,
  { minimum, protection = 1 }: SuppressionOptions,
): SuppressedTable | Insufficient {
  checkTable(table);
  atLeast('minimum', minimum, 1);
  atLeast('protection', protection, 1);
  const values = withTotals(table);
  const total = values.at(-1)!.at(-1)!;
  if (total > 0 && total < minimum) return insufficient('people', minimum, total);
  const { arcs } = arcsOfTable(table);
  const primary = arcs.filter(({ value }) => value > 0 && value < minimum);
  const { extra, optimal } = chooseExtra(table, arcs, primary, protection);
  const hidden = [...primary, ...extra];
  const isHidden = new Set(hidden.map(({ cell }) => cell.join()));
  const cells = hidden.map(({ cell }) => cell).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    rows: table.rows,
    columns: table.columns,
    shown: values.map((row, r) => row.map((v, c) => (isHidden.has([r, c].join()) ? null : v))),
    primary: primary.map(({ cell }) => cell),
    complementary: extra.map(({ cell }) => cell),
    valueHidden: extra.reduce((sum, { value }) => sum + value, 0),
    optimal,
    attack: attackTable(table, cells),
    attackKnowingZeroesAreShown: attackTable(table, cells, 1),
    assumptions: [
      'zeroes-are-shown',
      'the-attacker-knows-totals-and-rule',
      'no-other-table-exists',
    ],
    warnings: optimal ? [] : ['complementary-cells-may-not-be-the-fewest'],
  };
}

/** Inner cells first; totals only when a total is small, or inner cells do not suffice. */
function chooseExtra(
  table: CountTable,
  arcs: readonly HiddenArc[],
  primary: readonly HiddenArc[],
  protection: number,
): { extra: readonly HiddenArc[]; optimal: boolean } {
  const isTotal = ({ cell }: HiddenArc) =>
    cell[0] === table.rows.length || cell[1] === table.columns.length;
  const open = arcs.filter((arc) => arc.value > 0 && !primary.includes(arc));
  const inner = open.filter((arc) => !isTotal(arc));
  const choices = primary.some(isTotal) ? [open] : [inner, open];
  for (const candidates of choices) {
    const { extra, optimal } = complementaryCells(table, primary, candidates, protection, 1);
    if (extra) return { extra, optimal };
  }
  // Not reached: with every total hidden too, each cell can rise without limit.
  return { extra: open, optimal: false };
}

function atLeast(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new AnalysisInputError(name, `must be an integer of at least ${least}`);
}
