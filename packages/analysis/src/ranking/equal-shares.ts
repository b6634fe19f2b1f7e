import { AnalysisInputError } from '../errors.ts';
import { type BudgetElection, type ExactBudget, exactBudget } from './budget-election.ts';
import { buyInEqualShares, type PurchaseRun } from './buy-in-equal-shares.ts';
import { type PurseElection, purseElection, type Utility } from './equal-shares-purse.ts';
import { type BudgetOutcome, completeGreedily, costOf } from './greedy-budget.ts';
import { add, compare, divide, multiply, type Rational, rational, zero } from './rational.ts';

/**
 * What happens with money that is left: nothing; every share grows step by step as long as the
 * outcome fits the budget; then options are added greedily; or greedily at once.
 */
export type Completion = 'none' | 'add-one' | 'add-one-then-greedy' | 'greedy';

export interface EqualSharesOptions {
  /** Default `cost`. */
  readonly utility?: Utility | undefined;
  /** Default `add-one-then-greedy`. */
  readonly completion?: Completion | undefined;
  /** By how much each share grows in a step of `add-one`; default 1 unit of currency. */
  readonly increment?: number | Rational | undefined;
  /** Called after each step of `add-one` with the number of steps so far. */
  readonly onStep?: ((steps: number) => void) | undefined;
}

export interface EqualSharesResult extends Omit<BudgetOutcome, 'ties'> {
  readonly utility: Utility;
  readonly completion: Completion;
  /** Purchases by equal shares, with the price of one utility. */
  readonly purchases: readonly { readonly option: string; readonly rate: Rational }[];
  /** Options that the greedy completion added. */
  readonly addedGreedily: readonly string[];
  /** Money of each voice at the start of the run that counted. */
  readonly share: Rational;
  /** Steps by which shares grew. */
  readonly increments: number;
  /** Money that one voice of each ballot has left, in the order of the profile's ballots. */
  readonly leftover: readonly Rational[];
  /** Equal price per utility: larger total utility, then lower cost, then name as text. */
  readonly ties: 'larger-utility-then-lower-cost-then-name';
}

/**
 * Method of equal shares: every voice gets the same part of the budget, and an option is bought when
 * its supporters can pay for it together; the lowest price per utility first.
 * @param election  Blank ballots have no share. A ballot of weight w has w shares.
 * @returns The selection with every price exact; without a ballot, nothing is selected. `add-one` keeps the last outcome before the first
 *   one that exceeds the budget, and stops when every supported option is selected.
 * @throws {AnalysisInputError} on a missing cost, or a budget or increment that is not above zero.
 * @complexity O(steps x purchases x supporters) exact operations. With a budget of many small
 *   currency units for each voice, choose a larger increment.
 * @source Peters, Pierczynski & Skowron 2021, NeurIPS; completion as in Peters & Skowron's
 *   equalshares.net (add1, then utilitarian greedy).
 * @checked against ranking/expected/_participatory_budgeting.json and the official result of Wieliczka 2023.
 */
export function equalShares(
  election: BudgetElection,
  {
    utility = 'cost',
    completion = 'add-one-then-greedy',
    increment = 1,
    onStep,
  }: EqualSharesOptions = {},
): EqualSharesResult {
  const exact = exactBudget(election);
  const purses = purseElection(exact, utility);
  const voices = rational(exact.profile.total, exact.profile.scale);
  const share = exact.profile.total === 0n ? zero : divide(exact.budget, voices);
  const grows = completion === 'add-one' || completion === 'add-one-then-greedy';
  const step = grows ? stepOf(increment) : zero;
  const final = grows
    ? addOneCompletion(purses, share, step, onStep)
    : { run: buyInEqualShares(purses, share), increments: 0 };
  const bought = placesOf(final.run);
  const places = completion.endsWith('greedy') ? completeGreedily(exact, bought) : bought;
  const name = (place: number) => exact.profile.options[place]!;
  return {
    selected: places.map(name),
    spent: costOf(exact, places),
    budget: exact.budget,
    utility,
    completion,
    purchases: final.run.purchases.map(({ option, rate }) => ({ option: name(option), rate })),
    addedGreedily: places.slice(bought.length).map(name),
    share: add(share, multiply(step, rational(final.increments))),
    increments: final.increments,
    leftover: purses.groupOf.map((group) => final.run.left[group]!),
    ties: 'larger-utility-then-lower-cost-then-name',
    unranked: 'not-approved',
  };
}

function addOneCompletion(
  purses: PurseElection,
  share: Rational,
  step: Rational,
  onStep: ((steps: number) => void) | undefined,
): { run: PurchaseRun; increments: number } {
  const { exact } = purses;
  const everything = purses.supporters.filter((list) => list.length > 0).length;
  let last = { run: buyInEqualShares(purses, share), increments: 0 };
  let present = share;
  while (last.run.purchases.length < everything) {
    present = add(present, step);
    const run = buyInEqualShares(purses, present);
    if (!fits(exact, run)) break;
    last = { run, increments: last.increments + 1 };
    onStep?.(last.increments);
  }
  return last;
}

function fits(exact: ExactBudget, run: PurchaseRun): boolean {
  return compare(costOf(exact, placesOf(run)), exact.budget) <= 0;
}

const placesOf = ({ purchases }: PurchaseRun) => purchases.map(({ option }) => option);

function stepOf(increment: number | Rational): Rational {
  const exact =
    typeof increment === 'number'
      ? Number.isSafeInteger(increment) && rational(increment)
      : increment;
  if (!exact || exact.numerator <= 0n) {
    throw new AnalysisInputError('increment', 'must be a whole number or a fraction above zero');
  }
  return exact;
}
