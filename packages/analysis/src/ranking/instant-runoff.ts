import { breakTie, type LastResort } from './break-tie.ts';
import type { RankedProfile } from './ranked-profile.ts';
import { add, compare, multiply, type Rational, rational, zero } from './rational.ts';
import { SharedTally } from './share-by-tier.ts';
import type { OptionScore } from './tiers.ts';

export interface RunoffRound {
  /** Voices of the options still in the count, in the order of options. */
  readonly totals: readonly OptionScore[];
  /** Voices of ballots that rank none of these any more. */
  readonly exhausted: Rational;
  /** Left out after this round; null in the last one. */
  readonly eliminated: string | null;
  /** Options between which the last resort had to choose. */
  readonly undecided: readonly string[];
}

export interface InstantRunoffResult {
  /** Null when there is no ballot at all. */
  readonly winner: string | null;
  readonly eliminated: readonly string[];
  readonly rounds: readonly RunoffRound[];
  /** Somewhere the last resort chose who leaves or wins. */
  readonly tieByLastResort: boolean;
  /** Lowest now, then lowest in the most recent round that tells them apart, then this. */
  readonly ties: LastResort;
  /** Options that share a place on a ballot divide it among those still in the count. */
  readonly equalPreferences: 'divided-evenly';
  /** A ballot whose ranked options have all left no longer counts. */
  readonly unranked: 'exhausted';
}

/**
 * Instant runoff: the lowest option leaves until one has more than half of the voices still counted.
 * Options tied on a ballot divide it evenly among those still in the count.
 * @param random  Uniform [0, 1) for lots; without it the order of options is the last resort.
 * @returns Every round; without a ballot, no winner and no round.
 * @complexity O(options x ranked options over all ballots).
 * @checked against ranking/expected/*.json (irv).
 */
export function instantRunoff(profile: RankedProfile, random?: () => number): InstantRunoffResult {
  const { options } = profile;
  const alive = new Set(options.keys());
  const history: Rational[][] = [];
  const rounds: RunoffRound[] = [];
  if (profile.total === 0n) return summarize(null, rounds, 'order-of-options');
  for (;;) {
    const totals = countRound(profile, alive);
    const leaders = extremes(alive, totals, 1);
    const sum = totals.reduce(add, zero);
    const majority = compare(multiply(totals[leaders[0]!]!, rational(2)), sum) > 0;
    const done = majority || alive.size === 1;
    const tied = done ? leaders : extremes(alive, totals, -1);
    const { chosen, undecided } = breakTie(tied, history, compare, done ? 1 : -1, random);
    history.push(totals);
    rounds.push({
      totals: [...alive].map((option) => ({ option: options[option]!, score: totals[option]! })),
      exhausted: add(rational(profile.total, profile.scale), multiply(sum, rational(-1))),
      eliminated: done ? null : options[chosen]!,
      undecided: (undecided ?? []).map((option) => options[option]!),
    });
    if (done) return summarize(options[chosen]!, rounds, random ? 'lot' : 'order-of-options');
    alive.delete(chosen);
  }
}

function countRound({ ballots, options, scale }: RankedProfile, alive: ReadonlySet<number>) {
  const tally = new SharedTally(options.length);
  for (const { units, tiers } of ballots) {
    const tier = tiers.find((options) => options.some((option) => alive.has(option)));
    const present = tier?.filter((option) => alive.has(option)) ?? [];
    for (const option of present) tally.give(option, units, present.length);
  }
  return tally.totals(scale);
}

function extremes(alive: ReadonlySet<number>, totals: readonly Rational[], sign: 1 | -1): number[] {
  const beats = (a: number, b: number) => sign * compare(totals[a]!, totals[b]!) > 0;
  const candidates = [...alive];
  return candidates.filter((a) => !candidates.some((b) => beats(b, a)));
}

function summarize(
  winner: string | null,
  rounds: readonly RunoffRound[],
  ties: LastResort,
): InstantRunoffResult {
  return {
    winner,
    eliminated: rounds.flatMap(({ eliminated }) => eliminated ?? []),
    rounds,
    tieByLastResort: rounds.some(({ undecided }) => undecided.length > 0),
    ties,
    equalPreferences: 'divided-evenly',
    unranked: 'exhausted',
  };
}
