import { AnalysisInputError } from '../errors.ts';
import { placesOf } from './ranked-profile.ts';
import { parseRational, type Rational } from './rational.ts';
import { countingBallots, type VoiceRule, type WeighedBallot } from './weight.ts';

/** A ballot that approves options: each counts 1. */
export interface ApprovalBallot extends WeighedBallot {
  readonly approves: readonly string[];
}

/** A ballot that gives points. Options without points are unrated. */
export interface ScoreBallot extends WeighedBallot {
  readonly points: Readonly<Record<string, number | Rational>>;
}

export interface RatedElection {
  /** Unique; their order is the last resort where a tie must be broken. */
  readonly options: readonly string[];
  readonly ballots: readonly (ApprovalBallot | ScoreBallot)[];
  /** Default `equal-ballots`. */
  readonly voices?: VoiceRule | undefined;
}

/** Ballots that rate options, checked and numbered once. */
export interface RatedProfile {
  readonly options: readonly string[];
  readonly ballots: readonly RatedBallot[];
  /** Units of weight that make one voice. */
  readonly scale: bigint;
  readonly total: bigint;
  /** Ballots left out because they rate nothing or weigh nothing. */
  readonly blank: number;
}

export interface RatedBallot {
  readonly units: bigint;
  readonly constituency: string | undefined;
  /** Exact points by place. */
  readonly points: ReadonlyMap<number, Rational>;
}

/**
 * Prepares approvals or points for counting.
 * @param election  Points may be any finite number, taken as the decimal that it prints as (0.1 is
 *   one tenth), or an exact fraction. Not mutated.
 * @throws {AnalysisInputError} on an unknown or repeated option, points that are no number, a bad weight.
 * @complexity O(ratings).
 */
export function ratedProfile(election: RatedElection): RatedProfile {
  const places = placesOf(election.options);
  const numbered = election.ballots.map((ballot, index) => ({
    constituency: ballot.constituency,
    weight: ballot.weight,
    points: numberPoints(ballot, index, places),
  }));
  const filled = ({ points }: { points: ReadonlyMap<number, Rational> }) => points.size > 0;
  const { ballots, ...weights } = countingBallots(numbered, filled, election.voices);
  return { options: election.options, ballots, ...weights };
}

const one: Rational = { numerator: 1n, denominator: 1n };

function numberPoints(
  ballot: ApprovalBallot | ScoreBallot,
  index: number,
  places: ReadonlyMap<string, number>,
): Map<number, Rational> {
  const rated =
    'approves' in ballot
      ? ballot.approves.map((option) => [option, one] as const)
      : Object.entries(ballot.points);
  const points = new Map<number, Rational>();
  for (const [option, value] of rated) {
    const place = places.get(option);
    if (place === undefined) failBallot(index, `names "${option}", which is no option`);
    if (points.has(place)) failBallot(index, `rates "${option}" twice`);
    points.set(place, exactPoints(value, index, option));
  }
  return points;
}

function exactPoints(value: number | Rational, index: number, option: string): Rational {
  if (typeof value !== 'number') return value;
  const exact = Number.isFinite(value) ? parseRational(String(value)) : undefined;
  return exact ?? failBallot(index, `gives "${option}" points that are no number`);
}

function failBallot(index: number, message: string): never {
  throw new AnalysisInputError('ballots', `ballot ${index + 1} ${message}`);
}
