import { AnalysisInputError } from '../errors.ts';
import type { RatedProfile } from './rated-profile.ts';
import { compare, parseRational, type Rational, zero } from './rational.ts';

/** A budget, what each option costs, and what people want. Money of any one currency. */
export interface BudgetElection {
  readonly profile: RatedProfile;
  /** Above zero. A number is taken as the decimal that it prints as. */
  readonly budget: number | Rational;
  /** The cost of every option, zero or more. */
  readonly costs: Readonly<Record<string, number | Rational>>;
}

/** The same with exact numbers, costs by place. */
export interface ExactBudget {
  readonly profile: RatedProfile;
  readonly budget: Rational;
  readonly costs: readonly Rational[];
}

/** Checks a budget election and makes its money exact. */
export function exactBudget({ profile, budget, costs }: BudgetElection): ExactBudget {
  const exact = exactMoney('budget', budget);
  if (compare(exact, zero) <= 0) throw new AnalysisInputError('budget', 'must be above zero');
  return {
    profile,
    budget: exact,
    costs: profile.options.map((option) => {
      if (!Object.hasOwn(costs, option)) {
        throw new AnalysisInputError('costs', `"${option}" has none`);
      }
      return exactMoney('costs', costs[option]!);
    }),
  };
}

/** Options by lower cost, then by name as text (code units): how equal support is told apart. */
export function byCostThenName({ profile, costs }: ExactBudget) {
  return (a: number, b: number): number => {
    const [nameA, nameB] = [profile.options[a]!, profile.options[b]!];
    return compare(costs[a]!, costs[b]!) || (nameA < nameB ? -1 : nameA > nameB ? 1 : 0);
  };
}

function exactMoney(argument: string, amount: number | Rational): Rational {
  const exact = typeof amount === 'number' ? parseRational(String(amount)) : amount;
  if (exact === undefined || exact.numerator < 0n) {
    throw new AnalysisInputError(argument, 'must be an amount of zero or more');
  }
  return exact;
}
