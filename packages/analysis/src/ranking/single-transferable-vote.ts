import { AnalysisInputError } from '../errors.ts';
import { breakTie, type LastResort } from './break-tie.ts';
import type { RankedProfile } from './ranked-profile.ts';
import { type Rational, rational } from './rational.ts';
import { TransferCount } from './transfer-count.ts';

export type StageAction = 'first-preferences' | 'surplus' | 'exclusion';

export interface TransferStage {
  /** 1 for the count of first preferences. */
  readonly stage: number;
  readonly action: StageAction;
  /** Whose papers moved; null in stage 1. */
  readonly option: string | null;
  /** Standing of each option after the stage, in the order of options. */
  readonly totals: readonly StageTotal[];
  /** Voices of papers that ran out of preferences. With `rounding`, completes the valid voices. */
  readonly nonTransferable: Rational;
  /** Voices lost where transfer values were cut to five decimals. */
  readonly rounding: Rational;
  /** Options that reached the quota in this stage, or filled the last seats, most voices first. */
  readonly elected: readonly string[];
  /** Options between which the last resort chose whose papers move. */
  readonly undecided: readonly string[];
}

export interface StageTotal {
  readonly option: string;
  readonly total: Rational;
  /** Gained or lost in this stage. */
  readonly change: Rational;
}

export interface TransferableVoteResult {
  readonly seats: number;
  /** Voices of papers with a first preference. */
  readonly valid: Rational;
  /** Papers without a single first preference. */
  readonly invalid: number;
  readonly quota: Rational;
  /** In the order of election. */
  readonly elected: readonly string[];
  readonly stages: readonly TransferStage[];
  readonly tieByLastResort: boolean;
  /** Surplus or exclusion among equals: the most recent stage that tells them apart, then this. */
  readonly ties: LastResort;
  /** A paper counts up to the first place that it gives to several options. */
  readonly equalPreferences: 'paper-ends-there';
  readonly unranked: 'non-transferable';
}

/**
 * Single transferable vote by the Scottish rules: weighted inclusive Gregory transfers, values cut to
 * five decimals, quota floor(valid / (seats + 1)) + 1, one surplus at a time, the largest first,
 * otherwise the lowest option leaves; the count stops when the seats are filled.
 * @param seats  Whole, at least 1. With fewer options than seats, all are elected; without a valid paper, nobody.
 * @param random  Uniform [0, 1) for lots; without it the order of options is the last resort.
 * @returns Complete stage tables: totals, non-transferable and rounding add up to `valid` in each.
 *   Fractional weights are counted in units of their common denominator, so that a paper of weight
 *   w equals w papers exactly.
 * @throws {AnalysisInputError} when seats is no positive whole number.
 * @complexity O(stages x papers moved).
 * @source The Scottish Local Government Elections Order 2011, Schedule 1, rules 45-52.
 * @checked against ranking/expected/*.json (stv_scottish) and the official results of 2017.
 */
export function singleTransferableVote(
  profile: RankedProfile,
  seats: number,
  random?: () => number,
): TransferableVoteResult {
  if (!Number.isSafeInteger(seats) || seats < 1) {
    throw new AnalysisInputError('seats', 'must be a whole number of at least 1');
  }
  const count = new TransferCount(profile, seats);
  const stages: TransferStage[] = [stageOf(count, 'first-preferences', null, null)];
  while (count.valid > 0n && count.elected.length < seats && count.hopeful.size > 0) {
    const surplus = count.surpluses();
    const tied = surplus.length > 0 ? surplus : count.lowest();
    const sign = surplus.length > 0 ? 1 : -1;
    const { chosen, undecided } = breakTie(tied, count.history, order, sign, random);
    if (surplus.length > 0) count.transferSurplus(chosen);
    else count.exclude(chosen);
    stages.push(stageOf(count, surplus.length > 0 ? 'surplus' : 'exclusion', chosen, undecided));
  }
  return {
    seats,
    valid: rational(count.valid, profile.scale),
    invalid: profile.blank + count.invalid,
    quota: rational(count.quota, profile.scale),
    elected: count.elected.map((option) => profile.options[option]!),
    stages,
    tieByLastResort: stages.some(({ undecided }) => undecided.length > 0),
    ties: random ? 'lot' : 'order-of-options',
    equalPreferences: 'paper-ends-there',
    unranked: 'non-transferable',
  };
}

const order = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

/** Closes a stage: who is elected by it, and the table. */
function stageOf(
  count: TransferCount,
  action: StageAction,
  option: number | null,
  undecided: readonly number[] | null,
): TransferStage {
  const { options } = count.profile;
  const name = (place: number) => options[place]!;
  const before = count.history.at(-1);
  const elected = count.closeStage();
  const totals = count.history.at(-1)!;
  return {
    stage: count.history.length,
    action,
    option: option === null ? null : name(option),
    totals: options.map((label, place) => ({
      option: label,
      total: count.voices(totals[place]!),
      change: count.voices(totals[place]! - (before?.[place] ?? 0n)),
    })),
    nonTransferable: count.voices(count.nonTransferable),
    rounding: count.voices(count.rounding),
    elected: elected.map(name),
    undecided: (undecided ?? []).map(name),
  };
}
