import { AnalysisInputError } from '../errors.ts';
import type { VoteTable } from './vote-table.ts';

/** Votes of people and statements whose ids are whole numbers, oldest first. */
export interface VoteColumns {
  readonly person: ArrayLike<number>;
  readonly statement: ArrayLike<number>;
  /** +1 agree, 0 pass, -1 disagree. */
  readonly position: ArrayLike<number>;
}

/**
 * The lean way from a million votes in arrays to a `VoteTable`.
 * @param columns  Three arrays of one length; ids are safe integers; oldest vote first. Not mutated.
 * @throws {AnalysisInputError} on unequal lengths, an id that is no integer, or another position.
 * @complexity O(v) for dense non-negative ids, O(v log v) otherwise.
 */
export function voteTableOfColumns(columns: VoteColumns): VoteTable {
  const votes = columns.position.length;
  if (columns.person.length !== votes || columns.statement.length !== votes) {
    throw new AnalysisInputError('columns', 'the three arrays differ in length');
  }
  const position = new Int8Array(votes);
  for (let v = 0; v < votes; v++) {
    const code = columns.position[v]!;
    if (code !== 1 && code !== 0 && code !== -1) {
      throw new AnalysisInputError('columns.position', `vote ${v} is ${code}, not 1, 0 or -1`);
    }
    position[v] = code;
  }
  const person = indexNumbers(columns.person, 'columns.person');
  const statement = indexNumbers(columns.statement, 'columns.statement');
  return {
    people: person.ids,
    statements: statement.ids,
    person: person.index,
    statement: statement.index,
    position,
  };
}

function indexNumbers(given: ArrayLike<number>, argument: string) {
  let largest = -1;
  let dense = true;
  for (let v = 0; v < given.length; v++) {
    const id = given[v]!;
    if (!Number.isSafeInteger(id)) throw new AnalysisInputError(argument, `${id} is no integer`);
    if (id < 0) dense = false;
    if (id > largest) largest = id;
  }
  return dense && largest < 4 * given.length + 1000 ? indexDense(given, largest) : indexAny(given);
}

function indexDense(given: ArrayLike<number>, largest: number) {
  const place = new Int32Array(largest + 1);
  for (let v = 0; v < given.length; v++) place[given[v]!] = 1;
  const ids: string[] = [];
  for (let id = 0; id <= largest; id++) {
    if (place[id] === 1) place[id] = ids.push(String(id)) - 1;
  }
  const index = new Int32Array(given.length);
  for (let v = 0; v < given.length; v++) index[v] = place[given[v]!]!;
  return { ids, index };
}

function indexAny(given: ArrayLike<number>) {
  const distinct = [...new Set(Array.from(given))].sort((a, b) => a - b);
  const place = new Map(distinct.map((id, at) => [id, at]));
  const index = Int32Array.from(given, (id) => place.get(id)!);
  return { ids: distinct.map(String), index };
}
