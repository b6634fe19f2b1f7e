import { AnalysisInputError } from '../errors.ts';
import type { RatedProfile } from './rated-profile.ts';
import { compare, type Rational } from './rational.ts';

/** A rule that fills seats one after another: what each option is worth next, given who is in. */
export interface TurnRule<State> {
  readonly start: State;
  /** The price or gain of each option; undefined when it is in already, null when nobody supports it. */
  readonly values: (state: State) => readonly (Rational | null | undefined)[];
  readonly choose: (state: State, option: number) => State;
  /** 1 when the highest value wins, -1 when the lowest does. */
  readonly sign: 1 | -1;
}

export interface CommitteeStep {
  readonly option: string;
  /** Gain or price; null for an option without support that only fills a seat. */
  readonly value: Rational | null;
  /** Other options with the same value in this step. */
  readonly tiedWith: readonly string[];
}

export interface Committee {
  readonly seats: number;
  /**
   * In the order of election. Seats that no supported option is left for go to the others, which
   * are all tied; fewer than seats only when the options run out, none
   * without a ballot.
   */
  readonly elected: readonly string[];
  readonly steps: readonly CommitteeStep[];
  readonly ties: 'order-of-options';
  readonly unranked: 'not-approved';
}

/** Fills the seats; among equals the first in the order of options. */
export function electInTurn<State>(
  { options, total }: RatedProfile,
  seats: number,
  rule: TurnRule<State>,
): Committee {
  checkSeats(seats);
  const steps: CommitteeStep[] = [];
  let state = rule.start;
  while (total > 0n && steps.length < seats) {
    const { value, tied } = best(rule.values(state), rule.sign);
    if (tied.length === 0) break;
    const [option, ...others] = tied;
    const tiedWith = others.map((other) => options[other]!);
    steps.push({ option: options[option!]!, value, tiedWith });
    state = rule.choose(state, option!);
  }
  const elected = steps.map(({ option }) => option);
  return { seats, elected, steps, ties: 'order-of-options', unranked: 'not-approved' };
}

/**
 * Every committee that some way of breaking ties elects, each in the order of options, sorted.
 * @param limit  Stops after so many partial committees; `complete` says whether it had to.
 */
export function everyTiedCommittee<State>(
  { options }: RatedProfile,
  seats: number,
  rule: TurnRule<State>,
  limit = 100_000,
): { readonly committees: readonly (readonly string[])[]; readonly complete: boolean } {
  checkSeats(seats);
  const found = new Map<string, readonly number[]>();
  const seen = new Set<string>();
  const open: { chosen: readonly number[]; state: State }[] = [{ chosen: [], state: rule.start }];
  for (let next = open.pop(); next && seen.size < limit; next = open.pop()) {
    const { chosen, state } = next;
    const { tied } = best(rule.values(state), rule.sign);
    const members = [...chosen].sort((a, b) => a - b);
    if (chosen.length === seats || tied.length === 0) {
      found.set(members.join(' '), members);
      continue;
    }
    for (const option of tied) {
      const path = [...chosen, option];
      // The order of election can matter to what comes next, so paths are told apart, not sets.
      if (seen.has(path.join(' '))) continue;
      seen.add(path.join(' '));
      open.push({ chosen: path, state: rule.choose(state, option) });
    }
  }
  const committees = [...found.values()].sort(byMembers);
  return {
    committees: committees.map((members) => members.map((member) => options[member]!)),
    complete: open.length === 0,
  };
}

function best(values: readonly (Rational | null | undefined)[], sign: 1 | -1) {
  let value: Rational | null = null;
  let tied: number[] = [];
  values.forEach((candidate, option) => {
    if (!candidate) return;
    const order = value === null ? 1 : sign * compare(candidate, value);
    if (order > 0) [value, tied] = [candidate, [option]];
    else if (order === 0) tied.push(option);
  });
  if (value === null) tied = [...values.keys()].filter((option) => values[option] === null);
  return { value: value as Rational | null, tied };
}

function byMembers(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((member, index) => member !== b[index]);
  return place < 0 ? 0 : a[place]! - (b[place] ?? -1);
}

function checkSeats(seats: number): void {
  if (!Number.isSafeInteger(seats) || seats < 1) {
    throw new AnalysisInputError('seats', 'must be a whole number of at least 1');
  }
}
