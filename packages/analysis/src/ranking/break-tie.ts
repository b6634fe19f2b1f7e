import { AnalysisInputError } from '../errors.ts';

/** How the last ties fall: by the order of options, or by lot from a random source. */
export type LastResort = 'order-of-options' | 'lot';

export interface TieBreak {
  readonly chosen: number;
  /** Earlier rounds did not separate these; the last resort chose among them. Null: they did. */
  readonly undecided: readonly number[] | null;
}

/**
 * Chooses among options that are tied now: by the most recent earlier round in which they differed,
 * then by the last resort.
 * @param rounds  Values of each option in each round, the earliest first.
 * @param sign  1 when the highest value is sought, -1 when the lowest.
 * @param random  Uniform [0, 1); without it the first in the order of options is chosen.
 */
export function breakTie<T>(
  tied: readonly number[],
  rounds: readonly (readonly T[])[],
  order: (a: T, b: T) => number,
  sign: 1 | -1,
  random?: () => number,
): TieBreak {
  let left = tied;
  for (let round = rounds.length - 1; round >= 0 && left.length > 1; round--) {
    const values = rounds[round]!;
    const beats = (a: number, b: number) => sign * order(values[a]!, values[b]!) > 0;
    left = left.filter((a) => !left.some((b) => beats(b, a)));
  }
  if (left.length === 0) throw new AnalysisInputError('tied', 'must hold an option');
  if (left.length === 1) return { chosen: left[0]!, undecided: null };
  const drawn = random ? Math.floor(random() * left.length) : 0;
  return { chosen: [...left].sort((a, b) => a - b)[drawn]!, undecided: left };
}
