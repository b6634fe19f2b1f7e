import { AnalysisInputError } from '../errors.ts';
import type { ConstituencyStances, Stance, StanceCounts } from './decision.ts';
import { type Scale, type Standing, stancesOf } from './scale.ts';

/** How often each label of a scale was chosen, zeros included, in the scale's order. */
export function distributionOf(scale: Scale, stances: readonly Stance[]): Record<string, number> {
  const counts = new Map<string, number>(stancesOf[scale].map((label) => [label, 0]));
  for (const { value } of stances) {
    const count = counts.get(value);
    if (count === undefined) {
      throw new AnalysisInputError('stances', `"${value}" is no label of the scale ${scale}`);
    }
    counts.set(value, count + 1);
  }
  return Object.fromEntries(counts);
}

/** Stances of one constituency by what they do to the decision. */
export function countStances(
  { seats, stances }: ConstituencyStances,
  standing: (stance: string) => Standing,
): StanceCounts {
  const counts = { for: 0, neutral: 0, against: 0, resolved: 0 };
  for (const stance of stances) {
    const stands = standing(stance.value);
    if (stands === 'against' && stance.concernResolved) {
      counts.resolved += 1;
      counts.neutral += 1;
    } else {
      counts[stands] += 1;
    }
  }
  return { seats, answered: stances.length, ...counts };
}

/** Counts of all constituencies together. */
export function addCounts(parts: readonly StanceCounts[]): StanceCounts {
  const sum = (key: keyof StanceCounts) => parts.reduce((total, part) => total + part[key], 0);
  return {
    seats: sum('seats'),
    answered: sum('answered'),
    for: sum('for'),
    neutral: sum('neutral'),
    against: sum('against'),
    resolved: sum('resolved'),
  };
}
