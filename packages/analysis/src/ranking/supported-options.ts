import type { RankedProfile } from './ranked-profile.ts';
import type { Tiers } from './tiers.ts';

/** A ranking without options that nobody supports: being equally unwanted is no priority. */
export function keepSupported(ranking: Tiers, supported: ReadonlySet<string>): Tiers {
  return ranking
    .map((tier) => tier.filter((option) => supported.has(option)))
    .filter((tier) => tier.length > 0);
}

/** Options that some ballot ranks. */
export function rankedOptions({ options, ballots }: RankedProfile): Set<string> {
  return new Set(ballots.flatMap(({ tiers }) => tiers.flat().map((place) => options[place]!)));
}
