import { compare, type Rational } from './rational.ts';

/** Options from best to worst; those in one inner list share a place. */
export type Tiers = readonly (readonly string[])[];

/** An option with its exact score. */
export interface OptionScore {
  readonly option: string;
  readonly score: Rational;
}

/** What every rule that ranks by a score returns. */
export interface ScoreRanking {
  /** In the order of the options. */
  readonly scores: readonly OptionScore[];
  /** Highest score first. */
  readonly ranking: Tiers;
  /** Equal scores share a place; nothing breaks them. */
  readonly ties: 'shared-place';
}

/** Ranks by score, highest first; equal scores share a place. */
export function rankByScore(options: readonly string[], values: readonly Rational[]): ScoreRanking {
  const scores = options.map((option, place) => ({ option, score: values[place]! }));
  const sorted = [...scores].sort((a, b) => compare(b.score, a.score));
  const ranking: string[][] = [];
  sorted.forEach(({ option, score }, index) => {
    const previous = sorted[index - 1];
    if (previous && compare(previous.score, score) === 0) ranking.at(-1)!.push(option);
    else ranking.push([option]);
  });
  return { scores, ranking, ties: 'shared-place' };
}
