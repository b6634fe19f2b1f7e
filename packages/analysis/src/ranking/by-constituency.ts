import { AnalysisInputError } from '../errors.ts';

/** A profile's ballots by constituency, in the order in which constituencies first occur. */
export function byConstituency<
  Ballot extends { readonly units: bigint; readonly constituency: string | undefined },
  Profile extends { readonly ballots: readonly Ballot[]; readonly total: bigint },
>(profile: Profile): { readonly constituency: string; readonly profile: Profile }[] {
  const parts = new Map<string, Ballot[]>();
  profile.ballots.forEach((ballot, index) => {
    if (ballot.constituency === undefined) {
      throw new AnalysisInputError('ballots', `ballot ${index + 1} names no constituency`);
    }
    const part = parts.get(ballot.constituency);
    if (part) part.push(ballot);
    else parts.set(ballot.constituency, [ballot]);
  });
  return [...parts].map(([constituency, ballots]) => ({
    constituency,
    profile: {
      ...profile,
      ballots,
      total: ballots.reduce((sum, { units }) => sum + units, 0n),
      blank: 0,
    },
  }));
}
