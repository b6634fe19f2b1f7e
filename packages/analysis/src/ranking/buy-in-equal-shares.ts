import { byCostThenName } from './budget-election.ts';
import type { PurseElection } from './equal-shares-purse.ts';
import { greatestCommonDivisor, type Rational, rational } from './rational.ts';

export interface Purchase {
  readonly option: number;
  /** Price of one utility to each supporter whose money lasts. */
  readonly rate: Rational;
}

export interface PurchaseRun {
  readonly purchases: readonly Purchase[];
  /** Money left to each voice of a group. */
  readonly left: readonly Rational[];
}

/** Price per utility as a fraction over the run's common denominator. */
interface Rate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * One run of the method of equal shares: as long as the supporters of some option can pay for it
 * together, buys the option with the lowest price per utility.
 *
 * Exact and fast: all money is held in whole numbers over one common denominator; and since prices
 * per utility never fall, an option whose last known price is above the best one need not be
 * computed again.
 * @param share  Money of each voice at the start.
 */
export function buyInEqualShares(election: PurseElection, share: Rational): PurchaseRun {
  const run = new EqualSharesRun(election, share);
  const purchases: Purchase[] = [];
  for (let next = run.buyCheapest(); next; next = run.buyCheapest()) purchases.push(next);
  return { purchases, left: run.leftover() };
}

class EqualSharesRun {
  private readonly election: PurseElection;
  private readonly money: bigint[];
  private denominator: bigint;
  /** Options not bought, with a price per utility that is at most the present one. */
  private readonly open = new Map<number, Rate>();
  private readonly cheaper: (a: number, b: number) => number;

  constructor(election: PurseElection, share: Rational) {
    this.election = election;
    this.cheaper = byCostThenName(election.exact);
    const start = rational(share.numerator * election.moneyScale, share.denominator);
    this.denominator = start.denominator;
    this.money = election.groups.map(() => start.numerator);
    election.supporters.forEach((supporters, option) => {
      if (supporters.length > 0) this.open.set(option, { numerator: -1n, denominator: 1n });
    });
  }

  buyCheapest(): Purchase | undefined {
    let best: { option: number; rate: Rate } | undefined;
    const byBound = [...this.open].sort(([, a], [, b]) => compareRates(a, b));
    for (const [option, bound] of byBound) {
      if (best && compareRates(bound, best.rate) > 0) break;
      const rate = this.rateOf(option);
      if (!rate) {
        this.open.delete(option);
        continue;
      }
      this.open.set(option, rate);
      if (!best || this.precedes(option, rate, best)) best = { option, rate };
    }
    return best && this.buy(best.option, best.rate);
  }

  leftover(): Rational[] {
    const denominator = this.denominator * this.election.moneyScale;
    return this.money.map((amount) => rational(amount, denominator));
  }

  /** The lowest price per utility at which the supporters can pay; undefined when they cannot. */
  private rateOf(option: number): Rate | undefined {
    const { groups, costs } = this.election;
    let payers = this.election.supporters[option]!;
    let numerator = costs[option]! * this.denominator;
    let denominator = this.election.totalUtility[option]!;
    for (;;) {
      const needed = new Map<bigint, bigint>();
      const solvent: (typeof payers)[number][] = [];
      for (const payer of payers) {
        let price = needed.get(payer.utility);
        if (price === undefined) {
          price = (numerator * payer.utility + denominator - 1n) / denominator;
          needed.set(payer.utility, price);
        }
        if (this.money[payer.group]! >= price) solvent.push(payer);
      }
      if (solvent.length === payers.length) return { numerator, denominator };
      for (const payer of payers) {
        const price = needed.get(payer.utility)!;
        if (this.money[payer.group]! >= price) continue;
        const { units } = groups[payer.group]!;
        numerator -= units * this.money[payer.group]!;
        denominator -= units * payer.utility;
      }
      if (solvent.length === 0) return undefined;
      payers = solvent;
    }
  }

  private precedes(option: number, rate: Rate, best: { option: number; rate: Rate }): boolean {
    const order = compareRates(rate, best.rate);
    if (order !== 0) return order < 0;
    const { totalUtility } = this.election;
    const [mine, other] = [totalUtility[option]!, totalUtility[best.option]!];
    if (mine !== other) return mine > other;
    return this.cheaper(option, best.option) < 0;
  }

  private buy(option: number, rate: Rate): Purchase {
    const { moneyScale, utilityScale } = this.election;
    this.open.delete(option);
    const divisor = greatestCommonDivisor(rate.numerator, rate.denominator);
    const [price, factor] = [rate.numerator / divisor, rate.denominator / divisor];
    const exact = rational(price * utilityScale, factor * this.denominator * moneyScale);
    this.rescale(factor);
    for (const { group, utility } of this.election.supporters[option]!) {
      const owed = price * utility;
      const money = this.money[group]!;
      this.money[group] = money > owed ? money - owed : 0n;
    }
    return { option, rate: exact };
  }

  /** Makes the common denominator `factor` times finer. */
  private rescale(factor: bigint): void {
    if (factor === 1n) return;
    this.denominator *= factor;
    for (let group = 0; group < this.money.length; group++) {
      if (this.money[group] !== 0n) this.money[group]! *= factor;
    }
    for (const [option, { numerator, denominator }] of this.open) {
      this.open.set(option, { numerator: numerator * factor, denominator });
    }
  }
}

function compareRates(a: Rate, b: Rate): number {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}
