import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borda } from '../src/ranking/borda.ts';
import { copeland } from '../src/ranking/copeland.ts';
import { instantRunoff } from '../src/ranking/instant-runoff.ts';
import { condorcetWinner, pairwiseTable } from '../src/ranking/pairwise-table.ts';
import { plurality } from '../src/ranking/plurality.ts';
import { rankedPairs } from '../src/ranking/ranked-pairs.ts';
import { type RankedElection, rankedProfile } from '../src/ranking/ranked-profile.ts';
import { add, rational, zero } from '../src/ranking/rational.ts';
import { schulze } from '../src/ranking/schulze.ts';
import { singleTransferableVote } from '../src/ranking/single-transferable-vote.ts';
import {
  completeElections,
  copies,
  rankedElections,
  strictElections,
} from './ranking-arbitraries.ts';

/** Every rule for rankings, as one result that can be compared. */
function everyRule(election: RankedElection) {
  const profile = rankedProfile(election);
  const table = pairwiseTable(profile);
  return {
    plurality: plurality(profile),
    average: borda(profile),
    zero: borda(profile, 'zero'),
    copeland: copeland(table),
    condorcet: condorcetWinner(table),
    schulze: [schulze(table, 'winning'), schulze(table, 'margin')],
    pairs: [rankedPairs(table, 'winning'), rankedPairs(table, 'margin')],
    runoff: instantRunoff(profile),
    transfers: { ...singleTransferableVote(profile, 2), invalid: 0 },
  };
}

/** Rules that treat options alike: nothing depends on their order or names. */
function neutralRules(election: RankedElection) {
  const profile = rankedProfile(election);
  const table = pairwiseTable(profile);
  const tiers = (ranking: readonly (readonly string[])[]) => ranking.map((t) => [...t].sort());
  return {
    plurality: tiers(plurality(profile).ranking),
    borda: tiers(borda(profile).ranking),
    copeland: tiers(copeland(table).ranking),
    winning: tiers(schulze(table, 'winning').ranking),
    margin: tiers(schulze(table, 'margin').ranking),
    condorcet: condorcetWinner(table),
  };
}

const voterOrder = (election: RankedElection): RankedElection => ({
  ...election,
  ballots: [...election.ballots].reverse(),
});

test('the order of voters does not matter', () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      expect(everyRule(voterOrder(election))).toEqual(everyRule(election));
    }),
  );
});

test('a ballot of weight w equals w ballots, exactly', () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const duplicated = { ...election, ballots: copies(election.ballots) };
      expect(everyRule(duplicated)).toEqual(everyRule(election));
    }),
  );
});

test('weights divided by a common number change no outcome', () => {
  fc.assert(
    fc.property(rankedElections, fc.integer({ min: 2, max: 9 }), (election, divisor) => {
      const ballots = election.ballots.map((ballot) => ({
        ...ballot,
        weight: rational(Number(ballot.weight), divisor),
      }));
      expect(neutralRules({ ...election, ballots })).toEqual(neutralRules(election));
    }),
  );
});

test('weights beyond what doubles hold count as exactly', () => {
  const huge = 3n ** 60n;
  fc.assert(
    fc.property(rankedElections, (election) => {
      const ballots = election.ballots.map((ballot) => ({
        ...ballot,
        weight: rational(BigInt(Number(ballot.weight)) * huge),
      }));
      const [small, large] = [election, { ...election, ballots }].map((one) => {
        const table = pairwiseTable(rankedProfile(one));
        return [schulze(table), rankedPairs(table, 'margin')] as const;
      });
      expect(large![0].ranking).toEqual(small![0].ranking);
      expect(large![1]).toEqual(small![1]);
      const scaled = small![0].paths.map((row) => row.map((p) => rational(p.numerator * huge)));
      expect(large![0].paths).toEqual(scaled);
      expect(neutralRules({ ...election, ballots })).toEqual(neutralRules(election));
    }),
  );
});

test('relabelling options relabels the result', () => {
  const relabelled = (label: string) => String.fromCharCode(label.charCodeAt(0) + 10);
  fc.assert(
    fc.property(rankedElections, (election) => {
      const turned = {
        options: [...election.options].reverse().map(relabelled),
        ballots: election.ballots.map(({ weight, tiers }) => ({
          weight,
          tiers: tiers.map((tier) => tier.map(relabelled)),
        })),
      };
      const expected = JSON.parse(
        JSON.stringify(neutralRules(election)).replace(/"([a-f])"/g, (_, label) =>
          JSON.stringify(relabelled(label)),
        ),
      );
      expect(neutralRules(turned)).toEqual(expected);
    }),
  );
});

test('an option that beats every other one wins by Copeland, Schulze and ranked pairs', () => {
  fc.assert(
    fc.property(rankedElections, (election) => {
      const table = pairwiseTable(rankedProfile(election));
      const winner = condorcetWinner(table);
      if (winner === null) return;
      expect(copeland(table).ranking[0]).toEqual([winner]);
      for (const strength of ['winning', 'margin'] as const) {
        expect(schulze(table, strength).ranking[0]).toEqual([winner]);
        expect(rankedPairs(table, strength).ranking[0]).toEqual([winner]);
      }
    }),
  );
});

describe('monotonicity', () => {
  const winnersOf = {
    plurality: (e: RankedElection) => plurality(rankedProfile(e)).ranking[0]!,
    borda: (e: RankedElection) => borda(rankedProfile(e)).ranking[0]!,
    copeland: (e: RankedElection) => copeland(pairwiseTable(rankedProfile(e))).ranking[0]!,
    'schulze winning': (e: RankedElection) => schulze(pairwiseTable(rankedProfile(e))).winners,
    'schulze margin': (e: RankedElection) =>
      schulze(pairwiseTable(rankedProfile(e)), 'margin').winners,
  };

  /** The election with `option` moved to the top of one ballot. */
  function raise(election: RankedElection, option: string, which: number): RankedElection {
    const ballots = election.ballots.map((ballot, index) => {
      if (index !== which % election.ballots.length) return ballot;
      const rest = ballot.tiers.filter((tier) => tier[0] !== option);
      return { ...ballot, tiers: [[option], ...rest] };
    });
    return { ...election, ballots };
  }

  for (const [rule, winners] of Object.entries(winnersOf)) {
    test(`raising a winner keeps it a winner: ${rule}`, () => {
      fc.assert(
        fc.property(completeElections, fc.nat(20), (election, which) => {
          for (const winner of winners(election)) {
            expect(winners(raise(election, winner, which))).toContain(winner);
          }
        }),
        { numRuns: 300 },
      );
    });
  }
});

describe('irrelevant additions', () => {
  test('an option that everybody ranks last changes no comparison of the others', () => {
    fc.assert(
      fc.property(completeElections, (election) => {
        const longer = {
          options: [...election.options, 'last'],
          ballots: election.ballots.map((ballot) => ({
            ...ballot,
            tiers: [...ballot.tiers, ['last']],
          })),
        };
        const before = neutralRules(election);
        const after = neutralRules(longer);
        for (const rule of ['borda', 'copeland', 'winning', 'margin'] as const) {
          expect(after[rule]).toEqual([...before[rule], ['last']]);
        }
        expect(instantRunoff(rankedProfile(longer)).winner).toBe(
          instantRunoff(rankedProfile(election)).winner,
        );
      }),
    );
  });

  test('blank ballots change nothing', () => {
    fc.assert(
      fc.property(rankedElections, (election) => {
        const ballots = [...election.ballots, { tiers: [] }, { weight: 0, tiers: [['a']] }];
        expect(everyRule({ ...election, ballots })).toEqual(everyRule(election));
      }),
    );
  });
});

test('a count of transferable votes is complete: stages add up, seats are filled', () => {
  fc.assert(
    fc.property(strictElections, fc.integer({ min: 1, max: 4 }), (election, seats) => {
      const count = singleTransferableVote(rankedProfile(election), seats);
      expect(count.elected).toHaveLength(Math.min(seats, election.options.length));
      expect(new Set(count.elected).size).toBe(count.elected.length);
      expect(count.stages.flatMap(({ elected }) => elected)).toEqual(count.elected);
      for (const { totals, nonTransferable, rounding } of count.stages) {
        const sum = totals.reduce((whole, { total }) => add(whole, total), zero);
        expect(add(add(sum, nonTransferable), rounding)).toEqual(count.valid);
      }
    }),
  );
});

test('with one seat and a majority of first preferences, the same one wins by runoff and transfer', () => {
  fc.assert(
    fc.property(strictElections, (election) => {
      const profile = rankedProfile(election);
      const [round] = instantRunoff(profile).rounds;
      if (round!.eliminated !== null) return;
      expect(singleTransferableVote(profile, 1).elected[0]).toBe(instantRunoff(profile).winner);
    }),
  );
});

test('without a ballot nobody wins and everybody shares a place', () => {
  const rules = everyRule({ options: ['a', 'b', 'c'], ballots: [] });
  expect(rules.runoff).toMatchObject({ winner: null, rounds: [] });
  expect(rules.transfers.elected).toEqual([]);
  expect(rules.schulze[0]!.ranking).toEqual([['a', 'b', 'c']]);
});
