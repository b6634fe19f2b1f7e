import { numberAt, readTable } from '../src/command/table.ts';
import { readReference } from './reference.ts';

/** Columns of a reference CSV; missing numbers are NaN. */
export class Columns {
  private readonly table;

  constructor(path: string) {
    this.table = readTable(readReference(path), path);
  }

  numbers(name: string): number[] {
    const cell = this.table.columns.indexOf(name);
    return this.table.rows.map((_, row) => numberAt(this.table, row, cell) ?? Number.NaN);
  }

  text(name: string): string[] {
    const cell = this.table.columns.indexOf(name);
    return this.table.rows.map((row) => row[cell]!);
  }
}
