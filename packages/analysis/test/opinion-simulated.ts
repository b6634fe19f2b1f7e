import { type OpinionMatrix, opinionMatrix } from '../src/opinion/opinion-matrix.ts';
import type { Position } from '../src/opinion/position.ts';
import { type Vote, voteTable } from '../src/opinion/vote-table.ts';

/**
 * Votes of people in camps: each camp agrees or disagrees with each statement, a person follows the
 * camp with probability `loyalty` and votes anything otherwise; loyalty 0 is no structure at all.
 * Participation is skewed: some vote on nearly everything, some on little.
 */
export function simulatedVotes(
  camps: readonly number[],
  statements: number,
  loyalty: number,
  random: () => number,
): { votes: Vote[]; camp: number[] } {
  const anything: readonly Position[] = ['agree', 'agree', 'pass', 'disagree'];
  const camp = camps.flatMap((people, c) => Array.from({ length: people }, () => c));
  const stance = camps.map(() =>
    Array.from({ length: statements }, (): Position => (random() < 0.5 ? 'agree' : 'disagree')),
  );
  const votes = camp.flatMap((c, person) => {
    const activity = 0.3 + 0.7 * random() ** 2;
    return Array.from({ length: statements }, (_, statement): Vote[] => {
      if (random() > activity) return [];
      const loyal = random() < loyalty;
      const free = anything[Math.floor(random() * anything.length)]!;
      return [{ person, statement, position: loyal ? stance[c]![statement]! : free }];
    }).flat();
  });
  return { votes, camp };
}

/** The same as a matrix, with the camp of each of its rows. */
export function simulatedMatrix(...args: Parameters<typeof simulatedVotes>): {
  matrix: OpinionMatrix;
  camp: number[];
} {
  const { votes, camp } = simulatedVotes(...args);
  const matrix = opinionMatrix(voteTable(votes));
  return { matrix, camp: matrix.people.map((id) => camp[Number(id)]!) };
}
