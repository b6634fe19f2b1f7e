import { approvalGroups, supportersOf } from './approval-sets.ts';
import { type Committee, electInTurn, type TurnRule } from './elect-in-turn.ts';
import type { RatedProfile } from './rated-profile.ts';
import { add, divide, multiply, type Rational, rational, zero } from './rational.ts';

interface State {
  readonly chosen: readonly number[];
  /** Load that each voice of a group carries. */
  readonly loads: readonly Rational[];
}

/** The steps of Phragmen's sequential rule; see `phragmen`. */
export function phragmenRule(profile: RatedProfile): TurnRule<State> {
  const groups = approvalGroups(profile);
  const voices = groups.map(({ units }) => rational(units, profile.scale));
  const supporters = supportersOf(groups, profile.options.length);
  const support = supporters.map((list) => list.reduce((sum, g) => add(sum, voices[g]!), zero));
  const loadAfter = ({ loads }: State, option: number): Rational => {
    const carried = supporters[option]!.reduce(
      (sum, group) => add(sum, multiply(voices[group]!, loads[group]!)),
      rational(1),
    );
    return divide(carried, support[option]!);
  };
  return {
    start: { chosen: [], loads: groups.map(() => zero) },
    sign: -1,
    values: (state) =>
      profile.options.map((_, option) => {
        if (state.chosen.includes(option)) return undefined;
        return support[option]!.numerator === 0n ? null : loadAfter(state, option);
      }),
    choose: (state, option) => {
      const chosen = [...state.chosen, option];
      if (supporters[option]!.length === 0) return { chosen, loads: state.loads };
      const load = loadAfter(state, option);
      const loads = [...state.loads];
      for (const group of supporters[option]!) loads[group] = load;
      return { chosen, loads };
    },
  };
}

/**
 * Phragmen's sequential rule: each option costs a load of 1 that its supporters share so that their
 * highest load stays as low as possible; the option that needs the lowest one is next.
 * @param profile  Points above zero approve. Options without support only fill seats that are left.
 * @returns The committee with the exact load of each step.
 * @complexity O(seats x approvals) exact operations.
 * @source Phragmen 1895; Brill et al. 2024, Mathematical Programming 203:47.
 * @checked against approval-committees/abcvoting_instances.json (seqphragmen, all tied committees).
 */
export function phragmen(profile: RatedProfile, seats: number): Committee {
  return electInTurn(profile, seats, phragmenRule(profile));
}
