import fc from 'fast-check';
import type { RankedElection } from '../src/ranking/ranked-profile.ts';
import type { ApprovalBallot, RatedElection } from '../src/ranking/rated-profile.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f'];

const weight = fc.integer({ min: 1, max: 4 });

/** Rankings of two to six options with ties, gaps and small weights. */
export const rankedElections = electionOf((options) =>
  fc
    .tuple(
      fc.shuffledSubarray(options, { minLength: 1 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    )
    .map(([order, joins]) => {
      const tiers: string[][] = [];
      order.forEach((option, place) => {
        if (place > 0 && joins[place]) tiers.at(-1)!.push(option);
        else tiers.push([option]);
      });
      return tiers;
    }),
);

/** The same without ties on a ballot. */
export const strictElections = electionOf((options) =>
  fc.shuffledSubarray(options, { minLength: 1 }).map((order) => order.map((option) => [option])),
);

/** Rankings of all options without ties. */
export const completeElections = electionOf((options) =>
  fc
    .shuffledSubarray(options, { minLength: options.length })
    .map((order) => order.map((option) => [option])),
);

function electionOf(
  tiersOf: (options: string[]) => fc.Arbitrary<string[][]>,
): fc.Arbitrary<RankedElection> {
  return fc
    .integer({ min: 2, max: names.length })
    .map((size) => names.slice(0, size))
    .chain((options) =>
      fc
        .array(fc.record({ weight, tiers: tiersOf(options) }), { minLength: 1, maxLength: 12 })
        .map((ballots) => ({ options, ballots })),
    );
}

export interface ApprovalElection extends RatedElection {
  readonly ballots: readonly ApprovalBallot[];
}

/** Approvals of two to six options with small weights. */
export const approvalElections: fc.Arbitrary<ApprovalElection> = fc
  .integer({ min: 2, max: names.length })
  .map((size) => names.slice(0, size))
  .chain((options) =>
    fc
      .array(fc.record({ weight, approves: fc.subarray(options, { minLength: 1 }) }), {
        minLength: 1,
        maxLength: 10,
      })
      .map((ballots) => ({ options, ballots })),
  );

/** Each ballot as often as it weighs. */
export function copies<Ballot extends { weight?: unknown }>(ballots: readonly Ballot[]): Ballot[] {
  return ballots.flatMap((ballot) => {
    const one = { ...ballot, weight: 1 };
    return Array.from({ length: Number(ballot.weight) }, () => one);
  });
}
