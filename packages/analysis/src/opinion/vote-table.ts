import { AnalysisInputError } from '../errors.ts';
import { compareIds } from './compare-ids.ts';
import { type Position, positionCode } from './position.ts';

/** One vote as a person gave it. */
export interface Vote {
  readonly person: string | number;
  readonly statement: string | number;
  readonly position: Position;
  /** Any unit; a later vote replaces an earlier one of the same person and statement. */
  readonly time?: number;
}

/** Votes in columns, oldest first; a later vote replaces an earlier one. */
export interface VoteTable {
  /** Ids in ascending order (`compareIds`). */
  readonly people: readonly string[];
  readonly statements: readonly string[];
  /** For each vote, the index of its person in `people`. */
  readonly person: Int32Array;
  /** For each vote, the index of its statement in `statements`. */
  readonly statement: Int32Array;
  /** For each vote +1 agree, 0 pass, -1 disagree. */
  readonly position: Int8Array;
}

/**
 * Puts votes into columns, ordered by time.
 * @param votes  Any order, any number; ids are compared as text. Without a time the given order
 *   counts; equal times keep it too. Not mutated.
 * @returns Columns that `opinionMatrix` reads. Deterministic.
 * @throws {AnalysisInputError} on an unknown position, an empty id, a time that is not finite, or
 *   when some votes carry a time and others do not.
 * @complexity O(v log v).
 */
export function voteTable(votes: Iterable<Vote>): VoteTable {
  const ordered = inTimeOrder([...votes]);
  const position = Int8Array.from(ordered, (vote) => {
    if (!Object.hasOwn(positionCode, vote.position)) {
      throw new AnalysisInputError('votes', `"${vote.position}" is not agree, pass or disagree`);
    }
    return positionCode[vote.position];
  });
  const people = indexIds(ordered.map((vote) => String(vote.person)));
  const statements = indexIds(ordered.map((vote) => String(vote.statement)));
  return {
    people: people.ids,
    statements: statements.ids,
    person: people.index,
    statement: statements.index,
    position,
  };
}

function inTimeOrder(votes: Vote[]): Vote[] {
  const timed = votes.filter((vote) => vote.time !== undefined);
  if (timed.length === 0) return votes;
  if (timed.length < votes.length) {
    throw new AnalysisInputError('votes', 'some carry a time and others do not');
  }
  if (timed.some((vote) => !Number.isFinite(vote.time))) {
    throw new AnalysisInputError('votes', 'a time is not a finite number');
  }
  return votes.sort((a, b) => a.time! - b.time!);
}

/** Distinct ids in canonical order, and where each given id stands among them. */
export function indexIds(given: readonly string[]): { ids: string[]; index: Int32Array } {
  if (given.includes('')) throw new AnalysisInputError('votes', 'an id is empty');
  const ids = [...new Set(given)].sort(compareIds);
  const place = new Map(ids.map((id, at) => [id, at]));
  return { ids, index: Int32Array.from(given, (id) => place.get(id)!) };
}
