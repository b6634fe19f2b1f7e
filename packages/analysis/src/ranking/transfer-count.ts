import type { RankedProfile } from './ranked-profile.ts';
import { type Rational, rational } from './rational.ts';

/** Transfer values have five decimals. */
const decimals = 100_000n;

/** Papers with the same preferences and the same present value. */
interface Parcel {
  readonly units: bigint;
  readonly preferences: readonly number[];
  /** Value of each paper in 1/100,000 of a vote. */
  readonly value: bigint;
}

/** The state of a count by weighted inclusive Gregory transfers; totals in 1/100,000 of a unit of weight. */
export class TransferCount {
  readonly profile: RankedProfile;
  readonly seats: number;
  readonly hopeful: Set<number>;
  readonly elected: number[] = [];
  /** Totals of each option after each closed stage. */
  readonly history: bigint[][] = [];
  readonly valid: bigint;
  readonly quota: bigint;
  /** Papers without a single first preference. */
  readonly invalid: number;
  nonTransferable = 0n;
  rounding = 0n;
  private readonly totals: bigint[];
  private readonly piles: Parcel[][];
  private readonly pending = new Set<number>();

  constructor(profile: RankedProfile, seats: number) {
    this.profile = profile;
    this.seats = seats;
    this.hopeful = new Set(profile.options.keys());
    this.totals = profile.options.map(() => 0n);
    this.piles = profile.options.map(() => []);
    const parcels = profile.ballots
      .map(({ units, tiers }) => ({ units, preferences: strictPart(tiers), value: decimals }))
      .filter(({ preferences }) => preferences.length > 0);
    for (const parcel of parcels) this.place(parcel.preferences[0]!, parcel);
    this.invalid = profile.ballots.length - parcels.length;
    this.valid = parcels.reduce((sum, { units }) => sum + units, 0n);
    this.quota = this.valid / BigInt(seats + 1) + 1n;
  }

  /** Elected options whose surplus is the largest one still to be transferred. */
  surpluses(): number[] {
    const waiting = [...this.pending].filter((option) => this.totals[option]! > this.quotaValue);
    return this.extremes(waiting, (a, b) => a > b);
  }

  /** Options with the fewest voices among those neither elected nor excluded. */
  lowest(): number[] {
    return this.extremes([...this.hopeful], (a, b) => a < b);
  }

  /** Passes on the surplus of an elected option, from all its papers in proportion to their value. */
  transferSurplus(option: number): void {
    const total = this.totals[option]!;
    const surplus = total - this.quotaValue;
    this.pending.delete(option);
    this.totals[option] = this.quotaValue;
    let passedOn = 0n;
    for (const { units, preferences, value } of this.piles[option]!) {
      const reduced = (surplus * value) / total;
      passedOn += units * reduced;
      this.pass({ units, preferences, value: reduced });
    }
    this.rounding += surplus - passedOn;
  }

  /** Takes an option out of the count and passes on its papers at their present value. */
  exclude(option: number): void {
    this.hopeful.delete(option);
    this.totals[option] = 0n;
    for (const parcel of this.piles[option]!) this.pass(parcel);
  }

  /** Elects who reached the quota, and the rest when they just fill the seats; returns them. */
  closeStage(): number[] {
    this.history.push([...this.totals]);
    const reached = this.elect((option) => this.totals[option]! >= this.quotaValue);
    for (const option of reached) this.pending.add(option);
    const open = this.seats - this.elected.length;
    if (open <= 0 || this.hopeful.size > open || this.valid === 0n) return reached;
    return [...reached, ...this.elect(() => true)];
  }

  /** A total in voices. */
  voices(total: bigint): Rational {
    return rational(total, decimals * this.profile.scale);
  }

  private get quotaValue(): bigint {
    return this.quota * decimals;
  }

  private elect(wins: (option: number) => boolean): number[] {
    const winners = [...this.hopeful].filter(wins);
    winners.sort((a, b) => Number(this.totals[b]! - this.totals[a]!) || a - b);
    for (const option of winners) {
      this.hopeful.delete(option);
      this.elected.push(option);
    }
    return winners;
  }

  private pass(parcel: Parcel): void {
    const next = parcel.preferences.find((option) => this.hopeful.has(option));
    if (next === undefined) this.nonTransferable += parcel.units * parcel.value;
    else this.place(next, parcel);
  }

  private place(option: number, parcel: Parcel): void {
    this.piles[option]!.push(parcel);
    this.totals[option] = this.totals[option]! + parcel.units * parcel.value;
  }

  private extremes(options: readonly number[], beats: (a: bigint, b: bigint) => boolean) {
    const total = (option: number) => this.totals[option]!;
    return options.filter((a) => !options.some((b) => beats(total(b), total(a))));
  }
}

/** Preferences up to the first place that a paper gives to several options. */
function strictPart(tiers: readonly (readonly number[])[]): number[] {
  const shared = tiers.findIndex((tier) => tier.length > 1);
  return (shared < 0 ? tiers : tiers.slice(0, shared)).map((tier) => tier[0]!);
}
