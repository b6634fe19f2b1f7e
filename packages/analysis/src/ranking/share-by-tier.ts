import { leastCommonMultiple, type Rational, rational } from './rational.ts';

/** Adds up whole weights that tiers of several sizes divide among their options, exactly. */
export class SharedTally {
  private readonly size: number;
  private readonly byDivisor = new Map<number, bigint[]>();

  constructor(size: number) {
    this.size = size;
  }

  /** Gives `units / divisor` to an option. */
  give(option: number, units: bigint, divisor: number): void {
    let sums = this.byDivisor.get(divisor);
    if (!sums) {
      sums = new Array<bigint>(this.size).fill(0n);
      this.byDivisor.set(divisor, sums);
    }
    sums[option] = sums[option]! + units;
  }

  /** The sum of each option, divided by `scale`. */
  totals(scale: bigint): Rational[] {
    const common = [...this.byDivisor.keys()].map(BigInt).reduce(leastCommonMultiple, 1n);
    return Array.from({ length: this.size }, (_, option) => {
      let sum = 0n;
      for (const [divisor, sums] of this.byDivisor)
        sum += sums[option]! * (common / BigInt(divisor));
      return rational(sum, common * scale);
    });
  }
}
