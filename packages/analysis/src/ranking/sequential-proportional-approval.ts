import { approvalGroups, supportersOf } from './approval-sets.ts';
import { type Committee, electInTurn, type TurnRule } from './elect-in-turn.ts';
import type { RatedProfile } from './rated-profile.ts';
import { leastCommonMultiple, type Rational, rational } from './rational.ts';

interface State {
  readonly chosen: readonly number[];
  /** How many of its options each group has won. */
  readonly won: readonly number[];
}

/** The steps of sequential proportional approval voting; see `sequentialProportionalApproval`. */
export function sequentialProportionalApprovalRule(profile: RatedProfile): TurnRule<State> {
  const groups = approvalGroups(profile);
  const supporters = supportersOf(groups, profile.options.length);
  const gain = (won: readonly number[], option: number): Rational => {
    const shares = supporters[option]!.map((group) => won[group]! + 1);
    const common = shares.reduce(
      (multiple, share) => leastCommonMultiple(multiple, BigInt(share)),
      1n,
    );
    const sum = supporters[option]!.reduce(
      (total, group, index) => total + groups[group]!.units * (common / BigInt(shares[index]!)),
      0n,
    );
    return rational(sum, common * profile.scale);
  };
  return {
    start: { chosen: [], won: groups.map(() => 0) },
    sign: 1,
    values: ({ chosen, won }) =>
      profile.options.map((_, option) => (chosen.includes(option) ? undefined : gain(won, option))),
    choose: ({ chosen, won }, option) => ({
      chosen: [...chosen, option],
      won: won.map((count, group) => count + Number(groups[group]!.approves.includes(option))),
    }),
  };
}

/**
 * Sequential proportional approval voting: each seat goes to the option that adds most, where a
 * voice that has won k options adds 1/(k+1).
 * @param profile  Points above zero approve.
 * @returns The committee with the exact gain of each step; every option is eligible, also without
 *   support.
 * @complexity O(seats x approvals) exact additions.
 * @source Thiele 1895; Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences.
 * @checked against approval-committees/abcvoting_instances.json (seqpav, all tied committees).
 */
export function sequentialProportionalApproval(profile: RatedProfile, seats: number): Committee {
  return electInTurn(profile, seats, sequentialProportionalApprovalRule(profile));
}
