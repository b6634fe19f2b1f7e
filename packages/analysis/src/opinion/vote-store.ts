import type { OpinionMatrix } from './opinion-matrix.ts';

/** The votes of one person: statement indices, ascending, and positions. */
export interface VoteRow {
  readonly column: Int32Array;
  readonly position: Int8Array;
}

/** Votes that can grow by one, readable by person and by statement. */
export class VoteStore {
  readonly people: string[];
  column: Int32Array;
  position: Int8Array;
  from = 0;
  to = 0;
  private readonly matrix: OpinionMatrix;
  private readonly rowOf: Map<string, number>;
  private readonly changed = new Map<number, VoteRow>();
  private readonly voters: { rows: Int32Array; count: number }[];

  constructor(matrix: OpinionMatrix) {
    this.matrix = matrix;
    this.column = matrix.column;
    this.position = matrix.position;
    this.people = [...matrix.people];
    this.rowOf = new Map(matrix.people.map((id, row) => [id, row]));
    const counts = new Int32Array(matrix.statements.length);
    for (const j of matrix.column) counts[j]! += 1;
    this.voters = Array.from(counts, (count) => ({ rows: new Int32Array(count + 8), count: 0 }));
    for (let row = 0; row < matrix.people.length; row++) {
      for (let v = matrix.rowStart[row]!; v < matrix.rowStart[row + 1]!; v++) {
        this.addVoter(matrix.column[v]!, row);
      }
    }
  }

  /** Makes `column` and `position` from `from` up to `to` the votes of one person, without a copy. */
  open(row: number): void {
    const changed = this.changed.get(row);
    this.column = changed ? changed.column : this.matrix.column;
    this.position = changed ? changed.position : this.matrix.position;
    this.from = changed ? 0 : this.matrix.rowStart[row]!;
    this.to = changed ? changed.column.length : this.matrix.rowStart[row + 1]!;
  }

  row(row: number): VoteRow {
    const changed = this.changed.get(row);
    if (changed) return changed;
    const [from, to] = [this.matrix.rowStart[row] ?? 0, this.matrix.rowStart[row + 1] ?? 0];
    return {
      column: this.matrix.column.subarray(from, to),
      position: this.matrix.position.subarray(from, to),
    };
  }

  /** Rows of those who voted on a statement. */
  votersOf(statement: number): Int32Array {
    const { rows, count } = this.voters[statement]!;
    return rows.subarray(0, count);
  }

  rowOfPerson(id: string): number | undefined {
    return this.rowOf.get(id);
  }

  addPerson(id: string): number {
    const row = this.people.push(id) - 1;
    this.rowOf.set(id, row);
    this.changed.set(row, { column: new Int32Array(0), position: new Int8Array(0) });
    return row;
  }

  /** Stores a vote and returns the one it replaces, undefined when there was none. */
  put(row: number, statement: number, position: number): number | undefined {
    const old = this.row(row);
    const at = placeOf(old.column, statement);
    if (old.column[at] === statement) {
      const before = old.position[at]!;
      const next = old.position.slice();
      next[at] = position;
      this.changed.set(row, { column: old.column, position: next });
      return before;
    }
    const column = new Int32Array(old.column.length + 1);
    const next = new Int8Array(column.length);
    column.set(old.column.subarray(0, at));
    next.set(old.position.subarray(0, at));
    column[at] = statement;
    next[at] = position;
    column.set(old.column.subarray(at), at + 1);
    next.set(old.position.subarray(at), at + 1);
    this.changed.set(row, { column, position: next });
    this.addVoter(statement, row);
    return undefined;
  }

  private addVoter(statement: number, row: number): void {
    const voters = this.voters[statement]!;
    if (voters.count === voters.rows.length) {
      const wider = new Int32Array(2 * voters.count);
      wider.set(voters.rows);
      voters.rows = wider;
    }
    voters.rows[voters.count++] = row;
  }
}

/** Where a statement stands, or would stand, in an ascending list. */
function placeOf(column: Int32Array, statement: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! < statement) low = middle + 1;
    else high = middle;
  }
  return low;
}
