import type { ExactBudget } from './budget-election.ts';
import { leastCommonMultiple, type Rational, rational } from './rational.ts';

/** What an option is worth to a voter who wants it: its cost, one, or the points given. */
export type Utility = 'cost' | 'cardinality' | 'points';

/** Voters who want the same, together: they always hold the same money. */
export interface PurseGroup {
  readonly units: bigint;
}

/** The voters of an option that are worth something to: a group and its utility. */
export interface Supporter {
  readonly group: number;
  readonly utility: bigint;
}

/** Everything that stays the same from one run of equal shares to the next, in whole numbers. */
export interface PurseElection {
  readonly exact: ExactBudget;
  readonly groups: readonly PurseGroup[];
  /** The group of each ballot of the profile. */
  readonly groupOf: readonly number[];
  /** By place of the option; only utilities above zero. */
  readonly supporters: readonly (readonly Supporter[])[];
  /** Voices times utility, for ties. */
  readonly totalUtility: readonly bigint[];
  /** Costs in money units x weight units. */
  readonly costs: readonly bigint[];
  /** Money units in one unit of currency. */
  readonly moneyScale: bigint;
  /** Utility units in one of utility. */
  readonly utilityScale: bigint;
}

/** Turns a budget election into whole numbers and merges voters who want the same. */
export function purseElection(exact: ExactBudget, utility: Utility): PurseElection {
  const { profile, budget, costs } = exact;
  const moneyScale = commonDenominator([budget, ...costs]);
  const { groups, groupOf, points } = mergeVoters(exact);
  const worth = (option: number, given: Rational): Rational => {
    if (utility === 'points') return given;
    return utility === 'cost' ? costs[option]! : rational(1);
  };
  const wanted = points.map((ratings) =>
    [...ratings]
      .filter(([, given]) => given.numerator > 0n)
      .map(([option, given]) => [option, worth(option, given)] as const),
  );
  const utilityScale = commonDenominator(wanted.flat().map(([, value]) => value));
  const supporters: Supporter[][] = profile.options.map(() => []);
  wanted.forEach((ratings, group) => {
    for (const [option, value] of ratings) {
      const whole = inUnits(value, utilityScale);
      if (whole > 0n) supporters[option]!.push({ group, utility: whole });
    }
  });
  return {
    exact,
    groups,
    groupOf,
    supporters,
    totalUtility: supporters.map((list) =>
      list.reduce((sum, { group, utility }) => sum + groups[group]!.units * utility, 0n),
    ),
    costs: costs.map((cost) => inUnits(cost, moneyScale) * profile.scale),
    moneyScale,
    utilityScale,
  };
}

function mergeVoters({ profile }: ExactBudget) {
  const groups: { units: bigint }[] = [];
  const points: ReadonlyMap<number, Rational>[] = [];
  const known = new Map<string, number>();
  const groupOf = profile.ballots.map((ballot) => {
    const key = [...ballot.points]
      .sort(([a], [b]) => a - b)
      .map(([option, { numerator, denominator }]) => `${option}:${numerator}/${denominator}`)
      .join(' ');
    const group = known.get(key) ?? groups.length;
    if (group === groups.length) {
      known.set(key, group);
      groups.push({ units: 0n });
      points.push(ballot.points);
    }
    groups[group]!.units += ballot.units;
    return group;
  });
  return { groups, groupOf, points };
}

function commonDenominator(values: readonly Rational[]): bigint {
  return [...new Set(values.map(({ denominator }) => denominator))].reduce(leastCommonMultiple, 1n);
}

function inUnits({ numerator, denominator }: Rational, scale: bigint): bigint {
  return numerator * (scale / denominator);
}
