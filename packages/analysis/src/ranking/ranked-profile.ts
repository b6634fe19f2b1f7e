import { AnalysisInputError } from '../errors.ts';
import { countingBallots, type VoiceRule, type WeighedBallot } from './weight.ts';

/** A ranking with ties, best first: each tier holds the options that share a place. */
export interface RankedBallot extends WeighedBallot {
  readonly tiers: readonly (readonly string[])[];
}

export interface RankedElection {
  /** Unique names or ids; their order is the last resort where a tie must be broken. */
  readonly options: readonly string[];
  readonly ballots: readonly RankedBallot[];
  /** Default `equal-ballots`. */
  readonly voices?: VoiceRule | undefined;
}

/** Ballots checked and numbered once, for every rule. Options are places in `options`. */
export interface RankedProfile {
  readonly options: readonly string[];
  readonly ballots: readonly NumberedBallot[];
  /** Units of weight that make one voice. */
  readonly scale: bigint;
  /** All units together. */
  readonly total: bigint;
  /** Ballots left out because they rank nothing or weigh nothing. */
  readonly blank: number;
}

export interface NumberedBallot {
  readonly units: bigint;
  readonly constituency: string | undefined;
  readonly tiers: readonly (readonly number[])[];
}

/**
 * Prepares ranked ballots for counting.
 * @param election  Options unique; a ballot may rank any part of them, each at most once; empty tiers
 *   are dropped. Not mutated.
 * @returns The profile that every ranking rule takes. Blank ballots are counted and left out.
 * @throws {AnalysisInputError} on an unknown or repeated option, or a bad weight.
 * @complexity O(ranked options over all ballots).
 */
export function rankedProfile(election: RankedElection): RankedProfile {
  const places = placesOf(election.options);
  const check: TierCheck = {
    places,
    // Most tiers hold one option: one list for each serves all ballots.
    alone: election.options.map((_, place) => [place]),
    lastSeen: new Int32Array(election.options.length).fill(-1),
  };
  const numbered = election.ballots.map((ballot, index) => ({
    constituency: ballot.constituency,
    weight: ballot.weight,
    tiers: numberTiers(ballot, index, check),
  }));
  const filled = ({ tiers }: { tiers: readonly unknown[] }) => tiers.length > 0;
  const { ballots, ...weights } = countingBallots(numbered, filled, election.voices);
  return { options: election.options, ballots, ...weights };
}

/** The place of each option, after checking that no two are alike. */
export function placesOf(options: readonly string[]): Map<string, number> {
  if (options.length === 0) throw new AnalysisInputError('options', 'must name at least one');
  const places = new Map(options.map((option, place) => [option, place]));
  if (places.size < options.length) {
    const twice = options.find((option, place) => places.get(option) !== place);
    throw new AnalysisInputError('options', `"${twice}" occurs twice`);
  }
  return places;
}

interface TierCheck {
  readonly places: ReadonlyMap<string, number>;
  readonly alone: readonly (readonly number[])[];
  /** The last ballot on which each option was ranked. */
  readonly lastSeen: Int32Array;
}

function numberTiers(ballot: RankedBallot, index: number, check: TierCheck) {
  const tiers: (readonly number[])[] = [];
  for (const tier of ballot.tiers) {
    if (tier.length === 1) tiers.push(check.alone[numberOption(tier[0]!, index, check)]!);
    else if (tier.length > 1) {
      tiers.push(tier.map((option) => numberOption(option, index, check)));
    }
  }
  return tiers;
}

function numberOption(option: string, ballot: number, { places, lastSeen }: TierCheck): number {
  const place = places.get(option);
  if (place === undefined) failBallot(ballot, `names "${option}", which is no option`);
  if (lastSeen[place] === ballot) failBallot(ballot, `ranks "${option}" twice`);
  lastSeen[place] = ballot;
  return place;
}

function failBallot(index: number, message: string): never {
  throw new AnalysisInputError('ballots', `ballot ${index + 1} ${message}`);
}
