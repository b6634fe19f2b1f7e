import { approval } from './approval.ts';
import {
  type BudgetElection,
  byCostThenName,
  type ExactBudget,
  exactBudget,
} from './budget-election.ts';
import { add, compare, type Rational, zero } from './rational.ts';

export interface BudgetOutcome {
  /** In the order of selection. */
  readonly selected: readonly string[];
  readonly spent: Rational;
  readonly budget: Rational;
  /** Equal support: the lower cost, then the name as text. */
  readonly ties: 'lower-cost-then-name';
  readonly unranked: 'not-approved';
}

/**
 * Plain greedy selection: most voices first, skipping what no longer fits. Options that nobody
 * approves are never selected.
 * @complexity O(approvals + options log options).
 * @checked against ranking/expected/_participatory_budgeting.json (greedy, greedy_by_votes).
 */
export function greedyBudget(election: BudgetElection): BudgetOutcome {
  const exact = exactBudget(election);
  const places = completeGreedily(exact, []);
  return {
    selected: places.map((place) => exact.profile.options[place]!),
    spent: costOf(exact, places),
    budget: exact.budget,
    ties: 'lower-cost-then-name',
    unranked: 'not-approved',
  };
}

/** Goes on from what is selected already. */
export function completeGreedily(exact: ExactBudget, start: readonly number[]): number[] {
  const { profile, costs, budget } = exact;
  const { scores } = approval(profile);
  const cheaper = byCostThenName(exact);
  const order = [...profile.options.keys()]
    .filter((place) => scores[place]!.score.numerator > 0n && !start.includes(place))
    .sort((a, b) => compare(scores[b]!.score, scores[a]!.score) || cheaper(a, b));
  const selected = [...start];
  let spent = costOf(exact, start);
  for (const place of order) {
    const next = add(spent, costs[place]!);
    if (compare(next, budget) > 0) continue;
    selected.push(place);
    spent = next;
  }
  return selected;
}

/** What some options cost together. */
export function costOf({ costs }: ExactBudget, places: readonly number[]): Rational {
  return places.reduce((sum, place) => add(sum, costs[place]!), zero);
}
