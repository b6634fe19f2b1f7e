/** One row of a file of people or ties: what its columns say, and where it stands. */
export interface SourceRow {
  readonly value: (column: string) => string | undefined;
  /** Throws an `InputFileError` at a column of this row (at its beginning without one). */
  readonly fail: (message: string, column?: string) => never;
}

export interface NodeRow extends SourceRow {
  readonly id: string;
}

export interface TieRow extends SourceRow {
  readonly from: string;
  readonly to: string;
}

/** A network as its files hold it, before anything is decided about it. */
export interface NetworkSource {
  readonly nodes: readonly NodeRow[];
  readonly ties: readonly TieRow[];
  readonly nodeColumns: readonly string[];
  readonly tieColumns: readonly string[];
  /** What the file says about direction; undefined when it says nothing. */
  readonly directed: boolean | undefined;
  readonly warnings: readonly string[];
}
