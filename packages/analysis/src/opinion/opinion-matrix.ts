import { AnalysisInputError } from '../errors.ts';
import type { VoteTable } from './vote-table.ts';

/** The last vote of each person on each statement, row by row; what was not voted on is not stored. */
export interface OpinionMatrix {
  readonly people: readonly string[];
  readonly statements: readonly string[];
  /** Row `i` is stored at `rowStart[i]` up to `rowStart[i + 1]`. */
  readonly rowStart: Int32Array;
  /** Statement index of each stored vote, ascending within a row. */
  readonly column: Int32Array;
  /** +1 agree, 0 pass, -1 disagree. */
  readonly position: Int8Array;
  /** 1 for a statement that takes no part in the landscape (moderated out, or about the process). */
  readonly excluded: Uint8Array;
  /** Votes given, those that were later revised included. */
  readonly voteEvents: number;
}

/**
 * Keeps the last vote of every person and statement.
 * @param table  Votes in columns, oldest first. Not mutated.
 * @param excluded  Ids of statements to leave out of the landscape; ids without a vote are ignored.
 *   Their votes stay in the matrix because they count as taking part.
 * @returns Rows in the order of `table.people`, columns in the order of `table.statements`.
 * @throws {AnalysisInputError} when the columns of the table differ in length.
 * @complexity O(v log v) in the worst case, O(v) memory.
 */
export function opinionMatrix(table: VoteTable, excluded: Iterable<string> = []): OpinionMatrix {
  const { people, statements } = table;
  const votes = table.position.length;
  if (table.person.length !== votes || table.statement.length !== votes) {
    throw new AnalysisInputError('table', 'the columns differ in length');
  }
  const byPerson = groupByPerson(table);
  const rowStart = new Int32Array(people.length + 1);
  const last = new Int8Array(statements.length);
  const seenIn = new Int32Array(statements.length).fill(-1);
  let kept = 0;
  for (let i = 0; i < people.length; i++) {
    const [from, to] = [byPerson.start[i]!, byPerson.start[i + 1]!];
    const first = kept;
    for (let v = from; v < to; v++) {
      const j = byPerson.column[v]!;
      last[j] = byPerson.position[v]!;
      if (seenIn[j] === i) continue;
      seenIn[j] = i;
      byPerson.column[kept++] = j;
    }
    byPerson.column.subarray(first, kept).sort();
    for (let v = first; v < kept; v++) byPerson.position[v] = last[byPerson.column[v]!]!;
    rowStart[i + 1] = kept;
  }
  return {
    people,
    statements,
    rowStart,
    column: byPerson.column.slice(0, kept),
    position: byPerson.position.slice(0, kept),
    excluded: flags(statements, excluded),
    voteEvents: votes,
  };
}

/** Counting sort by person that keeps the order of time. */
function groupByPerson(table: VoteTable) {
  const start = new Int32Array(table.people.length + 1);
  for (const i of table.person) start[i + 1]! += 1;
  for (let i = 0; i < table.people.length; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const column = new Int32Array(table.position.length);
  const position = new Int8Array(table.position.length);
  for (let v = 0; v < column.length; v++) {
    const at = next[table.person[v]!]!++;
    column[at] = table.statement[v]!;
    position[at] = table.position[v]!;
  }
  return { start, column, position };
}

function flags(statements: readonly string[], excluded: Iterable<string>): Uint8Array {
  const wanted = new Set(excluded);
  return Uint8Array.from(statements, (id) => (wanted.has(id) ? 1 : 0));
}
